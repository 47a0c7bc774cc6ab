"""Enterprises as a spreadsheet. What goes out here can be edited and imported again: its headers are those that the
importer knows, and an export that was not edited changes nothing."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.http import HttpResponse
from django.utils.translation import gettext as _

from federation.indicators.resources import file_of, require_room
from members.enterprises.choices import Control, Currency, RegistrationType, SizeClass, State
from members.enterprises.industry import SECTION_DIVISIONS
from members.enterprises.models import IndustryClass, NameRecord
from members.enterprises.querysets import EnterpriseQuerySet
from members.enterprises.sections import section_names

CHUNK = 2000


@dataclass(frozen=True)
class ExportColumn:
    """`path` is what is read of an enterprise; `shown` turns it into what a person reads."""

    key: str
    title: str
    path: str
    shown: Callable[[Any], Any] = lambda value: value


def _label_of(choices: Any) -> Callable[[Any], str]:
    """Labels in the language of the export, looked up once."""
    labels: dict[Any, str] = {}

    def shown(value: Any) -> str:
        if value not in labels:
            labels[value] = str(choices(value).label) if value else ""
        return labels[value]

    return shown


def _industry_of() -> Callable[[Any], str]:
    names = dict(IndustryClass.objects.values_list("code", "name"))
    return lambda code: f"{code} {names[code]}" if code else ""


def _section_of() -> Callable[[Any], str]:
    names = section_names(SECTION_DIVISIONS.keys())
    return lambda letter: names.get(letter, letter)


def columns() -> list[ExportColumn]:
    """All of them, in the order of a register; titles in the language of the request."""
    return [
        ExportColumn("name", _("name"), "name"),
        ExportColumn("code", _("unified social credit code"), "uscc"),
        ExportColumn("registration_number", _("old registration number"), "registration_number"),
        ExportColumn("short_name", _("short name"), "short_name"),
        ExportColumn("former_names", _("former names"), "former", "、".join),
        ExportColumn("state", _("state"), "state", _label_of(State)),
        ExportColumn("type", _("registration type"), "registration_type", _label_of(RegistrationType)),
        ExportColumn("type_text", _("registration type as stated"), "registration_type_text"),
        ExportColumn("control", _("control"), "control", _label_of(Control)),
        ExportColumn("industry", _("industry class"), "industry_id", _industry_of()),
        ExportColumn("section", _("industry section"), "section", _section_of()),
        ExportColumn("legal_representative", _("legal representative"), "legal_representative"),
        ExportColumn("registered_on", _("registered on"), "registered_on"),
        ExportColumn("capital", _("registered capital (yuan)"), "capital"),
        ExportColumn("capital_currency", _("currency"), "capital_currency", _label_of(Currency)),
        ExportColumn("scope", _("business scope"), "scope"),
        ExportColumn("district", _("district as registered"), "district"),
        ExportColumn("town", _("town"), "town__name"),
        ExportColumn("park", _("park"), "park__name"),
        ExportColumn("address", _("registered address"), "address"),
        ExportColumn("parent", _("parent company"), "parent__uscc"),
        ExportColumn("staff", _("staff"), "staff_count"),
        ExportColumn("revenue", _("yearly revenue (yuan)"), "revenue"),
        ExportColumn("assets", _("total assets (yuan)"), "assets"),
        ExportColumn("size_class", _("size class"), "size_class", _label_of(SizeClass)),
        ExportColumn("website", _("website"), "website"),
        ExportColumn("phone", _("public telephone"), "public_phone"),
    ]


def export_enterprises(
    found: EnterpriseQuerySet, wanted: Collection[str] | None = None, kind: str = "xlsx"
) -> HttpResponse:
    """`found` as it was filtered, streamed row by row; `wanted` are keys of columns (all), `kind` is xlsx or csv.

    Raises TooManyRows for a workbook beyond what a spreadsheet opens with ease.
    """
    chosen = [column for column in columns() if wanted is None or column.key in wanted]
    require_room(found, kind)
    return file_of(chosen, rows_of(found, chosen), _("enterprises"), kind)


def rows_of(found: EnterpriseQuerySet, chosen: list[ExportColumn]) -> Iterator[list[Any]]:
    names = NameRecord.objects.filter(enterprise=OuterRef("pk")).order_by("-until", "-pk").values("name")
    if any(column.path == "former" for column in chosen):
        found = found.annotate(former=ArraySubquery(names))
    rows = found.order_by("sort_key", "pk").values_list(*[column.path for column in chosen])
    for values in rows.iterator(chunk_size=CHUNK):
        yield [column.shown(value) for column, value in zip(chosen, values, strict=True)]
