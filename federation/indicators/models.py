"""Rollups: figures of large tables, kept so that a page needn't count a million rows.

Derived and never written by hand, so no history is kept of them: `manage.py figures --rebuild` makes them anew.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from federation.audit.tracking import untracked


@untracked("derived from other tables and rebuilt from them")
class Rollup(models.Model):
    """One indicator as it stood at `computed_at`, over every row (no user's rights, no period)."""

    indicator = models.CharField(_("figure"), max_length=80, unique=True)
    computed_at = models.DateTimeField(_("as of"))
    seconds = models.FloatField(_("seconds it took"))

    class Meta:
        verbose_name = _("rollup")
        verbose_name_plural = _("rollups")

    def __str__(self) -> str:
        return self.indicator


@untracked("derived from other tables and rebuilt from them")
class RollupCell(models.Model):
    """`dimensions` are names joined by commas ("" for the total), `keys` a value for each, NULL if none is stated."""

    rollup = models.ForeignKey(Rollup, models.CASCADE, related_name="cells")
    dimensions = models.CharField(max_length=120, blank=True)
    keys = ArrayField(models.CharField(max_length=80, null=True), default=list)
    figure = models.DecimalField(max_digits=30, decimal_places=2)

    class Meta:
        verbose_name = _("rollup cell")
        verbose_name_plural = _("rollup cells")
        indexes = [models.Index(fields=["rollup", "dimensions"], name="rollup_cell_find")]

    def __str__(self) -> str:
        return f"{self.dimensions} {self.keys}"
