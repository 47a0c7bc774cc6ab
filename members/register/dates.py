"""Dates as spreadsheets hold them: real dates, their serial numbers, and the ways people write them."""

import datetime
import math
import re
import unicodedata
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_EPOCH = datetime.date(1899, 12, 30)
# 1949-10-01 to 2100: other numbers in a date's column are no serial numbers.
_SERIALS = range(18172, 73051)
EARLIEST = datetime.date(1840, 1, 1)
_WRITTEN = re.compile(r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)?(?:[T\s].*)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")


class InvalidDate(ValidationError):
    """Says in words why a value is no date."""


def parse_date(value: Any, *, until: datetime.date | None = None) -> datetime.date:
    """Raises InvalidDate; `until` is the last day that can be meant."""
    if isinstance(value, datetime.datetime):
        day = value.date()
    elif isinstance(value, datetime.date):
        day = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        day = _from_number(value)
    else:
        day = _written(str(value))
    if day < EARLIEST:
        raise InvalidDate(_("%(date)s is too long ago to be meant.") % {"date": day.isoformat()})
    if until is not None and day > until:
        raise InvalidDate(_("%(date)s lies in the future.") % {"date": day.isoformat()})
    return day


def _from_number(number: float) -> datetime.date:
    if not math.isfinite(number):
        return _written(str(number))
    if int(number) in _SERIALS:
        return _EPOCH + datetime.timedelta(days=int(number))
    return _written(str(int(number)))


@lru_cache(maxsize=8192)
def _written(text: str) -> datetime.date:
    words = unicodedata.normalize("NFKC", text).strip()
    found = _WRITTEN.match(words) or _COMPACT.match(words)
    if found:
        year, month, day = found.groups()
        try:
            return datetime.date(int(year), int(month), int(day or 1))
        except ValueError:
            raise InvalidDate(_("There is no such day: “%(text)s”.") % {"text": text[:40]}) from None
    if words.isdecimal() and len(words) == 5 and int(words) in _SERIALS:
        return _EPOCH + datetime.timedelta(days=int(words))
    raise InvalidDate(_("“%(text)s” is no date. Write year, month and day, as in 2022-08-03.") % {"text": text[:40]})
