"""Rows of finance matching that figures count. How a piece is written: tests/population.py."""

import datetime
from decimal import Decimal

from django.utils import timezone

from chambers.bodies.models import Chamber
from members.enterprises.models import Enterprise
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication
from services.finance.statuses import Kind, LoanStatus, RejectReason, Status
from tests import cast

DAY = datetime.timedelta(days=1)
ANSWERED = {LoanStatus.APPROVED, LoanStatus.DRAWING, LoanStatus.CLOSED, LoanStatus.REJECTED}


def settle(firms: list[Enterprise]) -> None:
    """Applications in every status over two years, one of them at two banks, loans in every status; a firm that was
    renamed since, one without a town, and a draft, which nobody may count."""
    chambers = list(Chamber.objects.order_by("-pk")[:2])
    banks = [cast.bank(), cast.bank()]
    made = [_application(firms, chambers, number, status) for number, status in enumerate([*Status, Status.GRANTED])]
    Enterprise.objects.filter(pk=firms[2].pk).update(name=f"{firms[2].name}（更名）")
    for number, status in enumerate([*LoanStatus, LoanStatus.APPROVED]):
        _loan(made[number % len(made)], banks[number % 2], number, status)
    _loan(made[0], banks[1], 2, LoanStatus.REJECTED)


def _application(firms: list[Enterprise], chambers: list[Chamber], number: int, status: Status) -> FinanceApplication:
    firm, chamber = firms[number % len(firms)], chambers[number % 2]
    sent = None if status == Status.DRAFT else timezone.now() - (10 + 60 * number) * DAY
    return FinanceApplication.objects.create(
        enterprise=firm,
        enterprise_name=firm.name,
        chamber=chamber,
        chamber_name=chamber.name,
        town=firm.town,
        size_class=firm.size_class,
        section=firm.section,
        kind=list(Kind)[number % 3],
        amount=Decimal(500_000) * (number + 1) + Decimal("0.50"),
        term_months=12,
        status=status,
        status_since=(sent or timezone.now()) + number * DAY,
        version=1 if sent else 0,
        submitted_at=sent,
        endorsed_at=sent,
    )


def _loan(application: FinanceApplication, bank: object, number: int, status: LoanStatus) -> None:
    assigned = timezone.now() - (300 + 40 * number) * DAY
    granted = status in ANSWERED - {LoanStatus.REJECTED}
    BankLoan.objects.create(
        application=application,
        bank=bank,
        bank_name=bank.name,
        enterprise=application.enterprise,
        enterprise_name=application.enterprise_name,
        chamber=application.chamber,
        town=application.town,
        size_class=application.size_class,
        kind=application.kind,
        status=status,
        status_since=assigned + 2 * DAY,
        assigned_at=assigned,
        decided_at=assigned + (1 + number) * DAY if status in ANSWERED else None,
        approved_amount=Decimal(400_000) if granted else None,
        rate=Decimal("3.450") if granted else None,
        approved_months=12 if granted else None,
        reject_code=list(RejectReason)[number % 3] if status == LoanStatus.REJECTED else "",
    )
