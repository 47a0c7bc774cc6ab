"""What to try when the directory finds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from federation.search.counts import SECONDS, capped_count, count_text
from federation.search.query import search, words_of
from federation.search.readings import units_of
from federation.search.shortlived import Shortlived
from members.directory.listing import TEXT, Listing
from members.enterprises.models import Enterprise

SHORTEST = 2


@dataclass(frozen=True)
class Suggestion:
    label: str
    url: str
    count: str


_kept: Shortlived[list[Suggestion]] = Shortlived(SECONDS)


def suggestions(listing: Listing) -> list[Suggestion]:
    """Each finds something: the same words without the filters; names that sound the same; fewer characters."""
    return _kept.get((get_language(), *listing.key), lambda: list(_suggestions(listing)))


def _suggestions(listing: Listing) -> Iterator[Suggestion]:
    everything = Enterprise.objects.published()
    if listing.chosen and listing.text:
        if count := capped_count(search(everything, listing.text)):
            yield Suggestion(_("The same words without the filters"), listing.without_filters, count_text(count))
            return
    for label, text in _other_words(listing.text):
        if count := capped_count(search(everything, text)):
            yield Suggestion(
                label, listing.address({**dict.fromkeys(listing.chosen, ""), TEXT: text}), count_text(count)
            )
            return


def _other_words(text: str) -> Iterator[tuple[str, str]]:
    words = words_of(text)
    if not words:
        return
    word = max(words, key=len)
    if not word.isascii() and len(word) >= SHORTEST:
        pinyin = "".join(unit.readings[0] for unit in units_of(word))
        yield _("Names that sound like “%(text)s”") % {"text": word}, pinyin
    if len(word) > SHORTEST:
        shorter = word[:SHORTEST] if not word.isascii() else word[: max(SHORTEST, len(word) - 2)]
        yield _("Names with “%(text)s”") % {"text": shorter}, shorter
