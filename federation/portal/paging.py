"""Keyset pages: page 40,000 costs what page 1 costs, and no row is shown twice when others come in between."""

import base64
import binascii
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

Row = TypeVar("Row", bound=Model)
AFTER, BEFORE = "after", "before"
PAGE_SIZE = 25


@dataclass(frozen=True)
class Page(Generic[Row]):
    """`next` and `previous` are cursors for the query, "" where there is no such page."""

    rows: list[Row]
    next: str = ""
    previous: str = ""

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def keyset_page(
    queryset: QuerySet[Row], request: HttpRequest, order: Sequence[str] = ("pk",), size: int = PAGE_SIZE
) -> Page[Row]:
    """The page that `?after=` or `?before=` asks for; a cursor that isn't one of ours gives the first page.

    `order` names columns of the row itself ("-" for descending), none of them null, the last of them unique.
    """
    backwards = BEFORE in request.GET
    cursor = _decoded(request.GET.get(BEFORE if backwards else AFTER, ""), order)
    backwards = backwards and cursor is not None
    columns = [_turned(column) for column in order] if backwards else list(order)
    rows_asked = queryset.order_by(*columns)
    if cursor is not None:
        try:
            rows_asked = rows_asked.filter(_beyond(columns, cursor))
            rows = list(rows_asked[: size + 1])
        except (ValidationError, ValueError, TypeError):
            return keyset_page(queryset, _without_cursor(request), order, size)
    else:
        rows = list(rows_asked[: size + 1])
    more = len(rows) > size
    rows = rows[:size]
    if backwards:
        rows.reverse()
    return Page(
        rows,
        next=_encoded(rows[-1], order) if rows and (more or backwards) else "",
        previous=_encoded(rows[0], order) if rows and (more if backwards else cursor is not None) else "",
    )


def _without_cursor(request: HttpRequest) -> HttpRequest:
    bare = HttpRequest()
    bare.method = request.method
    return bare


def _turned(column: str) -> str:
    return column[1:] if column.startswith("-") else f"-{column}"


def _name(column: str) -> str:
    return column.lstrip("-")


def _beyond(order: Sequence[str], cursor: Sequence[Any]) -> Q:
    """Rows after the cursor: (a, b) > (x, y) written out, with a >= x first so that the index is used."""
    beyond = Q()
    equal = Q()
    for column, value in zip(order, cursor, strict=True):
        comparison = "lt" if column.startswith("-") else "gt"
        beyond |= equal & Q(**{f"{_name(column)}__{comparison}": value})
        equal &= Q(**{_name(column): value})
    first = order[0]
    return Q(**{f"{_name(first)}__{'lte' if first.startswith('-') else 'gte'}": cursor[0]}) & beyond


def _encoded(row: Model, order: Sequence[str]) -> str:
    values = [getattr(row, _name(column)) for column in order]
    text = json.dumps(values, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decoded(text: str, order: Sequence[str]) -> list[Any] | None:
    if not text or len(text) > 1000:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error):
        return None
    if not isinstance(values, list) or len(values) != len(order) or not all(map(_can_be_compared, values)):
        return None
    return values


def _can_be_compared(value: Any) -> bool:
    """What PostgreSQL takes: no NUL in a text, no number beyond its largest."""
    if isinstance(value, str):
        return "\0" not in value
    return isinstance(value, int | float) and abs(value) < 2**63
