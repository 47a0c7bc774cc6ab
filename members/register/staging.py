"""The cleaned rows of a file in a temporary table, so that they are compared with the register by the database and not
row by row, in memory that doesn't grow with the file."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from members.enterprises.models import Enterprise
from members.register.cleaning import Cleaner
from members.register.fields import FIELDS
from members.register.headers import BY_KEY, Recognised, recognise
from members.register.models import ImportRowError
from members.register.problems import Problem
from members.register.reading import HEADER_WITHIN, Row, Source, Unreadable, open_source

TABLE = "register_staging"
COLUMNS: tuple[tuple[str, str], ...] = (
    ("line", "integer"),
    ("as_of", "date"),
    ("town_guess", "bigint"),
    ("parent_code", "text"),
    ("contact", "text"),
    ("contact_position", "text"),
    ("contact_phone", "text"),
    ("contact_email", "text"),
    *((field.db_column, field.type) for field in FIELDS),
)
_NAMES = tuple(name for name, _type in COLUMNS)
ROWS_AT_A_TIME = 2000

ProblemSink = Callable[[list[Problem]], None]
Progress = Callable[[int], None]


@dataclass
class Reading:
    """What was found in a file. `invalid` counts rows refused while reading."""

    rows: int = 0
    invalid: int = 0
    noticed: int = 0
    encoding: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    header_line: int = 0
    columns: Recognised | None = None

    def described(self) -> dict[str, Any]:
        """For ImportBatch.columns."""
        columns = self.columns or Recognised()
        return {
            "encoding": self.encoding,
            "sheet": self.sheet,
            "other_sheets": list(self.other_sheets),
            "header_line": self.header_line,
            "headers": columns.headers,
            "fields": [[columns.headers[place], key] for key, place in columns.fields.items()],
            "unknown": columns.unknown,
        }


@contextmanager
def staging_table() -> Iterator[None]:
    """The table lives on this connection until the block is left."""
    definition = ", ".join(f"{name} {kind}" for name, kind in COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(f"CREATE TEMPORARY TABLE {TABLE} ({definition})")
    try:
        yield
    finally:
        drop_table(TABLE)


def drop_table(name: str) -> None:
    """Unless the transaction has failed, which drops it anyway."""
    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {name}")


def stage(path: Path, problems: ProblemSink, progress: Progress = lambda rows: None) -> Reading:
    """Read and clean a file into the staging table; problems go out as they are met.

    Raises Unreadable when the whole file can't be taken.
    """
    with open_source(path) as source:
        reading = Reading(encoding=source.encoding, sheet=source.sheet, other_sheets=tuple(source.other_sheets))
        rows = _after_header(source, reading)
        cleaner = Cleaner(reading.columns)
        with connection.cursor() as cursor:
            for part in _parts(rows, ROWS_AT_A_TIME):
                lines = list(_cleaned(part, cleaner, reading, problems))
                if lines:
                    with cursor.copy(f"COPY {TABLE} ({', '.join(_NAMES)}) FROM STDIN") as copy:
                        copy.write("".join(lines))
                progress(reading.rows)
            if not reading.rows:
                raise Unreadable(_("There are no rows below the header."))
            cursor.execute(f"CREATE UNIQUE INDEX ON {TABLE} (line)")
            cursor.execute(
                f"""UPDATE {TABLE} s SET parent_id = e.id FROM {Enterprise._meta.db_table} e
                WHERE e.uscc = s.parent_code AND e.merged_into_id IS NULL"""
            )
            cursor.execute(f"ANALYZE {TABLE}")
    return reading


def _cleaned(part: list[Row], cleaner: Cleaner, reading: Reading, problems: ProblemSink) -> Iterator[str]:
    found: list[Problem] = []
    for row in part:
        values, issues = cleaner.clean(row)
        if issues:
            found += issues
        if values is None:
            reading.invalid += 1
            continue
        if issues:
            reading.noticed += 1
        yield "\t".join([_copied(values.get(name)) for name in _NAMES]) + "\n"
    reading.rows += len(part)
    if found:
        problems(found)


def _copied(value: Any) -> str:
    """A value in the text format of COPY."""
    if value is None:
        return "\\N"
    text = value if type(value) is str else str(value)
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if not text.isprintable():
        text = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return text


def _parts(rows: Iterator[Row], size: int) -> Iterator[list[Row]]:
    while part := list(islice(rows, size)):
        yield part


def _after_header(source: Source, reading: Reading) -> Iterator[Row]:
    """Find the header among the first rows: titles may stand above it, and it may take two lines."""
    top = list(islice(source.rows, HEADER_WITHIN))
    if not any(_filled(row.cells) for row in top):
        raise Unreadable(_("The file has no rows."))
    found = [recognise(row.cells) for row in top]
    best = max(range(len(top)), key=lambda place: (found[place].score, -place))
    columns, last = found[best], best
    if best + 1 < len(top):
        both = _two_lines(top[best].cells, top[best + 1].cells)
        below = recognise(both)
        if found[best + 1].score and below.score > columns.score and not _has_code(top[best + 1].cells):
            columns, last = below, best + 1
    _check(columns, top)
    reading.header_line, reading.columns = top[best].line, columns
    rows = chain(top[last + 1 :], source.rows)
    return (row for row in rows if row.fault or _filled(row.cells))


def _two_lines(upper: list[Any], lower: list[Any]) -> list[Any]:
    """A header of two lines, as one: the lower line says more where it says anything."""
    width = max(len(upper), len(lower))
    upper, lower = [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))]
    return [low if isinstance(low, str) and low.strip() else high for high, low in zip(upper, lower, strict=True)]


def _filled(cells: Iterable[Any]) -> bool:
    return any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in cells)


def _has_code(cells: list[Any]) -> bool:
    from members.enterprises.uscc import is_valid

    return any(isinstance(cell, str) and is_valid(cell) for cell in cells)


def _check(columns: Recognised, top: list[Row]) -> None:
    for key, first, second in columns.duplicates:
        if first != second or key in ("code", "name"):
            raise Unreadable(
                _("Two columns say “%(label)s”: “%(first)s” and “%(second)s”. Remove or rename one of them.")
                % {"label": BY_KEY[key].label, "first": first, "second": second}
            )
        raise Unreadable(_("The column “%(first)s” stands there twice. Remove one of them.") % {"first": first})
    if any(key in columns.fields for key in ("code", "registration_number")):
        return
    if columns.score < 2 and any(_has_code(row.cells) for row in top):
        raise Unreadable(
            _("The first row must name the columns, such as 企业名称 and 统一社会信用代码; here it holds data.")
        )
    shown = next(
        (", ".join(str(cell) for cell in row.cells if cell not in (None, "")) for row in top if _filled(row.cells)), ""
    )
    if columns.score < 2:
        raise Unreadable(
            _("No header was found, such as 企业名称 and 统一社会信用代码. The file begins: %(start)s")
            % {"start": shown[:200]}
        )
    raise Unreadable(
        _("A column with the credit code (统一社会信用代码) is missing. Found: %(headers)s")
        % {"headers": ", ".join(header for header in columns.headers if header)[:300]}
    )


def problems_to(batch_id: int) -> ProblemSink:
    """Write problems into the batch's list; several about one cell become one."""
    columns = ("batch_id", "kind", "line", '"column"', "value", "reason", "field", "current", "overwrite")
    insert = f"""
        INSERT INTO {ImportRowError._meta.db_table} ({", ".join(columns)})
        SELECT %s, kind, line, "column", min(value), left(string_agg(reason, ' '), 500), '', '', false
        FROM unnest(%s::text[], %s::int[], %s::text[], %s::text[], %s::text[])
            WITH ORDINALITY AS found(kind, line, "column", value, reason, place)
        GROUP BY kind, line, "column" ORDER BY line, min(place)
        ON CONFLICT DO NOTHING
    """

    def write(problems: list[Problem]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                insert,
                [
                    batch_id,
                    [problem.kind for problem in problems],
                    [problem.line for problem in problems],
                    [problem.column for problem in problems],
                    [problem.value for problem in problems],
                    [problem.reason for problem in problems],
                ],
            )

    return write
