"""The table role x action x state of a loan at its bank, made from the predicates."""

from services.finance import bank_access
from services.finance.loans import BankLoan
from services.finance.statuses import LoanStatus
from tests import cast, matrix
from tests.services.drawdowns_cast import drawing

VERBS = {
    "accept": bank_access.may_accept,
    "ask_more": bank_access.may_ask_more,
    "approve": bank_access.may_approve,
    "reject": bank_access.may_reject,
    "refer": bank_access.may_refer,
    "draw": bank_access.may_draw,
    "mend": bank_access.may_mend,
    "follow_up": bank_access.may_follow_up,
    "close": bank_access.may_close,
    "read_papers": bank_access.may_read_papers,
    "see": lambda user, case: BankLoan.objects.visible_to(user).filter(pk=case.pk).exists(),
}


def test_matrix_of_a_loan_at_its_bank(finance):
    states = {
        status.value: drawing(finance) if status == LoanStatus.DRAWING else finance.at_bank(status)
        for status in LoanStatus
    }
    both = cast.bank_officer(finance.bank, "客户经理兼企业代表")
    cast.represent(both, finance.enterprise)
    people = {
        "bank_officer": finance.banker,
        "colleague": cast.bank_officer(finance.bank),
        "other_bank": cast.bank_officer(),
        "officer_who_is_the_enterprise": both,
        "manager": finance.manager,
        "secretary": finance.secretary,
        "desk_officer": finance.officer,
        "services_clerk": finance.clerk,
        "auditor": cast.staff("auditor"),
        "administrator": cast.staff("administrator"),
        "outsider": cast.outsider(),
    }
    matrix.check("bank_loan", verbs=VERBS, states=states, people=people)
