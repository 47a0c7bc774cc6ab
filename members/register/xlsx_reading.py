"""The rows of an XLSX file, read as a stream: memory stays flat whatever the number of rows, and a stray cell in the
last row and column costs nothing. Values are those that were computed when the file was saved.

Libraries hold the whole sheet, and can't tell a formula that failed or was never computed from an empty cell."""

import datetime
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from xml.parsers import expat

from django.utils.translation import gettext as _

from members.register.reading import HEADER_WITHIN, Row, Score, Source, Unreadable
from members.register.xlsx_package import (
    Listener,
    SharedStrings,
    SheetPart,
    blocks_of,
    date_styles,
    parse,
    refuse_bombs,
    shared_strings,
    sheets_of,
    unescaped,
)

# A register has some thirty columns; what lies further out is left unread.
MOST_COLUMNS = 500
MOST_MERGED = 50_000
_EPOCHS = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}
_LAST_SERIAL = 2_958_465
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"')
_LETTERS = re.compile(r"[A-Z]+")


@contextmanager
def open_xlsx(path: Path, score: Score) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            refuse_bombs(archive)
            parts, from_1904 = sheets_of(archive)
            with shared_strings(archive) as strings:
                book = _Book(archive, strings, date_styles(archive), _EPOCHS[from_1904])
                chosen, others = _choose(book, [part for part in parts if part.visible], score)
                yield Source(rows=book.rows(chosen), sheet=chosen.name, other_sheets=others)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, NotImplementedError, UnicodeError):
        raise Unreadable(
            _("The workbook is damaged. Open it in Excel or WPS, save it again, and upload that.")
        ) from None


def _choose(book: "_Book", visible: list[SheetPart], score: Score) -> tuple[SheetPart, list[str]]:
    """The visible sheet whose top is most like a header; the first where none is."""
    if not visible:
        raise Unreadable(_("The workbook has no visible sheet."))

    def best_of(part: SheetPart) -> int:
        rows = book.rows(part)
        best = max((score(row.cells) for row in islice(rows, HEADER_WITHIN)), default=0)
        rows.close()
        return best

    chosen = max(visible, key=best_of) if len(visible) > 1 else visible[0]
    return chosen, [part.name for part in visible if part is not chosen]


class _Book:
    def __init__(
        self,
        archive: zipfile.ZipFile,
        strings: SharedStrings,
        dates: frozenset[str],
        epoch: datetime.datetime,
    ) -> None:
        self.archive, self.strings, self.dates, self.epoch = archive, strings, dates, epoch

    def rows(self, part: SheetPart) -> Iterator[Row]:
        """Every row that the sheet has; a cell merged over several rows counts for each of them."""
        merged = self._merged(part)
        # Merged columns that the current row lies in: [last row, column, value of the top cell].
        running: list[tuple[int, int, Any]] = []
        with self.archive.open(part.path) as file:
            sheet = _Sheet(self.strings, self.dates, self.epoch)
            for _pause in parse(blocks_of(file), sheet):
                for row in sheet.taken():
                    if merged or running:
                        running = _fill(row, running, merged)
                    yield row

    def _merged(self, part: SheetPart) -> dict[int, list[tuple[int, int]]]:
        """Line of the top cell → (column, last line) of ranges over several rows. They stand at the end of the file,
        and are needed at its beginning."""
        found: dict[int, list[tuple[int, int]]] = {}
        rest = b""
        number = 0
        with self.archive.open(part.path) as file:
            for block in blocks_of(file):
                text = rest + block
                if b"mergeCell" in text:
                    for match in _MERGED.finditer(text):
                        top, bottom = int(match[2]), int(match[4])
                        if bottom > top and number < MOST_MERGED:
                            number += 1
                            found.setdefault(top, []).append((_column(match[1].decode()), bottom))
                # A tag may be cut by the end of the block; one that ended isn't kept for the next.
                rest = text[text.rfind(b"<") :][:200] if b">" not in text[text.rfind(b"<") :] else b""
        return found


