"""A word of the hosts to those who signed up: to who has a place, who waits, who came, who stayed away."""

import hashlib

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from events.events.models import Event
from events.events.statuses import HELD
from events.signups import access
from events.signups.models import EventAttendance, SignUp
from events.signups.people import accounts_of_signups
from events.signups.statuses import Status
from federation.accounts.models import User
from federation.inbox.languages import tell
from federation.inbox.models import Message


class Group(models.TextChoices):
    GOING = "going", _("who has a place")
    WAITING = "waiting", _("who is on the waiting list")
    CAME = "came", _("who came")
    STAYED_AWAY = "away", _("who had a place and didn't come")


def groups_of(event: Event) -> list[Group]:
    """Whether somebody came is known once the door was opened."""
    return list(Group) if event.status in HELD else [Group.GOING, Group.WAITING]


def readers_of(event: Event, group: Group) -> list[User]:
    """The accounts of these people; of who has none, that of the colleague who signed them up. Each once."""
    signups, came = SignUp.objects.filter(event=event), EventAttendance.objects.filter(event=event)
    if group == Group.WAITING:
        return accounts_of_signups(signups.filter(status=Status.WAITING))
    going = signups.going()
    if group == Group.STAYED_AWAY:
        return accounts_of_signups(going.exclude(participant__in=came.values("participant")))
    if group == Group.GOING:
        return accounts_of_signups(going)
    signed_up = accounts_of_signups(signups.filter(participant__in=came.values("participant")))
    by_themselves = User.objects.filter(participants__attendances__in=came)
    return list({user.pk: user for user in [*signed_up, *by_themselves]}.values())


@transaction.atomic
def write_to(event: Event, *, by: User, group: Group, title: str, text: str) -> list[Message]:
    """Each reader once; the same words sent again on one day go only to whom they haven't reached yet."""
    if not access.may_write(by, event):
        raise PermissionDenied
    words = (title.strip(), text.strip())
    stamp = hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
    return tell(
        rule=f"event-word-{stamp}",
        about=event,
        recipients=readers_of(event, group),
        words=lambda: words,
        url=event.get_absolute_url(),
    )
