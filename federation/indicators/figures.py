"""The front door to figures: what pages, desks and reports ask. Each answer says as of when it is true."""

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language

from federation.indicators import compute
from federation.indicators.compute import Number
from federation.indicators.registry import NOT_STATED, Dimension, Indicator, Scope, Text, all_indicators
from federation.indicators.rollup import RollupReader, is_large
from federation.portal import formats
from federation.portal.navigation import url_or_none

HOME_KEPT = 300
HOME_OF_GROUP = 2
LARGE_KEPT = 300
NONE_KEY = "-"


class Answer(NamedTuple):
    """`figure` is None for a rate or a mean of no rows."""

    figure: Number | None
    as_of: datetime.datetime


class Cell(NamedTuple):
    """One part of a breakdown: `key` is what an address says for the value."""

    value: Any
    key: str
    label: Text
    figure: Number | None


class Breakdown(NamedTuple):
    cells: list[Cell]
    as_of: datetime.datetime


class Spoken(NamedTuple):
    """A figure in words of the page's language: "136.8227", "亿元"."""

    number: str
    unit: str

    def __str__(self) -> str:
        apart = self.unit.isascii() and self.unit not in ("", "%")
        return f"{self.number} {self.unit}" if apart else f"{self.number}{self.unit}"


@dataclass(frozen=True)
class Tile:
    """What templates/portal/_figure.html draws."""

    label: str
    number: str
    unit: str
    url: str
    note: str = ""


def rows(indicator: Indicator, scope: Scope) -> QuerySet:
    return compute.rows(indicator, scope)


def total(indicator: Indicator, scope: Scope) -> Answer:
    reader = _reader(indicator, scope)
    kept = reader.total() if reader else None
    if kept is not None:
        return Answer(kept, reader.as_of)
    return _of_large(indicator, scope, "total", lambda: Answer(compute.total(indicator, scope), timezone.now()))


def _of_large(indicator: Indicator, scope: Scope, asked: str, count: Callable[[], Any]) -> Any:
    """What a page had counted of a large table is told again for a few minutes; of a small one it is counted anew."""
    if not is_large(indicator.rows(scope).model):
        return count()
    found = repr(compute.rows(indicator, scope).query.sql_with_params())
    key = f"figures:{indicator.name}:{asked}:{hashlib.sha256(found.encode()).hexdigest()}"
    answer = cache.get(key)
    if answer is None:
        answer = count()
        cache.set(key, answer, LARGE_KEPT)
    return answer


def breakdown(indicator: Indicator, dimension: Dimension, scope: Scope) -> Breakdown:
    return breakdowns(indicator, [dimension], scope)[dimension.name]


def breakdowns(indicator: Indicator, dimensions: list[Dimension], scope: Scope) -> dict[str, Breakdown]:
    """Several at once: what no rollup holds is counted in one pass over the rows."""
    found: dict[str, Breakdown] = {}
    reader = _reader(indicator, scope)
    if reader:
        held = reader.breakdowns(dimensions)
        by_name = {dimension.name: dimension for dimension in dimensions}
        found = {name: Breakdown(_cells(by_name[name], kept), reader.as_of) for name, kept in held.items()}
    rest = [dimension for dimension in dimensions if dimension.name not in found]
    if rest:
        asked = ",".join(dimension.name for dimension in rest)
        counted, as_of = _of_large(indicator, scope, asked, lambda: (_counted(indicator, rest, scope), timezone.now()))
        for dimension in rest:
            found[dimension.name] = Breakdown(_cells(dimension, counted[dimension.name]), as_of)
    return found


def _counted(indicator: Indicator, dimensions: list[Dimension], scope: Scope) -> dict[str, dict[Any, Number | None]]:
    together = [dimension for dimension in dimensions if not dimension.multiple]
    counted = {
        dimension.name: compute.breakdown(indicator, dimension, scope) for dimension in dimensions if dimension.multiple
    }
    if together:
        cube = compute.cube(indicator, scope, [(dimension.name,) for dimension in together])
        for dimension in together:
            counted[dimension.name] = {
                (None if key is None else dimension.parse(key)): figure
                for (key,), figure in cube[(dimension.name,)].items()
            }
    return counted


