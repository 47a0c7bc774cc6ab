"""Imports of the register: what came in, what each row changed, and what was refused."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked
from members.enterprises.models import Enterprise


@tracked()
class ImportBatch(models.Model):
    class Status(models.TextChoices):
        READING = "reading", _("being read")
        PREVIEWED = "previewed", _("waits for confirmation")
        APPLYING = "applying", _("being applied")
        APPLIED = "applied", _("applied")
        FAILED = "failed", _("failed")
        UNDOING = "undoing", _("being undone")
        UNDONE = "undone", _("undone")
        DISCARDED = "discarded", _("discarded")

    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.READING)
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    file_name = models.CharField(_("file name"), max_length=200)
    source = models.CharField(_("source"), max_length=60, blank=True)
    created_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("imported by")
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    applied_at = models.DateTimeField(_("applied at"), null=True, blank=True)
    rows_total = models.PositiveIntegerField(_("rows"), default=0)
    rows_done = models.PositiveIntegerField(_("rows done"), default=0)
    rows_created = models.PositiveIntegerField(_("new"), default=0)
    rows_updated = models.PositiveIntegerField(_("changed"), default=0)
    rows_unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    rows_conflicting = models.PositiveIntegerField(_("with conflicts"), default=0)
    rows_invalid = models.PositiveIntegerField(_("refused"), default=0)
    columns = models.JSONField(_("columns recognised"), default=dict, blank=True)
    failure = models.CharField(_("why it failed"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("register import")
        verbose_name_plural = _("register imports")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name


class ImportRowError(models.Model):
    """A value that was refused or a conflict that was shown, named by line and column."""

    class Kind(models.TextChoices):
        INVALID = "invalid", _("refused")
        CONFLICT = "conflict", _("conflict with a hand edit")
        WARNING = "warning", _("notice")

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="row_errors")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.INVALID)
    line = models.PositiveIntegerField(_("line"))
    column = models.CharField(_("column"), max_length=60, blank=True)
    value = models.CharField(_("value"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=300)

    class Meta:
        verbose_name = _("refused row")
        verbose_name_plural = _("refused rows")
        ordering = ["line", "pk"]

    def __str__(self) -> str:
        return f"{self.line}: {self.reason}"


class ImportChange(models.Model):
    """What the batch did to one enterprise, so that it can be undone whole."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="changes")
    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="+", db_constraint=False)
    created = models.BooleanField(default=False)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("import change")
        verbose_name_plural = _("import changes")
        constraints = [models.UniqueConstraint(fields=["batch", "enterprise"], name="import_change_once")]
