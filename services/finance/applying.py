"""The enterprise's side of an application: begun, written step by step, sent, taken back, answered, withdrawn.

Each verb is one transaction that holds the row, checks the right on the row as it stands, leaves a step and tells whom
it concerns. `hat` is the label of the hat under which the person acts.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, CaseError
from federation.cases.flow import needed
from federation.files.actions import store_upload
from members.enterprises.choices import State
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.finance import access, consents, steps
from services.finance.errors import TooMany
from services.finance.following import follow_banks
from services.finance.loans import BankLoan
from services.finance.messages import tell_loan_step, tell_step
from services.finance.models import DataConsent, FinanceApplication, FinancePaper, FinanceVersion
from services.finance.statuses import LOAN_PENDING, Hand, LoanStatus, Policy, Status
from services.finance.transitions import FLOW, LOAN_FLOW
from services.finance.uploads import FINANCE_PAPER

MOST_DRAFTS = 5
MOST_PAPERS = 20
BY_ENTERPRISE = {"hand": Hand.ENTERPRISE}


def usual_chamber(enterprise: Enterprise) -> Chamber | None:
    """The enterprise's primary chamber today, else the chamber of its town."""
    primary = enterprise.affiliations.on().filter(is_primary=True, chamber__state=Chamber.State.ACTIVE)
    affiliation = primary.select_related("chamber").first()
    if affiliation:
        return affiliation.chamber
    if not enterprise.town_id:
        return None
    of_town = Chamber.objects.published().filter(kind=Chamber.Kind.TOWN, town=enterprise.town_id)
    return of_town.order_by("position", "pk").first()


@transaction.atomic
def begin_application(enterprise: Enterprise, *, by: User, hat: str = "") -> FinanceApplication:
    """A new draft. Raises PermissionDenied for who doesn't manage the enterprise, CaseError and TooMany in words."""
    # Held, so that two windows don't begin a sixth draft between them.
    Enterprise.objects.select_for_update(of=("self",)).get(pk=enterprise.pk)
    application = FinanceApplication(
        enterprise=enterprise,
        enterprise_name=enterprise.name,
        applicant=by,
        chamber=usual_chamber(enterprise),
        step=steps.FIRST,
    )
    if not access.manages(by, application):
        raise PermissionDenied
    if enterprise.state != State.ACTIVE:
        raise CaseError(
            _("The register says “%(state)s” of this enterprise. If that is wrong, please tell the federation.")
            % {"state": enterprise.get_state_display()}
        )
    drafts = FinanceApplication.objects.filter(enterprise=enterprise, status=Status.DRAFT)
    if drafts.count() >= MOST_DRAFTS:
        raise TooMany(
            _("%(number)s applications were begun and not sent yet. Send or discard one of them first.")
            % {"number": MOST_DRAFTS}
        )
    application.save()
    FLOW.begin(application, by=by, hat=hat, on_step=BY_ENTERPRISE)
    return application


def _editable(application: FinanceApplication, by: User) -> FinanceApplication:
    return FLOW.locked(application, Status.SUBMITTED, by, access.may_edit)


@transaction.atomic
def save_step(application: FinanceApplication, by: User, step: str, **values: Any) -> FinanceApplication:
    """Keep one step in the form; `chamber` in its column until something was sent to one.

    Raises PermissionDenied, or AlreadyMoved when it was sent elsewhere meanwhile.
    """
    held = _editable(application, by)
    changed = ["form", "step"]
    if "chamber" in values:
        chamber = values.pop("chamber")
        if held.version:
            values["chamber"] = chamber.pk
        else:
            held.chamber = chamber
            changed.append("chamber")
    held.form = {**held.form, **values}
    held.step = steps.further(held.step, steps.after(step))
    held.save(update_fields=changed)
    return held


@transaction.atomic
def add_paper(application: FinanceApplication, *, by: User, kind: str, upload: UploadedFile) -> FinancePaper:
    """Raises UploadRefused for a bad file, TooMany, AlreadyMoved, PermissionDenied."""
    held = _editable(application, by)
    return _put_paper(held, by, kind, upload)


