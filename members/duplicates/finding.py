"""Finding enterprises that are in the register twice.

Comparing everyone with everyone is out of the question at a million rows. The database groups the register by what two
records of one firm share (reading of the core name, telephone, address), writes the pairs of small groups into a
temporary table, and only those pairs come here to be judged, a few thousand at a time.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from members.duplicates.likeness import (
    BY_STAFF,
    FORMER_NAME,
    SAME_NAME,
    SAME_PHONE,
    SIMILAR_ADDRESS,
    WORTH_JUDGING,
    Reason,
    Side,
    judge,
)
from members.duplicates.models import DuplicatePair

# Step in words for the log, done and of how many (0: unknown).
Progress = Callable[[str, int, int], None]

SLICE = 2000
JUDGING = "judging"
# A group larger than this shares something common (a book-keeper's telephone, a virtual office), not an identity.
NAME_GROUP, PHONE_GROUP, ADDRESS_GROUP = 40, 8, 12

_HINTS = """
DROP TABLE IF EXISTS duplicate_hint, duplicate_candidate;
CREATE TEMPORARY TABLE duplicate_hint (left_id bigint, right_id bigint, code text, value text) ON COMMIT DROP
"""

# `pinyin` is the reading of the core name; homophones are told apart when the pair is judged.
_BY_NAME = """
INSERT INTO duplicate_hint
WITH crowd AS (
    SELECT pinyin FROM members_enterprise WHERE merged_into_id IS NULL AND pinyin <> ''
    GROUP BY pinyin HAVING count(*) BETWEEN 2 AND %(limit)s
)
SELECT a.id, b.id, 'same_name', ''
FROM crowd
JOIN members_enterprise a ON a.pinyin = crowd.pinyin AND a.merged_into_id IS NULL
JOIN members_enterprise b ON b.pinyin = crowd.pinyin AND b.merged_into_id IS NULL AND a.id < b.id
"""

# Of readings too common for the query above, those whose whole name is the same.
_BY_WHOLE_NAME = """
INSERT INTO duplicate_hint
WITH common AS (
    SELECT pinyin FROM members_enterprise WHERE merged_into_id IS NULL AND pinyin <> ''
    GROUP BY pinyin HAVING count(*) > %(limit)s
), named AS (
    SELECT e.id, e.name FROM common JOIN members_enterprise e USING (pinyin) WHERE e.merged_into_id IS NULL
), crowd AS (
    SELECT name FROM named GROUP BY name HAVING count(*) BETWEEN 2 AND %(limit)s
)
SELECT a.id, b.id, 'same_name', ''
FROM crowd JOIN named a USING (name) JOIN named b USING (name) WHERE a.id < b.id
"""

_BY_FORMER_NAME = """
INSERT INTO duplicate_hint
SELECT DISTINCT least(f.enterprise_id, e.id), greatest(f.enterprise_id, e.id), 'former_name', f.name
FROM members_namerecord f
JOIN members_enterprise e ON e.name = f.name AND e.id <> f.enterprise_id AND e.merged_into_id IS NULL
JOIN members_enterprise o ON o.id = f.enterprise_id AND o.merged_into_id IS NULL
"""

# Digits alone, without the country code: 021-5760 1234, +8613812345678 and 138 1234 5678 are written as people like.
_BY_PHONE = """
INSERT INTO duplicate_hint
WITH written AS (
    SELECT c.enterprise_id AS id, c.phone FROM members_contact c
    JOIN members_enterprise e ON e.id = c.enterprise_id AND e.merged_into_id IS NULL WHERE c.phone <> ''
    UNION ALL
    SELECT id, public_phone FROM members_enterprise WHERE merged_into_id IS NULL AND public_phone <> ''
), called AS (
    SELECT DISTINCT id, regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^(0086|86(?=1))', '') AS phone
    FROM written
), crowd AS (
    SELECT phone FROM called WHERE length(phone) >= 7
    GROUP BY phone HAVING count(*) BETWEEN 2 AND %(limit)s
)
SELECT a.id, b.id, 'same_phone', phone
FROM crowd JOIN called a USING (phone) JOIN called b USING (phone) WHERE a.id < b.id
"""

# The road's last two characters and its numbers: 上海市松江区新桥镇莘砖公路518号3幢201室 and
# 松江莘砖公路５１８号3号楼201 both read 莘砖公路518-3-201. One without road and number is no place to compare.
_BY_ADDRESS = """
INSERT INTO duplicate_hint
WITH bare AS (
    SELECT id, substring(
        regexp_replace(normalize(address, NFKC), '[^0-9A-Za-z一-龥]', '', 'g')
        FROM '..(?:公路|大道|路|街|道|巷|弄|村)[0-9].*$') AS place
    FROM members_enterprise WHERE merged_into_id IS NULL AND address <> ''
), placed AS (
    SELECT id, btrim(regexp_replace(place, '(号楼|号|弄|幢|栋|座|室|单元|层|楼|房)+', '-', 'g'), '-') AS place
    FROM bare WHERE place IS NOT NULL
), crowd AS (
    SELECT place FROM placed GROUP BY place HAVING count(*) BETWEEN 2 AND %(limit)s
)
SELECT a.id, b.id, 'similar_address', place
FROM crowd JOIN placed a USING (place) JOIN placed b USING (place) WHERE a.id < b.id
"""

_GATHER = """
CREATE TEMPORARY TABLE duplicate_candidate ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY left_id, right_id) AS n, left_id, right_id,
       jsonb_object_agg(code, value) AS hints, false AS worth
