"""Events with sign-ups and attendances by the million, for ./scripts/bench: a sign-up for each enterprise there is."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from chambers.bodies.models import Chamber
from events.events.models import Audience, Event, Kind, Places
from events.events.statuses import Status
from events.participants.models import Participant
from events.participants.sorting import person_sort_key
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import How
from events.signups.statuses import Status as SignUpStatus
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import fill, job, page
from members.enterprises.models import Enterprise

SIGNUPS_EACH = 250
COMES_IN_TEN = 8
EVENTS_EACH_PERSON = 4
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗", "明华强芳敏静丽军洋勇艳杰娟涛超霞平刚桂英"
KINDS = list(Kind)
FIRST_DAY = datetime.date(2016, 1, 7)


def name_of(person: int) -> str:
    return SURNAMES[person % 20] + GIVEN[person // 20 % 20] + GIVEN[person // 400 % 20]


def _starts_at(event: int, last: int) -> datetime.datetime:
    """The last hundred are to come, the others fill ten years."""
    if event > last - 100:
        moment = timezone.now() + datetime.timedelta(days=1 + (last - event) % 100, hours=3)
        return moment.replace(minute=0, second=0, microsecond=0)
    day = FIRST_DAY + datetime.timedelta(days=event * 3900 // max(last, 1))
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(14)))


@fill(order=40)
def fill_events(size: int) -> None:
    """As many sign-ups as enterprises; the same numbers always give the same rows."""
    have = Event.objects.count()
    last = max(size // SIGNUPS_EACH, 120)
    numbers = range(have + 1, last + 1)
    _fill_events(numbers, last)
    _fill_people(size)
    enterprises = Enterprise.objects.order_by("-pk").values_list("pk", flat=True)[0]
    _fill_signups(numbers, size, enterprises)


def _fill_events(numbers: range, last: int) -> None:
    columns = (
        *("id", "title", "kind", "starts_at", "ends_at", "place", "address", "introduction", "contact_name"),
        *("contact_phone", "audience", "is_public", "takes_signups", "code_rotates", "status", "published_at"),
        *("held_on", "summary", "chamber_id"),
    )

    chambers = list(Chamber.objects.order_by("pk").values_list("pk", flat=True))

    def rows() -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            start = _starts_at(number, last)
            over = start < timezone.now()
            yield (
                *(number, f"第{number}期月聊", KINDS[number % len(KINDS)], start, start + datetime.timedelta(hours=3)),
                *("联合会会议中心", "", "欢迎参加。", "", "", Audience.EVERYONE, True, True, False),
                *(Status.ARCHIVED if over else Status.OPEN, start - datetime.timedelta(days=20)),
                *(timezone.localdate(start) if over else None, "圆满结束。" if over else ""),
                chambers[number % len(chambers)] if number % 3 == 0 else None,
            )

    with filling("events_event", len(numbers)):
        copy_rows("events_event", columns, rows())
    with _quietly("events_places"):
        taken = ((number, None, None, True, SIGNUPS_EACH) for number in numbers)
        copy_rows("events_places", ("event_id", "quota", "per_enterprise", "accepts", "taken"), taken)
    with filling("events_eventhost", len(numbers)):
        hosts = ((number, "organiser", f"主办单位{number % 12}", 0) for number in numbers)
        copy_rows("events_eventhost", ("event_id", "part", "name", "position"), hosts)


@contextmanager
def _quietly(table: str) -> Iterator[None]:
    """Without history; for a table whose key is another's, with no sequence of its own to put right."""
    name = sql.Identifier(table)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(name))
        yield
        cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(name))


