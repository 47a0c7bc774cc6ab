"""The rows behind a figure as a file: CSV of any length, a workbook up to what a spreadsheet opens with ease."""

import csv
import datetime
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import xlsxwriter
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from federation.indicators.pages import Column

XLSX_ROWS = 200_000
CHUNK = 2000
# A cell that begins like a formula is run by the spreadsheet that opens it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class _Echo:
    """csv.writer writes to it and gets back what it wrote."""

    def write(self, line: str) -> str:
        return line


def safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def rows_of(found: QuerySet, columns: list[Column]) -> Iterator[list[Any]]:
    paths = [column.path for column in columns]
    for values in found.order_by("pk").values_list(*paths).iterator(chunk_size=CHUNK):
        yield [column.exported(value) for column, value in zip(columns, values, strict=True)]


def csv_lines(columns: list[Column], rows: Iterable[list[Any]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # The mark tells Excel that the file is UTF-8.
    yield "\ufeff" + writer.writerow([column.title for column in columns])
    for row in rows:
        yield writer.writerow([safe(_as_text(value)) for value in row])


def _as_text(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S")
    return "" if value is None else value


def workbook(columns: list[Column], rows: Iterable[list[Any]], title: str) -> Path:
    """A temporary file that the caller removes. Memory stays flat whatever the number of rows."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx", delete=False) as file:
        path = Path(file.name)
    options = {"constant_memory": True, "remove_timezone": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        dates = {
            datetime.datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            datetime.date: book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        sheet = book.add_worksheet(_sheet_name(title))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(columns) - 1, 18)
        sheet.write_row(0, 0, [str(column.title) for column in columns], book.add_format({"bold": True}))
        for number, row in enumerate(rows, start=1):
            for position, value in enumerate(row):
                if isinstance(value, datetime.datetime):
                    value = timezone.localtime(value)
                if value is not None and value != "":
                    sheet.write(number, position, value, dates.get(type(value)))
    return path


class TooManyRows(ValidationError):
    """More than a spreadsheet opens with ease, in words."""


def require_room(found: QuerySet[Any], kind: str) -> None:
    """Raises TooManyRows where these are more than a workbook holds; a CSV has room for all."""
    if kind == "xlsx" and found.order_by().values("pk")[: XLSX_ROWS + 1].count() > XLSX_ROWS:
        raise TooManyRows(
            _("A workbook holds %(limit)s rows here and these are more: take CSV, or filter the list.")
            % {"limit": f"{XLSX_ROWS:,}"}
        )


def file_of(columns: list[Column], rows: Iterable[list[Any]], title: str, kind: str) -> HttpResponse:
    """The rows as today's file, `kind` is xlsx or csv. Ask `require_room` before."""
    file_name = f"{title} {timezone.localdate().isoformat()}.{kind}"
    if kind == "csv":
        response = StreamingHttpResponse(csv_lines(columns, rows), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name)
        return response
    path = workbook(columns, rows, title)
    response = FileResponse(path.open("rb"), as_attachment=True, filename=file_name)
    # An open file outlives its name here: nothing is left to clean up.
    path.unlink()
    return response


def _sheet_name(title: str) -> str:
    return "".join(character for character in title if character not in "[]:*?/\\'")[:31] or "1"
