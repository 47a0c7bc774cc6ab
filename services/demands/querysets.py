"""Adjectives for demands. The same scopes serve lists, search, exports and files."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOfficer
from services.demands.statuses import IN_HAND, OPEN

VIEW = "services.view_demand"


def departments_of(user: User) -> "models.QuerySet[PartnerOfficer]":
    """Ids of the departments that the person is an officer of today."""
    return PartnerOfficer.objects.on().filter(user_id=user.pk, organisation__is_active=True).values("organisation")


class DemandQuerySet(models.QuerySet["Demand"]):
    def open(self) -> "DemandQuerySet":
        return self.filter(status__in=OPEN)

    def closed(self) -> "DemandQuerySet":
        """Closed, withdrawn, or joined to another."""
        return self.exclude(status__in=OPEN)

    def in_hand(self) -> "DemandQuerySet":
        """With a department or one of the staff, who should act next."""
        return self.filter(status__in=IN_HAND)

    def late(self) -> "DemandQuerySet":
        """Whose clock ran out."""
        return self.filter(due_at__lt=timezone.now())

    def for_page(self) -> "DemandQuerySet":
        return self.select_related("chamber", "category", "town", "department", "owner", "duplicate_of", "raised_by")

    def for_list(self) -> "DemandQuerySet":
        return self.select_related("category", "department", "owner")

    def of_enterprises_of(self, user: User) -> "DemandQuerySet":
        return self.filter(enterprise__in=Enterprise.objects.current().represented_by(user))

    def of_chambers_of(self, user: User) -> "DemandQuerySet":
        """Of members of the chambers that the person runs today, unless the enterprise kept it to itself."""
        return self.filter(chamber__in=Chamber.objects.run_by(user), shown_to_chamber=True)

    def of_departments_of(self, user: User) -> "DemandQuerySet":
        """With a department of the person's now, or last with it: one passed on is no longer theirs to read."""
        return self.filter(department__in=departments_of(user))

    def visible_to(self, user: User) -> "DemandQuerySet":
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm(VIEW):
            return self
        return self.filter(
            Q(enterprise__in=Enterprise.objects.current().represented_by(user))
            | Q(chamber__in=Chamber.objects.run_by(user), shown_to_chamber=True)
            | Q(department__in=departments_of(user))
            | Q(owner_id=user.pk)
        )


class HandlingQuerySet(models.QuerySet["DemandHandling"]):
    def current(self) -> "HandlingQuerySet":
        return self.filter(ended_at=None)


class RemarkQuerySet(models.QuerySet["DemandRemark"]):
    def said(self) -> "RemarkQuerySet":
        """The conversation itself, without the notes of those who deal with it."""
        return self.filter(internal=False)
