"""The facts an applicant states, beside those of the register: what differs, and what approval writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from chambers.applications.models import MembershipApplication
from members.enterprises.models import Enterprise
from members.enterprises.words import as_json, from_json, in_words

# What the form asks and what it is called in the register.
FIELDS = (
    "name",
    "legal_representative",
    "registered_on",
    "industry",
    "capital",
    "town",
    "address",
    "staff_count",
    "revenue",
    "scope",
)


@dataclass(frozen=True)
class Difference:
    """One fact as stated and as registered; `differs` when both are there and aren't the same."""

    name: str
    label: str
    stated: Any
    registered: Any

    @property
    def stated_words(self) -> str:
        return in_words(self.name, self.stated)

    @property
    def registered_words(self) -> str:
        return in_words(self.name, self.registered)

    @property
    def differs(self) -> bool:
        return not _empty(self.stated) and not _empty(self.registered) and self.stated != self.registered

    @property
    def is_news(self) -> bool:
        """Stated, and unknown to the register: approval fills it in."""
        return not _empty(self.stated) and _empty(self.registered)


def stated(application: MembershipApplication) -> dict[str, Any]:
    """The facts of the form as the register's own values; what can't be read back is left out."""
    values = {}
    for name, kept in (application.form.get("facts") or {}).items():
        if name not in FIELDS or _empty(kept):
            continue
        field = Enterprise._meta.get_field(name)
        try:
            value = from_json(field, kept)
        except ValidationError:
            continue
        if field.is_relation:
            value = field.related_model._default_manager.filter(pk=value).first()
        if not _empty(value):
            values[name] = value
    return values


def to_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """Cleaned values of a form as `MembershipApplication.form` keeps them."""
    return {name: as_json(value.pk if isinstance(value, models.Model) else value) for name, value in values.items()}


def differences(application: MembershipApplication, enterprise: Enterprise | None) -> list[Difference]:
    """Every fact stated or registered, in the order of the form."""
    said = stated(application)
    rows = []
    for name in FIELDS:
        known = getattr(enterprise, name) if enterprise is not None else None
        if _empty(said.get(name)) and _empty(known):
            continue
        label = str(Enterprise._meta.get_field(name).verbose_name)
        rows.append(Difference(name, label, said.get(name), known))
    return rows


def news(application: MembershipApplication, enterprise: Enterprise) -> dict[str, Any]:
    """What approval adds: facts stated that the register doesn't have. What it has is never overwritten."""
    return {row.name: row.stated for row in differences(application, enterprise) if row.is_news}


def _empty(value: Any) -> bool:
    return value is None or value == ""
