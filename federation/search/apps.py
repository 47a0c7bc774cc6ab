from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "federation.search"
    label = "search"
