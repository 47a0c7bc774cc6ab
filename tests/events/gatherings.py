"""Events for the tests, in any state; all names are invented."""

import datetime
import itertools
from typing import Any

from django.utils import timezone

from events.events.models import Event, EventHost, Kind, Places
from events.events.statuses import UNPUBLISHED, Status
from events.participants.actions import participant_for
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import How
from events.signups.statuses import Status as SignUpStatus
from federation.accounts.models import User
from members.enterprises.models import Enterprise

_numbers = itertools.count(1)
DAY, HOUR = datetime.timedelta(days=1), datetime.timedelta(hours=1)


def event(status: str = Status.OPEN, *, quota: int | None = None, per_enterprise: int | None = None, **fields: Any):
    """Ten days from now, for everyone; what was held was held yesterday, what checks in is under way."""
    now = timezone.now()
    start = {
        Status.CHECK_IN: now - HOUR,
        Status.SUMMED_UP: now - DAY,
        Status.ARCHIVED: now - 30 * DAY,
    }.get(status, now + 10 * DAY)
    fields.setdefault("title", f"第{next(_numbers)}次测试活动")
    fields.setdefault("kind", Kind.SALON)
    fields.setdefault("starts_at", start)
    fields.setdefault("ends_at", fields["starts_at"] + 3 * HOUR)
    fields.setdefault("place", "测试会议中心")
    if status not in UNPUBLISHED:
        fields.setdefault("published_at", fields["starts_at"] - 20 * DAY)
    if status in (Status.CHECK_IN, Status.SUMMED_UP, Status.ARCHIVED):
        fields.setdefault("held_on", timezone.localdate(fields["starts_at"]))
    made = Event.objects.create(status=status, **fields)
    accepts = made.takes_signups and status in (Status.PUBLISHED, Status.OPEN)
    Places.objects.create(event=made, quota=quota, per_enterprise=per_enterprise, accepts=accepts)
    EventHost.objects.create(event=made, name="测试联合会")
    return Event.objects.select_related("places", "chamber").get(pk=made.pk)


def signup(
    of: Event,
    who: User | str,
    status: str = SignUpStatus.GOING,
    enterprise: Enterprise | None = None,
    phone: str = "",
    **fields: Any,
) -> SignUp:
    """Past all rules; the places are counted with it."""
    user = who if isinstance(who, User) else None
    person = participant_for(name=str(who), user=user, phone=phone, enterprise=enterprise)
    made = SignUp.objects.create(
        event=of,
        participant=person,
        name=person.name,
        sort_key=person.sort_key,
        enterprise=enterprise,
        enterprise_name=enterprise.name if enterprise else "",
        status=status,
        signed_up_by=fields.pop("signed_up_by", user),
        **fields,
    )
    if status == SignUpStatus.GOING:
        of.places.taken += 1
        of.places.save(update_fields=["taken"])
    return made


def attendance(of: Event, who: User | str, enterprise: Enterprise | None = None, how: str = How.LIST, **fields: Any):
    user = who if isinstance(who, User) else None
    person = participant_for(name=str(who), user=user, enterprise=enterprise, phone=fields.pop("phone", ""))
    return EventAttendance.objects.create(
        event=of,
        participant=person,
        name=person.name,
        enterprise=enterprise,
        enterprise_name=enterprise.name if enterprise else "",
        how=how,
        **fields,
    )
