"""Who may do what with a sign-up."""

from events.events.access import manages
from events.events.models import Audience, Event
from events.events.statuses import COMING
from events.events.statuses import Status as EventStatus
from events.signups.models import SignUp
from events.signups.statuses import STANDING
from federation.accounts.models import User


def is_meant(user: User, event: Event) -> bool:
    """Whether the event's audience is this person's. The federation's staff may come to everything."""
    if event.audience == Audience.EVERYONE or user.is_staff:
        return True
    return Event.objects.meant_for(user).filter(pk=event.pk).exists()


def may_sign_up(user: User, event: Event) -> bool:
    """By status and audience; the times and the places have words of their own."""
    return event.takes_signups and event.status in (EventStatus.PUBLISHED, EventStatus.OPEN) and is_meant(user, event)


def may_decline(user: User, event: Event) -> bool:
    return event.takes_signups and event.status in COMING and is_meant(user, event)


def is_own(user: User, signup: SignUp) -> bool:
    return signup.signed_up_by_id == user.pk or signup.participant.user_id == user.pk


def may_cancel(user: User, signup: SignUp) -> bool:
    """Who goes, who signed them up, and who manages the event; while it is still to come."""
    return (
        signup.status in STANDING
        and signup.event.status in (*COMING, EventStatus.POSTPONED)
        and (is_own(user, signup) or manages(user, signup.event))
    )


def may_write(user: User, event: Event) -> bool:
    """To those who signed up and to those who came, from the announcement on."""
    return event.published_at is not None and manages(user, event)


def may_give_up_for(user: User, event: Event) -> bool:
    """For whoever called to say that they can't come."""
    return event.status in (*COMING, EventStatus.POSTPONED) and manages(user, event)
