"""Pairs that look like one enterprise, and merges that can be undone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.audit.history import tracked
from members.enterprises.models import Enterprise


@tracked(bulk=True)
class DuplicatePair(models.Model):
    """`left` has the smaller key. A dismissed pair isn't proposed again."""

    class Status(models.TextChoices):
        OPEN = "open", _("to be judged")
        DISMISSED = "dismissed", _("two enterprises")
        MERGED = "merged", _("merged")

    left = models.ForeignKey(Enterprise, models.CASCADE, related_name="+", verbose_name=_("enterprise"))
    right = models.ForeignKey(Enterprise, models.CASCADE, related_name="+", verbose_name=_("enterprise"))
    reasons = models.JSONField(_("reasons"), default=list)
    score = models.PositiveSmallIntegerField(_("likeness"), default=0)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    found_at = models.DateTimeField(_("found at"), auto_now_add=True)

    class Meta:
        verbose_name = _("possible duplicate")
        verbose_name_plural = _("possible duplicates")
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="duplicate_pair_once"),
            models.CheckConstraint(condition=models.Q(left__lt=models.F("right")), name="duplicate_pair_ordered"),
        ]
        indexes = [
            models.Index(fields=["-score", "id"], condition=models.Q(status="open"), name="duplicate_pair_open"),
        ]

    def __str__(self) -> str:
        return f"{self.left} / {self.right}"


@tracked()
class Merge(models.Model):
    """`moved` lists every row re-pointed and `before` both sides as they stood, so that undoing restores them."""

    kept = models.ForeignKey(Enterprise, models.PROTECT, related_name="+", verbose_name=_("kept"))
    absorbed = models.ForeignKey(Enterprise, models.PROTECT, related_name="+", verbose_name=_("absorbed"))
    before = models.JSONField(default=dict)
    moved = models.JSONField(default=list)
    merged_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("merged by"))
    merged_at = models.DateTimeField(_("merged at"), auto_now_add=True)
    undone_by = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at"]

    def __str__(self) -> str:
        return f"{self.absorbed} → {self.kept}"
