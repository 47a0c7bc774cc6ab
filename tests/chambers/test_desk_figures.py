"""The chamber's figures on its secretary's desk: each narrowed to the chamber, each opening its rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chambers.bodies.models import Affiliation, Chamber
from chambers.desk.figures import figures_of
from events.visits.models import Visit
from federation.indicators import compute
from federation.indicators.registry import Indicator, Scope, all_indicators, get
from services.demands.models import Demand
from services.finance.models import FinanceApplication
from tests import cast

DESK = reverse("chamber_desk:desk")
SHOWN = [indicator.name for indicator in all_indicators() if indicator.on_chamber_desk]


@pytest.fixture
def chamber(populated) -> Chamber:
    """One that the population's enterprises are in, so that something is counted in it."""
    return Affiliation.objects.filter(enterprise=populated[0]).order_by("pk")[0].chamber


def test_every_wing_has_its_figures_there():
    assert {get(name).rows.__module__.partition(".")[0] for name in SHOWN} == {"services", "events", "poverty_aid"}


@pytest.mark.parametrize("name", SHOWN)
def test_a_figure_of_the_desk_is_the_chambers_own_and_opens_its_rows(name, chamber):
    indicator, secretary = get(name), cast.secretary(chamber)
    assert all(indicator.dimension(one) for one in indicator.on_chamber_desk)
    own, whole = counted(indicator, chamber, secretary), counted(indicator, chamber, None)
    assert own <= whole
    assert counted(indicator, cast.chamber(), secretary) == 0, "another chamber's rows aren't this one's to count"
    tile = next(one for one in figures_of(chamber, secretary).tiles if one.label == str(indicator.title))
    assert tile.url == f"{reverse('indicators:rows', args=[name])}?chamber={chamber.pk}"
    assert cast.login(secretary).get(tile.url).status_code == 200


def counted(indicator: Indicator, chamber: Chamber, user):
    return compute.total(indicator, Scope(user=user, filters={"chamber": chamber.pk})) or 0


def test_the_desk_draws_charts_that_lead_to_rows(chamber):
    secretary = cast.secretary(chamber)
    page = cast.login(secretary).get(DESK)
    charts = page.context["figures"].charts
    # Each that has more than one bar; none is crowded out by those before it.
    scope = Scope(user=secretary, filters={"chamber": chamber.pk})
    shown = [(get(name), dimension) for name in SHOWN for dimension in get(name).on_chamber_desk]
    bars = [len(compute.breakdown(one, one.dimension(dimension), scope)) for one, dimension in shown]
    assert len(charts) == len([number for number in bars if number > 1]) > 0
    for chart in charts:
        assert all(row["url"].startswith("/figures/") and f"chamber={chamber.pk}" in row["url"] for row in chart.rows)
        assert chart.title in page.content.decode()


def test_a_chamber_without_anything_is_shown_noughts_and_no_empty_charts(populated):
    found = figures_of(cast.chamber(), cast.secretary())
    assert len(found.tiles) == len(SHOWN)
    assert found.charts == []


def test_the_figures_cost_the_same_for_few_rows_and_many(chamber):
    def asked() -> int:
        # Each has a desk of their own: what was told to another a moment ago isn't told again.
        secretary = cast.secretary(chamber)
        with CaptureQueriesContext(connection) as queries:
            figures_of(chamber, secretary)
        return len(queries)

    first = asked()
    held = Demand.objects.filter(chamber=chamber).count()
    for counted_rows in (Demand, FinanceApplication, Visit):
        counted_rows.objects.update(chamber=chamber)
    assert Demand.objects.filter(chamber=chamber).count() > held
    assert asked() <= first


def test_a_desk_that_was_opened_a_moment_ago_is_told_again(chamber, django_assert_num_queries):
    secretary = cast.secretary(chamber)
    first = figures_of(chamber, secretary)
    with django_assert_num_queries(0):
        assert figures_of(chamber, secretary) == first
