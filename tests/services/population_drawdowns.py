"""Finance applications, loan cases and drawdowns that figures count, with corrections, reversals and extensions among
them that must not be counted. How a piece is written: tests/population.py."""

import datetime
from decimal import Decimal

from django.utils import timezone

from members.enterprises.models import Enterprise
from services.drawdowns import ledger
from services.drawdowns.models import Drawdown
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication
from services.finance.statuses import Kind, LoanStatus, RejectReason, Status
from tests import cast

DAY = datetime.timedelta(days=1)
SENT = [status for status in Status if status != Status.DRAFT]


def settle(firms: list[Enterprise]) -> None:
    banks = [cast.bank(), cast.bank()]
    _applications(firms, banks)
    _drawdowns(firms, banks)


def _applications(firms: list[Enterprise], banks: list) -> None:
    now = timezone.now()
    for number, status in enumerate([*SENT, *SENT]):
        firm = firms[number % 10]
        chamber = _chamber_on(firm, timezone.localdate())
        sent = now - (30 + 45 * number) * DAY
        copied = {
            "enterprise": firm,
            "enterprise_name": firm.name,
            "chamber_id": chamber,
            "town_id": firm.town_id,
            "size_class": firm.size_class,
            "kind": list(Kind)[number % 3],
        }
        one = FinanceApplication.objects.create(
            **copied, amount=Decimal(1_000_000), status=status, submitted_at=sent, version=1
        )
        for place, bank in enumerate(banks[: number % 3]):
            _loan(one, bank, list(LoanStatus)[(number + place) % len(LoanStatus)], copied, sent, number)
    FinanceApplication.objects.create(enterprise=firms[0], enterprise_name=firms[0].name)


def _loan(one: FinanceApplication, bank, status: str, copied: dict, sent: datetime.datetime, number: int) -> None:
    granted = status in {LoanStatus.APPROVED, LoanStatus.DRAWING, LoanStatus.CLOSED}
    rejected = status == LoanStatus.REJECTED
    BankLoan.objects.create(
        **copied,
        application=one,
        bank=bank,
        bank_name=bank.name,
        status=status,
        assigned_at=sent + DAY,
        approved_amount=Decimal(900_000) if granted else None,
        reject_code=list(RejectReason)[number % 3] if rejected else "",
        decided_at=sent + (2 + number) * DAY if granted or rejected else None,
    )


def _drawdowns(firms: list[Enterprise], banks: list) -> None:
    """Every firm but the last has some; one has only what was reversed; one only an extension."""
    today = timezone.localdate()
    rows = []
    for number, firm in enumerate(firms[:8]):
        for turn in range(1 + number % 3):
            day = today - (20 + 150 * turn + 40 * number) * DAY
            rows.append(
                _row(firm, banks[(number + turn) % 2], day, list(Kind)[(number + turn) % 2], 100_000 * (number + 1))
            )
    old = rows[0]
    new = ledger.write_version(old, by=None, reason="更正", amount=Decimal("123456.78"))
    # Renamed since: it is one enterprise under two names.
    ledger.write_version(new, by=None, reason="再更正", enterprise_name="上海旧名测试厂")
    ledger.write_reversal(rows[3], by=None, reason="退回")
    only = _row(firms[8], banks[0], today - 30 * DAY, Kind.NEW, 999)
    ledger.write_reversal(only, by=None, reason="退回")
    for number, row in enumerate(rows[4:7]):
        _row(firms[number], banks[number % 2], row.drawn_on + DAY, Kind.EXTENSION, 50_000)


def _chamber_on(firm: Enterprise, day: datetime.date) -> int | None:
    return ledger.chambers_on([(firm.pk, day)]).get((firm.pk, day))


def _row(firm: Enterprise, bank, day: datetime.date, kind: str, amount: int) -> Drawdown:
    said = ledger.as_on_the_day(firm, _chamber_on(firm, day))
    return Drawdown.objects.create(
        **said, bank=bank, bank_name=bank.name, kind=kind, amount=Decimal(amount), drawn_on=day
    )
