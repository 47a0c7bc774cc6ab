"""Admitting, renewing and ending. The only writers of memberships and their periods."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.portal.formats import cn_date, cn_datetime
from members.enterprises.models import Enterprise
from members.membership.models import Membership, MembershipPeriod
from members.membership.numbers import next_number

DAY = datetime.timedelta(days=1)


class NoMembershipPossible(ValidationError):
    """The enterprise can't have a period now; says why."""


class PeriodCannotEnd(ValidationError):
    """The period can't be ended on that day; says why."""


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month so many months on; the month's last day where there is no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    for number in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def usual_end(starts_on: datetime.date) -> datetime.date:
    """The last day of a period of the usual length."""
    return add_months(starts_on, settings.MEMBERSHIP_MONTHS) - DAY


def kind_after(previous: MembershipPeriod | None, starts_on: datetime.date) -> MembershipPeriod.Kind:
    """What a period that starts then is, given the one before it."""
    if previous is None:
        return MembershipPeriod.Kind.NEW
    unbroken = previous.ends_on + DAY == starts_on and not previous.end_reason
    return MembershipPeriod.Kind.RENEWAL if unbroken else MembershipPeriod.Kind.REJOIN


def expected_kind(enterprise: Enterprise | None, today: datetime.date | None = None) -> MembershipPeriod.Kind:
    """What an application of this enterprise would be for today."""
    return kind_expected_after(_latest(enterprise), today or timezone.localdate())


def kind_expected_after(previous: MembershipPeriod | None, today: datetime.date) -> MembershipPeriod.Kind:
    return kind_after(previous, _next_start(previous, today))


def renewal_opens_on(enterprise: Enterprise, today: datetime.date | None = None) -> datetime.date | None:
    """The first day on which a member may apply for its renewal; None for who is no member today."""
    return opening_after(_latest(enterprise), today or timezone.localdate())


def opening_after(previous: MembershipPeriod | None, today: datetime.date) -> datetime.date | None:
    if previous is None or previous.ends_on < today or previous.end_reason:
        return None
    return previous.ends_on - datetime.timedelta(days=settings.RENEWAL_OPENS_DAYS)


def _latest(enterprise: Enterprise | None) -> MembershipPeriod | None:
    if enterprise is None:
        return None
    return MembershipPeriod.objects.filter(membership__enterprise=enterprise).order_by("-ends_on").first()


def _next_start(previous: MembershipPeriod | None, today: datetime.date) -> datetime.date:
    """A renewal continues where the present period ends; who lapsed or is new begins today."""
    return max(today, previous.ends_on + DAY) if previous else today


@transaction.atomic
def grant_period(
    enterprise: Enterprise,
    *,
    by: User | None,
    starts_on: datetime.date | None = None,
    ends_on: datetime.date | None = None,
    kind: str = Membership.Kind.ENTERPRISE,
) -> MembershipPeriod:
    """Admit, renew or readmit: the period's kind follows from the history, the number is given with the first.

    Both days are included; without dates the period follows the present one, or starts today, for the usual length.
    Raises NoMembershipPossible, and ValidationError in words when it would overlap another one.
    """
    # The enterprise's row orders two grants of one enterprise, also before there is a membership to lock.
    held = Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    if held.merged_into_id:
        raise NoMembershipPossible(_("This entry was merged into another one; grant the membership there."))
    today = timezone.localdate()
    previous = _latest(held)
    starts_on = starts_on or _next_start(previous, today)
    before = (
        MembershipPeriod.objects.filter(membership__enterprise=held, ends_on__lt=starts_on).order_by("-ends_on").first()
    )
    membership = Membership.objects.filter(enterprise=held).first() or Membership.objects.create(
        enterprise=held, kind=kind, number=next_number(starts_on)
    )
    period = MembershipPeriod(
        membership=membership,
        kind=kind_after(before, starts_on),
        starts_on=starts_on,
        ends_on=ends_on or usual_end(starts_on),
        decided_by=by,
    )
    period.full_clean(exclude=["decided_by"])
    period.save()
    return period


@transaction.atomic
def end_period(period: MembershipPeriod, *, on: datetime.date, reason: str, by: User | None) -> MembershipPeriod:
    """End a period early: `on` is its last day, the reason is kept. What was granted after it and hasn't begun is
    revoked with it. Raises PeriodCannotEnd."""
    held, reason = _held(period), _why(reason)
    if not held.starts_on <= on < held.ends_on:
        raise PeriodCannotEnd(
            _("Choose a day from %(first)s to %(last)s.")
            % {"first": cn_date(held.starts_on), "last": cn_date(held.ends_on - DAY)}
        )
    later = held.membership.periods.filter(starts_on__gt=held.ends_on)
    if later.filter(starts_on__lte=timezone.localdate()).exists():
        raise PeriodCannotEnd(_("A later period has begun already; end that one."))
    _revoke(later, reason, by)
    held.ends_on, held.end_reason, held.decided_by, held.decided_at = on, reason, by, timezone.now()
    held.save(update_fields=["ends_on", "end_reason", "decided_by", "decided_at"])
    return held


@transaction.atomic
def revoke_period(period: MembershipPeriod, *, reason: str, by: User | None) -> MembershipPeriod:
    """Take back a period that hasn't begun, and those granted after it; the reason is kept. Raises PeriodCannotEnd."""
    held, reason = _held(period), _why(reason)
    if held.starts_on <= timezone.localdate():
        raise PeriodCannotEnd(_("It began on %(day)s: end it early instead.") % {"day": cn_date(held.starts_on)})
    _revoke(held.membership.periods.filter(starts_on__gte=held.starts_on), reason, by)
    held.refresh_from_db()
    return held


def _held(period: MembershipPeriod) -> MembershipPeriod:
    """The period as it stands, with the enterprise held before it, as by whoever grants one. Raises PeriodCannotEnd."""
    Enterprise.objects.select_for_update().get(membership__periods__pk=period.pk)
    periods = MembershipPeriod.with_revoked.select_for_update(of=("self",)).select_related("membership", "decided_by")
    held = periods.get(pk=period.pk)
    if held.revoked_at:
        raise PeriodCannotEnd(
            _("%(who)s revoked this period on %(when)s.")
            % {"who": held.decided_by or _("Somebody"), "when": cn_datetime(held.revoked_at)}
        )
    return held


def _why(reason: str) -> str:
    if not reason.strip():
        raise PeriodCannotEnd(_("Say why the membership ends."))
    return reason.strip()


def _revoke(periods: QuerySet[MembershipPeriod], reason: str, by: User | None) -> None:
    now = timezone.now()
    periods.update(revoked_at=now, end_reason=reason, decided_by=by, decided_at=now)
