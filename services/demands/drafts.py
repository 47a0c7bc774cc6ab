"""What somebody writes for an enterprise, step by step, until it is sent."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.forms import Form
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from members.enterprises.models import Enterprise
from services.demands import forms
from services.demands.choices import Source
from services.demands.models import Demand, DemandCategory, DemandDraft
from services.demands.raising import raise_demand

ABOUT, WORDS, CONTACT, CHECK = "about", "words", "contact", "check"
TITLES: dict[str, Promise] = {
    ABOUT: _("What about"),
    WORDS: _("In words"),
    CONTACT: _("Whom to call"),
    CHECK: _("Check and send"),
}
ORDER = tuple(TITLES)
FORMS: dict[str, type[Form]] = {
    ABOUT: forms.AboutForm,
    WORDS: forms.WordsForm,
    CONTACT: forms.SharedContactForm,
    CHECK: forms.SendForm,
}
NEEDED = {WORDS: ("title", "text"), CONTACT: ("contact_name", "contact_phone")}


def draft_of(user: User, enterprise: Enterprise) -> DemandDraft:
    """What the user has begun for the enterprise; nothing is kept before the first step is."""
    return DemandDraft.objects.filter(user=user, enterprise=enterprise).first() or DemandDraft(
        user=user, enterprise=enterprise
    )


def first_incomplete(draft: DemandDraft) -> str:
    """Where to go on: the first step that lacks something, else the last."""
    if ABOUT not in draft.form.get("seen", []):
        return ABOUT
    return next((step for step, names in NEEDED.items() if not all(draft.form.get(name) for name in names)), CHECK)


def may_open(draft: DemandDraft, step: str) -> bool:
    return ORDER.index(step) <= ORDER.index(first_incomplete(draft))


def form_for(draft: DemandDraft, step: str, data: QueryDict | None = None, files: MultiValueDict | None = None) -> Form:
    known = {"contact_name": draft.user.name, "contact_phone": draft.user.phone or "", "shown_to_chamber": True}
    initial = {**known, **draft.form}
    # People read their numbers without the country code; other countries keep theirs.
    initial["contact_phone"] = initial["contact_phone"].removeprefix("+86")
    return FORMS[step](data, files, initial=initial)


def keep(draft: DemandDraft, step: str, values: dict[str, Any]) -> DemandDraft:
    seen = [*draft.form.get("seen", []), step]
    plain = {name: value.pk if isinstance(value, DemandCategory) else value for name, value in values.items()}
    kept = {**draft.form, **plain, "seen": [one for one in ORDER if one in seen]}
    return DemandDraft.objects.update_or_create(user=draft.user, enterprise=draft.enterprise, defaults={"form": kept})[
        0
    ]


def category_of(draft: DemandDraft) -> DemandCategory | None:
    return DemandCategory.objects.filter(pk=draft.form.get("category"), is_active=True).first()


@transaction.atomic
def send(draft: DemandDraft, papers: list[UploadedFile], hat: str) -> Demand:
    """Raise it and throw the draft away. Raises CannotRaise, UploadRefused."""
    form = draft.form
    demand = raise_demand(
        enterprise=draft.enterprise,
        by=draft.user,
        source=Source.ENTERPRISE,
        title=form["title"],
        text=form["text"],
        hat=hat,
        category=category_of(draft) or "",
        contact_name=form["contact_name"],
        contact_phone=form["contact_phone"],
        shown_to_chamber=form.get("shown_to_chamber", True),
        papers=papers,
    )
    DemandDraft.objects.filter(pk=draft.pk).delete()
    return demand


def throw_away(user: User, enterprise: Enterprise) -> None:
    DemandDraft.objects.filter(user=user, enterprise=enterprise).delete()
