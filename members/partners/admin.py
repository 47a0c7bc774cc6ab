"""Partner organisations and who acts for them."""

from django.contrib import admin
from django.http import HttpRequest
from unfold.contrib.filters.admin import BooleanRadioFilter, ChoicesDropdownFilter

from federation.portal.admin_base import PartInline, RecordAdmin
from federation.portal.admin_forms import OfficeForm
from members.partners.models import PartnerOfficer, PartnerOrganisation


class OfficerInline(PartInline):
    """An office ends by a date."""

    model = PartnerOfficer
    form = OfficeForm
    fields = ["user", "since", "until"]
    autocomplete_fields = ["user"]
    tab = False

    def has_delete_permission(self, request: HttpRequest, obj: PartnerOfficer | None = None) -> bool:
        return False


@admin.register(PartnerOrganisation)
class PartnerOrganisationAdmin(RecordAdmin):
    list_display = ["name", "kind", "is_active"]
    list_filter = [("kind", ChoicesDropdownFilter), ("is_active", BooleanRadioFilter)]
    search_fields = ["name", "short_name"]
    quick_search = True
    inlines = [OfficerInline]
