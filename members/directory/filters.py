"""The directory's filters as a django-filter set, put together from what the apps bring."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import django_filters
from django.db.models import QuerySet

from members.directory.facets import all_choices
from members.directory.registry import Choices, Facet, facets
from members.enterprises.models import Enterprise


class FacetFilter(django_filters.ChoiceFilter):
    def __init__(self, facet: Facet) -> None:
        self.facet = facet
        super().__init__(label=facet.label, empty_label=facet.anything, choices=self.facet_choices)

    def facet_choices(self) -> Choices:
        return list(all_choices()[self.facet.name].items())

    def filter(self, queryset: QuerySet, value: Any) -> QuerySet:
        return self.facet.narrow(queryset, value) if value else queryset


@cache
def directory_filters() -> type[django_filters.FilterSet]:
    """After all apps have brought their facets."""
    meta = type("Meta", (), {"model": Enterprise, "fields": []})
    declared = {facet.name: FacetFilter(facet) for facet in facets()}
    return type("DirectoryFilters", (django_filters.FilterSet,), {**declared, "Meta": meta})


def narrowed(queryset: QuerySet, chosen: Mapping[str, str]) -> QuerySet:
    """By values that are known to be among the choices: what the set does, without making its form of a hundred
    choices to check four of them."""
    filters = directory_filters().base_filters
    for name, value in chosen.items():
        queryset = filters[name].filter(queryset, value)
    return queryset
