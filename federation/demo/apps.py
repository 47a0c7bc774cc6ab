from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "federation.demo"
    label = "demo"
