"""What the search in the header looks through. Each app brings its own in its `search.py`:

@search_provider(position=10)
def enterprises(text: str, user: User | AnonymousUser, limit: int) -> Group | None: ...
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise

from federation.accounts.models import User
from federation.search.highlight import Segment

Text = str | Promise
Visitor = User | AnonymousUser


@dataclass(frozen=True)
class Other:
    """Another name by which something was found: formerly, in short."""

    word: Text
    parts: Sequence[Segment]


@dataclass(frozen=True)
class Result:
    parts: Sequence[Segment]
    url: str
    about: str = ""
    other: Other | None = None


@dataclass(frozen=True)
class Group:
    """A few results, their honest (capped) count and where all of them are."""

    title: Text
    results: Sequence[Result]
    count: str
    url: str = ""


Provider = Callable[[str, Visitor, int], Group | None]
_providers: list[tuple[int, Provider]] = []


def search_provider(position: int) -> Callable[[Provider], Provider]:
    def register(provider: Provider) -> Provider:
        _providers.append((position, provider))
        return provider

    return register


def search_everything(text: str, user: Visitor, limit: int) -> list[Group]:
    """Groups that found something, in the order of their positions."""
    ordered = [provider for _position, provider in sorted(_providers, key=lambda entry: entry[0])]
    groups = [provider(text, user, limit) for provider in ordered]
    return [group for group in groups if group and group.results]
