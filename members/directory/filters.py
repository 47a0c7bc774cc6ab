"""The directory's filters as a django-filter set, put together from what the apps bring."""

from collections.abc import Callable
from functools import cache

import django_filters
from django.db.models import QuerySet

from members.directory.facets import all_choices
from members.directory.registry import Choices, Facet, facets
from members.enterprises.models import Enterprise


def _narrow(facet: Facet) -> Callable[[QuerySet, str, str], QuerySet]:
    return lambda queryset, _name, value: facet.narrow(queryset, value) if value else queryset


def _choices(name: str) -> Callable[[], Choices]:
    return lambda: list(all_choices()[name].items())


@cache
def directory_filters() -> type[django_filters.FilterSet]:
    """After all apps have brought their facets."""
    declared = {
        facet.name: django_filters.ChoiceFilter(
            label=facet.label,
            empty_label=facet.anything,
            choices=_choices(facet.name),
            method=_narrow(facet),
        )
        for facet in facets()
    }
    meta = type("Meta", (), {"model": Enterprise, "fields": []})
    return type("DirectoryFilters", (django_filters.FilterSet,), {**declared, "Meta": meta})
