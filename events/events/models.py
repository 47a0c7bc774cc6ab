"""What the federation and its chambers convene: series, events, who hosts them and who is invited."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.events.querysets import EventQuerySet
from events.events.statuses import TONES, Status
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.audit.masking import mask_phone, personal_data
from federation.cases.models import Case, CaseStep
from members.partners.models import PartnerOrganisation


class Kind(models.TextChoices):
    MEETING = "meeting", _("meeting")
    SALON = "salon", _("salon or series")
    LECTURE = "lecture", _("lecture or training")
    CULTURE = "culture", _("culture and sport")
    DEPARTMENT = "department", _("visit to a department")
    BRIEFING = "briefing", _("policy briefing")
    EXCHANGE = "exchange", _("exchange")
    PARTY_DAY = "party_day", _("party day")
    VOLUNTEER = "volunteer", _("volunteer work")
    OTHER = "other", _("other event")


class Audience(models.TextChoices):
    EVERYONE = "everyone", _("everyone")
    MEMBERS = "members", _("members of the federation")
    INVITED = "invited", _("the invited chambers")
    OFFICERS = "officers", _("office holders of chambers")


@tracked()
class Series(models.Model):
    """Events under one name, such as a monthly talk."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.SALON)
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="event_series", verbose_name=_("chamber")
    )
    introduction = models.TextField(_("introduction"), blank=True, max_length=2000)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("series of events")
        verbose_name_plural = _("series of events")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@personal_data(contact_phone=mask_phone)
