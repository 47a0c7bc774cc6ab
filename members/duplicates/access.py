"""Who may judge pairs, merge and undo."""

from federation.accounts.models import User


def may_see_pairs(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm("members.view_duplicatepair")


def may_judge_pairs(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm("members.change_duplicatepair")


def may_merge(user: User) -> bool:
    """Merging writes the register."""
    return may_judge_pairs(user) and user.has_perm("members.add_merge") and user.has_perm("members.change_enterprise")


def may_undo(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm("members.change_merge")
