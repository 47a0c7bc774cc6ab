"""What everybody may know of how demands went: the three rates of a year, quarter by quarter."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language

from federation.indicators import figures, registry
from federation.indicators.figures import Tile
from federation.indicators.registry import Scope
from services.demands.indicators import quarter_label

KEPT = 600
RATES = ("demands-assigned", "demands-answered-in-time", "demands-satisfied")
QUARTERS_SHOWN = 4


@dataclass(frozen=True)
class PublicFigures:
    """`rows` are quarters, newest first, each with the three rates in the order of `titles`."""

    tiles: list[Tile]
    titles: list[str]
    rows: list[dict[str, Any]]


def public_figures() -> PublicFigures | None:
    """A few minutes old at most; None while there is nothing to tell."""
    key = f"demands:public:{timezone.localdate().isoformat()}:{get_language()}"
    kept = cache.get(key)
    if kept is None:
        kept = _counted()
        cache.set(key, kept, KEPT)
    return kept if kept.tiles else None


def _counted() -> PublicFigures:
    tiles, titles = [], []
    quarters: dict[int, list[str]] = {}
    for position, name in enumerate(RATES):
        indicator = registry.get(name)
        titles.append(str(indicator.title))
        answer = figures.total(indicator, Scope())
        if answer.figure is not None:
            spoken = figures.speak(indicator, answer.figure)
            tiles.append(Tile(str(indicator.title), spoken.number, spoken.unit, figures.page_url(indicator)))
        for cell in figures.breakdown(indicator, indicator.dimension("quarter"), Scope()).cells:
            if cell.value is not None:
                rates = quarters.setdefault(cell.value, [""] * len(RATES))
                rates[position] = str(figures.speak(indicator, cell.figure))
    newest = sorted(quarters, reverse=True)[:QUARTERS_SHOWN]
    rows = [
        {
            "quarter": str(quarter_label(value)),
            "cells": [{"title": title, "rate": rate} for title, rate in zip(titles, quarters[value], strict=True)],
        }
        for value in newest
    ]
    return PublicFigures(tiles, titles, rows)
