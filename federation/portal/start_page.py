"""Figures of the admin's start page, all from the register of indicators: each opens its rows."""

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.utils.translation import get_language

from federation.accounts.models import User
from federation.indicators import figures
from federation.indicators.access import may_open_rows
from federation.indicators.pages import chart_of
from federation.indicators.registry import Indicator, Scope, all_indicators
from federation.portal.charts import Chart

KEPT = 60
TILES = 8
CHARTS = 4
BARS = 20


def openable(user: User | AnonymousUser) -> list[Indicator]:
    return [indicator for indicator in all_indicators() if may_open_rows(user, indicator)]


def tiles_for(user: User) -> list[figures.Tile]:
    """The first figures this person may open; kept for a minute, since a desk is opened often."""
    key = f"admin:tiles:{user.pk}:{get_language()}"
    kept = cache.get(key)
    if kept is None:
        kept = [figures.tile(indicator, Scope(user=user)) for indicator in openable(user)[:TILES]]
        cache.set(key, kept, KEPT)
    return kept


def charts_for(user: User) -> list[Chart]:
    """One chart for each of the first figures that have something to break down by, each by its own first way."""
    key = f"admin:charts:{user.pk}:{get_language()}"
    kept = cache.get(key)
    if kept is None:
        kept = []
        for indicator in openable(user):
            if indicator.on_desk and len(kept) < CHARTS:
                kept += _charts(indicator, user)
        cache.set(key, kept[:CHARTS], KEPT)
    return kept[:CHARTS]


def _charts(indicator: Indicator, user: User) -> list[Chart]:
    dimensions = [indicator.dimension(name) for name in indicator.on_desk]
    parts = figures.breakdowns(indicator, dimensions, Scope(user=user))
    return [
        chart_of(indicator, one, parts[one.name], {}, figures.rows_url, titled=True, most=BARS) for one in dimensions
    ]
