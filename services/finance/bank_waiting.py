"""What waits at a bank, and whom its clocks remind once for each deadline: its officers, or the staff where nobody
there can act. What is late at a bank, the staff see on their desk."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.cases.clocks import Chase, chase
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from federation.portal.formats import cn_date, money
from members.hats import PARTNER
from members.partners.models import PartnerOrganisation
from services.drawdowns.models import DrawdownFile
from services.drawdowns.statuses import FileStatus
from services.finance.access import MATCH
from services.finance.bank_access import officers_who_may
from services.finance.loans import BankLoan
from services.finance.messages import matchers, staff_page
from services.finance.statuses import LoanStatus

# The bank has it before it: to take on, to decide, to pay out.
AT_THE_BANK = (LoanStatus.ASSIGNED, LoanStatus.ACCEPTED, LoanStatus.APPROVED)
LATE: dict[LoanStatus, Text] = {
    LoanStatus.ASSIGNED: gettext_lazy("Late at banks, not taken on yet"),
    LoanStatus.ACCEPTED: gettext_lazy("Late at banks, not decided yet"),
    LoanStatus.APPROVED: gettext_lazy("Late at banks, not paid out yet"),
}


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


@waiting_for(STAFF)
def late_at_banks(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """For the federation to ask after, or to find another bank. A group for each status, which has its own index."""
    if not user.has_perm(MATCH):
        return
    listed = reverse("admin:services_bankloan_changelist")
    late = BankLoan.objects.filter(due_at__lt=timezone.now()).select_related("application").order_by("due_at", "pk")
    for status, title in LATE.items():
        url = f"{listed}?status__exact={status}&clock=late"
        yield from waiting_group(f"loans-late-{status}", title, late.filter(status=status), _late, url)


def _late(loan: BankLoan) -> Waiting:
    amount = money(loan.approved_amount or loan.application.amount)
    return Waiting(
        title=loan.enterprise_name,
        detail=f"{loan.bank_name} · {loan.get_kind_display()} · {amount}",
        since=loan.status_since,
        due=loan.due_at,
        url=staff_page(loan.application),
        action=_("Look at it"),
    )


def _at_banks() -> QuerySet[BankLoan]:
    return BankLoan.objects.filter(status__in=AT_THE_BANK).select_related("bank", "application")


def _whom(loan: BankLoan) -> tuple[Iterable[User], str]:
    people = officers_who_may(loan)
    if people:
        return people, reverse("bank_loans:loan", args=[loan.pk])
    return matchers(), staff_page(loan.application)


def _words(loan: BankLoan) -> tuple[str, str]:
    title = _("Overdue: the loan case of %(enterprise)s") % {"enterprise": loan.enterprise_name}
    body = _("%(status)s since %(since)s; it was due on %(due)s.") % {
        "status": loan.get_status_display(),
        "since": cn_date(loan.status_since),
        "due": cn_date(loan.due_at),
    }
    if not officers_who_may(loan):
        if loan.status == LoanStatus.APPROVED:
            vacant = _("Nobody at %(bank)s can act on it at present: name an officer there.")
        else:
            vacant = _("Nobody at %(bank)s can act on it at present: name an officer there, or assign another bank.")
        body = f"{body}\n{vacant % {'bank': loan.bank}}"
    return title, body


chase(Chase("bank-loan", _at_banks, _whom, _words))
