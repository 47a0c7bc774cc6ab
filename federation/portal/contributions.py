"""What apps contribute to shared pages. Each registry is filled from the app's own module of that name.

navigation.py  items of the header
waiting.py     what waits for a person at a desk
timeline.py    who did what when on a record
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise

from federation.accounts.hats import Hat
from federation.accounts.models import User
from federation.portal.bounded import first_of

Text = str | Promise
MOST_SHOWN = 10


@dataclass(frozen=True)
class NavItem:
    """`url_name` is reversed without arguments; `hat_kind` limits the item to people wearing such a hat, `shown_to` to
    those of them who may open the page."""

    label: Text
    url_name: str
    position: int = 50
    hat_kind: str = ""
    shown_to: Callable[[User], bool] | None = None


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for this person: shown oldest first with its clock and one next step."""

    title: Text
    detail: Text
    since: datetime.datetime
    url: str
    action: Text
    due: datetime.datetime | None = None


@dataclass(frozen=True)
class WaitingGroup:
    """A bounded list (`items`, oldest first) with its honest total and where all of them are."""

    name: str
    title: Text
    items: list[Waiting]
    total: int
    url: str


def waiting_group(
    name: str,
    title: Text,
    rows: models.QuerySet[Any],
    item: Callable[[Any], Waiting],
    url: str,
    most: int = MOST_SHOWN,
) -> Iterable[WaitingGroup]:
    """The first of `rows`, in their order, and how many there are."""
    shown, total = first_of(rows, most)
    if shown:
        yield WaitingGroup(name, title, [item(row) for row in shown], total, url)


@dataclass(frozen=True)
class TimelineEntry:
    at: datetime.datetime
    title: Text
    actor: str = ""
    detail: Text = ""
    url: str = ""


WaitingProvider = Callable[[User, Hat], Iterable[WaitingGroup]]
TimelineProvider = Callable[[models.Model, int], Iterable[TimelineEntry]]

_navigation: list[NavItem] = []
_waiting: list[tuple[str, WaitingProvider]] = []
_timelines: dict[str, list[TimelineProvider]] = {}


def add_navigation(*items: NavItem) -> None:
    _navigation.extend(items)


def navigation() -> list[NavItem]:
    return sorted(_navigation, key=lambda item: item.position)


def waiting_for(hat_kind: str) -> Callable[[WaitingProvider], WaitingProvider]:
    """Register a provider for desks of one kind of hat (`staff`, `enterprise`, `secretary`, `partner`)."""

    def register(provider: WaitingProvider) -> WaitingProvider:
        _waiting.append((hat_kind, provider))
        return provider

    return register


def what_waits(user: User, hat: Hat) -> list[WaitingGroup]:
    """The group first in which somebody has waited longest."""
    found = [group for kind, provider in _waiting if kind == hat.kind for group in provider(user, hat)]
    return sorted((group for group in found if group.items), key=lambda group: group.items[0].since)


def timeline_of(model_label: str) -> Callable[[TimelineProvider], TimelineProvider]:
    """Register a provider of entries for records of `model_label` ("members.Enterprise"); it takes (record, limit)."""

    def register(provider: TimelineProvider) -> TimelineProvider:
        _timelines.setdefault(model_label, []).append(provider)
        return provider

    return register


def timeline(record: models.Model, limit: int = 100) -> list[TimelineEntry]:
    """Newest first, at most `limit` entries."""
    providers = _timelines.get(record._meta.label, [])
    entries = [entry for provider in providers for entry in provider(record, limit)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)[:limit]
