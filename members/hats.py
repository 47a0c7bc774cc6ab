"""Hats of this floor: representative of an enterprise, officer of a partner, federation staff."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from federation.accounts.hats import STAFF, Hat, hat_provider
from federation.accounts.models import User
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer

ENTERPRISE = "enterprise"
PARTNER = "partner"


@hat_provider
def staff_hat(user: User) -> Iterable[Hat]:
    if user.is_staff:
        yield Hat(STAFF, None, _("Federation staff"), reverse("admin:index"))


@hat_provider
def enterprise_hats(user: User) -> Iterable[Hat]:
    acting = Representative.objects.acting().filter(user=user, enterprise__merged_into=None)
    for pk, name in acting.order_by("pk").values_list("enterprise_id", "enterprise__name"):
        yield Hat(ENTERPRISE, pk, name, reverse("me:desk"))


@hat_provider
def partner_hats(user: User) -> Iterable[Hat]:
    offices = PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True)
    for pk, name in offices.order_by("pk").values_list("organisation_id", "organisation__name"):
        yield Hat(PARTNER, pk, name, reverse("partners:desk"))
