"""Who may see a figure, and who its rows."""

from django.contrib.auth.models import AnonymousUser

from federation.accounts.models import User
from federation.indicators.registry import Indicator, all_indicators


def may_open_rows(user: User | AnonymousUser, indicator: Indicator) -> bool:
    if not user.is_authenticated or not user.is_active:
        return False
    if indicator.permission and user.is_staff and user.has_perm(indicator.permission):
        return True
    return indicator.open_to is not None and indicator.open_to(user)


def may_see(user: User | AnonymousUser, indicator: Indicator) -> bool:
    return indicator.public or may_open_rows(user, indicator)


def visible_indicators(user: User | AnonymousUser) -> list[Indicator]:
    return [indicator for indicator in all_indicators() if may_see(user, indicator)]
