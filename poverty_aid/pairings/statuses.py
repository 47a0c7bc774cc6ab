"""States of a pairing and the legal moves between them: 意向→签约→实施→验收→归档."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    INTENT = "intent", _("intent, waits for the agreement")
    SIGNED = "signed", _("agreement signed")
    UNDER_WAY = "under_way", _("being implemented")
    ACCEPTANCE = "acceptance", _("waits for the village's acceptance")
    ACCEPTED = "accepted", _("accepted by the village")
    ARCHIVED = "archived", _("archived")
    DECLINED = "declined", _("intent declined")
    WITHDRAWN = "withdrawn", _("intent withdrawn")


MOVES: dict[Status, frozenset[Status]] = {
    Status.INTENT: frozenset({Status.SIGNED, Status.DECLINED, Status.WITHDRAWN}),
    Status.SIGNED: frozenset({Status.UNDER_WAY}),
    Status.UNDER_WAY: frozenset({Status.ACCEPTANCE}),
    Status.ACCEPTANCE: frozenset({Status.ACCEPTED, Status.UNDER_WAY}),
    Status.ACCEPTED: frozenset({Status.ARCHIVED}),
    Status.ARCHIVED: frozenset(),
    Status.DECLINED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}
# An agreement was signed: what is counted as a pair, for ever.
PAIRED = (Status.SIGNED, Status.UNDER_WAY, Status.ACCEPTANCE, Status.ACCEPTED, Status.ARCHIVED)
# Gifts may be pledged under it.
RUNNING = (Status.SIGNED, Status.UNDER_WAY, Status.ACCEPTANCE)
OPEN = (Status.INTENT, *RUNNING, Status.ACCEPTED)
TONES: dict[str, str] = {
    Status.INTENT: "wait",
    Status.SIGNED: "ask",
    Status.UNDER_WAY: "done",
    Status.ACCEPTANCE: "wait",
    Status.ACCEPTED: "done",
    Status.ARCHIVED: "done",
    Status.DECLINED: "off",
    Status.WITHDRAWN: "off",
}
# Calendar days in which whoever has it before them should act. Implementing has the agreement's own last day.
DAYS: dict[str, int] = {Status.INTENT: 15, Status.SIGNED: 30, Status.ACCEPTANCE: 15, Status.ACCEPTED: 15}
