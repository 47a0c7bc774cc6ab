"""The page of a search: what begins with the words before what holds them, each in the order of pinyin."""

from collections.abc import Hashable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from federation.search.counts import SECONDS
from federation.search.keyset import PAGE_SIZE, Cursor, Page, page_of, read_parts
from federation.search.query import Wanted, row_by_row
from federation.search.shortlived import Shortlived

# Searches that are known to find more than is worth sorting.
_common: Shortlived[bool] = Shortlived(SECONDS)

# Statements as they are sent: writing one takes longer than the database takes to answer it, and the next page of a
# search, or the next who looks for the same, asks it again.
_written: Shortlived[tuple[str, tuple[Any, ...]]] = Shortlived(SECONDS, size=500)

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
    the search; `key` tells the two from all others, whoever asks and on whatever day, since statements are kept under
    it. One query for a search that finds up to SORTED rows, and its count comes along; a search that finds more is read
    along the order, in one query once it is known to be common."""
    if wanted.finds_nothing:
        return Page([], total=0)
    if not _common.peek(key):
        page = _sorted(rows, wanted, cursor, key, size)
        if page.total is not None and page.total <= SORTED:
            return page
        _common.get(key, lambda: True)
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


def _inner(rows: QuerySet, wanted: Wanted) -> tuple[str, tuple[Any, ...]]:
    """At most SORTED + 1 rows, each with its part, as SQL with parameters; may raise EmptyResultSet."""
    ranks = [*wanted.stretches, wanted.begins] if wanted.begins else [*wanted.stretches]
    whens = [When(rank, then=Value(number)) for number, rank in enumerate(ranks)]
    part = Case(*whens, default=Value(len(ranks)), output_field=IntegerField()) if whens else Value(0)
    return rows.filter(wanted.anywhere).annotate(part=part).order_by()[: SORTED + 1].query.sql_with_params()


def _sorted(rows: QuerySet, wanted: Wanted, cursor: Cursor | None, key: Hashable, size: int) -> Page:
    """Sorting at most SORTED + 1 rows. The database stops looking there, so that a common word costs no more."""
    try:
        sql, parameters = _written.get(key, lambda: _inner(rows, wanted))
    except EmptyResultSet:
        return Page([], total=0)
    backwards = cursor is not None and cursor.backwards
    beyond, more = "", ()
    if cursor:
        beyond = f"WHERE (part, sort_key, id) {'<' if backwards else '>'} (%s, %s, %s)"
        more = (cursor.part, cursor.sort_key, cursor.id)
    statement = RANKED.format(inner=sql, beyond=beyond, way="DESC" if backwards else "ASC", limit=size + 1)
    with connections[rows.db].cursor() as answer:
        answer.execute(statement, (*parameters, *more))
        names = [column.name for column in answer.description]
        found: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    if not found:
        # Beyond the last row nothing tells how many there are.
        return Page([], total=None if cursor else 0)
    return page_of(found, cursor, size, total=found[0]["total"])
