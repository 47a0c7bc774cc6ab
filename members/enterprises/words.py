"""Values of an enterprise's columns as JSON, back again, and in words."""

import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from federation.portal import formats
from members.enterprises.models import Enterprise

MONEY_IN_YUAN = frozenset({"revenue", "assets"})


def as_json(value: Any) -> Any:
    """A column's value as JSON can hold it, without loss: `from_json` gives the same value back."""
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str | dict):
        return value
    return str(value)


def from_json(field: models.Field, value: Any) -> Any:
    """Raises ValidationError for what the column can't hold."""
    if value is None or isinstance(value, list | dict):
        return value
    target = field.target_field if field.is_relation else field
    return target.to_python(value)


def columns_of(row: models.Model) -> dict[str, Any]:
    """Every column of the row by attribute name (`town_id`), as JSON."""
    return {field.attname: as_json(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def in_words(name: str, value: Any, currency: str = "CNY") -> str:
    """What a person reads for the value of the column `name` of an enterprise; "—" for nothing."""
    field = Enterprise._meta.get_field(name)
    if value in (None, "", []):
        return formats.NOTHING
    if isinstance(value, models.Model):
        return str(value)
    if field.is_relation:
        known = field.related_model._default_manager.filter(pk=from_json(field, value)).first()
        return str(known) if known is not None else formats.NOTHING
    value = from_json(field, value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, datetime.datetime):
        return formats.cn_datetime(value)
    if isinstance(value, datetime.date):
        return formats.cn_date(value)
    if isinstance(value, Decimal):
        return str(formats.money(value, currency="CNY" if name in MONEY_IN_YUAN else currency))
    return formats.grouped(value) if isinstance(value, int) else str(value)
