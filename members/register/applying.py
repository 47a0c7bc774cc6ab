"""Writing a plan into the register, some rows at a time, each part in a transaction of its own.

A part that was written compares as "nothing new" when the job runs again, so a killed import is simply run once more.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, transaction
from django.utils import timezone

from members.enterprises.derive import DERIVED_FIELDS, derive_search, keep_search
from members.enterprises.industry import section_of
from members.enterprises.models import Enterprise
from members.enterprises.size import classify
from members.register import matching
from members.register.fields import BY_COLUMN, FEED_DERIVED, FIELDS, ImportField
from members.register.matching import ENTERPRISE, NAME_RECORD
from members.register.matching import TABLE as PLAN
from members.register.models import ImportChange
from members.register.staging import TABLE as STAGING
from members.register.staging import drop_table

DERIVED = "register_derived"
CHANGE = ImportChange._meta.db_table
TURNS_AT_A_TIME = 4000
# Any number, the same for every import: one at a time writes to the register.
IMPORT_LOCK = 7_310_117

DerivedRow = tuple[Any, ...]

DERIVED_TYPES = {
    name: "text[]" if isinstance(Enterprise._meta.get_field(name), ArrayField) else "text" for name in DERIVED_FIELDS
}
_COLUMNS = [item.db_column for item in FIELDS]


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Waits until no other import writes to the register."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [IMPORT_LOCK])
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [IMPORT_LOCK])


def apply_plan(batch_id: int, source: str, done: Callable[[int], None]) -> None:
    """Write every planned row; `done` hears how many of them are written so far.

    The derived columns of the next part are computed while the database writes this one.
    """
    turns = matching.number_turns()
    columns = ", ".join(f"{name} {kind}" for name, kind in DERIVED_TYPES.items())
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {DERIVED}")
        cursor.execute(f"CREATE TEMPORARY TABLE {DERIVED} (line integer, {columns})")
    try:
        with ThreadPoolExecutor(max_workers=1) as helper:
            starts = range(1, turns + 1, TURNS_AT_A_TIME)
            ready = helper.submit(_derive_all, _new_rows(1)) if turns else None
            for first in starts:
                current, last = ready, first + TURNS_AT_A_TIME - 1
                ready = helper.submit(_derive_all, _new_rows(last + 1)) if last < turns else None
                _write_part(batch_id, source, first, last, current)
                done(min(last, turns))
        _write_late_parents(batch_id)
    finally:
        drop_table(DERIVED)


def _new_rows(first: int) -> list[tuple]:
    """What the derived columns of new enterprises follow from."""
    return list(
        matching.rows_of(
            f"""SELECT s.line, s.name, coalesce(s.short_name, ''), '{{}}'::text[], s.industry_id, s.staff_count,
                s.revenue, s.assets
            FROM {PLAN} p JOIN {STAGING} s ON s.line = p.line
            WHERE p.turn BETWEEN %s AND %s AND p.verdict = 'new' ORDER BY p.turn""",
            [first, first + TURNS_AT_A_TIME - 1],
        )
    )


def _changed_rows(first: int, last: int) -> list[tuple]:
    """The same of enterprises that change, as they will be; a name given up counts among the former ones."""

    def new(column: str) -> str:
        return f"CASE WHEN {_written(column)} THEN s.{column} ELSE e.{column} END"

    return list(
        matching.rows_of(
            f"""SELECT s.line, {new("name")}, {new("short_name")},
                ARRAY(SELECT f.name FROM {NAME_RECORD} f WHERE f.enterprise_id = e.id ORDER BY f.until DESC, f.id DESC)
                    || CASE WHEN {_written("name")} THEN ARRAY[e.name::text]
                       ELSE '{{}}'::text[] END,
                {new("industry_id")}, {new("staff_count")}, {new("revenue")}, {new("assets")}
            FROM {PLAN} p JOIN {STAGING} s ON s.line = p.line JOIN {ENTERPRISE} e ON e.id = p.enterprise_id
            WHERE p.turn BETWEEN %s AND %s AND p.verdict = 'change' AND p.differs && %s::text[] ORDER BY p.turn""",
            [first, last, list(FEED_DERIVED)],
        )
    )


def _derive_all(rows: list[tuple]) -> list[DerivedRow]:
    return [derive_row(*row) for row in rows]


def derive_row(
    line: int,
    name: str,
    short_name: str,
    former: list[str],
    industry: str | None,
    staff: int | None,
    revenue: Any,
    assets: Any,
) -> DerivedRow:
    """The line, then DERIVED_FIELDS in their order."""
    kept = SimpleNamespace(section=section_of(industry), size_class=classify(industry, staff, revenue, assets).value)
    keep_search(kept, derive_search(name, short_name, former))
    return line, *[getattr(kept, field) for field in DERIVED_FIELDS]


def copy_derived(rows: list[DerivedRow]) -> None:
    """Into the temporary table, emptied first."""
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {DERIVED}")
        with cursor.copy(f"COPY {DERIVED} FROM STDIN") as copy:
            copy.write("".join([_copy_line(row) for row in rows]))


def _copy_line(row: DerivedRow) -> str:
    return "\t".join([_copy_value(value) for value in row]) + "\n"


def _copy_value(value: Any) -> str:
    """Text format of COPY. Search text is folded to letters, digits and line breaks, tokens to less; still, quote."""
    if isinstance(value, list):
        quoted = [f'"{item}"' if "\\" not in item and '"' not in item else _quoted(item) for item in value]
        return "{" + ",".join(quoted) + "}"
    text = str(value)
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def _quoted(item: str) -> str:
    # Once for the array, once for COPY.
    inner = item.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + inner.replace("\\", "\\\\") + '"'


def _write_part(batch_id: int, source: str, first: int, last: int, derived: "Future[list[DerivedRow]]") -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        part = {"first": first, "last": last, "batch": batch_id, "source": source, "today": timezone.localdate()}
        cursor.execute(f"SELECT count(*) FROM (SELECT 1 {_CHANGING} ORDER BY e.id FOR UPDATE OF e) locked", part)
        changing = cursor.fetchone()[0]
        if changing:
            matching.compare_again(batch_id, first, last)
        copy_derived([*derived.result(), *(_derive_all(_changed_rows(first, last)) if changing else ())])
        cursor.execute(_insert_sql(), part | {f"default_{name}": value for name, value in _defaults().items()})
        if changing:
            cursor.execute(_NOTE_CHANGES, part)
            cursor.execute(_KEEP_NAMES, part)
            cursor.execute(_UPDATE, part)


def _defaults() -> dict[str, Any]:
    """What a new row holds in the columns that neither the file nor the derivation fills."""
    filled = {*_COLUMNS, *DERIVED_FIELDS, "id"}
    return {
        field.column: field.get_db_prep_save(field.get_default(), connection)
        for field in Enterprise._meta.concrete_fields
        if field.column not in filled and not field.has_db_default()
    }


def _insert_sql() -> str:
    def staged(column: str) -> str:
        if column == "town_id":
            return "coalesce(s.town_id, s.town_guess)"
        empty = BY_COLUMN[column].empty
        return f"s.{column}" if empty == "NULL" else f"coalesce(s.{column}, {empty})"

    defaults = list(_defaults())
    return f"""
