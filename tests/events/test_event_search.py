"""Events in the header's search: what everyone may find is kept in memory, what a person may find is asked for."""

import pytest

from events.events import search
from events.events.statuses import Status
from tests import cast
from tests.events import gatherings
from tests.events.gatherings import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["known", "too many to be known"])
def either_way(request, monkeypatch):
    if request.param != "known":
        monkeypatch.setattr(search, "MOST_KNOWN", 0)


def titles(group) -> list[str]:
    return ["".join(part.text for part in result.parts) for result in group.results]


def test_what_is_to_come_stands_before_what_is_over_and_the_rest_is_told(client, either_way):
    soon = gatherings.event(title="Salon 银企沙龙（秋）")
    later = gatherings.event(title="银企沙龙（冬）salon", starts_at=soon.starts_at + DAY)
    gatherings.event(Status.ARCHIVED, title="银企沙龙（夏）SALON salon")
    gatherings.event(title="内部沙龙", is_public=False)
    visitor = client.get("/").wsgi_request.user
    group = search.events("沙龙", visitor, 2)
    assert titles(group) == [later.title, soon.title]
    assert group.count == "3" and "q=%E6%B2%99%E9%BE%99" in group.url
    group = search.events("SALON", visitor, 5)
    assert len(group.results) == 3 and group.count == "3" and not group.url
    assert search.events("沙", visitor, 5) is None
    assert search.events("内部", visitor, 5) is None
    assert search.events("（秋）\n银企", visitor, 5) is None


def test_staff_find_what_is_not_announced(client):
    gatherings.event(Status.PLANNED, title="还在策划的沙龙")
    visitor = client.get("/").wsgi_request.user
    assert search.events("策划", visitor, 5) is None
    assert titles(search.events("策划", cast.administrator(), 5)) == ["还在策划的沙龙"]
