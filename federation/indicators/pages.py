"""What the pages of a figure show: charts, the filters that hold, the columns of the rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.dateparse import parse_date
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.indicators.figures import Breakdown, Cell, label_of, value_of
from federation.indicators.registry import Dimension, Indicator, Text
from federation.portal import formats
from federation.portal.charts import Chart

SHOWN_CELLS = 30
FEW, MANY, VERY_MANY = 6, 10, 20

Address = Callable[[Indicator, Mapping[str, str]], str]


def chart_of(
    indicator: Indicator,
    dimension: Dimension,
    found: Breakdown,
    keys: Mapping[str, str],
    address: Address,
    *,
    titled: bool = False,
    most: int = SHOWN_CELLS,
) -> Chart:
    """The breakdown as a chart with its table; each part leads to `address` narrowed by it.

    `titled` names the figure too, where charts of several stand together; beyond `most` parts the rest is one, unless
    parts can't be added up.
    """
    shown = found.cells if dimension.over_time or not indicator.adds_up else found.cells[:most]
    rest = found.cells[len(shown) :]
    divisor, unit = chart_scale(indicator, found.cells)
    labels = [str(cell.label) for cell in shown]
    numbers = [_scaled(cell.figure, divisor) for cell in shown]
    urls = [address(indicator, {**keys, dimension.name: cell.key}) for cell in shown]
    if rest:
        labels.append(_("%(number)s others") % {"number": len(rest)})
        numbers.append(_scaled(sum(cell.figure or 0 for cell in rest), divisor))
        urls.append("")
    return Chart.of_pairs(
        f"{indicator.name}-{dimension.name}",
        _("%(figure)s by %(dimension)s") % {"figure": indicator.title, "dimension": dimension.title}
        if titled
        else capfirst(str(dimension.title)),
        list(zip(labels, numbers, strict=True)),
        series_name=str(indicator.title),
        kind="line" if dimension.over_time else "rows",
        unit=unit,
        label_name=capfirst(str(dimension.title)),
        row_urls=urls,
        size="" if dimension.over_time else _height(len(labels)),
    )


def _height(parts: int) -> str:
    if parts < FEW:
        return "low"
    return "tall" if parts > VERY_MANY else "high" if parts > MANY else ""


def chart_scale(indicator: Indicator, cells: list[Cell]) -> tuple[Decimal | int, str]:
    """All amounts of one chart in one unit, the largest that leaves the biggest of them at least 1."""
    if not indicator.money:
        return 1, str(indicator.unit)
    largest = max((abs(Decimal(cell.figure or 0)) for cell in cells), default=Decimal(0))
    scale = "yi" if largest >= formats.YI else "wan" if largest >= formats.WAN else "yuan"
    divisor = (formats.CHINESE if formats.in_chinese() else formats.ENGLISH)[scale].divisor
    return divisor, formats.money(0, scale).unit


def _scaled(figure: Any, divisor: Decimal | int) -> Any:
    return figure if divisor == 1 else (Decimal(figure) / divisor).quantize(Decimal("0.0001"))


@dataclass(frozen=True)
class Chip:
    """One filter that holds, in words, and the address without it."""

    title: Text
    label: Text
    without: str


def chips(indicator: Indicator, keys: Mapping[str, str], address: Address) -> list[Chip]:
    found = []
    names = {"since": _("From"), "until": _("To"), "on": _("on")}
    for name, key in keys.items():
        without = address(indicator, {other: value for other, value in keys.items() if other != name})
        if name in names:
            day = parse_date(key)
            found.append(Chip(names[name], formats.cn_date(day) if day else key, without))
        else:
            dimension = indicator.dimension(name)
            found.append(Chip(dimension.title, label_of(dimension, value_of(dimension, key)), without))
    return found


# --- Rows -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Column:
    path: str
    title: str
    field: models.Field

    @property
    def is_number(self) -> bool:
        counted = models.IntegerField | models.DecimalField | models.FloatField
        return isinstance(self.field, counted) and not self.field.choices and not self.field.primary_key

    def shown(self, value: Any) -> Any:
        """For people: choices in words, dates and numbers as the page's language writes them."""
        if value is None or value == "":
            return ""
        if self.field.choices:
            return str(dict(self.field.flatchoices).get(value, value))
        if isinstance(self.field, models.DateTimeField):
            return formats.cn_datetime(value)
        if isinstance(self.field, models.DateField):
            return formats.cn_date(value)
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return formats.grouped(value) if self.is_number else value

    def exported(self, value: Any) -> Any:
        """For a spreadsheet: words for choices, but dates and numbers left as such."""
        return self.shown(value) if self.field.choices or isinstance(value, bool) else value


def columns_of(indicator: Indicator, model: type[models.Model]) -> list[Column]:
    return [column_of(model, path) for path in indicator.columns]


def column_of(model: type[models.Model], path: str) -> Column:
    return Column(path, _title(model, path), _field(model, path))


def _field(model: type[models.Model], path: str) -> models.Field:
    name, _sep, rest = path.partition("__")
    field = model._meta.pk if name == "pk" else model._meta.get_field(name)
    if not rest:
        return field
    if field.related_model is None:
        raise FieldDoesNotExist(f"{model.__name__} has no {path}")
    return _field(field.related_model, rest)


def _title(model: type[models.Model], path: str) -> str:
    """A column that stands for another record is titled by what it is to this one: town, not the town's name."""
    name, _sep, rest = path.partition("__")
    if rest in ("", "name"):
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        return capfirst(str(field.verbose_name))
    return capfirst(str(_field(model, path).verbose_name))


def record_url(user: User, model: type[models.Model]) -> Callable[[Any], str]:
    """Where staff open a row; "" for who may not, or where there is no such page."""
    admins = admin.site._registry
    label, name = model._meta.app_label, model._meta.model_name
    if not (user.is_staff and model in admins and user.has_perm(f"{label}.view_{name}")):
        return lambda pk: ""

    def url(pk: Any) -> str:
        try:
            return reverse(f"admin:{label}_{name}_change", args=[pk])
        except NoReverseMatch:
            return ""

    return url