WITH added AS (
    INSERT INTO {ENTERPRISE} ({", ".join([*_COLUMNS, *DERIVED_FIELDS, *defaults])})
    SELECT {", ".join([*map(staged, _COLUMNS), *[f"d.{name}" for name in DERIVED_FIELDS]])},
        {", ".join(f"%(default_{name})s" for name in defaults)}
    FROM {PLAN} p JOIN {STAGING} s ON s.line = p.line JOIN {DERIVED} d ON d.line = p.line
    WHERE p.turn BETWEEN %(first)s AND %(last)s AND p.verdict = 'new'
    ORDER BY p.turn
    ON CONFLICT DO NOTHING
    RETURNING id
)
INSERT INTO {CHANGE} (batch_id, enterprise_id, created, before, after)
SELECT %(batch)s, id, true, '{{}}', '{{}}' FROM added"""


def _written(column: str) -> str:
    return f"('{column}' = ANY(p.differs) AND NOT '{column}' = ANY(p.kept))"


# Fields that were edited by hand and are given back to the register, by a person's choice.
_OVERWRITTEN = (
    "array_remove(ARRAY["
    + ", ".join(f"CASE WHEN {_written(item.db_column)} THEN '{item.name}' END" for item in FIELDS)
    + "]::text[], NULL)"
)
_LEFT_BY_HAND = f"ARRAY(SELECT unnest(e.hand_edited) EXCEPT SELECT unnest({_OVERWRITTEN}) ORDER BY 1)"


def _staged(item: ImportField) -> str:
    return f"coalesce(s.{item.db_column}, {item.empty})" if item.empty != "NULL" else f"s.{item.db_column}"


_SETS = ",\n    ".join(
    f"{item.db_column} = CASE WHEN {_written(item.db_column)} THEN {_staged(item)} ELSE e.{item.db_column} END"
    for item in FIELDS
)
_DERIVED_SETS = ",\n    ".join(f"{name} = coalesce(d.{name}, e.{name})" for name in DERIVED_FIELDS)
_CHANGING = f"""
FROM {PLAN} p JOIN {STAGING} s ON s.line = p.line JOIN {ENTERPRISE} e ON e.id = p.enterprise_id
WHERE p.turn BETWEEN %(first)s AND %(last)s AND p.verdict = 'change'"""

# Each enterprise in one statement, derived columns included: one entry in its history.
_UPDATE = f"""
UPDATE {ENTERPRISE} e SET
    {_SETS},
    {_DERIVED_SETS},
    hand_edited = {_LEFT_BY_HAND},
    updated_at = now()
