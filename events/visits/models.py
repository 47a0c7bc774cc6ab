"""Thursdays on which leaders call on enterprises: the day, its visits, and what was heard and seen on each."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Affiliation, Chamber
from events.visits.statuses import ANNOUNCED, DAY_TONES, OPEN, VISIT_TONES, DayStatus, VisitStatus
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.cases.models import Case, CaseStep
from federation.portal.formats import cn_date
from members.enterprises.models import Enterprise, Town

THURSDAY = 3
NOTE_LENGTH = 4000
WISH_LENGTH = 300


def next_thursday(after: datetime.date | None = None) -> datetime.date:
    """The first Thursday later than the day (today): today's, if it is one, is already under way."""
    day = after or timezone.localdate()
    return day + datetime.timedelta(days=(THURSDAY - day.weekday() - 1) % 7 + 1)


class LeaderQuerySet(models.QuerySet["Leader"]):
    def on(self, day: datetime.date | None = None) -> "LeaderQuerySet":
        """In office on the day (today)."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


@tracked()
class Leader(models.Model):
    """Who calls on enterprises for the federation: chairs, vice-chairs, heads of sections. The office is dated; what
    `user` may do on a visit lapses with it."""

    name = models.CharField(_("full name"), max_length=80)
    office = models.CharField(_("office"), max_length=80, blank=True)
    user = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="visit_offices",
        verbose_name=_("user"),
        help_text=_("Staff only: visits are written up on the staff's pages, with a second factor."),
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = LeaderQuerySet.as_manager()

    class Meta:
        verbose_name = _("leader who visits")
        verbose_name_plural = _("leaders who visit")
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="visit_leader_dates",
                violation_error_message=_("The office can't end before it begins."),
            )
        ]
        indexes = [models.Index(fields=["name"], name="visit_leader_name")]

    def __str__(self) -> str:
        return f"{self.name} · {self.office}" if self.office else self.name

    def clean(self) -> None:
        if self.user is not None and not self.user.is_staff:
            raise ValidationError({"user": _("Only staff write visits up: leave this empty for anybody else.")})


class DayQuerySet(models.QuerySet["VisitDay"]):
    def visible_to(self, user: User) -> "DayQuerySet":
        """Staff with the right see every day, a leader the days on which they go out."""
        if not (user.is_authenticated and user.is_active and user.is_staff):
            return self.none()
        if user.has_perm("events.view_visitday"):
            return self
        return self.filter(Exists(VisitLeader.objects.of_user(user).filter(visit__day=OuterRef("pk"))))


@tracked()
class VisitDay(Case):
    TONES = DAY_TONES

    on = models.DateField(_("day out"), default=next_thursday)
    leaders = models.ManyToManyField(Leader, through="DayLeader", related_name="days", verbose_name=_("leaders"))
    note = models.TextField(_("note for those who go"), max_length=1000, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=DayStatus, default=DayStatus.PLANNED)
    created_at = models.DateTimeField(_("begun at"), db_default=Now())

    objects = DayQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit day")
        verbose_name_plural = _("visit days")
        permissions = [("plan_visitday", _("Can plan visit days"))]
        constraints = [
            models.UniqueConstraint(
                fields=["on"],
                condition=~Q(status=DayStatus.CANCELLED),
                name="visit_day_once",
                violation_error_message=_("This day is planned already."),
            )
        ]
        indexes = [models.Index(fields=["on", "id"], name="visit_day_on")]

    def __str__(self) -> str:
        return cn_date(self.on)

    def get_absolute_url(self) -> str:
        return reverse("visits:day", args=[self.pk])


@tracked()
class DayStep(CaseStep):
    STATUSES = DayStatus

    day = models.ForeignKey(VisitDay, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a visit day")
        verbose_name_plural = _("steps of visit days")


@tracked()
class DayLeader(models.Model):
    """Who goes out that day."""

    day = models.ForeignKey(VisitDay, models.CASCADE, related_name="day_leaders", verbose_name=_("visit day"))
    leader = models.ForeignKey(Leader, models.PROTECT, related_name="+", verbose_name=_("leader"))

    class Meta:
        verbose_name = _("leader of a day")
        verbose_name_plural = _("leaders of days")
        constraints = [models.UniqueConstraint(fields=["day", "leader"], name="day_leader_once")]

    def __str__(self) -> str:
        return str(self.leader)


class VisitQuerySet(models.QuerySet["Visit"]):
    def open(self) -> "VisitQuerySet":
        return self.filter(status__in=OPEN)

    def announced(self) -> "VisitQuerySet":
        """Of which the enterprise was told: what was called off while the list was still being put together never
        was."""
        told = DayStep.objects.filter(
            day=OuterRef("day"), to_status=DayStatus.CONFIRMED, at__lte=OuterRef("status_since")
        )
        return self.filter(Q(day__status__in=ANNOUNCED) & (~Q(status=VisitStatus.CANCELLED) | Exists(told)))

    def led_by(self, user: User) -> "VisitQuerySet":
        return self.filter(Exists(VisitLeader.objects.of_user(user).filter(visit=OuterRef("pk"))))

    def of_members(self, user: User) -> "VisitQuerySet":
        """Visits to enterprises that are, today, in a chamber which the user runs."""
        places = Affiliation.objects.on().filter(
            enterprise=OuterRef("enterprise"), chamber__in=Chamber.objects.run_by(user)
        )
        return self.filter(Exists(places))

    def to_members_of(self, chamber: Chamber) -> "VisitQuerySet":
        """Visits to enterprises that are in the chamber today."""
        places = Affiliation.objects.on().filter(enterprise=OuterRef("enterprise"), chamber=chamber)
        return self.filter(Exists(places))

    def of_enterprises(self, user: User) -> "VisitQuerySet":
        return self.filter(enterprise__in=Enterprise.objects.current().represented_by(user))

    def visible_to(self, user: User) -> "VisitQuerySet":
        """Staff with the right see every visit, a leader those they lead; an enterprise's people and its chambers'
        secretaries the announced ones."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_staff and user.has_perm("events.view_visit"):
            return self
        announced = self.model._default_manager.announced()
        theirs = Q(pk__in=announced.of_enterprises(user).values("pk")) | Q(
            pk__in=announced.of_members(user).values("pk")
        )
        if not user.is_staff:
            return self.filter(theirs)
        return self.filter(theirs | Q(pk__in=self.model._default_manager.led_by(user).values("pk")))


