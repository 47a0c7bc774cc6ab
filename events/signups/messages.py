"""What people are told about their sign-ups, each once."""

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.events.models import Event
from events.events.statuses import COMING
from events.signups.models import SignUp
from events.signups.people import account_of, accounts_of
from events.signups.statuses import Status
from federation.accounts.models import User
from federation.inbox.languages import tell
from federation.portal.formats import cn_datetime


def _when_and_where(event: Event) -> str:
    return _("%(when)s · %(place)s") % {"when": cn_datetime(event.starts_at), "place": event.place}


def tell_promoted(event: Event, signup: SignUp) -> None:
    person = account_of(signup)

    def words() -> tuple[str, str]:
        title = _("%(name)s now has a place at “%(event)s”") % {"name": signup.name, "event": event.title}
        cancel = _("If you can't come, please cancel, so that the next in line gets the place.")
        return title, f"{_when_and_where(event)}\n{cancel}"

    # A second promotion of the same sign-up, after a cancellation, on the same day is another message.
    stamp = int(signup.status_since.timestamp())
    tell(
        rule=f"event-place-{stamp}",
        about=signup,
        recipients=[person] if person else [],
        words=words,
        url=reverse("events:mine"),
    )


def tell_colleagues(event: Event, signups: list[SignUp], by: User) -> None:
    """Who was signed up by somebody else and has an account."""
    for signup in signups:
        if signup.participant.user_id in (None, by.pk):
            continue
        person = signup.participant.user

        def words(signup: SignUp = signup) -> tuple[str, str]:
            names = {"by": str(by), "event": event.title}
            if signup.status == Status.GOING:
                title = _("%(by)s signed you up for “%(event)s”") % names
            else:
                title = _("%(by)s put you on the waiting list of “%(event)s”") % names
            return title, _when_and_where(event)

        # Signed up again after a cancellation, on the same day, is another message.
        stamp = int(signup.status_since.timestamp())
        tell(
            rule=f"event-signed-up-{stamp}",
            about=signup,
            recipients=[person],
            words=words,
            url=reverse("events:mine"),
        )


def tell_removed(event: Event, signup: SignUp, by: User) -> None:
    """Whose place somebody else gave up."""
    person = account_of(signup)
    if person is None or person.pk == by.pk:
        return

    def words() -> tuple[str, str]:
        title = _("The sign-up of %(name)s for “%(event)s” was cancelled") % {"name": signup.name, "event": event.title}
        return title, _("Reason: %(reason)s") % {"reason": signup.reason} if signup.reason else ""

    stamp = int(signup.status_since.timestamp())
    tell(rule=f"event-removed-{stamp}", about=signup, recipients=[person], words=words, url=event.get_absolute_url())


def remind_of_tomorrow(now: datetime.datetime | None = None) -> int:
    """Everybody with a place at an event of the next day, once; returns how many messages were written."""
    now = now or timezone.now()
    tomorrow = timezone.localdate(now) + datetime.timedelta(days=1)
    start = timezone.make_aware(datetime.datetime.combine(tomorrow, datetime.time.min))
    found = Event.objects.filter(
        status__in=COMING, starts_at__gte=start, starts_at__lt=start + datetime.timedelta(days=1)
    )
    written = 0
    for event in found.order_by("starts_at", "pk"):

        def words(event: Event = event) -> tuple[str, str]:
            title = _("Tomorrow: %(event)s") % {"event": event.title}
            cancel = _("If you can't come, please cancel, so that the next in line gets the place.")
            return title, f"{_when_and_where(event)}\n{cancel}"

        told = tell(
            rule="event-tomorrow",
            about=event,
            recipients=accounts_of(event, [Status.GOING]),
            words=words,
            url=event.get_absolute_url(),
            on=tomorrow,
        )
        written += len(told)
    return written
