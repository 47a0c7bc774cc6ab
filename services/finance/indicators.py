"""Figures of applications and of what banks made of them: how many, how many approved, how long it took."""

from django.db.models import DecimalField, F, Q, QuerySet
from django.db.models.functions import Cast, Extract
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.indicators.registry import Dimension, Indicator, Scope, mean_of, register
from members.indicators import choice_label
from services.drawdowns.indicators import BANK, FINANCE, WHERE_AND_WHAT, banks_of, sees_all, serves_a_bank
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication
from services.finance.statuses import LoanStatus, RejectReason, Status

VIEW_APPLICATION, VIEW_LOAN = "services.view_financeapplication", "services.view_bankloan"
SECONDS_OF_A_DAY = 86_400


def runs_a_chamber(user: User) -> bool:
    return Chamber.objects.run_by(user).exists()


def applications(scope: Scope) -> QuerySet[FinanceApplication]:
    """Everything ever sent to a chamber; for a secretary what was sent to theirs."""
    found = FinanceApplication.objects.sent()
    return found if sees_all(scope.user, VIEW_APPLICATION) else found.at_chambers_of(scope.user)


def loans(scope: Scope) -> QuerySet[BankLoan]:
    """One for each bank that an application was passed to; for a bank's officer the bank's own."""
    found = BankLoan.objects.all()
    if sees_all(scope.user, VIEW_LOAN):
        return found
    return found.filter(bank__in=banks_of(scope.user)).exclude(status=LoanStatus.WITHDRAWN)


def decided(scope: Scope) -> QuerySet[BankLoan]:
    """What the bank said yes or no to. Referred back isn't an answer; taken back wasn't waited for."""
    return loans(scope).filter(decided_at__isnull=False)


def timed(scope: Scope) -> QuerySet[BankLoan]:
    """With the days, to the hundredth, from the assignment to the bank's answer."""
    seconds = Cast(Extract(F("decided_at") - F("assigned_at"), "epoch"), DecimalField(max_digits=16, decimal_places=2))
    return decided(scope).annotate(days=seconds / SECONDS_OF_A_DAY)


def rejected(scope: Scope) -> QuerySet[BankLoan]:
    return loans(scope).filter(status=LoanStatus.REJECTED)


APPLICATION_DIMENSIONS = (
    Dimension("year", _("year"), "submitted_at__year", parse=int, order="key", over_time=True),
    Dimension("bank", _("bank"), "loans__bank", names=BANK.names, parse=int, multiple=True),
    *WHERE_AND_WHAT,
    Dimension("status", _("status"), "status", choice_label(Status)),
)
LOAN_DIMENSIONS = (
    Dimension("year", _("year assigned"), "assigned_at__year", parse=int, order="key", over_time=True),
    BANK,
    *WHERE_AND_WHAT,
)
DECIDED_DIMENSIONS = (
    Dimension("year", _("year decided"), "decided_at__year", parse=int, order="key", over_time=True),
    BANK,
    *WHERE_AND_WHAT,
)
STATUS = Dimension("status", _("status"), "status", choice_label(LoanStatus))
LOAN_COLUMNS = (
    "enterprise_name",
    "bank_name",
    "kind",
    "status",
    "assigned_at",
    "decided_at",
    "approved_amount",
    "rate",
    "reject_code",
)

register(
    Indicator(
        "finance-applications",
        _("Finance applications"),
        _("applications"),
        applications,
        dimensions=APPLICATION_DIMENSIONS,
        columns=(
            "enterprise_name",
            "kind",
            "amount",
            "chamber__name",
            "town__name",
            "size_class",
            "status",
            "submitted_at",
        ),
        permission=VIEW_APPLICATION,
        open_to=runs_a_chamber,
        period="submitted_at__date",
        group=FINANCE,
        explanation=_(
            "Everything sent to a chamber, by where it stands now; one passed to two banks is one application."
        ),
        position=10,
        on_desk=("status",),
        on_chamber_desk=("status",),
    )
)
register(
    Indicator(
        "finance-cases",
        _("Loan cases at banks"),
        _("cases"),
        loans,
        dimensions=(*LOAN_DIMENSIONS, STATUS),
        columns=LOAN_COLUMNS,
        permission=VIEW_LOAN,
        open_to=serves_a_bank,
        period="assigned_at__date",
        group=FINANCE,
        explanation=_("An application that was passed to two banks is two cases."),
        position=11,
    )
)
register(
    Indicator(
        "finance-approval-rate",
        _("Approval rate of banks"),
        "%",
        decided,
        share=Q(approved_amount__isnull=False),
        dimensions=DECIDED_DIMENSIONS,
        columns=LOAN_COLUMNS,
        permission=VIEW_LOAN,
        open_to=serves_a_bank,
        period="decided_at__date",
        group=FINANCE,
        explanation=_("Of the cases that banks decided, those they approved."),
        position=17,
    )
)
register(
    Indicator(
        "finance-turnaround",
        _("Days until a bank's answer"),
        _("days"),
        timed,
        measure=mean_of("days"),
        dimensions=DECIDED_DIMENSIONS,
        columns=LOAN_COLUMNS,
        permission=VIEW_LOAN,
        open_to=serves_a_bank,
        period="decided_at__date",
        group=FINANCE,
        explanation=_(
            "The mean time from the assignment to approval or rejection, questions to the enterprise included."
        ),
        position=18,
    )
)
register(
    Indicator(
        "finance-rejections",
        _("Rejections by banks"),
        _("cases"),
        rejected,
        dimensions=(
            *DECIDED_DIMENSIONS,
            Dimension("reason", _("reason code"), "reject_code", choice_label(RejectReason)),
        ),
        columns=LOAN_COLUMNS,
        permission=VIEW_LOAN,
        open_to=serves_a_bank,
        period="decided_at__date",
        group=FINANCE,
        explanation=_("Why banks said no, by the code they gave."),
        position=19,
    )
)
