"""The one way in for files."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import UUID

import structlog
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from federation.accounts.models import User
from federation.files.inspection import Inspected, inspect
from federation.files.models import StoredFile
from federation.files.policies import all_policies, policy_for

log = structlog.get_logger(__name__)

ORPHANS_KEPT = datetime.timedelta(days=2)
PURGE_BATCH = 500


def store_upload(*, purpose: str, upload: UploadedFile, user: User | None) -> StoredFile:
    """Inspect the upload as its purpose asks and keep it. Raises UploadRefused, a ValidationError with words.

    Point a foreign key at it in the same transaction; a file that nothing points at is swept away after two days.
    """
    inspected = getattr(upload, "inspected", None)
    if not isinstance(inspected, Inspected) or inspected.purpose != purpose:
        inspected = inspect(upload, policy_for(purpose))
    return keep(inspected, user)


def keep(inspected: Inspected, user: User | None) -> StoredFile:
    stored = StoredFile(
        purpose=inspected.purpose,
        name=inspected.name,
        content_type=inspected.content_type,
        extension=inspected.extension,
        size=inspected.content.size,
        sha256=digest(inspected.content),
        uploaded_by=user if user and user.is_authenticated else None,
    )
    stored.content.save(inspected.name, inspected.content, save=True)
    log.info("file_stored", file=str(stored.pk), purpose=stored.purpose, bytes=stored.size, type=stored.content_type)
    return stored


def digest(content: File) -> str:
    sha256 = hashlib.sha256()
    content.seek(0)
    for block in content.chunks():
        sha256.update(block)
    content.seek(0)
    return sha256.hexdigest()


# --- Sweeping -------------------------------------------------------------------------------------


def unreferenced(before: datetime.datetime) -> "QuerySet[StoredFile]":
    """Files stored before that moment that no row points at (rows of the history don't count)."""
    files = StoredFile.objects.filter(uploaded_at__lt=before)
    # Hidden ones too: related_objects leaves out every foreign key whose related_name is "+".
    for relation in StoredFile._meta.get_fields(include_hidden=True):
        if (relation.one_to_many or relation.one_to_one) and not hasattr(relation.related_model, "pgh_tracked_model"):
            pointing = relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")})
            files = files.filter(~Exists(pointing))
    return files


def purge_orphans(now: datetime.datetime | None = None) -> int:
    """Delete files that nothing holds, and contents on disk whose row was rolled back; returns how many."""
    before = (now or timezone.now()) - ORPHANS_KEPT
    candidates = list(unreferenced(before).order_by("uploaded_at")[:PURGE_BATCH])
    held = _held_otherwise([file.pk for file in candidates])
    purged = 0
    for file in candidates:
        if file.pk in held:
            continue
        with transaction.atomic():
            # Asked again under the lock: it may have found its place just now.
            if unreferenced(before).select_for_update(of=("self",)).filter(pk=file.pk).exists():
                name, storage = file.content.name, file.content.storage
                file.delete()
                transaction.on_commit(lambda name=name, storage=storage: storage.delete(name))
                purged += 1
    return purged + _purge_contents_without_rows(before)


def _held_otherwise(pks: Iterable[UUID]) -> set[UUID]:
    pks = list(pks)
    return {pk for policy in all_policies() if policy.held and pks for pk in policy.held(pks)}


def _purge_contents_without_rows(before: datetime.datetime) -> int:
    root = Path(StoredFile._meta.get_field("content").storage.path("files"))
    purged = 0
    for folder in sorted(root.iterdir()) if root.is_dir() else []:
        old = dict(_old_contents(folder, before))
        known = set(StoredFile.objects.filter(pk__in=old).values_list("pk", flat=True)) if old else set()
        for pk in old.keys() - known:
            old[pk].unlink(missing_ok=True)
            purged += 1
    return purged


def _old_contents(folder: Path, before: datetime.datetime) -> Iterator[tuple[UUID, Path]]:
    for path in folder.iterdir() if folder.is_dir() else []:
        try:
            pk = UUID(hex=path.stem)
        except ValueError:
            continue
        if path.stat().st_mtime < before.timestamp():
            yield pk, path
