"""Adjectives for cohorts, applications and certificates: the same scopes serve lists, exports and files."""

from django.db import models
from django.db.models import Q

from chambers.bodies.models import Chamber
from events.camps.statuses import ANNOUNCED, HELD, OPEN, SEATED, CertificateState
from federation.accounts.models import User
from members.enterprises.models import Enterprise

VIEW_COHORTS = "events.view_cohort"
VIEW_APPLICATIONS = "events.view_campapplication"
VIEW_CERTIFICATES = "events.view_certificate"


class CohortQuerySet(models.QuerySet["Cohort"]):
    def announced(self) -> "CohortQuerySet":
        return self.filter(status__in=ANNOUNCED, camp__is_shown=True)

    def held(self) -> "CohortQuerySet":
        return self.filter(status__in=HELD)

    def visible_to(self, user: User) -> "CohortQuerySet":
        """Everyone sees what was announced; a plan only the staff with the right."""
        if user.is_authenticated and user.is_staff and user.has_perm(VIEW_COHORTS):
            return self
        return self.announced()


class CampApplicationQuerySet(models.QuerySet["CampApplication"]):
    def open(self) -> "CampApplicationQuerySet":
        return self.filter(status__in=OPEN)

    def seated(self) -> "CampApplicationQuerySet":
        return self.filter(status__in=SEATED)

    def of_person(self, user: User) -> "CampApplicationQuerySet":
        """Their own places, and what they asked for others."""
        return self.filter(Q(participant__user_id=user.pk) | Q(applicant_id=user.pk))

    def concerning(self, user: User) -> "CampApplicationQuerySet":
        """Of the person, or of enterprises that they act for today."""
        acting = Enterprise.objects.current().represented_by(user)
        return self.filter(
            Q(participant__user_id=user.pk) | Q(applicant_id=user.pk) | Q(enterprise__in=acting.values("pk"))
        )

    def visible_to(self, user: User) -> "CampApplicationQuerySet":
        """Whom it concerns, and the secretary of the chamber it went through; staff with the right see all."""
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm(VIEW_APPLICATIONS):
            return self
        acting = Enterprise.objects.current().represented_by(user)
        return self.filter(
            Q(participant__user_id=user.pk)
            | Q(applicant_id=user.pk)
            | Q(enterprise__in=acting.values("pk"))
            | Q(chamber__in=Chamber.objects.run_by(user).values("pk"))
        )


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def valid(self) -> "CertificateQuerySet":
        return self.filter(state=CertificateState.VALID)

    def visible_to(self, user: User) -> "CertificateQuerySet":
        """The person's own, and those of colleagues at enterprises that they act for. A secretary has the roster; the
        papers are their holders'."""
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm(VIEW_CERTIFICATES):
            return self
        acting = Enterprise.objects.current().represented_by(user)
        return self.filter(
            Q(application__participant__user_id=user.pk)
            | Q(application__applicant_id=user.pk)
            | Q(application__enterprise__in=acting.values("pk"))
        )