@tracked()
class Event(Case):
    """`chamber` is whose event it is; without one it is the federation's own. Statuses are written by actions.py only.

    `held_on` is the day on which it took place, which may not be the planned one: figures count by it.
    """

    TONES = TONES

    title = models.CharField(_("title"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("series")
    )
    chamber = models.ForeignKey(
        Chamber,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("chamber"),
        help_text=_("Whose event it is; empty for the federation's own."),
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    place = models.CharField(_("place"), max_length=120)
    address = models.CharField(_("address"), max_length=200, blank=True)
    introduction = models.TextField(_("introduction"), blank=True, max_length=5000)
    contact_name = models.CharField(_("whom to ask"), max_length=80, blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True, help_text=_("Shown to the public."))
    audience = models.CharField(_("open to"), max_length=10, choices=Audience, default=Audience.EVERYONE)
    is_public = models.BooleanField(
        _("in the public calendar"),
        default=True,
        help_text=_("Otherwise only those it is open to see it, when they are logged in."),
    )
    takes_signups = models.BooleanField(_("people sign up"), default=True)
    opens_at = models.DateTimeField(
        _("sign-up opens"), null=True, blank=True, help_text=_("Empty: as soon as it is announced.")
    )
    deadline = models.DateTimeField(
        _("sign-up deadline"), null=True, blank=True, help_text=_("Empty: until the event begins.")
    )
    code_rotates = models.BooleanField(
        _("the code at the door changes"),
        default=False,
        help_text=_("For a screen at the door: nobody can check in from afar. Otherwise one code is printed."),
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.PLANNED)
    planned_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("planned by"))
    created_at = models.DateTimeField(_("created at"), db_default=Now())
    published_at = models.DateTimeField(_("announced at"), null=True, blank=True, editable=False)
    held_on = models.DateField(_("took place on"), null=True, blank=True)
    summary = models.TextField(_("summary"), blank=True, max_length=5000)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        permissions = [("approve_event", _("Can approve events that others planned"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="event_ends_after_start",
                violation_error_message=_("An event ends after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(deadline=None) | Q(deadline__lte=F("starts_at")),
                name="event_deadline_before_start",
                violation_error_message=_("The sign-up deadline can't be after the event begins."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(opens_at__lt=F("starts_at")),
                name="event_opens_before_start",
                violation_error_message=_("Sign-up opens before the event begins."),
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at", "id"], condition=Q(is_public=True), name="event_public"),
            models.Index(fields=["status", "status_since"], name="event_waiting"),
            models.Index(fields=["chamber", "starts_at"], name="event_chamber"),
            models.Index(fields=["held_on"], name="event_held"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:page", args=[self.pk])

    @property
    def is_for_all(self) -> bool:
        """Whether everybody may know of it; the queryset's `public()` says the same of many."""
        return self.is_public and self.published_at is not None

    @property
    def day(self) -> datetime.date:
        return timezone.localdate(self.starts_at)

    @property
    def closes_at(self) -> datetime.datetime:
        """Until when people may sign up."""
        return self.deadline or self.starts_at

    def takes_signups_at(self, moment: datetime.datetime) -> bool:
        """By its status and its times; whether there is a place is another question."""
        open_yet = self.opens_at is None or self.opens_at <= moment
        announced = self.status in (Status.PUBLISHED, Status.OPEN)
        return self.takes_signups and announced and open_yet and moment < self.closes_at


@tracked()
class EventStep(CaseStep):
    STATUSES = Status

    event = models.ForeignKey(Event, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of an event")
        verbose_name_plural = _("steps of events")


@tracked()
class EventHost(models.Model):
    """Who convenes it; with neither chamber nor partner it is the federation. The name is that of the day."""

    class Part(models.TextChoices):
        ORGANISER = "organiser", _("organiser")
        IN_CHARGE = "in_charge", _("in charge of carrying out")
        SUPPORT = "support", _("supporter")

    event = models.ForeignKey(Event, models.CASCADE, related_name="hosts")
    part = models.CharField(_("part"), max_length=10, choices=Part, default=Part.ORGANISER)
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chamber")
    )
    partner = models.ForeignKey(
        PartnerOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner organisation"),
    )
    name = models.CharField(_("name on the day"), max_length=120)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(chamber=None) | Q(partner=None),
                name="event_host_is_one_body",
                violation_error_message=_("A host is a chamber or a partner organisation, not both."),
            ),
            models.UniqueConstraint(
                fields=["event", "name"],
                name="event_host_once",
                violation_error_message=_("This host is named already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class InvitedChamber(models.Model):
    """A chamber whose people an event is for."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="invitations")
    chamber = models.ForeignKey(Chamber, models.PROTECT, related_name="event_invitations", verbose_name=_("chamber"))

    class Meta:
        verbose_name = _("invited chamber")
        verbose_name_plural = _("invited chambers")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "chamber"],
                name="event_chamber_invited_once",
                violation_error_message=_("This chamber is invited already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.chamber)


@tracked(exclude=["taken"])
class Places(models.Model):
    """The gate of an event: a narrow row of its own, because every sign-up writes it and nobody should wait for more.

    `taken` is derived (events/signups/line.py counts it anew); it never passes `quota`. `accepts` is closed by
    whatever ends sign-up for good, so that nobody slips in beside a cancellation. Whoever locks both, locks this row
    before the event's.
    """

    event = models.OneToOneField(Event, models.CASCADE, primary_key=True, related_name="places")
    quota = models.PositiveIntegerField(_("places"), null=True, blank=True, help_text=_("Empty: as many as come."))
    per_enterprise = models.PositiveSmallIntegerField(
        _("places for each enterprise"), null=True, blank=True, help_text=_("Empty: no limit of its own.")
    )
    accepts = models.BooleanField(_("takes sign-ups"), default=False, editable=False)
    taken = models.PositiveIntegerField(_("places taken"), default=0, editable=False)

    class Meta:
        verbose_name = _("places of an event")
        verbose_name_plural = _("places of events")
        constraints = [
            models.CheckConstraint(
                condition=Q(quota=None) | Q(taken__lte=F("quota")),
                name="event_places_not_oversold",
                violation_error_message=_("There can't be fewer places than people who have one."),
            ),
            models.CheckConstraint(
                condition=Q(quota=None) | Q(quota__gte=1),
                name="event_places_one_at_least",
                violation_error_message=_("An event with a limit has one place at least."),
            ),
            models.CheckConstraint(
                condition=Q(per_enterprise=None) | Q(per_enterprise__gte=1),
                name="event_places_per_enterprise",
                violation_error_message=_("A limit for each enterprise is one at least."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.taken}/{self.quota or '∞'}"

    @property
    def left(self) -> int | None:
        """None: no limit."""
        return None if self.quota is None else max(self.quota - self.taken, 0)

    @property
    def is_full(self) -> bool:
        return self.left == 0
