"""What a bank does with an application that was assigned to it: take it on, ask, approve, reject, refer back, close.

The only writers of a loan's status but for the enterprise's own (answer, withdrawal). Each verb holds the application
and then the loan, checks the right on the row as it stands, leaves a step, brings the application along and tells whom
it concerns. What is paid out is written by services/drawdowns/actions.py.
"""

import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import cn_date, money
from services.finance import bank_access as access
from services.finance.bank_errors import ConsentGone, TermsRefused
from services.finance.bank_messages import tell_bank_step
from services.finance.following import follow_banks
from services.finance.loans import BankLoan, LoanStep
from services.finance.statuses import Hand, LoanStatus, RejectReason
from services.finance.transitions import LOAN_FLOW

# Yearly, in per cent. Four times the prime rate is where courts stop; a bank's rate of 36 is 3.6 mistyped.
HIGHEST_RATE = Decimal(24)
# A bank may grant something more than was asked for, but ten times as much is another unit.
MOST_TIMES_ASKED = 3
LONGEST_TERM = 360


@transaction.atomic
def accept_loan(loan: BankLoan, *, by: User, hat: str = "") -> BankLoan:
    """Take it on: from here the bank's clock for examining it runs."""
    held = LOAN_FLOW.locked(loan, LoanStatus.ACCEPTED, by, access.may_accept)
    _require_consent(held)
    return _moved(held, LoanStatus.ACCEPTED, by=by, hat=hat)


@transaction.atomic
def ask_for_more(loan: BankLoan, *, by: User, question: str, hat: str = "") -> BankLoan:
    """The enterprise answers, with papers if need be; meanwhile the clock is the enterprise's."""
    held = LOAN_FLOW.locked(loan, LoanStatus.MORE_ASKED, by, access.may_ask_more)
    _require_consent(held)
    question = needed(question, _("Say what is missing: the enterprise reads it on its phone."))
    return _moved(held, LoanStatus.MORE_ASKED, by=by, hat=hat, reason=question, question=question)


@transaction.atomic
def approve_loan(
    loan: BankLoan,
    *,
    by: User,
    amount: Decimal,
    rate: Decimal,
    months: int,
    approved_on: datetime.date | None = None,
    contract_number: str = "",
    hat: str = "",
    reason: str = "",
) -> BankLoan:
    """`amount` in yuan, `rate` in per cent a year. Raises TermsRefused for terms that can't be meant."""
    held = LOAN_FLOW.locked(loan, LoanStatus.APPROVED, by, access.may_approve)
    _require_consent(held)
    approved_on = approved_on or timezone.localdate()
    _refuse_terms(held, amount, rate, months, approved_on)
    return _moved(
        held,
        LoanStatus.APPROVED,
        by=by,
        hat=hat,
        reason=reason,
        approved_amount=amount,
        rate=rate,
        approved_months=months,
        approved_on=approved_on,
        contract_number=contract_number.strip(),
        decided_at=timezone.now(),
    )


def _refuse_terms(loan: BankLoan, amount: Decimal, rate: Decimal, months: int, approved_on: datetime.date) -> None:
    asked = loan.application.amount
    if amount <= 0:
        raise TermsRefused(_("An amount is more than nothing."))
    if asked and amount > asked * MOST_TIMES_ASKED:
        raise TermsRefused(
            _("%(amount)s is far more than the %(asked)s asked for. Is the unit right?")
            % {"amount": money(amount), "asked": money(asked)}
        )
    if not 0 < rate <= HIGHEST_RATE:
        raise TermsRefused(
            _("%(rate)s%% a year can't be meant: a rate lies between 0 and %(most)s.")
            % {"rate": rate, "most": HIGHEST_RATE}
        )
    if not 0 < months <= LONGEST_TERM:
        raise TermsRefused(_("A term is between 1 and %(most)d months.") % {"most": LONGEST_TERM})
    if approved_on > timezone.localdate():
        raise TermsRefused(_("%(day)s is still to come.") % {"day": cn_date(approved_on)})
    if approved_on < timezone.localdate(loan.assigned_at):
        raise TermsRefused(
            _("It was assigned to the bank on %(day)s; it can't have been approved earlier.")
            % {"day": cn_date(loan.assigned_at)}
        )


@transaction.atomic
def reject_loan(loan: BankLoan, *, by: User, code: str, reason: str, hat: str = "") -> BankLoan:
    """`code` is what figures count, `reason` what the enterprise reads."""
    held = LOAN_FLOW.locked(loan, LoanStatus.REJECTED, by, access.may_reject)
    reason = needed(reason, _("Say why, so that the enterprise knows what to change."))
    return _moved(
        held,
        LoanStatus.REJECTED,
        by=by,
        hat=hat,
        reason=reason,
        reject_code=RejectReason(code),
        decided_at=timezone.now(),
    )


@transaction.atomic
def refer_loan(loan: BankLoan, *, by: User, reason: str, hat: str = "") -> BankLoan:
    """Back to the chamber. No refusal: the chamber looks at it again and may endorse it anew."""
    held = LOAN_FLOW.locked(loan, LoanStatus.REFERRED, by, access.may_refer)
    reason = needed(reason, _("Say what the chamber should settle."))
    return _moved(held, LoanStatus.REFERRED, by=by, hat=hat, reason=reason)


@transaction.atomic
def close_loan(loan: BankLoan, *, by: User, hat: str = "", reason: str = "") -> BankLoan:
    """Nothing more will be drawn. One that was approved and never drawn needs a reason."""
    held = LOAN_FLOW.locked(loan, LoanStatus.CLOSED, by, access.may_close)
    if held.status == LoanStatus.APPROVED:
        reason = needed(reason, _("Nothing was drawn. Say why it is closed."))
    return _moved(held, LoanStatus.CLOSED, by=by, hat=hat, reason=reason)


def _require_consent(loan: BankLoan) -> None:
    if not access.has_consent(loan):
        raise ConsentGone(
            _("The enterprise has taken back its consent: the bank may not work on this further. You may still say no.")
        )


def _moved(held: BankLoan, to: LoanStatus, *, by: User, hat: str, reason: str = "", **values: object) -> BankLoan:
    step: LoanStep = LOAN_FLOW.move(held, to, by=by, hat=hat, reason=reason, on_step={"hand": Hand.BANK}, **values)
    # What a bank says to the enterprise stays between them; the chamber reads what it is asked to settle.
    told = reason if to == LoanStatus.REFERRED else ""
    follow_banks(held.application, by=by, hat=hat, hand=Hand.BANK, reason=told)
    tell_bank_step(held, step)
    return held
