from celery import shared_task

from federation.accounts.models import User
from members.register import actions
from members.register.models import ImportBatch

Status = ImportBatch.Status


@shared_task
def read_import(batch_id: int) -> None:
    batch = ImportBatch.objects.filter(pk=batch_id, status=Status.READING).select_related("file", "created_by").first()
    if batch:
        actions.read_batch(batch)


@shared_task
def apply_import(batch_id: int, user_id: int) -> None:
    batch = ImportBatch.objects.filter(pk=batch_id, status=Status.APPLYING).select_related("file").first()
    if batch:
        actions.apply_batch(batch, by=User.objects.filter(pk=user_id).first())


@shared_task
def undo_import(batch_id: int, user_id: int) -> None:
    batch = ImportBatch.objects.filter(pk=batch_id, status=Status.UNDOING).first()
    if batch:
        actions.take_back(batch, by=User.objects.filter(pk=user_id).first())
