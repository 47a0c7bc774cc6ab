"""States of a demand and the legal moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    RAISED = "raised", _("waits to be assigned")
    ASSIGNED = "assigned", _("assigned, to be contacted")
    CONTACTED = "contacted", _("contacted, to be planned")
    PLANNED = "planned", _("planned, being dealt with")
    ANSWERED = "answered", _("answered, to be called back")
    REOPENED = "reopened", _("reopened, to be contacted again")
    CLOSED = "closed", _("closed")
    WITHDRAWN = "withdrawn", _("withdrawn by the enterprise")
    DUPLICATE = "duplicate", _("joined to another demand")


# With whoever it was assigned to. A transfer leads back to ASSIGNED, even from there.
IN_HAND = frozenset({Status.ASSIGNED, Status.REOPENED, Status.CONTACTED, Status.PLANNED})
OPEN = IN_HAND | {Status.RAISED, Status.ANSWERED}
# Back to the staff's table, taken back by the enterprise, or seen to be the same as another.
ASIDE = frozenset({Status.RAISED, Status.WITHDRAWN, Status.DUPLICATE})

MOVES: dict[Status, frozenset[Status]] = {
    Status.RAISED: frozenset({Status.ASSIGNED, Status.WITHDRAWN, Status.DUPLICATE}),
    Status.ASSIGNED: ASIDE | {Status.ASSIGNED, Status.CONTACTED},
    Status.REOPENED: ASIDE | {Status.ASSIGNED, Status.CONTACTED},
    # An answer given at once is its own plan.
    Status.CONTACTED: ASIDE | {Status.ASSIGNED, Status.PLANNED, Status.ANSWERED},
    Status.PLANNED: ASIDE | {Status.ASSIGNED, Status.ANSWERED},
    Status.ANSWERED: frozenset({Status.CLOSED, Status.REOPENED, Status.WITHDRAWN}),
    Status.DUPLICATE: frozenset({Status.RAISED}),
    Status.CLOSED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}
TONES: dict[Status, str] = {
    Status.RAISED: "wait",
    Status.ASSIGNED: "wait",
    Status.CONTACTED: "wait",
    Status.PLANNED: "wait",
    Status.ANSWERED: "wait",
    Status.REOPENED: "ask",
    Status.CLOSED: "done",
    Status.WITHDRAWN: "off",
    Status.DUPLICATE: "off",
}
# Clocks of the federation's own hands, in days; those of an owner come with the category (see models.DemandCategory).
DAYS: dict[Status, int] = {Status.RAISED: 2, Status.ANSWERED: 5}
