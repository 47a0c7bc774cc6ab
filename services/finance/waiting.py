"""What waits for whom because of a finance application; what waits at a bank is in bank_waiting.py."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Officer
from chambers.hats import SECRETARY
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from federation.portal.formats import money
from members.hats import ENTERPRISE, PARTNER
from services.finance.access import MATCH, desk_officers
from services.finance.loans import BankLoan
from services.finance.models import FinanceApplication, PolicyDesk
from services.finance.statuses import LoanStatus, Status

GROUP = "finance-applications"


def _group(
    title: Text, found: QuerySet[FinanceApplication], action: Text, page: str, url: str, name: str = GROUP
) -> Iterable[WaitingGroup]:
    def item(row: FinanceApplication) -> Waiting:
        return Waiting(
            title=row.enterprise_name,
            detail=" · ".join(filter(None, [row.get_kind_display(), str(money(row.amount)), row.chamber_name])),
            since=row.status_since,
            due=row.due_at,
            url=reverse(page, args=[row.pk]),
            action=action,
        )

    yield from waiting_group(name, title, found.order_by("status_since", "pk"), item, url)


def _question(loan: BankLoan) -> Waiting:
    return Waiting(
        title=loan.bank_name,
        detail=loan.question,
        since=loan.status_since,
        due=loan.due_at,
        url=reverse("finance:status", args=[loan.application_id]),
        action=_("Answer"),
    )


@waiting_for(ENTERPRISE)
def for_the_enterprise(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    yield from _group(
        _("Finance applications to be mended"),
        FinanceApplication.objects.filter(enterprise=hat.object_id, status=Status.RETURNED),
        _("Mend it"),
        "finance:status",
        reverse("finance:start"),
    )
    asked = BankLoan.objects.filter(enterprise=hat.object_id, status=LoanStatus.MORE_ASKED)
    rows = asked.order_by("status_since", "pk")
    yield from waiting_group("bank-questions", _("What banks ask for"), rows, _question, reverse("finance:start"))


@waiting_for(SECRETARY)
def for_the_chamber(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    found = FinanceApplication.objects.filter(chamber=hat.object_id)
    listed = reverse("chamber_finance:list")
    yield from _group(
        _("Finance applications to endorse"),
        found.filter(status=Status.SUBMITTED),
        _("Look at it"),
        "chamber_finance:application",
        f"{listed}?status={Status.SUBMITTED}",
    )
    yield from _group(
        _("Referred back by banks"),
        found.filter(status=Status.REFERRED),
        _("Look at it"),
        "chamber_finance:application",
        f"{listed}?status={Status.REFERRED}",
        "finance-referred",
    )


@waiting_for(PARTNER)
def for_the_government_desk(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not PolicyDesk.objects.on().filter(organisation=hat.object_id).exists():
        return
    yield from _group(
        _("Policy support to decide"),
        FinanceApplication.objects.filter(status=Status.ENDORSED),
        _("Decide"),
        "policy_desk:application",
        f"{reverse('policy_desk:list')}?status={Status.ENDORSED}",
    )


@waiting_for(STAFF)
def for_staff(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not user.has_perm(MATCH):
        return
    page = "admin:services_financeapplication_change"
    listed = reverse("admin:services_financeapplication_changelist")
    yield from _group(
        _("Finance applications to match"),
        FinanceApplication.objects.filter(status=Status.MATCHING),
        _("Assign banks"),
        page,
        f"{listed}?status__exact={Status.MATCHING}",
    )
    secretaries = Officer.objects.on().filter(
        chamber=OuterRef("chamber"), office=Officer.Office.SECRETARY, user__is_active=True
    )
    yield from _group(
        _("Finance applications at a chamber without a secretary"),
        FinanceApplication.objects.filter(~Exists(secretaries), status__in=[Status.SUBMITTED, Status.REFERRED]),
        _("Look at it"),
        page,
        f"{listed}?status__exact={Status.SUBMITTED}",
        "finance-without-secretary",
    )
    if not desk_officers():
        yield from _group(
            _("Endorsed, and no government desk to decide"),
            FinanceApplication.objects.filter(status=Status.ENDORSED),
            _("Look at it"),
            page,
            f"{listed}?status__exact={Status.ENDORSED}",
            "finance-without-desk",
        )
