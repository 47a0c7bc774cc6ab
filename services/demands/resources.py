"""Demands as a spreadsheet, filtered as on the screen. Whom to call stays out: a list travels far."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from federation.indicators.resources import XLSX_ROWS, csv_lines, safe, workbook
from services.demands.models import Demand

CHUNK = 2000
JOINED = ("enterprise", "town", "chamber", "category", "department", "owner")


class TooManyRows(ValidationError):
    """More than a workbook should hold, in words."""


@dataclass(frozen=True)
class ExportColumn:
    title: str | Promise
    value: Callable[[Demand], Any]


COLUMNS = [
    ExportColumn(gettext_lazy("number"), lambda row: row.reference),
    ExportColumn(gettext_lazy("in one line"), lambda row: row.title),
    ExportColumn(gettext_lazy("what is needed"), lambda row: row.text),
    ExportColumn(gettext_lazy("enterprise name when it was raised"), lambda row: row.enterprise_name),
    ExportColumn(gettext_lazy("unified social credit code"), lambda row: row.enterprise.uscc or ""),
    ExportColumn(gettext_lazy("town"), lambda row: str(row.town or "")),
    ExportColumn(gettext_lazy("chamber"), lambda row: str(row.chamber or "")),
    ExportColumn(gettext_lazy("category"), lambda row: str(row.category or "")),
    ExportColumn(gettext_lazy("priority"), lambda row: row.get_priority_display()),
    ExportColumn(gettext_lazy("source"), lambda row: row.get_source_display()),
    ExportColumn(gettext_lazy("status"), lambda row: row.get_status_display()),
    ExportColumn(gettext_lazy("in charge"), lambda row: row.in_charge),
    ExportColumn(gettext_lazy("round"), lambda row: row.round),
    ExportColumn(gettext_lazy("raised at"), lambda row: row.raised_at),
    ExportColumn(gettext_lazy("first assigned at"), lambda row: row.assigned_at),
    ExportColumn(gettext_lazy("due"), lambda row: row.due_at),
    ExportColumn(gettext_lazy("satisfaction"), lambda row: row.get_satisfaction_display()),
    ExportColumn(gettext_lazy("closed at"), lambda row: row.closed_at),
]


def export_demands(found: QuerySet[Demand], kind: str) -> HttpResponse:
    """Streamed row by row; `kind` is xlsx or csv. Raises TooManyRows for more than a spreadsheet opens with ease."""
    file_name = f"{_('Demands')} {timezone.localdate().isoformat()}.{kind}"
    if kind == "csv":
        response = StreamingHttpResponse(csv_lines(COLUMNS, _lines(found)), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file_name)
        return response
    if found.order_by().values("pk")[: XLSX_ROWS + 1].count() > XLSX_ROWS:
        raise TooManyRows(
            _("A workbook holds %(limit)s rows here and these are more: take CSV, or filter the list.")
            % {"limit": f"{XLSX_ROWS:,}"}
        )
    path = workbook(COLUMNS, _lines(found), _("Demands"))
    response = FileResponse(path.open("rb"), as_attachment=True, filename=file_name)
    # An open file outlives its name here: nothing is left to clean up.
    path.unlink()
    return response


def _lines(found: QuerySet[Demand]) -> Iterator[list[Any]]:
    rows = found.select_related(*JOINED).defer("enterprise__search_tokens", "enterprise__haystack")
    for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
        yield [safe(column.value(row)) for column in COLUMNS]
