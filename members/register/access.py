"""Who may look at imports of the register, and who may write by them."""

from django.contrib.auth.models import AnonymousUser

from federation.accounts.models import User
from members.register.models import ImportBatch
from members.register.statuses import MOVES

Status = ImportBatch.Status
# Of the uploaded file; see members/uploads.py.
PURPOSE = "register_import"


def may_see_imports(user: User | AnonymousUser) -> bool:
    return user.is_active and user.is_staff and user.has_perm("members.view_importbatch")


def may_import(user: User | AnonymousUser) -> bool:
    """An import adds enterprises and changes them."""
    rights = ("members.add_importbatch", "members.add_enterprise", "members.change_enterprise")
    return may_see_imports(user) and user.has_perms(rights)


def may_decide_imports(user: User | AnonymousUser) -> bool:
    """Confirm, discard, choose for conflicts, take back."""
    return may_import(user) and user.has_perm("members.change_importbatch")


def can_be_confirmed(batch: ImportBatch) -> bool:
    return batch.status == Status.PREVIEWED


def can_be_tried_again(batch: ImportBatch) -> bool:
    """Only where it failed while writing: a file that couldn't be read won't be readable the second time."""
    return batch.status == Status.FAILED and bool(batch.file_id) and bool(batch.columns)


def can_be_discarded(batch: ImportBatch) -> bool:
    """What has written something is taken back instead."""
    return Status.DISCARDED in MOVES[batch.status] and not has_written(batch)


def can_be_undone(batch: ImportBatch) -> bool:
    return Status.UNDOING in MOVES[batch.status] and has_written(batch)


def has_written(batch: ImportBatch) -> bool:
    return batch.changes.exists() or batch.imported_contacts.exists()
