"""States of a Thursday and of each of its visits, and the legal moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DayStatus(models.TextChoices):
    PLANNED = "planned", _("being put together")
    CONFIRMED = "confirmed", _("enterprises told")
    DONE = "done", _("over and written up")
    CANCELLED = "cancelled", _("called off")


DAY_MOVES: dict[DayStatus, frozenset[DayStatus]] = {
    DayStatus.PLANNED: frozenset({DayStatus.CONFIRMED, DayStatus.CANCELLED}),
    DayStatus.CONFIRMED: frozenset({DayStatus.DONE, DayStatus.CANCELLED}),
    DayStatus.DONE: frozenset(),
    DayStatus.CANCELLED: frozenset(),
}
DAY_OPEN = frozenset({DayStatus.PLANNED, DayStatus.CONFIRMED})
# What enterprises and chambers may know of: a list that is still being put together is the federation's own.
ANNOUNCED = frozenset({DayStatus.CONFIRMED, DayStatus.DONE, DayStatus.CANCELLED})
DAY_TONES: dict[str, str] = {
    DayStatus.PLANNED: "ask",
    DayStatus.CONFIRMED: "wait",
    DayStatus.DONE: "done",
    DayStatus.CANCELLED: "off",
}


class VisitStatus(models.TextChoices):
    PLANNED = "planned", _("not answered yet")
    CONFIRMED = "confirmed", _("confirmed by the enterprise")
    ASKED = "asked", _("another time asked for")
    DONE = "done", _("visited")
    NOT_MET = "not_met", _("nobody met")
    CANCELLED = "cancelled", _("called off")


OPEN = frozenset({VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.ASKED})
ENDED = frozenset({VisitStatus.DONE, VisitStatus.NOT_MET, VisitStatus.CANCELLED})
# Another time set by staff leads back to "not answered yet"; a visit made without an answer is written up all the same.
VISIT_MOVES: dict[VisitStatus, frozenset[VisitStatus]] = {
    VisitStatus.PLANNED: frozenset({VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.ASKED, *ENDED}),
    VisitStatus.CONFIRMED: frozenset({VisitStatus.PLANNED, VisitStatus.ASKED, *ENDED}),
    VisitStatus.ASKED: frozenset({VisitStatus.PLANNED, VisitStatus.CONFIRMED, *ENDED}),
    VisitStatus.DONE: frozenset(),
    VisitStatus.NOT_MET: frozenset(),
    VisitStatus.CANCELLED: frozenset(),
}
VISIT_TONES: dict[str, str] = {
    VisitStatus.PLANNED: "wait",
    VisitStatus.CONFIRMED: "wait",
    VisitStatus.ASKED: "ask",
    VisitStatus.DONE: "done",
    VisitStatus.NOT_MET: "off",
    VisitStatus.CANCELLED: "off",
}
