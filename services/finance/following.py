"""An application goes where its loans go: whoever moves a loan calls `follow_banks` in the same transaction."""

from federation.accounts.models import User
from federation.cases.models import CaseStep
from services.finance.loans import BankLoan
from services.finance.messages import tell_step
from services.finance.models import FinanceApplication
from services.finance.statuses import LOAN_GRANTED, LOAN_PENDING, Hand, LoanStatus, Status
from services.finance.transitions import FLOW

HANDED_ON_BY = (Hand.CHAMBER, Hand.GOVERNMENT, Hand.STAFF)


def follow_banks(
    held: FinanceApplication, *, by: User | None, hat: str = "", hand: Hand = Hand.BANK, reason: str = ""
) -> CaseStep | None:
    """Bring an application (held by this transaction, see `LoanFlow.hold`) to where its loans have got to, and tell
    whom that concerns; the step, or None if it stays where it is."""
    to = _standing_of(held)
    if to == held.status or not FLOW.can_move(held, to):
        return None
    step = FLOW.move(held, to, by=by, hat=hat, reason=reason, on_step={"hand": hand, "version": held.version})
    tell_step(held, step)
    return step


def _standing_of(application: FinanceApplication) -> Status:
    loans = list(BankLoan.objects.filter(application=application).values_list("status", "status_since"))
    found = {status for status, _since in loans}
    if found & LOAN_GRANTED:
        return Status.GRANTED
    if found & LOAN_PENDING:
        return Status.WITH_BANKS
    if LoanStatus.CLOSED in found:
        return Status.COMPLETED
    handed_on = application.steps.filter(to_status=Status.MATCHING, hand__in=HANDED_ON_BY)
    last = handed_on.order_by("-at").values_list("at", flat=True).first()
    referred = [since for status, since in loans if status == LoanStatus.REFERRED]
    # What the chamber has endorsed anew since then is settled.
    if referred and (last is None or max(referred) > last):
        return Status.REFERRED
    return Status.MATCHING
