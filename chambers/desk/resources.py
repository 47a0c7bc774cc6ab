"""The roster as a workbook, filtered as on the screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from chambers.desk.roster import with_details
from federation.indicators.resources import safe, workbook
from members.enterprises.models import Enterprise

CHUNK = 1000


@dataclass(frozen=True)
class RosterColumn:
    title: str | Promise
    value: Callable[[Enterprise], Any]


# Telephone numbers go out whole, and who took them is kept: the chamber calls its members by this list.
COLUMNS = [
    RosterColumn(_("name"), lambda row: row.name),
    RosterColumn(_("unified social credit code"), lambda row: row.uscc),
    RosterColumn(_("town"), lambda row: str(row.town or "")),
    RosterColumn(_("industry section"), lambda row: row.section),
    RosterColumn(_("size class"), lambda row: row.get_size_class_display()),
    RosterColumn(_("in the chamber since"), lambda row: row.place_since),
    RosterColumn(_("primary chamber"), lambda row: str(_("yes")) if row.is_primary_here else ""),
    RosterColumn(_("member number"), lambda row: row.membership.number if hasattr(row, "membership") else ""),
    RosterColumn(_("member until"), lambda row: row.member_until),
    RosterColumn(_("contact"), lambda row: row.contact_name),
    RosterColumn(_("telephone"), lambda row: row.contact_phone),
]


def export_roster(chamber: Chamber, found: QuerySet[Enterprise]) -> Path:
    """A temporary workbook that the caller removes."""
    rows = with_details(found, chamber).order_by("sort_key", "pk").iterator(chunk_size=CHUNK)
    return workbook(COLUMNS, _lines(rows), chamber.name)


def _lines(rows: Iterator[Enterprise]) -> Iterator[list[Any]]:
    for row in rows:
        yield [safe(column.value(row)) for column in COLUMNS]
