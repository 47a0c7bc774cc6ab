"""What moves an event on. Each in one transaction, the gate held first, the right checked on the row that is held."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.events import access, messages
from events.events.errors import EventError, QuotaTooSmall, WrongTimes
from events.events.flow import FLOW, hold, locked, move
from events.events.models import Event
from events.events.planning import check_times
from events.events.statuses import SUMMARY_DAYS, Status
from events.signups.line import promote
from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import cn_date

# The door may be opened so long before the event begins.
DOOR_OPENS = datetime.timedelta(hours=12)


@transaction.atomic
def submit_event(event: Event, *, by: User, hat: str = "") -> Event:
    """Send the plan to whoever approves it."""
    held = locked(event, Status.SUBMITTED, by, access.may_submit)
    _still_ahead(held)
    step = move(held, Status.SUBMITTED, by=by, hat=hat)
    messages.tell_approvers(held, step)
    return held


@transaction.atomic
def approve_event(event: Event, *, by: User, hat: str = "", reason: str = "") -> Event:
    """Announce it; sign-up opens with it unless a later time is named."""
    held = locked(event, Status.PUBLISHED, by, access.may_approve)
    _still_ahead(held)
    now = timezone.now()
    step = move(held, Status.PUBLISHED, by=by, hat=hat, reason=reason, published_at=now)
    messages.tell_planner(held, step)
    _open_if_due(held, now, by, hat)
    return held


@transaction.atomic
def return_event(event: Event, *, by: User, reason: str, hat: str = "") -> Event:
    """Back to who planned it."""
    held = locked(event, Status.PLANNED, by, access.may_return)
    said = needed(reason, _("Please say what should be changed: the planner has to know."))
    step = move(held, Status.PLANNED, by=by, hat=hat, reason=said)
    messages.tell_planner(held, step)
    return held


@transaction.atomic
def set_places(event: Event, *, by: User, quota: int | None, per_enterprise: int | None = None, hat: str = "") -> Event:
    """A new number of places. More places go to the waiting list, in its order.

    Raises QuotaTooSmall when more people are in already, AlreadyMoved when it is over.
    """
    held, places = hold(event)
    if not access.can_move(held, Status.CANCELLED):
        raise FLOW.already_moved(held)
    if not access.may_set_places(by, held):
        raise PermissionDenied
    if quota is not None and quota < max(places.taken, 1):
        raise QuotaTooSmall(
            _("%(taken)d people have a place already: there can't be fewer places than that.") % {"taken": places.taken}
            if places.taken
            else _("An event with a limit has one place at least.")
        )
    if per_enterprise is not None and per_enterprise < 1:
        raise EventError(_("A limit for each enterprise is one at least."))
    places.quota, places.per_enterprise = quota, per_enterprise
    places.save(update_fields=["quota", "per_enterprise"])
    promote(held, places)
    return held


@transaction.atomic
def close_signups(event: Event, *, by: User, hat: str = "", reason: str = "") -> Event:
    """Before the deadline."""
    held = locked(event, Status.CLOSED, by, access.may_close)
    move(held, Status.CLOSED, by=by, hat=hat, reason=reason)
    return held


@transaction.atomic
def reopen_signups(event: Event, *, by: User, deadline: datetime.datetime | None, hat: str = "") -> Event:
    """Until another deadline (None: until the event begins)."""
    held = locked(event, Status.OPEN, by, access.may_reopen)
    held.deadline = deadline
    check_times(held)
    if held.closes_at <= timezone.now():
        raise WrongTimes(_("This deadline is over already: choose a later one."))
    move(held, Status.OPEN, by=by, hat=hat, deadline=deadline)
    return held


@transaction.atomic
def postpone_event(event: Event, *, by: User, reason: str, hat: str = "") -> Event:
    """Not on its day; a new one isn't known yet. Sign-ups keep their places."""
    held = locked(event, Status.POSTPONED, by, access.may_postpone)
    said = needed(reason, _("Please say why: everybody who signed up is told."))
    step = move(held, Status.POSTPONED, by=by, hat=hat, reason=said)
    messages.tell_signed_up(held, step)
    return held


