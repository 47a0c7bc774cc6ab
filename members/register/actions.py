"""The life of a register import: read, previewed, confirmed and applied or discarded, undone."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import NamedTemporaryFile

import pghistory
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from federation.accounts.models import User
from federation.files.models import StoredFile
from members.register import applying, contacts, matching, previewing, undoing
from members.register.access import can_be_tried_again
from members.register.models import ImportBatch, ImportRowError, ImportTransition
from members.register.problems import Problem
from members.register.reading import Unreadable
from members.register.staging import Reading, problems_to, stage, staging_table
from members.register.statuses import MOVES

Status = ImportBatch.Status
Progress = Callable[[ImportBatch], None]


class ImportMoveRefused(ValidationError):
    """The batch isn't where this step starts from, in words."""


class UndoRefused(ValidationError):
    """Undoing would lose something that was done since; each message names one reason."""


def _silent(batch: ImportBatch) -> None:
    pass


@transaction.atomic
def move_batch(batch: ImportBatch, to: str, *, by: User | None = None, reason: str = "") -> None:
    """The one writer of a batch's status. Raises ImportMoveRefused."""
    current = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if to not in MOVES[current.status]:
        raise ImportMoveRefused(
            _("This import is “%(status)s”: that can't be done now.") % {"status": current.get_status_display()}
        )
    ImportTransition.objects.create(batch=current, from_status=current.status, to_status=to, by=by, reason=reason[:500])
    current.status, batch.status = to, to
    current.failure = batch.failure = reason[:500] if to == Status.FAILED else ""
    current.applied_at = batch.applied_at = timezone.now() if to == Status.APPLIED else current.applied_at
    current.save(update_fields=["status", "failure", "applied_at"])


# --- Steps a person takes -----------------------------------------------------------------------------


@transaction.atomic
def start_import(file: StoredFile, *, by: User, source: str = "") -> ImportBatch:
    """Take an uploaded file; it is read and compared behind the scenes, and then waits for confirmation."""
    from members.register.tasks import read_import

    batch = ImportBatch.objects.create(file=file, file_name=file.name, source=source, created_by=by)
    ImportTransition.objects.create(batch=batch, to_status=Status.READING, by=by)
    transaction.on_commit(lambda: read_import.delay(batch_id=batch.pk))
    return batch


@transaction.atomic
def choose_for_conflicts(batch: ImportBatch, *, overwrite: Iterable[int], keep: Iterable[int]) -> None:
    """What to do with conflicts of a previewed batch, by key: overwrite the register's value or keep it."""
    current = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if current.status != Status.PREVIEWED:
        raise ImportMoveRefused(_("Choices can be made only while the import waits for confirmation."))
    conflicts = ImportRowError.objects.filter(batch=batch, kind=ImportRowError.Kind.CONFLICT)
    conflicts.filter(pk__in=list(overwrite)).update(overwrite=True)
    conflicts.filter(pk__in=list(keep)).update(overwrite=False)


@transaction.atomic
def choose_for_all_conflicts(batch: ImportBatch, *, overwrite: bool) -> None:
    current = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if current.status != Status.PREVIEWED:
        raise ImportMoveRefused(_("Choices can be made only while the import waits for confirmation."))
    ImportRowError.objects.filter(batch=batch, kind=ImportRowError.Kind.CONFLICT).update(overwrite=overwrite)


@transaction.atomic
def confirm_batch(batch: ImportBatch, *, by: User) -> None:
    from members.register.tasks import apply_import

    move_batch(batch, Status.APPLYING, by=by)
    transaction.on_commit(lambda: apply_import.delay(batch_id=batch.pk, user_id=by.pk))


def try_again(batch: ImportBatch, *, by: User) -> None:
    """After a fault of the portal while writing: what is written already is not written twice."""
    if not can_be_tried_again(batch):
        raise ImportMoveRefused(_("This import can't be tried again; upload the file once more."))
    confirm_batch(batch, by=by)


def discard_batch(batch: ImportBatch, *, by: User) -> None:
    move_batch(batch, Status.DISCARDED, by=by)


@transaction.atomic
def undo_batch(batch: ImportBatch, *, by: User) -> None:
    """Begin to take the whole batch back. Raises UndoRefused when that would lose later work."""
    from members.register.tasks import undo_import

    reasons = hindrances(batch)
    if reasons:
        raise UndoRefused(reasons)
    move_batch(batch, Status.UNDOING, by=by)
    transaction.on_commit(lambda: undo_import.delay(batch_id=batch.pk, user_id=by.pk))


def hindrances(batch: ImportBatch) -> list[str]:
    """Why it can't be taken back now; empty when it can."""
    return undoing.hindrances(batch.pk)


# --- What runs behind the scenes ------------------------------------------------------------------------


def read_batch(batch: ImportBatch) -> None:
    """Compare the file with the register and show what it would change."""
    with _speaking_to(batch.created_by), _or_failed(batch), local_copy(batch.file) as path, staging_table():
        reading = stage(path, problems_to(batch.pk), _reading_progress(batch))
        with matching.plan_table(batch.pk):
            _note(batch, reading)
            batch.sample = previewing.sample()
            batch.save(update_fields=["sample"])
        move_batch(batch, Status.PREVIEWED)


def apply_batch(batch: ImportBatch, *, by: User | None) -> None:
    """Write a confirmed batch. Run again after a crash, it goes on where it stopped."""
    with _speaking_to(by), _or_failed(batch, by), local_copy(batch.file) as path:
        _apply(batch, path, by, _silent)