FROM {PLAN} p JOIN {STAGING} s ON s.line = p.line LEFT JOIN {DERIVED} d ON d.line = p.line
WHERE e.id = p.enterprise_id AND p.turn BETWEEN %(first)s AND %(last)s AND p.verdict = 'change'"""


def _object(values: dict[str, str], extra: str) -> str:
    """A JSON object of the columns that are written."""
    pairs = ", ".join(f"'{name}', {value}" for name, value in values.items())
    return f"""coalesce((
        SELECT jsonb_object_agg(key, value) FROM jsonb_each(jsonb_build_object({pairs}))
        WHERE key = ANY(p.differs) AND NOT key = ANY(p.kept)), '{{}}') || {extra}"""


def _hand_edited(value: str) -> str:
    return f"""CASE WHEN e.hand_edited::text[] && {_OVERWRITTEN}
        THEN jsonb_build_object('hand_edited', {value}) ELSE '{{}}' END"""


_BEFORE = {item.db_column: f"e.{item.db_column}" for item in FIELDS}
_AFTER = {item.db_column: _staged(item) for item in FIELDS}
# What an earlier part of the batch found comes first: "before" is what stood before the batch.
_MERGE = f"""
ON CONFLICT (batch_id, enterprise_id) DO UPDATE SET
    before = excluded.before || {CHANGE}.before, after = {CHANGE}.after || excluded.after"""
_NOTE_CHANGES = f"""
INSERT INTO {CHANGE} (batch_id, enterprise_id, created, before, after)
SELECT %(batch)s, e.id, false, {_object(_BEFORE, _hand_edited("to_jsonb(e.hand_edited)"))},
    {_object(_AFTER, _hand_edited(f"to_jsonb({_LEFT_BY_HAND})"))}
{_CHANGING}{_MERGE}"""

_KEEP_NAMES = f"""
WITH kept AS (
    INSERT INTO {NAME_RECORD} (enterprise_id, name, until, source)
    SELECT e.id, e.name, coalesce(s.as_of, %(today)s), left(%(source)s, 60)
    {_CHANGING} AND {_written("name")}
    ON CONFLICT DO NOTHING
    RETURNING id, enterprise_id
)
UPDATE {CHANGE} c SET name_record_id = kept.id
FROM kept WHERE c.batch_id = %(batch)s AND c.enterprise_id = kept.enterprise_id"""

# A parent that stood below its branch, or that this batch has only now created.
_LATE_PARENTS = f"""
FROM {STAGING} s JOIN {PLAN} p ON p.line = s.line AND p.hindrance IS NULL
JOIN {ENTERPRISE} parent ON parent.uscc = s.parent_code AND parent.merged_into_id IS NULL
JOIN {ENTERPRISE} e ON e.uscc = s.uscc OR (s.uscc IS NULL AND e.registration_number = s.registration_number)
WHERE s.parent_id IS NULL AND s.parent_code IS NOT NULL AND e.parent_id IS DISTINCT FROM parent.id
    AND e.id <> parent.id AND NOT 'parent' = ANY(e.hand_edited)"""


def _write_late_parents(batch_id: int) -> None:
    part = {"batch": batch_id}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO {CHANGE} (batch_id, enterprise_id, created, before, after)
            SELECT %(batch)s, e.id, false, jsonb_build_object('parent_id', e.parent_id),
                jsonb_build_object('parent_id', parent.id)
            {_LATE_PARENTS}{_MERGE}""",
            part,
        )
        if cursor.rowcount:
            cursor.execute(
                f"""UPDATE {ENTERPRISE} w SET parent_id = late.parent_id, updated_at = now()
                FROM (SELECT e.id, parent.id AS parent_id {_LATE_PARENTS}) late WHERE w.id = late.id"""
            )
