"""Demands as a spreadsheet, filtered as on the screen. Whom to call stays out: a list travels far."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from federation.indicators.resources import file_of, require_room, safe
from services.demands.models import Demand

CHUNK = 2000
JOINED = ("enterprise", "town", "chamber", "category", "department", "owner")


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
    require_room(found, kind)
    return file_of(COLUMNS, _lines(found), _("Demands"), kind)


def _lines(found: QuerySet[Demand]) -> Iterator[list[Any]]:
    rows = found.select_related(*JOINED).defer("enterprise__search_tokens", "enterprise__haystack")
    for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
        yield [safe(column.value(row)) for column in COLUMNS]