@tracked()
class Visit(Case):
    """One enterprise on one day. Its name, town and chamber are those of the day on which it was chosen, and of the
    visit itself once that is done."""

    TONES = VISIT_TONES

    day = models.ForeignKey(VisitDay, models.PROTECT, related_name="visits", verbose_name=_("visit day"))
    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="visits", verbose_name=_("enterprise"))
    enterprise_name = models.CharField(_("enterprise name of that day"), max_length=200)
    town = models.ForeignKey(Town, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("town"))
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("primary chamber")
    )
    leaders = models.ManyToManyField(Leader, through="VisitLeader", related_name="visits", verbose_name=_("leaders"))
    starts_at = models.DateTimeField(_("time"))
    place = models.CharField(_("place"), max_length=300, blank=True)
    wish = models.CharField(_("when it would suit the enterprise"), max_length=WISH_LENGTH, blank=True)
    note = models.TextField(_("what was talked about"), max_length=NOTE_LENGTH, blank=True)
    held_on = models.DateField(_("visited on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=VisitStatus, default=VisitStatus.PLANNED)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit to an enterprise")
        verbose_name_plural = _("visits to enterprises")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "enterprise"],
                condition=~Q(status=VisitStatus.CANCELLED),
                name="visit_once_a_day",
                violation_error_message=_("This enterprise is on the day's list already."),
            ),
            models.CheckConstraint(
                condition=(Q(status=VisitStatus.DONE) & ~Q(held_on=None))
                | (~Q(status=VisitStatus.DONE) & Q(held_on=None)),
                name="visit_held_when_done",
            ),
        ]
        indexes = [
            # The last visit to an enterprise, and who was visited longest ago.
            models.Index(fields=["enterprise", "-held_on"], condition=Q(status=VisitStatus.DONE), name="visit_last"),
            models.Index(fields=["held_on", "id"], condition=Q(status=VisitStatus.DONE), name="visit_held"),
            models.Index(fields=["enterprise"], condition=Q(status__in=sorted(OPEN)), name="visit_open"),
            models.Index(fields=["status", "due_at"], name="visit_due"),
            models.Index(fields=["enterprise", "-starts_at", "-id"], name="visit_enterprise"),
            models.Index(fields=["day", "starts_at", "id"], name="visit_of_day"),
            models.Index(fields=["-starts_at", "-id"], name="visit_starts"),
        ]

    def __str__(self) -> str:
        return self.enterprise_name

    def get_absolute_url(self) -> str:
        return reverse("visits:visit", args=[self.pk])


