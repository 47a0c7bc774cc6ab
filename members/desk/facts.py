"""Which of its own columns an enterprise may change: registered facts by way of the staff, the rest at once."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from members.desk.models import ProfileChange
from members.enterprises.models import Enterprise
from members.enterprises.words import as_json, from_json, in_words

# The register is the state's word on these; staff compare with the licence before they stand.
CONFIRMED_FIELDS = (
    "name",
    "legal_representative",
    "state",
    "registration_type",
    "industry",
    "capital",
    "capital_currency",
    "registered_on",
    "address",
    "town",
    "park",
    "scope",
)
FREE_FIELDS = ("short_name", "introduction", "website", "public_phone")


@dataclass(frozen=True)
class FactChange:
    """One line of a proposed change, in words. `overtaken` when the register itself changed after the proposal."""

    name: str
    label: str
    before: str
    now: str
    proposed: str
    overtaken: bool


def values_of(enterprise: Enterprise, names: Iterable[str]) -> dict[str, Any]:
    """By field name, as JSON; a relation by its key."""
    return {name: as_json(getattr(enterprise, Enterprise._meta.get_field(name).attname)) for name in names}


def read_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a proposal's JSON says, as values that can be set on an enterprise. Raises ValidationError."""
    read = {}
    for name, value in values.items():
        field = Enterprise._meta.get_field(name)
        read[name] = from_json(field, value)
        if field.is_relation and value is not None:
            # A town or class that is gone since reads as nothing chosen, and says so by its absence in words.
            read[name] = field.related_model._default_manager.filter(pk=read[name]).first()
    return read


def lines_of(change: ProfileChange, enterprise: Enterprise) -> list[FactChange]:
    """Before, now and proposed, field by field in the order of the form."""
    now = values_of(enterprise, CONFIRMED_FIELDS)
    currency = change.values.get("capital_currency", now["capital_currency"])
    lines = []
    for name in CONFIRMED_FIELDS:
        if name not in change.values:
            continue
        before, proposed = change.before.get(name), change.values[name]
        lines.append(
            FactChange(
                name,
                str(Enterprise._meta.get_field(name).verbose_name),
                in_words(name, before, change.before.get("capital_currency") or enterprise.capital_currency),
                in_words(name, now[name], enterprise.capital_currency),
                in_words(name, proposed, currency),
                now[name] not in (before, proposed),
            )
        )
    return lines


def overtaken(change: ProfileChange, enterprise: Enterprise) -> list[str]:
    """Fields whose register value is neither what the enterprise saw nor what it proposes."""
    now = values_of(enterprise, change.values)
    return [name for name, value in change.values.items() if now[name] not in (change.before.get(name), value)]


def version_of(change: ProfileChange, enterprise: Enterprise) -> str:
    """Marks what the register says now about the proposed fields, so that a clerk decides only on what they saw."""
    now = values_of(enterprise, sorted(change.values))
    return hashlib.sha256(json.dumps(now, sort_keys=True).encode()).hexdigest()[:16]