def import_file(batch: ImportBatch, path: Path, *, by: User | None = None, progress: Progress = _silent) -> None:
    """Read and apply in one go, without a preview: for the command line. Raises nothing about the file: see
    `batch.status` and `batch.failure`."""
    with _or_failed(batch, by):
        move_batch(batch, Status.APPLYING, by=by)
        _apply(batch, path, by, progress)


def _apply(batch: ImportBatch, path: Path, by: User | None, progress: Progress) -> None:
    context = pghistory.context(user=by.pk if by else None, register_import=batch.pk)
    with context, staging_table():
        reading = stage(path, problems_to(batch.pk), _reading_progress(batch, progress))
        with applying.one_at_a_time(), matching.plan_table(batch.pk):
            counts = _note(batch, reading)
            before = batch.rows_total - counts.new - counts.changed

            def done(turns: int) -> None:
                batch.rows_done = before + turns
                batch.save(update_fields=["rows_done"])
                progress(batch)

            applying.apply_plan(batch.pk, batch.source or batch.file_name, done)
            if counts.contacts:
                contacts.add_new(batch.pk)
        changes = batch.changes.all()
        batch.rows_created = changes.filter(created=True).count()
        batch.rows_updated = changes.filter(created=False).count()
        batch.rows_unchanged = batch.rows_total - batch.rows_invalid - batch.rows_created - batch.rows_updated
        batch.rows_done = batch.rows_total
        batch.contacts_added = batch.imported_contacts.count()
        batch.save(update_fields=["rows_created", "rows_updated", "rows_unchanged", "rows_done", "contacts_added"])
        move_batch(batch, Status.APPLIED, by=by)


def take_back(batch: ImportBatch, *, by: User | None) -> None:
    """Restore what stood before the batch, whole or not at all."""
    with _speaking_to(by), pghistory.context(user=by.pk if by else None, register_import=batch.pk):
        with applying.one_at_a_time(), transaction.atomic():
            reasons = undoing.hindrances(batch.pk)
            if not reasons:
                undoing.restore(batch.pk)
                move_batch(batch, Status.UNDONE, by=by)
        if reasons:
            # Someone edited one of them between the button and now.
            move_batch(batch, Status.APPLIED, by=by, reason=" ".join(map(str, reasons)))


# --- Dry run --------------------------------------------------------------------------------------------


@dataclass
class DryRun:
    """What a file would do; nothing of it is written."""

    reading: Reading
    counts: matching.Counts
    problems: list[Problem] = field(default_factory=list)


def try_file(path: Path, problems: Callable[[list[Problem]], None]) -> DryRun:
    """Raises Unreadable."""
    with staging_table():
        reading = stage(path, problems)
        with matching.plan_table(None):
            matching.report(problems)
            matching.report_parents(problems)
            return DryRun(reading, _counts(reading))


# --- Helpers --------------------------------------------------------------------------------------------


def _counts(reading: Reading) -> matching.Counts:
    counts = matching.count()
    if reading.columns and "contact" in reading.columns.fields:
        return replace(counts, contacts=contacts.count_new())
    return counts


def _note(batch: ImportBatch, reading: Reading) -> matching.Counts:
    """Write down what was found and which values stay."""
    matching.report(problems_to(batch.pk))
    orphans = matching.report_parents(problems_to(batch.pk))
    counts = _counts(reading)
    if counts.conflicting:
        previewing.write_conflicts(batch.pk)
    batch.columns = reading.described()
    batch.rows_total = reading.rows
    batch.rows_invalid = reading.invalid + counts.refused
    batch.rows_noticed = reading.noticed + counts.noticed + orphans
    batch.rows_conflicting = counts.conflicting
    batch.rows_created, batch.rows_updated, batch.rows_unchanged = counts.new, counts.changed, counts.same
    batch.contacts_added = counts.contacts
    batch.save(
        update_fields=[
            "columns",
            "rows_total",
            "rows_invalid",
            "rows_noticed",
            "rows_conflicting",
            "rows_created",
            "rows_updated",
            "rows_unchanged",
            "contacts_added",
        ]
    )
    return counts


def _reading_progress(batch: ImportBatch, progress: Progress = _silent) -> Callable[[int], None]:
    def read(rows: int) -> None:
        batch.rows_total = rows
        batch.save(update_fields=["rows_total"])
        progress(batch)

    return read


@contextmanager
def _or_failed(batch: ImportBatch, by: User | None = None) -> Iterator[None]:
    """A file that can't be read fails its batch in words; any other fault fails it too and goes on to the log."""
    finished = False
    try:
        yield
        finished = True
    except Unreadable as error:
        finished = True
        move_batch(batch, Status.FAILED, by=by, reason=" ".join(error.messages))
    except ImportMoveRefused:
        # Someone else moved it on, or the job ran twice: there is nothing to fail.
        finished = True
        raise
    finally:
        if not finished:
            move_batch(
                batch,
                Status.FAILED,
                by=by,
                reason=_("The import stopped by a fault of the portal; it can be tried again."),
            )


@contextmanager
def _speaking_to(user: User | None) -> Iterator[None]:
    """Errors are kept as text, in the language of who reads them."""
    with override(user.language if user else settings.LANGUAGE_CODE):
        yield


@contextmanager
def local_copy(file: StoredFile) -> Iterator[Path]:
    """The file on this machine's disk, wherever the storage keeps it."""
    try:
        path = Path(file.content.path)
    except NotImplementedError:
        with NamedTemporaryFile() as copy, file.content.open("rb") as stored:
            for chunk in stored.chunks():
                copy.write(chunk)
            copy.flush()
            yield Path(copy.name)
        return
    yield path
