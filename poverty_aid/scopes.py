"""Which rows a figure of this floor speaks of, and a guard: figures whose rows could overlap are never added up.

Every gift has one kind, belongs to one programme or to none, to one campaign or to none, and has one village. So two
figures are apart if one of these tells them apart; 双一百's funds lie inside all funds, and no sum takes both.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from federation.indicators import figures, registry
from federation.indicators.compute import Number
from poverty_aid.contributions.models import Kind

KIND_OF = {
    "aid-funds": Kind.MONEY,
    "aid-purchases": Kind.PURCHASE,
    "aid-goods": Kind.GOODS,
    "aid-services": Kind.SERVICE,
}


class OverlappingScopes(ValueError):
    """Two figures could count the same row, or count different things."""


@dataclass(frozen=True)
class Part:
    """A figure by its name, narrowed by dimensions (a value of None: those that state none)."""

    figure: str
    filters: Mapping[str, Any] = field(default_factory=dict)

    @property
    def told_by(self) -> dict[str, Any]:
        """What every one of its rows has in common, by dimensions of which a row has one value."""
        indicator = registry.get(self.figure)
        single = {name: value for name, value in self.filters.items() if not indicator.dimension(name).multiple}
        return {"kind": KIND_OF[self.figure], **single} if self.figure in KIND_OF else single

    def __str__(self) -> str:
        indicator = registry.get(self.figure)
        narrowed = [
            str(figures.label_of(indicator.dimension(name), value)) for name, value in sorted(self.filters.items())
        ]
        return " · ".join([str(indicator.title), *narrowed])


def apart(one: Part, other: Part) -> bool:
    """Whether no row can be in both."""
    mine, theirs = one.told_by, other.told_by
    return any(mine[name] != theirs[name] for name in mine.keys() & theirs.keys())


def check(parts: Iterable[Part]) -> None:
    """Raises OverlappingScopes for figures that aren't sums of yuan of the ledger, or of which two overlap."""
    parts = list(parts)
    for part in parts:
        if part.figure not in KIND_OF or not isinstance(registry.get(part.figure).measure, Sum):
            raise OverlappingScopes(
                _("“%(figure)s” counts each once in all: its parts can't be added up.") % {"figure": part}
            )
    for one, other in combinations(parts, 2):
        if not apart(one, other):
            raise OverlappingScopes(
                _("“%(one)s” and “%(other)s” may count the same gifts: they can't be added up.")
                % {"one": one, "other": other}
            )


def add(known: Iterable[tuple[Part, Number | None]]) -> Decimal:
    """The sum of figures that are apart, each with what it is. Raises OverlappingScopes."""
    pairs = list(known)
    check(part for part, _figure in pairs)
    return sum((Decimal(figure or 0) for _part, figure in pairs), Decimal(0))


def gifts(by_kind: Mapping[str, Number | None]) -> Decimal:
    """What was given in money, goods and services; what was bought is trade, and in no sum of gifts."""
    return add((Part(name), by_kind.get(kind)) for name, kind in KIND_OF.items() if kind != Kind.PURCHASE)
