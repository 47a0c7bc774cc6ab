"""Chambers in the header's search. There are some dozens: what they are found by is worked out once for all processes
(the dictionaries of readings are large) and looked through here."""

import hashlib
from dataclasses import dataclass

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.search.highlight import highlight
from federation.search.providers import Group, Result, Visitor, search_provider
from federation.search.query import words_of
from federation.search.shortlived import Shortlived
from federation.search.text import search_text

MOST_CHAMBERS = 500
SECONDS = 60
MONTH = 30 * 24 * 3600


@dataclass(frozen=True)
class _Known:
    slug: str
    name: str
    kind: str
    sort_key: str
    haystack: str


_known: Shortlived[list[_Known]] = Shortlived(SECONDS)


def _read() -> list[_Known]:
    columns = ("slug", "name", "short_name", "kind")
    rows = list(Chamber.objects.published().order_by("position", "pk").values_list(*columns)[:MOST_CHAMBERS])
    names = [(name, short) for _slug, name, short, _kind in rows]
    # The number changes with the shape of what is kept.
    key = f"chamber-search:2:{hashlib.sha256(repr(names).encode()).hexdigest()}"
    texts = cache.get(key)
    if texts is None:
        found = [search_text(name, core=name, others=[short]) for name, short in names]
        texts = [(text.sort_key, text.haystack) for text in found]
        cache.set(key, texts, MONTH)
    return [_Known(slug, name, kind, *text) for (slug, name, _short, kind), text in zip(rows, texts, strict=True)]


@search_provider(position=20)
def chambers(text: str, user: Visitor, limit: int) -> Group | None:
    words = words_of(text)
    found = [one for one in _known.get("all", _read) if words and all(word in one.haystack for word in words)]
    results = [
        Result(
            highlight(one.name, text, core=one.name, sort_key=one.sort_key),
            reverse("chambers:page", args=[one.slug]),
            str(Chamber.Kind(one.kind).label),
        )
        for one in found[:limit]
    ]
    return Group(_("Chambers"), results, str(len(found)), reverse("chambers:list") if len(found) > limit else "")
