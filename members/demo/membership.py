"""Who of them is a member, since when and until when; everything is counted from today."""

import datetime
from collections import Counter

from django.utils import timezone

from federation.demo.world import World
from members.demo.enterprises import Firm
from members.enterprises.choices import State
from members.membership.models import Membership, MembershipPeriod

MEMBERS, LAPSED, REJOINED, EXPIRING, UNLISTED = 845, 60, 25, 42, 45
YEAR = datetime.timedelta(days=365)
DAY = datetime.timedelta(days=1)


def make_members(world: World, firms: list[Firm]) -> list[Firm]:
    """Gives memberships; returns those whose membership holds today."""
    rng, today = world.rng, world.today
    pool = [
        firm
        for firm in firms
        if firm.enterprise.uscc and firm.enterprise.state == State.ACTIVE and _age(firm, today) > 3 * YEAR
    ]
    chosen = rng.sample(pool, min(len(pool), MEMBERS + LAPSED))
    current, lapsed = chosen[:MEMBERS], chosen[MEMBERS:]
    spans = {}
    for number, firm in enumerate(current):
        if number < EXPIRING:
            ends_on = today + datetime.timedelta(days=rng.randrange(1, 60))
        else:
            ends_on = today + datetime.timedelta(days=rng.randrange(61, 365))
        spans[firm.enterprise.pk] = _chain(world, firm, ends_on, rejoin=EXPIRING <= number < EXPIRING + REJOINED)
    for firm in lapsed:
        spans[firm.enterprise.pk] = _chain(world, firm, today - datetime.timedelta(days=rng.randrange(5, 500)))
    _write(world, chosen, spans)
    for firm in current[: -UNLISTED or None]:
        firm.enterprise.listed = True
        firm.enterprise.listed_at = world.time_ago(rng.randrange(5, 200))
    world.shelf["lapsed"] = lapsed
    return current


def _age(firm: Firm, today: datetime.date) -> datetime.timedelta:
    return today - firm.enterprise.registered_on


def _chain(
    world: World, firm: Firm, ends_on: datetime.date, *, rejoin: bool = False
) -> list[tuple[str, datetime.date, datetime.date]]:
    """Yearly periods that end on the day, oldest first; with a gap before the last one for those who came back."""
    length = world.rng.choice([1, 1, 2, 2, 3, 3, 4, 5, 6])
    length = max(1, min(length, _age(firm, world.today) // YEAR - 2))
    ends = [ends_on]
    for _ in range(length - 1):
        ends.append(ends[-1] - YEAR)
    if rejoin:
        ends = [ends[0], *(end - YEAR for end in (ends[1:] or [ends_on - YEAR]))]
    kinds = MembershipPeriod.Kind
    chain = []
    for number, end in enumerate(reversed(ends)):
        kind = kinds.NEW if number == 0 else kinds.RENEWAL
        if rejoin and number == len(ends) - 1:
            kind = kinds.REJOIN
        chain.append((kind, end - YEAR + DAY, end))
    return chain


def _write(world: World, firms: list[Firm], spans: dict[int, list[tuple[str, datetime.date, datetime.date]]]) -> None:
    ordered = sorted(firms, key=lambda firm: (spans[firm.enterprise.pk][0][1], firm.enterprise.pk))
    given: Counter[int] = Counter()
    memberships = {}
    for firm in ordered:
        year = spans[firm.enterprise.pk][0][1].year
        given[year] += 1
        memberships[firm.enterprise.pk] = Membership(enterprise=firm.enterprise, number=f"SJ{year}-{given[year]:05d}")
    Membership.objects.bulk_create(memberships.values())
    staff = world.people["admin"]
    MembershipPeriod.objects.bulk_create(
        MembershipPeriod(
            membership=membership,
            kind=kind,
            starts_on=starts_on,
            ends_on=ends_on,
            decided_by=staff,
            decided_at=timezone.make_aware(datetime.datetime.combine(starts_on, datetime.time(10))),
        )
        for key, membership in memberships.items()
        for kind, starts_on, ends_on in spans[key]
    )
