"""An enterprise's own desk: changes that staff must confirm, and colleagues invited."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.masking import mask_email, mask_phone, personal_data
from federation.audit.tracking import tracked
from members.enterprises.models import Enterprise, Representative


@tracked()
class ProfileChange(models.Model):
    """A change of registered facts proposed by the enterprise; staff confirm or refuse it with a reason."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waits for staff")
        CONFIRMED = "confirmed", _("confirmed")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="profile_changes")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    values = models.JSONField(_("proposed values"))
    before = models.JSONField(_("values at the time"), default=dict)
    proposed_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("proposed by"))
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    decided_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("proposed change")
        verbose_name_plural = _("proposed changes")
        ordering = ["proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(status="waiting"),
                name="profile_change_one_waiting",
                violation_error_message=_("A change already waits for the staff; withdraw it or wait."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.enterprise} {self.get_status_display()}"


def new_token() -> str:
    return secrets.token_urlsafe(24)


@personal_data(phone=mask_phone, email=mask_email)
@tracked(exclude=["token"])
class Invitation(models.Model):
    """Invites a colleague by phone or e-mail to act for the enterprise; good once, until it expires."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="invitations")
    role = models.CharField(
        _("role"), max_length=10, choices=Representative.Role, default=Representative.Role.COLLEAGUE
    )
    name = models.CharField(_("name"), max_length=80)
    phone = models.CharField(_("mobile phone"), max_length=16, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    token = models.CharField(max_length=40, unique=True, default=new_token)
    invited_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by"))
    created_at = models.DateTimeField(_("invited at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires at"))
    accepted_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("accepted by")
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(phone="") | ~Q(email=""),
                name="invitation_reaches_someone",
                violation_error_message=_("Give a mobile phone or an e-mail address."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.enterprise}"
