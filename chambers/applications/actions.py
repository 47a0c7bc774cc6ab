"""The way of an application: begun, submitted, recommended or returned, approved or rejected, or taken back.

The only writers of its status. Each verb is one transaction that holds the row, checks the right on the row as it
stands, leaves a step and tells whom it concerns. `hat` is the label of the hat under which the person acts.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.applications import access, admission, steps
from chambers.applications.errors import ApplicationError, CannotApply, UnderWay
from chambers.applications.messages import tell_step
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import OPEN, Status
from chambers.applications.transitions import FLOW
from chambers.bodies.models import Chamber
from chambers.uploads import LICENCE
from federation.accounts.models import User
from federation.cases.flow import needed
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from federation.portal.formats import cn_date
from members.enterprises import uscc as codes
from members.enterprises.choices import State
from members.enterprises.models import Enterprise, Representative, Town
from members.membership.actions import expected_kind, renewal_opens_on

# A person may act for several enterprises, but nobody needs to hold dozens of drafts with their papers.
MOST_DRAFTS = 10
ONE_UNDER_WAY = "application_one_open_per_uscc"


def enterprise_of(code: str) -> Enterprise | None:
    """The register's entry for the code; for one merged away, the entry that it was merged into."""
    found = Enterprise.objects.filter(uscc=code).select_related("merged_into").first()
    return (found.merged_into or found) if found else None


@transaction.atomic
def begin_application(user: User, code: str) -> MembershipApplication:
    """The user's draft for the enterprise with this credit code: begun now, or the one that is open already.

    Raises InvalidCode for a wrong code, CannotApply and UnderWay in words.
    """
    code = codes.check(code)
    enterprise = enterprise_of(code)
    if enterprise is not None:
        code = enterprise.uscc or code
    own = MembershipApplication.objects.filter(uscc=code, applicant=user, status__in=OPEN).first()
    if own is not None:
        return own
    if MembershipApplication.objects.filter(applicant=user, status=Status.DRAFT).count() >= MOST_DRAFTS:
        raise CannotApply(
            _("You have begun %(number)s applications without sending them. Send or withdraw one of them first.")
            % {"number": MOST_DRAFTS}
        )
    _refuse_if_under_way(code, user)
    if enterprise is not None:
        _refuse_if_impossible(enterprise, user)
    _refuse_if_nothing_to_choose(enterprise)
    application, _created = MembershipApplication.objects.get_or_create(
        uscc=code,
        applicant=user,
        status=Status.DRAFT,
        defaults={
            "enterprise": enterprise,
            "enterprise_name": enterprise.name if enterprise else "",
            "kind": expected_kind(enterprise),
            "step": steps.FIRST,
            "licence": _licence_of_before(user, code),
            "chamber": _chamber_of_before(enterprise),
        },
    )
    return application


def _refuse_if_under_way(code: str, user: User) -> None:
    others = MembershipApplication.objects.filter(uscc=code, status__in=OPEN - {Status.DRAFT})
    other = others.select_related("chamber").first()
    if other is None:
        return
    raise UnderWay(
        _("An application for this enterprise is already under way (%(status)s since %(since)s).")
        % {"status": other.get_status_display(), "since": cn_date(other.status_since)}
        + " "
        + _("Ask your colleagues, or the chamber it was sent to.")
    )


def _refuse_if_nothing_to_choose(enterprise: Enterprise | None) -> None:
    """In a federation that has no chamber yet, or no towns, the form can't be finished: said at the door."""
    if Chamber.objects.published().exists() and (enterprise is not None or Town.objects.exists()):
        return
    raise CannotApply(
        _("This portal is still being set up and can't take applications yet. Please call the federation.")
    )


def _refuse_if_impossible(enterprise: Enterprise, user: User) -> None:
    if enterprise.state != State.ACTIVE:
        raise CannotApply(
            _("According to the register this enterprise is %(state)s. If that is wrong, please call the federation.")
            % {"state": enterprise.get_state_display()}
        )
    acting = Representative.objects.acting().filter(enterprise=enterprise)
    if acting.exists() and not acting.filter(user=user).exists():
        raise CannotApply(
            _(
                "Somebody else acts for this enterprise in the portal. Ask them to apply, or to invite you as a"
                " colleague; if you don't know who it is, please call the federation."
            )
        )
    opens_on = renewal_opens_on(enterprise)
    if opens_on and opens_on > timezone.localdate():
        raise CannotApply(_("This enterprise is a member. Renewal opens on %(day)s.") % {"day": cn_date(opens_on)})


def _licence_of_before(user: User, code: str) -> StoredFile | None:
    """The licence given with the last approved application, so that nobody uploads the same paper every year."""
    before = MembershipApplication.objects.filter(uscc=code, status=Status.APPROVED).exclude(licence=None)
    last = before.visible_to(user).select_related("licence").order_by("-status_since").first()
    return last.licence if last else None


