"""Imports of the register: what came in, what each row changed, and what was refused."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.tracking import tracked, untracked
from members.enterprises.models import Contact, Enterprise, NameRecord


@tracked(exclude=["rows_done", "columns", "sample"])
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
    rows_created = models.PositiveIntegerField(_("new enterprises"), default=0)
    rows_updated = models.PositiveIntegerField(_("changed enterprises"), default=0)
    rows_unchanged = models.PositiveIntegerField(_("unchanged enterprises"), default=0)
    rows_conflicting = models.PositiveIntegerField(_("with conflicts"), default=0)
    rows_invalid = models.PositiveIntegerField(_("rows not taken"), default=0)
    rows_noticed = models.PositiveIntegerField(_("with notices"), default=0)
    contacts_added = models.PositiveIntegerField(_("new contacts"), default=0)
    # What reading found: encoding, sheet, other_sheets, header_line, headers, fields [[header, key], …], unknown.
    columns = models.JSONField(_("columns recognised"), default=dict, blank=True)
    # The first changes the file would make, for the preview: [{"line", "name", "code", "created", "fields"}, …].
    sample = models.JSONField(_("first changes"), default=list, blank=True)
    failure = models.CharField(_("why it failed"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("register import")
        verbose_name_plural = _("register imports")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name


@untracked("written once with its batch and never changed")
class ImportRowError(models.Model):
    """A value that was refused or a conflict that was shown, named by line and column."""

    class Kind(models.TextChoices):
        INVALID = "invalid", _("not taken")
        CONFLICT = "conflict", _("conflict with a hand edit")
        WARNING = "warning", _("notice")

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="row_errors", verbose_name=_("register import"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.INVALID)
    line = models.PositiveIntegerField(_("line"))
    column = models.CharField(_("column"), max_length=60, blank=True)
    value = models.CharField(_("value"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    # A conflict alone: whose field it is, what it holds, and whether the staff chose to overwrite it.
    enterprise = models.ForeignKey(
        Enterprise, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("enterprise")
    )
    field = models.CharField(max_length=40, blank=True)
    current = models.CharField(_("value in the register"), max_length=300, blank=True)
    overwrite = models.BooleanField(_("overwrite"), default=False)

    class Meta:
        verbose_name = _("finding in a row")
        verbose_name_plural = _("findings in rows")
        ordering = ["line", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "kind", "line", "column"], name="import_row_error_once")
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.reason}"


@untracked("itself the record of what a batch changed; the enterprise has its own history")
class ImportChange(models.Model):
    """What the batch did to one enterprise, so that it can be undone whole.

    `before` and `after` hold the columns it changed; those of an enterprise it created stand in its history.
    """

    # Found by the unique constraint's index.
    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="changes", db_index=False)
    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="+", db_constraint=False)
    created = models.BooleanField(default=False)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    # The entry that a renaming left in the name history.
    name_record = models.ForeignKey(
        NameRecord, models.SET_NULL, null=True, blank=True, related_name="+", db_constraint=False, db_index=False
    )

    class Meta:
        verbose_name = _("import change")
        verbose_name_plural = _("import changes")
        constraints = [models.UniqueConstraint(fields=["batch", "enterprise"], name="import_change_once")]

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.enterprise_id}"


@untracked("written once with its batch and never changed")
class ImportedContact(models.Model):
    """A contact that a batch added, so that it goes when the batch is taken back."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="imported_contacts")
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("imported contact")
        verbose_name_plural = _("imported contacts")
        constraints = [models.UniqueConstraint(fields=["contact"], name="imported_contact_once")]

    def __str__(self) -> str:
        return f"{self.batch_id}: {self.contact_id}"


@untracked("itself a log of a batch's states, written once")
class ImportTransition(models.Model):
    """Who moved a batch from which status to which, when and why."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="transitions")
    from_status = models.CharField(_("from"), max_length=10, choices=ImportBatch.Status, blank=True)
    to_status = models.CharField(_("to"), max_length=10, choices=ImportBatch.Status)
    by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("step of an import")
        verbose_name_plural = _("steps of an import")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.batch} → {self.get_to_status_display()}"
