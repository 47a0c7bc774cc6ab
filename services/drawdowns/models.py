"""What banks paid out: a ledger whose rows never change. A correction is a new version, a reversal a row of its own.

`counts` is derived: true for the newest version of a drawdown that nothing reversed. Sums and figures take these rows;
they equal the sum over all newest versions with reversals as negative amounts, which a test holds.
"""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.audit.history import tracked, untracked
from members.enterprises.choices import SizeClass
from members.enterprises.models import Enterprise, Town
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.drawdowns.statuses import FILE_TONES, VERDICT_TONES, Entry, FileStatus, Verdict
from services.finance.statuses import Kind

REASON_LENGTH = 300
# What may still change on a row: a later row takes its place, or its enterprise is merged into another entry.
CHANGEABLE = ["counts", "enterprise"]


class DrawdownQuerySet(models.QuerySet["Drawdown"]):
    def counting(self) -> "DrawdownQuerySet":
        """The newest version of each drawdown, without what was reversed."""
        return self.filter(counts=True)

    def paid_out(self) -> "DrawdownQuerySet":
        """What counts as money drawn. An extension gives an old loan more time: nothing is paid out."""
        return self.counting().exclude(kind=Kind.EXTENSION)

    def newest(self) -> "DrawdownQuerySet":
        """Every row that no later version replaces, reversals among them."""
        return self.filter(replaced_by=None)

    def visible_to(self, user: User) -> "DrawdownQuerySet":
        """A bank its own, an enterprise what was paid to it, staff with the right all."""
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("services.view_drawdown"):
            return self
        offices = PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True)
        own = Q(enterprise__in=Enterprise.objects.current().represented_by(user))
        return self.filter(Q(bank__in=offices.values("organisation")) | own)


