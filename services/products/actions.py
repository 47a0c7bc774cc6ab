"""Keeping a bank's products."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.errors import CaseError
from services.products.access import may_keep
from services.products.models import LoanProduct

MOST_OPEN = 60


@transaction.atomic
def save_product(product: LoanProduct, *, by: User) -> LoanProduct:
    """Raises PermissionDenied for who isn't an officer of its bank today, ValidationError for what can't be meant."""
    if not may_keep(by, product):
        raise PermissionDenied
    if product.pk is None and LoanProduct.objects.of_bank(product.bank_id).open_on().count() >= MOST_OPEN:
        raise CaseError(_("%(number)d products are open already: close some first.") % {"number": MOST_OPEN})
    product.kept_by = by
    product.full_clean()
    product.save()
    return product


@transaction.atomic
def close_product(product: LoanProduct, *, by: User, day: datetime.date | None = None) -> LoanProduct:
    """From tomorrow nobody finds it; what was asked for under it isn't touched."""
    held = LoanProduct.objects.select_for_update(of=("self",)).select_related("bank").get(pk=product.pk)
    if not may_keep(by, held):
        raise PermissionDenied
    day = day or timezone.localdate()
    if held.closes_on is not None and held.closes_on <= day:
        raise CaseError(_("It is closed already."))
    # One that was never open stays unseen: it closes on the day it would have opened.
    held.closes_on = max(day, held.opens_on)
    held.save(update_fields=["closes_on"])
    return held
