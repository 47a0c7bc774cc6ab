"""What a bank sees of a loan: what the enterprise passed on, as far as its consent goes, and what the bank did."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.portal.formats import cn_date, money
from services.drawdowns.models import Drawdown
from services.drawdowns.statuses import Entry
from services.finance import bank_access as access
from services.finance.bank_messages import rate_text
from services.finance.loans import BankLoan
from services.finance.models import FinanceVersion
from services.finance.pages import need_facts, papers_of
from services.finance.statuses import LOAN_PENDING, LoanStatus, Policy
from services.products.fit import months

# Ways to narrow the list: who has it before them.
GROUPS: dict[str, frozenset[LoanStatus]] = {
    "ours": frozenset({LoanStatus.ASSIGNED, LoanStatus.ACCEPTED, LoanStatus.APPROVED}),
    "asked": frozenset({LoanStatus.MORE_ASKED}),
    "running": frozenset({LoanStatus.DRAWING}),
    "ended": frozenset({LoanStatus.CLOSED, LoanStatus.REJECTED, LoanStatus.REFERRED}),
}
ROWS_SHOWN = 200


def group_words() -> list[tuple[str, str]]:
    return [
        ("ours", _("Waits for the bank")),
        ("asked", _("Waits for the enterprise")),
        ("running", _("Being drawn")),
        ("ended", _("Ended")),
    ]


@dataclass(frozen=True)
class DrawdownRow:
    """`sign` is of the row; `stands` says that it counts today; `old` that a later one took its place."""

    drawdown: Drawdown
    stands: bool
    old: bool

    @property
    def is_reversal(self) -> bool:
        return self.drawdown.entry == Entry.REVERSAL


def drawdown_rows(loan: BankLoan) -> list[DrawdownRow]:
    """Every row of the ledger, in the order of writing."""
    rows = loan.drawdowns.select_related("recorded_by", "supersedes", "reverses").order_by("pk")[:ROWS_SHOWN]
    return [DrawdownRow(row, row.counts, not row.counts and row.entry == Entry.DRAWDOWN) for row in rows]


def passed_on(loan: BankLoan) -> dict[str, Any]:
    """What the enterprise let the bank see: the version assigned or last answered with, its papers, whom to call."""
    application = loan.application
    version = FinanceVersion.objects.filter(application=application, number=loan.version).first()
    decision = application.decisions.order_by("-decided_at", "-pk").first()
    return {
        "need": need_facts(version or application),
        "facts": _facts(loan, version),
        "papers": papers_of(application, loan.version),
        "contact": (application.contact_name, application.contact_phone.removeprefix("+86")),
        "policy": Policy(decision.outcome).label if decision else "",
        "policy_note": decision.note if decision else "",
        "wishes": [wish["name"] for wish in (version.wishes if version else []) if wish.get("bank") == loan.bank_id],
    }


def _facts(loan: BankLoan, version: FinanceVersion | None) -> list[tuple[str, str]]:
    rows = [
        (_("Credit code"), version.uscc if version else ""),
        (_("Chamber"), version.chamber_name if version else ""),
        (_("Town"), version.town_name if version else ""),
        (_("Size class"), loan.get_size_class_display()),
        (_("Staff"), str(version.staff_count) if version and version.staff_count is not None else ""),
        (_("Revenue of last year"), str(money(version.revenue)) if version and version.revenue is not None else ""),
    ]
    return [(str(name), str(value)) for name, value in rows if value]


def terms(loan: BankLoan) -> list[tuple[str, str]]:
    """What the bank granted, in words."""
    if loan.approved_amount is None:
        return []
    rows = [
        (_("Approved amount"), str(money(loan.approved_amount))),
        (_("Yearly rate"), f"{rate_text(loan)}%"),
        (_("Term"), months(loan.approved_months or 0)),
        (_("Approved on"), cn_date(loan.approved_on)),
        (_("Contract number"), loan.contract_number),
    ]
    return [(str(name), str(value)) for name, value in rows if value]


def balance(loan: BankLoan, rows: list[DrawdownRow]) -> dict[str, Decimal]:
    tranches = [row.drawdown.amount for row in rows if row.stands and row.drawdown.follows_id is None]
    drawn = sum(tranches, Decimal(0))
    return {"drawn": drawn, "left": max((loan.approved_amount or Decimal(0)) - drawn, Decimal(0))}


def permissions(user: User, loan: BankLoan) -> dict[str, bool]:
    """Everything asked at once: who serves the loan is the same question for each verb."""
    if not access.serves(user, loan):
        return {}
    status = loan.status
    return {
        "accept": status == LoanStatus.ASSIGNED,
        "ask": status in access.EXAMINED,
        "approve": status == LoanStatus.ACCEPTED,
        "reject": status in LOAN_PENDING,
        "refer": status in access.EXAMINED,
        "draw": status in access.DRAWN_FROM,
        "mend": status in access.FOLLOWED_UP,
        "close": status in access.DRAWN_FROM,
    }
