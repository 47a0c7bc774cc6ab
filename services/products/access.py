"""Who keeps a bank's products: its officers at their desk, and the staff who look after partners in the admin."""

from django.contrib.auth.models import AnonymousUser

from federation.accounts.models import User
from services.finance.bank_access import is_officer_of
from services.products.models import LoanProduct


def may_keep(user: User, product: LoanProduct) -> bool:
    return is_officer_of(user, product.bank_id) and product.bank.is_active


def may_see(user: User | AnonymousUser, product: LoanProduct) -> bool:
    """Everyone while it is open; its bank and staff always."""
    if product.is_open() and product.bank.is_active:
        return True
    if not user.is_authenticated:
        return False
    staff = user.is_staff and user.has_perm("services.view_loanproduct")
    return staff or may_keep(user, product)
