"""Pages of a long list by the place of their last row, so that the thousandth costs what the first does and no row is
shown twice when others come or go."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

PAGE_SIZE = 25


class BadCursor(ValueError):
    """An address that this list never made."""


@dataclass(frozen=True)
class Cursor:
    """Between two rows: after (or, reading backwards, before) the row of this part with these keys."""

    part: int
    keys: tuple[Any, ...]
    backwards: bool = False

    def __str__(self) -> str:
        raw = json.dumps([int(self.backwards), self.part, *self.keys], ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str, types: Sequence[type]) -> "Cursor":
        try:
            raw = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
            backwards, part, *keys = raw
        except (binascii.Error, ValueError, TypeError, RecursionError) as error:
            raise BadCursor(text) from error
        fits = [type(key) is kind for key, kind in zip(keys, types, strict=False)]
        if len(keys) != len(types) or not all(fits) or backwards not in (0, 1) or type(part) is not int:
            raise BadCursor(text)
        if any(isinstance(key, int) and abs(key) >= 2**63 for key in keys) or "\0" in "".join(map(str, keys)):
            raise BadCursor(text)
        return cls(part, tuple(keys), bool(backwards))


@dataclass(frozen=True)
class Page:
    rows: list[dict[str, Any]]
    previous: str
    next: str


@dataclass(frozen=True)
class Keyset:
    """`order` are columns of one index, all ascending, together unique. The parts of a list (best matches, then the
    rest) follow one another and share no row."""

    order: tuple[str, ...] = ("sort_key", "pk")
    types: tuple[type, ...] = (str, int)
    size: int = PAGE_SIZE

    def page(self, parts: Sequence[QuerySet], cursor_text: str = "") -> Page:
        """`parts` are querysets of dictionaries that hold the columns of `order`. A page costs one query for each part
        that it reaches. Raises BadCursor."""
        cursor = Cursor.parse(cursor_text, self.types) if cursor_text else None
        if cursor and not 0 <= cursor.part < len(parts):
            raise BadCursor(cursor_text)
        backwards = cursor is not None and cursor.backwards
        found = self._read(parts, cursor, backwards)
        more, found = len(found) > self.size, found[: self.size]
        if backwards:
            found.reverse()
        before = more if backwards else cursor is not None
        after = more or backwards
        return Page(
            rows=[row for _, row in found],
            previous=str(self._cursor(*found[0], backwards=True)) if found and before else "",
            next=str(self._cursor(*found[-1], backwards=False)) if found and after else "",
        )

    def _cursor(self, part: int, row: dict[str, Any], *, backwards: bool) -> Cursor:
        return Cursor(part, tuple(row[name] for name in self.order), backwards)

    def _read(
        self, parts: Sequence[QuerySet], cursor: Cursor | None, backwards: bool
    ) -> list[tuple[int, dict[str, Any]]]:
        """One row more than a page has, to know whether there is another page."""
        numbers = range(len(parts) - 1, -1, -1) if backwards else range(len(parts))
        order = [f"-{name}" for name in self.order] if backwards else self.order
        found: list[tuple[int, dict[str, Any]]] = []
        for number in numbers:
            rows = parts[number].order_by(*order)
            if cursor and number != cursor.part:
                if (number > cursor.part) == backwards:
                    continue
            elif cursor:
                rows = rows.filter(self._beyond(cursor.keys, "lt" if backwards else "gt"))
            found += [(number, row) for row in rows[: self.size + 1 - len(found)]]
            if len(found) > self.size:
                break
        return found

    def _beyond(self, keys: Sequence[Any], way: str) -> Q:
        """(a, b) > (x, y), written so that the index is entered at x."""
        condition = Q()
        for name, key in reversed(list(zip(self.order, keys, strict=True))):
            if not condition:
                condition = Q(**{f"{name}__{way}": key})
            else:
                condition = Q(**{f"{name}__{way}e": key}) & (Q(**{f"{name}__{way}": key}) | condition)
        return condition
