"""Two people act on one event at the same moment: one wins, the other is told in words who did what."""

import datetime

import pytest
from django.utils import timezone

from events.events import actions, planning
from events.events.models import Event, Kind
from events.events.statuses import Status
from federation.cases.errors import AlreadyMoved
from federation.inbox.models import Message
from tests import cast
from tests.at_once import at_once, only_error
from tests.events import gatherings

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two():
    return cast.staff("services_clerk", "沈先到"), cast.staff("services_clerk", "陆后到")


def submitted() -> Event:
    planner, start = cast.staff("services_clerk"), timezone.now() + datetime.timedelta(days=10)
    event = planning.plan_event(
        by=planner,
        title="月聊",
        kind=Kind.SALON,
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=2),
        place="会议中心",
    )
    return actions.submit_event(event, by=planner)


def test_two_approve_one_plan(two):
    event = submitted()
    Message.objects.all().delete()
    late = only_error(at_once(*(lambda by=by: actions.approve_event(event, by=by) for by in two)))
    winner = event.steps.get(to_status=Status.PUBLISHED).actor
    assert isinstance(late, AlreadyMoved) and winner.name in late.message
    assert Event.objects.get().status == Status.OPEN
    assert Message.objects.filter(recipient=event.planned_by).count() == 1


def test_one_approves_and_one_returns_it(two):
    event = submitted()
    late = only_error(
        at_once(
            lambda: actions.approve_event(event, by=two[0]),
            lambda: actions.return_event(event, by=two[1], reason="请补充地点。"),
        )
    )
    (won,) = event.steps.filter(from_status=Status.SUBMITTED)
    assert isinstance(late, AlreadyMoved) and won.actor.name in late.message
    expected = Status.PLANNED if won.actor == two[1] else Status.OPEN
    assert Event.objects.get().status == expected


def test_one_opens_the_door_and_one_postpones(two):
    start = timezone.now() + datetime.timedelta(hours=1)
    event = gatherings.event(starts_at=start, published_at=timezone.now())
    late = only_error(
        at_once(
            lambda: actions.open_door(event, by=two[0]),
            lambda: actions.postpone_event(event, by=two[1], reason="台风"),
        )
    )
    step = event.steps.get()
    assert isinstance(late, AlreadyMoved) and step.actor.name in late.message
    now = Event.objects.select_related("places").get()
    assert now.status == step.to_status in (Status.CHECK_IN, Status.POSTPONED)
    assert not now.places.accepts
