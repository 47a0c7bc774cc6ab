"""What an enterprise changes of its own profile at once, without asking."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.files.models import StoredFile
from members.desk.facts import FREE_FIELDS
from members.enterprises.actions import edit_enterprise
from members.enterprises.models import Contact, Enterprise, Product, SizeSnapshot
from members.enterprises.size import classify

MOST_PRODUCTS = 24
MOST_CONTACTS = 50
# Figures are asked for the years that are closed, and the one that runs.
YEARS_BACK = 5


class TooMany(ValidationError):
    """More of something than a page can show sensibly."""


def edit_profile(enterprise: Enterprise, values: Mapping[str, Any]) -> list[str]:
    """Write the fields that need no confirmation; returns those that changed. Raises ValidationError by field."""
    return edit_enterprise(enterprise, {name: values[name] for name in FREE_FIELDS if name in values})


def set_logo(enterprise: Enterprise, logo: StoredFile | None) -> None:
    edit_enterprise(enterprise, {"logo": logo})


def set_listing(enterprise: Enterprise, listed: bool) -> bool:
    """Give or take back the consent to be shown to the public, with its date; returns whether anything changed."""
    if enterprise.listed == listed:
        return False
    edit_enterprise(enterprise, {"listed": listed, "listed_at": timezone.now() if listed else None})
    return True


def years_open(today: datetime.date | None = None) -> list[int]:
    """The years whose figures may be given, newest first."""
    this = (today or timezone.localdate()).year
    return list(range(this, this - YEARS_BACK - 1, -1))


@transaction.atomic
def record_figures(
    enterprise: Enterprise, year: int, *, staff_count: int | None, revenue: Decimal | None, assets: Decimal | None
) -> SizeSnapshot:
    """The year's figures (amounts in yuan) and the size class that follows; the newest year's stand on the profile."""
    held = Enterprise.objects.select_for_update(of=("self",)).get(pk=enterprise.pk)
    snapshot, _created = SizeSnapshot.objects.update_or_create(
        enterprise=held,
        year=year,
        defaults={
            "industry_code": held.industry_id or "",
            "staff_count": staff_count,
            "revenue": revenue,
            "assets": assets,
            "size_class": classify(held.industry_id, staff_count, revenue, assets),
        },
    )
    if not held.size_snapshots.filter(year__gt=year).exists():
        edit_enterprise(enterprise, {"staff_count": staff_count, "revenue": revenue, "assets": assets})
    return snapshot


@transaction.atomic
def save_contact(contact: Contact) -> Contact:
    """A new first contact takes the place of the old one. Raises TooMany and ValidationError."""
    held = Enterprise.objects.select_for_update(of=("self",)).get(pk=contact.enterprise_id)
    others = held.contacts.exclude(pk=contact.pk)
    if not contact.pk and others.count() >= MOST_CONTACTS:
        raise TooMany(_("There are %(number)d contacts already; remove one first.") % {"number": MOST_CONTACTS})
    if contact.is_primary:
        others.filter(is_primary=True).update(is_primary=False)
    contact.full_clean()
    contact.save()
    return contact


def delete_contact(contact: Contact) -> None:
    contact.delete()


@transaction.atomic
def save_product(product: Product) -> Product:
    """A new product stands last. Raises TooMany and ValidationError."""
    held = Enterprise.objects.select_for_update(of=("self",)).get(pk=product.enterprise_id)
    if not product.pk:
        positions = list(held.products.values_list("position", flat=True))
        if len(positions) >= MOST_PRODUCTS:
            raise TooMany(_("There are %(number)d products already; remove one first.") % {"number": MOST_PRODUCTS})
        product.position = max(positions, default=-1) + 1
    product.full_clean()
    product.save()
    return product


@transaction.atomic
def move_product(product: Product, places: int) -> None:
    """Up (negative) or down in the order that visitors see."""
    Enterprise.objects.select_for_update(of=("self",)).get(pk=product.enterprise_id)
    row = list(Product.objects.filter(enterprise=product.enterprise_id).order_by("position", "pk"))
    at = next((index for index, other in enumerate(row) if other.pk == product.pk), None)
    if at is None:
        return
    row.insert(max(0, at + places), row.pop(at))
    for position, other in enumerate(row):
        other.position = position
    Product.objects.bulk_update(row, ["position"])


def delete_product(product: Product) -> None:
    product.delete()
