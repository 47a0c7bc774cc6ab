"""Figures of the staff's start page: of every wing that the person may open, bounded, each leading to its rows."""

from typing import Any

import pytest

from federation.accounts.models import User
from federation.indicators.access import may_open_rows
from federation.indicators.registry import Indicator, all_indicators
from federation.portal.charts import Chart
from federation.portal.start_page import CHARTS, TILES, charts_for, spread, tiles_for
from members.enterprises.models import Enterprise
from tests import cast

# What a services clerk works with, each by one of its figures.
WORK_OF_SERVICES = {"finance-applications", "demands", "events-held", "visits", "camp-people", "aid-pairs"}


@pytest.fixture(autouse=True)
def _over_the_population(populated: list[Enterprise]) -> None:
    """All of them, so that it is made once."""


def drawn_by(charts: list[Chart]) -> dict[str, Indicator]:
    ids = {f"{one.name}-{name}": one for one in all_indicators() for name in one.on_desk}
    return {chart.id: ids[chart.id] for chart in charts}


def openable(user: User) -> list[Indicator]:
    return [one for one in all_indicators() if may_open_rows(user, one)]


def groups(found: Any) -> set[str]:
    return {str(one.group) for one in found}


@pytest.mark.parametrize("role", cast.ROLES)
def test_every_wing_that_a_role_may_open_has_a_chart_and_a_figure(role: str) -> None:
    user = cast.staff(role)
    charts, tiles = charts_for(user), tiles_for(user)
    assert groups(drawn_by(charts).values()) == groups(one for one in openable(user) if one.on_desk)
    assert len(charts) == min(CHARTS, sum(len(one.on_desk) for one in openable(user)))
    by_title = {str(one.title): one for one in openable(user)}
    assert groups(by_title[tile.label] for tile in tiles) == groups(openable(user))
    assert len(tiles) == min(TILES, len(openable(user)))


@pytest.mark.parametrize("role", ["services_clerk", "auditor"])
def test_whose_work_the_wings_are_sees_them_drawn(role: str) -> None:
    drawn = {one.name for one in drawn_by(charts_for(cast.staff(role))).values()}
    assert drawn >= WORK_OF_SERVICES


def test_staff_without_a_role_are_shown_nothing() -> None:
    user = cast.staff(None)
    assert (charts_for(user), tiles_for(user)) == ([], [])


def test_each_part_of_a_chart_opens_its_rows() -> None:
    user = cast.superuser()
    client = cast.login(user)
    charts = charts_for(user)
    page = client.get("/admin/").content.decode()
    for chart in charts:
        assert chart.title in page
        url = next(row["url"] for row in chart.rows if row["url"])
        assert client.get(url).status_code == 200, url


def test_a_desk_that_was_opened_a_moment_ago_is_told_again(django_assert_num_queries: Any) -> None:
    """That it costs the same for few rows and for many is asked of it with the lists (test_admin_registry)."""
    user = cast.superuser()
    told = tiles_for(user), charts_for(user)
    with django_assert_num_queries(0):
        assert (tiles_for(user), charts_for(user)) == told


def test_the_first_of_every_group_comes_before_the_second_of_any() -> None:
    def shown(*groups: str) -> list[Indicator]:
        return [Indicator(f"test-{place}", "", "", None, group=group) for place, group in enumerate(groups)]

    assert spread(shown("a", "a", "a", "b", "c"), 3) == [0, 3, 4]
    assert spread(shown("a", "a", "a", "b", "c"), 4) == [0, 1, 3, 4]
    assert spread(shown("a", "b"), 4) == [0, 1]
    assert spread([], 4) == []
