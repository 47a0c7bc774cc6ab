"""What a row of the ledger of drawdowns is, and where a bank's monthly file stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.TextChoices):
    DRAWDOWN = "drawdown", _("drawdown")
    REVERSAL = "reversal", _("reversal")


class FileStatus(models.TextChoices):
    PREVIEWED = "previewed", _("waits for confirmation")
    APPLIED = "applied", _("taken over")
    DISCARDED = "discarded", _("discarded")


FILE_MOVES: dict[FileStatus, frozenset[FileStatus]] = {
    FileStatus.PREVIEWED: frozenset({FileStatus.APPLIED, FileStatus.DISCARDED}),
    FileStatus.APPLIED: frozenset(),
    FileStatus.DISCARDED: frozenset(),
}
FILE_TONES: dict[str, str] = {
    FileStatus.PREVIEWED: "ask",
    FileStatus.APPLIED: "done",
    FileStatus.DISCARDED: "off",
}


class Verdict(models.TextChoices):
    """What a line of a bank's file would do."""

    NEW = "new", _("new in the ledger")
    CHANGED = "changed", _("changed: a new version")
    SAME = "same", _("as recorded")
    MISSING = "missing", _("recorded, but not in the file")
    UNKNOWN = "unknown", _("not in the register")
    BAD = "bad", _("not taken")


VERDICT_TONES: dict[str, str] = {
    Verdict.NEW: "done",
    Verdict.CHANGED: "ask",
    Verdict.SAME: "off",
    Verdict.MISSING: "ask",
    Verdict.UNKNOWN: "ask",
    Verdict.BAD: "ask",
}
