"""The ways of an application and of its loans. Whoever holds a loan holds its application first, so that nobody waits
for each other in a circle."""

from federation.accounts.models import User
from federation.cases.flow import Flow
from federation.cases.models import CaseStep
from services.finance.loans import BankLoan, LoanStep
from services.finance.models import FinanceApplication, FinanceStep
from services.finance.statuses import (
    DAYS,
    LOAN_DAYS,
    LOAN_GRANTED,
    LOAN_MOVES,
    LOAN_PENDING,
    MOVES,
    Hand,
    LoanStatus,
    Status,
)

FLOW = Flow(
    model=FinanceApplication,
    step_model=FinanceStep,
    case_field="application",
    moves=MOVES,
    related=("enterprise", "chamber"),
    days=DAYS,
)


class LoanFlow(Flow[BankLoan]):
    def hold(self, case: BankLoan) -> BankLoan:
        application = FLOW.hold(FinanceApplication(pk=case.application_id))
        held = super().hold(case)
        held.application = application
        return held


LOAN_FLOW = LoanFlow(
    model=BankLoan,
    step_model=LoanStep,
    case_field="loan",
    moves=LOAN_MOVES,
    related=("bank",),
    days=LOAN_DAYS,
)


def follow_banks(held: FinanceApplication, *, by: User | None, hat: str = "", hand: str = Hand.BANK) -> CaseStep | None:
    """Bring an application (held by this transaction) to where its loans have got to; the step, or None if nothing
    changed. Call it after every move of a loan."""
    to = _standing_of(held)
    if to == held.status or not FLOW.can_move(held, to):
        return None
    return FLOW.move(held, to, by=by, hat=hat, on_step={"hand": hand, "version": held.version})


def _standing_of(application: FinanceApplication) -> Status:
    loans = list(BankLoan.objects.filter(application=application).values_list("status", "status_since"))
    found = {status for status, _since in loans}
    if found & LOAN_GRANTED:
        return Status.GRANTED
    if found & LOAN_PENDING:
        return Status.WITH_BANKS
    if LoanStatus.CLOSED in found:
        return Status.COMPLETED
    endorsed = application.steps.filter(to_status=Status.MATCHING, hand__in=(Hand.CHAMBER, Hand.GOVERNMENT, Hand.STAFF))
    last = endorsed.order_by("-at").values_list("at", flat=True).first()
    referred = [since for status, since in loans if status == LoanStatus.REFERRED]
    if referred and (last is None or max(referred) > last):
        return Status.REFERRED
    return Status.MATCHING
