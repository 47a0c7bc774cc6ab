"""Membership of the federation: a chain of dated periods. Status follows from decisions and dates."""

import datetime
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked
from members.enterprises.models import Enterprise


class Int8Range(Func):
    """The range that holds this one number."""

    function = "int8range"
    template = "%(function)s(%(expressions)s, %(expressions)s, '[]')"

    def as_sql(self, *args: Any, **context: Any) -> tuple[str, list[Any]]:
        # The template says the expression twice, so its parameters are needed twice (a form's check passes values).
        sql, parameters = super().as_sql(*args, **context)
        return sql, [*parameters, *parameters]


class DateRange(Func):
    """Both days included; an open end has no bound."""

    function = "daterange"
    output_field = DateRangeField()


@tracked()
class Membership(models.Model):
    """The standing record of one member; renewals and rejoins add periods to it, never a second record."""

    class Kind(models.TextChoices):
        ENTERPRISE = "enterprise", _("enterprise member")
        GROUP = "group", _("group member")
        PERSON = "person", _("individual member")

    enterprise = models.OneToOneField(
        Enterprise, models.PROTECT, related_name="membership", verbose_name=_("enterprise")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ENTERPRISE)
    number = models.CharField(_("member number"), max_length=20, unique=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")

    def __str__(self) -> str:
        return self.number


class MembershipPeriodQuerySet(models.QuerySet["MembershipPeriod"]):
    def holding(self, on: datetime.date | None = None) -> "MembershipPeriodQuerySet":
        day = on or timezone.localdate()
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class StandingPeriods(models.Manager.from_queryset(MembershipPeriodQuerySet)):
    """What was revoked before it began is no period to anybody who asks for periods."""

    def get_queryset(self) -> MembershipPeriodQuerySet:
        return super().get_queryset().filter(revoked_at=None)


@tracked()
class MembershipPeriod(models.Model):
    """Both days included. Ending early moves `ends_on`; one that hasn't begun is revoked, with its days as they were
    granted. Both keep the reason, and nothing is deleted."""

    class Kind(models.TextChoices):
        NEW = "new", _("new")
        RENEWAL = "renewal", _("renewal")
        REJOIN = "rejoin", _("rejoin")

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="periods", verbose_name=_("membership"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    decided_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now)
    end_reason = models.CharField(_("ended early because"), max_length=200, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    objects = StandingPeriods()
    with_revoked = MembershipPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership period")
        verbose_name_plural = _("membership periods")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="membership_period_dates",
                violation_error_message=_("A period ends after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | ~Q(end_reason=""),
                name="membership_period_revoked_why",
                violation_error_message=_("Say why the membership ends."),
            ),
            # GiST has no equality for integers without an extension; a one-number range does as well.
            ExclusionConstraint(
                name="membership_periods_do_not_overlap",
                expressions=[
                    (Int8Range("membership"), RangeOperators.OVERLAPS),
                    (DateRange("starts_on", "ends_on", models.Value("[]")), RangeOperators.OVERLAPS),
                ],
                condition=Q(revoked_at=None),
                violation_error_message=_("This period overlaps another one of the same member."),
            ),
        ]
        indexes = [models.Index(fields=["ends_on"], name="membership_period_end")]

    def __str__(self) -> str:
        return f"{self.membership} {self.starts_on}–{self.ends_on}"

    def clean(self) -> None:
        # Said here too: PostgreSQL can't even compare a range that ends before it starts with the other periods.
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("A period ends after it starts.")})
