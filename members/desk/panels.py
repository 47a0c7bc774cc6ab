"""What other apps put on an enterprise's desk. Each registers in its own `desk_panels.py`:

@desk_panel
def applications(user: User, enterprise: Enterprise) -> Iterable[Panel]: …

@membership_step
def renew(user: User, enterprise: Enterprise, standing: Standing) -> Step | None: …
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from federation.accounts.models import User
from members.enterprises.models import Enterprise
from members.membership.status import Standing

Text = str | Promise


@dataclass(frozen=True)
class PanelRow:
    """`tone` is that of a badge: ask, done, wait or off."""

    title: Text
    url: str = ""
    detail: Text = ""
    status: Text = ""
    tone: str = "off"
    at: datetime.datetime | datetime.date | None = None


@dataclass(frozen=True)
class Panel:
    """A bounded list with its honest total; `action` is a label and an address."""

    name: str
    title: Text
    rows: list[PanelRow]
    total: int
    url: str = ""
    empty: Text = ""
    action: tuple[Text, str] | None = None


@dataclass(frozen=True)
class Step:
    """The one thing to do next about the membership; `note` says where it stands."""

    label: Text
    url: str
    note: Text = ""
    asks: bool = True


PanelProvider = Callable[[User, Enterprise], Iterable[Panel]]
StepProvider = Callable[[User, Enterprise, Standing], Step | None]
_panels: list[PanelProvider] = []
_steps: list[StepProvider] = []


def desk_panel(provider: PanelProvider) -> PanelProvider:
    _panels.append(provider)
    return provider


def membership_step(provider: StepProvider) -> StepProvider:
    _steps.append(provider)
    return provider


def panels_for(user: User, enterprise: Enterprise) -> list[Panel]:
    return [panel for provider in _panels for panel in provider(user, enterprise)]


def next_step(user: User, enterprise: Enterprise, standing: Standing) -> Step | None:
    """The first that an app has to offer."""
    return next((step for provider in _steps if (step := provider(user, enterprise, standing))), None)
