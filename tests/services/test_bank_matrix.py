"""The tables role x action x state of a loan at its bank, of the bank's products and of its tables of drawdowns, made
from the predicates."""

import datetime

from services.drawdowns import access as table_access
from services.drawdowns import files
from services.drawdowns.models import DrawdownFile
from services.drawdowns.statuses import FileStatus
from services.finance import bank_access
from services.finance.loans import BankLoan
from services.finance.statuses import LoanStatus
from services.products import access as product_access
from tests import cast, matrix
from tests.services.drawdowns_cast import drawing, line, today, workbook
from tests.services.test_products import product

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
    matrix.check("bank_loan", verbs=VERBS, states=states, people=everybody(finance))


def everybody(finance):
    both = cast.bank_officer(finance.bank, "客户经理兼企业代表")
    cast.represent(both, finance.enterprise)
    return {
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


def left_by(finance):
    """A bank that works with the federation no more, with the same officer."""
    bank = cast.bank(is_active=False)
    cast.PartnerOfficer.objects.create(organisation=bank, user=finance.banker, since=cast.LONG_AGO)
    return bank


def test_matrix_of_a_loan_product(finance):
    day = datetime.timedelta(days=1)
    states = {
        "open": product(finance.bank, "在售"),
        "to come": product(finance.bank, "明天开", opens_on=today() + day),
        "closed": product(finance.bank, "昨天关", opens_on=today() - 9 * day, closes_on=today() - day),
        "open, and the bank has left": product(left_by(finance), "银行退出"),
    }
    verbs = {"keep": product_access.may_keep, "see": product_access.may_see}
    matrix.check("loan_product", verbs=verbs, states=states, people=everybody(finance))


def test_matrix_of_a_banks_table(finance):
    def brought(amount):
        upload = workbook(line(finance.enterprise, amount))
        return files.upload_file(finance.bank, by=finance.banker, upload=upload, since=today(), until=today())

    states = {status.value: brought(10 + number) for number, status in enumerate(FileStatus)}
    files.apply_file(states[FileStatus.APPLIED], by=finance.banker)
    files.discard_file(states[FileStatus.DISCARDED], by=finance.banker)
    states["previewed, and the bank has left"] = left = brought(99)
    left.bank = left_by(finance)
    left.save()
    for file in states.values():
        file.refresh_from_db()
    verbs = {
        "upload": lambda user, file: table_access.may_upload(user, file.bank),
        "decide": table_access.may_decide,
        "see": lambda user, file: DrawdownFile.objects.visible_to(user).filter(pk=file.pk).exists(),
    }
    assert [file.status for file in states.values()] == [*FileStatus, FileStatus.PREVIEWED]
    matrix.check("drawdown_file", verbs=verbs, states=states, people=everybody(finance))
