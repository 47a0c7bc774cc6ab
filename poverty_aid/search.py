"""Villages in the search of the header, by name, former name, pinyin or the first digits of the code. There are some
hundreds: what they are found by is worked out once for all processes and looked through here."""

import hashlib
from dataclasses import dataclass

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from federation.search.highlight import highlight
from federation.search.providers import Group, Result, Visitor, search_provider
from federation.search.query import words_of
from federation.search.shortlived import Shortlived
from federation.search.text import search_text
from poverty_aid.villages.models import Village, VillageName

MOST_VILLAGES = 3000
FEWEST_DIGITS = 6
SECONDS = 60
MONTH = 30 * 24 * 3600


@dataclass(frozen=True)
class _Known:
    code: str
    name: str
    place: str
    sort_key: str
    haystack: str


_known: Shortlived[list[_Known]] = Shortlived(SECONDS)


def _read() -> list[_Known]:
    found = Village.objects.current().order_by("county__position", "code")
    rows = list(found.values_list("pk", "code", "name", "county__name", "township")[:MOST_VILLAGES])
    former: dict[int, list[str]] = {}
    for village, name in VillageName.objects.order_by("pk").values_list("village", "name")[:MOST_VILLAGES]:
        former.setdefault(village, []).append(name)
    names = [(name, tuple(former.get(pk, ()))) for pk, _code, name, _county, _township in rows]
    key = f"village-search:1:{hashlib.sha256(repr(names).encode()).hexdigest()}"
    texts = cache.get(key)
    if texts is None:
        read = [search_text(name, core=name, others=list(others)) for name, others in names]
        texts = [(text.sort_key, text.haystack) for text in read]
        cache.set(key, texts, MONTH)
    return [
        _Known(code, name, f"{county}{township}", *text)
        for (_pk, code, name, county, township), text in zip(rows, texts, strict=True)
    ]


@search_provider(position=40)
def villages(text: str, user: Visitor, limit: int) -> Group | None:
    typed, words = text.strip(), words_of(text)
    if typed.isascii() and typed.isdigit():
        found = [one for one in _known.get("all", _read) if len(typed) >= FEWEST_DIGITS and one.code.startswith(typed)]
    else:
        found = [one for one in _known.get("all", _read) if words and all(word in one.haystack for word in words)]
    results = [
        Result(
            highlight(one.name, text, core=one.name, sort_key=one.sort_key),
            reverse("poverty_aid:village", args=[one.code]),
            one.place,
        )
        for one in found[:limit]
    ]
    return Group(_("Villages"), results, str(len(found)), reverse("poverty_aid:villages") if len(found) > limit else "")
