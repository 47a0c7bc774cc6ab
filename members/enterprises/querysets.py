"""Adjectives for enterprises and their people. The same scopes serve lists, search, autocomplete, exports and files."""

import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from federation.accounts.models import User
from members.enterprises.choices import State
from members.membership.member_days import MemberOn

if TYPE_CHECKING:
    pass


class EnterpriseQuerySet(models.QuerySet["Enterprise"]):
    def current(self) -> "EnterpriseQuerySet":
        """Not merged away."""
        return self.filter(merged_into=None)

    def in_business(self) -> "EnterpriseQuerySet":
        return self.filter(state=State.ACTIVE)

    def members(self, on: datetime.date | None = None) -> "EnterpriseQuerySet":
        """With a membership period that holds on the day."""
        return self.filter(MemberOn(on or timezone.localdate()))

    def published(self, on: datetime.date | None = None) -> "EnterpriseQuerySet":
        """In the public directory: agreed to it, in business, a member on the day (today). One filter of four, for the
        portal's busiest query."""
        member = MemberOn(on or timezone.localdate())
        return self.filter(member, merged_into=None, listed=True, state=State.ACTIVE)

    def represented_by(self, user: User) -> "EnterpriseQuerySet":
        from members.enterprises.models import Representative

        acting = Representative.objects.acting().filter(user_id=user.pk, enterprise=OuterRef("pk"))
        return self.filter(Exists(acting))

    def visible_to(self, user: User) -> "EnterpriseQuerySet":
        """Staff with the right see all; others their own. The public's view is `published()`."""
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("members.view_enterprise"):
            return self
        return self.current().represented_by(user)


class RepresentativeQuerySet(models.QuerySet["Representative"]):
    def acting(self, on: datetime.date | None = None) -> "RepresentativeQuerySet":
        day = on or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
