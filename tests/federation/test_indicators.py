"""Every figure over generated data: the total is its rows, the parts make the whole, the rollup says the same.

The data is generated here for every model that an indicator counts, so an app's new indicator is tested by being
registered.
"""

import datetime
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.db.models import Avg, F, Sum
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from federation.indicators import compute, figures, registry, rollup
from federation.indicators.pages import chart_of, columns_of
from federation.indicators.registry import Indicator, Scope, all_indicators
from members.enterprises.models import Enterprise
from tests import population


@pytest.fixture(params=[indicator.name for indicator in all_indicators()])
def indicator(request: pytest.FixtureRequest, populated: list[Enterprise]) -> Indicator:
    return registry.get(request.param)


def measured(indicator: Indicator, rows: Any) -> int | Decimal:
    """The figure worked out in Python from the rows themselves."""
    found = list(rows)
    assert len({row.pk for row in found}) == len(found), "a row is counted twice"
    if indicator.share is not None:
        counting = {row.pk for row in rows.filter(indicator.share)}
        return mean([100 if row.pk in counting else 0 for row in found])
    if indicator.measure is None:
        return len(found)
    path = indicator.measure.get_source_expressions()[0].name
    values = [value for value in rows.values_list(path, flat=True) if value is not None]
    if isinstance(indicator.measure, Sum):
        return sum(values)
    if isinstance(indicator.measure, Avg):
        return mean(values)
    assert indicator.measure.distinct
    return len(set(values))


