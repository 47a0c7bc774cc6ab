from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "federation.audit"
    label = "audit"