def _fill(
    row: Row, running: list[tuple[int, int, Any]], merged: dict[int, list[tuple[int, int]]]
) -> list[tuple[int, int, Any]]:
    running = [known for known in running if known[0] >= row.line]
    for _last, column, value in running:
        if column >= len(row.cells):
            row.cells.extend([""] * (column + 1 - len(row.cells)))
        if row.cells[column] == "":
            row.cells[column] = value
    for column, bottom in merged.get(row.line, ()):
        if column < len(row.cells):
            running.append((bottom, column, row.cells[column]))
    return running


class _Sheet(Listener):
    """Gathers rows; `taken` hands over those that are complete."""

    def __init__(self, strings: SharedStrings, dates: frozenset[str], epoch: datetime.datetime) -> None:
        self.strings, self.dates, self.epoch = strings, dates, epoch
        self.ready: list[Row] = []
        self.line = 0
        self.cells: list[Any] = []
        self.faults: dict[int, str] = {}
        self.column = -1
        self.kind = self.style = ""
        self.parts: list[str] = []
        self.wanted = self.aside = self.formula = False

    def taken(self) -> list[Row]:
        ready, self.ready = self.ready, []
        return ready

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            reference = attributes.get("r")
            self.column = _column_of(reference) if reference else self.column + 1
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.formula = False
            self.parts.clear()
        elif name == "v" or name == "t":
            self.wanted = not self.aside
        elif name == "f":
            self.formula = True
        elif name == "row":
            number = attributes.get("r")
            self.line = int(number) if number and number.isdecimal() else self.line + 1
            self.cells, self.faults, self.column = [], {}, -1
        elif name == "rPh":
            self.aside = True

    def text(self, data: str) -> None:
        if self.wanted:
            self.parts.append(data)

    def end(self, name: str) -> None:
        if name == "v" or name == "t":
            self.wanted = False
        elif name == "c":
            if self.column < MOST_COLUMNS and (self.parts or self.formula):
                self._take_cell()
        elif name == "row":
            if self.cells:
                self.ready.append(Row(self.line, self.cells, cell_faults=self.faults or None))
        elif name == "rPh":
            self.aside = False

    def _take_cell(self) -> None:
        value = self._value("".join(self.parts))
        if self.column >= len(self.cells):
            self.cells.extend([""] * (self.column + 1 - len(self.cells)))
        self.cells[self.column] = value

    def _value(self, text: str) -> Any:
        kind = self.kind
        if kind == "s":
            return self.strings[int(text)] if text.isdecimal() else ""
        if kind == "e":
            self.faults[self.column] = _("The formula in this cell failed (%(error)s).") % {"error": text}
            return ""
        if kind in ("str", "inlineStr", "d"):
            return unescaped(text)
        if not text:
            if self.formula:
                self.faults[self.column] = _(
                    "The formula in this cell was never computed. Open the file in Excel or WPS, save it, try again."
                )
            return ""
        if kind == "b":
            return text == "1"
        return self._number(text)

    def _number(self, text: str) -> Any:
        try:
            number = float(text)
        except ValueError:
            return text
        if self.style in self.dates and 0 < number <= _LAST_SERIAL:
            moment = self.epoch + datetime.timedelta(days=number)
            return moment.date() if number.is_integer() else moment
        return number


_known_columns: dict[str, int] = {}


def _column_of(reference: str) -> int:
    """The place of the column in a reference such as AB12, from 0."""
    letters = reference.rstrip("0123456789")
    place = _known_columns.get(letters)
    if place is None:
        place = _column(letters)
        if len(_known_columns) < MOST_COLUMNS:
            _known_columns[letters] = place
    return place


def _column(letters: str) -> int:
    if not _LETTERS.fullmatch(letters) or len(letters) > 3:
        raise zipfile.BadZipFile
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
