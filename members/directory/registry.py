"""What higher floors bring to the directory: filters of the list (in an app's `directory.py`) and panels of a profile
(in its `profile.py`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise

Text = str | Promise
Choices = Sequence[tuple[str, Text]]


@dataclass(frozen=True)
class Facet:
    """A choice by which the list is narrowed. `name` and the values of `choices` stand in addresses that people share,
    so they are words that last, not row numbers. `narrow` takes published enterprises and a value of `choices`."""

    name: str
    label: Text
    anything: Text
    choices: Callable[[], Choices]
    narrow: Callable[[QuerySet, str], QuerySet]
    position: int = 50


@dataclass(frozen=True)
class ProfilePanel:
    """A part of an enterprise's public profile. `rows` is a bounded queryset over OuterRef("pk") with the one value
    `row=JSONObject(...)`, part of the one query that reads the profile; `template` gets the dictionaries as `rows` and
    is left out when there are none."""

    name: str
    title: Text
    rows: Callable[[], QuerySet]
    template: str
    position: int = 50


_facets: dict[str, Facet] = {}
_panels: dict[str, ProfilePanel] = {}


def add_facet(facet: Facet) -> Facet:
    if facet.name in _facets:
        raise ValueError(f"two filters of the directory named {facet.name}")
    _facets[facet.name] = facet
    return facet


def facets() -> list[Facet]:
    return sorted(_facets.values(), key=lambda facet: facet.position)


def add_panel(panel: ProfilePanel) -> ProfilePanel:
    if panel.name in _panels:
        raise ValueError(f"two panels of the profile named {panel.name}")
    _panels[panel.name] = panel
    return panel


def panels() -> list[ProfilePanel]:
    return sorted(_panels.values(), key=lambda panel: panel.position)
