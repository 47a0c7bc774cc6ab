"""One page of the public directory: which enterprises, in which order, and what to say about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import QueryDict
from django.urls import reverse

from federation.search.counts import COUNTED, count_text, kept_count
from federation.search.highlight import Segment, highlight, is_hit
from federation.search.keyset import BadCursor, Keyset, Page
from federation.search.query import Wanted, row_by_row, wanted
from members.directory.facets import all_choices, town_names
from members.directory.filters import directory_filters
from members.directory.registry import Text, facets
from members.enterprises.choices import SizeClass
from members.enterprises.industry import SECTION_NAMES
from members.enterprises.models import Enterprise, NameRecord
from members.enterprises.names import core_name

TEXT, CURSOR = "q", "at"
EXCERPT = 80
COLUMNS = ("pk", "uscc", "registration_number", "name", "short_name", "town", "section", "size_class", "sort_key")
SIZE_NAMES = {size.value: size.label for size in SizeClass if size not in (SizeClass.UNKNOWN, SizeClass.NOT_APPLICABLE)}
KEYSET = Keyset()


@dataclass(frozen=True)
class Chip:
    """A filter in force and the address without it."""

    label: Text
    url: str


@dataclass
class Entry:
    url: str
    name: str
    about: str
    excerpt: str
    parts: list[Segment] = field(default_factory=list)
    short: list[Segment] = field(default_factory=list)
    former: list[Segment] = field(default_factory=list)


class Listing:
    """What `query` (an address's) asks of the directory. Nothing is read before it is needed."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.text = query.get(TEXT, "").strip()[:80]
        known = all_choices()
        asked = {facet.name: query[facet.name] for facet in facets() if query.get(facet.name)}
        self.chosen = {name: value for name, value in asked.items() if value in known[name]}
        # An address may be older than a town's name: what nobody knows any more is left out, and the page says so.
        self.unknown = {name: value for name, value in asked.items() if name not in self.chosen}

    @cached_property
    def wanted(self) -> Wanted | None:
        return wanted(self.text) if self.text else None

    @cached_property
    def filtered(self) -> QuerySet:
        """Published enterprises that the filters leave."""
        published = Enterprise.objects.published()
        return directory_filters()(self.chosen, queryset=published).qs if self.chosen else published

    @cached_property
    def found(self) -> QuerySet:
        return self.filtered.filter(self.wanted.anywhere) if self.wanted else self.filtered

    @cached_property
    def page(self) -> Page:
        parts = self._parts()
        rows = [part.annotate(excerpt=Left("introduction", EXCERPT)).values(*COLUMNS, "excerpt") for part in parts]
        try:
            return KEYSET.page(rows, self.query.get(CURSOR, ""))
        except BadCursor:
            return KEYSET.page(rows)

    def _parts(self) -> list[QuerySet]:
        """What begins with the words comes before what holds them."""
        search = self.wanted
        if search is None or search.finds_nothing or search.begins == search.anywhere:
            return [self.found]
        rest = search.anywhere & ~search.begins
        common = self._counted() > COUNTED
        return [self.filtered.filter(search.begins), self.filtered.filter(row_by_row(rest) if common else rest)]

    def _counted(self) -> int:
        return kept_count(("directory", self.text, *sorted(self.chosen.items())), self.found)

    @cached_property
    def count(self) -> int:
        if not self.page.previous and not self.page.next:
            return len(self.page.rows)
        return self._counted()

    @property
    def count_text(self) -> str:
        return count_text(self.count)

    @property
    def is_capped(self) -> bool:
        return self.count > COUNTED

    @cached_property
    def entries(self) -> list[Entry]:
        towns, base = town_names(), reverse("directory:list")
        sizes = {value: str(label) for value, label in SIZE_NAMES.items()}
        sections = {letter: str(name) for letter, name in SECTION_NAMES.items()}
        entries = []
        for row in self.page.rows:
            about = towns.get(row["town"], ""), sections.get(row["section"], ""), sizes.get(row["size_class"], "")
            code = row["uscc"] or row["registration_number"]
            entries.append(Entry(f"{base}{code}/", row["name"], " · ".join(filter(None, about)), row["excerpt"]))
        if self.text:
            self._mark(entries)
        return entries

    def _mark(self, entries: list[Entry]) -> None:
        unexplained: dict[int, Entry] = {}
        for row, entry in zip(self.page.rows, entries, strict=True):
            name = row["name"]
            entry.parts = highlight(name, self.text, core=core_name(name), sort_key=row["sort_key"])
            if is_hit(entry.parts):
                continue
            short = highlight(row["short_name"], self.text)
            if is_hit(short):
                entry.short = short
            else:
                unexplained[row["pk"]] = entry
        former = NameRecord.objects.filter(enterprise__in=list(unexplained)).order_by("-until")
        for pk, name in former.values_list("enterprise", "name") if unexplained else ():
            parts = highlight(name, self.text)
            if is_hit(parts) and not unexplained[pk].former:
                unexplained[pk].former = parts

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
