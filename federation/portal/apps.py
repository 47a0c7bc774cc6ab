from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

# What an app may bring along; each is found in the app's own package the way Django finds admin.py.
CONTRIBUTIONS = (
    "hats",
    "roles",
    "uploads",
    "indicators",
    "editions",
    "navigation",
    "home",
    "waiting",
    "cases",
    "timeline",
    "directory",
    "profile",
    "search",
    "sidebar",
    "first_steps",
    "desk_panels",
    "exports",
)


class PortalConfig(AppConfig):
    name = "federation.portal"
    label = "portal"

    def ready(self) -> None:
        autodiscover_modules(*CONTRIBUTIONS)
