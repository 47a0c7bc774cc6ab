"""Search text: what a name is found by.

A name is found by two or more neighbouring Chinese characters, by full pinyin, by initials, by Latin words and
digits, and by what it begins with. The tokens live in a text[] column under GIN beside the row; no database extension
is needed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice, pairwise, product

from federation.search.readings import one_reading, units_of

_SPLIT = re.compile(r"[\W_]+")
# Legal forms end nearly every name: as tokens they'd cost an entry in every row and find nothing in particular.
LEGAL_FORM = re.compile("(?:股份有限公司|有限责任公司|有限公司|总公司|分公司|公司)$")
COMMON = frozenset({"有限", "限公", "公司", "限责", "责任", "任公"})
# Before the beginning of a distinctive name; no folded text holds it.
START = "^"
# Before a former or short name as it is written, so that a list can say by which name it found a row.
OTHER = "="
# A line break would end the line of a name; the database keeps no NUL.
_UNKEPT = re.compile(r"[\n\0]")
# A name with more doubtful characters than this allows is found by its likelier readings only.
MOST_VARIANTS = 8
LONGEST_TOKEN = 40


def to_halfwidth(value: str) -> str:
    """Full-width letters, digits and spaces become ordinary ones (NFKC)."""
    return value if unicodedata.is_normalized("NFKC", value) else unicodedata.normalize("NFKC", value)


def fold(value: str) -> str:
    """The form in which names are compared: half-width, lower case, no punctuation or spaces."""
    return _SPLIT.sub("", to_halfwidth(value).lower())


def neighbours(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(len(text) - length + 1)]


def without_legal_form(name: str) -> str:
    return LEGAL_FORM.sub("", name) or name


@dataclass(frozen=True)
class SearchText:
    """What is stored beside a row. `haystack` has a line for each form that a name may be typed in: rows found by
    tokens, which know nothing of the order they stand in, are checked against it. It also has the other names."""

    sort_key: str
    pinyin: str
    initials: str
    tokens: list[str]
    haystack: str


def _spell(core: str, tokens: set[str], lines: dict[str, None]) -> tuple[list[str], str]:
    """Adds what a name is found by in Latin letters; returns its syllables and initials."""
    syllables = one_reading(core)
    if syllables is not None:
        initials = "".join([syllable[0] for syllable in syllables])
        tokens.update([one + two for one, two in pairwise(syllables)])
        tokens.update(neighbours(initials, 3))
        lines["".join(syllables)] = lines[initials] = None
        return syllables, initials
    units = units_of(core)
    for one, two in pairwise(units):
        tokens.update([(a + b)[:LONGEST_TOKEN] for a in one.readings for b in two.readings])
    for spelling in islice(product(*[unit.readings for unit in units]), MOST_VARIANTS):
        lines["".join(spelling)] = None
    for letters in islice(product(*[unit.letters for unit in units]), MOST_VARIANTS):
        initials = "".join(letters)
        lines[initials] = None
        tokens.update(neighbours(initials, 3))
    return [unit.readings[0] for unit in units], "".join([unit.letters[0] for unit in units])


def search_text(
    name: str,
    *,
    core: str,
    others: Iterable[str] = (),
    core_of: Callable[[str], str] = without_legal_form,
) -> SearchText:
    """`core` is the distinctive part of the name, by which it sorts and is spelt; `core_of` finds that of the others:
    short and former names. The same arguments always give the same text."""
    folded, folded_core = fold(name), fold(core)
    lines: dict[str, None] = {folded: None}
    tokens = set(neighbours(folded, 2))
    tokens.add(START + folded_core[:1])
    tokens.add(START + folded_core[:2])
    syllables, initials = _spell(folded_core, tokens, lines)
    for other in others:
        folded = fold(other)
        if not folded or folded in lines:
            continue
        lines[folded] = lines[OTHER + _UNKEPT.sub(" ", other)] = None
        tokens.update(neighbours(folded, 2))
        folded_core = fold(core_of(other))
        tokens.add(START + folded_core[:1])
        tokens.add(START + folded_core[:2])
        _spell(folded_core, tokens, lines)
    tokens -= COMMON
    tokens.discard(START)
    return SearchText(
        sort_key=" ".join(syllables)[:120],
        pinyin="".join(syllables)[:400],
        initials=initials[:100],
        tokens=sorted(tokens),
        haystack="\n".join(lines),
    )


def other_names(haystack: str) -> list[str]:
    """Short and former names, as they are written."""
    return [line[len(OTHER) :] for line in haystack.split("\n") if line.startswith(OTHER)]
