"""One page of the public directory: which enterprises, in which order, and what to say about them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Self

from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from federation.search.counts import COUNTED, count_text, kept_count
from federation.search.highlight import Segment, highlight, is_hit
from federation.search.keyset import PAGE_SIZE, BadCursor, Cursor, Page, read_parts
from federation.search.query import wanted
from federation.search.ranked import search_page
from federation.search.shortlived import Shortlived
from federation.search.text import other_names
from members.directory.facets import all_choices, town_names
from members.directory.filters import narrowed
from members.directory.registry import Text, facets
from members.enterprises.choices import SizeClass
from members.enterprises.industry import SECTION_NAMES
from members.enterprises.models import Enterprise
from members.enterprises.names import core_name

TEXT, CURSOR = "q", "at"
EXCERPT = 80
COLUMNS = ("id", "uscc", "registration_number", "name", "short_name", "town_id", "section", "size_class", "sort_key")


# What finds more than a thousand is a word that many type, and the dearest to look for; the first page of one filter is
# where every chamber's and town's page leads. These may be this old.
COMMON_SECONDS = 10
_common_pages: Shortlived[Page] = Shortlived(COMMON_SECONDS, size=200)


@dataclass(frozen=True)
class Chip:
    """A filter in force and the address without it."""

    label: Text
    url: str


@dataclass
class Entry:
    """`parts`, and of the other names the one that was found, are in segments when something was searched for."""

    url: str
    name: str
    about: str
    excerpt: str
    parts: list[Segment] | None = None
    short: list[Segment] | None = None
    former: list[Segment] | None = None


@lru_cache(maxsize=4)
def _published(day: datetime.date, *more: str) -> QuerySet:
    """Put together once a day: a queryset takes longer to write than its rows to read."""
    rows = Enterprise.objects.published(day).annotate(excerpt=Left("introduction", EXCERPT))
    return rows.values(*COLUMNS, "excerpt", *more)


@lru_cache(maxsize=8)
def _words(language: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """Sections and sizes in the language that is active."""
    unsaid = (SizeClass.UNKNOWN, SizeClass.NOT_APPLICABLE)
    sections = {letter: str(name) for letter, name in SECTION_NAMES.items()}
    return sections, {size.value: str(size.label) for size in SizeClass if size not in unsaid}


class Listing:
    """What `query` (an address's) asks of the directory. Nothing is read before it is needed."""

    size = PAGE_SIZE

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.text = query.get(TEXT, "").strip()[:80]
        self.chosen: dict[str, str] = {}
        # An address may be older than a town's name: what nobody knows any more is left out, and the page says so.
        self.unknown: dict[str, str] = {}
        if query:
            known = all_choices()
            for facet in facets():
                if value := query.get(facet.name):
                    (self.chosen if value in known[facet.name] else self.unknown)[facet.name] = value

    @classmethod
    def of(cls, text: str, size: int) -> Self:
        """The first few that a text finds."""
        query = QueryDict(mutable=True)
        query[TEXT] = text
        listing = cls(query)
        listing.size = size
        return listing

    @cached_property
    def candidates(self) -> QuerySet:
        """Published enterprises that the filters leave, whatever is searched for."""
        names = ("haystack",) if self.text else ()
        return narrowed(_published(timezone.localdate(), *names), self.chosen)

    @cached_property
    def of_rows(self) -> tuple[object, ...]:
        """Tells the candidates from all others."""
        return ("directory", timezone.localdate(), *sorted(self.chosen.items()))

    @cached_property
    def key(self) -> tuple[object, ...]:
        return (*self.of_rows, self.text)

    @cached_property
    def page(self) -> Page:
        try:
            cursor = Cursor.parse(self.query[CURSOR]) if CURSOR in self.query else None
        except BadCursor:
            cursor = None
        key = (*self.key, cursor, self.size)
        if not self.text:
            if cursor is None and len(self.chosen) <= 1:
                return _common_pages.get(key, lambda: read_parts([self.candidates], None, self.size))
            return read_parts([self.candidates], cursor, self.size)
        kept = _common_pages.peek(key)
        if kept is None:
            kept = search_page(self.candidates, wanted(self.text), cursor, key=self.of_rows, size=self.size)
            if kept.total is not None and kept.total > COUNTED:
                _common_pages.get(key, lambda: kept)
        return kept

    @cached_property
    def count(self) -> int:
        if self.page.total is not None:
            return self.page.total
        if self.text or self.page.previous or self.page.next:
            found = self.candidates.filter(wanted(self.text).anywhere) if self.text else self.candidates
            return kept_count(self.key, found)
        return len(self.page.rows)

    @property
    def count_text(self) -> str:
        return count_text(self.count)

    @cached_property
    def entries(self) -> list[Entry]:
        towns, base = town_names(), reverse("directory:list")
        sections, sizes = _words(get_language())
        entries = []
        for row in self.page.rows:
            about = towns.get(row["town_id"]), sections.get(row["section"]), sizes.get(row["size_class"])
            code = row["uscc"] or row["registration_number"]
            entries.append(Entry(f"{base}{code}/", row["name"], " · ".join(filter(None, about)), row["excerpt"]))
        if self.text:
            self._mark(entries)
        return entries

    def _mark(self, entries: list[Entry]) -> None:
        for row, entry in zip(self.page.rows, entries, strict=True):
            name, short = row["name"], row["short_name"]
            entry.parts = highlight(name, self.text, core=core_name(name), sort_key=row["sort_key"])
            if is_hit(entry.parts) or _is_code(self.text, row):
                continue
            for other in other_names(row["haystack"]):
                parts = highlight(other, self.text)
                # Pinyin may have found a former name whose characters it can't mark.
                if is_hit(parts) or (other != short and self.text.isascii()):
                    setattr(entry, "short" if other == short else "former", parts)
                    break

    @property
    def chips(self) -> list[Chip]:
        known = all_choices()
        return [Chip(known[name][value], self.address({name: ""})) for name, value in self.chosen.items()]

    @property
    def without_filters(self) -> str:
        return self.address(dict.fromkeys(self.chosen, ""))

    def address(self, changes: Mapping[str, Any]) -> str:
        """This list's first page with some of its terms changed ("" takes one away)."""
        terms = {TEXT: self.text, **self.chosen, **changes}
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in terms.items() if value})
        return f"{reverse('directory:list')}?{query.urlencode()}" if query else reverse("directory:list")


def _is_code(text: str, row: Mapping[str, Any]) -> bool:
    typed = text.replace(" ", "").upper()
    return any((row[name] or "").startswith(typed) for name in ("uscc", "registration_number"))
