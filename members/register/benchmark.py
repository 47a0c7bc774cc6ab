"""How long an import takes beside what it can't do without: reading the files, and a raw COPY of the finished rows into
the same table with its indexes and triggers."""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

from members.enterprises.models import Enterprise
from members.register.actions import import_file
from members.register.matching import ENTERPRISE
from members.register.models import ImportBatch
from members.register.undoing import HISTORY

BLOCK = 1024 * 1024
TABLES = f"{ENTERPRISE}, {HISTORY}, {ImportBatch._meta.db_table}"
_COLUMNS = ", ".join(field.column for field in Enterprise._meta.concrete_fields if field.name != "id")


@dataclass
class Result:
    """Seconds and MB; `rows` and `created` of all files together, `again` the time of importing them once more."""

    files: int
    rows: int
    created: int
    importing: float
    again: float
    reading: float
    copying: float
    peak: float

    @property
    def ratio(self) -> float:
        return self.importing / (self.reading + self.copying)


def measure(files: list[Path], say: Callable[[str], None]) -> Result:
    """In an empty database: it is emptied again and again."""
    rows = created = 0

    def import_all() -> None:
        nonlocal rows, created
        for path in files:
            batch = ImportBatch.objects.create(file_name=path.name)
            import_file(batch, path)
            if batch.status != ImportBatch.Status.APPLIED:
                raise ValueError(f"{path}: {batch.failure}")
            rows, created = rows + batch.rows_total, created + batch.rows_created

    # Code and catalogues are loaded, plans and buffers warm, for the one as for the other.
    import_all()
    _empty()
    rows = created = 0
    importing = _timed(import_all)
    say(f"import {importing:.1f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else BLOCK)
    first_rows, first_created = rows, created
    again = _timed(import_all)
    say(f"the same files again {again:.1f} s, {created - first_created} new")
    reading = _timed(lambda: [_read(path) for path in files])
    with TemporaryDirectory() as folder:
        finished = Path(folder) / "rows"
        _copy_out(finished)
        _empty()
        copying = _timed(lambda: _copy_in(finished))
    say(f"raw COPY of the finished rows {copying:.1f} s")
    return Result(len(files), first_rows, first_created, importing, again, reading, copying, peak)


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _read(path: Path) -> None:
    with path.open("rb") as file:
        while file.read(BLOCK):
            pass


def _empty() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {TABLES} CASCADE")
        cursor.execute(f"VACUUM ANALYZE {ENTERPRISE}")


def _copy_out(path: Path) -> None:
    with path.open("wb") as file, connection.cursor() as cursor:
        with cursor.copy(f"COPY (SELECT {_COLUMNS} FROM {ENTERPRISE} ORDER BY id) TO STDOUT") as copy:
            for block in copy:
                file.write(block)


def _copy_in(path: Path) -> None:
    with path.open("rb") as file, connection.cursor() as cursor:
        with cursor.copy(f"COPY {ENTERPRISE} ({_COLUMNS}) FROM STDIN") as copy:
            while block := file.read(BLOCK):
                copy.write(block)
