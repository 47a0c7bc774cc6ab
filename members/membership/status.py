"""Where a member stands on a day: it follows from the dated periods and is stored nowhere."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.membership.models import MembershipPeriod

EXPIRING_DAYS = 60


class Standing(models.TextChoices):
    MEMBER = "member", _("member")
    EXPIRING = "expiring", _("member, ends soon")
    LAPSED = "lapsed", _("lapsed")
    NEVER = "never", _("not a member")


TONES = {Standing.MEMBER: "done", Standing.EXPIRING: "ask", Standing.LAPSED: "off", Standing.NEVER: "off"}


def horizon(day: datetime.date) -> datetime.date:
    """Who is no member on this day any more is expiring on `day`."""
    return day + datetime.timedelta(days=EXPIRING_DAYS + 1)


@dataclass(frozen=True)
class History:
    """A member's periods, oldest first, and what follows from them on one day."""

    periods: Sequence[MembershipPeriod]
    on: datetime.date

    @classmethod
    def of(cls, periods: Sequence[MembershipPeriod], on: datetime.date | None = None) -> "History":
        return cls(sorted(periods, key=lambda period: period.starts_on), on or timezone.localdate())

    def holds(self, day: datetime.date) -> bool:
        return any(period.starts_on <= day <= period.ends_on for period in self.periods)

    @property
    def standing(self) -> Standing:
        if self.holds(self.on):
            return Standing.MEMBER if self.holds(horizon(self.on)) else Standing.EXPIRING
        return Standing.LAPSED if any(period.ends_on < self.on for period in self.periods) else Standing.NEVER

    @property
    def tone(self) -> str:
        return TONES[self.standing]

    @property
    def first_joined_on(self) -> datetime.date | None:
        """The first day ever: a rejoin doesn't move it."""
        return self.periods[0].starts_on if self.periods else None

    @property
    def chain(self) -> Sequence[MembershipPeriod]:
        """The unbroken run of periods that holds on the day, or else the last one that began before it."""
        begun = [period for period in self.periods if period.starts_on <= self.on]
        if not begun:
            return []
        place = list(self.periods).index(begun[-1])
        first = last = place
        while first > 0 and self.periods[first].kind == MembershipPeriod.Kind.RENEWAL:
            first -= 1
        while last + 1 < len(self.periods) and self.periods[last + 1].kind == MembershipPeriod.Kind.RENEWAL:
            last += 1
        return self.periods[first : last + 1]

    @property
    def member_since(self) -> datetime.date | None:
        """First day of the present run: for who came back, the day of coming back."""
        return self.chain[0].starts_on if self.chain else None

    @property
    def ends_on(self) -> datetime.date | None:
        """Last day of the present run, renewals already granted included."""
        return self.chain[-1].ends_on if self.chain else None


def with_standing(rows: QuerySet, on: datetime.date | None = None, *, enterprise: str = "pk") -> QuerySet:
    """Rows annotated with `standing`, the same that `History.standing` gives; `enterprise` is the column of its key."""
    day = on or timezone.localdate()
    theirs = MembershipPeriod.objects.filter(membership__enterprise=OuterRef(enterprise))
    return rows.alias(
        holds_then=Exists(theirs.holding(day)),
        holds_later=Exists(theirs.holding(horizon(day))),
        held_before=Exists(theirs.filter(ends_on__lt=day)),
    ).annotate(
        standing=Case(
            When(holds_then=True, holds_later=True, then=Value(Standing.MEMBER)),
            When(holds_then=True, then=Value(Standing.EXPIRING)),
            When(held_before=True, then=Value(Standing.LAPSED)),
            default=Value(Standing.NEVER),
            output_field=models.CharField(),
        )
    )


def last_periods() -> QuerySet[MembershipPeriod]:
    """Periods that no other of the same member follows."""
    later = MembershipPeriod.objects.filter(membership=OuterRef("membership"), starts_on__gt=OuterRef("ends_on"))
    return MembershipPeriod.objects.filter(~Exists(later))
