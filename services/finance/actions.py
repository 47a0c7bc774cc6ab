"""What chamber, government desk and federation do with an application: endorse or return, decide about policy support,
assign banks or end it. The enterprise's side is applying.py, a bank's is bank_actions.py.
"""

from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.errors import CaseError
from federation.cases.flow import needed
from members.partners.models import PartnerOrganisation
from services.finance import access
from services.finance.errors import ChecklistRefused, NoConsent
from services.finance.loans import BankLoan
from services.finance.messages import tell_loan_step, tell_step
from services.finance.models import EndorsementCheck, FinanceApplication, PolicyDecision, offices_at_a_desk
from services.finance.statuses import Hand, LoanStatus, Policy, Status
from services.finance.transitions import FLOW, LOAN_FLOW

Item, Answer = EndorsementCheck.Item, EndorsementCheck.Answer
# Without a yes to these there is no endorsement; the others may be no or unknown with a remark.
MUST_BE_YES = frozenset({Item.IN_BUSINESS, Item.PURPOSE, Item.PAPERS})
ONE_OPEN_EACH = "bank_loan_one_open_each"


def checked(answers: Mapping[str, tuple[str, str]]) -> list[EndorsementCheck]:
    """Rows of the checklist, without their application. Raises ChecklistRefused in words."""
    rows = []
    for item in Item:
        answer, remark = answers.get(item.value, ("", ""))
        if answer not in Answer.values:
            raise ChecklistRefused(_("Please answer every item of the checklist."))
        if answer != Answer.YES and item in MUST_BE_YES:
            raise ChecklistRefused(
                _("“%(item)s” has to be answered yes for an endorsement. If it can't be, return the application.")
                % {"item": item.label}
            )
        if answer != Answer.YES and not remark.strip():
            raise ChecklistRefused(
                _("Please add a remark to “%(item)s”: who reads it has to know why.") % {"item": item.label}
            )
        rows.append(EndorsementCheck(item=item, answer=answer, remark=remark.strip()[:300]))
    return rows


@transaction.atomic
def endorse_application(
    application: FinanceApplication,
    *,
    by: User,
    answers: Mapping[str, tuple[str, str]],
    hat: str = "",
    reason: str = "",
) -> FinanceApplication:
    """The chamber vouches for it on the checklist; `reason` is what else it has to say.

    A version about which the government desk has decided already goes straight on to the matching.
    """
    held = FLOW.hold(application)
    to = Status.ENDORSED if held.policy == Policy.PENDING else Status.MATCHING
    held = FLOW.locked(application, to, by, access.may_endorse)
    rows = checked(answers)
    for row in rows:
        row.application, row.version, row.answered_by = held, held.version, by
    EndorsementCheck.objects.bulk_create(rows)
    step = FLOW.move(
        held,
        to,
        by=by,
        hat=hat,
        reason=reason,
        on_step={"hand": Hand.CHAMBER, "version": held.version},
        endorsed_at=held.endorsed_at or timezone.now(),
    )
    tell_step(held, step)
    return held


@transaction.atomic
def return_application(application: FinanceApplication, *, by: User, reason: str, hat: str = "") -> FinanceApplication:
    """Back to the enterprise to be mended, by the chamber or, while a bank is looked for, by the federation."""
    held = FLOW.locked(application, Status.RETURNED, by, access.may_return)
    hand = Hand.STAFF if held.status == Status.MATCHING else Hand.CHAMBER
    why = needed(reason, _("Please give the reason: the enterprise has to know what to mend."))
    step = FLOW.move(held, Status.RETURNED, by=by, hat=hat, reason=why, on_step={"hand": hand, "version": held.version})
    tell_step(held, step)
    return held


@transaction.atomic
def decide_policy(
    application: FinanceApplication, *, by: User, outcome: str, note: str = "", hat: str = ""
) -> FinanceApplication:
    """The government desk confirms or declines policy support; either way the banks come next.

    Raises ReasonNeeded where support is declined without a word why.
    """
    held = FLOW.locked(application, Status.MATCHING, by, access.may_decide_policy)
    if outcome not in {Policy.CONFIRMED, Policy.DECLINED}:
        raise CaseError(_("Policy support is confirmed or declined."))
    if outcome == Policy.DECLINED:
        note = needed(note, _("Please say why there is no policy support: enterprise and bank read it."))
    office = offices_at_a_desk(by).select_related("organisation").order_by("pk").first()
    return _policy_decided(held, by, hat, outcome, note, office.organisation if office else None, Hand.GOVERNMENT)


