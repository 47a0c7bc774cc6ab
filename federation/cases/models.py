"""Tables of whatever moves through several hands: an abstract case, and the row that each of its transitions leaves.

A subject names its statuses in a leaf module (`statuses.py`: Status, MOVES, OPEN, TONES, DAYS), derives its case and
its step from these two, and describes the way in a `Flow` (flow.py).
"""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User

REASON_LENGTH = 500
HAT_LENGTH = 120


class Case(models.Model):
    """A subclass adds `status` with its choices. `due_at` is when whoever has it before them should have acted."""

    TONES: ClassVar[dict[str, str]] = {}

    status_since = models.DateTimeField(_("since"), db_default=Now(), editable=False)
    due_at = models.DateTimeField(_("due"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def status_tone(self) -> str:
        """How the badge looks; see docs/look.md."""
        return self.TONES[self.status]

    @property
    def is_overdue(self) -> bool:
        return self.due_at is not None and self.due_at < timezone.now()


class CaseStep(models.Model):
    """One transition: from, to, who, under which hat, when, why. A subclass adds the foreign key to its case."""

    STATUSES: ClassVar[type[models.TextChoices]]

    from_status = models.CharField(_("from"), max_length=20)
    to_status = models.CharField(_("to"), max_length=20)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    hat = models.CharField(_("acting as"), max_length=HAT_LENGTH, blank=True)
    at = models.DateTimeField(_("at"), db_default=Now())
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH, blank=True)

    class Meta:
        abstract = True
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.word_of(self.from_status)} → {self.word_of(self.to_status)}"

    @property
    def told(self) -> str:
        """What was done, for the timeline."""
        return self.word_of(self.to_status)

    def word_of(self, status: str) -> str:
        return str(self.STATUSES(status).label) if status else ""
