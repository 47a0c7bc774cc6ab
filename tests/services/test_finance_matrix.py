"""The table role x action x state of a finance application, made from its predicates."""

import pytest

from services.finance import access
from services.finance.models import FinanceApplication
from services.finance.statuses import LoanStatus, Status
from tests import cast, matrix
from tests.services.drawdowns_cast import drawing
from tests.services.finance_cast import FinanceCast

VERBS = {
    "edit": access.may_edit,
    "submit": access.may_submit,
    "take_back": access.may_take_back,
    "withdraw": access.may_withdraw,
    "consent": access.may_consent,
    "endorse": access.may_endorse,
    "return": access.may_return,
    "decide_policy": access.may_decide_policy,
    "pass_desk": access.may_pass_desk,
    "assign": access.may_assign,
    "decline": access.may_decline,
    "see": lambda user, case: FinanceApplication.objects.visible_to(user).filter(pk=case.pk).exists(),
}


@pytest.fixture
def people(finance):
    return {
        "manager": finance.manager,
        "colleague": cast.colleague(finance.enterprise),
        "other_manager": cast.representative(),
        "secretary": finance.secretary,
        "other_secretary": cast.secretary(),
        "desk_officer": finance.officer,
        "other_department": cast.department_officer(),
        "bank_officer": finance.banker,
        "services_clerk": finance.clerk,
        "registry_clerk": cast.staff("registry_clerk"),
        "auditor": cast.staff("auditor"),
        "administrator": cast.staff("administrator"),
        "outsider": cast.outsider(),
    }


def elsewhere(finance):
    """The same enterprise with another chamber."""
    return FinanceCast(
        chamber=cast.chamber(),
        enterprise=finance.enterprise,
        manager=finance.manager,
        secretary=finance.secretary,
        department=finance.department,
        officer=finance.officer,
        clerk=finance.clerk,
        bank=finance.bank,
        banker=finance.banker,
    )


def test_matrix_of_a_finance_application(finance, people):
    states = {status.value: finance.in_status(status) for status in Status}
    vacant, endorsed_by_the_desk = elsewhere(finance), elsewhere(finance)
    states["submitted, and the chamber has no secretary"] = vacant.sent()
    cast.take_office(finance.officer, endorsed_by_the_desk.chamber)
    endorsed_by_the_desk.secretary = finance.officer
    states["endorsed by the only officer of the desk, for the chamber"] = endorsed_by_the_desk.endorsed()
    matrix.check("finance_application", verbs=VERBS, states=states, people=people)


def test_matrix_of_what_the_enterprise_does_with_a_loan(finance, people):
    states = {
        status.value: drawing(finance) if status == LoanStatus.DRAWING else finance.at_bank(status)
        for status in LoanStatus
    }
    matrix.check(
        "finance_loan_enterprise",
        verbs={"answer": access.may_answer},
        states=states,
        people=people,
    )
