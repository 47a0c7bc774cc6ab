"""Training camps: a programme, its cohorts with their days and sessions, who applies, who came, what was certified."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from events.camps.querysets import CampApplicationQuerySet, CertificateQuerySet, CohortQuerySet
from events.camps.statuses import (
    CERTIFICATE_TONES,
    COHORT_TONES,
    OPEN,
    TONES,
    CertificateState,
    CohortStatus,
    Status,
)
from events.participants.models import Participant
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.audit.masking import mask_phone, personal_data
from federation.cases.models import Case, CaseStep
from members.enterprises.models import Enterprise

SERIAL_LENGTH = 40
CODE_LENGTH = 24


@tracked()
class Camp(models.Model):
    """A programme that is held again and again: red education at Jinggangshan, a course at a university."""

    slug = models.SlugField(
        _("address name"), max_length=40, unique=True, help_text=_("Latin letters; used in addresses of pages.")
    )
    name = models.CharField(_("name"), max_length=80, unique=True)
    english_name = models.CharField(
        _("English name"), max_length=120, blank=True, help_text=_("Printed on certificates under the Chinese one.")
    )
    code = models.CharField(
        _("letters of its certificates"),
        max_length=6,
        unique=True,
        help_text=_("Serial numbers begin with them: JGS gives JGS05-012."),
    )
    introduction = models.TextField(_("introduction"), blank=True, max_length=3000)
    is_shown = models.BooleanField(_("shown to the public"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("training camp")
        verbose_name_plural = _("training camps")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Cohort(Case):
    """One holding of a camp. `attendance_share` is the rule of its certificates: the share, in per cent, of the
    sessions that count which somebody must have attended."""

    TONES = COHORT_TONES

    camp = models.ForeignKey(Camp, models.PROTECT, related_name="cohorts", verbose_name=_("training camp"))
    number = models.PositiveSmallIntegerField(_("cohort number"), validators=[MinValueValidator(1)])
    theme = models.CharField(_("theme"), max_length=80, blank=True)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    place = models.CharField(_("place"), max_length=120)
    lodging = models.CharField(
        _("lodging"), max_length=200, blank=True, help_text=_("House and rooms, as people are told.")
    )
    introduction = models.TextField(_("what to know"), blank=True, max_length=3000)
    applications_until = models.DateTimeField(_("applications until"))
    quota = models.PositiveSmallIntegerField(_("places"), validators=[MinValueValidator(1), MaxValueValidator(2000)])
    attendance_share = models.PositiveSmallIntegerField(
        _("sessions to attend (%)"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Who attended at least this share of the sessions that count gets a certificate."),
    )
    contact_name = models.CharField(_("who to ask"), max_length=40, blank=True)
    contact_phone = models.CharField(_("office telephone"), max_length=30, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=CohortStatus, default=CohortStatus.PLANNED)
    last_serial = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts of camps")
        ordering = ["-starts_on", "-pk"]
        permissions = [
            ("run_cohort", _("Can announce cohorts and give places in them")),
            ("call_roll", _("Can call the roll of a cohort")),
            ("issue_certificate", _("Can issue and revoke certificates")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["camp", "number"],
                name="cohort_number_once",
                violation_error_message=_("This camp already has a cohort of that number."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="cohort_dates",
                violation_error_message=_("The last day lies before the first."),
            ),
            models.CheckConstraint(
                condition=Q(attendance_share__gte=1, attendance_share__lte=100), name="cohort_share"
            ),
        ]
        indexes = [
            models.Index(fields=["-starts_on", "-id"], name="cohort_by_day"),
            models.Index(fields=["status", "status_since"], name="cohort_standing"),
        ]

    def __str__(self) -> str:
        return gettext("%(camp)s, cohort %(number)s") % {"camp": self.camp.name, "number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("camps:cohort", args=[self.pk])

    @property
    def takes_applications(self) -> bool:
        return self.status == CohortStatus.OPEN and self.applications_until >= timezone.now()

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days + 1


@tracked()
class CohortStep(CaseStep):
    STATUSES = CohortStatus

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a cohort")
        verbose_name_plural = _("steps of cohorts")


@tracked()
class ChamberQuota(models.Model):
    """Seats kept for a chamber. Chambers without a row share what the others leave."""

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="quotas", verbose_name=_("cohort"))
    chamber = models.ForeignKey(Chamber, models.PROTECT, related_name="camp_quotas", verbose_name=_("chamber"))
    seats = models.PositiveSmallIntegerField(_("seats"), validators=[MaxValueValidator(2000)])

    class Meta:
        verbose_name = _("quota of a chamber")
        verbose_name_plural = _("quotas of chambers")
        ordering = ["chamber__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "chamber"],
                name="camp_quota_once",
                violation_error_message=_("This chamber already has a quota."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.chamber}: {self.seats}"


@tracked()
class CampSession(models.Model):
    """A lecture, a visit, a discussion: what the roll is called for."""

    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="sessions", verbose_name=_("cohort"))
    day = models.DateField(_("day"))
    starts_at = models.TimeField(_("begins"))
    ends_at = models.TimeField(_("ends"))
    title = models.CharField(_("title"), max_length=120)
    teacher = models.CharField(_("teacher"), max_length=80, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    counts = models.BooleanField(
        _("counts for the certificate"), default=True, help_text=_("Arrival, meals and the journey home don't.")
    )

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["day", "starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "day", "starts_at"],
                name="camp_session_once",
                violation_error_message=_("Another session begins at the same time."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="camp_session_times",
                violation_error_message=_("The session ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%m-%d} {self.starts_at:%H:%M} {self.title}"


@tracked(bulk=True)
@personal_data(phone=mask_phone)
class CampApplication(Case):
    """An enterprise asks for a place for one of its people, through its chamber. Names are as on the day."""

    TONES = TONES

    class Sex(models.TextChoices):
        WOMAN = "woman", _("woman")
        MAN = "man", _("man")

    class Room(models.TextChoices):
        SHARED = "shared", _("shared room")
        SINGLE = "single", _("single room")
        OWN = "own", _("finds lodging alone")

    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="applications", verbose_name=_("cohort"))
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="camp_applications", verbose_name=_("participant")
    )
    name = models.CharField(_("person's name"), max_length=80)
    phone = models.CharField(_("mobile phone"), max_length=16, blank=True)
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="camp_applications", verbose_name=_("enterprise")
    )
    enterprise_name = models.CharField(_("enterprise name on the day"), max_length=200)
    chamber = models.ForeignKey(Chamber, models.PROTECT, related_name="camp_applications", verbose_name=_("chamber"))
    chamber_name = models.CharField(_("chamber name on the day"), max_length=120)
    position = models.CharField(_("position in the enterprise"), max_length=80, blank=True)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, blank=True)
    room = models.CharField(_("room"), max_length=6, choices=Room, default=Room.SHARED)
    wishes = models.CharField(_("wishes"), max_length=200, blank=True)
    reason = models.CharField(_("why this person"), max_length=300, blank=True)
    applicant = models.ForeignKey(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="camp_applications",
        verbose_name=_("applied for by"),
    )
    created_at = models.DateTimeField(_("put forward at"), db_default=Now())
    rank = models.PositiveSmallIntegerField(_("rank of the chamber"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.APPLIED)

    objects = CampApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application for a camp")
        verbose_name_plural = _("applications for camps")
        constraints = [
            models.UniqueConstraint(
                fields=["cohort", "participant"],
                condition=Q(status__in=sorted(OPEN)),
                name="camp_application_once",
                violation_error_message=_("This person has already been put forward for this cohort."),
            ),
            models.UniqueConstraint(
                fields=["cohort", "chamber", "rank"],
                condition=~Q(rank=None),
                name="camp_rank_once",
                violation_error_message=_("Another person has this rank already."),
            ),
        ]
        indexes = [
            models.Index(fields=["cohort", "status"], name="camp_application_cohort"),
            models.Index(fields=["chamber", "status", "status_since"], name="camp_application_chamber"),
            models.Index(fields=["status", "status_since"], name="camp_application_standing"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.enterprise_name}"

    def get_absolute_url(self) -> str:
        return reverse("camps:application", args=[self.pk])


@tracked(bulk=True)
class CampApplicationStep(CaseStep):
    STATUSES = Status

    application = models.ForeignKey(CampApplication, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of an application for a camp")
        verbose_name_plural = _("steps of applications for camps")


@tracked(bulk=True)
class Attendance(models.Model):
    """Somebody was at a session: the row is the tick. Taking the tick back deletes it; the history keeps both."""

    session = models.ForeignKey(CampSession, models.PROTECT, related_name="attendances", verbose_name=_("session"))
    application = models.ForeignKey(
        CampApplication, models.PROTECT, related_name="attendances", verbose_name=_("participant")
    )
    marked_at = models.DateTimeField(_("ticked at"), db_default=Now())
    marked_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("ticked by")
    )

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [models.UniqueConstraint(fields=["session", "application"], name="camp_attendance_once")]

    def __str__(self) -> str:
        return f"{self.application} · {self.session}"


@tracked()
class Certificate(models.Model):
    """What was certified, in the words of the day. Never edited: a correction is a new version under the same serial
    number with a code of its own, and the one before says that it was replaced."""

    TONES: ClassVar[dict[str, str]] = CERTIFICATE_TONES

    application = models.ForeignKey(
        CampApplication, models.PROTECT, related_name="certificates", verbose_name=_("application")
    )
    serial = models.CharField(_("certificate number"), max_length=SERIAL_LENGTH)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    code = models.CharField(_("certificate code"), max_length=CODE_LENGTH, unique=True)
    name = models.CharField(_("person's name"), max_length=80)
    enterprise_name = models.CharField(_("enterprise"), max_length=200)
    camp_name = models.CharField(_("training camp"), max_length=80)
    camp_english_name = models.CharField(_("English name"), max_length=120, blank=True)
    cohort_number = models.PositiveSmallIntegerField(_("cohort number"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    place = models.CharField(_("place"), max_length=120)
    attended = models.PositiveSmallIntegerField(_("sessions attended"))
    held = models.PositiveSmallIntegerField(_("sessions held"))
    share = models.PositiveSmallIntegerField(_("sessions to attend (%)"))
    issuer = models.CharField(_("issued by"), max_length=120)
    issued_on = models.DateField(_("issued on"))
    issued_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("issued by the hand of")
    )
    state = models.CharField(_("state"), max_length=10, choices=CertificateState, default=CertificateState.VALID)
    state_since = models.DateTimeField(_("since"), db_default=Now())
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates of completion")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "version"], name="certificate_version_once"),
            models.UniqueConstraint(fields=["serial", "version"], name="certificate_serial_once"),
            models.UniqueConstraint(fields=["application"], condition=Q(state="valid"), name="certificate_one_valid"),
            models.CheckConstraint(condition=Q(attended__lte=F("held")), name="certificate_attended"),
        ]

    def __str__(self) -> str:
        return f"{self.serial} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("camps:certificate", args=[self.pk])

    @property
    def status_tone(self) -> str:
        return self.TONES[self.state]

    def get_status_display(self) -> str:
        return self.get_state_display()
