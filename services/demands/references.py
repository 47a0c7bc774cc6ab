"""Numbers as people say them on the telephone."""

import re

_REFERENCE = re.compile(r"^\s*(?:SQ\s*\d{4}\s*-?|\d{4}-)\s*0*(\d{1,12})\s*$", re.IGNORECASE)


def pk_of(text: str) -> int | None:
    """The key that a number such as SQ2026-000123 names; None for anything else."""
    found = _REFERENCE.match(text)
    return int(found[1]) if found else None
