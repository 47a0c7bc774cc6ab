"""Which files are kept, for the auditor; who may read one is its policy's to say, here as everywhere."""

from django.contrib import admin

from federation.files.models import StoredFile
from federation.portal.admin_base import PortalModelAdmin, Unchangeable


@admin.register(StoredFile)
class StoredFileAdmin(Unchangeable, PortalModelAdmin):
    list_display = ["name", "purpose", "content_type", "size", "uploaded_by", "uploaded_at"]
    list_select_related = ["uploaded_by"]
    search_fields = ["name", "sha256"]
    sortable_by = ["uploaded_at"]
    ordering = ["-uploaded_at"]
    fields = ["name", "purpose", "content_type", "size", "sha256", "uploaded_by", "uploaded_at"]
    readonly_fields = fields
