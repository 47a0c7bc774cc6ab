"""Two people acting at once on one application: one wins, the other is told who did what."""

from decimal import Decimal

import pytest

from services.finance import actions, applying, bank_actions
from services.finance.models import FinanceApplication
from services.finance.statuses import LoanStatus, Policy, Status
from tests import cast
from tests.at_once import at_once, only_error
from tests.services.finance_cast import ALL_YES, FinanceCast

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_secretaries_one_endorses_and_one_returns():
    finance = FinanceCast()
    application, other = finance.sent(), cast.secretary(finance.chamber, "另一位秘书长")
    lost = only_error(
        at_once(
            lambda: actions.endorse_application(application, by=finance.secretary, answers=ALL_YES),
            lambda: actions.return_application(application, by=other, reason="请补充合同"),
        )
    )
    application.refresh_from_db()
    winner = finance.secretary if application.status == Status.ENDORSED else other
    assert winner.name in lost.message
    assert application.get_status_display() in lost.message
    assert application.steps.count() == 3


def test_two_officers_decide_and_only_one_decision_is_on_record():
    finance = FinanceCast()
    application, other = finance.endorsed(), cast.department_officer(finance.department, "另一位窗口干部")
    only_error(
        at_once(
            lambda: actions.decide_policy(application, by=finance.officer, outcome=Policy.CONFIRMED),
            lambda: actions.decide_policy(application, by=other, outcome=Policy.DECLINED, note="不在名录"),
        )
    )
    application.refresh_from_db()
    assert application.decisions.get().outcome == application.policy


def test_the_enterprise_takes_back_while_staff_assign():
    finance = FinanceCast()
    application = finance.matching()
    only_error(
        at_once(
            lambda: applying.take_back(application, by=finance.manager),
            lambda: actions.assign_banks(application, by=finance.clerk, banks=[finance.bank]),
        )
    )
    application.refresh_from_db()
    assert (application.status == Status.DRAFT) == (not application.loans.exists())


def test_the_enterprise_withdraws_while_the_bank_approves():
    """Both hold the application before the loan, so neither waits for the other for ever."""
    finance = FinanceCast()
    loan = finance.at_bank(LoanStatus.ACCEPTED)
    terms = {"amount": loan.application.amount, "rate": Decimal(3), "months": 12}
    only_error(
        at_once(
            lambda: applying.withdraw_application(loan.application, by=finance.manager),
            lambda: bank_actions.approve_loan(loan, by=finance.banker, **terms),
        )
    )
    loan.refresh_from_db()
    status = FinanceApplication.objects.get(pk=loan.application_id).status
    assert (loan.status, status) in {
        (LoanStatus.WITHDRAWN, Status.WITHDRAWN),
        (LoanStatus.APPROVED, Status.GRANTED),
    }
