"""Applications for membership: the enterprise asks, its chamber recommends, the federation approves."""

import json
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chambers.applications.statuses import OPEN, TONES, Status
from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.audit.history import tracked
from federation.audit.masking import mask_name, mask_phone, personal_data
from federation.cases.models import CaseStep
from members.enterprises.models import Enterprise
from members.membership.models import MembershipPeriod


class ApplicationQuerySet(models.QuerySet["MembershipApplication"]):
    def open(self) -> "ApplicationQuerySet":
        return self.filter(status__in=OPEN)

    def visible_to(self, user: User) -> "ApplicationQuerySet":
        """Their own, and what was sent for their enterprises or to chambers they run; staff with the right see all.

        A draft may be a stranger's, begun before anybody acted for the enterprise.
        """
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("chambers.view_membershipapplication"):
            return self
        sent = ~Q(submitted_at=None)
        return self.filter(
            Q(applicant_id=user.pk)
            | (sent & Q(enterprise__in=Enterprise.objects.current().represented_by(user)))
            | (sent & Q(chamber__in=Chamber.objects.run_by(user)))
        )


class Readable(dict):
    """What was typed, as one line: for the page that shows it once for a reason."""

    def __str__(self) -> str:
        return "; ".join(f"{name}: {value}" for name, value in self.items() if value not in (None, ""))


class FormDecoder(json.JSONDecoder):
    def __init__(self, **options: Any) -> None:
        super().__init__(object_hook=Readable, **options)


def mask_form(value: dict[str, Any] | None) -> str:
    """Only whom to call, with the number masked: enough to tell one application from another."""
    contact = (value or {}).get("contact") or {}
    known = (mask_name(contact.get("name")), mask_phone(contact.get("phone")))
    return " · ".join(part for part in known if part)


@tracked()
@personal_data(form=mask_form)
class MembershipApplication(models.Model):
    """`form` keeps what was typed, step by step; the register is written only on approval."""

    applicant = models.ForeignKey(
        User, models.PROTECT, related_name="membership_applications", verbose_name=_("applicant")
    )
    uscc = models.CharField(_("unified social credit code"), max_length=18)
    enterprise = models.ForeignKey(
        Enterprise,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="membership_applications",
        verbose_name=_("enterprise"),
    )
    enterprise_name = models.CharField(_("enterprise name on the day"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=MembershipPeriod.Kind, default=MembershipPeriod.Kind.NEW)
    chamber = models.ForeignKey(
        Chamber, models.PROTECT, null=True, blank=True, related_name="applications", verbose_name=_("chamber")
    )
    licence = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("business licence")
    )
    form = models.JSONField(_("form"), default=dict, blank=True, decoder=FormDecoder)
    step = models.CharField(_("step reached"), max_length=20, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.DRAFT)
    status_since = models.DateTimeField(_("since"), db_default=Now())
    created_at = models.DateTimeField(_("begun at"), db_default=Now())
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    period = models.OneToOneField(
        MembershipPeriod,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="application",
        verbose_name=_("membership period"),
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership application")
        verbose_name_plural = _("membership applications")
        permissions = [("decide_membershipapplication", _("Can approve or reject membership applications"))]
        constraints = [
            models.UniqueConstraint(
                fields=["uscc"],
                condition=Q(status__in=["submitted", "returned", "recommended"]),
                name="application_one_open_per_uscc",
                violation_error_message=_("An application for this enterprise is already under way."),
            ),
            models.UniqueConstraint(
                fields=["uscc", "applicant"],
                condition=Q(status="draft"),
                name="application_one_draft_each",
                violation_error_message=_("You have already begun an application for this enterprise."),
            ),
        ]
        indexes = [
            models.Index(fields=["status", "status_since"], name="application_waiting"),
            models.Index(fields=["chamber", "status", "status_since"], name="application_chamber"),
        ]

    def __str__(self) -> str:
        return self.enterprise_name or self.uscc

    def get_absolute_url(self) -> str:
        return reverse("apply:status", args=[self.pk])

    @property
    def status_tone(self) -> str:
        """How the badge looks; see docs/look.md."""
        return TONES[Status(self.status)]


@tracked()
class ApplicationStep(CaseStep):
    STATUSES = Status

    application = models.ForeignKey(MembershipApplication, models.CASCADE, related_name="steps")

    class Meta(CaseStep.Meta):
        verbose_name = _("step of an application")
        verbose_name_plural = _("steps of applications")

    @property
    def told(self) -> str:
        again = self.from_status == Status.RETURNED
        return {
            Status.DRAFT: gettext("begun"),
            Status.SUBMITTED: gettext("submitted again") if again else gettext("submitted"),
            Status.RETURNED: gettext("returned"),
            Status.RECOMMENDED: gettext("recommended"),
            Status.APPROVED: gettext("approved"),
            Status.REJECTED: gettext("rejected"),
            Status.WITHDRAWN: gettext("withdrawn"),
        }[Status(self.to_status)]
