"""What the register has of an enterprise, told to somebody who may not be from there: enough to recognise it."""

from typing import Any

from django.db import models

from chambers.applications.facts import FIELDS
from members.enterprises.models import Enterprise
from members.enterprises.words import in_words

STARS = "***"
# How many of the first characters may be read; a date shows its year, an amount nothing.
SHOWN = {"legal_representative": 1, "address": 9, "scope": 8, "industry": 40, "town": 40, "name": 200}


def hints(enterprise: Enterprise | None, *, own: bool) -> dict[str, str]:
    """Field → what the register has, in full for who acts for the enterprise and masked for others."""
    if enterprise is None:
        return {}
    found = {}
    for name in FIELDS:
        value = getattr(enterprise, name)
        if value is None or value == "":
            continue
        text = str(value) if isinstance(value, models.Model) else in_words(name, value)
        found[name] = text if own else _masked(name, value, text)
    return found


def _masked(name: str, value: Any, text: str) -> str:
    if name == "registered_on":
        return f"{value.year}-{STARS}"
    shown = text[: SHOWN.get(name, 0)]
    return text if shown == text else shown + STARS
