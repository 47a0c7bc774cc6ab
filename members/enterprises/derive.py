"""Columns that follow from others. One function, used by save() and by the importer's bulk path."""

from typing import TYPE_CHECKING

from federation.search.text import SearchText, search_text
from members.enterprises.industry import section_of
from members.enterprises.names import core_name
from members.enterprises.size import classify

if TYPE_CHECKING:
    from members.enterprises.models import Enterprise

DERIVED_FIELDS = ("section", "size_class", "sort_key", "pinyin", "initials", "search_tokens", "haystack")


def derive_search(name: str, short_name: str, former_names: list[str]) -> SearchText:
    return search_text(name, core=core_name(name), others=[short_name, *former_names], core_of=core_name)


def keep_search(enterprise: "Enterprise", text: SearchText) -> None:
    enterprise.sort_key, enterprise.pinyin, enterprise.initials = text.sort_key, text.pinyin, text.initials
    enterprise.search_tokens, enterprise.haystack = text.tokens, text.haystack


def derive(enterprise: "Enterprise") -> None:
    """Fill the derived columns; former names are read from the database when the row is saved already."""
    former = list(enterprise.former_names.values_list("name", flat=True)) if enterprise.pk else []
    keep_search(enterprise, derive_search(enterprise.name, enterprise.short_name, former))
    enterprise.section = section_of(enterprise.industry_id)
    enterprise.size_class = classify(
        enterprise.industry_id, enterprise.staff_count, enterprise.revenue, enterprise.assets
    )
