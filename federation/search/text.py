"""Search text: what a name is found by.

A name is found by two or more neighbouring Chinese characters, by full pinyin, by initials and by code prefix.
Tokens live in a text[] column under GIN beside the row; no database extension is needed.
"""

import re
import unicodedata
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, load_phrases_dict, load_single_dict

_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]")
_SPLIT = re.compile(r"[^0-9a-z㐀-鿿豈-﫿\U00020000-\U0003ffff]+")

# Readings in names that the general dictionary gets wrong: places of the district and family names.
load_single_dict({ord("泖"): "mǎo", ord("榭"): "xiè", ord("佘"): "shé"})
load_phrases_dict({"泖港": [["mǎo"], ["gǎng"]], "叶榭": [["yè"], ["xiè"]], "佘山": [["shé"], ["shān"]]})


def to_halfwidth(value: str) -> str:
    """Full-width letters, digits and spaces become ordinary ones (NFKC)."""
    return unicodedata.normalize("NFKC", value)


def fold(value: str) -> str:
    """The form in which names are compared: half-width, lower case, no punctuation or spaces."""
    return _SPLIT.sub("", to_halfwidth(value).lower())


from dataclasses import dataclass  # noqa: E402


@dataclass(frozen=True)
class SearchText:
    sort_key: str
    pinyin: str
    initials: str
    tokens: list[str]


def search_text(name: str, *, core: str, others: list[str]) -> SearchText:
    """What is stored beside a row: see the search helper (to be completed)."""
    syllables = lazy_pinyin(core)
    folded = [fold(name), *(fold(o) for o in others if o)]
    tokens = sorted({f[i : i + 2] for f in folded for i in range(len(f) - 1)})
    return SearchText(
        sort_key=" ".join(syllables)[:120],
        pinyin="".join(syllables)[:400],
        initials="".join(s[0] for s in syllables if s)[:100],
        tokens=tokens,
    )
