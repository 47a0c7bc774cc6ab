"""What waits for whom because of an event: to be approved, to be sent, dated, summed up, answered."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from chambers.hats import SECRETARY
from events.events.access import APPROVE, CHANGE
from events.events.models import Audience, Event, EventStep
from events.events.statuses import Status
from events.signups.models import SignUp
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from federation.portal.formats import cn_datetime
from members.hats import ENTERPRISE

ADMIN_PAGE = "admin:events_event_change"


def _group(name: str, title: Text, found: QuerySet[Event], action: Text, page: str, url: str) -> Iterable[WaitingGroup]:
    def item(row: Event) -> Waiting:
        return Waiting(
            title=row.title,
            detail=" · ".join(filter(None, [cn_datetime(row.starts_at), str(row.chamber or "")])),
            since=row.status_since,
            due=row.due_at,
            url=reverse(page, args=[row.pk]),
            action=action,
        )

    yield from waiting_group(name, title, found.select_related("chamber").order_by("status_since", "pk"), item, url)


def _to_sum_up(found: QuerySet[Event]) -> QuerySet[Event]:
    return found.filter(status=Status.CHECK_IN, ends_at__lt=timezone.now())


@waiting_for(STAFF)
def for_staff(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """What others planned; and what becomes of the federation's own."""
    listed = reverse("admin:events_event_changelist")
    if user.has_perm(APPROVE):
        planned = Q(to_status=Status.SUBMITTED) | Q(to_status=Status.PLANNED, from_status__in=["", Status.PLANNED])
        hands = EventStep.objects.filter(planned, event=OuterRef("pk"), actor=user)
        theirs = Event.objects.filter(status=Status.SUBMITTED).exclude(planned_by=user).filter(~Exists(hands))
        yield from _group(
            "events-to-approve",
            _("Events to approve"),
            theirs.exclude(chamber__in=Chamber.objects.run_by(user)),
            _("Look at it"),
            ADMIN_PAGE,
            f"{listed}?status__exact={Status.SUBMITTED}",
        )
    if user.has_perm(CHANGE):
        own = Event.objects.filter(chamber=None)
        yield from _group(
            "events-to-sum-up",
            _("Events to sum up"),
            _to_sum_up(own),
            _("Sum up"),
            ADMIN_PAGE,
            f"{listed}?status__exact={Status.CHECK_IN}",
        )
        yield from _group(
            "events-to-date",
            _("Postponed events without a new date"),
            own.filter(status=Status.POSTPONED),
            _("Name a new date"),
            ADMIN_PAGE,
            f"{listed}?status__exact={Status.POSTPONED}",
        )
        yield from _group(
            "events-to-archive",
            _("Events to put into the archive"),
            Event.objects.filter(status=Status.SUMMED_UP),
            _("Look at it"),
            ADMIN_PAGE,
            f"{listed}?status__exact={Status.SUMMED_UP}",
        )


@waiting_for(SECRETARY)
def for_secretary(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    own = Event.objects.filter(chamber=hat.object_id)
    listed, page = reverse("chamber_events:list"), "chamber_events:event"
    yield from _group(
        "events-planned",
        _("Events being planned"),
        own.filter(status=Status.PLANNED),
        _("Send for approval"),
        page,
        f"{listed}?status={Status.PLANNED}",
    )
    yield from _group(
        "events-to-sum-up",
        _("Events to sum up"),
        _to_sum_up(own),
        _("Sum up"),
        page,
        f"{listed}?status={Status.CHECK_IN}",
    )
    yield from _group(
        "events-to-date",
        _("Postponed events without a new date"),
        own.filter(status=Status.POSTPONED),
        _("Name a new date"),
        page,
        f"{listed}?status={Status.POSTPONED}",
    )


@waiting_for(ENTERPRISE)
def invitations(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    """Events for invited people, not answered yet."""
    now = timezone.now()
    asked = Event.objects.meant_for(user).filter(
        Q(opens_at=None) | Q(opens_at__lte=now),
        Q(deadline=None) | Q(deadline__gt=now),
        audience__in=[Audience.INVITED, Audience.OFFICERS],
        status__in=[Status.PUBLISHED, Status.OPEN],
        takes_signups=True,
        starts_at__gt=now,
    )
    answers = SignUp.objects.filter(
        Q(participant__user=user) | Q(enterprise=hat.object_id) | Q(signed_up_by=user), event=OuterRef("pk")
    )
    yield from _group(
        "event-invitations",
        _("Invitations to events"),
        asked.filter(~Exists(answers)),
        _("Answer"),
        "events:page",
        reverse("events:mine"),
    )
