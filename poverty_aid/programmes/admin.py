"""Programmes, campaigns and intermediaries: lists to choose from."""

from django.contrib import admin
from django.http import HttpRequest

from federation.portal.admin_base import PortalModelAdmin
from poverty_aid.programmes.models import Campaign, Intermediary, Programme


class UndertakingAdmin(PortalModelAdmin):
    list_display = ["name", "code", "starts_on", "ends_on", "is_open"]
    search_fields = ["name", "code"]
    ordering = ["position", "pk"]
    fields = [("name", "code"), "description", ("starts_on", "ends_on"), ("is_open", "position")]

    def get_readonly_fields(self, request: HttpRequest, obj: Programme | Campaign | None = None) -> list[str]:
        """Figures and addresses name the code: it stays."""
        return ["code"] if obj else []


@admin.register(Programme)
class ProgrammeAdmin(UndertakingAdmin):
    """What a pairing is made under."""


@admin.register(Campaign)
class CampaignAdmin(UndertakingAdmin):
    """A call with a beginning and an end."""


@admin.register(Intermediary)
class IntermediaryAdmin(PortalModelAdmin):
    list_display = ["name", "uscc", "is_active"]
    search_fields = ["name", "uscc"]
    ordering = ["name"]
