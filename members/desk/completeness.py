"""What a profile still lacks, in the order in which visitors would miss it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from members.enterprises.models import Enterprise


@dataclass(frozen=True)
class Missing:
    name: str
    label: str
    why: str
    url: str


def missing(enterprise: Enterprise) -> list[Missing]:
    """Costs two small queries, whatever is there."""
    lacks = []
    if not enterprise.contacts.exists():
        lacks.append(
            Missing("contact", _("A contact"), _("So that the federation can call you."), reverse("me:contact_add"))
        )
    if not enterprise.introduction:
        lacks.append(Missing("introduction", _("An introduction"), _("What you do, for whom."), reverse("me:about")))
    if not enterprise.logo_id:
        lacks.append(Missing("logo", _("A logo"), _("It stands beside your name."), reverse("me:logo")))
    if not enterprise.products.exists():
        lacks.append(Missing("product", _("A product"), _("Pictures say more than words."), reverse("me:product_add")))
    if enterprise.staff_count is None:
        lacks.append(
            Missing("figures", _("Yearly figures"), _("Your size class follows from them."), reverse("me:figures"))
        )
    return lacks
