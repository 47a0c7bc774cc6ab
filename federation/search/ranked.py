"""The page of a search: what begins with the words before what holds them, each in the order of pinyin."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from federation.search.counts import SECONDS
from federation.search.keyset import PAGE_SIZE, Cursor, Page, page_of, read_parts
from federation.search.query import Wanted, row_by_row
from federation.search.shortlived import Shortlived

# Searches that are known to find more than is worth sorting.
_common: Shortlived[bool] = Shortlived(SECONDS)

_shapes: Shortlived["Shape"] = Shortlived(SECONDS)

# Up to here found rows are read and sorted; beyond, the order is walked until a page is full. Reading costs as many
# rows as are found, walking a page's worth of one in so many: at a million enterprises the two meet near 2,000.
SORTED = 2000
RANKED = """
SELECT * FROM (SELECT found.*, count(*) OVER () AS total FROM ({inner}) AS found) AS counted
{beyond} ORDER BY part {way}, sort_key {way}, id {way} LIMIT {limit}
"""


def search_page(
    rows: QuerySet, wanted: Wanted, cursor: Cursor | None = None, *, key: Hashable, size: int = PAGE_SIZE
) -> Page:
    """`rows` is a queryset of dictionaries with `sort_key` and `id` (plain columns: no conversion by fields), before
    the search; `key` tells them from all others, whoever asks and on whatever day, since their statement is kept under
    it. One query for a search that finds up to SORTED rows, and its count comes along; a search that finds more is read
    along the order, in one query once it is known to be common."""
    if wanted.finds_nothing:
        return Page([], total=0)
    asked = (key, wanted.words)
    if not _common.peek(asked):
        page = _sorted(rows, wanted, cursor, key, size)
        if page.total is not None and page.total <= SORTED:
            return page
        _common.get(asked, lambda: True)
    page = read_parts(_parts(rows, wanted), cursor, size)
    return Page(page.rows, page.previous, page.next, SORTED + 1)


def _parts(rows: QuerySet, wanted: Wanted) -> list[QuerySet]:
    """Numbered as `_sorted` numbers them, so that a cursor means the same in both."""
    parts, before = [], Q()
    for stretch in wanted.stretches:
        parts.append(rows.filter(stretch & ~before if before else stretch))
        before |= stretch
    if wanted.stretches:
        # Codes have no place of their own here: they are scattered over the order, and there may be hardly any.
        nothing = [rows.none()] if wanted.begins else []
        return [*parts, *nothing, rows.filter(row_by_row(wanted.anywhere & ~before))]
    if wanted.begins is None:
        return [(rows.filter(wanted.along) if wanted.along else rows).filter(row_by_row(wanted.anywhere))]
    return [rows.filter(wanted.begins), rows.filter(row_by_row(wanted.anywhere & ~wanted.begins))]


@dataclass(frozen=True)
class Shape:
    """The statement of searches that differ only in their words. Writing it in Django takes longer than the database
    takes to answer it. `places` of its parameters are those of the words."""

    sql: str
    parameters: tuple[Any, ...]
    places: tuple[int, ...]

    @classmethod
    def of(cls, rows: QuerySet, wanted: Wanted) -> "Shape":
        """At most SORTED + 1 rows, each with its part. May raise EmptyResultSet."""
        ranks = _ranks(wanted)
        whens = [When(rank, then=Value(number)) for number, rank in enumerate(ranks)]
        part = Case(*whens, default=Value(len(ranks)), output_field=IntegerField()) if whens else Value(0)
        inner = rows.filter(wanted.anywhere).annotate(part=part).order_by()[: SORTED + 1]
        sql, parameters = inner.query.sql_with_params()
        # Ranks are selected, before all that the rows' own conditions say; what is looked for is compared last.
        ranked, compared = _sent(*ranks), _sent(wanted.anywhere)
        places: list[int] = []
        for place, parameter in enumerate(parameters):
            if len(places) < len(ranked) and parameter == ranked[len(places)]:
                places.append(place)
        places += range(len(parameters) - len(compared), len(parameters))
        if [parameters[place] for place in places] != ranked + compared:
            raise ValueError(f"the words {wanted.words} aren't where they should be in the search")
        return cls(sql, parameters, tuple(places))

    def filled(self, wanted: Wanted) -> list[Any]:
        parameters = list(self.parameters)
        for place, value in zip(self.places, _sent(*_ranks(wanted), wanted.anywhere), strict=True):
            parameters[place] = value
        return parameters


def _ranks(wanted: Wanted) -> list[Q]:
    return [*wanted.stretches, wanted.begins] if wanted.begins else [*wanted.stretches]


def form_of(wanted: Wanted) -> tuple[Any, ...]:
    """What searches of one shape have in common: all of their conditions but the words."""
    return *map(_form, _ranks(wanted)), _form(wanted.anywhere)


def _form(condition: Q) -> tuple[Any, ...]:
    children = [
        _form(child) if isinstance(child, Q) else (child[0], isinstance(child[1], list) and len(child[1]))
        for child in condition.children
    ]
    return condition.connector, condition.negated, *children


def _sent(*conditions: Q) -> list[Any]:
    """Their words as parameters, in the order in which Django writes them."""
    return [value for condition in conditions for value in _values(condition)]


def _values(condition: Q) -> Iterator[Any]:
    for child in condition.children:
        if isinstance(child, Q):
            yield from _values(child)
        elif isinstance(child[1], list):
            yield from child[1]
        else:
            pattern = connection.ops.prep_for_like_query(child[1])
            yield f"{pattern}%" if child[0].endswith("__startswith") else f"%{pattern}%"


def _sorted(rows: QuerySet, wanted: Wanted, cursor: Cursor | None, key: Hashable, size: int) -> Page:
    """Sorting at most SORTED + 1 rows. The database stops looking there, so that a common word costs no more."""
    try:
        shape = _shapes.get((key, form_of(wanted)), lambda: Shape.of(rows, wanted))
    except EmptyResultSet:
        return Page([], total=0)
    backwards = cursor is not None and cursor.backwards
    beyond, more = "", ()
    if cursor:
        beyond = f"WHERE (part, sort_key, id) {'<' if backwards else '>'} (%s, %s, %s)"
        more = (cursor.part, cursor.sort_key, cursor.id)
    statement = RANKED.format(inner=shape.sql, beyond=beyond, way="DESC" if backwards else "ASC", limit=size + 1)
    with connections[rows.db].cursor() as answer:
        answer.execute(statement, [*shape.filled(wanted), *more])
        names = [column.name for column in answer.description]
        found: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    if not found:
        # Beyond the last row nothing tells how many there are.
        return Page([], total=None if cursor else 0)
    return page_of(found, cursor, size, total=found[0]["total"])
