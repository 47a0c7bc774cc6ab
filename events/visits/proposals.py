"""Whom to visit next, with the reason in words: who waits for an answer, who was never visited, who not for long.

A few candidates are read from the head of an index for each reason, and only of those is it asked when they were
visited and what they need: the same statements, and as many rows, for a thousand enterprises and for a million.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chambers.bodies.models import Affiliation, Chamber
from events.visits.models import Visit
from events.visits.statuses import OPEN, VisitStatus
from federation.portal.formats import cn_date
from federation.search.query import search
from members.enterprises.models import Enterprise, Town
from members.membership.member_days import MemberOn
from services.demands.models import Demand

EACH = 40
SHOWN = 40
# Of open demands, those whose clocks run out first; of no more than so many it is asked whose they are.
DEMANDS_READ, DEMANDS_SIFTED = 100, 1000
# What weighs how much, in days: see `explanation`.
NEVER = 3650
DEMAND = 200
DEMANDS_WEIGHED = 5


@dataclass(frozen=True)
class Wanted:
    """How staff narrow the proposals. Without `everyone`, members only."""

    text: str = ""
    town: Town | None = None
    chamber: Chamber | None = None
    everyone: bool = False


@dataclass
class Proposal:
    enterprise: Enterprise
    is_member: bool
    chamber: str = ""
    last_on: datetime.date | None = None
    demands: int = 0
    demands_since: datetime.date | None = None
    today: datetime.date = field(default_factory=timezone.localdate)

    @property
    def days_since(self) -> int | None:
        return (self.today - self.last_on).days if self.last_on else None

    @property
    def weight(self) -> int:
        days = NEVER if self.days_since is None else self.days_since
        return days + DEMAND * min(self.demands, DEMANDS_WEIGHED)

    @property
    def reasons(self) -> list[str]:
        said = [self._open_demands()] if self.demands else []
        said.append(self._last_visit())
        if not self.is_member:
            said.append(_("no member"))
        return said

    def _open_demands(self) -> str:
        words = ngettext("%(number)d demand open since %(day)s", "%(number)d demands open since %(day)s", self.demands)
        return words % {"number": self.demands, "day": cn_date(self.demands_since)}

    def _last_visit(self) -> str:
        if self.days_since is None:
            return _("never visited")
        if self.days_since == 0:
            return _("visited today")
        words = ngettext(
            "last visited %(number)d day ago, on %(day)s",
            "last visited %(number)d days ago, on %(day)s",
            self.days_since,
        )
        return words % {"number": self.days_since, "day": cn_date(self.last_on)}


def explanation() -> str:
    return _(
        "Members first. A day without a visit weighs one, an enterprise never visited as much as ten years, and each "
        "open demand as much as %(days)d days. Who is on a list that is still open isn't proposed again."
    ) % {"days": DEMAND}


def proposals(wanted: Wanted) -> list[Proposal]:
    """At most SHOWN, the weightiest first."""
    base = _eligible(wanted)
    keys = _found(base, wanted.text) if wanted.text.strip() else _candidates(base, wanted)
    found = described(keys)
    found.sort(key=lambda one: (not one.is_member, -one.weight, one.enterprise.sort_key, one.enterprise.pk))
    return found[:SHOWN]


def _eligible(wanted: Wanted) -> QuerySet[Enterprise]:
    found = Enterprise.objects.current().in_business()
    if not wanted.everyone and not wanted.text.strip():
        found = found.members()
    if wanted.town:
        found = found.filter(town=wanted.town)
    if wanted.chamber:
        found = found.filter(Exists(Affiliation.objects.on().filter(chamber=wanted.chamber, enterprise=OuterRef("pk"))))
    under_way = Visit.objects.filter(enterprise=OuterRef("pk"), status__in=sorted(OPEN))
    return found.filter(~Exists(under_way))


def _found(base: QuerySet[Enterprise], text: str) -> list[int]:
    return list(search(base, text).order_by("sort_key", "pk").values_list("pk", flat=True)[:SHOWN])


def _candidates(base: QuerySet[Enterprise], wanted: Wanted) -> list[int]:
    """A share for each reason: who was never visited would else leave no room for anybody else for years."""
    sources = (_with_demands(base), _never_visited(base, wanted), _longest_ago(base))
    in_turn = chain.from_iterable(zip_longest(*sources))
    keys = list(dict.fromkeys(key for key in in_turn if key is not None))
    return keys[:SHOWN]


def _with_demands(base: QuerySet[Enterprise]) -> list[int]:
    first = Demand.objects.open().order_by("due_at", "pk").values("pk")[:DEMANDS_SIFTED]
    waiting = Demand.objects.filter(Exists(base.filter(pk=OuterRef("enterprise"))), pk__in=first)
    rows = waiting.order_by("due_at", "pk").values_list("enterprise", flat=True)[:DEMANDS_READ]
    return list(dict.fromkeys(rows))[:EACH]


def _done() -> QuerySet[Visit]:
    return Visit.objects.filter(status=VisitStatus.DONE)


def _never_visited(base: QuerySet[Enterprise], wanted: Wanted) -> list[int]:
    never = base.filter(~Exists(_done().filter(enterprise=OuterRef("pk"))))
    keys = list(never.order_by("pk").values_list("pk", flat=True)[:EACH])
    if wanted.everyone:
        # The first of them all may be no members; members come first.
        members = never.filter(MemberOn(timezone.localdate()))
        keys = list(members.order_by("pk").values_list("pk", flat=True)[:EACH]) + keys
    return keys


def _longest_ago(base: QuerySet[Enterprise]) -> list[int]:
    again = (
        _done()
        .filter(enterprise=OuterRef("enterprise"))
        .filter(Q(held_on__gt=OuterRef("held_on")) | Q(held_on=OuterRef("held_on"), pk__gt=OuterRef("pk")))
    )
    last = _done().filter(~Exists(again), Exists(base.filter(pk=OuterRef("enterprise"))))
    return list(last.order_by("held_on", "pk").values_list("enterprise", flat=True)[:EACH])


def described(keys: Iterable[int]) -> list[Proposal]:
    """When each was last visited and what it still waits for; three statements, however many keys."""
    keys = list(keys)
    enterprises = Enterprise.objects.filter(pk__in=keys).select_related("town")
    lasts = dict(_done().filter(enterprise__in=keys).values_list("enterprise").annotate(Max("held_on")).order_by())
    needs: dict[int, Any] = {
        pk: (number, since)
        for pk, number, since in Demand.objects.open()
        .filter(enterprise__in=keys)
        .values_list("enterprise")
        .annotate(Count("pk"), Min("raised_at"))
        .order_by()
    }
    places = Affiliation.objects.on().filter(enterprise__in=keys, is_primary=True).select_related("chamber")
    chambers = {place.enterprise_id: str(place.chamber) for place in places}
    found = []
    for enterprise in enterprises.annotate(is_member=MemberOn(timezone.localdate())):
        number, since = needs.get(enterprise.pk, (0, None))
        found.append(
            Proposal(
                enterprise,
                enterprise.is_member,
                chambers.get(enterprise.pk, ""),
                lasts.get(enterprise.pk),
                number,
                timezone.localdate(since) if since else None,
            )
        )
    return found
