"""The page of a search: what begins with the words before what holds them, each in the order of pinyin."""

from collections.abc import Hashable
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Case, IntegerField, QuerySet, Value, When

from federation.search.counts import SECONDS
from federation.search.keyset import PAGE_SIZE, Cursor, Page, page_of, read_parts
from federation.search.query import Wanted, row_by_row
from federation.search.shortlived import Shortlived

# Searches that are known to find more than is worth sorting.
_common: Shortlived[bool] = Shortlived(SECONDS)

# Up to here found rows are read and sorted; beyond, the order is walked until a page is full. Reading costs as many
# rows as there are, walking a page's worth of 1 / share: at a million rows and 25 a page both cost the same near 5,000.
SORTED = 5000
BEGINS, HOLDS = 0, 1
RANKED = """
SELECT * FROM (SELECT found.*, count(*) OVER () AS total FROM ({inner}) AS found) AS counted
{beyond} ORDER BY part {way}, sort_key {way}, id {way} LIMIT {limit}
"""


def search_page(
    rows: QuerySet, wanted: Wanted, cursor: Cursor | None = None, *, key: Hashable, size: int = PAGE_SIZE
) -> Page:
    """`rows` is a queryset of dictionaries with `sort_key` and `id` (plain columns: no conversion by fields), before
    the search; `key` tells it from others. One query for a search that finds up to SORTED rows, and its count comes
    along; a search that finds more is walked through in order, beginnings first."""
    if wanted.finds_nothing:
        return Page([], total=0)
    # A lookup without an answer is no answer kept: only what has been found to be common is remembered.
    if not _common.peek(key):
        page = _sorted(rows, wanted, cursor, size)
        if page.total is None or page.total <= SORTED:
            return page
        _common.get(key, lambda: True)
    rest = wanted.anywhere & ~wanted.begins
    parts = [rows.filter(wanted.begins), rows.filter(row_by_row(rest))]
    if wanted.begins == wanted.anywhere:
        parts = parts[:1]
    page = read_parts(parts, cursor, size)
    return Page(page.rows, page.previous, page.next, SORTED + 1)


def _sorted(rows: QuerySet, wanted: Wanted, cursor: Cursor | None, size: int) -> Page:
    """Sorting at most SORTED + 1 rows. The database stops looking there, so that a common word costs no more."""
    part = Case(When(wanted.begins, then=Value(BEGINS)), default=Value(HOLDS), output_field=IntegerField())
    inner = rows.filter(wanted.anywhere).annotate(part=part).order_by()[: SORTED + 1]
    try:
        sql, parameters = inner.query.sql_with_params()
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
    if not found and cursor:
        return Page([])
    return page_of(found, cursor, size, total=found[0]["total"] if found else 0)
