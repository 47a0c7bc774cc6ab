"""What each staged row means to the register: a new enterprise, a change, nothing new, or a refusal with its reason.

One statement compares all rows; the result is a narrow temporary table beside the staged rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from members.enterprises.models import Enterprise, NameRecord
from members.register.fields import AMOUNTS, FIELDS, ImportField
from members.register.headers import BY_KEY
from members.register.models import ImportRowError, ImportTransition
from members.register.problems import Problem
from members.register.staging import TABLE as STAGING
from members.register.staging import ProblemSink, drop_table

TABLE = "register_plan"
ENTERPRISE = Enterprise._meta.db_table
NAME_RECORD = NameRecord._meta.db_table
ROW_ERROR = ImportRowError._meta.db_table
TRANSITION = ImportTransition._meta.db_table


class Verdict:
    NEW = "new"
    CHANGE = "change"
    SAME = "same"
    REFUSED = "refused"
    # A later row of the file speaks for the same enterprise.
    OVERTAKEN = "overtaken"


@dataclass(frozen=True)
class Counts:
    new: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    conflicting: int = 0
    noticed: int = 0
    contacts: int = 0


def _current(item: ImportField) -> str:
    if item.name == "name":
        # The same whichever brackets and letters it was typed with.
        return "translate(normalize(e.name, NFKC), '()', '（）')"
    if item.name == "scope":
        # Browsers end lines otherwise than spreadsheets.
        return "replace(e.scope, chr(13), '')"
    # Spaces around a value are nobody's meaning.
    return f"btrim(e.{item.db_column})" if item.type == "text" else f"e.{item.db_column}"


def _tests(template: str, fields: tuple[ImportField, ...]) -> str:
    cases = ", ".join(template.format(c=item.db_column, n=item.name, now=_current(item)) for item in fields)
    return f"array_remove(ARRAY[{cases}]::text[], NULL)"


CHANGED = _tests("CASE WHEN s.{c} IS NOT NULL AND s.{c} IS DISTINCT FROM {now} THEN '{c}' END", FIELDS)
# Edited by hand; or 10,000 times the figure or the reverse, a mistaken unit; or a name given up before.
_BY_HAND = _tests("CASE WHEN '{n}' = ANY(e.hand_edited) THEN '{c}' END", FIELDS)
_UNIT = _tests(
    "CASE WHEN e.{c} > 0 AND s.{c} > 0 AND (s.{c} = e.{c} * 10000 OR e.{c} = s.{c} * 10000) THEN '{c}' END",
    tuple(item for item in FIELDS if item.name in AMOUNTS),
)
_FORMER = f"""CASE WHEN s.name IS NOT NULL AND EXISTS (
    SELECT 1 FROM {NAME_RECORD} f WHERE f.enterprise_id = e.id AND translate(f.name, '()', '（）') = s.name
) THEN ARRAY['name'] ELSE '{{}}'::text[] END"""
# A choice holds for what the person saw: not where the enterprise was edited after the preview.
_CHOSEN = f"""coalesce((
    SELECT array_agg(x.field::text) FROM {ROW_ERROR} x
    WHERE x.batch_id = %(batch)s AND x.enterprise_id = e.id AND x.kind = 'conflict' AND x.overwrite
        AND e.updated_at <= (SELECT max(t.at) FROM {TRANSITION} t
            WHERE t.batch_id = x.batch_id AND t.to_status = 'previewed')
), '{{}}'::text[])"""

# For a row s against its enterprise e: the columns that differ, and those of them to leave alone. Currency and capital
# are one fact; neither is written without the other.
COMPARED = f"""
    SELECT k.differs, CASE
        WHEN k.kept && ARRAY['capital', 'capital_currency'] THEN ARRAY(
            SELECT unnest(k.kept) UNION
            SELECT unnest(k.differs) INTERSECT SELECT unnest(ARRAY['capital', 'capital_currency']))
        ELSE k.kept END AS kept
    FROM (
        SELECT d.differs, ARRAY(
            SELECT unnest(d.differs) INTERSECT SELECT unnest(d.guarded) EXCEPT SELECT unnest(d.chosen)) AS kept
        FROM (
            SELECT {CHANGED} AS differs, {_BY_HAND} || {_UNIT} || {_FORMER} AS guarded, {_CHOSEN} AS chosen
            WHERE e.id IS NOT NULL
        ) d
    ) k
