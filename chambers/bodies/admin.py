"""The staff's face of the chambers: each with its officers and members."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.decorators import display

from chambers.bodies.counting import kept_members
from chambers.bodies.models import Affiliation, Chamber, Officer
from federation.portal.admin_base import PartInline, PortalModelAdmin, RecordAdmin
from federation.portal.admin_export import ListExported
from federation.portal.admin_forms import OfficeForm
from federation.search.query import search

INLINE_PAGE = 20
# Every state has a place here: the theme shows the bare value of one that hasn't.
STATE_COLOURS = {
    **dict.fromkeys(Chamber.State, ""),
    Chamber.State.ACTIVE: "success",
    Chamber.State.PREPARING: "info",
}


class KeptInline(PartInline):
    """Rows end by a date and are never deleted; a chamber may have hundreds, so they come in pages."""

    per_page = INLINE_PAGE

    def has_delete_permission(self, request: HttpRequest, obj: Chamber | None = None) -> bool:
        return False


class OfficerInline(KeptInline):
    model = Officer
    form = OfficeForm
    fields = ["office", "name", "user", "enterprise", "since", "until"]
    autocomplete_fields = ["user", "enterprise"]
    ordering = ["-since", "pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Officer]:
        return super().get_queryset(request).select_related("user", "enterprise", "chamber")


class AffiliationInline(KeptInline):
    model = Affiliation
    fields = ["enterprise", "since", "until", "is_primary"]
    autocomplete_fields = ["enterprise"]
    ordering = ["-since", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Affiliation]:
        return super().get_queryset(request).select_related("enterprise", "chamber")


@admin.register(Chamber)
class ChamberAdmin(ListExported, RecordAdmin):
    list_display = ["name", "kind", "state_shown", "town", "member_count", "founded_on"]
    export_columns = (
        *("name", "short_name", "uscc", "kind", "state", "town__name"),
        *("member_count", "founded_on", "ended_on"),
    )
    list_select_related = ["town"]
    list_filter = [
        ("kind", ChoicesDropdownFilter),
        ("state", ChoicesDropdownFilter),
        ("town", RelatedDropdownFilter),
    ]
    search_fields = ["name", "short_name", "slug"]
    quick_search = True
    autocomplete_fields = ["successor"]
    prepopulated_fields = {"slug": ["short_name"]}
    inlines = [OfficerInline, AffiliationInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("name", "short_name"),
                    ("slug", "uscc"),
                    ("kind", "town"),
                    ("brand", "position"),
                    "introduction",
                    ("address", "phone"),
                ]
            },
        ),
        (_("State"), {"classes": ["tab"], "fields": [("state", "successor"), ("founded_on", "ended_on")]}),
    ]

    @display(description=_("state"), label=STATE_COLOURS)
    def state_shown(self, chamber: Chamber) -> tuple[str, str]:
        return chamber.state, chamber.get_state_display()

    @display(description=_("members"))
    def member_count(self, chamber: Chamber) -> int:
        return kept_members().get(chamber.pk, 0)

    def has_delete_permission(self, request: HttpRequest, obj: Chamber | None = None) -> bool:
        """A chamber ends by its state; its history stays."""
        return False


@admin.register(Affiliation)
class AffiliationAdmin(PortalModelAdmin):
    list_display = ["enterprise", "chamber", "since", "until", "is_primary"]
    list_select_related = ["enterprise", "chamber"]
    list_filter = [("chamber", AutocompleteSelectFilter), "is_primary"]
    search_fields = ["enterprise__name"]
    search_help_text = _("Name, pinyin, initials or credit code")
    autocomplete_fields = ["enterprise", "chamber"]
    ordering = ["-pk"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Affiliation], search_term: str
    ) -> tuple[QuerySet[Affiliation], bool]:
        """By the index of enterprises: a part of a name is no prefix that a plain index could find."""
        return search(queryset, search_term, path="enterprise__"), False

    def has_delete_permission(self, request: HttpRequest, obj: Affiliation | None = None) -> bool:
        return False


@admin.register(Officer)
class OfficerAdmin(PortalModelAdmin):
    form = OfficeForm
    list_display = ["name", "office", "chamber", "user", "since", "until"]
    list_select_related = ["chamber", "user"]
    list_filter = [("office", ChoicesDropdownFilter), ("chamber", AutocompleteSelectFilter)]
    search_fields = ["name"]
    autocomplete_fields = ["chamber", "user", "enterprise"]
    ordering = ["-pk"]

    def has_delete_permission(self, request: HttpRequest, obj: Officer | None = None) -> bool:
        return False
