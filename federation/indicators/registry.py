"""The register of indicators: every figure shown anywhere is declared here by an app's `indicators.py`.

An indicator is a query with a name. Its total, its breakdowns and the rows behind it all come from the same queryset
(see compute.py), so a figure always opens its rows. Pages ask figures.py, which may answer from a rollup.
"""

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db.models import (
    Aggregate,
    Avg,
    Case,
    CharField,
    DecimalField,
    F,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import NullIf
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User

Text = str | Promise
NOT_STATED = _("not stated")


@dataclass(frozen=True)
class Scope:
    """Whose figure, and when: a user's rights bound the rows; filters narrow them (dimension name → value).

    Without a user it is the federation's own figure, over every row: what is public, and what rollups keep.
    """

    user: User | None = None
    on: datetime.date | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    filters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Dimension:
    """A way to break an indicator down: `path` is the ORM path grouped by, `label` turns a value into words.

    `names` does the same for many values at once, where one by one would be a query each. `parse` reads a value from
    an address. `order` sorts cells by value ("key"), by size ("size") or as `names` gave them ("names").
    `multiple`: a row may have several values (an enterprise in two chambers), so the parts add up to more than the
    whole. `over_time` draws a line instead of bars.
    """

    name: str
    title: Text
    path: str
    label: Callable[[Any], Text] = str
    names: Callable[[Collection[Any]], Mapping[Any, Text]] | None = None
    parse: Callable[[str], Any] = str
    order: str = "size"
    multiple: bool = False
    over_time: bool = False

    @property
    def key(self) -> Combinable:
        """What rows are grouped by. A text column may say "" or NULL for what isn't stated: one group, not two."""
        if self.parse is not str:
            return F(self.path)
        return NullIf(F(self.path), Value(""), output_field=CharField())

    def condition(self, value: Any) -> Q:
        """Rows with this value; None and "" both mean that it isn't stated."""
        if value is None or value == "":
            stated = Q(**{f"{self.path}__isnull": False})
            # A text column may hold "" for the same thing; a number can't be compared with it.
            return ~stated | Q(**{self.path: ""}) if self.parse is str else ~stated
        return Q(**{self.path: value})

    def labels(self, values: Collection[Any]) -> dict[Any, Text]:
        stated = [value for value in values if value is not None]
        found = dict(self.names(stated)) if self.names and stated else {}
        named = {value: found.get(value) or self.label(value) for value in stated}
        if self.order == "names":
            rank = {value: number for number, value in enumerate(found)}
            named = dict(sorted(named.items(), key=lambda item: rank.get(item[0], len(rank))))
        return named if len(stated) == len(values) else {**named, None: NOT_STATED}


@dataclass(frozen=True)
class Indicator:
    """`rows` gives one row per counted thing; `measure` is an ORM aggregate over it (None: the number of rows).

    `share` makes the figure a rate instead: the percentage of the rows for which it holds. A mean is
    `measure=mean_of(path)`. Both are None where there are no rows, and neither is the sum of its parts.

    `unit` is the counting word (户, 家次, 人, 人次, 件…); `money` says that the figure is in yuan and shown in 万元 or
    亿元. `columns` are the ORM paths of the drill-down table. `period` is the path of the date by which a row falls
    into a period; `as_of` says that `rows` looks at `scope.on` (a stock on a day, not a flow).

    A `public` figure may be seen by everyone, and `public_url` names the page where everyone finds its rows. Others
    may be seen by staff with `permission`, and by whom `open_to` says; they get the rows that `rows` gives that user.
    `public_dimensions` are those that everyone may break it down by (None: all), where a part of one may be one firm.
    `on_desk` names the dimensions drawn on the staff's start page, every group's first before any's second;
    `on_chamber_desk` those drawn on a secretary's desk, narrowed by the dimension `chamber`, which such a figure has.
    """

    name: str
    title: Text
    unit: Text
    rows: Callable[[Scope], QuerySet]
    measure: Aggregate | None = None
    share: Q | None = None
    dimensions: tuple[Dimension, ...] = ()
    columns: tuple[str, ...] = ("pk",)
    permission: str = ""
    public: bool = False
    money: bool = False
    period: str = ""
    as_of: bool = False
    group: Text = ""
    explanation: Text = ""
    public_url: str = ""
    public_dimensions: tuple[str, ...] | None = None
    open_to: Callable[[User], bool] | None = None
    position: int = 100
    on_desk: tuple[str, ...] = ()
    on_chamber_desk: tuple[str, ...] = ()

    @property
    def aggregate(self) -> Aggregate | None:
        """The measure, also of a rate: the mean of 100 for each row that counts and 0 for each that doesn't."""
        if self.share is None:
            return self.measure
        counts = When(self.share, then=Value(Decimal(100)))
        return Avg(Case(counts, default=Value(Decimal(0)), output_field=DecimalField()))

    @property
    def is_average(self) -> bool:
        """A rate or a mean: of no rows it says nothing, where a count or a sum says 0."""
        return isinstance(self.aggregate, Avg)

    @property
    def adds_up(self) -> bool:
        """Whether the parts of a breakdown make the whole; distinct counts, rates and means don't."""
        return self.aggregate is None or isinstance(self.aggregate, Sum)

    @property
    def is_distinct(self) -> bool:
        return bool(getattr(self.aggregate, "distinct", False))

    def for_public(self) -> "Indicator":
        """The same figure, with the dimensions that everyone may see."""
        if self.public_dimensions is None:
            return self
        return replace(self, dimensions=tuple(one for one in self.dimensions if one.name in self.public_dimensions))

    def dimension(self, name: str) -> Dimension:
        """Raises KeyError for a name that isn't one of its dimensions."""
        for dimension in self.dimensions:
            if dimension.name == name:
                return dimension
        raise KeyError(name)


def mean_of(path: str) -> Avg:
    return Avg(path, output_field=DecimalField())


_indicators: dict[str, Indicator] = {}


def register(indicator: Indicator) -> Indicator:
    if indicator.name in _indicators:
        raise ValueError(f"two indicators named {indicator.name}")
    _indicators[indicator.name] = indicator
    return indicator


def get(name: str) -> Indicator:
    return _indicators[name]


def all_indicators() -> list[Indicator]:
    return sorted(_indicators.values(), key=lambda indicator: indicator.position)
