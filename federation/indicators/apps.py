from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "federation.indicators"
    label = "indicators"
