"""What may follow what in the life of a register import."""

from members.register.models import ImportBatch

Status = ImportBatch.Status

MOVES: dict[str, frozenset[str]] = {
    Status.READING: frozenset({Status.PREVIEWED, Status.APPLYING, Status.FAILED}),
    Status.PREVIEWED: frozenset({Status.APPLYING, Status.DISCARDED}),
    Status.APPLYING: frozenset({Status.APPLIED, Status.FAILED}),
    Status.APPLIED: frozenset({Status.UNDOING}),
    Status.UNDOING: frozenset({Status.UNDONE, Status.APPLIED}),
    # What was already written when it failed can be taken back, or the rest tried again.
    Status.FAILED: frozenset({Status.APPLYING, Status.UNDOING, Status.DISCARDED}),
    Status.UNDONE: frozenset(),
    Status.DISCARDED: frozenset(),
}
BUSY = frozenset({Status.READING, Status.APPLYING, Status.UNDOING})