@transaction.atomic
def pass_without_desk(application: FinanceApplication, *, by: User, hat: str = "") -> FinanceApplication:
    """No government desk could look at it: staff pass it on, with that on record instead of a decision."""
    held = FLOW.locked(application, Status.MATCHING, by, access.may_pass_desk)
    return _policy_decided(held, by, hat, Policy.NO_DESK, "", None, Hand.STAFF)


def _policy_decided(
    held: FinanceApplication,
    by: User,
    hat: str,
    outcome: str,
    note: str,
    organisation: PartnerOrganisation | None,
    hand: Hand,
) -> FinanceApplication:
    PolicyDecision.objects.create(
        application=held,
        version=held.version,
        organisation=organisation,
        organisation_name=organisation.name if organisation else "",
        outcome=outcome,
        note=note.strip()[:500],
        decided_by=by,
    )
    step = FLOW.move(
        held,
        Status.MATCHING,
        by=by,
        hat=hat,
        reason=note,
        on_step={"hand": hand, "version": held.version},
        policy=outcome,
    )
    tell_step(held, step)
    return held


@transaction.atomic
def assign_banks(
    application: FinanceApplication,
    *,
    by: User,
    banks: Sequence[PartnerOrganisation],
    hat: str = "",
    reason: str = "",
) -> list[BankLoan]:
    """Pass the newest version to one or several banks, each on its own from then on.

    Raises NoConsent for a bank that the enterprise didn't agree to, CaseError for one that has it already.
    """
    held = FLOW.hold(application)
    if held.status not in access.ASSIGNABLE:
        raise FLOW.already_moved(held)
    if held.status == Status.MATCHING:
        held = FLOW.locked(application, Status.WITH_BANKS, by, access.may_assign)
    else:
        access.require(access.may_assign(by, held))
    if not banks:
        raise CaseError(_("Please choose at least one bank."))
    agreed = set(held.consents.standing().values_list("bank", flat=True))
    for bank in banks:
        if bank.pk not in agreed:
            raise NoConsent(_("The enterprise hasn't agreed to its data going to %(bank)s.") % {"bank": bank})
        if bank.kind != PartnerOrganisation.Kind.BANK or not bank.is_active:
            raise CaseError(_("%(bank)s takes no applications.") % {"bank": bank})
    loans = [_assigned(held, bank, by, hat, reason) for bank in banks]
    if held.status == Status.MATCHING:
        names = "、".join(bank.short_name or bank.name for bank in banks)
        step = FLOW.move(
            held,
            Status.WITH_BANKS,
            by=by,
            hat=hat,
            # The word to the bank stands on the bank's own step: chamber and government desk read this one.
            reason=names,
            on_step={"hand": Hand.STAFF, "version": held.version},
        )
        tell_step(held, step)
    return loans


def _assigned(held: FinanceApplication, bank: PartnerOrganisation, by: User, hat: str, reason: str) -> BankLoan:
    try:
        with transaction.atomic():
            loan = BankLoan.objects.create(
                application=held,
                bank=bank,
                bank_name=bank.name,
                version=held.version,
                enterprise=held.enterprise,
                enterprise_name=held.enterprise_name,
                chamber=held.chamber,
                town=held.town,
                size_class=held.size_class,
                kind=held.kind,
                status=LoanStatus.ASSIGNED,
                status_since=timezone.now(),
                assigned_by=by,
            )
    except IntegrityError as error:
        if ONE_OPEN_EACH not in str(error):
            raise
        raise CaseError(_("The application is at %(bank)s already.") % {"bank": bank}) from error
    step = LOAN_FLOW.begin(loan, by=by, hat=hat, reason=reason, on_step={"hand": Hand.STAFF})
    tell_loan_step(loan, step)
    return loan


@transaction.atomic
def decline_application(application: FinanceApplication, *, by: User, reason: str, hat: str = "") -> FinanceApplication:
    """No bank will have it: it ends here, and the enterprise is told why."""
    held = FLOW.locked(application, Status.DECLINED, by, access.may_decline)
    why = needed(reason, _("Please give the reason: the enterprise has to know why no bank was found."))
    step = FLOW.move(
        held, Status.DECLINED, by=by, hat=hat, reason=why, on_step={"hand": Hand.STAFF, "version": held.version}
    )
    tell_step(held, step)
    return held
