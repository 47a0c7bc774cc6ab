"""Who wants to come, and who came."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.events.models import Event
from events.participants.models import Participant
from events.signups.statuses import STANDING, TONES, How, Status
from federation.accounts.models import User
from federation.audit.history import tracked
from members.enterprises.models import Enterprise


class SignUpQuerySet(models.QuerySet["SignUp"]):
    def standing(self) -> "SignUpQuerySet":
        """With a place or on the waiting list."""
        return self.filter(status__in=STANDING)

    def going(self) -> "SignUpQuerySet":
        return self.filter(status=Status.GOING)

    def in_line(self) -> "SignUpQuerySet":
        """The waiting list, in its order."""
        return self.filter(status=Status.WAITING).order_by("queued_at", "pk")

    def of(self, user: User) -> "SignUpQuerySet":
        """Their own, and those they made for colleagues: each found by its own index, which an OR over two tables
        would leave unused."""
        own = SignUp.objects.filter(participant__user=user).values("pk")
        return self.filter(pk__in=own.union(SignUp.objects.filter(signed_up_by=user).values("pk")))

    def visible_to(self, user: User) -> "SignUpQuerySet":
        """One's own and those made for colleagues; for a secretary those of its chamber's events; staff with the right
        see all."""
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("events.view_signup"):
            return self
        run = Event.objects.run_by(user)
        return self.filter(Q(participant__user=user) | Q(signed_up_by=user) | Q(event__in=run))


@tracked(exclude=["sort_key"], bulk=True)
class SignUp(models.Model):
    """One person's word about one event; a repeated one is the same row. Name and enterprise are those of the day."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="signups", verbose_name=_("event"), db_index=False)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="signups", verbose_name=_("participant"))
    name = models.CharField(_("full name"), max_length=80)
    enterprise = models.ForeignKey(
        Enterprise,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="event_signups",
        verbose_name=_("enterprise"),
    )
    enterprise_name = models.CharField(_("enterprise name on the day"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status)
    status_since = models.DateTimeField(_("since"), db_default=Now())
    queued_at = models.DateTimeField(_("signed up at"), db_default=Now())
    signed_up_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="event_signups", verbose_name=_("signed up by")
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    # The participant's, so that a list pages by it.
    sort_key = models.CharField(max_length=120, blank=True, editable=False, db_collation="C")

    objects = SignUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "participant"],
                name="signup_once_each",
                violation_error_message=_("This person has signed up already."),
            )
        ]
        indexes = [
            models.Index(fields=["event", "status", "queued_at", "id"], name="signup_line"),
            models.Index(fields=["event", "enterprise"], name="signup_enterprise"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.event}"

    @property
    def status_tone(self) -> str:
        return TONES[Status(self.status)]


class EventAttendanceQuerySet(models.QuerySet["EventAttendance"]):
    def visible_to(self, user: User) -> "EventAttendanceQuerySet":
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("events.view_eventattendance"):
            return self
        return self.filter(Q(participant__user=user) | Q(event__in=Event.objects.run_by(user)))


@tracked(bulk=True)
class EventAttendance(models.Model):
    """One person at one event: the rows are 人次, the distinct participants 人."""

    event = models.ForeignKey(
        Event, models.PROTECT, related_name="attendances", verbose_name=_("event"), db_index=False
    )
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="attendances", verbose_name=_("participant")
    )
    name = models.CharField(_("full name"), max_length=80)
    enterprise = models.ForeignKey(
        Enterprise,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="event_attendances",
        verbose_name=_("enterprise"),
    )
    enterprise_name = models.CharField(_("enterprise name on the day"), max_length=200, blank=True)
    how = models.CharField(_("how"), max_length=8, choices=How)
    at = models.DateTimeField(_("at"), db_default=Now())
    recorded_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("recorded by")
    )

    objects = EventAttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance at an event")
        verbose_name_plural = _("attendances at events")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "participant"],
                name="event_attendance_once",
                violation_error_message=_("This person is on the list already."),
            )
        ]
        indexes = [
            models.Index(fields=["event", "at", "id"], name="event_attendance_sheet"),
            models.Index(fields=["event", "enterprise", "id"], name="event_attendance_firm"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.event}"
