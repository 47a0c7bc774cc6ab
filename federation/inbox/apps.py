from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "federation.inbox"
    label = "inbox"
