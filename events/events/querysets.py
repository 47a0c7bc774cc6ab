"""Adjectives for events. The same scopes serve lists, calendar, search and feeds."""

import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chambers.bodies.models import Affiliation, Chamber, Officer
from events.events.statuses import COMING, HELD, Status
from federation.accounts.models import User
from members.enterprises.models import Enterprise

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> "EventQuerySet":
        """Announced once, whatever became of it."""
        return self.exclude(published_at=None)

    def public(self) -> "EventQuerySet":
        return self.published().filter(is_public=True)

    def held(self) -> "EventQuerySet":
        return self.filter(status__in=HELD).exclude(held_on=None)

    def coming(self, now: datetime.datetime | None = None) -> "EventQuerySet":
        """Not over yet, and not called off; one that waits for a new date is among them."""
        now = now or timezone.now()
        expected = [*COMING, Status.CHECK_IN, Status.POSTPONED]
        return self.filter(status__in=expected, ends_at__gte=now)

    def run_by(self, user: User) -> "EventQuerySet":
        """Of chambers whose secretary the user is today."""
        return self.filter(chamber__in=Chamber.objects.run_by(user))

    def meant_for(self, user: User) -> "EventQuerySet":
        """Announced, and open to this person by what they are today."""
        return self.published().filter(audience_of(user))

    def visible_to(self, user: "User | AnonymousUser") -> "EventQuerySet":
        """The public calendar; for a person also what is meant for them, what they signed up for and what their
        chambers file; staff with the right see all."""
        if not user.is_authenticated:
            return self.public()
        if user.is_staff and user.has_perm("events.view_event"):
            return self
        public = Q(is_public=True)
        mine = Q(Exists(_signups_of(user)))
        announced = ~Q(published_at=None) & (public | mine | audience_of(user))
        return self.filter(announced | Q(chamber__in=Chamber.objects.run_by(user)))


def _signups_of(user: User) -> models.QuerySet:
    from events.signups.models import SignUp

    return SignUp.objects.filter(Q(participant__user=user) | Q(signed_up_by=user), event=OuterRef("pk"))


def audience_of(user: User) -> Q:
    """Events whose audience the user belongs to today, by the enterprises they act for and the offices they hold."""
    from events.events.models import Audience, InvitedChamber

    enterprises = Enterprise.objects.current().represented_by(user)
    offices = Officer.objects.on().filter(user=user)
    invited = InvitedChamber.objects.filter(event=OuterRef("pk"))
    places = Affiliation.objects.on().filter(enterprise__in=enterprises).values("chamber")
    of_mine = invited.filter(Q(chamber__in=places) | Q(chamber__in=offices.values("chamber")))
    in_office = invited.filter(chamber__in=offices.values("chamber"))
    return (
        Q(audience=Audience.EVERYONE)
        | (Q(audience=Audience.MEMBERS) & Q(Exists(enterprises.members())))
        | (Q(audience=Audience.INVITED) & Exists(of_mine))
        # With chambers named, theirs; else every office holder.
        | (Q(audience=Audience.OFFICERS) & Q(Exists(offices)) & (~Exists(invited) | Exists(in_office)))
    )
