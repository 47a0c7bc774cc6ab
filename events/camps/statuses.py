"""States of a cohort, of an application for a place in it and of a certificate, and the legal moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CohortStatus(models.TextChoices):
    PLANNED = "planned", _("being planned")
    OPEN = "open", _("open for applications")
    SELECTION = "selection", _("places are being given")
    CONFIRMED = "confirmed", _("roster is settled")
    RUNNING = "running", _("under way")
    FINISHED = "finished", _("finished")
    ARCHIVED = "archived", _("archived")
    CANCELLED = "cancelled", _("called off")


COHORT_MOVES: dict[CohortStatus, frozenset[CohortStatus]] = {
    CohortStatus.PLANNED: frozenset({CohortStatus.OPEN, CohortStatus.CANCELLED}),
    CohortStatus.OPEN: frozenset({CohortStatus.SELECTION, CohortStatus.CANCELLED}),
    # Back again where too few have applied and the deadline is put off.
    CohortStatus.SELECTION: frozenset({CohortStatus.CONFIRMED, CohortStatus.OPEN, CohortStatus.CANCELLED}),
    CohortStatus.CONFIRMED: frozenset({CohortStatus.RUNNING, CohortStatus.SELECTION, CohortStatus.CANCELLED}),
    CohortStatus.RUNNING: frozenset({CohortStatus.FINISHED}),
    CohortStatus.FINISHED: frozenset({CohortStatus.ARCHIVED}),
    CohortStatus.ARCHIVED: frozenset(),
    CohortStatus.CANCELLED: frozenset(),
}
# Announced to everyone; a plan is the staff's own.
ANNOUNCED = frozenset(CohortStatus) - {CohortStatus.PLANNED}
# Still ahead or under way.
COMING = (
    CohortStatus.OPEN,
    CohortStatus.SELECTION,
    CohortStatus.CONFIRMED,
    CohortStatus.RUNNING,
)
# It took place: what figures count.
HELD = (CohortStatus.RUNNING, CohortStatus.FINISHED, CohortStatus.ARCHIVED)
# All its sessions have been.
OVER = (CohortStatus.FINISHED, CohortStatus.ARCHIVED)
# People may still be given places, or give theirs back.
PLACES_MOVE = (CohortStatus.OPEN, CohortStatus.SELECTION, CohortStatus.CONFIRMED)
# Sessions may be called; afterwards only while the certificates aren't settled.
ROLL_OPEN = (CohortStatus.RUNNING, CohortStatus.FINISHED)
COHORT_TONES: dict[CohortStatus, str] = {
    CohortStatus.PLANNED: "off",
    CohortStatus.OPEN: "ask",
    CohortStatus.SELECTION: "wait",
    CohortStatus.CONFIRMED: "done",
    CohortStatus.RUNNING: "done",
    CohortStatus.FINISHED: "off",
    CohortStatus.ARCHIVED: "off",
    CohortStatus.CANCELLED: "off",
}


class Status(models.TextChoices):
    """Of an application."""

    APPLIED = "applied", _("waits for the chamber's word")
    RECOMMENDED = "recommended", _("recommended by the chamber")
    SELECTED = "selected", _("given a place, not yet confirmed")
    WAITING = "waiting", _("on the waiting list")
    DECLINED = "declined", _("no place this time")
    WITHDRAWN = "withdrawn", _("taken back")
    CONFIRMED = "confirmed", _("place confirmed")


MOVES: dict[Status, frozenset[Status]] = {
    Status.APPLIED: frozenset({Status.RECOMMENDED, Status.SELECTED, Status.WAITING, Status.DECLINED, Status.WITHDRAWN}),
    Status.RECOMMENDED: frozenset({Status.APPLIED, Status.SELECTED, Status.WAITING, Status.DECLINED, Status.WITHDRAWN}),
    Status.SELECTED: frozenset({Status.CONFIRMED, Status.WAITING, Status.WITHDRAWN}),
    Status.WAITING: frozenset({Status.SELECTED, Status.DECLINED, Status.WITHDRAWN}),
    Status.CONFIRMED: frozenset({Status.WITHDRAWN}),
    Status.DECLINED: frozenset(),
    Status.WITHDRAWN: frozenset(),
}
# Under way: the same person can't apply twice.
OPEN = (Status.APPLIED, Status.RECOMMENDED, Status.SELECTED, Status.WAITING, Status.CONFIRMED)
# These take a seat of the cohort and of their chamber's quota.
SEATED = (Status.SELECTED, Status.CONFIRMED)
# The staff decide about these.
UNDECIDED = (Status.APPLIED, Status.RECOMMENDED, Status.WAITING)
TONES: dict[Status, str] = {
    Status.APPLIED: "wait",
    Status.RECOMMENDED: "wait",
    Status.SELECTED: "ask",
    Status.WAITING: "wait",
    Status.DECLINED: "off",
    Status.WITHDRAWN: "off",
    Status.CONFIRMED: "done",
}
# Calendar days that whoever has it before them may take.
DAYS: dict[Status, int] = {Status.APPLIED: 5, Status.SELECTED: 3}


class CertificateState(models.TextChoices):
    VALID = "valid", _("valid")
    REPLACED = "replaced", _("replaced by a newer version")
    REVOKED = "revoked", _("revoked")


CERTIFICATE_TONES: dict[CertificateState, str] = {
    CertificateState.VALID: "done",
    CertificateState.REPLACED: "off",
    CertificateState.REVOKED: "ask",
}
