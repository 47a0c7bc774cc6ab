"""The staff's face of demands."""

from django.contrib import admin

from federation.portal.admin_base import RecordAdmin, Unchangeable
from services.demands.models import Demand


@admin.register(Demand)
class DemandAdmin(Unchangeable, RecordAdmin):
    list_display = ["title", "status"]
