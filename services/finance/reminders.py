"""Whoever lets a finance application's clock run out is reminded, once for each deadline."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.clocks import Chase, chase
from federation.portal.formats import cn_date
from services.finance import messages
from services.finance.access import desk_officers, secretaries_who_may
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication
from services.finance.statuses import DAYS, LoanStatus, Status


def _whom(application: FinanceApplication) -> tuple[Iterable[User], str]:
    if application.status == Status.RETURNED:
        return messages.speakers(application), messages.enterprise_page(application)
    if application.status in {Status.SUBMITTED, Status.REFERRED}:
        secretaries = secretaries_who_may(application)
        if secretaries:
            return secretaries, messages.chamber_page(application)
    if application.status == Status.ENDORSED:
        officers = desk_officers()
        if officers:
            return officers, messages.desk_page(application)
    return messages.matchers(), messages.staff_page(application)


def _words(application: FinanceApplication) -> tuple[str, str]:
    title = _("Overdue: finance application of %(enterprise)s") % {"enterprise": application.enterprise_name}
    body = _("%(status)s since %(since)s; it was due on %(due)s.") % {
        "status": application.get_status_display(),
        "since": cn_date(application.status_since),
        "due": cn_date(application.due_at),
    }
    return title, body


def _waiting() -> object:
    return FinanceApplication.objects.filter(status__in=list(DAYS)).select_related("chamber")


chase(Chase("finance-application", _waiting, _whom, _words))


def _questions() -> object:
    return BankLoan.objects.filter(status=LoanStatus.MORE_ASKED).select_related("application")


def _who_answers(loan: BankLoan) -> tuple[Iterable[User], str]:
    return messages.speakers(loan.application), messages.enterprise_page(loan.application)


def _question_words(loan: BankLoan) -> tuple[str, str]:
    title = _("%(bank)s still waits for your answer") % {"bank": loan.bank_name}
    return title, _("It asked: %(question)s") % {"question": loan.question}


chase(Chase("bank-question", _questions, _who_answers, _question_words))
