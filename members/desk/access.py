"""Who may do what at an enterprise's desk, and with what it proposes. The enterprise itself comes from the hat."""

from federation.accounts.models import User
from members.desk.models import ProfileChange
from members.enterprises.models import Representative


def manages(representative: Representative) -> bool:
    """The profile, contacts, products and colleagues are the manager's; a colleague reads them."""
    return representative.role == Representative.Role.MANAGER


def may_decide_changes(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm("members.change_profilechange")


def is_own(user: User, change: ProfileChange) -> bool:
    """Whoever proposed it or acts for the enterprise doesn't also confirm it."""
    if change.proposed_by_id == user.pk:
        return True
    return Representative.objects.acting().filter(user=user, enterprise=change.enterprise_id).exists()


def may_decide_change(user: User, change: ProfileChange) -> bool:
    return may_decide_changes(user) and change.status == ProfileChange.Status.WAITING and not is_own(user, change)


def may_withdraw_change(user: User, change: ProfileChange) -> bool:
    """Whoever manages the enterprise today, whoever of them proposed it."""
    acting = Representative.objects.acting().filter(user=user, enterprise=change.enterprise_id)
    return change.status == ProfileChange.Status.WAITING and any(manages(one) for one in acting)
