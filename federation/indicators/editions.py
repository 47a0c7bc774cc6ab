"""Figures as a printed report states them, held against what the records say.

An app's `editions.py` names for each printed figure the indicator that counts it:

    state("2022", Stated("3804户", "finance-enterprises"), ...)

How the two compare follows from the printed words: 余 and 多 mean at least the number, 近 slightly below, 约 about it.
A number without such a word is exact, to the last digit printed. "近300余" contradicts itself and is taken as about.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from federation.indicators import figures, registry
from federation.indicators.compute import Number
from federation.indicators.registry import Indicator, Scope, Text

# What "slightly" and "about" leave open: a tenth of the number.
LEEWAY = Decimal("0.1")
SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
PRINTED = re.compile(
    r"(?P<before>[近约]?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<inner>[余多]?)(?P<scale>[万亿]?)(?P<after>[余多]?)"
)


class Manner(TextChoices):
    EXACT = "exact", _("exactly")
    AT_LEAST = "at_least", _("at least")
    NEARLY = "nearly", _("slightly below")
    ABOUT = "about", _("roughly")


class Reading(NamedTuple):
    """`step` is the worth of the last digit printed: "136.8227亿" is told to the 万."""

    number: Decimal
    step: Decimal
    manner: Manner


@dataclass(frozen=True)
class Edition:
    """The report of a year: it speaks of what had happened by `until`."""

    name: str
    until: datetime.date


@dataclass(frozen=True)
class Stated:
    """`text` is as printed, counting word and all. `filters` (dimension name → value) and `since` narrow the rows;
    `title` says what is counted, where the indicator's own title doesn't."""

    text: str
    indicator: str
    filters: Mapping[str, Any] = field(default_factory=dict)
    since: datetime.date | None = None
    until: datetime.date | None = None
    title: Text = ""


class Compared(NamedTuple):
    stated: Stated
    indicator: Indicator
    reading: Reading
    computed: Number | None

    @property
    def agrees(self) -> bool:
        return agrees(self.reading, self.computed)


EDITIONS = {edition.name: edition for edition in (Edition("2022", datetime.date(2022, 12, 31)),)}
_stated: dict[str, list[Stated]] = {}


def state(edition: str, *stated: Stated) -> None:
    """Raises KeyError for an edition that there isn't, ValueError for a text without a number."""
    for one in stated:
        read(one.text)
    _stated.setdefault(EDITIONS[edition].name, []).extend(stated)


def stated_in(edition: str) -> list[Stated]:
    return list(_stated.get(edition, []))


def read(text: str) -> Reading:
    """The number in the printed words, in whole units: "近4000万元" is 40,000,000. ValueError without one."""
    found = PRINTED.search(text)
    if found is None:
        raise ValueError(f"no number in {text!r}")
    number, scale = Decimal(found["number"].replace(",", "")), SCALES[found["scale"]]
    step = scale.scaleb(int(number.as_tuple().exponent))
    more = bool(found["inner"] or found["after"])
    return Reading(number * scale, step, _manner(found["before"], more))


def _manner(before: str, more: bool) -> Manner:
    if before == "约" or (before == "近" and more):
        return Manner.ABOUT
    if before == "近":
        return Manner.NEARLY
    return Manner.AT_LEAST if more else Manner.EXACT


def agrees(reading: Reading, computed: Number | None) -> bool:
    if computed is None:
        return False
    figure, number = Decimal(computed), reading.number
    if reading.manner == Manner.AT_LEAST:
        return figure >= number
    if reading.manner == Manner.NEARLY:
        return number * (1 - LEEWAY) <= figure < number
    if reading.manner == Manner.ABOUT:
        return abs(figure - number) <= number * LEEWAY
    return (figure / reading.step).quantize(Decimal(1), ROUND_HALF_UP) * reading.step == number


def compare(edition: Edition) -> list[Compared]:
    """Each stated figure beside what its rows say now, as of the edition's last day."""
    return [_compared(edition, stated) for stated in stated_in(edition.name)]


def _compared(edition: Edition, stated: Stated) -> Compared:
    indicator = registry.get(stated.indicator)
    until = stated.until or edition.until
    scope = Scope(on=until, since=stated.since, until=until, filters=stated.filters)
    return Compared(stated, indicator, read(stated.text), figures.total(indicator, scope).figure)
