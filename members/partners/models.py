"""Partner organisations (banks, departments, law firms, universities, villages) and the officers who act for them."""

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked


@tracked()
class PartnerOrganisation(models.Model):
    class Kind(models.TextChoices):
        BANK = "bank", _("bank")
        DEPARTMENT = "department", _("government department")
        LAW_FIRM = "law_firm", _("law firm")
        UNIVERSITY = "university", _("university")
        VILLAGE = "village", _("village")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name = models.CharField(_("name"), max_length=120, unique=True)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("partner organisation")
        verbose_name_plural = _("partner organisations")
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return self.name


class PartnerOfficerQuerySet(models.QuerySet["PartnerOfficer"]):
    def on(self, day: datetime.date | None = None) -> "PartnerOfficerQuerySet":
        """Whose office holds on the day (today)."""
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)


@tracked()
class PartnerOfficer(models.Model):
    organisation = models.ForeignKey(
        PartnerOrganisation, models.CASCADE, related_name="officers", verbose_name=_("organisation")
    )
    user = models.ForeignKey(User, models.CASCADE, related_name="partner_offices", verbose_name=_("user"))
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = PartnerOfficerQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner officer")
        verbose_name_plural = _("partner officers")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"],
                condition=Q(until=None),
                name="partner_officer_once_at_a_time",
                violation_error_message=_("This person is already an officer there."),
            ),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="partner_officer_dates"),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation}"