def mean(values: list[int | Decimal]) -> Decimal | None:
    if not values:
        return None
    return (Decimal(sum(values)) / len(values)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_the_generated_data_reaches_it(indicator: Indicator) -> None:
    assert compute.total(indicator, Scope()) > 0


def test_total_is_what_its_rows_say(indicator: Indicator) -> None:
    assert compute.total(indicator, Scope()) == measured(indicator, compute.rows(indicator, Scope()))


def test_each_part_is_what_its_rows_say(indicator: Indicator) -> None:
    for dimension in indicator.dimensions:
        parts = compute.breakdown(indicator, dimension, Scope())
        for value, part in parts.items():
            narrowed = Scope(filters={dimension.name: value})
            assert part == measured(indicator, compute.rows(indicator, narrowed)), (dimension.name, value)


def test_parts_add_up_to_the_whole(indicator: Indicator) -> None:
    total = compute.total(indicator, Scope())
    for dimension in indicator.dimensions:
        parts = compute.breakdown(indicator, dimension, Scope()).values()
        added = 0 if indicator.is_average else sum(parts)
        if indicator.is_average:
            stated = [part for part in parts if part is not None]
            assert min(stated) <= total <= max(stated), dimension.name
        elif dimension.multiple or not indicator.adds_up:
            assert added >= total, dimension.name
        else:
            assert added == total, dimension.name


def test_one_pass_counts_what_plain_queries_count(indicator: Indicator) -> None:
    cube = compute.cube(indicator, Scope(), rollup.groupings(indicator))
    assert cube[()] == {(): compute.total(indicator, Scope())}
    for dimension in compute.additive(indicator):
        plain = compute.breakdown(indicator, dimension, Scope())
        told = {(None if key is None else dimension.parse(key)): part for (key,), part in cube[dimension.name,].items()}
        assert told == plain, dimension.name


def test_rollup_equals_the_plain_query(indicator: Indicator) -> None:
    rollup.rebuild(indicator)
    reader = rollup.RollupReader(indicator, Scope())
    assert reader.total() == compute.total(indicator, Scope())
    for dimension in indicator.dimensions:
        parts = compute.breakdown(indicator, dimension, Scope())
        assert reader.breakdown(dimension) == parts
        for value in parts:
            narrowed = Scope(filters={dimension.name: value})
            inside = rollup.RollupReader(indicator, narrowed)
            assert inside.total() == compute.total(indicator, narrowed)
            for other in indicator.dimensions:
                kept = inside.breakdown(other)
                assert kept is None or kept == compute.breakdown(indicator, other, narrowed)


def test_rebuilding_follows_a_change(indicator: Indicator) -> None:
    rollup.rebuild(indicator)
    last = compute.rows(indicator, Scope()).order_by("pk").last()
    with connection.cursor() as cursor:
        # Whatever hangs on it, and however well it is kept: the row is gone.
        cursor.execute("SET LOCAL session_replication_role = replica")
        type(last)._base_manager.filter(pk=last.pk)._raw_delete(using="default")
        cursor.execute("SET LOCAL session_replication_role = origin")
    kept = rollup.RollupReader(indicator, Scope()).total()
    plain = compute.total(indicator, Scope())
    rollup.rebuild(indicator)
    assert rollup.RollupReader(indicator, Scope()).total() == plain
    assert kept >= plain or indicator.is_average


def test_its_columns_and_words_hold(indicator: Indicator) -> None:
    try:
        columns = columns_of(indicator, compute.rows(indicator, Scope()).model)
    except FieldDoesNotExist as error:
        pytest.fail(str(error))
    assert all(column.title for column in columns)
    assert str(indicator.title) and str(indicator.unit)
    assert indicator.public or indicator.permission or indicator.open_to


def test_figures_of_a_page_cost_the_same_for_few_rows_and_many(populated: list[Enterprise]) -> None:
    """All of them in one test: as many rows once more take seconds."""

    def asked() -> dict[str, int]:
        found = {}
        for indicator in all_indicators():
            with CaptureQueriesContext(connection) as queries:
                figures.total(indicator, Scope())
                figures.breakdowns(indicator, list(indicator.dimensions), Scope())
            found[indicator.name] = len(queries)
        return found

    first = asked()
    population.settle(again=True)
    second = asked()
    assert {name: number for name, number in second.items() if number > first[name]} == {}


def test_no_filter_says_more_than_the_whole(indicator: Indicator) -> None:
    for dimension in indicator.dimensions:
        for cell in figures.breakdown(indicator, dimension, Scope()).cells:
            value = figures.value_of(dimension, cell.key)
            assert value == cell.value, "what an address says leads back to the value"


# --- Periods --------------------------------------------------------------------------------------

NO_DATA = (datetime.date(1901, 1, 1), datetime.date(1901, 12, 31))


def year_with_data(indicator: Indicator) -> tuple[datetime.date, datetime.date]:
    """The year in which the last of its rows falls."""
    # By F: values_list knows no transform of an annotation.
    found = compute.rows(indicator, Scope()).order_by().annotate(fell_on=F(indicator.period))
    dates = found.values_list("fell_on", flat=True)
    last = max(day for day in dates if day is not None)
    return datetime.date(last.year, 1, 1), datetime.date(last.year, 12, 31)


@pytest.fixture(params=[indicator.name for indicator in all_indicators() if indicator.period])
def dated(request: pytest.FixtureRequest, populated: list[Enterprise]) -> Indicator:
    return registry.get(request.param)


def test_a_period_counts_the_rows_that_fall_into_it(dated: Indicator) -> None:
    indicator = dated
    since, until = year_with_data(indicator)
    scope = Scope(since=since, until=until)
    inside = compute.rows(indicator, scope)
    assert compute.total(indicator, scope) == measured(indicator, inside)
    days = set(inside.order_by().annotate(fell_on=F(indicator.period)).values_list("fell_on", flat=True))
    assert all(since <= day <= until for day in days)
    for dimension in indicator.dimensions:
        for value, part in compute.breakdown(indicator, dimension, scope).items():
            narrowed = replace(scope, filters={dimension.name: value})
            assert part == measured(indicator, compute.rows(indicator, narrowed)), (dimension.name, value)
    assert figures.total(indicator, scope).figure == compute.total(indicator, scope)


def test_periods_that_follow_each_other_make_the_whole(dated: Indicator) -> None:
    indicator = dated
    day = year_with_data(indicator)[0]
    before, after = Scope(until=day - datetime.timedelta(days=1)), Scope(since=day)
    undated = compute.rows(indicator, Scope()).filter(**{f"{indicator.period}__isnull": True})
    parts = [compute.rows(indicator, scope).order_by().count() for scope in (before, after)]
    assert sum(parts) + undated.order_by().count() == compute.rows(indicator, Scope()).order_by().count()


def test_a_year_without_data_says_so_and_breaks_nothing(dated: Indicator) -> None:
    indicator = dated
    scope = Scope(since=NO_DATA[0], until=NO_DATA[1])
    nothing = None if indicator.is_average else 0
    assert compute.total(indicator, scope) == nothing
    assert figures.total(indicator, scope).figure == nothing
    assert compute.cube(indicator, scope, rollup.groupings(indicator))[()] == {(): nothing}
    for dimension in indicator.dimensions:
        assert compute.breakdown(indicator, dimension, scope) == {}
        parts = figures.breakdown(indicator, dimension, scope)
        assert parts.cells == []
        assert chart_of(indicator, dimension, parts, {}, figures.rows_url).rows == []
    assert str(figures.speak(indicator, nothing)).startswith("—" if indicator.is_average else "0")


@pytest.mark.parametrize("name", [indicator.name for indicator in all_indicators() if indicator.as_of])
@pytest.mark.parametrize("days", [0, 400])
def test_a_stock_is_told_for_a_day_by_the_rows_of_that_day(name: str, days: int, populated: list[Enterprise]) -> None:
    indicator = registry.get(name)
    scope = Scope(on=timezone.localdate() - datetime.timedelta(days=days))
    assert compute.total(indicator, scope) == measured(indicator, compute.rows(indicator, scope))
