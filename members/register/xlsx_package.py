"""The parts of an XLSX file that stand around its rows: the archive itself, the list of sheets, date styles, and the
strings that cells share. Nothing is held that grows with the file: shared strings wait in a temporary file."""

import mmap
import re
import tempfile
import zipfile
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from django.utils.translation import gettext as _

from members.register.reading import Unreadable

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 2048 * MEGABYTE
# Real sheets pack 20 to 1 or so, a bomb 1,000 to 1.
MOST_RATIO = 200
SMALL = 5 * MEGABYTE
MOST_ENTRIES = 5000
# Workbook, relations and styles are lists of a few hundred lines.
MOST_SMALL_PART = 20 * MEGABYTE
BLOCK = 256 * 1024

WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
# Number formats 14–22 and 45–47 are dates and times; 27–36 and 50–58 are the Chinese ones.
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_OF_A_DATE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class SheetPart:
    name: str
    path: str
    visible: bool


def refuse_bombs(archive: zipfile.ZipFile) -> None:
    """Also what is no workbook at all. A size that the archive states too small ends in a checksum error later."""
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if WORKBOOK not in names or not any(name.startswith("xl/worksheets/") for name in names):
        raise Unreadable(_what_else(names))
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(_("The workbook is protected by a password. Save it without one and upload it again."))
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    swells = unpacked > SMALL and unpacked > MOST_RATIO * max(packed, 1)
    if swells or unpacked > MOST_UNPACKED or len(entries) > MOST_ENTRIES:
        raise Unreadable(_("This workbook would unpack to far more than it is: it isn't opened."))


def _what_else(names: set[str]) -> str:
    if "word/document.xml" in names:
        return _("This is a text document. The register takes CSV and XLSX files.")
    if "content.xml" in names and "mimetype" in names:
        return _("This is an OpenDocument file. Save it as .xlsx and upload that.")
    return _("This is a compressed archive. Unpack it and upload the spreadsheet inside.")


# --- XML, block by block --------------------------------------------------------------------------


class Listener:
    """Hears of elements by their bare names. `parser` is the expat parser that speaks."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, data: str) -> None: ...


def _forbidden(*args: object) -> None:
    # Workbooks have no document type; entities are how XML is made to swell.
    raise zipfile.BadZipFile


def parse(blocks: Iterator[bytes], listener: Listener) -> Iterator[None]:
    """Feeds the blocks; pauses after each, so that the caller can take what the listener has gathered."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 65536
    parser.StartDoctypeDeclHandler = _forbidden
    parser.CharacterDataHandler = listener.text
    parser.StartElementHandler, parser.EndElementHandler = _bare(listener)
    for block in blocks:
        parser.Parse(block)
        yield
    parser.Parse(b"", True)
    yield


def _bare(listener: Listener) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None]]:
    """Some programs write <x:row> for <row>."""

    def start(name: str, attributes: dict[str, str]) -> None:
        listener.start(name if ":" not in name else name.partition(":")[2], attributes)

    def end(name: str) -> None:
        listener.end(name if ":" not in name else name.partition(":")[2])

    return start, end


def blocks_of(file: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: file.read(BLOCK), b"")


def _elements(archive: zipfile.ZipFile, path: str) -> list[tuple[str, dict[str, str]]]:
    """Every element of a small part, in order."""
    if path not in archive.namelist() or archive.getinfo(path).file_size > MOST_SMALL_PART:
        raise zipfile.BadZipFile
    found: list[tuple[str, dict[str, str]]] = []

    class Gather(Listener):
        def start(self, name: str, attributes: dict[str, str]) -> None:
            found.append((name, attributes))

    with archive.open(path) as file:
        for _pause in parse(blocks_of(file), Gather()):
            pass
    return found


# --- The list of sheets, and dates ----------------------------------------------------------------


def sheets_of(archive: zipfile.ZipFile) -> tuple[list[SheetPart], bool]:
    """Worksheets in the order of their tabs, and whether days are counted from 1904."""
    targets = {}
    for name, attributes in _elements(archive, RELATIONS):
        if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "")
            targets[attributes.get("Id")] = target[1:] if target.startswith("/") else f"xl/{target}"
    there = set(archive.namelist())
    found, from_1904 = [], False
    for name, attributes in _elements(archive, WORKBOOK):
        if name == "workbookPr":
            from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), None)
            path = targets.get(relation)
            if path in there:
                visible = attributes.get("state", "visible") == "visible"
                found.append(SheetPart(attributes.get("name", ""), path, visible))
    return found, from_1904


def date_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """Styles of cells, by their numbers, under which a number is a date."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    formats, styles, inside = set(_DATE_FORMATS), [], False
    for name, attributes in _elements(archive, "xl/styles.xml"):
        if name == "numFmt":
            code = _NOT_OF_A_DATE.sub("", attributes.get("formatCode", "")).lower()
            number = _number(attributes.get("numFmtId", ""))
            if re.search(r"[ymdhs年月日]", code):
                formats.add(number)
            else:
                formats.discard(number)
        elif name in ("cellXfs", "cellStyleXfs", "dxfs", "cellStyles"):
            inside = name == "cellXfs"
        elif name == "xf" and inside:
            styles.append(_number(attributes.get("numFmtId", "")) in formats)
    return frozenset(str(number) for number, is_date in enumerate(styles) if is_date)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else -1


# --- Shared strings -------------------------------------------------------------------------------


class SharedStrings:
    """Reads as a list of strings; they lie in a file that is mapped, not held."""

    def __init__(self, content: mmap.mmap | bytes, ends: "array[int]") -> None:
        self.content, self.ends = content, ends

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self.ends):
            raise zipfile.BadZipFile
        start = self.ends[number - 1] if number else 0
        return self.content[start : self.ends[number]].decode()


class _Strings(Listener):
    """Each <si> in one text; what helps to pronounce it (<rPh>) is left out."""

    def __init__(self, out: IO[bytes], ends: "array[int]") -> None:
        self.out, self.ends, self.position = out, ends, 0
        self.parts: list[str] = []
        self.wanted = self.aside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "t":
            self.wanted = not self.aside
        elif name == "rPh":
            self.aside = True

    def text(self, data: str) -> None:
        if self.wanted:
            self.parts.append(data)

    def end(self, name: str) -> None:
        if name == "t":
            self.wanted = False
        elif name == "rPh":
            self.aside = False
        elif name == "si":
            content = unescaped("".join(self.parts)).encode("utf-8", "replace")
            self.out.write(content)
            self.position += len(content)
            self.ends.append(self.position)
            self.parts.clear()


def unescaped(text: str) -> str:
    """_x000D_ is how a workbook writes what XML can't."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


@contextmanager
def shared_strings(archive: zipfile.ZipFile) -> Iterator[SharedStrings]:
    path = next((name for name in archive.namelist() if name.lower() == "xl/sharedstrings.xml"), None)
    ends = array("Q")
    if path is None:
        yield SharedStrings(b"", ends)
        return
    with tempfile.TemporaryFile() as spool:
        with archive.open(path) as file:
            for _pause in parse(blocks_of(file), _Strings(spool, ends)):
                pass
        spool.flush()
        if not ends or not ends[-1]:
            yield SharedStrings(b"", ends)
            return
        with mmap.mmap(spool.fileno(), 0, access=mmap.ACCESS_READ) as content:
            yield SharedStrings(content, ends)
