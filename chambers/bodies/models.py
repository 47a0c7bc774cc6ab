"""Chambers of commerce, the enterprises in them and their officers."""

import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked
from members.enterprises.models import Enterprise, Town


class DatedQuerySet(models.QuerySet):
    def on(self, day: datetime.date | None = None) -> "DatedQuerySet":
        """Rows whose dates hold on the day (today)."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


class ChamberQuerySet(models.QuerySet["Chamber"]):
    def published(self) -> "ChamberQuerySet":
        return self.filter(state=Chamber.State.ACTIVE)

    def run_by(self, user: User) -> "ChamberQuerySet":
        """Chambers whose secretary's desk the user may use today."""
        offices = Officer.objects.on().filter(user_id=user.pk, office=Officer.Office.SECRETARY, chamber=OuterRef("pk"))
        return self.filter(Exists(offices))

    def visible_to(self, user: User) -> "ChamberQuerySet":
        if user.is_authenticated and user.is_staff and user.has_perm("chambers.view_chamber"):
            return self
        return self.published() | self.run_by(user) if user.is_authenticated else self.published()


@tracked()
class Chamber(models.Model):
    class Kind(models.TextChoices):
        TOWN = "town", _("chamber of a town or sub-district")
        INDUSTRY = "industry", _("industry chamber")
        ORIGIN = "origin", _("chamber of people from elsewhere")
        PARK = "park", _("chamber of a park or building")

    class State(models.TextChoices):
        PREPARING = "preparing", _("in preparation")
        ACTIVE = "active", _("active")
        MERGED = "merged", _("merged")
        SPLIT = "split", _("split")
        DISSOLVED = "dissolved", _("dissolved")

    slug = models.SlugField(_("address name"), unique=True, help_text=_("Latin letters; used in addresses of pages."))
    name = models.CharField(_("name"), max_length=120, unique=True)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    uscc = models.CharField(_("unified social credit code"), max_length=18, unique=True, null=True, blank=True)
    kind = models.CharField(_("type"), max_length=10, choices=Kind)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ACTIVE)
    town = models.ForeignKey(Town, models.PROTECT, null=True, blank=True, verbose_name=_("town"))
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )
    introduction = models.TextField(_("introduction"), blank=True, max_length=3000)
    brand = models.CharField(_("brand"), max_length=120, blank=True, help_text=_("One chamber, one brand."))
    address = models.CharField(_("address"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ChamberQuerySet.as_manager()

    class Meta:
        verbose_name = _("chamber")
        verbose_name_plural = _("chambers")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.short_name or self.name

    def get_absolute_url(self) -> str:
        return reverse("chambers:page", args=[self.slug])


@tracked()
class Affiliation(models.Model):
    """An enterprise's place in a chamber. It may be in several, one of them primary: counted once in the district."""

    chamber = models.ForeignKey(Chamber, models.PROTECT, related_name="affiliations", verbose_name=_("chamber"))
    enterprise = models.ForeignKey(
        Enterprise, models.CASCADE, related_name="affiliations", verbose_name=_("enterprise")
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    is_primary = models.BooleanField(_("primary chamber"), default=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("chamber member")
        verbose_name_plural = _("chamber members")
        constraints = [
            models.UniqueConstraint(
                fields=["chamber", "enterprise"],
                condition=Q(until=None),
                name="affiliation_once_at_a_time",
                violation_error_message=_("The enterprise is already in this chamber."),
            ),
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(until=None, is_primary=True),
                name="affiliation_one_primary",
                violation_error_message=_("The enterprise already has a primary chamber."),
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="affiliation_dates"),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise} · {self.chamber}"


@tracked()
class Officer(models.Model):
    """A dated office in a chamber; the rights it gives lapse with it."""

    class Office(models.TextChoices):
        PRESIDENT = "president", _("president")
        VICE_PRESIDENT = "vice_president", _("vice president")
        SUPERVISOR = "supervisor", _("chief supervisor")
        SECRETARY = "secretary", _("secretary-general")

    chamber = models.ForeignKey(Chamber, models.CASCADE, related_name="officers", verbose_name=_("chamber"))
    office = models.CharField(_("office"), max_length=16, choices=Office)
    name = models.CharField(_("name"), max_length=80)
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="chamber_offices", verbose_name=_("user")
    )
    enterprise = models.ForeignKey(
        Enterprise, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("enterprise")
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("chamber officer")
        verbose_name_plural = _("chamber officers")
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="officer_dates"),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.get_office_display()}"
