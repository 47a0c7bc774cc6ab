"""How the commands speak: a line for each step, and one line for what went wrong. Standard library only."""

import errno
import re
import shutil
import sys
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Problem(Exception):
    """What keeps a command from going on, in one line that a person can act on."""


def say(line: str = "") -> None:
    print(line, flush=True)


@contextmanager
def step(doing: str) -> Iterator[None]:
    """`Installing … done (41 s)`; the time is told when it was long enough to wonder about."""
    print(f"  {doing} … ", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    seconds = time.monotonic() - began
    print(f"done ({seconds:.0f} s)" if seconds >= 2 else "done", flush=True)


def columns(rows: list[list[str]]) -> list[str]:
    """Rows as lines with their cells one under the other; a Chinese character is two columns wide."""

    def width(text: str) -> int:
        return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)

    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    return [
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


DISK_FULL = "The disk is full: free some space and start again (what was there is kept)"
NO_NETWORK = (
    "The package index can't be reached: connect to the network, or set PIP_INDEX_URL to a mirror, and start again"
)


FULL_DISK_WORDS = re.compile(r"No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes|ENOSPC")
# With less than this free even a log can't say what happened.
FULL_DISK_BYTES = 256 * 1024


def disk_is_full(words: str, near: Path) -> bool:
    """Whether a program (pip, npm, PostgreSQL, Redis) that failed did so for want of room where it wrote."""
    return FULL_DISK_WORDS.search(words) is not None or shutil.disk_usage(near).free < FULL_DISK_BYTES


def explain(error: OSError) -> str:
    """One line for an error of the operating system, with the file it is about."""
    where = f": {error.filename}" if error.filename else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DISK_FULL + where
        case errno.EACCES | errno.EPERM:
            return (
                f"No permission{where}. If another user (root?) started this checkout before, "
                "start it as that user, or give the folder var/ to yourself"
            )
        case errno.EROFS:
            return f"The checkout is on a read-only disk{where}"
        case errno.EMFILE | errno.ENFILE:
            return "Too many open files: raise the limit (ulimit -n) and start again"
        case _:
            return f"{error.strerror or error}{where}"


def keep(words: str, log: Path) -> None:
    """Write what a program said to a log, if the disk still takes it: the one line is told either way."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(words, encoding="utf-8")
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise


def last_lines(log: Path, count: int = 400) -> list[str]:
    try:
        return log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
    except OSError:
        return []


def fail(error: Problem | OSError) -> int:
    """Print the one line; the exit status is for the shell."""
    line = str(error) if isinstance(error, Problem) else explain(error)
    print(f"\n{line.rstrip('.')}.", file=sys.stderr, flush=True)
    return 1
