"""A series on the public's pages: what it is, all its events, and the year to which each belongs."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from events.events.models import Series
from events.events.statuses import Status
from federation.search.shortlived import forget_all
from tests.events import gatherings
from tests.events.gatherings import DAY

pytestmark = pytest.mark.django_db
LIST = "/events/"


def body(response) -> str:
    return response.content.decode()


@pytest.fixture
def series():
    return Series.objects.create(name="周四月聊", introduction="每月一次，\n谈一个难题。")


def test_a_series_leads_to_all_its_events_under_what_it_says_of_itself(client, series):
    later = gatherings.event(title="十月的月聊", series=series, starts_at=timezone.now() + 40 * DAY)
    gatherings.event(title="九月的月聊", series=series)
    gatherings.event(Status.ARCHIVED, title="八月的月聊", series=series)
    gatherings.event(title="另一场合唱")
    gatherings.event(title="内部的月聊", series=series, is_public=False)
    gatherings.event(Status.PLANNED, title="还在策划的月聊", series=series)
    page = body(client.get(reverse("events:page", args=[later.pk])))
    address = f"{LIST}?when=all&series={series.pk}"
    assert f'href="{address.replace("&", "&amp;")}"' in page
    found = body(client.get(address))
    order = [found.index(word) for word in ("谈一个难题。", "十月的月聊", "九月的月聊", "八月的月聊")]
    assert order == sorted(order)
    assert all(word not in found for word in ("另一场合唱", "内部的月聊", "还在策划的月聊"))


def test_coming_and_past_ones_of_a_series_are_a_step_away_and_both_introduce_it(client, series):
    gatherings.event(title="九月的月聊", series=series)
    gatherings.event(Status.ARCHIVED, title="八月的月聊", series=series)
    start = body(client.get(f"{LIST}?when=all&series={series.pk}"))
    for terms, shown, hidden in (
        (f"series={series.pk}", "九月的月聊", "八月的月聊"),
        (f"when=past&series={series.pk}", "八月的月聊", "九月的月聊"),
    ):
        address = f"{LIST}?{terms}"
        assert f'href="{address.replace("&", "&amp;")}"' in start
        page = body(client.get(address))
        assert shown in page and hidden not in page and "谈一个难题。" in page
    assert "谈一个难题。" not in body(client.get(LIST))


def test_the_list_of_a_series_is_kept_and_asks_nothing(client, series, django_assert_num_queries):
    gatherings.event(series=series)
    address = f"{LIST}?when=all&series={series.pk}"
    client.get(address)
    with django_assert_num_queries(0):
        assert "谈一个难题。" in body(client.get(address))


def test_writing_it_costs_the_same_for_one_event_and_three(client, series, django_assert_max_num_queries):
    def queries() -> int:
        forget_all()
        with django_assert_max_num_queries(20) as asked:
            client.get(f"{LIST}?when=all&series={series.pk}")
        return len(asked)

    gatherings.event(series=series)
    client.get(LIST)
    first = queries()
    gatherings.event(series=series), gatherings.event(Status.ARCHIVED, series=series)
    assert queries() == first


def test_what_took_place_belongs_to_the_year_in_which_it_did(client):
    eve = timezone.make_aware(datetime.datetime(2022, 12, 31, 22))
    new_year, old_year = datetime.date(2023, 1, 1), datetime.date(2022, 12, 31)
    gatherings.event(Status.ARCHIVED, title="跨年夜的合唱", starts_at=eve, held_on=new_year)
    gatherings.event(Status.ARCHIVED, title="年末的讲座", starts_at=eve, held_on=old_year)
    gatherings.event(Status.CANCELLED, title="取消的讲座", starts_at=eve)
    of_2022 = body(client.get(f"{LIST}?when=past&year=2022"))
    of_2023 = body(client.get(f"{LIST}?when=past&year=2023"))
    assert "跨年夜的合唱" in of_2023 and "跨年夜的合唱" not in of_2022
    assert "年末的讲座" in of_2022 and "取消的讲座" in of_2022
    assert "年末的讲座" not in of_2023 and "取消的讲座" not in of_2023