"""

_PLAN = f"""
CREATE TEMPORARY TABLE {TABLE} AS
WITH keyed AS (
    SELECT s.line, s.uscc, s.registration_number AS number, s.name, s.as_of,
        by_code.id AS by_code, by_number.id AS by_number, by_number.uscc AS number_uscc, by_number.name AS number_name,
        coalesce(by_code.merged_into_id, by_number.merged_into_id) AS merged_into
    FROM {STAGING} s
    LEFT JOIN {ENTERPRISE} by_code ON by_code.uscc = s.uscc
    LEFT JOIN {ENTERPRISE} by_number ON by_number.registration_number = s.registration_number
), judged AS (
    SELECT k.*,
        CASE
            WHEN by_code <> by_number OR (number_uscc <> uscc) THEN 'number_taken'
            WHEN merged_into IS NOT NULL THEN 'merged'
            WHEN by_code IS NULL AND by_number IS NULL AND name IS NULL THEN 'nameless'
        END AS refusal,
        coalesce(by_code, by_number) AS enterprise_id
    FROM keyed k
), first_by_code AS (
    SELECT j.*, first_value(line) OVER (
        PARTITION BY refusal IS NULL, coalesce('#' || enterprise_id, uscc, number)
        ORDER BY as_of DESC NULLS LAST, line DESC
    ) AS winner,
        min(name) OVER same_code <> max(name) OVER same_code
            AND count(as_of) OVER same_code < count(*) OVER same_code AS two_names
    FROM judged j
    WINDOW same_code AS (PARTITION BY refusal IS NULL, coalesce('#' || enterprise_id, uscc, number))
), first_by_number AS (
    SELECT c.*, CASE
        WHEN number IS NULL OR refusal IS NOT NULL OR winner <> line THEN line
        ELSE first_value(line) OVER (
            PARTITION BY number, refusal IS NULL, winner = line
            ORDER BY uscc IS NULL, as_of DESC NULLS LAST, line DESC)
        END AS number_winner
    FROM first_by_code c
), settled AS (
    SELECT line, enterprise_id, number_name,
        CASE
            WHEN refusal IS NOT NULL THEN refusal
            WHEN two_names THEN 'two_names'
            WHEN winner <> line THEN 'overtaken'
            WHEN number_winner <> line AND uscc IS NULL THEN 'overtaken'
            WHEN number_winner <> line THEN 'number_twice'
        END AS hindrance,
        CASE WHEN winner <> line THEN winner ELSE number_winner END AS winner
    FROM first_by_number
)
SELECT t.line, t.enterprise_id, t.number_name, t.winner, t.hindrance,
    CASE
        WHEN t.hindrance = 'overtaken' THEN 'overtaken'
        WHEN t.hindrance IS NOT NULL THEN 'refused'
        WHEN e.id IS NULL THEN 'new'
        WHEN cardinality(k.differs) > cardinality(k.kept) THEN 'change'
        ELSE 'same'
    END AS verdict,
    k.differs, k.kept, NULL::bigint AS turn
FROM settled t
JOIN {STAGING} s ON s.line = t.line
LEFT JOIN {ENTERPRISE} e ON e.id = t.enterprise_id AND t.hindrance IS NULL
LEFT JOIN LATERAL ({COMPARED}) k ON true
"""

_COMPARE_AGAIN = f"""
UPDATE {TABLE} p SET differs = k.differs, kept = k.kept,
    verdict = CASE WHEN cardinality(k.differs) > cardinality(k.kept) THEN 'change' ELSE 'same' END
FROM {STAGING} s, {ENTERPRISE} e, LATERAL ({COMPARED}) k
WHERE p.turn BETWEEN %(first)s AND %(last)s AND p.verdict = 'change' AND s.line = p.line AND e.id = p.enterprise_id
"""


@contextmanager
def plan_table(batch_id: int | None) -> Iterator[None]:
    """Compare the staged rows with the register. `batch_id` names the batch whose choices to overwrite hold."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(_PLAN, {"batch": batch_id})
        cursor.execute(f"CREATE UNIQUE INDEX ON {TABLE} (line)")
    try:
        yield
    finally:
        drop_table(TABLE)


