"""Figures by plain queries: total, breakdowns and rows of an indicator, all from one queryset."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from typing import Any

from django.db import connections
from django.db.models import Count, F, Q, QuerySet
from django.db.models.lookups import IsNull

from federation.indicators.registry import Dimension, Indicator, Scope

Number = int | Decimal
# What rates and means are told and kept to.
HUNDREDTH = Decimal("0.01")
Grouping = tuple[str, ...]
Keys = tuple[str | None, ...]


def rows(indicator: Indicator, scope: Scope) -> QuerySet:
    """What the figure counts. Raises KeyError for a filter that is no dimension of the indicator."""
    found = indicator.rows(scope)
    if indicator.period and scope.since:
        found = found.filter(**{f"{indicator.period}__gte": scope.since})
    if indicator.period and scope.until:
        found = found.filter(**{f"{indicator.period}__lte": scope.until})
    for name, value in scope.filters.items():
        found = narrow(found, indicator.dimension(name), value)
    return found


def narrow(found: QuerySet, dimension: Dimension, value: Any) -> QuerySet:
    if not dimension.multiple:
        return found.filter(dimension.condition(value))
    # A join to several values would count a row several times: the condition picks rows, it doesn't multiply them.
    return found.filter(pk__in=found.order_by().filter(dimension.condition(value)).values("pk"))


def total(indicator: Indicator, scope: Scope) -> Number | None:
    """None where a rate or a mean has no rows to be of."""
    found = rows(indicator, scope).order_by()
    measure = indicator.aggregate
    if measure is None:
        return found.count()
    return _figure(indicator, found.aggregate(figure=measure)["figure"])


def _figure(indicator: Indicator, measured: Any) -> Number | None:
    if not indicator.is_average:
        return measured or 0
    return None if measured is None else Decimal(measured).quantize(HUNDREDTH, ROUND_HALF_UP)


def breakdown(indicator: Indicator, dimension: Dimension, scope: Scope) -> dict[Any, Number | None]:
    """Value of the dimension → figure, None for rows that state none."""
    measure = indicator.aggregate or Count("pk", distinct=dimension.multiple)
    grouped = rows(indicator, scope).order_by().values(figure_key=dimension.key).annotate(figure=measure)
    return {key: _figure(indicator, figure) for key, figure in grouped.values_list("figure_key", "figure")}


def additive(indicator: Indicator) -> list[Dimension]:
    return [dimension for dimension in indicator.dimensions if not dimension.multiple]


def cube(
    indicator: Indicator, scope: Scope, groupings: Iterable[Grouping]
) -> dict[Grouping, dict[Keys, Number | None]]:
    """Many breakdowns in one pass over the rows; a grouping names one or more additive dimensions, () is the total.

    Keys are as text, in the order of the grouping's names. It equals `total` and `breakdown` of the same scope.
    """
    wanted = list(dict.fromkeys(groupings))
    if indicator.is_distinct:
        return {grouping: _distinct(indicator, scope, grouping) for grouping in wanted}
    names = sorted(set(chain.from_iterable(wanted)))
    sql, parameters = _grouping_sets(indicator, scope, names, wanted)
    cells: dict[Grouping, dict[Keys, Number | None]] = {grouping: {} for grouping in wanted}
    if () in cells:
        cells[()][()] = _figure(indicator, None)
    with connections[indicator.rows(scope).db].cursor() as cursor:
        cursor.execute(sql, parameters)
        for absent, figure, *values in cursor:
            grouping = next(g for g in wanted if _absent(names, g) == absent)
            keys = tuple(_text(values[names.index(name)]) for name in grouping)
            cells[grouping][keys] = _figure(indicator, figure)
    return cells


def _distinct(indicator: Indicator, scope: Scope, grouping: Grouping) -> dict[Keys, Number | None]:
    """One grouping of a distinct count. Grouping sets sort every row for each of them; hashed apart, five million rows
    cost seconds."""
    columns: dict[str, Any] = {f"g{number}": indicator.dimension(name).key for number, name in enumerate(grouping)}
    (counted,) = indicator.aggregate.get_source_expressions()[:1]
    found = rows(indicator, scope).order_by().filter(Q(IsNull(counted, False))).values(**columns, m=counted).distinct()
    inner, parameters = found.query.sql_with_params()
    keys = ", ".join(columns)
    sql = f"SELECT {keys or 'NULL'}, COUNT(*) FROM ({inner}) AS counted{f' GROUP BY {keys}' if keys else ''}"
    with connections[found.db].cursor() as cursor:
        cursor.execute(sql, parameters)
        return {tuple(_text(value) for value in values[: len(grouping)]): values[-1] for values in cursor}


def _absent(names: Sequence[str], grouping: Grouping) -> int:
    """What SQL's GROUPING(all names) answers for a row of this grouping: a bit for each name it leaves out."""
    return int("".join("0" if name in grouping else "1" for name in names) or "0", 2)


def _grouping_sets(
    indicator: Indicator, scope: Scope, names: Sequence[str], groupings: Sequence[Grouping]
) -> tuple[str, tuple[Any, ...]]:
    found = rows(indicator, scope).order_by()
    columns: dict[str, Any] = {f"g{number}": indicator.dimension(name).key for number, name in enumerate(names)}
    measure, aggregate = indicator.aggregate, "COUNT(*)"
    columns["m"] = F("pk")
    if measure is not None:
        columns["m"] = measure.get_source_expressions()[0]
        aggregate = f"{measure.function}(m)"
    inner, parameters = found.values(**columns).query.sql_with_params()
    by_name = {name: f"g{number}" for number, name in enumerate(names)}
    every = ", ".join(by_name.values())
    sets = ", ".join(f"({', '.join(by_name[name] for name in grouping)})" for grouping in groupings)
    absent = f"GROUPING({every})" if every else "0"
    selected = f", {every}" if every else ""
    grouped = f" GROUP BY GROUPING SETS ({sets})" if every else ""
    return f"SELECT {absent}, {aggregate}{selected} FROM ({inner}) AS counted{grouped}", parameters


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)
