"""What must be told apart from the data itself: who asked to see personal data, and who came in how. Append-only: the
database refuses changes, whoever asks."""

import pgtrigger
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.tracking import untracked

APPEND_ONLY = "append_only"


def append_only() -> pgtrigger.Protect:
    return pgtrigger.Protect(name=APPEND_ONLY, operation=pgtrigger.Update | pgtrigger.Delete)


@untracked("append-only: the rows are their own history")
class PersonalDataAccess(models.Model):
    """One value shown unmasked, once, to one person who gave a reason. The value itself isn't kept here."""

    at = models.DateTimeField(_("at"), db_default=Now())
    actor = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("who looked"))
    hat = models.CharField(_("acting as"), max_length=120, blank=True)
    subject_key = models.CharField(_("record"), max_length=80)
    subject_name = models.CharField(_("whose"), max_length=200)
    field = models.CharField(_("field"), max_length=60)
    reason = models.CharField(_("reason"), max_length=300)
    request_id = models.CharField(_("request"), max_length=64, blank=True)
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)

    class Meta:
        verbose_name = _("look at personal data")
        verbose_name_plural = _("looks at personal data")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["subject_key", "-at"], name="personal_access_subject"),
            models.Index(fields=["-at", "-id"], name="personal_access_newest"),
        ]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.actor} · {self.subject_name} · {self.field}"


@untracked("append-only: the rows are their own history")
class SecurityEvent(models.Model):
    """Signing in and out, failing to, and changes of what one signs in with. Kept at least six months."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed_in", _("signed in")
        SIGN_IN_FAILED = "sign_in_failed", _("failed to sign in")
        LOCKED_OUT = "locked_out", _("locked out after failures")
        SIGNED_OUT = "signed_out", _("signed out")
        PASSWORD_CHANGED = "password_changed", _("changed the password")
        PASSWORD_RESET = "password_reset", _("reset the password")
        FACTOR_ADDED = "factor_added", _("added a second factor")
        FACTOR_REMOVED = "factor_removed", _("removed a second factor")

    at = models.DateTimeField(_("at"), db_default=Now())
    kind = models.CharField(_("what"), max_length=20, choices=Kind)
    # Without a constraint: the account may be deleted, the row may not be changed.
    user = models.ForeignKey(
        User, models.DO_NOTHING, null=True, blank=True, db_constraint=False, related_name="+", verbose_name=_("user")
    )
    who = models.CharField(
        _("full name"), max_length=200, blank=True, help_text=_("The name on the day, or what was typed, masked.")
    )
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True)
    detail = models.CharField(_("detail"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("security event")
        verbose_name_plural = _("security events")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="security_event_newest"),
            models.Index(fields=["user", "-at"], name="security_event_user"),
        ]
        triggers = [append_only()]

    def __str__(self) -> str:
        return f"{self.who} {self.get_kind_display()}"