def _chamber_of_before(enterprise: Enterprise | None) -> Chamber | None:
    if enterprise is None:
        return None
    primary = enterprise.affiliations.on().filter(is_primary=True, chamber__state=Chamber.State.ACTIVE)
    affiliation = primary.select_related("chamber").first()
    return affiliation.chamber if affiliation else None


@transaction.atomic
def save_step(application: MembershipApplication, by: User, step: str, **values: Any) -> MembershipApplication:
    """Keep one step: `facts`, `contact` and `consent` in the form, `chamber` and the uploaded `licence` beside it.

    Raises PermissionDenied, or AlreadyMoved when it was submitted elsewhere meanwhile; UploadRefused for a bad file.
    """
    held = FLOW.locked(application, Status.SUBMITTED, by, access.may_edit)
    changed = ["form", "step"]
    for name, value in values.items():
        if name == "licence":
            held.licence = store_upload(purpose=LICENCE, upload=value, user=by)
            changed.append(name)
        elif name == "chamber":
            held.chamber = value
            changed.append(name)
        else:
            held.form = {**held.form, name: value}
    if "facts" in values and held.enterprise is None:
        held.enterprise_name = str(held.form["facts"].get("name", ""))[:200]
        changed.append("enterprise_name")
    held.step = steps.further(held.step, steps.after(step))
    held.save(update_fields=changed)
    return held


@transaction.atomic
def submit_application(application: MembershipApplication, *, by: User, hat: str = "") -> MembershipApplication:
    """Send it to the chamber, for the first time or again after it was returned.

    Raises Incomplete naming the step to go to, UnderWay, CannotApply, AlreadyMoved.
    """
    held = FLOW.locked(application, Status.SUBMITTED, by, access.may_submit)
    held.enterprise = enterprise_of(held.uscc)
    if held.enterprise is not None:
        _refuse_if_impossible(held.enterprise, by)
    steps.require_all(held)
    try:
        with transaction.atomic():
            step = FLOW.move(
                held,
                Status.SUBMITTED,
                by=by,
                hat=hat,
                enterprise=held.enterprise,
                enterprise_name=held.enterprise.name if held.enterprise else held.form["facts"]["name"],
                kind=expected_kind(held.enterprise),
                submitted_at=held.submitted_at or timezone.now(),
            )
    except IntegrityError as error:
        if ONE_UNDER_WAY not in str(error):
            raise
        _refuse_if_under_way(held.uscc, by)
        raise
    tell_step(held, step)
    return held


@transaction.atomic
def recommend_application(
    application: MembershipApplication, *, by: User, hat: str = "", reason: str = ""
) -> MembershipApplication:
    """The chamber passes it on; `reason` is what it has to say for the enterprise."""
    held = FLOW.locked(application, Status.RECOMMENDED, by, access.may_recommend)
    step = FLOW.move(held, Status.RECOMMENDED, by=by, hat=hat, reason=reason)
    tell_step(held, step)
    return held


@transaction.atomic
def return_application(
    application: MembershipApplication, *, by: User, reason: str, hat: str = ""
) -> MembershipApplication:
    """Back to the enterprise to be mended."""
    held = FLOW.locked(application, Status.RETURNED, by, access.may_return)
    step = FLOW.move(held, Status.RETURNED, by=by, hat=hat, reason=_needed(reason))
    tell_step(held, step)
    return held


@transaction.atomic
def approve_application(application: MembershipApplication, *, by: User, hat: str = "") -> MembershipApplication:
    """Admit the enterprise: register, contact, representative, membership and chamber follow in one transaction."""
    held = FLOW.locked(application, Status.APPROVED, by, access.may_approve)
    try:
        enterprise, period = admission.admit(held, by)
    except ValidationError as error:
        raise ApplicationError(
            _("It can't be approved as it stands: %(why)s") % {"why": " ".join(error.messages)}
        ) from error
    step = FLOW.move(
        held, Status.APPROVED, by=by, hat=hat, enterprise=enterprise, enterprise_name=enterprise.name, period=period
    )
    tell_step(held, step)
    return held


@transaction.atomic
def reject_application(
    application: MembershipApplication, *, by: User, reason: str, hat: str = ""
) -> MembershipApplication:
    held = FLOW.locked(application, Status.REJECTED, by, access.may_reject)
    step = FLOW.move(held, Status.REJECTED, by=by, hat=hat, reason=_needed(reason))
    tell_step(held, step)
    return held


@transaction.atomic
def withdraw_application(
    application: MembershipApplication, *, by: User, hat: str = "", reason: str = ""
) -> MembershipApplication:
    held = FLOW.locked(application, Status.WITHDRAWN, by, access.may_withdraw)
    step = FLOW.move(held, Status.WITHDRAWN, by=by, hat=hat, reason=reason)
    tell_step(held, step)
    return held


def _needed(reason: str) -> str:
    return needed(reason, _("Please give the reason: the enterprise has to know what to mend."))