@transaction.atomic
def reschedule_event(
    event: Event,
    *,
    by: User,
    starts_at: datetime.datetime,
    ends_at: datetime.datetime,
    deadline: datetime.datetime | None = None,
    place: str = "",
    hat: str = "",
) -> Event:
    """Announce a postponed event anew with its new time; whoever has a place keeps it."""
    held = locked(event, Status.PUBLISHED, by, access.may_reschedule)
    held.starts_at, held.ends_at, held.deadline, held.opens_at = starts_at, ends_at, deadline, None
    held.place = place or held.place
    check_times(held)
    _still_ahead(held)
    values = {name: getattr(held, name) for name in ("starts_at", "ends_at", "deadline", "opens_at", "place")}
    step = move(
        held, Status.PUBLISHED, by=by, hat=hat, reason=_("New date: %(day)s") % {"day": cn_date(held.day)}, **values
    )
    messages.tell_signed_up(held, step)
    # Places given back meanwhile are the waiting list's, before sign-up goes on.
    promote(held, held.places)
    _open_if_due(held, timezone.now(), by, hat)
    return held


@transaction.atomic
def cancel_event(event: Event, *, by: User, reason: str, hat: str = "") -> Event:
    held = locked(event, Status.CANCELLED, by, access.may_cancel)
    said = needed(reason, _("Please say why: everybody who signed up is told."))
    was_announced = held.published_at is not None
    step = move(held, Status.CANCELLED, by=by, hat=hat, reason=said)
    if was_announced:
        messages.tell_signed_up(held, step)
    else:
        messages.tell_planner(held, step)
    return held


@transaction.atomic
def open_door(event: Event, *, by: User, hat: str = "") -> Event:
    """Begin checking in, on the day on which it takes place; ends sign-up. Afterwards, for an event whose door nobody
    opened: then it counts for the day for which it was planned."""
    held = locked(event, Status.CHECK_IN, by, access.may_open_door)
    now = timezone.now()
    if now < held.starts_at - DOOR_OPENS:
        raise WrongTimes(
            _("The event is on %(day)s: the door opens on that day. If it takes place on another, postpone it first.")
            % {"day": cn_date(held.day)}
        )
    held_on = held.day
    if now <= held.ends_at + DOOR_OPENS:
        # Doors open on the eve, and some after midnight: it takes place on a day for which it was planned.
        held_on = min(max(timezone.localdate(now), held.day), timezone.localdate(held.ends_at))
    due = held.ends_at + datetime.timedelta(days=SUMMARY_DAYS)
    move(held, Status.CHECK_IN, by=by, hat=hat, held_on=held_on, due_at=due)
    return held


@transaction.atomic
def sum_up(event: Event, *, by: User, summary: str, held_on: datetime.date | None = None, hat: str = "") -> Event:
    """What came of it. `held_on` corrects the day on which it took place."""
    held = locked(event, Status.SUMMED_UP, by, access.may_sum_up)
    text = needed(summary, _("Please write what came of the event."))
    day = held_on or held.held_on or held.day
    if day > timezone.localdate():
        raise WrongTimes(_("An event can't have taken place on a day to come."))
    if held.starts_at > timezone.now():
        raise WrongTimes(_("The event hasn't begun yet."))
    move(held, Status.SUMMED_UP, by=by, hat=hat, summary=summary.strip()[:5000] or text, held_on=day)
    return held


@transaction.atomic
def archive_event(event: Event, *, by: User, hat: str = "") -> Event:
    held = locked(event, Status.ARCHIVED, by, access.may_archive)
    move(held, Status.ARCHIVED, by=by, hat=hat)
    return held


def keep_time(now: datetime.datetime | None = None) -> int:
    """Open and close sign-up by the clock; returns how many events moved. Late by some minutes nobody is let in: the
    sign-up itself looks at the times."""
    now = now or timezone.now()
    moved = 0
    due = Event.objects.filter(status__in=[Status.PUBLISHED, Status.OPEN], takes_signups=True)
    for event in due.only("pk").iterator():
        with transaction.atomic():
            held, _places = hold(event)
            moved += _open_if_due(held, now) or _close_if_due(held, now)
    return moved


def _open_if_due(held: Event, now: datetime.datetime, by: User | None = None, hat: str = "") -> bool:
    if held.status != Status.PUBLISHED or not held.takes_signups_at(now):
        return False
    move(held, Status.OPEN, by=by, hat=hat)
    return True


def _close_if_due(held: Event, now: datetime.datetime) -> bool:
    if held.status != Status.OPEN or held.closes_at > now:
        return False
    move(held, Status.CLOSED, by=None)
    return True


def _still_ahead(event: Event) -> None:
    if event.starts_at <= timezone.now():
        raise WrongTimes(_("The event's time is over already: choose a later one."))
    if event.takes_signups and event.closes_at <= timezone.now():
        raise WrongTimes(_("The sign-up deadline is over already: choose a later one."))
