"""Sections of the start page that apps bring in their `home.py`: a few lines each, the same for every visitor.

    @home_section(position=10)
    def next_events() -> HomeSection | None: ...

They are kept for a minute in each process, so the start page asks nobody for them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language

from federation.search.shortlived import Shortlived

Text = str | Promise
SECONDS = 60


@dataclass(frozen=True)
class HomeItem:
    """One line that leads to `url`: `lead` stands before its title, such as a date, and `detail` below."""

    title: Text
    url: str
    lead: str = ""
    detail: Text = ""


@dataclass(frozen=True)
class HomeSection:
    """`more` names the page at `url` where all of them are."""

    title: Text
    items: list[HomeItem]
    url: str
    more: Text


Provider = Callable[[], HomeSection | None]
_providers: list[tuple[int, Provider]] = []
_kept: Shortlived[list[HomeSection]] = Shortlived(SECONDS)


def home_section(position: int) -> Callable[[Provider], Provider]:
    """Register a provider; one that has nothing to show gives None. What only some may see has no place there."""

    def register(provider: Provider) -> Provider:
        _providers.append((position, provider))
        return provider

    return register


def home_sections() -> list[HomeSection]:
    return _kept.get(get_language(), _ask)


def _ask() -> list[HomeSection]:
    found = (provider() for _position, provider in sorted(_providers, key=lambda one: one[0]))
    return [section for section in found if section is not None and section.items]
