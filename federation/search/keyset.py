"""Pages of a long list by the place of their last row, so that the thousandth costs what the first does and no row is
shown twice when others come or go."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BooleanField, F, Func, QuerySet

PAGE_SIZE = 25
ORDER = ("sort_key", "id")
MOST_PARTS = 10


class BadCursor(ValueError):
    """An address that this list never made."""


@dataclass(frozen=True)
class Cursor:
    """Between two rows: after (or, reading backwards, before) the row of this part with this key and number."""

    part: int
    sort_key: str
    id: int
    backwards: bool = False

    def __str__(self) -> str:
        raw = json.dumps([int(self.backwards), self.part, self.sort_key, self.id], ensure_ascii=False)
        return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Raises BadCursor."""
        try:
            raw = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
            backwards, part, sort_key, row = raw
        except (binascii.Error, ValueError, TypeError, RecursionError) as error:
            raise BadCursor(text) from error
        fits = type(sort_key) is str and "\0" not in sort_key and all(type(number) is int for number in (part, row))
        if not fits or backwards not in (0, 1) or not 0 <= part < MOST_PARTS or abs(row) >= 2**63:
            raise BadCursor(text)
        return cls(part, sort_key, row, bool(backwards))


@dataclass(frozen=True)
class Page:
    """`total` is what the query counted on its way, if it did; one more than COUNTED stands for more than that."""

    rows: list[dict[str, Any]]
    previous: str = ""
    next: str = ""
    total: int | None = None


def read_parts(parts: Sequence[QuerySet], cursor: Cursor | None = None, size: int = PAGE_SIZE) -> Page:
    """`parts` are querysets of dictionaries with `sort_key` and `id`; they follow one another and share no row. A page
    costs one query; a part is read only if those before it don't fill the page."""
    backwards = cursor is not None and cursor.backwards
    order = [f"-{name}" for name in ORDER] if backwards else ORDER
    wanted: dict[int, QuerySet] = {}
    for number in range(len(parts) - 1, -1, -1) if backwards else range(len(parts)):
        rows = parts[number].order_by(*order)
        if cursor and number != cursor.part:
            if (number > cursor.part) == backwards:
                continue
        elif cursor:
            rows = rows.filter(_Beyond(cursor))
        wanted[number] = rows[: size + 1]
    return page_of(_rows_of(wanted, size), cursor, size)


def _rows_of(parts: dict[int, QuerySet], size: int) -> list[dict[str, Any]]:
    """Rows of the parts in turn, until there is one more than `size`."""
    if len(parts) == 1:
        return [{**row, "part": number} for number, rows in parts.items() for row in rows]
    steps, chosen, values, using = [], [], [], DEFAULT_DB_ALIAS
    for number, rows in parts.items():
        try:
            sql, parameters = rows.query.sql_with_params()
        except EmptyResultSet:
            continue
        # The database looks at this condition before it reads anything of the part.
        before = " + ".join(f"(SELECT count(*) FROM {name})" for name, _number in chosen) or "0"
        steps.append(f"part{number} AS MATERIALIZED (SELECT * FROM ({sql}) AS rows WHERE {before} <= {size})")
        chosen.append((f"part{number}", number))
        values += parameters
        using = rows.db
    if not steps:
        return []
    read = " UNION ALL ".join(f"SELECT *, {number} AS part FROM {name}" for name, number in chosen)
    with connections[using].cursor() as answer:
        answer.execute(f"WITH {', '.join(steps)} {read}", values)
        names = [column.name for column in answer.description]
        found = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    turn = {number: place for place, number in enumerate(parts)}
    # Each part comes in its own order; which of them comes first isn't promised by UNION ALL.
    return sorted(found, key=lambda row: turn[row["part"]])[: size + 1]


def page_of(found: list[dict[str, Any]], cursor: Cursor | None, size: int, total: int | None = None) -> Page:
    """From the rows in the order they were read, one more than a page has if there is another page."""
    backwards = cursor is not None and cursor.backwards
    more, rows = len(found) > size, found[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return Page([], total=total)

    def at(row: dict[str, Any], back: bool) -> str:
        return str(Cursor(row["part"], row["sort_key"], row["id"], back))

    before = more if backwards else cursor is not None
    after = more or backwards
    return Page(rows, at(rows[0], True) if before else "", at(rows[-1], False) if after else "", total)


class _Beyond(Func):
    """(sort_key, id) > (x, y), compared as a row: the index is entered at x, y."""

    output_field = BooleanField()
    template = "(%(expressions)s) %(way)s (%%s, %%s)"
    arg_joiner = ", "

    def __init__(self, cursor: Cursor) -> None:
        super().__init__(*map(F, ORDER), way="<" if cursor.backwards else ">")
        self.keys = (cursor.sort_key, cursor.id)

    def as_sql(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, list[Any]]:
        sql, parameters = super().as_sql(compiler, connection, **context)
        return sql, [*parameters, *self.keys]
