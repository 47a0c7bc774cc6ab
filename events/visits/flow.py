"""The ways of a visit day and of a visit, and their clocks; see federation/cases/flow.py."""

import datetime

from django.utils import timezone

from events.visits.models import DayStep, Visit, VisitDay, VisitStep
from events.visits.statuses import DAY_MOVES, VISIT_MOVES
from federation.cases.flow import Flow

DAY_FLOW = Flow(model=VisitDay, step_model=DayStep, case_field="day", moves=DAY_MOVES)
VISIT_FLOW = Flow(
    model=Visit,
    step_model=VisitStep,
    case_field="visit",
    moves=VISIT_MOVES,
    related=("day", "enterprise"),
)

ANSWERED_AHEAD = datetime.timedelta(days=2)
TIME_TO_ANSWER = datetime.timedelta(days=1)
WRITTEN_WITHIN = datetime.timedelta(days=2)
NEW_TIME_WITHIN = datetime.timedelta(days=2)
DAY_CLOSED_WITHIN = datetime.timedelta(days=4)


def answer_due(starts_at: datetime.datetime, now: datetime.datetime | None = None) -> datetime.datetime:
    """When the enterprise should have answered: two days ahead, or a day from now if that is later; never after it."""
    now = now or timezone.now()
    return min(max(starts_at - ANSWERED_AHEAD, now + TIME_TO_ANSWER), starts_at)


def written_due(starts_at: datetime.datetime) -> datetime.datetime:
    """When the visit should have been written up."""
    return starts_at + WRITTEN_WITHIN


def day_due(on: datetime.date) -> datetime.datetime:
    """When every visit of the day should have been written up and the day closed."""
    return timezone.make_aware(datetime.datetime.combine(on, datetime.time(18))) + DAY_CLOSED_WITHIN
