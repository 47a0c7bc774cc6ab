"""Drawdowns, and banks' tables as files, for tests."""

import datetime
import io
from decimal import Decimal
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.drawdowns import actions, ledger
from services.drawdowns.models import Drawdown
from services.finance.loans import BankLoan
from services.finance.statuses import Kind, LoanStatus
from tests.services.finance_cast import FinanceCast

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADER = ("企业名称", "统一社会信用代码", "业务类型", "放款金额（万元）", "放款日期", "到期日", "利率", "借据号")


def today() -> datetime.date:
    return timezone.localdate()


def drawn(
    enterprise: Enterprise,
    bank: PartnerOrganisation,
    amount: Any = 1_000_000,
    drawn_on: datetime.date | None = None,
    kind: str = Kind.NEW,
    **fields: Any,
) -> Drawdown:
    """A row of the ledger as a bank's table would have brought it."""
    day = drawn_on or today()
    said = ledger.as_on_the_day(enterprise, fields.pop("chamber_id", None))
    return Drawdown.objects.create(
        **{**said, **fields}, bank=bank, bank_name=bank.name, amount=Decimal(amount), drawn_on=day, kind=kind
    )


def drawing(finance: FinanceCast, amount: int = 2_000_000, **need: Any) -> BankLoan:
    """A loan of which something has been drawn."""
    loan = finance.at_bank(LoanStatus.APPROVED, **need)
    actions.record_drawdown(loan, by=finance.banker, amount=Decimal(amount), drawn_on=today(), reference="JJ-1")
    loan.refresh_from_db()
    return loan


def line(enterprise: Enterprise | None, amount: Any = 100, day: Any = None, kind: str = "新增", **more: Any) -> tuple:
    """One line of a table under HEADER; `amount` in 万元."""
    code = more.pop("code", enterprise.uscc if enterprise else "")
    name = more.pop("name", enterprise.name if enterprise else "")
    found = {"due": "", "rate": "", "reference": "", **more}
    return (name, code, kind, amount, day or today(), found["due"], found["rate"], found["reference"])


def workbook(
    *lines: tuple, header: tuple = HEADER, name: str = "放款明细.xlsx", above: tuple = ()
) -> SimpleUploadedFile:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (*above, header, *lines):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return SimpleUploadedFile(name, content.getvalue(), content_type=XLSX)
