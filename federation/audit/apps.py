from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "federation.audit"
    label = "audit"
    verbose_name = _("Audit")

    def ready(self) -> None:
        from federation.audit import receivers  # noqa: F401 importing connects them
        from federation.audit.checks import check_media_root, check_production, check_secret_key

        checks.register(check_secret_key)
        checks.register(check_media_root)
        checks.register(check_production, deploy=True)
