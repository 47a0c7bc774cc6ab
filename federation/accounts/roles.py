"""Roles of federation staff: groups whose rights are declared in code and put right after every migration.

An app grants rights on its own models in its `roles.py`:

    grant(Role.REGISTRY_CLERK, "members", "view change", "enterprise contact")
    grant_permission(Role.REGISTRY_CLERK, "chambers.decide_membershipapplication")
"""

from collections.abc import Iterator
from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed
from django.contrib.auth import get_permission_codename
from django.contrib.auth.management import create_permissions
from django.core import checks
from django.db import DEFAULT_DB_ALIAS, models, router, transaction
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The value is the group's name."""

    REGISTRY_CLERK = "registry_clerk", _("registry clerk")
    SERVICES_CLERK = "services_clerk", _("services clerk")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")


_granted: dict[Role, set[str]] = {role: set() for role in Role}


def grant(role: Role, app_label: str, verbs: str, model_names: str) -> None:
    """Every one of the verbs (view, add, change, delete) on every one of the models."""
    for model_name in model_names.split():
        for verb in verbs.split():
            grant_permission(role, f"{app_label}.{verb}_{model_name}")


def grant_permission(role: Role, permission: str) -> None:
    _granted[role].add(permission)


def declared() -> dict[Role, frozenset[str]]:
    """What each role may do, as `app_label.codename`."""
    return {role: frozenset(permissions) for role, permissions in _granted.items()}


def known_permissions() -> Iterator[str]:
    for model in installed.get_models():
        options = model._meta
        for action in options.default_permissions:
            yield f"{options.app_label}.{get_permission_codename(action, options)}"
        for codename, _name in options.permissions:
            yield f"{options.app_label}.{codename}"


def check_grants(app_configs: object = None, **kwargs: object) -> list[checks.CheckMessage]:
    known = set(known_permissions())
    return [
        checks.Error(
            f"The role {role} is granted {permission}, which no model declares.",
            hint="Correct the roles.py of that app: a verb, an underscore and the model's name in small letters.",
            id="accounts.E001",
        )
        for role, permissions in declared().items()
        for permission in sorted(permissions - known)
    ]


def sync_roles(using: str = DEFAULT_DB_ALIAS) -> None:
    """Make the groups hold exactly what is declared: a right given by hand to a role is taken back."""
    from django.contrib.auth.models import Group, Permission

    with transaction.atomic(using=using):
        Group.objects.using(using).bulk_create([Group(name=role) for role in Role], ignore_conflicts=True)
        ids = {
            f"{label}.{codename}": pk
            for pk, label, codename in Permission.objects.using(using)
            .order_by()
            .values_list("pk", "content_type__app_label", "codename")
        }
        link = Group.permissions.through
        for group in Group.objects.using(using).filter(name__in=Role.values):
            wanted = {ids[permission] for permission in declared()[Role(group.name)] if permission in ids}
            held = set(link.objects.using(using).filter(group_id=group.pk).values_list("permission_id", flat=True))
            link.objects.using(using).filter(group_id=group.pk, permission_id__in=held - wanted).delete()
            link.objects.using(using).bulk_create(
                [link(group_id=group.pk, permission_id=pk) for pk in sorted(wanted - held)], ignore_conflicts=True
            )


def sync_after_migrate(app_config: AppConfig, using: str, apps: Any, **kwargs: Any) -> None:
    """Receives post_migrate, which is sent once for each app: the last one knows all permissions."""
    last = [config for config in installed.get_app_configs() if config.models_module][-1]
    if app_config.label != last.label:
        return
    try:
        permission = apps.get_model("auth", "Permission")
    except LookupError:
        return
    if not router.allow_migrate_model(using, permission):
        return
    # Django's own receiver for this app may be called after this one.
    create_permissions(app_config, verbosity=0, interactive=False, using=using, apps=apps)
    sync_roles(using)


grant(Role.AUDITOR, "accounts", "view", "user")
grant(Role.AUDITOR, "auth", "view", "group permission")
grant(Role.ADMINISTRATOR, "accounts", "view add change", "user")
grant(Role.ADMINISTRATOR, "auth", "view", "group permission")
# A clerk links a person to an enterprise, so must find the person; telephone and e-mail stay masked.
grant(Role.REGISTRY_CLERK, "accounts", "view", "user")
grant(Role.SERVICES_CLERK, "accounts", "view", "user")
grant_permission(Role.REGISTRY_CLERK, "accounts.unmask_personal_data")
grant_permission(Role.SERVICES_CLERK, "accounts.unmask_personal_data")
