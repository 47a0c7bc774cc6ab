import pytest
from django.contrib.auth.models import Group, Permission

from federation.accounts import roles
from federation.accounts.roles import Role
from tests import cast

pytestmark = pytest.mark.django_db


def held(role: str) -> set[str]:
    rows = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
    return {f"{label}.{codename}" for label, codename in rows}


def test_each_role_holds_exactly_what_is_declared():
    assert {role.value: held(role) for role in Role} == {
        role.value: set(permissions) for role, permissions in roles.declared().items()
    }
    assert all(roles.declared().values()), "a role without any right"


def test_every_declared_permission_exists():
    assert roles.check_grants() == []


def test_a_grant_of_an_unknown_permission_is_named_with_a_hint(monkeypatch):
    monkeypatch.setitem(roles._granted, Role.AUDITOR, {"members.view_enterprize"})
    (error,) = roles.check_grants()
    assert "members.view_enterprize" in error.msg and error.hint and error.id == "accounts.E001"


def test_sync_takes_back_what_was_given_by_hand_and_gives_back_what_was_taken():
    group = Group.objects.get(name=Role.AUDITOR)
    before = held(Role.AUDITOR)
    group.permissions.set([Permission.objects.get(codename="delete_user")])
    roles.sync_roles()
    assert held(Role.AUDITOR) == before


def test_sync_brings_back_a_deleted_role():
    Group.objects.get(name=Role.SERVICES_CLERK).delete()
    roles.sync_roles()
    assert held(Role.SERVICES_CLERK) == roles.declared()[Role.SERVICES_CLERK]


def test_the_auditor_only_reads():
    assert {permission.split(".")[1].split("_")[0] for permission in held(Role.AUDITOR)} == {"view"}


def test_nobody_deletes_enterprises_memberships_or_people():
    for role in Role:
        assert not held(role) & {
            "members.delete_enterprise",
            "members.delete_membership",
            "members.delete_membershipperiod",
            "accounts.delete_user",
            "files.delete_storedfile",
        }


def test_who_decides_applications_is_not_who_makes_accounts():
    clerk, administrator = cast.staff("registry_clerk"), cast.administrator()
    assert clerk.has_perm("chambers.decide_membershipapplication")
    assert not clerk.has_perm("accounts.change_user")
    assert administrator.has_perm("accounts.change_user")
    assert not administrator.has_perm("chambers.decide_membershipapplication")