def _put_paper(held: FinanceApplication, by: User, kind: str, upload: UploadedFile) -> FinancePaper:
    if held.papers.current().count() >= MOST_PAPERS:
        raise TooMany(_("No more than %(number)s papers can be put to one application.") % {"number": MOST_PAPERS})
    stored = store_upload(purpose=FINANCE_PAPER, upload=upload, user=by)
    return FinancePaper.objects.create(application=held, kind=kind, file=stored, added_by=by)


@transaction.atomic
def remove_paper(paper: FinancePaper, *, by: User) -> None:
    """What was sent once stays with its version and is only left out of the next."""
    _editable(paper.application, by)
    if paper.since_version is None:
        paper.delete()
    else:
        FinancePaper.objects.filter(pk=paper.pk, removed_at=None).update(removed_at=timezone.now())


# --- Consent --------------------------------------------------------------------------------------


@transaction.atomic
def give_consents(application: FinanceApplication, *, by: User, banks: list[PartnerOrganisation]) -> None:
    """Put consents for these banks on record, under the text as it reads now; those that stand stay."""
    held = FLOW.hold(application)
    _require(access.may_consent(by, held), held)
    standing = set(held.consents.standing().values_list("bank", flat=True))
    DataConsent.objects.bulk_create(
        DataConsent(
            application=held,
            bank=bank,
            bank_name=bank.name,
            given_by=by,
            giver_name=by.name,
            text_version=consents.CURRENT,
        )
        for bank in banks
        if bank.pk not in standing
    )


@transaction.atomic
def withdraw_consent(application: FinanceApplication, bank: PartnerOrganisation, *, by: User, hat: str = "") -> None:
    """From now on the bank gets and works on nothing. What it has paid out already stays its contract."""
    held = FLOW.hold(application)
    _require(access.may_consent(by, held), held)
    standing = held.consents.standing().filter(bank=bank)
    if not standing.update(withdrawn_at=timezone.now(), withdrawn_by=by):
        raise AlreadyMoved(_("No consent for %(bank)s stands any more.") % {"bank": bank})
    for loan in BankLoan.objects.filter(application=held, bank=bank, status__in=LOAN_PENDING | {LoanStatus.APPROVED}):
        _take_from_bank(loan, by, hat, "")
    if held.status in {Status.WITH_BANKS, Status.GRANTED}:
        follow_banks(held, by=by, hat=hat, hand=Hand.ENTERPRISE)


def _require(allowed: bool, held: FinanceApplication) -> None:
    if not allowed:
        if held.status in {Status.WITHDRAWN, Status.DECLINED, Status.COMPLETED, Status.GRANTED}:
            raise FLOW.already_moved(held)
        raise PermissionDenied


def _take_from_bank(loan: BankLoan, by: User, hat: str, reason: str) -> None:
    held = LOAN_FLOW.hold(loan)
    if not LOAN_FLOW.can_move(held, LoanStatus.WITHDRAWN):
        return
    step = LOAN_FLOW.move(held, LoanStatus.WITHDRAWN, by=by, hat=hat, reason=reason, on_step=BY_ENTERPRISE)
    tell_loan_step(held, step)


# --- Sending and taking back ----------------------------------------------------------------------


@transaction.atomic
def submit_application(application: FinanceApplication, *, by: User, hat: str = "") -> FinanceApplication:
    """Send what was typed as a new version. Raises Incomplete naming the step to go to, AlreadyMoved, CaseError."""
    held = FLOW.locked(application, Status.SUBMITTED, by, access.may_submit)
    steps.require_all(held)
    held.chamber = steps.chamber_of(held)
    if held.chamber.state != Chamber.State.ACTIVE:
        raise CaseError(_("%(chamber)s isn't active any more: please choose another.") % {"chamber": held.chamber})
    stated = _as_stated(held)
    number = held.version + 1
    held.papers.current().filter(since_version=None).update(since_version=number)
    _write_version(held, number, by, stated, held.form.get("note", ""))
    step = FLOW.move(
        held,
        Status.SUBMITTED,
        by=by,
        hat=hat,
        reason=held.form.get("note", ""),
        on_step={**BY_ENTERPRISE, "version": number},
        **stated,
        version=number,
        policy=Policy.PENDING,
        chamber=held.chamber,
        town=held.enterprise.town,
        contact_name=held.form["contact"]["name"],
        contact_phone=held.form["contact"]["phone"],
        submitted_at=timezone.now(),
    )
    tell_step(held, step)
    return held


