"""Finding rows by what people type: the one search behind the header, the directory, desks, the admin and
autocompletes.

A model that can be searched has the columns that `federation.search.text.SearchText` names (`tokens` as
`search_tokens`, under GIN; B-trees for prefixes of `pinyin` and `initials`) and may have columns of codes. Every
condition built here is answered by one of those indexes.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from django.db.models import BooleanField, Case, Model, Q, QuerySet, Value, When

from federation.search.readings import units_of
from federation.search.syllables import cuts
from federation.search.text import COMMON, START, fold, neighbours, to_halfwidth

ModelT = TypeVar("ModelT", bound=Model)

LONGEST_TEXT = 80
MOST_WORDS = 5
CODES = ("uscc", "registration_number")
_RUN = re.compile(r"[0-9a-z]+|[^0-9a-z]+")
# The authority and the region of a credit code, or the beginning of an old registration number: no name has so many.
_CODE = re.compile(r"\d{6}|[0-9any]\d{7}")
# Pinyin initials hold none of these.
_NO_INITIALS = frozenset("iuv")
NOTHING = Q(pk__in=())


@dataclass(frozen=True)
class Wanted:
    """`anywhere` is all that is found. Of it, `stretches` stand together in the order of pinyin, since they are spelt
    the same from the beginning; `begins` are those that begin with the words in some other way. `along` is a stretch
    of the order outside of which nothing is found."""

    words: tuple[str, ...]
    anywhere: Q
    begins: Q | None = None
    stretches: tuple[Q, ...] = ()
    along: Q | None = None

    @property
    def finds_nothing(self) -> bool:
        return not self.words


@dataclass(frozen=True)
class _Columns:
    path: str
    codes: Sequence[str]

    def q(self, lookup: str, value: object) -> Q:
        return Q(**{f"{self.path}{lookup}": value})

    def tokens(self, tokens: Sequence[str]) -> Q:
        return self.q("search_tokens__contains", list(dict.fromkeys(tokens)))

    def holds(self, word: str) -> Q:
        return self.q("haystack__contains", word)


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """Folded words. Latin words are typed pinyin more often than words (fei ke), so they count as one."""
    typed = to_halfwidth(text)[:LONGEST_TEXT].replace("ü", "v").replace("Ü", "v")
    words = tuple(filter(None, map(fold, typed.split())))[:MOST_WORDS]
    if all(map(str.isascii, words)) or all(len(word) == 1 for word in words):
        return ("".join(words),) if words else ()
    return words


@lru_cache(maxsize=1024)
def wanted(text: str, path: str = "", codes: tuple[str, ...] = CODES) -> Wanted:
    """What `text` asks for; `path` leads from the queryset's model to the searched one ("enterprise__")."""
    columns = _Columns(path, codes)
    words = words_of(text)
    if not words:
        return Wanted((), NOTHING)
    if len(words) == 1:
        return _word(words[0], columns)
    found = [_word(word, columns) for word in words]
    # A lone character among longer words narrows what they find, wherever it stands.
    anywhere = _all(
        *[columns.holds(word) if len(word) == 1 else one.anywhere for word, one in zip(words, found, strict=True)]
    )
    first = found[0].begins
    return Wanted(words, anywhere, _all(anywhere, first) if first else None)


def _all(*conditions: Q) -> Q:
    """What `&` gives, which copies everything at every step."""
    return Q(*conditions)


def _any(*conditions: Q) -> Q:
    return Q(*conditions, _connector=Q.OR)


def row_by_row(condition: Q) -> Case:
    """The same condition, kept from every index: for terms that so many rows meet that reading them all to sort them
    would cost more than walking along the order until a page is full. The planner can't see that by itself: it
    takes the pairs of characters of a common word for independent of one another."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def search(
    queryset: QuerySet[ModelT], text: str, *, path: str = "", codes: tuple[str, ...] = CODES
) -> QuerySet[ModelT]:
    """The rows that `text` finds, in the queryset's own order; all of them when nothing was typed."""
    return queryset.filter(wanted(text, path, codes).anywhere) if text.strip() else queryset


def _word(word: str, columns: _Columns) -> Wanted:
    if word.isascii():
        return _latin(word, columns)
    if len(word) == 1:
        # Beginnings only, and of the name itself: by its reading they are one stretch of the order.
        readings = [columns.q("sort_key__startswith", reading) for reading in units_of(word)[0].readings]
        stretch = _any(*readings)
        return Wanted(
            (word,), _all(columns.tokens([START + word]), stretch), along=stretch if len(readings) == 1 else None
        )
    pairs = [pair for pair in neighbours(word, 2) if pair not in COMMON]
    begins, anywhere = columns.tokens([START + word[:2], *pairs]), columns.tokens(pairs)
    # Two characters are proved by their token; of more, the order is not.
    if len(word) > 2 or not pairs:
        holds = columns.holds(word)
        begins, anywhere = _all(begins, holds), _all(anywhere, holds) if pairs else holds
    runs = _RUN.findall(word)
    if len(runs) > 1 and not all(map(_is_short, runs)):
        # 飞科dq: the parts in different spellings. A short one only narrows what the others find.
        parts = [columns.holds(run) if _is_short(run) else _word(run, columns).anywhere for run in runs]
        anywhere = _any(anywhere, _all(*parts))
    return Wanted((word,), anywhere, begins)


def _is_short(run: str) -> bool:
    return len(run) < (3 if run.isascii() else 2)


def _latin(word: str, columns: _Columns) -> Wanted:
    if _CODE.match(word):
        return Wanted((word,), _any(*[columns.q(f"{code}__startswith", word.upper()) for code in columns.codes]))
    spelt = [columns.q("sort_key__startswith", beginning) for beginning in _spelt(word)]
    if len(word) == 1:
        return Wanted((word,), spelt[0], stretches=(spelt[0],))
    # Names with these initials lie scattered, but all under the first of them.
    initials = columns.q("initials__startswith", word)
    stretches = (*spelt, _all(columns.q("sort_key__startswith", word[0]), initials))
    begins = None
    if any(map(str.isdigit, word)):
        begins = _any(*[columns.q(f"{code}__startswith", word.upper()) for code in columns.codes])
    ways = [columns.tokens(neighbours(word, 2))]
    if len(word) > 2 and _NO_INITIALS.isdisjoint(word):
        ways.append(columns.tokens(neighbours(word, 3)))
    pairs = {tuple([one + two for one, two in itertools.pairwise(cut)]) for cut in cuts(word)}
    ways += [columns.tokens(way) for way in sorted(pairs) if way]
    found = [columns.q("pinyin__startswith", word), initials, _all(_any(*ways), columns.holds(word))]
    return Wanted((word,), _any(*found, begins) if begins else _any(*found), begins, stretches)


def _spelt(word: str) -> list[str]:
    """How the typed letters may begin a sort key: xianf is "xian f" and "xi an f"; a Latin name is itself."""
    spelt = {word}
    for cut in cuts(word):
        rest = word[sum(map(len, cut)) :]
        spelt.add(" ".join([*cut, rest] if rest else cut))
    return sorted(spelt)
