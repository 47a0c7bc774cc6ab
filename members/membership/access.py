"""Who may decide about memberships outside an application: staff with the right, never about their own enterprise."""

from federation.accounts.models import User
from members.enterprises.models import Enterprise, Representative

DECIDE = "members.change_membershipperiod"


def decides(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(DECIDE)


def may_decide(user: User, enterprise: Enterprise) -> bool:
    return decides(user) and not Representative.objects.acting().filter(user=user, enterprise=enterprise).exists()
