"""Who holds a right."""

from django.db.models import Q

from federation.accounts.models import User


def staff_with(permission: str) -> list[User]:
    """Active staff with the right ("app.codename"), by role or by themselves; superusers are not meant by it."""
    app_label, codename = permission.split(".")
    right = {"content_type__app_label": app_label, "codename": codename}
    by_role = Q(**{f"groups__permissions__{name}": value for name, value in right.items()})
    by_hand = Q(**{f"user_permissions__{name}": value for name, value in right.items()})
    return list(User.objects.filter(by_role | by_hand, is_staff=True, is_active=True).distinct())
