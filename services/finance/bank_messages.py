"""Who is told what when a bank moves a loan: the enterprise always, once for each step, in its reader's language."""

from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.inbox.languages import tell
from federation.portal.formats import money
from services.finance.loans import BankLoan, LoanStep
from services.finance.messages import enterprise_page, speakers
from services.finance.statuses import LoanStatus


def tell_bank_step(loan: BankLoan, step: LoanStep) -> None:
    to = LoanStatus(step.to_status)
    words = {
        LoanStatus.ACCEPTED: _accepted,
        LoanStatus.MORE_ASKED: _asks_more,
        LoanStatus.APPROVED: _approved,
        LoanStatus.REJECTED: _rejected,
        LoanStatus.CLOSED: _closed,
    }.get(to)
    # What goes back to the chamber, the application's own step tells.
    if words is None or (to == LoanStatus.APPROVED and step.from_status == LoanStatus.DRAWING):
        return
    tell(
        rule=f"bank-loan-{to}",
        about=step,
        recipients=_others(speakers(loan.application), step),
        words=lambda: words(loan, step),
        url=enterprise_page(loan.application),
    )


def _others(people: list[User], step: LoanStep) -> list[User]:
    return [person for person in people if person.pk != step.actor_id]


def _names(loan: BankLoan) -> dict[str, object]:
    return {"bank": loan.bank_name, "enterprise": loan.enterprise_name}


def _accepted(loan: BankLoan, step: LoanStep) -> tuple[str, str]:
    return _("%(bank)s examines your application") % _names(loan), _("It may ask you for more.")


def _asks_more(loan: BankLoan, step: LoanStep) -> tuple[str, str]:
    return _("%(bank)s asks you for more") % _names(loan), step.reason


def _approved(loan: BankLoan, step: LoanStep) -> tuple[str, str]:
    title = _("%(bank)s grants you %(amount)s") % {**_names(loan), "amount": money(loan.approved_amount)}
    body = _("%(months)d months at %(rate)s%% a year.") % {
        "months": loan.approved_months or 0,
        "rate": rate_text(loan),
    }
    return title, "\n".join(filter(None, [body, step.reason]))


def _rejected(loan: BankLoan, step: LoanStep) -> tuple[str, str]:
    title = _("%(bank)s doesn't grant the loan") % _names(loan)
    return title, f"{loan.get_reject_code_display()}\n{step.reason}"


def _closed(loan: BankLoan, step: LoanStep) -> tuple[str, str]:
    return _("%(bank)s has closed your loan") % _names(loan), step.reason


def rate_text(loan: BankLoan) -> str:
    """3.85, not 3.850."""
    return f"{loan.rate.normalize():f}" if loan.rate is not None else ""
