"""What a file is, told from its content. Name and declared type are only claims."""

import codecs
import re
from typing import BinaryIO

import filetype

CSV = "text/csv"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
XLS = "application/vnd.ms-excel"
UNKNOWN = "application/octet-stream"

HEAD = 8192
BLOCK = 64 * 1024
TEXT_ENCODINGS = ("utf-8-sig", "gb18030")
# Texts that some browser or program would run or render.
ACTIVE_TEXT = (b"<", b"{\\rtf", b"%!ps", b"#!", b"@echo", b"mz")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def content_type_of(file: BinaryIO) -> str:
    """The MIME type; the file is left at its start."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(COMPOUND):
        return XLS
    if head.startswith(b"PK\x03\x04"):
        # Which of the many zipped formats it is takes looking inside: see documents.py.
        return ZIP
    guess = filetype.guess(head)
    if guess is not None:
        return guess.mime
    return CSV if is_plain_text(file) else UNKNOWN


def is_plain_text(file: BinaryIO) -> bool:
    """Readable from end to end in an encoding that spreadsheets write, and nothing that a browser would run."""
    file.seek(0)
    start = file.read(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start or start.startswith(ACTIVE_TEXT):
        return False
    return any(_decodes(file, encoding) for encoding in TEXT_ENCODINGS)


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while block := file.read(BLOCK):
            if _CONTROL.search(decoder.decode(block)):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    finally:
        file.seek(0)
    return True
