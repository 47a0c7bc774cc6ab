from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class InboxConfig(AppConfig):
    name = "federation.inbox"
    label = "inbox"
    verbose_name = _("Messages")

    def ready(self) -> None:
        from federation.inbox.checks import check_gateways, check_ways_out_of_production

        checks.register(check_gateways)
        checks.register(check_ways_out_of_production, deploy=True)
