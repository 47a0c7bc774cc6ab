"""manage.py import_enterprises FILE… [--dry-run] [--source NAME] [--errors FILE.csv]"""

import csv
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from members.register.actions import import_file, try_file
from members.register.models import ImportBatch, ImportTransition
from members.register.problems import Kind, Problem
from members.register.reading import Unreadable

SHOWN = 20


class Command(BaseCommand):
    help = "Import enterprises of a register from CSV and XLSX files, or with --dry-run only say what would happen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="write nothing; only name errors and count changes")
        parser.add_argument("--source", default="", help="where the rows come from, kept with the import")
        parser.add_argument("--errors", type=Path, help="write refused rows, conflicts and notices to this CSV file")

    def handle(self, *args: Any, **options: Any) -> None:
        missing = [str(path) for path in options["files"] if not path.is_file()]
        if missing:
            raise CommandError(_("There is no such file: %(files)s") % {"files": ", ".join(missing)})
        self.shown = 0
        self.line = Line(self.stdout)
        self.totals = dict.fromkeys(("rows", "new", "changed", "unchanged", "conflicts", "refused"), 0)
        listing = options["errors"].open("w", encoding="utf-8-sig", newline="") if options["errors"] else None
        self.listing = csv.writer(listing) if listing else None
        if self.listing:
            self.listing.writerow([_("file"), _("line"), _("kind"), _("column"), _("value"), _("reason")])
        started, failed = time.monotonic(), 0
        try:
            for path in options["files"]:
                failed += not (self._try(path) if options["dry_run"] else self._import(path, options["source"]))
        finally:
            if listing:
                listing.close()
        self._summary(time.monotonic() - started, dry=options["dry_run"])
        if failed:
            raise CommandError(_("Files that could not be read: %(count)d") % {"count": failed})

    def _import(self, path: Path, source: str) -> bool:
        batch = ImportBatch.objects.create(file_name=path.name, source=source[:60])
        ImportTransition.objects.create(batch=batch, to_status=batch.status)
        import_file(batch, path, progress=lambda now: self.line.show(_progress(path, now)))
        self.line.end()
        if batch.status == ImportBatch.Status.FAILED:
            self.stderr.write(f"{path}: {batch.failure}")
            return False
        for error in batch.row_errors.order_by("line", "pk").iterator():
            self._name(path, Problem(error.kind, error.line, error.column, error.value, error.reason))
        self._count(batch.rows_total, batch.rows_created, batch.rows_updated, batch.rows_unchanged)
        self.totals["conflicts"] += batch.rows_conflicting
        self.totals["refused"] += batch.rows_invalid
        return True

    def _try(self, path: Path) -> bool:
        try:
            result = try_file(path, lambda found: [self._name(path, problem) for problem in found])
        except Unreadable as error:
            self.stderr.write(f"{path}: {' '.join(error.messages)}")
            return False
        counts = result.counts
        self._count(result.reading.rows, counts.new, counts.changed, counts.same)
        self.totals["conflicts"] += counts.conflicting
        self.totals["refused"] += result.reading.invalid + counts.refused
        return True

    def _count(self, rows: int, new: int, changed: int, unchanged: int) -> None:
        for name, number in (("rows", rows), ("new", new), ("changed", changed), ("unchanged", unchanged)):
            self.totals[name] += number

    def _name(self, path: Path, problem: Problem) -> None:
        row = [path.name, problem.line, Kind(problem.kind).label, problem.column, problem.value, problem.reason]
        if self.listing:
            self.listing.writerow(row)
        self.shown += 1
        if self.shown <= SHOWN:
            self.stdout.write(f"  {path.name}:{problem.line}  {problem.column}  {problem.value!r}  {problem.reason}")

    def _summary(self, seconds: float, *, dry: bool) -> None:
        if self.shown > SHOWN:
            self.stdout.write(_("  … %(count)d more; --errors FILE.csv lists all.") % {"count": self.shown - SHOWN})
        words = _(
            "%(rows)d rows: %(new)d new, %(changed)d changed, %(unchanged)d unchanged, %(conflicts)d with conflicts, "
            "%(refused)d refused."
        )
        self.stdout.write(words % self.totals + f" ({seconds:.1f} s)")
        if dry:
            self.stdout.write(_("A dry run: nothing was written."))


class Line:
    """One line that is written over on a terminal, and left out elsewhere."""

    def __init__(self, out: IO[str]) -> None:
        self.out, self.shown, self.last = out, sys.stdout.isatty(), 0.0

    def show(self, text: str) -> None:
        if self.shown and time.monotonic() - self.last > 0.1:
            self.last = time.monotonic()
            self.out.write(f"\r{text}\x1b[K", ending="")
            self.out.flush()

    def end(self) -> None:
        if self.shown:
            self.out.write("\r\x1b[K", ending="")


def _progress(path: Path, batch: ImportBatch) -> str:
    if batch.rows_done:
        return f"{path.name}: {batch.rows_done:,} / {batch.rows_total:,} ({batch.rows_done / batch.rows_total:.0%})"
    return f"{path.name}: {batch.rows_total:,} …"
