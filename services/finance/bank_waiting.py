"""What waits at a bank, and whom its clocks remind: its officers, once for each deadline."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from federation.accounts.hats import Hat
from federation.accounts.models import User
from federation.cases.clocks import Chase, chase
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from federation.portal.formats import cn_date, money
from members.hats import PARTNER
from members.partners.models import PartnerOrganisation
from services.drawdowns.models import DrawdownFile
from services.drawdowns.statuses import FileStatus
from services.finance.loans import BankLoan
from services.finance.messages import officers_of
from services.finance.statuses import LoanStatus

# The bank has it before it: to take on, to decide, to pay out.
AT_THE_BANK = (LoanStatus.ASSIGNED, LoanStatus.ACCEPTED, LoanStatus.APPROVED)


def _loans(name: str, title: Text, found: QuerySet[BankLoan], action: Text) -> Iterable[WaitingGroup]:
    def item(loan: BankLoan) -> Waiting:
        return Waiting(
            title=loan.enterprise_name,
            detail=f"{loan.get_kind_display()} · {money(loan.approved_amount or loan.application.amount)}",
            since=loan.status_since,
            due=loan.due_at,
            url=reverse("bank_loans:loan", args=[loan.pk]),
            action=action,
        )

    rows = found.select_related("application").order_by("status_since", "pk")
    yield from waiting_group(name, title, rows, item, f"{reverse('bank_loans:list')}?group=ours")


@waiting_for(PARTNER)
def at_the_bank(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """Most partners are no banks, and are asked no more than that."""
    if not PartnerOrganisation.objects.filter(pk=hat.object_id, kind=PartnerOrganisation.Kind.BANK).exists():
        return
    found = BankLoan.objects.filter(bank=hat.object_id)
    groups = (
        (LoanStatus.ASSIGNED, "loans-assigned", gettext_lazy("Loan cases to take on"), gettext_lazy("Look at it")),
        (LoanStatus.ACCEPTED, "loans-examined", gettext_lazy("Loan cases to decide"), gettext_lazy("Decide")),
        (
            LoanStatus.APPROVED,
            "loans-undrawn",
            gettext_lazy("Approved, not drawn yet"),
            gettext_lazy("Record a drawdown"),
        ),
    )
    for status, name, title, action in groups:
        yield from _loans(name, title, found.filter(status=status), action)


@waiting_for(PARTNER)
def tables_to_confirm(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    found = DrawdownFile.objects.filter(bank=hat.object_id, status=FileStatus.PREVIEWED)
    rows = found.order_by("uploaded_at", "pk")
    yield from waiting_group(
        "drawdown-files", _("Tables to confirm"), rows, _to_confirm, reverse("bank_drawdowns:list")
    )


def _to_confirm(file: DrawdownFile) -> Waiting:
    return Waiting(
        title=file.file_name,
        detail=f"{cn_date(file.since)} – {cn_date(file.until)}",
        since=file.uploaded_at,
        url=reverse("bank_drawdowns:file", args=[file.pk]),
        action=_("Look through"),
    )


def _overdue() -> QuerySet[BankLoan]:
    return BankLoan.objects.filter(status__in=AT_THE_BANK).select_related("bank")


def _whom(loan: BankLoan) -> tuple[Iterable[User], str]:
    return officers_of(loan.bank), reverse("bank_loans:loan", args=[loan.pk])


def _words(loan: BankLoan) -> tuple[str, str]:
    title = _("Overdue: the loan case of %(enterprise)s") % {"enterprise": loan.enterprise_name}
    body = _("%(status)s since %(since)s; it was due on %(due)s.") % {
        "status": loan.get_status_display(),
        "since": cn_date(loan.status_since),
        "due": cn_date(loan.due_at),
    }
    return title, body


chase(Chase("bank-loan", _overdue, _whom, _words))
