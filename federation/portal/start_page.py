"""Figures of the admin's start page, all from the register of indicators: each opens its rows."""

from collections import Counter
from collections.abc import Sequence

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.utils.translation import get_language

from federation.accounts.models import User
from federation.indicators import figures
from federation.indicators.access import may_open_rows
from federation.indicators.pages import chart_of
from federation.indicators.registry import Indicator, Scope, all_indicators, get
from federation.portal.charts import Chart

KEPT = 60
TILES = 10
CHARTS = 10
BARS = 20


def openable(user: User | AnonymousUser) -> list[Indicator]:
    return [indicator for indicator in all_indicators() if may_open_rows(user, indicator)]


def spread(shown: Sequence[Indicator], most: int) -> list[int]:
    """The places of `most` of them, in their order: the first of every group before the second of any, so that no wing
    crowds out the others."""
    of_group: Counter[str] = Counter()
    ranks = []
    for indicator in shown:
        group = str(indicator.group)
        ranks.append(of_group[group])
        of_group[group] += 1
    return sorted(sorted(range(len(shown)), key=ranks.__getitem__)[:most])


def tiles_for(user: User) -> list[figures.Tile]:
    """Figures of every wing that this person may open; kept for a minute, since a desk is opened often."""
    key = f"admin:tiles:{user.pk}:{get_language()}"
    kept = cache.get(key)
    if kept is None:
        shown = openable(user)
        kept = [figures.tile(shown[place], Scope(user=user)) for place in spread(shown, TILES)]
        cache.set(key, kept, KEPT)
    return kept


def charts_for(user: User) -> list[Chart]:
    """Of every wing what its figures name in `on_desk`, as far as there is room."""
    key = f"admin:charts:{user.pk}:{get_language()}"
    kept = cache.get(key)
    if kept is None:
        named = [(indicator, name) for indicator in openable(user) for name in indicator.on_desk]
        drawn: dict[str, list[str]] = {}
        for place in spread([indicator for indicator, _name in named], CHARTS):
            indicator, name = named[place]
            drawn.setdefault(indicator.name, []).append(name)
        kept = [chart for name, dimensions in drawn.items() for chart in _charts(get(name), dimensions, user)]
        cache.set(key, kept, KEPT)
    return kept


def _charts(indicator: Indicator, names: list[str], user: User) -> list[Chart]:
    dimensions = [indicator.dimension(name) for name in names]
    parts = figures.breakdowns(indicator, dimensions, Scope(user=user))
    return [
        chart_of(indicator, one, parts[one.name], {}, figures.rows_url, titled=True, most=BARS) for one in dimensions
    ]
