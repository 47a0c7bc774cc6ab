"""XLSX through calamine, after a look at the archive: what it would unpack to, and cells that calamine can't tell from
empty ones (formulas never computed, formulas that failed).

calamine holds the whole sheet, so what it is given is bounded: a larger table comes as CSV, which is read as a stream.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from members.register.headers import recognise
from members.register.reading import HEADER_WITHIN, Row, Source, Unreadable

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 120 * MEGABYTE
MOST_RATIO = 200
MOST_ENTRIES = 5000
# calamine keeps a full rectangle: one stray cell in the last row and column would be 17 thousand million cells.
MOST_CELLS = 1_500_000
MOST_FAULTS = 10_000
BLOCK = 2 * MEGABYTE
LONGEST_ROW = 16 * MEGABYTE

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(/)?>(?:(.*?)</(?:\w+:)?c>)?", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)\b[^>]*?(?<!/)>([^<]+)")
_ROW_END = re.compile(rb"</(?:\w+:)?row>")


@dataclass
class Extent:
    """How far the filled cells of a sheet reach, and which have a fault; places count from (0, 0)."""

    rows: int = 0
    columns: int = 0
    faults: dict[tuple[int, int], str] = field(default_factory=dict)


@contextmanager
def open_xlsx(path: Path) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bombs(archive)
            faults = _look_over(archive)
        with CalamineWorkbook.from_path(str(path)) as workbook:
            place, sheet, others = _choose(workbook)
            yield Source(rows=_rows(sheet, faults.get(place, {})), sheet=sheet.name, other_sheets=others)
    except PasswordError:
        raise Unreadable(
            _("The workbook is protected by a password. Save it without one and upload it again.")
        ) from None
    except (CalamineError, ZipError, XmlError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise Unreadable(
            _("The workbook is damaged. Open it in Excel or WPS, save it again, and upload that.")
        ) from None


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if not any(name.startswith("xl/worksheets/") for name in names):
        raise Unreadable(_what_else(names))
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(_("The workbook is protected by a password. Save it without one and upload it again."))
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        if unpacked > MOST_RATIO * max(packed, 1) or len(entries) > MOST_ENTRIES:
            raise Unreadable(_("This workbook would unpack to far more than it is: it isn't opened."))
        raise Unreadable(_too_large())


def _too_large() -> str:
    return _(
        "This workbook is too large to be read at once. Save it as CSV, which may have any number of rows, or in parts."
    )


def _what_else(names: set[str]) -> str:
    if "word/document.xml" in names:
        return _("This is a text document. The register takes CSV and XLSX files.")
    if "content.xml" in names and "mimetype" in names:
        return _("This is an OpenDocument file. Save it as .xlsx and upload that.")
    return _("This is a compressed archive. Unpack it and upload the spreadsheet inside.")


def _look_over(archive: zipfile.ZipFile) -> dict[int, dict[tuple[int, int], str]]:
    """Faulty cells by place of the sheet. Reading each entry to its end also proves the size that its header states."""
    places = _places(archive)
    found = {}
    cells = 0
    for entry in archive.infolist():
        with archive.open(entry) as file:
            blocks = iter(lambda: file.read(BLOCK), b"")
            if entry.filename in places:
                extent = _extent(blocks)
                cells = max(cells, extent.rows * extent.columns)
                found[places[entry.filename]] = extent.faults
            else:
                for _block in blocks:
                    pass
    if cells > MOST_CELLS:
        raise Unreadable(_too_large())
    return found


def _places(archive: zipfile.ZipFile) -> dict[str, int]:
    """File name of each sheet → its place in the workbook. Both lists are of a few lines; a regular expression reads
    them without an XML parser's dangers."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        raise zipfile.BadZipFile
    relations = {}
    for tag in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", archive.read("xl/_rels/workbook.xml.rels")):
        target, name = re.search(rb'\bTarget="([^"]*)"', tag), re.search(rb'\bId="([^"]*)"', tag)
        if target and name:
            path = target[1].decode(errors="replace")
            relations[name[1]] = path[1:] if path.startswith("/") else f"xl/{path}"
    sheets = re.findall(rb'<(?:\w+:)?sheet\b[^>]*?\b\w+:id="([^"]*)"', archive.read("xl/workbook.xml"))
    return {relations[name]: place for place, name in enumerate(sheets) if name in relations}


def _extent(blocks: Iterator[bytes]) -> Extent:
    extent = Extent()
    rest = b""
    for block in blocks:
        rest += block
        ends = [match.end() for match in _ROW_END.finditer(rest)]
        if ends:
            _count(rest[: ends[-1]], extent)
            rest = rest[ends[-1] :]
        elif len(rest) > LONGEST_ROW:
            raise Unreadable(_too_large())
    return extent


def _count(xml: bytes, extent: Extent) -> None:
    for match in _CELL.finditer(xml):
        attributes, closed, inner = match.groups()
        reference = None if closed else _REFERENCE.search(attributes)
        if reference is None or not inner:
            continue
        filled = _VALUE.search(inner) is not None
        formula = b"<f" in inner or b":f" in inner
        if not filled and not formula:
            continue
        row, column = int(reference[2]) - 1, _column(reference[1])
        if filled:
            extent.rows, extent.columns = max(extent.rows, row + 1), max(extent.columns, column + 1)
        if len(extent.faults) < MOST_FAULTS:
            if b't="e"' in attributes:
                extent.faults[row, column] = _("The formula in this cell failed (%(error)s).") % {
                    "error": _VALUE.search(inner)[1].decode(errors="replace") if filled else "?"
                }
            elif formula and not filled and b't="str"' not in attributes:
                extent.faults[row, column] = _(
                    "The formula in this cell was never computed. Open the file in Excel or WPS, save it, try again."
                )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _choose(workbook: CalamineWorkbook) -> tuple[int, CalamineSheet, list[str]]:
    """The visible sheet whose top is most like a header, with its place; the first where none is."""
    visible = [
        (place, sheet.name)
        for place, sheet in enumerate(workbook.sheets_metadata)
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    best, best_score = None, -1
    for place, name in visible:
        sheet = workbook.get_sheet_by_name(name)
        score = max((recognise(row).score for row in islice(sheet.iter_rows(), HEADER_WITHIN)), default=0)
        if score > best_score:
            best, best_score = (place, sheet), score
    if best is None:
        raise Unreadable(_("The workbook has no visible sheet."))
    return *best, [name for place, name in visible if place != best[0]]


def _rows(sheet: CalamineSheet, faults: dict[tuple[int, int], str]) -> Iterator[Row]:
    """Every row from the first filled one. A cell merged over several rows counts for each of them."""
    if sheet.start is None:
        return
    first_column = sheet.start[1]
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), words in faults.items():
        by_row.setdefault(row, {})[column - first_column] = words
    ranges = sorted(sheet.merged_cell_ranges or (), reverse=True)
    # Merged ranges that the current row lies in: [last row, column, value of the top cell].
    open_ranges: list[tuple[int, int, object]] = []
    for row, cells in enumerate(sheet.iter_rows()):
        open_ranges = [known for known in open_ranges if known[0] >= row]
        for _last, column, value in open_ranges:
            if cells[column] == "":
                cells[column] = value
        while ranges and ranges[-1][0][0] <= row:
            (top, left), (bottom, _right) = ranges.pop()
            if top == row < bottom and 0 <= left - first_column < len(cells):
                open_ranges.append((bottom, left - first_column, cells[left - first_column]))
        yield Row(row + 1, cells, cell_faults=by_row.get(row))
