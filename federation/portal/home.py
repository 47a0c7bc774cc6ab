"""What moves on the start page: figures, and sections that apps bring in their `home.py`, a few lines each.

    @home_section(position=10)
    def next_events() -> HomeSection | None: ...

All of it is the same for every visitor, so it is written once a minute in each process and asks nobody in between.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from federation.indicators.figures import public_tiles
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
_kept: Shortlived[SafeString] = Shortlived(SECONDS)


def home_section(position: int) -> Callable[[Provider], Provider]:
    """Register a provider; one that has nothing to show gives None. What only some may see has no place there."""

    def register(provider: Provider) -> Provider:
        _providers.append((position, provider))
        return provider

    return register


def moving_html() -> SafeString:
    return _kept.get(get_language(), _written)


def _written() -> SafeString:
    found = (provider() for _position, provider in sorted(_providers, key=lambda one: one[0]))
    sections = [section for section in found if section is not None and section.items]
    return render_to_string("portal/_home.html", {"figures": public_tiles(), "sections": sections})
