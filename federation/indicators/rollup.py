"""Keeps and reads rollups: every total, breakdown and pair of breakdowns of a large indicator.

Small tables have none: counting them is cheaper than keeping the count true.
"""

import datetime
import time
from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal
from itertools import combinations
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import Count, Model, QuerySet
from django.utils import timezone

from federation.indicators.compute import Grouping, Number, additive, breakdown, cube, total
from federation.indicators.models import Rollup, RollupCell
from federation.indicators.registry import Dimension, Indicator, Scope

SIZE_KEPT = 300
MEMORY = "128MB"


def is_large(model: type[Model]) -> bool:
    """By PostgreSQL's own estimate: counting would be the very work to be spared."""
    key = f"figures:rows:{model._meta.db_table}"
    estimate = cache.get(key)
    if estimate is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE oid = to_regclass(%s)", [model._meta.db_table])
            row = cursor.fetchone()
        # A table that was never analysed says -1.
        estimate = max(row[0], 0) if row else 0
        cache.set(key, estimate, SIZE_KEPT)
    return estimate >= settings.FIGURES_LIVE_ROWS


def groupings(indicator: Indicator) -> list[Grouping]:
    """The total, every dimension, every two of them; of a distinct count, which costs a pass for each, only every
    dimension by the years."""
    dimensions = {dimension.name: dimension for dimension in additive(indicator)}
    names = sorted(dimensions)
    pairs: list[Grouping] = list(combinations(names, 2))
    if indicator.is_distinct:
        pairs = [pair for pair in pairs if any(dimensions[name].over_time for name in pair)]
    return [(), *((name,) for name in names), *pairs]


def rebuild(indicator: Indicator) -> Rollup:
    """Count everything anew and put it in place of the former rollup, in one transaction."""
    began = time.monotonic()
    moment, scope = timezone.now(), Scope()
    with transaction.atomic(), connection.cursor() as cursor:
        # Groups by the million are hashed in memory, or sorted on disk.
        cursor.execute("SET LOCAL work_mem = %s", [MEMORY])
        counted = cube(indicator, scope, groupings(indicator))
    cells = [
        RollupCell(dimensions=",".join(names), keys=list(keys), figure=figure)
        for names, found in counted.items()
        for keys, figure in found.items()
        if figure is not None
    ]
    for dimension in indicator.dimensions:
        if dimension.multiple:
            found = breakdown(indicator, dimension, scope)
            cells += [
                RollupCell(dimensions=dimension.name, keys=[None if key is None else str(key)], figure=figure)
                for key, figure in found.items()
                if figure is not None
            ]
    with transaction.atomic():
        rollup, _created = Rollup.objects.select_for_update().update_or_create(
            indicator=indicator.name, defaults={"computed_at": moment, "seconds": time.monotonic() - began}
        )
        rollup.cells.all()._raw_delete(using="default")
        for cell in cells:
            cell.rollup = rollup
        RollupCell.objects.bulk_create(cells, batch_size=2000)
    return rollup


def refresh(indicator: Indicator) -> Rollup | None:
    """Rebuild the rollup of a large indicator; a small one is counted live and keeps none."""
    if is_large(indicator.rows(Scope()).model):
        return rebuild(indicator)
    Rollup.objects.filter(indicator=indicator.name).delete()
    return None


def faults(indicator: Indicator) -> list[str]:
    """Where the rollup says something else than the plain query does now: the total and every breakdown."""
    reader = RollupReader(indicator, Scope())
    if reader.rollup is None:
        return ["no rollup"]
    kept, plain = reader.total(), total(indicator, Scope())
    found = [] if kept == plain else [f"total {kept} instead of {plain}"]
    for dimension in indicator.dimensions:
        if reader.breakdown(dimension) != breakdown(indicator, dimension, Scope()):
            found.append(f"by {dimension.name}")
    return found


