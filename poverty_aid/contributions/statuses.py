"""States of a gift and the legal moves between them. Pledged, delivered and confirmed are counted apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    PLEDGED = "pledged", _("pledged")
    DELIVERED = "delivered", _("delivered, waits for the village")
    PARTLY = "partly", _("confirmed in part")
    CONFIRMED = "confirmed", _("confirmed by the village")
    DISPUTED = "disputed", _("disputed by the village")
    WITHDRAWN = "withdrawn", _("pledge withdrawn")
    SUPERSEDED = "superseded", _("replaced by a corrected version")


MOVES: dict[Status, frozenset[Status]] = {
    # To itself: an intermediary has received it, and the village not yet.
    Status.PLEDGED: frozenset({Status.PLEDGED, Status.DELIVERED, Status.WITHDRAWN, Status.SUPERSEDED}),
    # To itself: one part more, or one part confirmed of several.
    Status.DELIVERED: frozenset(
        {Status.DELIVERED, Status.PARTLY, Status.CONFIRMED, Status.DISPUTED, Status.SUPERSEDED}
    ),
    Status.PARTLY: frozenset({Status.PARTLY, Status.DELIVERED, Status.CONFIRMED, Status.SUPERSEDED}),
    # Back to the village when a confirmation didn't hold.
    Status.CONFIRMED: frozenset({Status.DELIVERED, Status.SUPERSEDED}),
    Status.DISPUTED: frozenset({Status.PLEDGED, Status.DELIVERED, Status.PARTLY}),
    Status.WITHDRAWN: frozenset(),
    Status.SUPERSEDED: frozenset(),
}
DELIVERABLE = (Status.PLEDGED, Status.DELIVERED, Status.PARTLY)
# What stands: neither taken back nor replaced.
STANDING = (Status.PLEDGED, Status.DELIVERED, Status.PARTLY, Status.CONFIRMED, Status.DISPUTED)
OPEN = (Status.PLEDGED, Status.DELIVERED, Status.PARTLY, Status.DISPUTED)
TONES: dict[str, str] = {
    Status.PLEDGED: "wait",
    Status.DELIVERED: "ask",
    Status.PARTLY: "wait",
    Status.CONFIRMED: "done",
    Status.DISPUTED: "ask",
    Status.WITHDRAWN: "off",
    Status.SUPERSEDED: "off",
}
# A pledge's clock is the day that its giver named.
DAYS: dict[str, int] = {Status.DELIVERED: 7, Status.DISPUTED: 14}
