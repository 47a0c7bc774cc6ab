"""Signing up, declining, cancelling. A place is given and freed under the event's gate: line.py."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.events.access import manages
from events.events.errors import EventError
from events.events.flow import FLOW, hold
from events.events.models import Event, Places
from events.events.statuses import COMING
from events.events.statuses import Status as EventStatus
from events.participants.actions import account_of, participant_for
from events.participants.models import Participant
from events.signups import access, messages
from events.signups.line import database_time, give_back, hold_open, take, take_own
from events.signups.models import SignUp
from events.signups.statuses import STANDING, Status
from federation.accounts.models import User
from federation.portal.formats import cn_datetime
from members.enterprises.models import Enterprise

MOST_AT_ONCE = 20
MICROSECOND = datetime.timedelta(microseconds=1)


@dataclass(frozen=True)
class Person:
    """Somebody to be signed up: an account, or a colleague by name and, if known, telephone."""

    name: str
    phone: str = ""
    user: User | None = None


class LimitReached(EventError):
    """More people of one enterprise than the event takes."""


def oneself(user: User) -> Person:
    return Person(str(user), user=user)


def sign_up(event: Event, *, by: User, people: Sequence[Person], enterprise: Enterprise | None = None) -> list[SignUp]:
    """Sign people up, in the order given; those for whom no place is left join the waiting list.

    Whoever is in already is returned as they are: a repeated form does no harm. Raises EventError in words when sign-up
    isn't open, when the event isn't meant for `by`, or when their enterprise has as many as it may.
    """
    if len(people) > MOST_AT_ONCE:
        raise EventError(_("Please sign up %(most)d people at a time at most.") % {"most": MOST_AT_ONCE})
    refuse_unless_open(event, by)
    # Most sign-ups are such, and most of them need nothing written first.
    alone = [person.user for person in people] == [by]
    own = take_own(event, by, enterprise) if alone else None
    return [own] if own else _with_participants(event, by, people, enterprise)


def refuse_unless_open(event: Event, by: User) -> None:
    """Says in words why this person can't sign up now."""
    now = timezone.now()
    if not event.takes_signups:
        raise EventError(_("Nobody needs to sign up for this event."))
    if event.status in (EventStatus.PUBLISHED, EventStatus.OPEN) and event.opens_at and event.opens_at > now:
        raise EventError(_("Sign-up opens on %(when)s.") % {"when": cn_datetime(event.opens_at)})
    if event.status == EventStatus.POSTPONED:
        raise EventError(_("This event is postponed; sign-up goes on when there is a new date."))
    if event.status == EventStatus.CANCELLED:
        raise EventError(_("This event was called off."))
    if not event.takes_signups_at(now):
        raise EventError(_("Sign-up for this event has ended."))
    if not access.may_sign_up(by, event):
        raise EventError(_("This event is for %(audience)s.") % {"audience": event.get_audience_display()})


@transaction.atomic
def _with_participants(event: Event, by: User, people: Sequence[Person], enterprise: Enterprise | None) -> list[SignUp]:
    # In one order, whoever wrote the form: two that name each other would wait for one another's row.
    users = {one: one.user or account_of(one.name, one.phone) for one in people}
    in_order = sorted(users.items(), key=lambda pair: (pair[1].pk if pair[1] else 0, pair[0].name, pair[0].phone))
    found = {
        one: participant_for(name=one.name, phone=one.phone, user=user, enterprise=enterprise) for one, user in in_order
    }
    chosen = [found[one] for one in people]
    places = hold_open(event)
    alone = [one.user_id for one in chosen] == [by.pk]
    own = take_own(event, by, enterprise, held=True) if alone else None
    return [own] if own else _together(event, places, by, chosen, enterprise)


def _together(
    event: Event, places: Places, by: User, chosen: list[Participant], enterprise: Enterprise | None
) -> list[SignUp]:
    before = SignUp.objects.filter(event=event, participant__in=[one.pk for one in chosen])
    known = {signup.participant_id: signup for signup in before}
    wanted = [
        one
        for one in {one.pk: one for one in chosen}.values()
        if one.pk not in known or known[one.pk].status not in STANDING
    ]
    if wanted:
        _refuse_too_many(places, enterprise, len(wanted))
        made = _write(event, wanted, known, take(places, len(wanted)), by, enterprise)
        messages.tell_colleagues(event, made, by)
        known |= {signup.participant_id: signup for signup in made}
    return [known[one.pk] for one in chosen]


