"""What beat asks for is there, and does its work when a worker is asked for it by that name."""

import datetime
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from django.conf import settings
from django.utils import timezone

from events.camps.statuses import CohortStatus
from events.camps.statuses import Status as PlaceStatus
from events.events.models import Event
from events.events.statuses import Status as EventStatus
from federation.celery import app
from federation.inbox.models import Message
from services.demands.models import Demand
from tests import cast
from tests.events import camp_cast, gatherings
from tests.events.gatherings import DAY, HOUR
from tests.services.demands_cast import DemandCast

SCHEDULE = settings.CELERY_BEAT_SCHEDULE


def test_a_worker_knows_every_task_of_the_schedule():
    """Asked of a process of its own: in this one the tests themselves have imported tasks that a worker wouldn't."""
    code = (
        "from federation.celery import app; app.loader.import_default_modules(); app.finalize(); "
        "print('\\n'.join(app.tasks))"
    )
    asked = subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DEBUG": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert {entry["task"] for entry in SCHEDULE.values()} - set(asked.stdout.split()) == set()


def run(name: str) -> int:
    """As the worker does, by the name in the schedule."""
    app.loader.import_default_modules()
    return app.tasks[SCHEDULE[name]["task"]].delay().get()


def overdue_case() -> Callable[[], bool]:
    demands = DemandCast()
    demand = demands.assigned()
    Demand.objects.filter(pk=demand.pk).update(due_at=timezone.now() - HOUR)
    return lambda: Message.objects.filter(recipient=demands.officer, rule__endswith="-overdue-assigned").count() == 1


def event_that_opens() -> Callable[[], bool]:
    event = gatherings.event(EventStatus.PUBLISHED, opens_at=timezone.now() - HOUR)
    return lambda: Event.objects.get(pk=event.pk).status == EventStatus.OPEN


def event_of_tomorrow() -> Callable[[], bool]:
    noon = datetime.datetime.combine(timezone.localdate() + DAY, datetime.time(12))
    user = cast.person()
    gatherings.signup(gatherings.event(starts_at=timezone.make_aware(noon)), user)
    return lambda: Message.objects.filter(recipient=user, rule="event-tomorrow").count() == 1


def camp_of_the_day_after_next() -> Callable[[], bool]:
    cohort, user = camp_cast.cohort(CohortStatus.CONFIRMED, starts_on=timezone.localdate() + 2 * DAY), cast.person()
    camp_cast.place(cohort, PlaceStatus.CONFIRMED, applicant=user)
    return lambda: Message.objects.filter(recipient=user, rule="camp-begins").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "prepare"),
    [
        ("reminders-of-overdue-cases", overdue_case),
        ("event-signups-by-the-clock", event_that_opens),
        ("event-reminders", event_of_tomorrow),
        ("camp-beginnings", camp_of_the_day_after_next),
    ],
)
def test_what_runs_by_the_clock_does_its_work_once(name, prepare):
    done = prepare()
    assert not done()
    assert run(name) == 1
    assert done()
    assert run(name) == 0
