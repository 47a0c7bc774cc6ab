"""An enterprise or a chamber and a village, bound by an agreement."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.cases.models import Case, CaseStep
from members.enterprises.models import Enterprise, Representative
from poverty_aid.hands import HandedStep
from poverty_aid.pairings.statuses import OPEN, PAIRED, TONES, Status
from poverty_aid.programmes.models import Programme
from poverty_aid.villages.models import County, Village

VIEW = "poverty_aid.view_pairing"


class Mode(models.TextChoices):
    """帮扶方式."""

    INDUSTRY = "industry", _("building an industry")
    JOBS = "jobs", _("jobs")
    WELFARE = "welfare", _("public welfare")
    KNOWLEDGE = "knowledge", _("knowledge and skills")
    CONSUMPTION = "consumption", _("consumption of produce")


class PairingQuerySet(models.QuerySet["Pairing"]):
    def open(self) -> "PairingQuerySet":
        return self.filter(status__in=OPEN)

    def paired(self) -> "PairingQuerySet":
        """With an agreement signed, now or in the past."""
        return self.filter(status__in=PAIRED)

    def visible_to(self, user: User) -> "PairingQuerySet":
        """Staff with the right see all; others those of their enterprises, chambers and villages."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.is_staff and user.has_perm(VIEW):
            return self
        acting = Representative.objects.acting().filter(user_id=user.pk)
        chambers = Chamber.objects.run_by(user)
        # A secretary reads what the chamber's enterprises have signed; its own is the chamber's to move.
        taking_part = PairingMember.objects.filter(
            Q(enterprise__in=acting.values("enterprise")) | Q(chamber__in=chambers), pairing=OuterRef("pk")
        )
        served = Village.objects.served_by(user)
        return self.filter(
            Q(enterprise__in=acting.values("enterprise"))
            | Exists(taking_part)
            | Q(chamber__in=chambers)
            | Q(village__in=served)
            | Q(village__successor__in=served)
        )


@tracked()
class Pairing(Case):
    """Either an enterprise or a chamber is bound; `members` are the enterprises that take part.

    Names, code and county stand as on the day of the intent, and once more as on the day of signing.
    """

    TONES = TONES

    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.INTENT)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="pairings", verbose_name=_("programme"))
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, null=True, blank=True, related_name="pairings", verbose_name=_("enterprise")
    )
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="pairings", verbose_name=_("chamber")
    )
    giver_name = models.CharField(_("giver on the day"), max_length=200)
    village = models.ForeignKey(Village, models.PROTECT, related_name="pairings", verbose_name=_("village"))
    county = models.ForeignKey(County, models.PROTECT, related_name="+", verbose_name=_("county"))
    village_name = models.CharField(_("village on the day"), max_length=60)
    village_code = models.CharField(_("village code on the day"), max_length=12)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode)
    plan = models.TextField(_("what is planned"), max_length=2000, blank=True)
    proposed_at = models.DateTimeField(_("proposed at"), db_default=Now(), editable=False)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    ends_on = models.DateField(_("agreed until"), null=True, blank=True)
    agreement = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("agreement")
    )
    outcome = models.TextField(_("what was achieved"), max_length=2000, blank=True)

    objects = PairingQuerySet.as_manager()

    class Meta:
        verbose_name = _("pairing")
        verbose_name_plural = _("pairings")
        permissions = [("keep_pairing", _("Can sign, decline and archive pairings"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(enterprise=None) ^ Q(chamber=None),
                name="pairing_one_giver",
                violation_error_message=_("A pairing binds either an enterprise or a chamber."),
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("signed_on")),
                name="pairing_dates",
                violation_error_message=_("The agreement ends before it was signed."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=PAIRED) | Q(signed_on__isnull=False),
                name="pairing_signed_on",
                violation_error_message=_("State the day on which the agreement was signed."),
            ),
        ]
        indexes = [
            models.Index(fields=["status", "status_since"], name="pairing_waiting"),
            models.Index(fields=["status", "due_at"], name="pairing_due"),
            models.Index(fields=["enterprise", "status_since"], name="pairing_enterprise"),
            models.Index(fields=["chamber", "status_since"], name="pairing_chamber"),
            models.Index(fields=["village", "status"], name="pairing_village"),
            models.Index(fields=["-status_since", "-id"], name="pairing_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.giver_name} · {self.village_name}"

    def get_absolute_url(self) -> str:
        return reverse("poverty_aid:pairing", args=[self.pk])


@tracked()
class PairingMember(models.Model):
    """An enterprise that takes part: the one that is bound, or members of the chamber that is."""

    pairing = models.ForeignKey(Pairing, models.CASCADE, related_name="members", verbose_name=_("pairing"))
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="pairing_places", verbose_name=_("enterprise")
    )
    enterprise_name = models.CharField(_("giver on the day"), max_length=200)
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chamber on the day")
    )

    class Meta:
        verbose_name = _("enterprise in a pairing")
        verbose_name_plural = _("enterprises in pairings")
        ordering = ["pk"]
        indexes = [models.Index(fields=["enterprise", "pairing"], name="pairing_member_of")]

    def __str__(self) -> str:
        return self.enterprise_name


@tracked()
class PairingStep(HandedStep, CaseStep):
    STATUSES = Status

    pairing = models.ForeignKey(Pairing, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of a pairing")
        verbose_name_plural = _("steps of pairings")
