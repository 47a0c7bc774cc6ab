"""What the staff's page of an import shows, whatever the batch's state."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from members.enterprises.models import Enterprise
from members.enterprises.words import in_words
from members.register.access import can_be_confirmed, can_be_discarded, can_be_tried_again, can_be_undone
from members.register.fields import BY_COLUMN
from members.register.headers import BY_KEY
from members.register.models import ImportBatch, ImportRowError
from members.register.statuses import BUSY

Kind = ImportRowError.Kind
SHOWN = 50
CONFLICTS_A_PAGE = 50


@dataclass
class ColumnLine:
    """A header of the file and the column of the register that it is taken for."""

    header: str
    label: str = ""
    taken: bool = True


@dataclass
class ChangeLine:
    name: str
    code: str = ""
    line: int | None = None
    created: bool = False
    # (label, before, after) in words.
    fields: list[tuple[str, str, str]] = field(default_factory=list)
    enterprise: int | None = None


@dataclass
class ImportPage:
    batch: ImportBatch
    page: int = 1

    @property
    def is_busy(self) -> bool:
        return self.batch.status in BUSY

    @property
    def percent(self) -> int | None:
        """How far the writing is; reading doesn't know how much is still to come."""
        batch = self.batch
        if batch.status != ImportBatch.Status.APPLYING or not batch.rows_done or not batch.rows_total:
            return None
        return min(100, batch.rows_done * 100 // batch.rows_total)

    def figures(self) -> list[tuple[str, int]]:
        """What is nil and asks for nothing is left out."""
        pairs = [(name, getattr(self.batch, name)) for name in _FIGURES]
        return [
            (str(ImportBatch._meta.get_field(name).verbose_name), number)
            for name, number in pairs
            if number or name in _ALWAYS
        ]

    def facts(self) -> list[tuple[str, str]]:
        columns = self.batch.columns
        found = [
            (_("encoding"), columns.get("encoding", "")),
            (_("sheet"), columns.get("sheet", "")),
            (_("sheets left out"), _(", ").join(columns.get("other_sheets", []))),
            (_("header in line"), str(columns.get("header_line", ""))),
            (str(ImportBatch._meta.get_field("source").verbose_name), self.batch.source),
        ]
        return [(label, value) for label, value in found if value]

    def columns(self) -> list[ColumnLine]:
        known = [
            ColumnLine(header, str(BY_KEY[key].label), BY_KEY[key].taken)
            for header, key in self.batch.columns.get("fields", [])
            if key in BY_KEY
        ]
        return known + [ColumnLine(header, taken=False) for header in self.batch.columns.get("unknown", [])]

    def changes(self) -> list[ChangeLine]:
        """Before writing, the first rows that would change something; afterwards, the first that did."""
        if self.batch.status == ImportBatch.Status.PREVIEWED:
            return [_planned(entry) for entry in self.batch.sample[:SHOWN]]
        return list(self._written())

    def _written(self) -> Iterator[ChangeLine]:
        found = list(self.batch.changes.order_by("created", "pk")[:SHOWN])
        firms = Enterprise.objects.in_bulk([change.enterprise_id for change in found])
        for change in found:
            firm = firms.get(change.enterprise_id)
            currency = firm.capital_currency if firm else "CNY"
            yield ChangeLine(
                name=firm.name if firm else _("removed since"),
                code=(firm.uscc or firm.registration_number or "") if firm else "",
                created=change.created,
                enterprise=firm.pk if firm else None,
                fields=[
                    (_label(column), _words(column, change.before, currency), _words(column, change.after, currency))
                    for column in change.after
                    if column in BY_COLUMN and not (column == "capital_currency" and "capital" in change.after)
                ],
            )

    def conflicts(self) -> Page:
        found = self.batch.row_errors.filter(kind=Kind.CONFLICT).select_related("enterprise").order_by("line", "pk")
        return Paginator(found, CONFLICTS_A_PAGE).get_page(self.page)

    def overwritten(self) -> int:
        return self.batch.row_errors.filter(kind=Kind.CONFLICT, overwrite=True).count()

    def findings(self) -> list[ImportRowError]:
        """Rows not taken before mere notices."""
        return list(self.batch.row_errors.exclude(kind=Kind.CONFLICT).order_by("kind", "line", "pk")[:SHOWN])

    def has_findings(self) -> bool:
        return self.batch.row_errors.exists()

    def would_write(self) -> bool:
        batch = self.batch
        return bool(batch.rows_created or batch.rows_updated or batch.contacts_added or self.overwritten())

    def buttons(self) -> dict[str, bool]:
        return {
            "confirm": can_be_confirmed(self.batch) and self.would_write(),
            "again": can_be_tried_again(self.batch),
            "discard": can_be_discarded(self.batch),
            "undo": can_be_undone(self.batch),
        }


_FIGURES = (
    "rows_total",
    "rows_created",
    "rows_updated",
    "rows_unchanged",
    "rows_conflicting",
    "rows_invalid",
    "rows_noticed",
    "contacts_added",
)
_ALWAYS = frozenset({"rows_total", "rows_created", "rows_updated"})


def _label(column: str) -> str:
    return str(Enterprise._meta.get_field(BY_COLUMN[column].name).verbose_name)


def _words(column: str, values: dict[str, Any], currency: str) -> str:
    return in_words(BY_COLUMN[column].name, values.get(column), values.get("capital_currency") or currency)


def _planned(entry: dict[str, Any]) -> ChangeLine:
    return ChangeLine(
        name=entry["name"],
        code=entry["code"] or "",
        line=entry["line"],
        created=entry["created"],
        fields=[
            (str(Enterprise._meta.get_field(change["field"]).verbose_name), change["before"], change["after"])
            for change in entry["fields"]
        ],
    )
