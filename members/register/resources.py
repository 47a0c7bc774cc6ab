"""The rows with findings as a spreadsheet: each as it stood in the file, with what was found. Mended, it can be
uploaded as it is: its headers are the file's own."""

import csv
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from federation.indicators.resources import XLSX_ROWS, safe
from members.register.actions import local_copy
from members.register.models import ImportBatch, ImportRowError
from members.register.reading import Row, open_source
from members.register.wording import text_of

CHUNK = 2000


def error_sheet(batch: ImportBatch) -> tuple[Path, str]:
    """A temporary file, which the caller removes, and how it ends: a workbook, or CSV where there are very many."""
    rows = error_rows(batch)
    lines = ImportRowError.objects.filter(batch=batch).values("line").distinct()[: XLSX_ROWS + 1].count()
    ending = "xlsx" if lines <= XLSX_ROWS else "csv"
    with NamedTemporaryFile(suffix=f".{ending}", delete=False) as file:
        path = Path(file.name)
    if ending == "csv":
        with path.open("w", encoding="utf-8-sig", newline="") as text:
            csv.writer(text).writerows([safe(cell) for cell in row] for row in rows)
        return path, ending
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path, ending


def headers_of(batch: ImportBatch) -> list[str]:
    return batch.columns.get("headers") or []


def error_rows(batch: ImportBatch) -> Iterator[list[Any]]:
    """A header, then a row for each line with findings. File and findings are both read in the order of lines, so that
    neither is ever held whole."""
    headers = headers_of(batch)
    yield [*headers, *_added()]
    found = ImportRowError.objects.filter(batch=batch).order_by("line", "pk").iterator(chunk_size=CHUNK)
    lines = groupby(found, key=attrgetter("line"))
    if batch.file is None:
        for line, findings in lines:
            yield [*[""] * len(headers), *_told(line, list(findings))]
        return
    with local_copy(batch.file) as path, open_source(path) as source:
        rows: Iterator[Row] = iter(source.rows)
        for line, findings in lines:
            row = next((row for row in rows if row.line >= line), None)
            cells = [text_of(cell) for cell in row.cells[: len(headers)]] if row and row.line == line else []
            yield [*cells, *[""] * (len(headers) - len(cells)), *_told(line, list(findings))]


def _added() -> list[str]:
    return [_("line"), _("finding"), _("what was found")]


def _told(line: int, findings: list[ImportRowError]) -> list[Any]:
    kinds = dict.fromkeys(finding.get_kind_display() for finding in findings)
    words = [f"{finding.column}: {finding.reason}" if finding.column else finding.reason for finding in findings]
    return [line, _(", ").join(kinds), "\n".join(words)]
