"""Rows of events, series and sign-ups that figures count: events of several years, kinds and hosts, one that took place
on another day than planned, some postponed, called off and still planned; people and firms that came more than once."""

import datetime

from django.utils import timezone

from chambers.bodies.models import Chamber
from events.events.models import Event, EventHost, Kind, Series
from events.events.statuses import HELD, Status
from events.signups.statuses import How
from members.enterprises.models import Enterprise
from tests import cast
from tests.events import gatherings


def settle(firms: list[Enterprise]) -> None:
    chambers = list(Chamber.objects.order_by("-pk")[:2])
    series = Series.objects.get_or_create(name="测试月聊")[0]
    user = cast.person()
    for number, status in enumerate([*Status, Status.ARCHIVED, Status.SUMMED_UP, Status.ARCHIVED]):
        start = timezone.make_aware(datetime.datetime(2020 + number % 4, 1 + number % 12, 3, 14))
        event = gatherings.event(
            status,
            kind=list(Kind)[number % len(Kind)],
            series=series if number % 2 else None,
            chamber=chambers[number % 2] if number % 3 else None,
            starts_at=start,
        )
        EventHost.objects.create(event=event, name=f"测试协办单位{number % 3}", part=EventHost.Part.SUPPORT)
        for firm in firms[: number % 4]:
            gatherings.signup(event, f"{firm.pk}号来宾", enterprise=firm)
        # Nobody comes to what didn't take place; a row all the same must not be counted.
        _come(event, firms, user, number)
    _put_off()


def _come(event: Event, firms: list[Enterprise], user: object, number: int) -> None:
    gatherings.attendance(event, user)
    for place, firm in enumerate(firms[number % 3 : number % 3 + 4]):
        gatherings.attendance(event, f"{firm.pk}号来宾", firm, how=list(How)[place % 3])
        if place % 2:
            gatherings.attendance(event, f"{firm.pk}号同事", firm)


def _put_off() -> None:
    """Planned for December, it took place in January: it counts for the year after."""
    late = gatherings.event(
        Status.ARCHIVED,
        starts_at=timezone.make_aware(datetime.datetime(2021, 12, 30, 14)),
        held_on=datetime.date(2022, 1, 6),
        kind=Kind.DEPARTMENT,
    )
    gatherings.attendance(late, cast.person())
    assert late.status in HELD