def _refuse_too_many(places: Places, enterprise: Enterprise | None, wanted: int) -> None:
    """Counted with the gate held, so that two colleagues can't both be the last one."""
    most = places.per_enterprise
    if most is None or enterprise is None:
        return
    have = SignUp.objects.filter(event=places.event_id, enterprise=enterprise).standing().count()
    if have + wanted > most:
        words = ngettext(
            "Each enterprise has one place at this event; yours has signed up %(have)d already.",
            "Each enterprise has %(most)d places at this event; yours has signed up %(have)d already.",
            most,
        )
        raise LimitReached(words % {"most": most, "have": have})


def _describe(signup: SignUp, one: Participant, enterprise: Enterprise | None) -> None:
    """As they are called on this day."""
    signup.participant, signup.name, signup.sort_key = one, one.name, one.sort_key
    signup.enterprise, signup.enterprise_name = enterprise, enterprise.name if enterprise else ""


def _write(
    event: Event,
    wanted: list[Participant],
    known: dict[int, SignUp],
    places: int,
    by: User,
    enterprise: Enterprise | None,
) -> list[SignUp]:
    # The line is kept by the database's clock, as it reads while the gate is held: a web server's own may be slow.
    now = database_time()
    fresh, again = [], []
    for number, one in enumerate(wanted):
        signup = known.get(one.pk) or SignUp(event=event, participant=one)
        # Somebody who had cancelled is another's colleague's row no more: what stands is what was asked for last.
        _describe(signup, one, enterprise)
        signup.status = Status.GOING if number < places else Status.WAITING
        # One after the other, in the order of the form.
        signup.status_since = signup.queued_at = now + number * MICROSECOND
        signup.signed_up_by, signup.reason = by, ""
        (again if signup.pk else fresh).append(signup)
    if fresh:
        SignUp.objects.bulk_create(fresh)
    for signup in again:
        signup.save()
    return [*again, *fresh]


@transaction.atomic
def decline(event: Event, *, by: User, reason: str = "", enterprise: Enterprise | None = None) -> SignUp:
    """Say that one can't come. Raises EventError for who has a place: that is cancelled instead."""
    # Before the gate is held, as in signing up: in the other order two of one person would wait for each other.
    participant = participant_for(name=str(by), user=by, enterprise=enterprise)
    held, _places = hold(event)
    if held.status not in COMING:
        raise FLOW.already_moved(held)
    if not access.may_decline(by, held):
        raise PermissionDenied
    signup = SignUp.objects.filter(event=held, participant=participant).first()
    if signup is not None and signup.status in STANDING:
        raise EventError(_("You have signed up for this event: cancel that first."))
    signup = signup or SignUp(event=held, participant=participant)
    _describe(signup, participant, enterprise)
    signup.status, signup.status_since = Status.DECLINED, timezone.now()
    signup.signed_up_by, signup.reason = by, reason.strip()[:200]
    signup.save()
    return signup


@transaction.atomic
def cancel_signup(signup: SignUp, *, by: User, reason: str = "") -> SignUp:
    """Give up a place, or one's turn in the line; a place goes to the next. Once more does no harm."""
    event, places = hold(signup.event)
    held = SignUp.objects.select_for_update(of=("self",)).select_related("participant__user", "signed_up_by")
    found = held.get(pk=signup.pk)
    found.event = event
    if found.status == Status.CANCELLED:
        return found
    if not access.may_cancel(by, found):
        concerned = access.is_own(by, found) or manages(by, event)
        if event.status in (*COMING, EventStatus.POSTPONED) or not concerned:
            raise PermissionDenied
        raise FLOW.already_moved(event)
    had_place = found.status == Status.GOING
    found.status, found.status_since, found.reason = Status.CANCELLED, timezone.now(), reason.strip()[:200]
    found.save(update_fields=["status", "status_since", "reason"])
    messages.tell_removed(event, found, by)
    if had_place:
        give_back(event, places)
    return found
