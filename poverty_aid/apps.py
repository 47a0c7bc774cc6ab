from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PovertyAidConfig(AppConfig):
    name = "poverty_aid"
    verbose_name = _("Poverty aid and giving")