FROM (SELECT left_id, right_id, code, max(value) AS value FROM duplicate_hint GROUP BY 1, 2, 3) hint
GROUP BY left_id, right_id
"""

_READ = """
SELECT c.n, c.hints,
       a.id, a.name, a.uscc, a.legal_representative, a.parent_id, a.address,
       b.id, b.name, b.uscc, b.legal_representative, b.parent_id, b.address
FROM duplicate_candidate c
JOIN members_enterprise a ON a.id = c.left_id
JOIN members_enterprise b ON b.id = c.right_id
WHERE c.n > %s AND c.n <= %s ORDER BY c.n
"""

STEPS: tuple[tuple[str, str, int], ...] = (
    (SAME_NAME, _BY_NAME, NAME_GROUP),
    (SAME_NAME, _BY_WHOLE_NAME, NAME_GROUP),
    (FORMER_NAME, _BY_FORMER_NAME, 0),
    (SAME_PHONE, _BY_PHONE, PHONE_GROUP),
    (SIMILAR_ADDRESS, _BY_ADDRESS, ADDRESS_GROUP),
)


@dataclass(frozen=True)
class Found:
    """`compared` pairs were judged; of those worth judging, `new` weren't known; `gone` ones no longer look alike."""

    compared: int = 0
    alike: int = 0
    new: int = 0
    gone: int = 0


def step_in_words(step: str) -> str:
    words = {
        SAME_NAME: _("comparing names"),
        FORMER_NAME: _("comparing former names"),
        SAME_PHONE: _("comparing telephones"),
        SIMILAR_ADDRESS: _("comparing addresses"),
        JUDGING: _("judging pairs"),
    }
    return words[step]


def _silent(_step: str, _done: int, _total: int) -> None:
    return None


def find_duplicates(progress: Progress = _silent) -> Found:
    """Bring the open pairs up to date. Pairs that staff dismissed or merged stay as they are."""
    with transaction.atomic(), connection.cursor() as cursor:
        # One run at a time: the second waits, then finds nothing new.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('members.find_duplicates'))")
        cursor.execute(_HINTS)
        for number, (step, statement, limit) in enumerate(STEPS):
            progress(step, number, len(STEPS))
            cursor.execute(statement, {"limit": limit})
        cursor.execute(_GATHER)
        cursor.execute("SELECT count(*) FROM duplicate_candidate")
        total = cursor.fetchone()[0]
        cursor.execute("CREATE INDEX ON duplicate_candidate (n)")
        alike = new = 0
        for at in range(0, total, SLICE):
            progress(JUDGING, at, total)
            pairs = list(_judged(cursor, at))
            alike += len(pairs)
            new += _keep(cursor, pairs)
        gone = _forget(cursor)
        progress(JUDGING, total, total)
    return Found(total, alike, new, gone)


def _judged(cursor: Any, after: int) -> Iterator[tuple[int, DuplicatePair]]:
    cursor.execute(_READ, [after, after + SLICE])
    for n, hints, *columns in cursor.fetchall():
        left, right = Side(*columns[:6]), Side(*columns[6:])
        score, reasons = judge(left, right, json.loads(hints))
        if score >= WORTH_JUDGING:
            yield n, _pair(left, right, score, reasons)


def _pair(left: Side, right: Side, score: int, reasons: list[Reason]) -> DuplicatePair:
    return DuplicatePair(left_id=left.pk, right_id=right.pk, score=score, reasons=reasons)


def _keep(cursor: Any, pairs: list[tuple[int, DuplicatePair]]) -> int:
    """Write pairs not yet known, refresh open ones whose reasons changed; returns how many are new."""
    if not pairs:
        return 0
    cursor.execute("UPDATE duplicate_candidate SET worth = true WHERE n = ANY(%s)", [[n for n, _ in pairs]])
    known = {
        (pair.left_id, pair.right_id): pair
        for pair in DuplicatePair.objects.filter(
            left_id__gte=pairs[0][1].left_id,
            left_id__lte=pairs[-1][1].left_id,
            right_id__in=[pair.right_id for _, pair in pairs],
        )
    }
    new, changed = [], []
    for _n, pair in pairs:
        stands = known.get((pair.left_id, pair.right_id))
        if stands is None:
            new.append(pair)
        elif _outdated(stands, pair):
            stands.score, stands.reasons = pair.score, pair.reasons
            changed.append(stands)
    DuplicatePair.objects.bulk_create(new, ignore_conflicts=True)
    DuplicatePair.objects.bulk_update(changed, ["score", "reasons"])
    return len(new)


def _outdated(stands: DuplicatePair, found: DuplicatePair) -> bool:
    named = any(reason.get("code") == BY_STAFF for reason in stands.reasons)
    same = (stands.score, stands.reasons) == (found.score, found.reasons)
    return stands.status == DuplicatePair.Status.OPEN and not named and not same


def _forget(cursor: Any) -> int:
    """Open pairs that aren't alike any more: one side was renamed, moved or merged away."""
    cursor.execute(
        """
        DELETE FROM members_duplicatepair p
        WHERE p.status = 'open' AND NOT p.reasons @> %s::jsonb AND NOT EXISTS (
            SELECT 1 FROM duplicate_candidate c WHERE c.worth AND c.left_id = p.left_id AND c.right_id = p.right_id)
        """,
        [json.dumps([{"code": BY_STAFF}])],
    )
    return cursor.rowcount
