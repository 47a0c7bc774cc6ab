"""Who may do what at an enterprise's desk, and with what it proposes. The enterprise itself comes from the hat."""

from federation.accounts.models import User
from members.desk.models import ProfileChange
from members.enterprises.models import Representative


def manages(representative: Representative) -> bool:
    """The profile, contacts, products and colleagues are the manager's; a colleague reads them."""
    return representative.role == Representative.Role.MANAGER


def may_decide_changes(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm("members.change_profilechange")


def may_withdraw_change(representative: Representative, change: ProfileChange) -> bool:
    return manages(representative) and change.status == ProfileChange.Status.WAITING