def number_turns() -> int:
    """Give the rows that write something their turns, in the order of the file; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""UPDATE {TABLE} p SET turn = t.turn FROM (
                SELECT line, row_number() OVER (ORDER BY line) AS turn FROM {TABLE}
                WHERE verdict IN ('new', 'change')
            ) t WHERE t.line = p.line"""
        )
        turns = cursor.rowcount
        cursor.execute(f"CREATE INDEX ON {TABLE} (turn)")
        cursor.execute(f"ANALYZE {TABLE}")
    return turns


def compare_again(batch_id: int | None, first: int, last: int) -> None:
    """After the enterprises of these turns were locked: someone may have edited them meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(_COMPARE_AGAIN, {"batch": batch_id, "first": first, "last": last})


def count() -> Counts:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT count(*) FILTER (WHERE verdict = 'new'), count(*) FILTER (WHERE verdict = 'change'),
                count(*) FILTER (WHERE verdict IN ('same', 'overtaken')), count(*) FILTER (WHERE verdict = 'refused'),
                count(*) FILTER (WHERE cardinality(kept) > 0), count(*) FILTER (WHERE verdict = 'overtaken')
            FROM {TABLE}"""
        )
        return Counts(*cursor.fetchone())


def report(problems: ProblemSink) -> None:
    """Name the rows refused and overtaken by their lines."""
    code = str(BY_KEY["code"].label)
    number = str(BY_KEY["registration_number"].label)
    name = str(BY_KEY["name"].label)
    with connection.chunked_cursor() as cursor:
        cursor.execute(
            f"""SELECT p.line, p.hindrance, p.winner, p.number_name, s.uscc, s.registration_number,
                (w.line IS NOT NULL AND to_jsonb(w) - 'line' = to_jsonb(s) - 'line') AS alike
            FROM {TABLE} p JOIN {STAGING} s ON s.line = p.line
            LEFT JOIN {STAGING} w ON w.line = p.winner AND p.hindrance = 'overtaken'
            WHERE p.hindrance IS NOT NULL ORDER BY p.line"""
        )
        while rows := cursor.fetchmany(1000):
            found = []
            for line, hindrance, winner, holder, uscc, old_number, alike in rows:
                key = uscc or old_number
                kind, column, value, reason = ImportRowError.Kind.INVALID, code, key, ""
                if hindrance == "overtaken":
                    kind = ImportRowError.Kind.WARNING
                    reason = (
                        _("The same row stands in line %(line)d.")
                        if alike
                        else _("Line %(line)d has the same code and other values: that line is taken.")
                    ) % {"line": winner}
                elif hindrance == "nameless":
                    column, value, reason = name, "", _("This code isn't in the register yet, and the name is missing.")
                elif hindrance == "merged":
                    reason = _("This enterprise was merged into another one.")
                elif hindrance == "two_names":
                    reason = _("Several rows give this code different names, and no date tells which is the latest.")
                elif hindrance == "number_twice":
                    column, value = number, old_number
                    reason = _("Line %(line)d gives this number to another enterprise.") % {"line": winner}
                else:
                    column, value = number, old_number
                    reason = _("This number belongs to %(name)s in the register.") % {"name": holder}
                found.append(Problem(kind, line, column[:60], value, reason))
            problems(found)


def report_parents(problems: ProblemSink) -> int:
    """Name the parent companies that neither the register nor the file knows; returns how many rows name one."""
    found = [
        Problem(
            ImportRowError.Kind.WARNING,
            line,
            str(BY_KEY["parent"].label)[:60],
            code,
            _("The parent company is neither in the register nor in this file: left out."),
        )
        for line, code in rows_of(
            f"""SELECT s.line, s.parent_code FROM {STAGING} s JOIN {TABLE} p ON p.line = s.line AND p.hindrance IS NULL
            WHERE s.parent_code IS NOT NULL AND s.parent_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM {STAGING} o WHERE o.uscc = s.parent_code)
            ORDER BY s.line"""
        )
    ]
    if found:
        problems(found)
    return len(found)


def rows_of(sql: str, params: Any = None) -> Iterator[tuple]:
    """Rows of a query over the temporary tables, some at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(1000):
            yield from rows
