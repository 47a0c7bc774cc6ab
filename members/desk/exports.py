"""Everything the portal holds about an enterprise or a person, for them to take along: one ZIP of JSON and a workbook.

Each app says in its own `exports.py` what it holds:

    @enterprise_export
    def applications(enterprise: Enterprise) -> Iterable[Sheet]: …

    @person_export
    def messages(user: User) -> Iterable[Sheet]: …
"""

import datetime
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import xlsxwriter
from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.portal.formats import cn_datetime
from members.enterprises.models import Enterprise

# Each export reads everything there is, so a person gets so many an hour.
MOST_AN_HOUR = 5
HOUR = 3600
CHUNK = 1000
# What one cell of a workbook holds; the JSON has the whole text.
CELL = 32_000


@dataclass(frozen=True)
class Sheet:
    """`name` is the key in the JSON; `columns` are (key, heading); a row gives its values in that order."""

    name: str
    title: str | Promise
    columns: list[tuple[str, str]]
    rows: Iterable[list[Any]]


EnterpriseProvider = Callable[[Enterprise], Iterable[Sheet]]
PersonProvider = Callable[[User], Iterable[Sheet]]
_of_enterprises: list[EnterpriseProvider] = []
_of_people: list[PersonProvider] = []


def enterprise_export(provider: EnterpriseProvider) -> EnterpriseProvider:
    _of_enterprises.append(provider)
    return provider


def person_export(provider: PersonProvider) -> PersonProvider:
    _of_people.append(provider)
    return provider


def sheets_about(user: User, enterprise: Enterprise | None) -> Iterator[Sheet]:
    """About the person always; about the enterprise when one is given."""
    if enterprise is not None:
        for provider in _of_enterprises:
            yield from provider(enterprise)
    for person_provider in _of_people:
        yield from person_provider(user)


def sheet_of(name: str, title: str | Promise, rows: models.QuerySet, fields: Iterable[str]) -> Sheet:
    """Rows of one model: headings are the fields' names for people, choices and relations are in words."""
    known = [rows.model._meta.get_field(field) for field in fields]
    related = [field.name for field in known if field.is_relation]
    found = rows.select_related(*related) if related else rows
    return Sheet(
        name,
        title,
        [(field.name, str(field.verbose_name)) for field in known],
        ([_value(row, field) for field in known] for row in found.order_by("pk").iterator(chunk_size=CHUNK)),
    )


def _value(row: models.Model, field: models.Field) -> Any:
    value = getattr(row, field.name)
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    return str(value) if isinstance(value, models.Model) else value


def allowed_now(user: User) -> bool:
    """Counts one export of this person; false once there were too many within the hour."""
    key = f"desk:export:{user.pk}:{int(timezone.now().timestamp()) // HOUR}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) <= MOST_AN_HOUR
    except ValueError:
        # The hour ended between the two calls.
        return True


def write_archive(sheets: Iterable[Sheet], about: str) -> IO[bytes]:
    """An open temporary file with the ZIP, at its beginning; closing it removes it. Memory stays flat."""
    archive = tempfile.TemporaryFile(suffix=".zip")
    with tempfile.TemporaryDirectory() as folder:
        data, book = Path(folder) / "data.json", Path(folder) / "data.xlsx"
        _write_both(sheets, data, book)
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as parts:
            parts.writestr("README.txt", _readme(about))
            parts.write(data, "data.json")
            parts.write(book, "data.xlsx")
    archive.seek(0)
    return archive


def _readme(about: str) -> str:
    return "\n".join(
        [
            settings.FEDERATION_NAME,
            _("What this portal holds about: %(about)s") % {"about": about},
            _("Written on %(when)s") % {"when": cn_datetime(timezone.now())},
            "",
            _("data.json is for programs, data.xlsx for reading; both say the same."),
            "",
        ]
    )


def _write_both(sheets: Iterable[Sheet], data: Path, book: Path) -> None:
    """One pass over the rows writes both files."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with data.open("w", encoding="utf-8") as out, xlsxwriter.Workbook(str(book), options) as workbook:
        bold = workbook.add_format({"bold": True})
        out.write("{")
        taken: set[str] = set()
        for number, sheet in enumerate(sheets):
            page = workbook.add_worksheet(_page_name(str(sheet.title), taken))
            page.freeze_panes(1, 0)
            page.set_column(0, max(0, len(sheet.columns) - 1), 18)
            for position, (_key, heading) in enumerate(sheet.columns):
                page.write_string(0, position, heading, bold)
            out.write(f"{',' if number else ''}\n{json.dumps(sheet.name)}: [")
            for line, row in enumerate(sheet.rows, start=1):
                values = dict(zip((key for key, _heading in sheet.columns), row, strict=True))
                out.write(("," if line > 1 else "") + "\n  " + json.dumps(values, default=_plain, ensure_ascii=False))
                for position, value in enumerate(row):
                    _write_cell(page, line, position, value)
            out.write("\n]")
        out.write("\n}\n")


def _page_name(title: str, taken: set[str]) -> str:
    """A workbook's page names are short, without some signs, and each once whatever the case."""
    plain = "".join(sign for sign in title if sign not in "[]:*?/\\'")[:28] or "1"
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{plain} {number}"
    taken.add(name.lower())
    return name


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _write_cell(page: Any, line: int, position: int, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_string(line, position, _("yes") if value else _("no"))
    elif isinstance(value, int | Decimal):
        page.write_number(line, position, value)
    elif isinstance(value, datetime.datetime):
        page.write_string(line, position, timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S"))
    else:
        # Never a formula, whatever it begins with.
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
        page.write_string(line, position, text[:CELL])
