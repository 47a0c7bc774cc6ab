"""A month of the public calendar, and the feeds that a phone's own calendar reads."""

import calendar as python_calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

import icalendar
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from events.events.models import Event
from events.events.statuses import Status

SHOWN_A_DAY = 3
FEED_MONTHS = 12
MOST_IN_FEED = 500
# A month that no calendar has is none of ours either.
YEARS = range(2000, 2101)


@dataclass
class Day:
    date: datetime.date
    in_month: bool
    is_today: bool
    events: list[Event] = field(default_factory=list)

    @property
    def shown(self) -> list[Event]:
        return self.events[:SHOWN_A_DAY]

    @property
    def more(self) -> int:
        return max(len(self.events) - SHOWN_A_DAY, 0)


@dataclass(frozen=True)
class Month:
    first: datetime.date
    weeks: list[list[Day]]

    @property
    def previous(self) -> str:
        return _key(self.first - datetime.timedelta(days=1))

    @property
    def next(self) -> str:
        return _key(self.first + datetime.timedelta(days=31))

    @property
    def days(self) -> list[Day]:
        """Those of the month itself on which there is something."""
        return [day for week in self.weeks for day in week if day.in_month and day.events]


def _key(day: datetime.date) -> str:
    return f"{day:%Y-%m}"


def month_asked(text: str) -> datetime.date:
    """The first day of "2026-11"; of this month for anything else."""
    today = timezone.localdate()
    year, _dash, month = text.partition("-")
    if year.isascii() and month.isascii() and year.isdigit() and month.isdigit():
        if int(year) in YEARS and 1 <= int(month) <= 12:
            return datetime.date(int(year), int(month), 1)
    return today.replace(day=1)


def month_of(first: datetime.date) -> Month:
    """Whole weeks from Monday to Sunday, with what is in the public calendar. One query."""
    weeks = python_calendar.Calendar().monthdatescalendar(first.year, first.month)
    start, end = _midnight(weeks[0][0]), _midnight(weeks[-1][-1] + datetime.timedelta(days=1))
    today = timezone.localdate()
    days = {day: Day(day, day.month == first.month, day == today) for week in weeks for day in week}
    found = Event.objects.public().filter(starts_at__gte=start, starts_at__lt=end)
    for event in found.defer("introduction", "summary").order_by("starts_at", "pk"):
        days[event.day].events.append(event)
    return Month(first, [[days[day] for day in week] for week in weeks])


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


# --- iCalendar --------------------------------------------------------------------------------------


def feed_events() -> Iterable[Event]:
    """From a month ago on: what a calendar that is read again and again needs."""
    since = timezone.now() - datetime.timedelta(days=31)
    until = timezone.now() + datetime.timedelta(days=31 * FEED_MONTHS)
    found = Event.objects.public().filter(starts_at__gte=since, starts_at__lt=until)
    return found.order_by("starts_at", "pk")[:MOST_IN_FEED]


def ical_of(events: Iterable[Event], name: str = "") -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{settings.FEDERATION_NAME}//{_('Events')}//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
        # Calendars that ask by themselves: twice a day is enough.
        calendar.add("x-published-ttl", "PT12H")
    for event in events:
        calendar.add_component(_entry(event))
    return calendar.to_ical()


def _entry(event: Event) -> icalendar.Event:
    host = settings.PORTAL_URL.split("://")[-1].split("/")[0]
    entry = icalendar.Event()
    entry.add("uid", f"event-{event.pk}@{host}")
    # UTC needs no table of time zones, and every calendar shows it in its owner's own.
    entry.add("dtstamp", event.status_since.astimezone(datetime.UTC))
    entry.add("dtstart", event.starts_at.astimezone(datetime.UTC))
    entry.add("dtend", event.ends_at.astimezone(datetime.UTC))
    title = event.title
    if event.status == Status.POSTPONED:
        title = _("Postponed: %(event)s") % {"event": event.title}
    entry.add("summary", title)
    entry.add("location", " ".join(part for part in (event.place, event.address) if part))
    if event.introduction:
        entry.add("description", event.introduction)
    entry.add("url", f"{settings.PORTAL_URL}{event.get_absolute_url()}")
    entry.add("status", {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}.get(event.status, "CONFIRMED"))
    return entry