class RollupReader:
    """Answers from a rollup what it holds, and None for what it doesn't: then the plain query is asked."""

    def __init__(self, indicator: Indicator, scope: Scope) -> None:
        self.indicator = indicator
        self.filters = dict(scope.filters)
        self.rollup = self._find(scope)

    @property
    def as_of(self) -> datetime.datetime | None:
        return self.rollup.computed_at if self.rollup else None

    def _find(self, scope: Scope) -> Rollup | None:
        today = timezone.localdate()
        if scope.since or scope.until or (self.indicator.as_of and scope.on not in (None, today)):
            return None
        if not all(self._is_kept(self.indicator.dimension(name)) for name in self.filters):
            return None
        oldest = timezone.now() - datetime.timedelta(seconds=settings.FIGURES_MAX_AGE)
        found = Rollup.objects.filter(indicator=self.indicator.name, computed_at__gte=oldest).first()
        # What holds today isn't told by what held yesterday.
        if found and self.indicator.as_of and timezone.localdate(found.computed_at) != today:
            return None
        return found

    def _is_kept(self, dimension: Dimension) -> bool:
        return not dimension.multiple or len(self.filters) == 1

    def _holds(self, names: Iterable[str]) -> bool:
        grouping = tuple(sorted(names))
        if len(grouping) == 1 and self.indicator.dimension(grouping[0]).multiple:
            return True
        return grouping in groupings(self.indicator)

    def total(self) -> Number | None:
        if self.rollup is None or not self._holds(self.filters):
            return None
        wanted = {name: _key(value) for name, value in self.filters.items()}
        grouping = tuple(sorted(wanted))
        for keys, figure in self._cells([grouping])[grouping]:
            if all(keys[name] == key for name, key in wanted.items()):
                return figure
        # A count of nothing is 0; a rate of nothing is none, and the plain query says so.
        return None if self.indicator.is_average else 0

    def breakdown(self, dimension: Dimension) -> dict[Any, Number] | None:
        return self.breakdowns([dimension]).get(dimension.name)

    def breakdowns(self, dimensions: Iterable[Dimension]) -> dict[str, dict[Any, Number]]:
        """Those of the breakdowns that it holds, by name of the dimension, in one query."""
        groupings = {dimension: self._grouping(dimension) for dimension in dimensions}
        held = {dimension: names for dimension, names in groupings.items() if names is not None}
        wanted = {name: _key(value) for name, value in self.filters.items()}
        cells = self._cells(set(held.values())) if held else {}
        return {
            dimension.name: {
                _value(dimension, keys[dimension.name]): figure
                for keys, figure in cells.get(names, [])
                if all(keys[name] == key for name, key in wanted.items())
            }
            for dimension, names in held.items()
        }

    def _grouping(self, dimension: Dimension) -> Grouping | None:
        """The cells that tell this breakdown under the filters; None if they aren't kept."""
        names = {dimension.name, *self.filters}
        if self.rollup is None or not self._holds(names) or (dimension.multiple and self.filters):
            return None
        return tuple(sorted(names))

    def _cells(self, groupings: Collection[Grouping]) -> dict[Grouping, list[tuple[dict[str, str | None], Number]]]:
        found: QuerySet[RollupCell] = self.rollup.cells.filter(dimensions__in=[",".join(names) for names in groupings])
        whole = self.indicator.aggregate is None or isinstance(self.indicator.aggregate, Count)
        by_text = {",".join(names): names for names in groupings}
        cells: dict[Grouping, list[tuple[dict[str, str | None], Number]]] = defaultdict(list)
        for text, keys, figure in found.values_list("dimensions", "keys", "figure"):
            names = by_text[text]
            cells[names].append((dict(zip(names, keys, strict=True)), _number(figure, whole)))
        return cells


def _key(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def _value(dimension: Dimension, key: str | None) -> Any:
    return None if key is None else dimension.parse(key)


def _number(figure: Decimal, whole: bool) -> Number:
    return int(figure) if whole else figure
