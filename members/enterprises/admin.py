"""The staff's face of the register."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import BooleanRadioFilter, ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.decorators import display

from federation.files.actions import store_upload
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin
from federation.portal.admin_export import Exported
from federation.portal.admin_theme import file_link
from federation.search.query import search
from members.enterprises import actions
from members.enterprises.admin_filters import ContactFilter, MemberFilter, MergedFilter, SectionFilter
from members.enterprises.admin_forms import EnterpriseForm
from members.enterprises.admin_inlines import (
    ContactInline,
    HonourInline,
    NameInline,
    ProductInline,
    RepresentativeInline,
    SizeInline,
)
from members.enterprises.choices import SizeClass, State
from members.enterprises.models import Enterprise, IndustryClass, NameRecord, Park, Town
from members.enterprises.resources import export_enterprises
from members.enterprises.sections import section_names
from members.uploads import ENTERPRISE_LOGO

EXPORTS = ("xlsx", "csv")
STATE_COLOURS = {
    State.ACTIVE: "success",
    State.DEREGISTERED: "",
    State.REVOKED: "danger",
    State.MOVED_OUT: "warning",
}


@admin.register(Enterprise)
class EnterpriseAdmin(Exported, RecordAdmin):
    """A million rows: ordered by key, found by the search index, counted to a bound."""

    # Floors above add what they know of an enterprise.
    extra_filters: ClassVar[list[Any]] = []
    extra_inlines: ClassVar[list[Any]] = []

    form = EnterpriseForm
    quick_search = True
    search_fields = ["name"]
    search_help_text = _("Name, pinyin, initials or credit code")
    ordering = ["-pk"]
    sortable_by = ["name_and_code"]
    list_display = ["name_and_code", "state_shown", "town", "section_shown", "size_shown", "is_member", "registered_on"]
    list_display_links = ["name_and_code"]
    list_select_related = ["town"]
    list_filter = [
        ("state", ChoicesDropdownFilter),
        ("town", RelatedDropdownFilter),
        SectionFilter,
        ("size_class", ChoicesDropdownFilter),
        ("registration_type", ChoicesDropdownFilter),
        MemberFilter,
        ContactFilter,
        ("listed", BooleanRadioFilter),
        MergedFilter,
    ]
    autocomplete_fields = ["industry", "park", "parent"]
    readonly_fields = [
        "section",
        "size_class",
        "hand_edited_shown",
        "listed_at",
        "merged_into",
        "created_at",
        "updated_at",
    ]
    inlines = [ContactInline, RepresentativeInline, NameInline, ProductInline, HonourInline, SizeInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    ("short_name", "state"),
                    ("uscc", "registration_number"),
                    ("registration_type", "control"),
                    ("industry", "section"),
                    ("legal_representative", "registered_on"),
                    ("capital", "capital_currency"),
                    ("town", "park"),
                    "address",
                    "scope",
                ]
            },
        ),
        (
            _("Size"),
            {
                "classes": ["tab"],
                "fields": [("staff_count", "size_class"), ("revenue", "assets")],
            },
        ),
        (
            _("Public profile"),
            {
                "classes": ["tab"],
                "fields": [("listed", "listed_at"), "introduction", ("website", "public_phone"), "picture"],
            },
        ),
        (
            _("Record"),
            {
                "classes": ["tab"],
                "fields": [
                    "parent",
                    "registration_type_text",
                    "district",
                    "hand_edited_shown",
                    "merged_into",
                    ("created_at", "updated_at"),
                ],
            },
        ),
    ]

    add_fieldsets = fieldsets[:-1]

    list_before_template = "admin/members/enterprise/_tools.html"

    # --- The list ---------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Enterprise]:
        return super().get_queryset(request).visible_to(request.user).defer("search_tokens", "haystack", "scope")

    def export_file(self, found: QuerySet[Enterprise], kind: str) -> HttpResponse:
        return export_enterprises(found, kind=kind)

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_filter(request), *self.extra_filters]

    def get_inlines(self, request: HttpRequest, obj: Enterprise | None) -> list[Any]:
        return [*super().get_inlines(request, obj), *self.extra_inlines]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        membership = Enterprise.objects.members().filter(pk=OuterRef("pk"))
        keys = [row.pk for row in changelist.result_list]
        # Asked for the rows of the page only: within the list's own query it would be asked for every row passed over.
        members = set(Enterprise.objects.filter(Exists(membership), pk__in=keys).values_list("pk", flat=True))
        sections = section_names({row.section for row in changelist.result_list})
        for row in changelist.result_list:
            row.is_member_today = row.pk in members
            row.section_name = sections.get(row.section, row.section)
        return changelist

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Enterprise], search_term: str
    ) -> tuple[QuerySet[Enterprise], bool]:
        if request.path == reverse("admin:autocomplete"):
            # Nobody links anything to an entry that was merged away.
            queryset = queryset.current()
        return search(queryset, search_term.replace("\0", "")), False

    @display(description=_("name"), ordering="sort_key", header=True)
    def name_and_code(self, enterprise: Enterprise) -> list[str]:
        return [enterprise.name, enterprise.uscc or enterprise.registration_number or ""]

    @display(description=_("state"), label=STATE_COLOURS)
    def state_shown(self, enterprise: Enterprise) -> tuple[str, str]:
        return enterprise.state, enterprise.get_state_display()

    @display(description=_("size class"))
    def size_shown(self, enterprise: Enterprise) -> str:
        return "" if enterprise.size_class == SizeClass.UNKNOWN else enterprise.get_size_class_display()

    @display(description=_("industry section"))
    def section_shown(self, enterprise: Enterprise) -> str:
        return enterprise.section_name

    @display(description=_("member"), label={"yes": "success"})
    def is_member(self, enterprise: Enterprise) -> tuple[str, str] | str:
        return ("yes", _("member")) if enterprise.is_member_today else ""

    # --- The form ---------------------------------------------------------------------------------

    @display(description=_("fields edited by hand"))
    def hand_edited_shown(self, enterprise: Enterprise) -> str:
        names = {field.name: str(field.verbose_name) for field in Enterprise._meta.fields}
        return "、".join(names.get(name, name) for name in enterprise.hand_edited) or "—"

    @display(description=_("logo"))
    def picture(self, enterprise: Enterprise) -> str:
        """For who only reads the record; the form's field has the same name."""
        return file_link(enterprise.logo)

    def has_change_permission(self, request: HttpRequest, obj: Enterprise | None = None) -> bool:
        """What was merged away is only read."""
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

    def has_delete_permission(self, request: HttpRequest, obj: Enterprise | None = None) -> bool:
        """An enterprise ends by its state; nothing that happened to it is forgotten."""
        return False

    def view_on_site(self, enterprise: Enterprise) -> str | None:
        if not (enterprise.uscc and enterprise.listed):
            return None
        shown = Enterprise.objects.published().filter(pk=enterprise.pk).exists()
        return enterprise.get_absolute_url() if shown else None

    def save_model(self, request: HttpRequest, obj: Enterprise, form: forms.ModelForm, change: bool) -> None:
        values = {name: form.cleaned_data[name] for name in form.changed_data if name in form.cleaned_data}
        if "listed" in values:
            values["listed_at"] = timezone.now() if values["listed"] else None
        if "picture" in values:
            upload = values.pop("picture")
            values["logo"] = store_upload(purpose=ENTERPRISE_LOGO, upload=upload, user=request.user) if upload else None
        if change:
            actions.edit_enterprise(obj, values, source=str(request.user))
        else:
            saved = actions.create_enterprise(values)
            obj.pk = saved.pk
            obj.refresh_from_db()

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: list[Any], change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if any(formset.model is NameRecord and formset.has_changed() for formset in formsets):
            actions.refresh_search(form.instance)


@admin.register(Town)
class TownAdmin(PortalModelAdmin):
    list_display = ["name", "code", "kind", "position"]
    list_editable = ["position"]
    list_filter = [("kind", ChoicesDropdownFilter)]
    search_fields = ["name", "code"]


@admin.register(Park)
class ParkAdmin(PortalModelAdmin):
    list_display = ["name", "town"]
    list_select_related = ["town"]
    list_filter = [("town", RelatedDropdownFilter)]
    search_fields = ["name"]


@admin.register(IndustryClass)
class IndustryClassAdmin(PortalModelAdmin):
    """The national standard: read here, never edited."""

    list_display = ["code", "name", "level", "section"]
    list_filter = [("level", ChoicesDropdownFilter)]
    search_fields = ["code", "name"]
    ordering = ["section", "code"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[IndustryClass], search_term: str
    ) -> tuple[QuerySet[IndustryClass], bool]:
        found, doubled = super().get_search_results(request, queryset, search_term)
        if request.path == reverse("admin:autocomplete"):
            found = found.filter(level=IndustryClass.Level.CLASS)
        return found, doubled

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: IndustryClass | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: IndustryClass | None = None) -> bool:
        return False
