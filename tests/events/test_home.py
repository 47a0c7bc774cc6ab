"""What the start page says of the next events: public ones with a day, in their order, at no cost to a visitor."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from events.events.models import Event, Kind
from events.events.statuses import Status
from events.home import SHOWN
from federation.search.shortlived import forget_all

pytestmark = pytest.mark.django_db


def event(title: str, days: float, status: str = Status.PUBLISHED, **fields: object) -> Event:
    starts_at = timezone.now() + datetime.timedelta(days=days)
    fields.setdefault("published_at", timezone.now() - datetime.timedelta(days=60))
    return Event.objects.create(
        title=title,
        kind=Kind.SALON,
        starts_at=starts_at,
        ends_at=starts_at + datetime.timedelta(hours=2),
        place="测试会堂",
        status=status,
        **fields,
    )


def home(client) -> str:
    return client.get("/").content.decode()


def test_the_next_ones_stand_there_in_their_order(client):
    later, sooner = event("后一场", 9), event("先一场", 2)
    page = home(client)
    assert page.index("先一场") < page.index("后一场")
    assert reverse("events:page", args=[sooner.pk]) in page
    assert reverse("events:page", args=[later.pk]) in page
    assert "测试会堂" in page


@pytest.mark.parametrize(
    "fields",
    [
        {"is_public": False},
        {"published_at": None, "status": Status.PLANNED},
        {"status": Status.CANCELLED},
        {"status": Status.POSTPONED},
        {"days": -1},
    ],
)
def test_what_isnt_everybodys_or_has_no_day_is_left_out(client, fields):
    event("看不到的一场", **{"days": 3, **fields})
    assert "看不到的一场" not in home(client)


def test_a_few_of_many_and_no_heading_without_any(client):
    assert "近期活动" not in home(client)
    forget_all()
    for number in range(SHOWN + 2):
        event(f"第{number}场", number + 1)
    page = home(client)
    assert f"第{SHOWN - 1}场" in page
    assert f"第{SHOWN}场" not in page


def test_visitors_ask_the_database_for_none_of_it(client, django_assert_num_queries):
    event("一场", 2)
    home(client)
    with django_assert_num_queries(0):
        assert "一场" in home(client)
