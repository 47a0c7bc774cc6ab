"""Opening a file of the register: what kind it is, where its header stands, and its rows one by one.

Nothing here knows what a credit code is; it hands out cells, and says in words why a file can't be read.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

HEADER_WITHIN = 30

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"{\\rtf", "word"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"


# How much a row is like a header: the number of columns that it names.
Score = Callable[[list[Any]], int]


class Unreadable(ValidationError):
    """The whole file can't be taken, in words."""


@dataclass(slots=True)
class Row:
    """`line` counts as the spreadsheet or text editor does, from 1. `fault` says why the row can't be read as it is."""

    line: int
    cells: list[Any]
    fault: str = ""
    # Cells with a fault of their own, by position: a formula that was never computed, or one that failed.
    cell_faults: dict[int, str] | None = None


@dataclass
class Source:
    """Rows in order, those above the header included, and what was found out on the way."""

    rows: Iterator[Row]
    encoding: str = ""
    sheet: str = ""
    # Sheets that aren't read.
    other_sheets: list[str] = field(default_factory=list)


@contextmanager
def open_source(path: Path, score: Score | None = None) -> Iterator[Source]:
    """Raises Unreadable for what is neither CSV nor XLSX, at once or while its rows are read.

    `score` finds the sheet and the delimiter of a table that isn't the register's.
    """
    from members.register import csv_reading, xlsx_reading
    from members.register.headers import likeness

    kind = kind_of(path)
    refusal = _refusal(kind)
    if refusal:
        raise Unreadable(refusal)
    reader = xlsx_reading.open_xlsx if kind == "zip" else csv_reading.open_csv
    with reader(path, score or likeness) as source:
        yield source


def kind_of(path: Path) -> str:
    """What the first bytes say, whatever the name ends in."""
    with path.open("rb") as file:
        head = file.read(4096)
        if not head:
            return "empty"
        if head.startswith(OLE):
            # An encrypted workbook is an old container around the new format.
            rest = head + file.read(4 * 1024 * 1024)
            return "encrypted" if "EncryptedPackage".encode("utf-16-le") in rest else "xls"
    if head.startswith((ZIP, EMPTY_ZIP)):
        return "zip"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<head", b"<meta")):
        return "html"
    if start.startswith((b"<?xml", b"<workbook")):
        return "xml"
    return "text"


def _refusal(kind: str) -> str:
    return {
        "empty": _("The file is empty."),
        "encrypted": _("The workbook is protected by a password. Save it without one and upload it again."),
        "xls": _("This is an old .xls workbook. Open it in Excel or WPS, save it as .xlsx, and upload that."),
        "html": _("This is a web page with the name of a spreadsheet. Open it in Excel or WPS and save it as .xlsx."),
        "xml": _("This is an XML file. Open it in Excel or WPS and save it as .xlsx."),
        "pdf": _("This is a PDF. The register takes CSV and XLSX files."),
        "picture": _("This is a picture. The register takes CSV and XLSX files."),
        "word": _("This is a text document. The register takes CSV and XLSX files."),
        "archive": _("This is a compressed archive. Unpack it and upload the spreadsheet inside."),
    }.get(kind, "")
