"""At the door: the code that people scan with their own phone, the list to tick, who came without signing up."""

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from events.events import access
from events.events.errors import EventError
from events.events.flow import FLOW
from events.events.models import Event
from events.events.statuses import Status as EventStatus
from events.participants.actions import participant_for, plain_name
from events.participants.models import Participant
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import STANDING, How, Status
from federation.accounts.models import User
from federation.accounts.phones import phone_or_none
from federation.search.query import search
from members.enterprises.models import Enterprise
from members.enterprises.uscc import normalise as normalise_uscc

SALT = "events.door"
# A code on a screen is replaced every two minutes and taken for five: time to scan it and to log in.
ROTATES_SECONDS = 120
ROTATING_GOOD_FOR = 300
MOST_NAMESAKES = 20


class WrongCode(EventError):
    """Not a code of ours, or one of a screen that was replaced long since."""


class NotOnList(EventError):
    """Nobody of this name and number signed up: the people at the door can help."""


def door_code(event: Event) -> str:
    """What the QR code says: which event it is, signed, with the time at which it was shown."""
    return signing.TimestampSigner(salt=SALT).sign(str(event.pk))


def event_of_code(code: str) -> Event:
    """Raises WrongCode for a forged, foreign or (where codes change) outdated one."""
    try:
        pk = signing.TimestampSigner(salt=SALT).unsign(code)
        event = Event.objects.select_related("places").get(pk=int(pk))
        if event.code_rotates:
            signing.TimestampSigner(salt=SALT).unsign(code, max_age=ROTATING_GOOD_FOR)
    except signing.SignatureExpired as error:
        raise WrongCode(_("This code has been replaced by a new one: please scan the one on the screen.")) from error
    except (signing.BadSignature, ValueError, Event.DoesNotExist) as error:
        raise WrongCode(_("This isn't a code of an event: please scan the one at the door again.")) from error
    return event


def refuse_unless_checking_in(event: Event) -> None:
    if event.status == EventStatus.CHECK_IN:
        return
    if event.status in (EventStatus.SUMMED_UP, EventStatus.ARCHIVED):
        raise EventError(_("This event is over; checking in has ended."))
    raise EventError(_("Checking in hasn't begun yet: please scan the code again when the event begins."))


@transaction.atomic
def check_in_account(event: Event, *, user: User) -> EventAttendance:
    """By the person's own account. Scanning twice does no harm. Raises NotOnList for who has no place."""
    held = _held_open(event)
    signup = SignUp.objects.filter(event=held, participant__user=user).select_related("participant").first()
    if signup is None and user.phone and user.phone_verified:
        # Signed up by a colleague, before this account was known to be theirs.
        signup = _by_name_and_phone(held, str(user), user.phone)
        if signup is not None:
            participant_for(name=signup.name, user=user, enterprise=signup.enterprise)
    return _let_in(held, signup, user)


@transaction.atomic
def check_in_colleague(event: Event, *, name: str, phone: str) -> EventAttendance:
    """By the name and number given at sign-up, for people without an account: they have the code before them."""
    held = _held_open(event)
    return _let_in(held, _by_name_and_phone(held, name, phone), None)


def _by_name_and_phone(event: Event, name: str, phone: str) -> SignUp | None:
    number = phone_or_none(phone)
    if not number:
        return None
    found = SignUp.objects.filter(event=event, participant__phone=number, name=plain_name(name))
    return found.select_related("participant").order_by("pk").first()


def _let_in(event: Event, signup: SignUp | None, by: User | None) -> EventAttendance:
    if signup is None or signup.status not in STANDING:
        raise NotOnList(_("You aren't on the list: please ask the people at the door."))
    if signup.status == Status.WAITING:
        raise NotOnList(_("You are on the waiting list: please ask the people at the door whether a place is free."))
    return _attend(event, signup.participant, signup, How.CODE, by)


def _held_open(event: Event) -> Event:
    """Held while one person comes in, so that nobody is written down after it was summed up."""
    held = Event.objects.select_for_update(of=("self",), no_key=True).get(pk=event.pk)
    refuse_unless_checking_in(held)
    return held


def _held_for(event: Event, by: User) -> Event:
    held = Event.objects.select_for_update(of=("self",), no_key=True).select_related("chamber").get(pk=event.pk)
    if held.status != EventStatus.CHECK_IN:
        raise FLOW.already_moved(held)
    if not access.may_keep_door(by, held):
        raise PermissionDenied
    return held


def _attend(
    event: Event, participant: Participant, signup: SignUp | None, how: str, by: User | None
) -> EventAttendance:
    source = signup or participant
    enterprise = source.enterprise
    named = signup.enterprise_name if signup else (enterprise.name if enterprise else "")
    found, _made = EventAttendance.objects.get_or_create(
        event=event,
        participant=participant,
        defaults={
            "name": source.name,
            "enterprise": enterprise,
            "enterprise_name": named,
            "how": how,
            "recorded_by": by,
        },
    )
    return found


@transaction.atomic
def tick(signup: SignUp, *, by: User) -> EventAttendance:
    """On the list: somebody came. Ticked twice, by two people, it is one attendance."""
    held = _held_for(signup.event, by)
    return _attend(held, signup.participant, signup, How.LIST, by)


@transaction.atomic
def untick(attendance: EventAttendance, *, by: User) -> None:
    """Ticked by mistake; the history keeps that it was."""
    _held_for(attendance.event, by)
    EventAttendance.objects.filter(pk=attendance.pk).delete()


@transaction.atomic
def walk_in(event: Event, *, by: User, name: str, phone: str = "", enterprise: str = "") -> EventAttendance:
    """Who came without signing up. `enterprise` is its name or credit code as they say it; one that the register knows
    is linked, another is kept as words."""
    held = _held_for(event, by)
    if not plain_name(name):
        raise EventError(_("Please enter the name of whoever came."))
    known = _enterprise_called(enterprise)
    participant = participant_for(name=name, phone=phone, enterprise=known)
    signup = SignUp.objects.filter(event=held, participant=participant).first()
    attendance = _attend(held, participant, signup, How.WALK_IN if signup is None else How.LIST, by)
    if known is None and enterprise.strip() and not attendance.enterprise_name:
        attendance.enterprise_name = enterprise.strip()[:200]
        attendance.save(update_fields=["enterprise_name"])
    return attendance


def _enterprise_called(text: str) -> Enterprise | None:
    """By its code, or by its whole name if only one firm in the register has it."""
    text = text.strip()
    if not text:
        return None
    current = Enterprise.objects.current()
    by_code = current.filter(uscc=normalise_uscc(text)).first()
    if by_code is not None:
        return by_code
    found = [one for one in search(current, text).order_by("sort_key", "pk")[:MOST_NAMESAKES] if one.name == text]
    return found[0] if len(found) == 1 else None
