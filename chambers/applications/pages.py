"""What the pages of an application show: the form of a step, a summary, stages, where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseForm
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from chambers.applications import access, facts, steps
from chambers.applications.forms import (
    BusinessForm,
    ChamberForm,
    ContactForm,
    EnterpriseForm,
    LicenceForm,
    suggested_chamber,
)
from chambers.applications.hints import hints
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from federation.accounts.models import User
from federation.portal.formats import masked_phone
from members.enterprises.models import Enterprise
from members.membership.actions import kind_expected_after, opening_after
from members.membership.status import History

Data = Mapping[str, Any] | None
Files = MultiValueDict[str, UploadedFile] | None


@dataclass
class StepPage:
    """A step's form, what its template needs besides, and the values that a valid form gives to be kept."""

    form: BaseForm
    values: Callable[[], dict[str, Any]]
    extra: dict[str, Any] = field(default_factory=dict)


def step_page(
    application: MembershipApplication, step: str, user: User, data: Data = None, files: Files = None
) -> StepPage:
    builders = {
        steps.ENTERPRISE: _facts_page,
        steps.BUSINESS: _facts_page,
        steps.CONTACT: _contact_page,
        steps.CHAMBER: _chamber_page,
        steps.LICENCE: _licence_page,
    }
    return builders[step](application, step, user, data, files)


def _facts_page(application: MembershipApplication, step: str, user: User, data: Data, files: Files) -> StepPage:
    form_class = EnterpriseForm if step == steps.ENTERPRISE else BusinessForm
    own = access.acts_for(user, application)
    form = form_class(
        data,
        initial=facts.stated(application),
        known=application.enterprise is not None,
        hints=hints(application.enterprise, own=own),
    )
    kept = application.form.get("facts") or {}
    return StepPage(form, lambda: {"facts": {**kept, **form.values()}}, {"known": application.enterprise})


def _contact_page(application: MembershipApplication, step: str, user: User, data: Data, files: Files) -> StepPage:
    known = {"name": user.name, "phone": user.phone or "", "email": user.email or ""}
    initial = {**known, **(application.form.get("contact") or {})}
    # People read their numbers without the country code; other countries keep theirs.
    initial["phone"] = initial["phone"].removeprefix("+86")
    form = ContactForm(data, initial=initial)
    return StepPage(form, lambda: {"contact": form.cleaned_data})


def _chamber_page(application: MembershipApplication, step: str, user: User, data: Data, files: Files) -> StepPage:
    suggested = suggested_chamber(application)
    form = ChamberForm(data, initial={"chamber": application.chamber or suggested})
    return StepPage(form, lambda: {"chamber": form.cleaned_data["chamber"]}, {"suggested": suggested})


def _licence_page(application: MembershipApplication, step: str, user: User, data: Data, files: Files) -> StepPage:
    form = LicenceForm(data, files, standing=application.licence)

    def values() -> dict[str, Any]:
        upload = form.cleaned_data.get("licence")
        return {"licence": upload} if upload else {}

    return StepPage(form, values)


def step_url(application: MembershipApplication, step: str) -> str:
    return reverse("apply:step", args=[application.pk, step])


def step_to_go_on(application: MembershipApplication) -> str:
    """Where a closed browser left off: a step that lacks something before the last one reached, else that one."""
    missing = steps.first_incomplete(application)
    if steps.ORDER.index(missing) <= steps.ORDER.index(steps.further(application.step, steps.FIRST)):
        return missing
    return steps.further(application.step, steps.FIRST)


def step_after(application: MembershipApplication, step: str) -> str:
    """Who came back from the last page to mend one step goes back to the last page."""
    if application.step == steps.REVIEW and steps.first_incomplete(application) == steps.REVIEW:
        return steps.REVIEW
    return steps.after(step)


def stepper(application: MembershipApplication, step: str) -> dict[str, Any]:
    """For {% stepper %}: words, with addresses for the steps that were reached."""
    reached = steps.ORDER.index(steps.further(application.step, steps.FIRST))
    words = [
        {"label": title, "url": step_url(application, name) if number <= reached else ""}
        for number, (name, title) in enumerate(steps.TITLES.items())
    ]
    return {"steps": words, "current": steps.ORDER.index(step) + 1}


def summary(application: MembershipApplication, *, masked: bool = False) -> list[dict[str, Any]]:
    """The whole form in words, part by part; each part names the step where it is mended."""
    rows = [(row.label, row.stated_words) for row in facts.differences(application, None)]
    if application.enterprise:
        name = str(Enterprise._meta.get_field("name").verbose_name)
        rows = [(name, application.enterprise.name), *(row for row in rows if row[0] != name)]
    contact = application.form.get("contact") or {}
    phone = contact.get("phone", "")
    people = [
        (_("Name of the contact"), contact.get("name", "")),
        (_("Position"), contact.get("position", "")),
        (_("Mobile phone"), masked_phone(phone) if masked else phone.removeprefix("+86")),
        (_("E-mail"), "" if masked else contact.get("email", "")),
    ]
    chamber = [(_("Chamber"), application.chamber.name)] if application.chamber else []
    licence = [(_("Business licence"), application.licence.name)] if application.licence else []
    return [
        {"title": _("Enterprise"), "facts": rows, "step": steps.ENTERPRISE},
        {"title": _("Contact"), "facts": [row for row in people if row[1]], "step": steps.CONTACT},
        {"title": _("Chamber"), "facts": chamber, "step": steps.CHAMBER},
        {"title": _("Licence"), "facts": licence, "step": steps.LICENCE, "file": application.licence},
    ]


def stages(application: MembershipApplication) -> list[dict[str, str]]:
    """The road in four stations, each done, now or ahead; a stop on the way shows where it was."""
    words = [_("Written"), _("Chamber"), _("Federation"), _("Decision")]
    reached = {
        Status.DRAFT: 0,
        Status.RETURNED: 0,
        Status.SUBMITTED: 1,
        Status.RECOMMENDED: 2,
        Status.APPROVED: 4,
        Status.REJECTED: 3,
        Status.WITHDRAWN: 0,
    }[Status(application.status)]
    return [
        {"label": word, "state": "done" if number < reached else "now" if number == reached else "ahead"}
        for number, word in enumerate(words)
    ]


def last_reason(application: MembershipApplication) -> str:
    """Why it came back or was rejected, while that is where it stands."""
    if application.status not in {Status.RETURNED, Status.REJECTED}:
        return ""
    row = application.steps.filter(to_status=application.status).order_by("-at", "-pk").first()
    return row.reason if row else ""


def offer(enterprise: Enterprise, under_way: bool) -> dict[str, Any]:
    """What an enterprise that the person acts for could ask for today; its periods are prefetched."""
    membership = getattr(enterprise, "membership", None)
    history = History.of(list(membership.periods.all()) if membership else [])
    last = max(history.periods, key=lambda period: period.ends_on, default=None)
    opens_on = opening_after(last, history.on)
    return {
        "enterprise": enterprise,
        "history": history,
        "kind": kind_expected_after(last, history.on),
        "opens_on": opens_on,
        "under_way": under_way,
        "open": opens_on is None or opens_on <= history.on,
    }
