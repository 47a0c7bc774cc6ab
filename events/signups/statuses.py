"""States of a sign-up. Its ledger is its history: each change with the person, the hat and the time."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    GOING = "going", _("has a place")
    WAITING = "waiting", _("on the waiting list")
    DECLINED = "declined", _("can't come")
    CANCELLED = "cancelled", _("cancelled")


MOVES: dict[Status, frozenset[Status]] = {
    Status.GOING: frozenset({Status.CANCELLED}),
    Status.WAITING: frozenset({Status.GOING, Status.CANCELLED}),
    # Who thinks better of it joins at the end of the line.
    Status.DECLINED: frozenset({Status.GOING, Status.WAITING}),
    Status.CANCELLED: frozenset({Status.GOING, Status.WAITING}),
}
STANDING = frozenset({Status.GOING, Status.WAITING})
TONES: dict[Status, str] = {
    Status.GOING: "done",
    Status.WAITING: "wait",
    Status.DECLINED: "off",
    Status.CANCELLED: "off",
}


class How(models.TextChoices):
    """How somebody's presence came to be known."""

    CODE = "code", _("scanned the code")
    LIST = "list", _("ticked on the list")
    WALK_IN = "walk_in", _("came without signing up")
