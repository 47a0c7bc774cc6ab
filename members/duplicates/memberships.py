"""Two memberships become one: the kept one's number stands, and the other's days come over where they are free."""

import datetime
from itertools import pairwise

from members.duplicates.moving import Entry, entry, set_columns
from members.enterprises.models import Enterprise
from members.membership.actions import kind_after
from members.membership.models import Membership, MembershipPeriod

DAY = datetime.timedelta(days=1)
Span = tuple[datetime.date, datetime.date]


def free_days(wanted: Span, taken: list[Span]) -> list[Span]:
    """The parts of `wanted` that no span of `taken` covers; all days included."""
    start, end = wanted
    free: list[Span] = []
    for taken_start, taken_end in sorted(taken):
        if taken_end < start or taken_start > end:
            continue
        if taken_start > start:
            free.append((start, taken_start - DAY))
        start = max(start, taken_end + DAY)
    if start <= end:
        free.append((start, end))
    return free


def overlapping_days(kept: Enterprise, absorbed: Enterprise) -> bool:
    """Whether both were members on some day."""
    mine = _spans(kept)
    return any(free_days(span, mine) != [span] for span in _spans(absorbed))


def _spans(of: Enterprise) -> list[Span]:
    periods = MembershipPeriod.objects.filter(membership__enterprise=of)
    return list(periods.order_by("starts_on").values_list("starts_on", "ends_on"))


def join_memberships(kept: Enterprise, absorbed: Enterprise) -> list[Entry]:
    """Where both have a membership. A day is counted once: a period that overlaps comes over with its free days only,
    and one without free days stays with the absorbed record."""
    both = {row.enterprise_id: row for row in Membership.objects.filter(enterprise__in=[kept, absorbed])}
    if len(both) < 2:
        return []
    standing, ending = both[kept.pk], both[absorbed.pk]
    taken = _spans(kept)
    own = set(standing.periods.values_list("pk", flat=True))
    ledger: list[Entry] = []
    for period in ending.periods.order_by("starts_on").select_for_update():
        free = free_days((period.starts_on, period.ends_on), taken)
        if not free:
            ledger.append(entry(period, stays="membership_periods_do_not_overlap"))
            continue
        ledger += _bring(period, standing, free)
        taken += free
    return ledger + _name_kinds_again(standing, own)


def _name_kinds_again(membership: Membership, own: set[int]) -> list[Entry]:
    """Where periods of the two records meet, a period is new, renewal or rejoin by what now stands before it."""
    ledger = []
    periods = list(membership.periods.order_by("starts_on"))
    for before, period in pairwise(periods):
        kind = kind_after(before, period.starts_on)
        if not {before.pk, period.pk} <= own and kind != period.kind:
            ledger.append(set_columns(period, {"kind": [period.kind, kind.value]}))
    return ledger


def _bring(period: MembershipPeriod, to: Membership, free: list[Span]) -> list[Entry]:
    (start, end), *more = free
    changes = {"membership_id": [period.membership_id, to.pk]}
    if start != period.starts_on:
        changes["starts_on"] = [period.starts_on.isoformat(), start.isoformat()]
    if end != period.ends_on:
        changes["ends_on"] = [period.ends_on.isoformat(), end.isoformat()]
    ledger = [set_columns(period, changes)]
    for later_start, later_end in more:
        copy = MembershipPeriod.objects.create(
            membership=to,
            kind=period.kind,
            starts_on=later_start,
            ends_on=later_end,
            decided_by_id=period.decided_by_id,
            decided_at=period.decided_at,
            end_reason=period.end_reason,
        )
        ledger.append(entry(copy, created=True))
    return ledger
