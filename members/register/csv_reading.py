"""CSV as it comes: UTF-8 with or without a mark, GBK, UTF-16; commas, tabs or semicolons; quotation marks left open."""

import codecs
import csv
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from members.register.reading import HEADER_WITHIN, Row, Score, Source, Unreadable

DELIMITERS = (",", "\t", ";", "|", "，")
BLOCK = 1024 * 1024
# A field may hold line breaks, but one that runs on longer was left without its closing quotation mark.
MOST_LINES_IN_A_ROW = 60
LONGEST_LINE = 1_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@contextmanager
def open_csv(path: Path, score: Score) -> Iterator[Source]:
    encoding = encoding_of(path)
    with path.open(encoding=encoding, newline="") as file:
        delimiter = _delimiter(file, score)
        file.seek(0)
        yield Source(rows=_rows(file, delimiter), encoding=encoding)


def encoding_of(path: Path) -> str:
    """Reads the whole file once, for one wrong byte near its end would stop an import half way."""
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            candidates = [encoding]
            break
    else:
        if b"\0" in head:
            candidates = ["utf-16-le" if head[1:2] == b"\0" else "utf-16-be"]
        else:
            candidates = ["utf-8", "gb18030"]
    fault = None
    for encoding in candidates:
        fault = _undecodable(path, encoding)
        if fault is None:
            return encoding
    if fault is not None and b"\0" in head:
        raise Unreadable(_("This is no spreadsheet. The register takes CSV and XLSX files."))
    raise Unreadable(
        _("Line %(line)d holds characters that are neither UTF-8 nor GBK. Save the file as CSV UTF-8 and try again.")
        % {"line": fault}
    )


def _undecodable(path: Path, encoding: str) -> int | None:
    """The line of the first byte that the encoding can't read; None when it reads all."""
    decoder = codecs.getincrementaldecoder(encoding)()
    lines = 1
    with path.open("rb") as file:
        while True:
            block = file.read(BLOCK)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return lines + bytes(error.object[: error.start]).count(b"\n")
            if not block:
                return None
            if "\0" in text:
                return lines
            lines += text.count("\n")


def _delimiter(file: IO[str], score: Score) -> str:
    """The one under which a line near the top is most like a header."""
    lines = [line for line in islice(_lines(file), HEADER_WITHIN) if line.strip()]
    scores = {
        delimiter: max((score(row) for row in csv.reader(lines, delimiter=delimiter)), default=0)
        for delimiter in DELIMITERS
    }
    best = max(scores, key=lambda delimiter: scores[delimiter])
    if scores[best] > 1:
        return best
    # No header to go by: the delimiter that splits the lines most.
    counts = {delimiter: sum(line.count(delimiter) for line in lines) for delimiter in DELIMITERS}
    return max(counts, key=lambda delimiter: counts[delimiter])


def _lines(file: IO[str]) -> Iterator[str]:
    while line := file.readline(LONGEST_LINE):
        if len(line) >= LONGEST_LINE and not line.endswith("\n"):
            raise Unreadable(_("A line has more than a million characters: this is no table of rows."))
        yield line


def _rows(file: IO[str], delimiter: str) -> Iterator[Row]:
    """One row per record. A quotation mark that was never closed spoils its own row and no other."""
    lines = _lines(file)
    waiting: deque[str] = deque()
    number = 0
    while True:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            return
        number += 1
        if '"' not in line:
            cells = line.rstrip("\r\n").split(delimiter)
        elif line.count('"') % 2 == 0:
            cells = _parsed(line, delimiter)
        else:
            taken = _until_closed(line, lines, waiting)
            cells = _parsed("".join(taken), delimiter) if taken else None
            if cells is None or _runs_on(cells, delimiter):
                if taken:
                    waiting.extendleft(reversed(taken[1:]))
                yield Row(
                    number,
                    line.replace('"', "").rstrip("\r\n").split(delimiter),
                    fault=_('A quotation mark (") is missing or too many in this line.'),
                )
                continue
            yield Row(number, cells)
            number += len(taken) - 1
            continue
        if cells is None:
            yield Row(number, line.rstrip("\r\n").split(delimiter), fault=_("This line is no row of a table."))
        else:
            yield Row(number, cells)


def _parsed(text: str, delimiter: str) -> list[str] | None:
    try:
        return next(csv.reader((text,), delimiter=delimiter), None)
    except csv.Error:
        return None


def _until_closed(first: str, lines: Iterator[str], waiting: deque[str]) -> list[str]:
    """The lines of a record whose quoted field has line breaks; empty (all given back) when it doesn't end."""
    taken = [first]
    quotes = first.count('"')
    while quotes % 2 and len(taken) <= MOST_LINES_IN_A_ROW:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            break
        taken.append(line)
        quotes += line.count('"')
    if quotes % 2:
        waiting.extendleft(reversed(taken[1:]))
        return []
    return taken


def _runs_on(cells: list[str], delimiter: str) -> bool:
    """Whether a quoted field swallowed rows: after a line break in it there are as many delimiters as in a row."""
    if len(cells) < 2:
        return True
    return any("\n" in cell and max(part.count(delimiter) for part in cell.split("\n")[1:]) >= 3 for cell in cells)
