"""Rates, means and distinct counts: how they are counted, kept and told apart from sums."""

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, Q

from federation.indicators import compute, figures, rollup
from federation.indicators.registry import Dimension, Indicator, Scope, mean_of
from members.enterprises.models import Enterprise
from tests import cast

pytestmark = pytest.mark.django_db


def of_firms(**how: Any) -> Indicator:
    """A figure of enterprises that isn't in the register."""
    town = Dimension("town", "town", "town", parse=int)
    control = Dimension("control", "control", "control")
    return Indicator(
        "test-figure", "test", "%", lambda scope: Enterprise.objects.all(), dimensions=(town, control), **how
    )


def test_a_rate_is_the_share_of_its_rows_in_every_way_of_counting() -> None:
    here, there = cast.town("此镇"), cast.town("彼镇")
    for number in range(6):
        cast.enterprise(town=here if number < 3 else there, state="revoked" if number in (0, 3, 4) else "active")
    rate = of_firms(share=Q(state="revoked"))
    assert compute.total(rate, Scope()) == Decimal(50)
    assert compute.total(rate, Scope(filters={"town": here.pk})) == Decimal("33.33")
    assert compute.breakdown(rate, rate.dimension("town"), Scope()) == {
        here.pk: Decimal("33.33"),
        there.pk: Decimal("66.67"),
    }
    assert compute.cube(rate, Scope(), [("town",)])["town",] == {
        (str(here.pk),): Decimal("33.33"),
        (str(there.pk),): Decimal("66.67"),
    }
    assert str(figures.speak(rate, Decimal("33.33"))) == "33.33%"
    assert figures.row_total(rate, Scope()) == 6


def test_a_mean_leaves_out_who_states_nothing() -> None:
    for staff in (10, 11, None):
        cast.enterprise(staff_count=staff)
    mean_staff = of_firms(measure=mean_of("staff_count"))
    assert compute.total(mean_staff, Scope()) == Decimal("10.5")
    rollup.rebuild(mean_staff)
    assert rollup.RollupReader(mean_staff, Scope()).total() == Decimal("10.5")


@pytest.mark.parametrize("how", [{"share": Q(state="revoked")}, {"measure": mean_of("staff_count")}])
def test_a_rate_of_nothing_is_none_and_not_zero(how: dict[str, Any]) -> None:
    of_nothing = of_firms(**how)
    assert compute.total(of_nothing, Scope()) is None
    rollup.rebuild(of_nothing)
    assert figures.total(of_nothing, Scope()).figure is None
    assert figures.total(of_nothing, Scope(filters={"control": "x"})).figure is None
    assert str(figures.speak(of_nothing, None)) == "—"
    assert figures.tile(of_nothing, Scope()).number == "—"


def test_what_isnt_stated_is_one_part_however_the_column_says_it() -> None:
    """Two parts of a rate can't be added into one."""
    for control, state in (("", "revoked"), ("", "active"), ("3", "active")):
        cast.enterprise(control=control, state=state)
    rate = of_firms(share=Q(state="revoked"))
    expected = {None: Decimal(50), "3": Decimal(0)}
    assert compute.breakdown(rate, rate.dimension("control"), Scope()) == expected
    assert compute.cube(rate, Scope(), [("control",)])["control",] == {(None,): 50, ("3",): 0}


def test_a_distinct_count_is_kept_by_the_years_and_counted_otherwise() -> None:
    """Five million rows cost a pass for each two dimensions: those that nobody asks together aren't kept."""
    towns = [cast.town("此镇"), cast.town("彼镇")]
    for number in range(6):
        cast.enterprise(town=towns[number % 2], control="34"[number % 2], registered_on=datetime.date(2001, 1, 1))
    town = Dimension("town", "town", "town", parse=int)
    control = Dimension("control", "control", "control")
    year = Dimension("year", "year", "registered_on__year", parse=int, over_time=True)
    distinct = replace(of_firms(measure=Count("control", distinct=True)), dimensions=(town, control, year))
    assert ("control", "town") not in rollup.groupings(distinct)
    rollup.rebuild(distinct)
    both = Scope(filters={"town": towns[0].pk, "control": "3"})
    assert rollup.RollupReader(distinct, both).total() is None
    by_year = Scope(filters={"town": towns[0].pk, "year": 2001})
    assert rollup.RollupReader(distinct, by_year).total() == compute.total(distinct, by_year) == 1
    assert rollup.RollupReader(distinct, Scope()).breakdown(town) == compute.breakdown(distinct, town, Scope())


def test_a_rollup_that_says_something_else_is_told(settings: Any) -> None:
    settings.FIGURES_LIVE_ROWS = 0
    cast.enterprise()
    call_command("figures", "enterprises", "--rebuild", "--check")
    cast.enterprise()
    with pytest.raises(CommandError, match="disagree"):
        call_command("figures", "enterprises", "--check")
