"""What the builders of the demonstration share, and the register of builders.

Each app brings its own in a module or package `demo`:

    @demo_builder(order=20, holds_data=Chamber.objects.exists)
    def build_chambers(world: World) -> None: ...

Builders run from low order to high in one transaction. They draw only from `world.rng` and count days only from
`world.today`, so a demonstration is the same every time and never grows old.
"""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from federation.accounts.models import User

SEED = 20220803


@dataclass
class World:
    today: datetime.date
    now: datetime.datetime
    rng: random.Random = field(default_factory=lambda: random.Random(SEED))
    people: dict[str, User] = field(default_factory=dict)
    """Users by user name."""
    shelf: dict[str, Any] = field(default_factory=dict)
    """What a builder leaves for those of higher floors."""

    def days_ago(self, days: int) -> datetime.date:
        return self.today - datetime.timedelta(days=days)

    def time_ago(self, days: float, hour: int | None = None) -> datetime.datetime:
        """That many days ago, in office hours if no hour is given."""
        moment = self.now - datetime.timedelta(days=days)
        hour = self.rng.randrange(9, 17) if hour is None else hour
        return min(moment.replace(hour=hour, minute=self.rng.randrange(60), second=0, microsecond=0), self.now)


Builder = Callable[[World], None]


@dataclass(frozen=True)
class Registered:
    order: int
    name: str
    build: Builder
    holds_data: Callable[[], bool]


_builders: list[Registered] = []


def demo_builder(order: int, holds_data: Callable[[], bool]) -> Callable[[Builder], Builder]:
    """`holds_data` says whether the tables the builder fills have rows already."""

    def register(build: Builder) -> Builder:
        _builders.append(Registered(order, build.__name__, build, holds_data))
        return build

    return register


def builders() -> list[Registered]:
    return sorted(_builders, key=lambda one: one.order)
