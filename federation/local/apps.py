from django.apps import AppConfig


class LocalConfig(AppConfig):
    name = "federation.local"
    label = "local"
