"""What waits for whom because of a demand."""

from collections.abc import Callable, Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chambers.hats import SECRETARY
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from members.hats import ENTERPRISE, PARTNER
from services.demands.access import ASSIGN, CALL_BACK, HANDLE
from services.demands.messages import chamber_page, own_page, staff_page
from services.demands.models import Demand
from services.demands.statuses import Status

WORDS: dict[Status, Text] = {
    Status.ASSIGNED: _("Call"),
    Status.REOPENED: _("Call again"),
    Status.CONTACTED: _("Make a plan"),
    Status.PLANNED: _("Answer"),
}
Page = Callable[[Demand], str]


def _group(
    name: str, title: Text, found: QuerySet[Demand], action: Text, page: Page, url: str
) -> Iterable[WaitingGroup]:
    """The shortest deadline first; who waits is told since when, and by when."""

    def item(row: Demand) -> Waiting:
        return Waiting(
            title=row.title,
            detail=" · ".join(filter(None, [row.enterprise_name, str(row.category or "")])),
            since=row.status_since,
            url=page(row),
            action=action or WORDS[Status(row.status)],
            due=row.due_at,
        )

    yield from waiting_group(name, title, found.select_related("category").order_by("due_at", "pk"), item, url)


def _department_page(demand: Demand) -> str:
    return reverse("department_demands:demand", args=[demand.pk])


@waiting_for(PARTNER)
def demands_in_hand(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    yield from _group(
        "demands",
        _("Demands to be dealt with"),
        Demand.objects.in_hand().filter(department=hat.object_id),
        "",
        _department_page,
        reverse("department_demands:list"),
    )


@waiting_for(STAFF)
def demands_at_the_desk(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    listed = reverse("admin:services_demand_changelist")
    if user.has_perm(ASSIGN):
        yield from _group(
            "demands-to-assign",
            _("Demands to be assigned"),
            Demand.objects.filter(status=Status.RAISED),
            _("Assign"),
            staff_page,
            f"{listed}?status__exact={Status.RAISED}",
        )
    if user.has_perm(CALL_BACK):
        yield from _group(
            "demands-to-call-back",
            _("Enterprises to be called back"),
            Demand.objects.filter(status=Status.ANSWERED).exclude(owner=user),
            _("Call back"),
            staff_page,
            f"{listed}?status__exact={Status.ANSWERED}",
        )
    if user.has_perm(HANDLE):
        yield from _group(
            "demands-in-charge",
            _("Demands that you are in charge of"),
            Demand.objects.in_hand().filter(owner=user),
            "",
            staff_page,
            f"{listed}?owner__id__exact={user.pk}",
        )


@waiting_for(SECRETARY)
def demands_of_members(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """What is open, for the chamber to see that its members are not forgotten: late ones come first."""
    yield from _group(
        "demands",
        _("Demands of our members"),
        Demand.objects.open().filter(chamber=hat.object_id, shown_to_chamber=True),
        _("Look at it"),
        chamber_page,
        reverse("chamber_demands:list"),
    )


@waiting_for(ENTERPRISE)
def answered_demands(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """An answer that came: the enterprise reads it before it is called back."""
    yield from _group(
        "demands",
        _("Your demands that were answered"),
        Demand.objects.filter(enterprise=hat.object_id, status=Status.ANSWERED),
        _("Read the answer"),
        own_page,
        reverse("demands:mine"),
    )
