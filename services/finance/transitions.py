"""The ways of an application and of its loans. Whoever holds a loan holds its application first, so that nobody waits
for each other in a circle."""

from federation.cases.flow import Flow
from services.finance.loans import BankLoan, LoanStep
from services.finance.models import FinanceApplication, FinanceStep
from services.finance.statuses import DAYS, LOAN_DAYS, LOAN_MOVES, MOVES

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
