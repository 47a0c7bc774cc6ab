"""What changes an enterprise by hand, and the yearly snapshot of sizes."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.enterprises.models import Enterprise, NameRecord

# Registered facts: an import shows a conflict instead of overwriting one of these that was edited by hand.
REGISTERED_FIELDS = (
    "name",
    "uscc",
    "registration_number",
    "short_name",
    "state",
    "registration_type",
    "registration_type_text",
    "control",
    "industry",
    "legal_representative",
    "registered_on",
    "capital",
    "capital_currency",
    "scope",
    "town",
    "park",
    "district",
    "address",
    "parent",
    "staff_count",
    "revenue",
    "assets",
    "website",
    "public_phone",
)
_EDITABLE = frozenset((*REGISTERED_FIELDS, "introduction", "logo", "listed", "listed_at"))


class EnterpriseError(ValidationError):
    """An edit that can't be done, in words."""


@transaction.atomic
def create_enterprise(values: Mapping[str, Any]) -> Enterprise:
    """A new enterprise entered by hand: every registered fact given counts as edited by hand.

    Raises ValidationError, by field.
    """
    _refuse_unknown(values)
    enterprise = Enterprise(**values)
    enterprise.hand_edited = [name for name in REGISTERED_FIELDS if values.get(name) not in (None, "")]
    enterprise.full_clean()
    enterprise.save()
    return enterprise


@transaction.atomic
def edit_enterprise(enterprise: Enterprise, values: Mapping[str, Any], *, source: str = "") -> list[str]:
    """Write values by hand: the registered facts that change are marked, and a rename leaves the old name on record.

    Returns the names of the fields that changed; the instance given is refreshed. Who did it is in the history.
    Raises ValidationError, by field.
    """
    _refuse_unknown(values)
    current = Enterprise.objects.select_for_update(of=("self",)).get(pk=enterprise.pk)
    if current.merged_into_id:
        raise EnterpriseError(_("This enterprise was merged into another; edit that one."))
    old_name = current.name
    changed = [name for name, value in values.items() if _differs(current, name, value)]
    for name in changed:
        setattr(current, name, values[name])
    if changed:
        current.hand_edited = sorted({*current.hand_edited, *(name for name in changed if name in REGISTERED_FIELDS)})
        current.full_clean()
        if "name" in changed:
            record_former_name(current, old_name, source=source)
        current.save()
    enterprise.refresh_from_db()
    return changed


def record_former_name(enterprise: Enterprise, name: str, *, source: str = "") -> None:
    """The name borne until today. Saving the enterprise afterwards makes it findable by it."""
    NameRecord.objects.get_or_create(
        enterprise=enterprise, name=name, until=timezone.localdate(), defaults={"source": source}
    )


def refresh_search(enterprise: Enterprise) -> None:
    """After former names were added or removed by themselves."""
    enterprise.save(update_fields=["search_tokens"])


def take_size_snapshot(year: int | None = None) -> int:
    """Record every enterprise's size class of the year (this one), with the figures it follows from.

    A second run in the year brings its snapshots up to date. Returns how many were written or changed.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SNAPSHOT, {"year": year or timezone.localdate().year})
        return cursor.rowcount


_SNAPSHOT = """
INSERT INTO members_sizesnapshot AS kept
    (enterprise_id, year, industry_code, staff_count, revenue, assets, size_class, computed_at)
SELECT id, %(year)s, coalesce(industry_id, ''), staff_count, revenue, assets, size_class, now()
FROM members_enterprise
WHERE merged_into_id IS NULL AND state = 'active'
ON CONFLICT (enterprise_id, year) DO UPDATE SET
    industry_code = excluded.industry_code, staff_count = excluded.staff_count, revenue = excluded.revenue,
    assets = excluded.assets, size_class = excluded.size_class, computed_at = excluded.computed_at
WHERE (kept.industry_code, kept.staff_count, kept.revenue, kept.assets, kept.size_class)
    IS DISTINCT FROM
    (excluded.industry_code, excluded.staff_count, excluded.revenue, excluded.assets, excluded.size_class)
"""


def _differs(enterprise: Enterprise, name: str, value: Any) -> bool:
    field = Enterprise._meta.get_field(name)
    if field.is_relation:
        return getattr(enterprise, field.attname) != (value.pk if value is not None else None)
    try:
        return bool(getattr(enterprise, name) != field.to_python(value))
    except ValidationError as error:
        raise ValidationError({name: error}) from None


def _refuse_unknown(values: Mapping[str, Any]) -> None:
    unknown = set(values) - _EDITABLE
    if unknown:
        raise ValueError(f"not edited by hand: {', '.join(sorted(unknown))}")
