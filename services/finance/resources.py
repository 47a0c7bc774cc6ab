"""Finance applications as a workbook, as the list was filtered. Contacts stay out: who needs one opens the record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import FileResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from federation.indicators.resources import XLSX_ROWS, safe, workbook
from services.finance.models import FinanceApplication

CHUNK = 2000


class TooManyRows(ValidationError):
    """More than a workbook holds: the list is narrowed first."""


@dataclass(frozen=True)
class ExportColumn:
    title: str | Promise
    value: Callable[[FinanceApplication], Any]


COLUMNS = [
    ExportColumn(gettext_lazy("number"), lambda row: row.pk),
    ExportColumn(gettext_lazy("enterprise name on the day"), lambda row: row.enterprise_name),
    ExportColumn(gettext_lazy("unified social credit code"), lambda row: row.enterprise.uscc or ""),
    ExportColumn(gettext_lazy("chamber on the day"), lambda row: row.chamber_name),
    ExportColumn(gettext_lazy("town on the day"), lambda row: row.town_name),
    ExportColumn(gettext_lazy("size class"), lambda row: row.get_size_class_display()),
    ExportColumn(gettext_lazy("kind"), lambda row: row.get_kind_display()),
    ExportColumn(gettext_lazy("amount (yuan)"), lambda row: row.amount),
    ExportColumn(gettext_lazy("term (months)"), lambda row: row.term_months),
    ExportColumn(gettext_lazy("purpose"), lambda row: row.get_purpose_display()),
    ExportColumn(gettext_lazy("guarantee"), lambda row: row.get_guarantee_display()),
    ExportColumn(gettext_lazy("status"), lambda row: row.get_status_display()),
    ExportColumn(gettext_lazy("since"), lambda row: row.status_since),
    ExportColumn(gettext_lazy("due"), lambda row: row.due_at),
    ExportColumn(gettext_lazy("policy support"), lambda row: row.get_policy_display()),
    ExportColumn(gettext_lazy("version"), lambda row: row.version),
    ExportColumn(gettext_lazy("submitted at"), lambda row: row.submitted_at),
]


def export_applications(found: QuerySet[FinanceApplication]) -> FileResponse:
    """Raises TooManyRows."""
    if found.order_by().values("pk")[: XLSX_ROWS + 1].count() > XLSX_ROWS:
        raise TooManyRows(
            _("A workbook holds %(limit)s rows here and these are more: filter the list.") % {"limit": f"{XLSX_ROWS:,}"}
        )
    title = _("finance applications")
    path = workbook(COLUMNS, _lines(found), title)
    name = f"{title} {timezone.localdate().isoformat()}.xlsx"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    # An open file outlives its name here: nothing is left to clean up.
    path.unlink()
    return response


def _lines(found: QuerySet[FinanceApplication]) -> Iterator[list[Any]]:
    for row in found.select_related("enterprise").order_by("pk").iterator(chunk_size=CHUNK):
        yield [safe(column.value(row)) for column in COLUMNS]
