"""Applications, loan cases and drawdowns by the million, for ./scripts/bench: as many applications as there are
enterprises, and five times as many drawdowns, of six banks."""

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone

from chambers.benchmarks import MOST_CHAMBERS, chamber_of
from federation.accounts.models import User
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import fill, job, page, visitor
from federation.indicators import registry
from federation.indicators.rollup import refresh
from members.enterprises.models import Enterprise, Town
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.drawdowns.models import Drawdown
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication
from services.finance.statuses import Guarantee, Kind, LoanStatus, Policy, Purpose, RejectReason, Status
from services.products.models import LoanProduct

BANKS = 6
PRODUCTS = 40
SINCE = datetime.date(2017, 1, 3)
DAYS = 3400
SIZES = ("micro", "micro", "small", "small", "medium", "large")
# Where the loan of an application stands, by its number; most have ended.
LOANS = (
    LoanStatus.CLOSED,
    LoanStatus.CLOSED,
    LoanStatus.REJECTED,
    LoanStatus.DRAWING,
    LoanStatus.CLOSED,
    LoanStatus.REJECTED,
    LoanStatus.CLOSED,
    LoanStatus.APPROVED,
    LoanStatus.CLOSED,
    LoanStatus.ACCEPTED,
)
OF_LOAN = {
    LoanStatus.CLOSED: Status.COMPLETED,
    LoanStatus.REJECTED: Status.DECLINED,
    LoanStatus.DRAWING: Status.GRANTED,
    LoanStatus.APPROVED: Status.GRANTED,
    LoanStatus.ACCEPTED: Status.WITH_BANKS,
}
GRANTED = frozenset({LoanStatus.CLOSED, LoanStatus.DRAWING, LoanStatus.APPROVED})
APPLICATION_COLUMNS = (
    "id status_since due_at kind amount term_months guarantee purpose purpose_note enterprise_name chamber_name "
    "town_name size_class section enterprise_id applicant_id chamber_id town_id contact_name contact_phone form step "
    "version status policy created_at submitted_at endorsed_at"
).split()
LOAN_COLUMNS = (
    "id status_since due_at application_id bank_id bank_name version enterprise_id enterprise_name chamber_id town_id "
    "size_class kind status assigned_by_id assigned_at question approved_amount rate approved_months contract_number "
    "approved_on decided_at reject_code"
).split()
DRAWDOWN_COLUMNS = (
    "id entry bank_id bank_name enterprise_id enterprise_name uscc chamber_id town_id section size_class kind amount "
    "drawn_on due_on rate reference version reason counts recorded_at"
).split()


def _banks() -> list[PartnerOrganisation]:
    return [
        PartnerOrganisation.objects.get_or_create(
            name=f"第{number}合作银行松江支行", defaults={"kind": PartnerOrganisation.Kind.BANK}
        )[0]
        for number in range(1, BANKS + 1)
    ]


def _name(enterprise: int) -> str:
    return f"上海借款{enterprise}号有限公司"


class Numbers:
    """What follows from the number of an enterprise: the same for its applications and its drawdowns."""

    def __init__(self, towns: list[int], chambers: int) -> None:
        self.towns, self.chambers = towns, chambers

    def of(self, enterprise: int) -> tuple[str, int, int, str]:
        chamber = min(chamber_of(enterprise), self.chambers)
        return _name(enterprise), chamber, self.towns[enterprise * 7 % len(self.towns)], SIZES[enterprise % 6]


def _kind(number: int) -> str:
    return Kind.NEW if number % 10 < 6 else Kind.RENEWAL if number % 10 < 9 else Kind.EXTENSION


def _moment(number: int) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(SINCE, datetime.time(9))) + datetime.timedelta(
        minutes=number * 1439 % (DAYS * 1440)
    )


def _applications(numbers: range, known: Numbers) -> Iterator[Sequence[Any]]:
    day = datetime.timedelta(days=1)
    for number in numbers:
        name, chamber, town, size = known.of(number)
        sent = _moment(number)
        status = OF_LOAN[LOANS[number % 10]]
        yield (
            number,
            sent + 20 * day,
            None,
            _kind(number),
            Decimal(10_000 * (number % 800 + 20)),
            12,
            Guarantee.CREDIT,
            Purpose.WORKING_CAPITAL,
            "",
            name,
            f"商会{chamber}",
            "",
            size,
            "C",
            number,
            None,
            chamber,
            town,
            "联系人",
            "+8613900000000",
            "{}",
            "",
            1,
            status,
            Policy.CONFIRMED,
            sent,
            sent,
            sent + 3 * day,
        )


def _loans(numbers: range, known: Numbers, banks: list[PartnerOrganisation]) -> Iterator[Sequence[Any]]:
    day = datetime.timedelta(days=1)
    for number in numbers:
        name, chamber, town, size = known.of(number)
        sent, status, bank = _moment(number), LOANS[number % 10], banks[number * 13 % 7 % BANKS]
        decided = sent + (8 + number % 9) * day if status in GRANTED or status == LoanStatus.REJECTED else None
        granted = status in GRANTED
        yield (
            number,
            sent + 20 * day,
            sent + 30 * day if status in (LoanStatus.ACCEPTED, LoanStatus.APPROVED) else None,
            number,
            bank.pk,
            bank.name,
            1,
            number,
            name,
            chamber,
            town,
            size,
            _kind(number),
            status,
            None,
            sent + 6 * day,
            "",
            Decimal(10_000 * (number % 800 + 20)) if granted else None,
            Decimal("3.85") if granted else None,
            12 if granted else None,
            "",
            (sent + 15 * day).date() if granted else None,
            decided,
            RejectReason.CREDIT if status == LoanStatus.REJECTED else "",
        )


