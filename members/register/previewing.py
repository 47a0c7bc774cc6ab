"""A plan in words: the first changes it would make, and the values it leaves alone because a person must choose."""

import json
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from members.enterprises.models import Enterprise
from members.enterprises.words import in_words
from members.register import matching
from members.register.fields import AMOUNTS, BY_COLUMN, FIELDS
from members.register.matching import ENTERPRISE
from members.register.matching import TABLE as PLAN
from members.register.models import ImportRowError
from members.register.staging import TABLE as STAGING

MOST_SAMPLES = 100
CONFLICTS_AT_A_TIME = 500

_STAGED = ", ".join(f"'{item.db_column}', s.{item.db_column}::text" for item in FIELDS)
_CURRENT = ", ".join(f"'{item.db_column}', e.{item.db_column}::text" for item in FIELDS)


def sample() -> list[dict[str, Any]]:
    """The first rows that write something, field by field before and after, in words; for ImportBatch.sample."""
    rows = matching.rows_of(
        f"""SELECT p.line, p.verdict, coalesce(s.name, e.name), coalesce(s.uscc, e.uscc, s.registration_number),
            p.differs, p.kept, jsonb_strip_nulls(jsonb_build_object({_STAGED})), jsonb_build_object({_CURRENT})
        FROM {PLAN} p JOIN {STAGING} s ON s.line = p.line LEFT JOIN {ENTERPRISE} e ON e.id = p.enterprise_id
        WHERE p.verdict IN ('new', 'change') ORDER BY p.line LIMIT {MOST_SAMPLES}"""
    )
    return [
        {
            "line": line,
            "created": verdict == "new",
            "name": name,
            "code": code,
            "fields": list(_differences(verdict, differs or [], kept or [], json.loads(staged), json.loads(current))),
        }
        for line, verdict, name, code, differs, kept, staged, current in rows
    ]


def _differences(
    verdict: str, differs: list[str], kept: list[str], staged: dict[str, Any], current: dict[str, Any]
) -> Iterator[dict[str, str]]:
    columns = staged if verdict == "new" else [column for column in differs if column not in kept]
    for column in columns:
        if column == "capital_currency" and "capital" in columns:
            continue
        yield {
            "field": BY_COLUMN[column].name,
            "before": "" if verdict == "new" else words_for(column, current),
            "after": words_for(column, staged),
        }


def words_for(column: str, row: dict[str, Any]) -> str:
    return in_words(BY_COLUMN[column].name, row.get(column), row.get("capital_currency") or "CNY")


def write_conflicts(batch_id: int) -> None:
    """Name every value that is not overwritten, with what stands in the register and why it stays."""
    insert = f"""
        INSERT INTO {ImportRowError._meta.db_table}
            (batch_id, kind, line, "column", value, reason, enterprise_id, field, current, overwrite)
        SELECT %s, 'conflict', found.*, false
        FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[], %s::bigint[], %s::text[], %s::text[]) AS found
        ON CONFLICT DO NOTHING"""
    found: list[tuple] = []
    for conflict in _conflicts():
        found.append(conflict)
        if len(found) >= CONFLICTS_AT_A_TIME:
            _insert(insert, batch_id, found)
            found = []
    if found:
        _insert(insert, batch_id, found)


def _insert(statement: str, batch_id: int, found: list[tuple]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [batch_id, *map(list, zip(*found, strict=True))])


def _conflicts() -> Iterator[tuple]:
    rows = matching.rows_of(
        f"""SELECT p.line, p.enterprise_id, p.kept, e.hand_edited::text[],
            jsonb_build_object({_STAGED}), jsonb_build_object({_CURRENT})
        FROM {PLAN} p JOIN {STAGING} s ON s.line = p.line JOIN {ENTERPRISE} e ON e.id = p.enterprise_id
        WHERE cardinality(p.kept) > 0 ORDER BY p.line"""
    )
    for line, enterprise, kept, by_hand, staged_json, current_json in rows:
        # Django hands out JSON of raw queries as text.
        staged, current = json.loads(staged_json), json.loads(current_json)
        for column in kept:
            label = str(Enterprise._meta.get_field(BY_COLUMN[column].name).verbose_name)
            reason = _reason(column, BY_COLUMN[column].name in by_hand, kept)
            value, now = words_for(column, staged)[:300], words_for(column, current)[:300]
            yield line, label[:60], value, reason, enterprise, column, now


def _reason(column: str, by_hand: bool, kept: list[str]) -> str:
    if by_hand:
        return _("The register's value was edited by hand.")
    if column == "name":
        return _("The register knows this as a former name.")
    if column in AMOUNTS:
        return _("Exactly 10,000 times the register's value, or the reverse: a mistaken unit?")
    return _("Stays as it is with the registered capital.")
