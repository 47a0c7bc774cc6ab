"""States of an event and the legal moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    PLANNED = "planned", _("being planned")
    SUBMITTED = "submitted", _("waits for approval")
    PUBLISHED = "published", _("announced")
    OPEN = "open", _("open for sign-up")
    CLOSED = "closed", _("sign-up closed")
    CHECK_IN = "check_in", _("checking in")
    SUMMED_UP = "summed_up", _("summed up")
    ARCHIVED = "archived", _("in the archive")
    POSTPONED = "postponed", _("postponed")
    CANCELLED = "cancelled", _("called off")


MOVES: dict[Status, frozenset[Status]] = {
    Status.PLANNED: frozenset({Status.SUBMITTED, Status.CANCELLED}),
    # Back to the planner, or on.
    Status.SUBMITTED: frozenset({Status.PLANNED, Status.PUBLISHED, Status.CANCELLED}),
    Status.PUBLISHED: frozenset({Status.OPEN, Status.CHECK_IN, Status.POSTPONED, Status.CANCELLED}),
    Status.OPEN: frozenset({Status.CLOSED, Status.CHECK_IN, Status.POSTPONED, Status.CANCELLED}),
    Status.CLOSED: frozenset({Status.OPEN, Status.CHECK_IN, Status.POSTPONED, Status.CANCELLED}),
    Status.CHECK_IN: frozenset({Status.SUMMED_UP}),
    Status.SUMMED_UP: frozenset({Status.ARCHIVED}),
    Status.ARCHIVED: frozenset(),
    # With a new date it is announced again.
    Status.POSTPONED: frozenset({Status.PUBLISHED, Status.CANCELLED}),
    Status.CANCELLED: frozenset(),
}
# It took place: these are counted, by the day on which it did.
HELD = frozenset({Status.CHECK_IN, Status.SUMMED_UP, Status.ARCHIVED})
# It will take place, as far as anybody knows.
COMING = frozenset({Status.PUBLISHED, Status.OPEN, Status.CLOSED})
# Only who plans and who approves know of it.
UNPUBLISHED = frozenset({Status.PLANNED, Status.SUBMITTED})
TONES: dict[Status, str] = {
    Status.PLANNED: "wait",
    Status.SUBMITTED: "wait",
    Status.PUBLISHED: "done",
    Status.OPEN: "ask",
    Status.CLOSED: "wait",
    Status.CHECK_IN: "ask",
    Status.SUMMED_UP: "done",
    Status.ARCHIVED: "off",
    Status.POSTPONED: "ask",
    Status.CANCELLED: "off",
}
# Calendar days in which whoever has it before them should have acted. A check-in's clock is set from the event's end.
DAYS: dict[Status, int] = {Status.SUBMITTED: 3, Status.SUMMED_UP: 14, Status.POSTPONED: 30}
SUMMARY_DAYS = 7