def _reader(indicator: Indicator, scope: Scope) -> RollupReader | None:
    """A rollup counts every row: it may answer only a person whose rights bound nothing."""
    if scope.user is not None and not sees_all(indicator, scope):
        return None
    reader = RollupReader(indicator, scope)
    return reader if reader.rollup else None


def sees_all(indicator: Indicator, scope: Scope) -> bool:
    """The person's rows are the federation's own: both are the same query."""
    own, whole = indicator.rows(scope), indicator.rows(replace(scope, user=None))
    return own.query.sql_with_params() == whole.query.sql_with_params()


def _cells(dimension: Dimension, counted: Mapping[Any, Number | None]) -> list[Cell]:
    labels = dimension.labels(list(counted))
    cells = [Cell(value, key_of(value), label, counted[value]) for value, label in labels.items()]
    stated = [cell for cell in cells if cell.value is not None]
    if dimension.order == "key":
        stated.sort(key=lambda cell: cell.value)
    elif dimension.order == "size":
        stated.sort(key=lambda cell: (-(cell.figure or 0), str(cell.value)))
    return stated + [cell for cell in cells if cell.value is None]


def key_of(value: Any) -> str:
    return NONE_KEY if value is None or value == "" else str(value)


def value_of(dimension: Dimension, key: str) -> Any:
    """What an address says, as a value. Raises ValueError for what can't be one."""
    try:
        return None if key == NONE_KEY else dimension.parse(key)
    except (ArithmeticError, TypeError) as error:
        raise ValueError(key) from error


def label_of(dimension: Dimension, value: Any) -> Text:
    return NOT_STATED if value is None else dimension.labels([value])[value]


def speak(indicator: Indicator, figure: Number | None) -> Spoken:
    if figure is None:
        return Spoken(formats.NOTHING, "")
    if indicator.money:
        return Spoken(*formats.money(figure))
    return Spoken(formats.grouped(figure), str(indicator.unit))


def page_url(indicator: Indicator, keys: Mapping[str, str] | None = None) -> str:
    return _address("indicators:figure", indicator, keys)


def rows_url(indicator: Indicator, keys: Mapping[str, str] | None = None) -> str:
    return _address("indicators:rows", indicator, keys)


def _address(view: str, indicator: Indicator, keys: Mapping[str, str] | None) -> str:
    address = reverse(view, args=[indicator.name])
    return f"{address}?{urlencode(keys)}" if keys else address


def tile(indicator: Indicator, scope: Scope, url: str = "") -> Tile:
    answer = total(indicator, scope)
    spoken = speak(indicator, answer.figure)
    return Tile(str(indicator.title), spoken.number, spoken.unit, url or page_url(indicator))


def public_tiles() -> list[Tile]:
    """The figures of the start page, a few minutes old at most: the first of each group, so that no subject crowds out
    the others. Those that are still zero stay unsaid."""
    key = f"figures:public:{get_language()}"
    kept = cache.get(key)
    if kept is None:
        kept, of_group = [], Counter[str]()
        for indicator in all_indicators():
            group = str(indicator.group)
            if indicator.public and of_group[group] < HOME_OF_GROUP and (found := _public_tile(indicator)):
                kept.append(found)
                of_group[group] += 1
        cache.set(key, kept, HOME_KEPT)
    return kept


def _public_tile(indicator: Indicator) -> Tile | None:
    figure = total(indicator, Scope()).figure
    if not figure:
        return None
    url = (url_or_none(indicator.public_url) if indicator.public_url else "") or page_url(indicator)
    spoken = speak(indicator, figure)
    return Tile(str(indicator.title), spoken.number, spoken.unit, url)


def row_total(indicator: Indicator, scope: Scope) -> int:
    """How many rows the drill-down has: the figure itself where it counts rows."""
    if indicator.aggregate is None:
        return int(total(indicator, scope).figure or 0)
    return compute.rows(indicator, scope).aggregate(number=Count("pk"))["number"]