def _fill_people(size: int) -> None:
    last = max(size // EVENTS_EACH_PERSON, SIGNUPS_EACH)
    numbers = range(_people() + 1, last + 1)
    keys = {name: person_sort_key(name) for name in {name_of(number) for number in range(1, min(last, 8000) + 1)}}
    columns = ("id", "name", "sort_key", "phone", "enterprise_id")
    with filling("events_participant", len(numbers)):
        rows = (
            (-number, name_of(number), keys[name_of(number)], f"+86199{number:08d}", min(number, size))
            for number in numbers
        )
        copy_rows("events_participant", columns, rows)


def _people() -> int:
    """Ours have keys below zero: others add participants of their own between two fillings."""
    return Participant.objects.filter(pk__lt=0).count()


def _people_of(event: int, people: int) -> Iterator[int]:
    for place in range(SIGNUPS_EACH):
        yield (event * SIGNUPS_EACH + place * 7) % people + 1


def _fill_signups(numbers: range, size: int, enterprises: int) -> None:
    people = _people()
    keys: dict[str, str] = {}
    since = timezone.now() - datetime.timedelta(days=30)

    def rows() -> Iterator[tuple[Any, ...]]:
        for event in numbers:
            for person in dict.fromkeys(_people_of(event, people)):
                name = name_of(person)
                key = keys.get(name) or keys.setdefault(name, person_sort_key(name))
                enterprise = (person - 1) % enterprises + 1
                yield (event, -person, name, key, enterprise, "企业", SignUpStatus.GOING, since, since, "")

    def came() -> Iterator[tuple[Any, ...]]:
        for event in numbers:
            for person in dict.fromkeys(_people_of(event, people)):
                if person % 10 < COMES_IN_TEN:
                    enterprise = (person - 1) % enterprises + 1
                    yield (event, -person, name_of(person), enterprise, "企业", How.CODE, since)

    many = len(numbers) * SIGNUPS_EACH
    columns = (
        *("event_id", "participant_id", "name", "sort_key", "enterprise_id", "enterprise_name", "status"),
        *("status_since", "queued_at", "reason"),
    )
    with filling("events_signup", many):
        copy_rows("events_signup", columns, rows())
    with filling("events_eventattendance", many):
        copy_rows(
            "events_eventattendance",
            ("event_id", "participant_id", "name", "enterprise_id", "enterprise_name", "how", "at"),
            came(),
        )


def _coming() -> list[int]:
    return list(Event.objects.coming().order_by("starts_at").values_list("pk", flat=True)[:40])


def _guest() -> None:
    """The secretary of the measurements goes to the next event, so that own lists aren't empty."""
    user = benchmark_user("bench-secretary")
    person, _made = Participant.objects.get_or_create(user=user, defaults={"name": user.name})
    for pk in _coming()[:5]:
        SignUp.objects.get_or_create(
            event_id=pk,
            participant=person,
            defaults={"name": user.name, "status": SignUpStatus.GOING, "signed_up_by": user},
        )


def _mine() -> list[str]:
    _guest()
    return ["/events/mine/"]


def _of_the_chamber() -> list[str]:
    own = Event.objects.filter(chamber=1).order_by("-starts_at", "-pk").values_list("pk", flat=True)
    return [f"/chamber/events/{pk}/" for pk in own[:24]]


page("Events", "/events/")
page("Events, of the past", "/events/?when=past", "/events/?when=past&kind=salon", "/events/?when=past&year=2020")
page("Events of a month", "/events/calendar/", "/events/calendar/?month=2020-05")
page("An event", lambda: [f"/events/{pk}/" for pk in _coming()])
page("Events as a feed", "/events/feed.ics")
page("My sign-ups", _mine, visitor="secretary")
page("Signing up, the form", lambda: [f"/events/{pk}/sign-up/" for pk in _coming()], visitor="secretary")
page("Chamber's events", "/chamber/events/", visitor="secretary")
page("A chamber's event", _of_the_chamber, visitor="secretary")
page("Who comes to an event", lambda: [f"/events/{pk}/door/" for pk in _coming()], visitor="staff")
page("Attendance sheet", lambda: [f"/events/{pk}/attendance.xlsx" for pk in _coming()], visitor="staff")
page("Admin: events", "/admin/events/event/", visitor="staff")
page("Admin: sign-ups", "/admin/events/signup/", visitor="staff")
page("Admin: participants", "/admin/events/participant/", visitor="staff")
page("Admin: attendances", "/admin/events/eventattendance/", visitor="staff")


@job("500 people after 300 places")
def last_places(folder: Path, quick: bool) -> list[str]:
    return ["measure_signups", *(["--clients", "100", "--places", "60"] if quick else [])]


def prepare_event(places: int, per_enterprise: int | None = None) -> Event:
    """An event of the next week with so many places and nobody in it."""
    start = timezone.now() + datetime.timedelta(days=7)
    event = Event.objects.create(
        title="最后的名额",
        kind=Kind.SALON,
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=2),
        place="联合会会议中心",
        status=Status.OPEN,
        published_at=timezone.now(),
    )
    Places.objects.create(event=event, quota=places, per_enterprise=per_enterprise, accepts=True)
    return event


def forget_event(event: Event) -> None:
    EventAttendance.objects.filter(event=event).delete()
    SignUp.objects.filter(event=event).delete()
    event.delete()
