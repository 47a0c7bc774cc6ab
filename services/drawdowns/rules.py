"""What a row of the ledger must be before it is written; each rule says in words what is wrong."""

import datetime
from decimal import Decimal

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.portal.formats import cn_date, money
from services.drawdowns import ledger
from services.drawdowns.models import Drawdown
from services.finance.bank_errors import DrawdownRefused
from services.finance.loans import BankLoan

# A bank's table may bring what happened before the portal; nothing before the scheme itself.
EARLIEST = datetime.date(2000, 1, 1)
LARGEST = Decimal(10) ** 13


def refuse_amount(amount: Decimal) -> None:
    if amount <= 0:
        raise DrawdownRefused(_("A drawdown is more than nothing."), "amount")
    if amount >= LARGEST:
        raise DrawdownRefused(_("This amount is too large to be true."), "amount")
    if amount != amount.quantize(Decimal("0.01")):
        raise DrawdownRefused(_("An amount has two decimals at most."), "amount")


def refuse_day(drawn_on: datetime.date, due_on: datetime.date | None = None) -> None:
    if drawn_on > timezone.localdate():
        raise DrawdownRefused(
            _("%(day)s is still to come: record it when the money has been paid out.") % {"day": cn_date(drawn_on)},
            "drawn_on",
        )
    if drawn_on < EARLIEST:
        raise DrawdownRefused(_("%(date)s is too long ago to be meant.") % {"date": cn_date(drawn_on)}, "drawn_on")
    if due_on is not None and due_on < drawn_on:
        raise DrawdownRefused(_("It would be due before it was drawn."), "due_on")


def refuse_before_approval(loan: BankLoan, drawn_on: datetime.date) -> None:
    if loan.approved_on and drawn_on < loan.approved_on:
        raise DrawdownRefused(
            _("The loan was approved on %(day)s; nothing can have been drawn before.")
            % {"day": cn_date(loan.approved_on)},
            "drawn_on",
        )


def drawn_of(loan: BankLoan, but: Drawdown | None = None) -> Decimal:
    """What has been drawn of the approved amount, without what renews or extends it."""
    tranches = loan.drawdowns.counting().filter(follows=None)
    if but is not None:
        tranches = tranches.exclude(pk=but.pk)
    return tranches.aggregate(drawn=Sum("amount"))["drawn"] or Decimal(0)


def refuse_beyond_approval(loan: BankLoan, amount: Decimal, but: Drawdown | None = None) -> None:
    approved = loan.approved_amount or Decimal(0)
    drawn = drawn_of(loan, but)
    if drawn + amount > approved:
        raise DrawdownRefused(
            _("%(approved)s were approved and %(drawn)s are drawn: %(left)s can still be drawn, not %(amount)s.")
            % {
                "approved": money(approved),
                "drawn": money(drawn),
                "left": money(max(approved - drawn, Decimal(0))),
                "amount": money(amount),
            },
            "amount",
        )


def refuse_known_reference(loan: BankLoan, reference: str, but: Drawdown | None = None) -> None:
    if not reference:
        return
    known = Drawdown.objects.counting().filter(bank=loan.bank_id, reference=reference)
    if but is not None:
        known = known.exclude(pk=but.pk)
    other = known.first()
    if other is not None:
        raise DrawdownRefused(
            _("The reference %(reference)s stands for a drawdown of %(amount)s by %(enterprise)s on %(day)s.")
            % {
                "reference": reference,
                "amount": money(other.amount),
                "enterprise": other.enterprise_name,
                "day": cn_date(other.drawn_on),
            },
            "reference",
        )


def refuse_twin(loan: BankLoan, kind: str, amount: Decimal, drawn_on: datetime.date, reference: str) -> None:
    """The same sum on the same day, and no reference that tells the two apart, is a button pressed twice."""
    if reference:
        return
    twins = loan.drawdowns.counting().filter(kind=kind, amount=amount, drawn_on=drawn_on)
    twin = twins.select_related("recorded_by").first()
    if twin is not None:
        raise DrawdownRefused(
            _("%(who)s has recorded %(amount)s on %(day)s already. Was it paid a second time? Then give its reference.")
            % {"who": twin.recorded_by or twin.bank_name, "amount": money(amount), "day": cn_date(drawn_on)},
            "reference",
        )


def refuse_beyond(followed: Drawdown, amount: Decimal, day: datetime.date) -> None:
    """A renewal or an extension is of what was drawn, not of more, and comes after it."""
    if amount > followed.amount:
        raise DrawdownRefused(
            _("%(drawn)s were drawn: no more than that can be renewed or extended.")
            % {"drawn": money(followed.amount)},
            "amount",
        )
    if day < followed.drawn_on:
        raise DrawdownRefused(
            _("It was drawn on %(day)s: it can't be renewed or extended before.") % {"day": cn_date(followed.drawn_on)},
            "drawn_on",
        )


def refuse_no_later(followed: Drawdown, due_on: datetime.date) -> None:
    """Part of it may have been extended to another day: what counts is the day on which the whole was due."""
    if followed.due_on and due_on <= followed.due_on:
        raise DrawdownRefused(
            _("It is due on %(day)s already: an extension ends later.") % {"day": cn_date(followed.due_on)}, "due_on"
        )


def refuse_below_follow_ups(root: Drawdown, amount: Decimal, day: datetime.date) -> None:
    for later in root.follow_ups.counting():
        if later.amount > amount or later.drawn_on < day:
            raise DrawdownRefused(
                _("%(amount)s of it were renewed or extended on %(day)s: correct that first.")
                % {"amount": money(later.amount), "day": cn_date(later.drawn_on)},
                "amount",
            )


def refuse_correction(row: Drawdown, loan: BankLoan, amount: Decimal, day: datetime.date) -> None:
    """What a row on a case may become, whether it is typed there or comes with the bank's table."""
    if row.follows is not None:
        refuse_beyond(ledger.standing_of(row.follows), amount, day)
        return
    refuse_before_approval(loan, day)
    refuse_beyond_approval(loan, amount, but=row)
    refuse_below_follow_ups(ledger.root_of(row), amount, day)