def _drawdowns(numbers: range, firms: int, known: Numbers, banks: list[PartnerOrganisation]) -> Iterator[Sequence[Any]]:
    now = timezone.now()
    for number in numbers:
        enterprise = number * 7919 % firms + 1
        name, chamber, town, size = known.of(enterprise)
        bank = banks[number * 13 % 7 % BANKS]
        day = SINCE + datetime.timedelta(days=number * 37 % DAYS)
        yield (
            number,
            "drawdown",
            bank.pk,
            bank.name,
            enterprise,
            name,
            "",
            chamber,
            town,
            "ACFGIL"[enterprise % 6],
            size,
            _kind(number),
            Decimal(10_000 * (number % 700 + 10)),
            day,
            day + datetime.timedelta(days=365),
            Decimal("3.85"),
            f"J{number}",
            1,
            "",
            number % 50 != 0,
            now,
        )


@fill(order=30)
def fill_loans(size: int) -> None:
    """`size` applications with a loan case each, and five drawdowns for each of them."""
    banks = _banks()
    towns = list(Town.objects.order_by("position").values_list("pk", flat=True))
    known = Numbers(towns, min(size, MOST_CHAMBERS))
    firms = Enterprise.objects.order_by("-pk").values_list("pk", flat=True)[0]
    numbers = range(FinanceApplication.objects.count() + 1, min(size, firms) + 1)
    with filling("services_financeapplication", len(numbers)):
        copy_rows("services_financeapplication", APPLICATION_COLUMNS, _applications(numbers, known))
    with filling("services_bankloan", len(numbers)):
        copy_rows("services_bankloan", LOAN_COLUMNS, _loans(numbers, known, banks))
    rows = range(Drawdown.objects.count() + 1, 5 * size + 1)
    with filling("services_drawdown", len(rows)):
        copy_rows("services_drawdown", DRAWDOWN_COLUMNS, _drawdowns(rows, firms, known, banks))
    _offer(banks)
    for name in FIGURES:
        # What beat does every half hour: the pages are to be measured as they are then.
        refresh(registry.get(name))


def _offer(banks: list[PartnerOrganisation]) -> None:
    if LoanProduct.objects.exists():
        return
    LoanProduct.objects.bulk_create(
        LoanProduct(
            bank=banks[number % BANKS],
            name=f"第{number}号信用贷",
            summary="商会推荐的会员企业",
            conditions="营业执照、近两年财务报表",
            amount_max=Decimal(5_000_000),
            term_max=24,
            rate_from=Decimal("3.45"),
            kinds=["new"],
            guarantees=["credit"],
            opens_on=SINCE,
        )
        for number in range(PRODUCTS)
    )


FIGURES = (
    "finance-applications",
    "finance-cases",
    "finance-enterprises",
    "finance-drawn",
    "finance-drawdowns",
    "finance-new-share",
    "finance-approval-rate",
    "finance-turnaround",
)


@job("Figures of loans, rebuilt and held against the plain queries")
def figures_job(folder: Path, quick: bool) -> list[str]:
    return ["figures", *FIGURES, "--rebuild", "--check"]


@visitor("bank")
def bank_officer() -> User:
    user = benchmark_user("bench-bank")
    PartnerOfficer.objects.get_or_create(organisation=_banks()[0], user=user, defaults={"since": SINCE})
    return user


@visitor("services")
def services_clerk() -> User:
    return benchmark_user("bench-services", role="services_clerk")


# --- Pages ----------------------------------------------------------------------------------------


def _cases() -> list[str]:
    """Cases of the first bank, spread over the table."""
    own = BankLoan.objects.filter(bank=_banks()[0]).order_by("-status_since", "-pk")
    return [f"/partners/loans/{pk}/" for pk in own.values_list("pk", flat=True)[:24]]


def _products() -> list[str]:
    return [f"/services/finance/products/{pk}/" for pk in LoanProduct.objects.values_list("pk", flat=True)[:24]]


page("Loan products", "/services/finance/products/")
page("Loan products, filtered", "/services/finance/products/?size=small&guarantee=credit")
page("A loan product", _products)
page("Figure: enterprises that obtained loans", "/figures/finance-enterprises/")
page("Figure: loans drawn", "/figures/finance-drawn/")
page("Bank's desk", "/partners/", visitor="bank")
page("Loan cases of a bank", "/partners/loans/", "/partners/loans/?group=ours", visitor="bank")
page("A loan case", _cases, visitor="bank")
page("Drawdowns of a bank", "/partners/drawdowns/", visitor="bank")
page("Drawdowns of a bank, of one year", "/partners/drawdowns/?since=2021-01-01&until=2021-12-31", visitor="bank")
page("Products of a bank", "/partners/products/", visitor="bank")
page("A bank's table, to be sent in", "/partners/drawdowns/upload/", visitor="bank")
page("Loan products in the admin", "/admin/services/loanproduct/", visitor="services")
page("Drawdowns in the admin", "/admin/services/drawdown/", visitor="services")
page("Loan cases in the admin", "/admin/services/bankloan/", visitor="services")
page("Figure: loans drawn, for staff", "/figures/finance-drawn/", visitor="services")
page("Rows of a figure: drawdowns", "/figures/finance-drawn/rows/?year=2021", visitor="services")
