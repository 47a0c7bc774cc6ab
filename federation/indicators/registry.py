"""The register of indicators: every figure shown anywhere is declared here by an app's `indicators.py`.

An indicator is a query with a name. Its total, its breakdowns and the rows behind it all come from the same queryset,
so a figure always opens its rows.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from federation.accounts.models import User

Text = str | Promise


@dataclass(frozen=True)
class Scope:
    """Whose figure, and when: a user's rights bound the rows; filters narrow them (dimension name → value)."""

    user: User | None = None
    on: datetime.date | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Dimension:
    """A way to break an indicator down: `path` is the ORM path grouped by, `label` turns a value into words."""

    name: str
    title: Text
    path: str
    label: Callable[[Any], Text] = str


@dataclass(frozen=True)
class Indicator:
    """`rows` gives one row per counted thing; `measure` is an ORM aggregate over it (None: count distinct pk).

    `unit` is the counting word (户, 家次, 人, 人次, 件, 亿元…). `columns` are the fields of the drill-down table.
    """

    name: str
    title: Text
    unit: Text
    rows: Callable[[Scope], QuerySet]
    measure: Any = None
    dimensions: tuple[Dimension, ...] = ()
    columns: tuple[str, ...] = ("pk",)
    permission: str = ""
    public: bool = False


_indicators: dict[str, Indicator] = {}


def register(indicator: Indicator) -> Indicator:
    if indicator.name in _indicators:
        raise ValueError(f"two indicators named {indicator.name}")
    _indicators[indicator.name] = indicator
    return indicator


def get(name: str) -> Indicator:
    return _indicators[name]


def all_indicators() -> list[Indicator]:
    return list(_indicators.values())
