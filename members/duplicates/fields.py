"""The columns that two records of one enterprise may disagree on, and which side's value stands after a merge."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from members.enterprises.models import Enterprise
from members.enterprises.words import as_json, in_words

KEPT, ABSORBED = "kept", "absorbed"

# One choice for columns that only make sense together; the first names the choice.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("name",),
    ("short_name",),
    ("state",),
    ("registration_type",),
    ("registration_type_text",),
    ("control",),
    ("industry",),
    ("legal_representative",),
    ("registered_on",),
    ("capital", "capital_currency"),
    ("scope",),
    ("town",),
    ("park",),
    ("district",),
    ("address",),
    ("parent",),
    ("staff_count",),
    ("revenue",),
    ("assets",),
    ("introduction",),
    ("website",),
    ("public_phone",),
    ("logo",),
    ("listed", "listed_at"),
)


@dataclass(frozen=True)
class Difference:
    name: str
    label: str
    kept: str
    absorbed: str
    chosen: str
    # Nothing to choose where one side is empty or both agree.
    open: bool


def empty(value: Any) -> bool:
    return value is None or value == ""


def default_choice(name: str, kept: Enterprise, absorbed: Enterprise) -> str:
    """The kept record's value, unless it has none."""
    attname = Enterprise._meta.get_field(name).attname
    fills = empty(getattr(kept, attname)) and not empty(getattr(absorbed, attname))
    return ABSORBED if fills else KEPT


def differences(kept: Enterprise, absorbed: Enterprise) -> list[Difference]:
    """Field by field, both sides in words. The code itself is never chosen: each record keeps its own."""
    found = []
    for names in GROUPS:
        name = names[0]
        field = Enterprise._meta.get_field(name)
        mine, other = getattr(kept, field.attname), getattr(absorbed, field.attname)
        if empty(mine) and empty(other):
            continue
        found.append(
            Difference(
                name,
                str(field.verbose_name),
                _shown(name, kept),
                _shown(name, absorbed),
                default_choice(name, kept, absorbed),
                _together(names, kept) != _together(names, absorbed),
            )
        )
    return found


def _together(names: tuple[str, ...], of: Enterprise) -> list[Any]:
    # The day of the consent is no difference of its own.
    return [getattr(of, Enterprise._meta.get_field(name).attname) for name in names if name != "listed_at"]


def _shown(name: str, of: Enterprise) -> str:
    field = Enterprise._meta.get_field(name)
    value = getattr(of, name if field.is_relation else field.attname)
    return in_words(name, value, of.capital_currency)


def written(kept: Enterprise, absorbed: Enterprise, choices: Mapping[str, str]) -> dict[str, list[Any]]:
    """What the merge writes on the kept record: attribute name → [old, new], as JSON."""
    changes: dict[str, list[Any]] = {}
    for names in GROUPS:
        if choices.get(names[0], default_choice(names[0], kept, absorbed)) != ABSORBED:
            continue
        for name in names:
            attname = Enterprise._meta.get_field(name).attname
            old, new = as_json(getattr(kept, attname)), as_json(getattr(absorbed, attname))
            if old != new:
                changes[attname] = [old, new]
    return changes