@untracked("no row is ever changed: a correction or a reversal is a row of its own, with who, when and why")
class Drawdown(models.Model):
    """Amount in yuan, negative on a reversal. Names, chamber, town, section and size are those of the day it was drawn
    on, as known when it was recorded."""

    entry = models.CharField(_("entry"), max_length=8, choices=Entry, default=Entry.DRAWDOWN)
    bank = models.ForeignKey(
        PartnerOrganisation, models.PROTECT, related_name="drawdowns", db_index=False, verbose_name=_("bank")
    )
    bank_name = models.CharField(_("bank name on the day"), max_length=120)
    enterprise = models.ForeignKey(
        Enterprise, models.PROTECT, related_name="drawdowns", db_index=False, verbose_name=_("enterprise")
    )
    enterprise_name = models.CharField(_("enterprise name at the drawdown"), max_length=200)
    uscc = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    chamber = models.ForeignKey(
        Chamber,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="drawdowns",
        db_index=False,
        verbose_name=_("chamber"),
    )
    town = models.ForeignKey(
        Town, models.PROTECT, null=True, blank=True, related_name="+", db_index=False, verbose_name=_("town")
    )
    section = models.CharField(_("industry section"), max_length=1, blank=True)
    size_class = models.CharField(_("size class"), max_length=8, choices=SizeClass, default=SizeClass.UNKNOWN)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    amount = models.DecimalField(_("amount (yuan)"), max_digits=16, decimal_places=2)
    drawn_on = models.DateField(_("drawn on"))
    due_on = models.DateField(_("to be repaid by"), null=True, blank=True)
    rate = models.DecimalField(_("yearly rate (%)"), max_digits=6, decimal_places=3, null=True, blank=True)
    reference = models.CharField(_("bank's reference"), max_length=60, blank=True)
    loan = models.ForeignKey(
        "services.BankLoan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="drawdowns",
        verbose_name=_("bank loan"),
    )
    follows = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("renews or extends"),
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("in place of")
    )
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversed_by", verbose_name=_("takes back")
    )
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH, blank=True)
    counts = models.BooleanField(_("counts"), default=True)
    file = models.ForeignKey(
        "services.DrawdownFile", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("bank file")
    )
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", db_index=False, verbose_name=_("recorded by")
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now())

    objects = DrawdownQuerySet.as_manager()

    class Meta:
        verbose_name = _("drawdown")
        verbose_name_plural = _("drawdowns")
        permissions = [("record_drawdown", _("Can take over banks' files of drawdowns"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(entry=Entry.DRAWDOWN, amount__gt=0) | Q(entry=Entry.REVERSAL, amount__lt=0, counts=False),
                name="drawdown_amount_sign",
                violation_error_message=_("A drawdown is more than nothing."),
            ),
            models.CheckConstraint(
                condition=Q(entry=Entry.REVERSAL) & ~Q(reverses=None) | Q(entry=Entry.DRAWDOWN, reverses=None),
                name="drawdown_reversal_of_one",
            ),
            models.CheckConstraint(
                condition=Q(version=1, supersedes=None) | Q(version__gt=1) & ~Q(supersedes=None),
                name="drawdown_version_of_one",
            ),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=models.F("drawn_on")),
                name="drawdown_dates",
                violation_error_message=_("It would be due before it was drawn."),
            ),
            models.UniqueConstraint(
                fields=["bank", "reference"],
                condition=Q(counts=True) & ~Q(reference=""),
                name="drawdown_reference_once",
                violation_error_message=_("A drawdown with this reference is recorded already."),
            ),
        ]
        indexes = [
            models.Index(fields=["-drawn_on", "-id"], name="drawdown_newest"),
            models.Index(fields=["bank", "-drawn_on", "-id"], name="drawdown_of_bank"),
            models.Index(fields=["enterprise", "-drawn_on", "-id"], name="drawdown_of_enterprise"),
        ]
        triggers = [
            pgtrigger.Protect(name="drawdown_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="drawdown_as_written", exclude=CHANGEABLE),
        ]

    def __str__(self) -> str:
        return f"{self.enterprise_name} · {self.bank_name} · {self.drawn_on}"


class FileQuerySet(models.QuerySet["DrawdownFile"]):
    def visible_to(self, user: User) -> "FileQuerySet":
        if not user.is_authenticated:
            return self.none()
        if user.is_staff and user.has_perm("services.view_drawdownfile"):
            return self
        offices = PartnerOfficer.objects.on().filter(user=user, organisation__is_active=True)
        return self.filter(bank__in=offices.values("organisation"))


@tracked(exclude=["columns"])
class DrawdownFile(models.Model):
    """A bank's table of one period, from `since` to `until`: what is recorded in it but missing here is asked about."""

    TONES: ClassVar[dict[str, str]] = FILE_TONES

    bank = models.ForeignKey(PartnerOrganisation, models.PROTECT, related_name="drawdown_files", verbose_name=_("bank"))
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+", verbose_name=_("file"))
    file_name = models.CharField(_("file name"), max_length=200)
    status = models.CharField(_("status"), max_length=10, choices=FileStatus, default=FileStatus.PREVIEWED)
    since = models.DateField(_("period from"))
    until = models.DateField(_("period to"))
    unit = models.CharField(_("amounts stated in"), max_length=6, default="yuan")
    columns = models.JSONField(_("columns recognised"), default=dict, blank=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("uploaded by"))
    hat = models.CharField(_("acting as"), max_length=120, blank=True)
    uploaded_at = models.DateTimeField(_("uploaded at"), db_default=Now())
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = _("bank's file of drawdowns")
        verbose_name_plural = _("banks' files of drawdowns")
        indexes = [
            models.Index(fields=["-uploaded_at", "-id"], name="drawdown_file_newest"),
            models.Index(fields=["bank", "-uploaded_at", "-id"], name="drawdown_file_of_bank"),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def status_tone(self) -> str:
        return self.TONES[self.status]


@untracked("written once when the file was read; what was taken over stands in the ledger")
class DrawdownLine(models.Model):
    """One line of the file, or (line 0) a recorded drawdown of the period that the file doesn't name.

    `values` is what was read, as it would be recorded; `differences` are [field, recorded, in the file]; `problems` are
    [column, value, reason]; `warnings` are reasons to look twice.
    """

    TONES: ClassVar[dict[str, str]] = VERDICT_TONES

    file = models.ForeignKey(DrawdownFile, models.CASCADE, related_name="lines", db_index=False)
    line = models.PositiveIntegerField(_("line"))
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict)
    name = models.CharField(_("enterprise"), max_length=200, blank=True)
    uscc = models.CharField(_("unified social credit code"), max_length=18, blank=True)
    values = models.JSONField(default=dict)
    differences = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    drawdown = models.ForeignKey(
        Drawdown, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("recorded as")
    )
    recorded = models.ForeignKey(
        Drawdown, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("taken over as")
    )

    class Meta:
        verbose_name = _("line of a bank's file")
        verbose_name_plural = _("lines of banks' files")
        ordering = ["line", "pk"]
        indexes = [models.Index(fields=["file", "verdict", "line", "id"], name="drawdown_line_find")]

    def __str__(self) -> str:
        return f"{self.line} {self.name}"

    @property
    def tone(self) -> str:
        return self.TONES[self.verdict]
