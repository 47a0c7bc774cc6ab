"""PDF and XLSX: real ones, that neither run anything nor swell beyond measure."""

import itertools
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from django.utils.translation import gettext as _

from federation.files.errors import UploadRefused

MEGABYTE = 1024 * 1024
UNPACKED_AT_MOST = 300 * MEGABYTE
# Real sheets pack 20 to 1 or so; a bomb 1,000 to 1.
PACKED_AT_MOST = 200
SMALL = 5 * MEGABYTE
MEMBERS_AT_MOST = 2000
OBJECTS_AT_MOST = 20 * MEGABYTE

ACTIVE_NAMES = {
    b"JavaScript",
    b"JS",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"RichMedia",
    b"XFA",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"Movie",
    b"Sound",
}
_NAME = re.compile(rb"/([^\x00-\x20/<>\[\](){}%]+)")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb">>\s*stream\r?\n")
# Without a single object it is a PDF by its first five bytes alone.
_OBJECT = re.compile(rb"[0-9]\s+[0-9]+\s+obj\b")
_STREAM_END = b"endstream"


def check_pdf(file: BinaryIO) -> None:
    """Raises UploadRefused. What a reader hides in other ways is harmless here: PDFs are served as downloads only."""
    file.seek(0)
    content = file.read()
    file.seek(0)
    if b"%%EOF" not in content[-2048:] or not _OBJECT.search(content):
        raise UploadRefused(_("The PDF is damaged or incomplete. Save or scan it again."), code="damaged")
    streams = list(_streams(content))
    if any(b"/Encrypt" in before for before, _body in streams):
        raise UploadRefused(_("The PDF is locked with a password. Save it without one."), code="encrypted")
    for part in itertools.chain((before for before, _body in streams), _object_streams(streams)):
        if any(_ESCAPE.sub(_unescape, name[1]) in ACTIVE_NAMES for name in _NAME.finditer(part)):
            raise UploadRefused(
                _("The PDF contains scripts, forms or attached files. Print it to a plain PDF, or upload a photo."),
                code="active",
            )


def _unescape(match: "re.Match[bytes]") -> bytes:
    return bytes([int(match[1], 16)])


def _streams(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each stream behind what stands between it and the one before, its dictionary at the end; at last the rest, with
    nothing. Each byte is looked at once: a pattern for the whole takes minutes over a file made to be slow."""
    place = 0
    while start := _STREAM.search(content, place):
        end = content.find(_STREAM_END, start.end())
        if end < 0:
            break
        yield content[place : start.end()], content[start.end() : end]
        place = end + len(_STREAM_END)
    yield content[place:], b""


def _object_streams(streams: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Compressed objects, unpacked up to a bound: a name may hide there."""
    left = OBJECTS_AT_MOST
    for before, body in streams:
        if b"/ObjStm" not in before:
            continue
        try:
            unpacked = zlib.decompressobj().decompress(body, left)
        except zlib.error:
            # It may have unpacked much before it broke.
            unpacked = b""
            left -= MEGABYTE
        left -= len(unpacked)
        yield unpacked
        if left <= 0:
            raise UploadRefused(_("The PDF unpacks to far more than it seems. Print it to a plain PDF."), code="bomb")


def check_xlsx(file: BinaryIO) -> None:
    """A workbook without macros that unpacks to a sane size. Raises UploadRefused."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as error:
        raise UploadRefused(_("The spreadsheet is damaged. Save it again."), code="damaged") from error
    finally:
        file.seek(0)
    names = {member.filename for member in members}
    unpacked, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if (
        len(members) > MEMBERS_AT_MOST
        or unpacked > UNPACKED_AT_MOST
        or (unpacked > SMALL and unpacked > packed * PACKED_AT_MOST)
    ):
        raise UploadRefused(_("The spreadsheet unpacks to far more than it seems; it is not read."), code="bomb")
    if any(member.flag_bits & 1 for member in members):
        raise UploadRefused(_("The spreadsheet is locked with a password. Save it without one."), code="encrypted")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise UploadRefused(_("The spreadsheet contains macros. Save it as an ordinary .xlsx."), code="active")
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise UploadRefused(_("This is a packed file, but no Excel spreadsheet."), code="type")
