"""Every figure over generated data: the total is its rows, the parts make the whole, the rollup says the same.

The data is generated here for every model that an indicator counts, so an app's new indicator is tested by being
registered.
"""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext

from federation.indicators import compute, figures, rollup
from federation.indicators.pages import columns_of
from federation.indicators.registry import Indicator, Scope, all_indicators
from tests import population

pytestmark = pytest.mark.django_db


@pytest.fixture
def people_and_firms(db: None) -> None:
    population.settle()


@pytest.fixture(params=[indicator.name for indicator in all_indicators()])
def indicator(request: pytest.FixtureRequest, people_and_firms: None) -> Indicator:
    return next(one for one in all_indicators() if one.name == request.param)


def measured(indicator: Indicator, rows: Any) -> int | Decimal:
    """The figure worked out in Python from the rows themselves."""
    found = list(rows)
    assert len({row.pk for row in found}) == len(found), "a row is counted twice"
    if indicator.measure is None:
        return len(found)
    path = indicator.measure.get_source_expressions()[0].name
    values = list(rows.model.objects.filter(pk__in=[row.pk for row in found]).values_list(path, flat=True))
    if isinstance(indicator.measure, Sum):
        return sum(value for value in values if value is not None)
    assert indicator.measure.distinct
    return len({value for value in values if value is not None})


def is_additive(indicator: Indicator) -> bool:
    return indicator.measure is None or isinstance(indicator.measure, Sum)


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
        added = sum(compute.breakdown(indicator, dimension, Scope()).values())
        if dimension.multiple or not is_additive(indicator):
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
    compute.rows(indicator, Scope()).order_by("pk").last().delete()
    kept = rollup.RollupReader(indicator, Scope()).total()
    plain = compute.total(indicator, Scope())
    rollup.rebuild(indicator)
    assert rollup.RollupReader(indicator, Scope()).total() == plain
    assert kept >= plain


def test_its_columns_and_words_hold(indicator: Indicator) -> None:
    try:
        columns = columns_of(indicator, compute.rows(indicator, Scope()).model)
    except FieldDoesNotExist as error:
        pytest.fail(str(error))
    assert all(column.title for column in columns)
    assert str(indicator.title) and str(indicator.unit)
    assert indicator.public or indicator.permission or indicator.open_to


def test_figures_of_a_page_cost_the_same_for_one_row_and_many(indicator: Indicator) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            figures.total(indicator, Scope())
            figures.breakdowns(indicator, list(indicator.dimensions), Scope())
        return len(queries)

    first = asked()
    population.settle(again=True)
    assert asked() <= first


def test_no_filter_says_more_than_the_whole(indicator: Indicator) -> None:
    for dimension in indicator.dimensions:
        for cell in figures.breakdown(indicator, dimension, Scope()).cells:
            value = figures.value_of(dimension, cell.key)
            assert value == cell.value, "what an address says leads back to the value"
