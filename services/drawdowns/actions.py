"""What a bank pays out on a loan: tranches, corrections, reversals, renewals and extensions.

Every verb holds the application and the loan, checks the right on the rows as they stand and writes one row that is
never changed again. The loan's status follows: drawn once something counts, approved again once nothing does.
"""

import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import cn_date, money
from services.drawdowns import ledger, rules
from services.drawdowns.messages import tell_drawdown
from services.drawdowns.models import Drawdown
from services.finance import bank_access as access
from services.finance.bank_errors import DrawdownRefused
from services.finance.following import follow_banks
from services.finance.loans import BankLoan
from services.finance.statuses import Hand, Kind, LoanStatus
from services.finance.transitions import LOAN_FLOW


@transaction.atomic
def record_drawdown(
    loan: BankLoan,
    *,
    by: User,
    amount: Decimal,
    drawn_on: datetime.date,
    due_on: datetime.date | None = None,
    reference: str = "",
    hat: str = "",
) -> Drawdown:
    """One tranche. Raises DrawdownRefused above what was approved, before the approval, or in the future."""
    held = _held(loan, by, access.may_draw)
    reference = reference.strip()
    rules.refuse_amount(amount)
    rules.refuse_day(drawn_on, due_on)
    rules.refuse_before_approval(held, drawn_on)
    rules.refuse_beyond_approval(held, amount)
    rules.refuse_known_reference(held, reference)
    rules.refuse_twin(held, held.kind, amount, drawn_on, reference)
    row = _write(held, by, kind=held.kind, amount=amount, drawn_on=drawn_on, due_on=due_on, reference=reference)
    _follow(held, row, by, hat)
    tell_drawdown(row)
    return row


@transaction.atomic
def renew_drawdown(drawdown: Drawdown, *, by: User, hat: str = "", **terms: Any) -> Drawdown:
    """The bank lends the same money again (续贷): `amount`, `drawn_on`, `due_on`, `rate`, `reference`."""
    return _follow_up(drawdown, Kind.RENEWAL, by, hat, **terms)


@transaction.atomic
def extend_drawdown(drawdown: Drawdown, *, by: User, hat: str = "", **terms: Any) -> Drawdown:
    """The bank gives more time (展期): nothing is paid out. As `renew_drawdown`; a new day of repayment is needed."""
    if terms.get("due_on") is None:
        raise DrawdownRefused(_("An extension names the new day of repayment."), "due_on")
    return _follow_up(drawdown, Kind.EXTENSION, by, hat, **terms)


def _follow_up(
    drawdown: Drawdown,
    kind: Kind,
    by: User,
    hat: str,
    *,
    amount: Decimal,
    drawn_on: datetime.date,
    due_on: datetime.date | None = None,
    rate: Decimal | None = None,
    reference: str = "",
) -> Drawdown:
    held = _held(_loan_of(drawdown), by, access.may_follow_up)
    followed = ledger.newest_of(drawdown)
    reference = reference.strip()
    rules.refuse_amount(amount)
    rules.refuse_day(drawn_on, due_on)
    rules.refuse_beyond(followed, amount, drawn_on)
    if kind == Kind.EXTENSION:
        rules.refuse_no_later(followed, due_on)
    rules.refuse_known_reference(held, reference)
    rules.refuse_twin(held, kind, amount, drawn_on, reference)
    row = _write(
        held,
        by,
        kind=kind,
        amount=amount,
        drawn_on=drawn_on,
        due_on=due_on,
        rate=rate,
        reference=reference,
        follows=ledger.root_of(followed),
    )
    _follow(held, row, by, hat)
    tell_drawdown(row)
    return row


@transaction.atomic
def correct_drawdown(
    drawdown: Drawdown,
    *,
    by: User,
    reason: str,
    amount: Decimal,
    drawn_on: datetime.date,
    due_on: datetime.date | None = None,
    reference: str = "",
    hat: str = "",
) -> Drawdown:
    """A new version: the old one stays readable and no longer counts. Raises DrawdownRefused as for a tranche."""
    held = _held(_loan_of(drawdown), by, access.may_mend)
    row = ledger.newest_of(drawdown)
    reason = needed(reason, _("Say why it is corrected: both versions stay."))
    reference = reference.strip()
    rules.refuse_amount(amount)
    rules.refuse_day(drawn_on, due_on)
    rules.refuse_correction(row, held, amount, drawn_on)
    rules.refuse_known_reference(held, reference, but=row)
    values = {"amount": amount, "drawn_on": drawn_on, "due_on": due_on, "reference": reference}
    if all(getattr(row, name) == value for name, value in values.items()):
        raise DrawdownRefused(_("Nothing is different from what is recorded."))
    return ledger.write_version(row, by=by, reason=reason, **values)


@transaction.atomic
def reverse_drawdown(drawdown: Drawdown, *, by: User, reason: str, hat: str = "") -> Drawdown:
    """Take the whole of it back, as it was never paid out or came back at once. Part of it is a correction."""
    held = _held(_loan_of(drawdown), by, access.may_mend)
    row = ledger.newest_of(drawdown)
    reason = needed(reason, _("Say why it is taken back."))
    later = ledger.root_of(row).follow_ups.counting().first()
    if later is not None:
        raise DrawdownRefused(
            _("It was renewed or extended on %(day)s (%(amount)s): take that back first.")
            % {"day": cn_date(later.drawn_on), "amount": money(later.amount)}
        )
    reversal = ledger.write_reversal(row, by=by, reason=reason)
    if held.status == LoanStatus.DRAWING and not held.drawdowns.counting().exists():
        LOAN_FLOW.move(held, LoanStatus.APPROVED, by=by, hat=hat, reason=reason, on_step={"hand": Hand.BANK})
        follow_banks(held.application, by=by, hat=hat)
    tell_drawdown(reversal)
    return reversal


def _loan_of(drawdown: Drawdown) -> BankLoan:
    if drawdown.loan is None:
        raise DrawdownRefused(_("It came with a bank's file and is corrected by the next one."))
    return drawdown.loan


def _held(loan: BankLoan, by: User, may: Any) -> BankLoan:
    """The loan, held. Raises AlreadyMoved where its status no longer allows it, PermissionDenied for who may not."""
    held = LOAN_FLOW.hold(loan)
    ledger.hold_bank(held.bank_id)
    if not may(by, held):
        if access.serves(by, held):
            raise LOAN_FLOW.already_moved(held)
        raise PermissionDenied
    return held


def _write(loan: BankLoan, by: User, **values: Any) -> Drawdown:
    """Section and name are of today; chamber, town and size are those that the loan was assigned with."""
    day = ledger.as_on_the_day(loan.enterprise, loan.chamber_id)
    day.update(town_id=loan.town_id, size_class=loan.size_class)
    values["rate"] = values.get("rate") or loan.rate
    return Drawdown.objects.create(
        **day, **values, bank_id=loan.bank_id, bank_name=loan.bank.name, loan=loan, recorded_by=by
    )


def _follow(loan: BankLoan, row: Drawdown, by: User, hat: str) -> None:
    if loan.status in {LoanStatus.APPROVED, LoanStatus.CLOSED}:
        reason = _("%(kind)s: %(amount)s on %(day)s") % {
            "kind": row.get_kind_display(),
            "amount": money(row.amount),
            "day": cn_date(row.drawn_on),
        }
        LOAN_FLOW.move(loan, LoanStatus.DRAWING, by=by, hat=hat, reason=reason, on_step={"hand": Hand.BANK})
        follow_banks(loan.application, by=by, hat=hat)
