"""States of a membership application and the legal moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("being written")
    SUBMITTED = "submitted", _("waits for the chamber")
    RETURNED = "returned", _("returned to the enterprise")
    RECOMMENDED = "recommended", _("waits for the federation")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")


MOVES: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.SUBMITTED, Status.WITHDRAWN}),
    Status.SUBMITTED: frozenset({Status.RECOMMENDED, Status.RETURNED, Status.WITHDRAWN}),
    Status.RETURNED: frozenset({Status.SUBMITTED, Status.WITHDRAWN}),
    Status.RECOMMENDED: frozenset({Status.APPROVED, Status.REJECTED, Status.RETURNED, Status.WITHDRAWN}),
    Status.APPROVED: frozenset(),
    Status.REJECTED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}
OPEN = frozenset({Status.DRAFT, Status.SUBMITTED, Status.RETURNED, Status.RECOMMENDED})
TONES: dict[Status, str] = {
    Status.DRAFT: "wait",
    Status.SUBMITTED: "wait",
    Status.RETURNED: "ask",
    Status.RECOMMENDED: "wait",
    Status.APPROVED: "done",
    Status.REJECTED: "off",
    Status.WITHDRAWN: "off",
}
