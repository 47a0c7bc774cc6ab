"""Which characters of the texts no font has."""

import json
from collections.abc import Iterable

from events.printing.fonts import unprintable


def printed(texts: Iterable[str]) -> bytes:
    """A list of them as JSON."""
    return json.dumps(sorted({letter for text in texts for letter in unprintable(text)})).encode()