def _as_stated(held: FinanceApplication) -> dict[str, Any]:
    """What was typed, and the enterprise's names as on this day."""
    need, enterprise = held.form["need"], held.enterprise
    return {
        "kind": need["kind"],
        "amount": steps.amount_of(held.form),
        "term_months": need["term_months"],
        "guarantee": need["guarantee"],
        "purpose": need["purpose"],
        "purpose_note": need.get("purpose_note", ""),
        "enterprise_name": enterprise.name,
        "chamber_name": held.chamber.name,
        "town_name": enterprise.town.name if enterprise.town else "",
        "size_class": enterprise.size_class,
        "section": enterprise.section,
    }


def _write_version(
    held: FinanceApplication, number: int, by: User, stated: dict[str, Any], note: str
) -> FinanceVersion:
    enterprise = held.enterprise
    papers = held.papers.current().select_related("file").order_by("kind", "pk")
    return FinanceVersion.objects.create(
        application=held,
        number=number,
        uscc=enterprise.uscc or "",
        staff_count=enterprise.staff_count,
        revenue=enterprise.revenue,
        papers=[{"id": paper.pk, "kind": paper.kind, "name": paper.file.name} for paper in papers],
        wishes=held.form.get("wishes", []),
        note=note,
        sent_by=by,
        **stated,
    )


@transaction.atomic
def take_back(application: FinanceApplication, *, by: User, hat: str = "") -> FinanceApplication:
    """Within ten minutes of sending, before any bank has it: a draft again, with everything typed kept."""
    held = FLOW.hold(application)
    if not FLOW.can_move(held, Status.DRAFT):
        raise FLOW.already_moved(held)
    if not access.may_take_back(by, held):
        if access.speaks_for(by, held):
            raise CaseError(_("More than ten minutes have passed since it was sent. You may still withdraw it."))
        raise PermissionDenied
    step = FLOW.move(
        held,
        Status.DRAFT,
        by=by,
        hat=hat,
        on_step={**BY_ENTERPRISE, "version": held.version},
        submitted_at=None,
        endorsed_at=None,
        policy=Policy.PENDING,
    )
    tell_step(held, step)
    return held


@transaction.atomic
def withdraw_application(
    application: FinanceApplication, *, by: User, hat: str = "", reason: str = ""
) -> FinanceApplication:
    """Nobody works on it any more: loans that banks haven't granted are taken back with it."""
    held = FLOW.locked(application, Status.WITHDRAWN, by, access.may_withdraw)
    for loan in BankLoan.objects.filter(application=held, status__in=LOAN_PENDING):
        _take_from_bank(loan, by, hat, reason)
    step = FLOW.move(
        held,
        Status.WITHDRAWN,
        by=by,
        hat=hat,
        reason=reason,
        on_step={**BY_ENTERPRISE, "version": held.version},
    )
    tell_step(held, step)
    return held


@transaction.atomic
def answer_bank(
    loan: BankLoan, *, by: User, text: str, uploads: list[tuple[str, UploadedFile]] = (), hat: str = ""
) -> BankLoan:
    """Answer what the bank asked for, with papers: the application's next version, for this bank. Figures stay."""
    held = LOAN_FLOW.locked(loan, LoanStatus.ACCEPTED, by, access.may_answer)
    answer = needed(text, _("Please say in a few words what you send."))
    application = held.application
    number = application.version + 1
    for kind, upload in uploads:
        _put_paper(application, by, kind, upload)
    application.papers.current().filter(since_version=None).update(since_version=number)
    last = application.versions.get(number=application.version)
    stated = {name: getattr(last, name) for name in COPIED}
    _write_version(application, number, by, stated, answer)
    application.version = number
    application.save(update_fields=["version"])
    step = LOAN_FLOW.move(
        held, LoanStatus.ACCEPTED, by=by, hat=hat, reason=answer, on_step=BY_ENTERPRISE, version=number
    )
    tell_loan_step(held, step)
    return held


COPIED = (
    "kind",
    "amount",
    "term_months",
    "guarantee",
    "purpose",
    "purpose_note",
    "enterprise_name",
    "chamber_name",
    "town_name",
    "size_class",
    "section",
)