@tracked()
class VisitStep(CaseStep):
    STATUSES = VisitStatus

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a visit")
        verbose_name_plural = _("steps of visits")


class VisitLeaderQuerySet(models.QuerySet["VisitLeader"]):
    def of_user(self, user: User) -> "VisitLeaderQuerySet":
        """Where the user is the leader, in an office that still holds."""
        return self.filter(leader__in=Leader.objects.on().filter(user_id=user.pk))


@tracked()
class VisitLeader(models.Model):
    """Who leads a visit, by name and office of the day."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="visit_leaders", verbose_name=_("visit"))
    leader = models.ForeignKey(Leader, models.PROTECT, related_name="visit_leaders", verbose_name=_("leader"))
    name = models.CharField(_("full name"), max_length=80)
    office = models.CharField(_("office"), max_length=80, blank=True)

    objects = VisitLeaderQuerySet.as_manager()

    class Meta:
        verbose_name = _("leader of a visit")
        verbose_name_plural = _("leaders of visits")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["visit", "leader"], name="visit_leader_once")]

    def __str__(self) -> str:
        return f"{self.name} · {self.office}" if self.office else self.name


@tracked()
class VisitPhoto(models.Model):
    visit = models.ForeignKey(Visit, models.CASCADE, related_name="photos", verbose_name=_("visit"))
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name=_("photo"))
    caption = models.CharField(_("what it shows"), max_length=120, blank=True)
    added_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("added by"))
    added_at = models.DateTimeField(_("added at"), db_default=Now())

    class Meta:
        verbose_name = _("photo of a visit")
        verbose_name_plural = _("photos of visits")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.caption or str(self.file)


@tracked()
class VisitPerson(models.Model):
    """Somebody who was present."""

    class Side(models.TextChoices):
        ENTERPRISE = "enterprise", _("of the enterprise")
        FEDERATION = "federation", _("of the federation")
        CHAMBER = "chamber", _("of the chamber")
        GOVERNMENT = "government", _("of a department or town")
        OTHER = "other", _("other")

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="people", verbose_name=_("visit"))
    side = models.CharField(_("side"), max_length=12, choices=Side, default=Side.ENTERPRISE)
    name = models.CharField(_("full name"), max_length=80)
    position = models.CharField(_("position"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("person present at a visit")
        verbose_name_plural = _("people present at visits")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["visit", "side", "name"], name="visit_person_once")]

    def __str__(self) -> str:
        return f"{self.name} · {self.position}" if self.position else self.name


@tracked()
class VisitDemand(models.Model):
    """A demand that was raised on a visit: a case of the demands desk. `key` is the form's own, so that a form sent
    twice over a bad line raises one demand."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="visit_demands", verbose_name=_("visit"))
    demand = models.OneToOneField(
        "services.Demand", models.PROTECT, related_name="visit_link", verbose_name=_("demand")
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    raised_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("entered by"))
    raised_at = models.DateTimeField(_("entered at"), db_default=Now())

    class Meta:
        verbose_name = _("demand raised on a visit")
        verbose_name_plural = _("demands raised on visits")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.demand)
