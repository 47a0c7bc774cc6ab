from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "federation.accounts"
    label = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        from federation.accounts.roles import check_grants, sync_after_migrate

        post_migrate.connect(sync_after_migrate, dispatch_uid="accounts.sync_roles")
        checks.register(check_grants)
