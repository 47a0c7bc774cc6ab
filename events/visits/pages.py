"""What the pages of days and visits show: progress, what may be done here, what came of it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from events.visits import access
from events.visits.models import Visit, VisitDay, VisitDemand
from events.visits.statuses import ENDED, OPEN, VisitStatus
from federation.accounts.models import User
from federation.cases.pages import SHOWN as STEPS_SHOWN
from federation.cases.pages import entries as entries_of
from federation.cases.pages import entry_of
from federation.portal.contributions import TimelineEntry
from services.demands.models import Demand
from services.demands.statuses import OPEN as DEMAND_OPEN
from services.demands.statuses import Status as DemandStatus


@dataclass
class Progress:
    """How far a day has come, and what became of what was heard on it."""

    statuses: Counter[str] = field(default_factory=Counter)
    demands: int = 0
    demands_closed: int = 0

    @property
    def listed(self) -> int:
        """Called off visits are no longer on the list."""
        return sum(self.statuses.values()) - self.statuses[VisitStatus.CANCELLED]

    @property
    def visited(self) -> int:
        return self.statuses[VisitStatus.DONE]

    @property
    def not_met(self) -> int:
        return self.statuses[VisitStatus.NOT_MET]

    @property
    def expected(self) -> int:
        return self.statuses[VisitStatus.CONFIRMED]

    @property
    def unanswered(self) -> int:
        return self.statuses[VisitStatus.PLANNED]

    @property
    def asked(self) -> int:
        return self.statuses[VisitStatus.ASKED]

    @property
    def demands_open(self) -> int:
        return self.demands - self.demands_closed


def with_numbers(days: QuerySet[VisitDay]) -> QuerySet[VisitDay]:
    """Days with how many visits are on their lists, how many were made, and the demands that came of them."""

    def visits(**narrowed: Any) -> Coalesce:
        rows = Visit.objects.filter(day=OuterRef("pk"), **narrowed).exclude(status=VisitStatus.CANCELLED)
        return _number(rows.values("day"))

    def demands(**narrowed: Any) -> Coalesce:
        return _number(VisitDemand.objects.filter(visit__day=OuterRef("pk"), **narrowed).values("visit__day"))

    return days.annotate(
        listed=visits(),
        visited=visits(status=VisitStatus.DONE),
        open_visits=visits(status__in=sorted(OPEN)),
        asked=visits(status=VisitStatus.ASKED),
        demands=demands(),
        demands_open=demands(demand__status__in=sorted(DEMAND_OPEN)),
    )


def _number(grouped: QuerySet) -> Coalesce:
    counted = grouped.order_by().annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def visits_of(day: VisitDay, user: User) -> list[Visit]:
    """Those of the day that this person may see, each with its leaders and demands."""
    found = day.visits.visible_to(user).select_related("town", "chamber")
    found = found.annotate(
        demand_number=Count("visit_demands", distinct=True),
        demand_open=Count(
            "visit_demands", filter=Q(visit_demands__demand__status__in=sorted(DEMAND_OPEN)), distinct=True
        ),
    )
    visits = list(found.prefetch_related("visit_leaders").order_by("starts_at", "pk"))
    for visit in visits:
        visit.day = day
    return visits


def progress_of(visits: list[Visit]) -> Progress:
    demands = sum(visit.demand_number for visit in visits)
    still = sum(visit.demand_open for visit in visits)
    return Progress(Counter(visit.status for visit in visits), demands, demands - still)


def demands_of(visit: Visit, readable: QuerySet[Demand], page: Callable[[Demand], str]) -> list[dict[str, Any]]:
    """What was raised here and where it stands. Each hand has a page of its own for a demand: the address is of that
    page, and stands only at those that it shows."""
    rows = list(visit.visit_demands.select_related("demand__department", "demand__owner").order_by("pk"))
    keys = [row.demand_id for row in rows]
    shown = set(readable.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    return [
        {
            "demand": row.demand,
            "url": page(row.demand) if row.demand_id in shown else "",
            "open": row.demand.status in DEMAND_OPEN,
            "closed": row.demand.status == DemandStatus.CLOSED,
            "in_charge": str(row.demand.department or row.demand.owner or ""),
        }
        for row in rows
    ]


def verbs_of_day(user: User, day: VisitDay) -> dict[str, bool]:
    return {
        "change": access.may_change_day(user, day),
        "confirm": access.may_confirm_day(user, day),
        "finish": access.may_finish_day(user, day),
        "cancel": access.may_cancel_day(user, day),
    }


def verbs_of(user: User, visit: Visit) -> dict[str, bool]:
    return {
        "schedule": access.may_schedule(user, visit),
        "call_off": access.may_call_off(user, visit),
        "record": access.may_record(user, visit),
        "close": access.may_close(user, visit),
        "not_met": access.may_say_not_met(user, visit),
        "note": access.may_read_note(user, visit),
        "confirm": access.may_confirm(user, visit),
        "ask": access.may_ask(user, visit),
    }


def entries(visit: Visit, *, outside: bool = False) -> list[TimelineEntry]:
    """Who did what when. `outside` the federation nobody reads what was written about a door that stayed shut."""
    if not outside:
        return entries_of(visit.steps)
    steps = list(visit.steps.select_related("actor").order_by("-at", "-pk")[:STEPS_SHOWN])
    for step in steps:
        if step.to_status == VisitStatus.NOT_MET:
            step.reason = ""
    return [entry_of(step) for step in steps]


def is_over(visit: Visit) -> bool:
    return visit.status in ENDED
