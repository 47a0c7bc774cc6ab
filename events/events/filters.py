"""How the public narrows the list of events."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from chambers.bodies.models import Chamber
from events.events.models import Audience, Event, EventHost, Kind, Series
from events.events.statuses import HELD, Status
from federation.search.shortlived import Shortlived

COMING, PAST, ALL = "coming", "past", "all"
SECONDS = 60
_choices: Shortlived[dict[str, dict[str, str]]] = Shortlived(SECONDS, size=1)


def choices() -> dict[str, dict[str, str]]:
    """Series and hosting chambers that have public events, by what stands in an address; kept for a moment."""
    return _choices.get("all", _read_choices)


def _read_choices() -> dict[str, dict[str, str]]:
    shown = Event.objects.public()
    series = Series.objects.filter(Exists(shown.filter(series=OuterRef("pk"))))
    hosting = EventHost.objects.filter(chamber=OuterRef("pk"), event__in=shown)
    chambers = Chamber.objects.filter(Exists(hosting) | Exists(shown.filter(chamber=OuterRef("pk"))))
    return {
        "series": {str(one.pk): one.name for one in series.order_by("name")},
        "host": {one.slug: str(one) for one in chambers.order_by("position", "pk")},
    }


@dataclass(frozen=True)
class EventList:
    """What an address asks of the public list; what it names and nobody knows is left out."""

    query: QueryDict

    @cached_property
    def when(self) -> str:
        asked = self.query.get("when", "")
        return asked if asked in (PAST, ALL) else COMING

    @cached_property
    def chosen(self) -> dict[str, str]:
        known = {"kind": Kind.values, "audience": Audience.values, **choices(), "year": _years()}
        asked = {name: self.query.get(name, "") for name in known}
        return {name: value for name, value in asked.items() if value and value in known[name]}

    @cached_property
    def text(self) -> str:
        return self.query.get("q", "").replace("\0", "").strip()[:60]

    @property
    def series(self) -> Series | None:
        """The one whose events are asked for, with what it says of itself."""
        return Series.objects.filter(pk=self.chosen["series"]).first() if "series" in self.chosen else None

    @property
    def key(self) -> tuple[object, ...]:
        cursors = (self.query.get("after", ""), self.query.get("before", ""))
        return (self.when, self.text, *sorted(self.chosen.items()), *cursors)

    @property
    def order(self) -> tuple[str, str]:
        """The next one first; among all events and the past ones the latest."""
        return ("starts_at", "pk") if self.when == COMING else ("-starts_at", "-pk")

    def events(self) -> QuerySet[Event]:
        found = Event.objects.public()
        if self.when == COMING:
            found = found.coming()
        elif self.when == PAST:
            over = Q(status__in=[*HELD, Status.CANCELLED]) | Q(ends_at__lt=timezone.now())
            found = found.filter(over).exclude(status=Status.CHECK_IN, ends_at__gte=timezone.now())
        return self._narrowed(found)

    def _narrowed(self, found: QuerySet[Event]) -> QuerySet[Event]:
        chosen = self.chosen
        if "kind" in chosen:
            found = found.filter(kind=chosen["kind"])
        if "audience" in chosen:
            found = found.filter(audience=chosen["audience"])
        if "series" in chosen:
            found = found.filter(series=chosen["series"])
        if "host" in chosen:
            hosts = EventHost.objects.filter(event=OuterRef("pk"), chamber__slug=chosen["host"])
            found = found.filter(Q(chamber__slug=chosen["host"]) | Exists(hosts))
        if "year" in chosen:
            # What took place belongs to the year in which it did, as in the figures.
            year = int(chosen["year"])
            found = found.filter(Q(held_on__year=year) | Q(held_on=None, starts_at__year=year))
        if self.text:
            found = found.filter(Q(title__icontains=self.text) | Q(place__icontains=self.text))
        return found


def _years() -> list[str]:
    this_year = timezone.localdate().year
    return [str(year) for year in range(this_year + 1, this_year - 12, -1)]


def years() -> list[str]:
    return _years()
