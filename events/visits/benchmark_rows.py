"""Visits by the hundred thousand, for ./scripts/bench: more than any federation could make in fifty years."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone

from events.visits.models import Leader, Visit, VisitDay, VisitLeader, next_thursday
from events.visits.statuses import DayStatus, VisitStatus
from federation.accounts.models import User
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import fill, page, visitor
from members.benchmarks import is_member, name_of
from members.enterprises.models import Enterprise

# A tenth of the register was visited, half of those twice; the rest never.
SHARE, AGAIN = 10, 2
A_DAY = 30
DAY = datetime.timedelta(days=1)
HOUR = datetime.time(9, 30)
SINCE = datetime.date(2016, 1, 1)


@fill(order=60)
def fill_visits(size: int) -> None:
    """As many visits a day as can be made; so there are days enough, every day of the week is a Thursday here."""
    for model in (VisitLeader, Visit, VisitDay):
        model.objects.all()._raw_delete("default")
    leader, _created = Leader.objects.get_or_create(name="测速领导", defaults={"office": "副主席", "since": SINCE})
    last = Enterprise.objects.order_by("-pk").values_list("pk", flat=True)[0]
    visited = [number for number in range(1, last + 1, SHARE) if is_member(number)]
    # Of few enterprises the second visit would fall on the day of the first.
    numbers = [*visited, *(visited[::AGAIN] if len(visited) >= 2 * A_DAY else [])]
    today = timezone.localdate()
    days = [today - DAY * place for place in range(1, 2 + len(numbers) // A_DAY)]
    with filling("events_visitday", len(days)):
        columns = ("id", "on", "note", "status", "created_at", "status_since")
        now = timezone.now()
        rows = ((place, on, "", DayStatus.DONE, now, now) for place, on in enumerate(days, start=1))
        copy_rows("events_visitday", columns, rows)
    with filling("events_visit", len(numbers)):
        copy_rows("events_visit", COLUMNS, _visits(numbers, days))
    with filling("events_visitleader", len(numbers)):
        rows = ((place, leader.pk, leader.name, leader.office) for place in range(1, len(numbers) + 1))
        copy_rows("events_visitleader", ("visit_id", "leader_id", "name", "office"), rows)


COLUMNS = (
    "id",
    "day_id",
    "enterprise_id",
    "enterprise_name",
    "starts_at",
    "place",
    "wish",
    "note",
    "held_on",
    "status",
    "status_since",
)


def _visits(numbers: list[int], days: list[datetime.date]) -> Iterator[tuple[Any, ...]]:
    """Those visited twice were first visited longest ago."""
    for place, number in enumerate(numbers, start=1):
        day = (len(numbers) - place) // A_DAY
        starts_at = timezone.make_aware(datetime.datetime.combine(days[day], HOUR))
        yield (
            place,
            day + 1,
            number,
            name_of(number)[0],
            starts_at,
            "",
            "",
            "了解生产经营情况。",
            days[day],
            VisitStatus.DONE,
            starts_at,
        )


@visitor("visits")
def visits() -> User:
    return benchmark_user("bench-visits", role="services_clerk")


def _planned() -> list[str]:
    """A day to choose for, and one visit of it."""
    day, _created = VisitDay.objects.get_or_create(on=next_thursday())
    return [reverse("visits:propose", args=[day.pk])]


def _days() -> list[str]:
    return [reverse("visits:day", args=[pk]) for pk in range(1, 9)]


def _visit_pages(name: str) -> list[str]:
    """Of enterprises visited once, which are there however few visits there are: the others' have one thing more."""
    once = Visit.objects.values("enterprise").annotate(times=Count("pk"), first=Min("pk")).filter(times=1)
    keys = list(once.order_by("first").values_list("first", flat=True))
    return [reverse(name, args=[pk]) for pk in keys[:: max(1, len(keys) // 12)]]


page("Visit days", "/events/visits/", visitor="visits")
page("Proposals of whom to visit", _planned, visitor="visits")
page("A visit day", _days, visitor="visits")
page("A visit", lambda: _visit_pages("visits:visit"), visitor="visits")
page("A visit's brief", lambda: _visit_pages("visits:brief"), visitor="visits")
page("A visit's brief in print", lambda: _visit_pages("visits:brief_file"), visitor="visits")
page("Visits of an enterprise", "/events/visits/ours/", visitor="enterprise")
page("Visits to a chamber's members", "/events/visits/chamber/", visitor="secretary")
page("Visit days in the admin", "/admin/events/visitday/", visitor="visits")
page("Visits in the admin", "/admin/events/visit/", visitor="visits")
