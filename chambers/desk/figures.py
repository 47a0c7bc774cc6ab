"""The chamber's figures on its desk: what apps declare with `on_chamber_desk`, narrowed to this chamber."""

from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import get_language

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.indicators import figures
from federation.indicators.access import may_open_rows
from federation.indicators.pages import chart_of
from federation.indicators.registry import Indicator, Scope, all_indicators
from federation.portal.charts import Chart

KEPT = 60
BARS = 12
CHAMBER = "chamber"


@dataclass(frozen=True)
class ChamberFigures:
    tiles: list[figures.Tile]
    charts: list[Chart]


def figures_of(chamber: Chamber, user: User) -> ChamberFigures:
    """As this secretary may open them; kept for a minute, since a desk is opened often."""
    key = f"chamber:figures:{chamber.pk}:{user.pk}:{get_language()}"
    kept: ChamberFigures | None = cache.get(key)
    if kept is None:
        kept = _count(chamber, user)
        cache.set(key, kept, KEPT)
    return kept


def _count(chamber: Chamber, user: User) -> ChamberFigures:
    scope = Scope(user=user, filters={CHAMBER: chamber.pk})
    keys = {CHAMBER: str(chamber.pk)}
    shown = [one for one in all_indicators() if one.on_chamber_desk and may_open_rows(user, one)]
    tiles = [figures.tile(one, scope, figures.rows_url(one, keys)) for one in shown]
    return ChamberFigures(tiles, [chart for one in shown for chart in _charts(one, scope, keys)])


def _charts(indicator: Indicator, scope: Scope, keys: dict[str, str]) -> list[Chart]:
    dimensions = [indicator.dimension(name) for name in indicator.on_chamber_desk]
    parts = figures.breakdowns(indicator, dimensions, scope)
    charts = [
        chart_of(indicator, one, parts[one.name], keys, figures.rows_url, titled=True, most=BARS) for one in dimensions
    ]
    # One bar or one point shows nothing that its tile doesn't say.
    return [chart for chart in charts if len(chart.labels) > 1]
