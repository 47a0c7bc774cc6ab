"""The staff's face of demands: a list that opens like one of ten rows, the case with its next step on the page."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    RangeDateTimeFilter,
    RelatedDropdownFilter,
)
from unfold.decorators import display

from federation.accounts.hats import staff_hat
from federation.accounts.models import User
from federation.cases.admin import DecisionAdmin, due_shown
from federation.portal.admin_base import PortalModelAdmin, Unchangeable, status_column
from federation.portal.admin_export import Exported
from federation.portal.admin_theme import in_theme
from federation.search.query import search
from members.enterprises.models import Enterprise
from services.demands import access, pages
from services.demands.actions import assign_demand
from services.demands.admin_filters import StandingFilter
from services.demands.bulk import MOST, assign_all
from services.demands.choices import Priority
from services.demands.deeds import NOTE, OF_STAFF, WRITE
from services.demands.forms import BulkAssignForm
from services.demands.models import Demand, DemandCategory
from services.demands.references import pk_of
from services.demands.replies import why_not
from services.demands.resources import export_demands
from services.demands.statuses import Status


@admin.register(DemandCategory)
class CategoryAdmin(PortalModelAdmin):
    list_display = ["name", "department", "contact_days", "plan_days", "close_days", "is_active", "position"]
    list_select_related = ["department"]
    search_fields = ["name"]
    ordering = ["position", "pk"]
    fields = [
        ("name", "code"),
        "hint",
        "department",
        ("contact_days", "plan_days", "close_days"),
        ("position", "is_active"),
    ]


@admin.register(Demand)
class DemandAdmin(Exported, Unchangeable, DecisionAdmin):
    """Nothing is edited here. Its deeds stand on its page, all under one address."""

    decide_template = "admin/services/demand/decide.html"
    status_shown = status_column(
        Status,
        {
            Status.RAISED: "warning",
            Status.ANSWERED: "warning",
            Status.REOPENED: "danger",
            Status.CLOSED: "success",
            **dict.fromkeys([Status.ASSIGNED, Status.CONTACTED, Status.PLANNED], "info"),
        },
    )
    due_shown = due_shown
    # Its own page is the enterprise's.
    view_on_site = False
    list_display = [
        "title_shown",
        "enterprise_name",
        "status_shown",
        "category",
        "in_charge_shown",
        "due_shown",
        "raised_at",
    ]
    list_display_links = ["title_shown"]
    list_select_related = ["category", "department", "owner"]
    list_filter = [
        StandingFilter,
        ("status", ChoicesDropdownFilter),
        ("category", RelatedDropdownFilter),
        ("priority", ChoicesDropdownFilter),
        ("source", ChoicesDropdownFilter),
        ("department", AutocompleteSelectFilter),
        ("owner", AutocompleteSelectFilter),
        ("town", RelatedDropdownFilter),
        ("satisfaction", ChoicesDropdownFilter),
        ("raised_at", RangeDateTimeFilter),
    ]
    search_fields = ["title"]
    search_help_text = gettext_lazy("Number of the demand; name, pinyin or credit code of the enterprise")
    ordering = ["-raised_at", "-pk"]
    sortable_by = ["due_shown", "raised_at"]
    fields = [
        ("enterprise_name", "town"),
        ("category", "priority"),
        ("source", "raised_by"),
        ("department", "owner"),
        ("chamber", "shown_to_chamber"),
    ]
    readonly_fields = [name for row in fields for name in row]
    change_form_outer_before_template = "admin/services/demand/_case.html"
    list_before_template = "admin/services/demand/_tools.html"
    actions = ["assign_selected"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Demand]:
        return super().get_queryset(request).visible_to(request.user)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Demand], search_term: str
    ) -> tuple[QuerySet[Demand], bool]:
        """By number, else by enterprise: its own index answers, whatever the number of demands."""
        text = search_term.replace("\0", "").strip()
        if not text:
            return queryset, False
        pk = pk_of(text)
        if pk is not None:
            return queryset.filter(pk=pk), False
        return queryset.filter(enterprise__in=search(Enterprise.objects.all(), text).values("pk")), False

    # --- The list ---------------------------------------------------------------------------------

    @display(description=gettext_lazy("demand"))
    def title_shown(self, demand: Demand) -> str:
        urgent = f"【{demand.get_priority_display()}】" if demand.priority == Priority.URGENT else ""
        return f"{urgent}{demand.title} · {demand.reference}"

    @display(description=gettext_lazy("in charge"))
    def in_charge_shown(self, demand: Demand) -> str:
        return demand.in_charge or "—"

    def get_custom_urls(self) -> tuple[tuple[str, str, Any], ...]:
        return (
            *super().get_custom_urls(),
            ("<int:pk>/act/<slug:name>/", "services_demand_act", self.act),
            ("<int:pk>/write/", "services_demand_write", self.write),
            ("<int:pk>/note/", "services_demand_note", self.note),
        )

    def export_file(self, found: QuerySet[Demand], kind: str) -> HttpResponse:
        return export_demands(found, kind)

    # --- Several at once --------------------------------------------------------------------------

    def has_assign_permission(self, request: HttpRequest) -> bool:
        return access.assigns(request.user)

    @admin.action(description=gettext_lazy("Assign the selected demands"), permissions=["assign"])
    def assign_selected(self, request: HttpRequest, queryset: QuerySet[Demand]) -> HttpResponse | None:
        """Asks to whom; then each is assigned by itself, so that one that can't be doesn't stop the others."""
        chosen = list(queryset.select_related("category").order_by("pk")[: MOST + 1])
        if len(chosen) > MOST:
            messages.warning(request, _("At most %(most)s at once: choose fewer.") % {"most": MOST})
            return None
        sent = "apply" in request.POST
        form = in_theme(BulkAssignForm(request.POST if sent else None, auto_id="bulk_%s"))
        if sent and form.is_valid():
            outcome = assign_all(chosen, assign_demand, by=request.user, hat=staff_hat(request), **form.cleaned_data)
            if outcome.done:
                messages.success(request, _("Assigned: %(number)s.") % {"number": outcome.done})
            for demand, why in outcome.refused:
                messages.warning(request, f"{demand}{_(': ')}{why}")
            return None
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Assign the selected demands"),
            "demands": chosen,
            "form": form,
        }
        return TemplateResponse(request, "admin/services/demand/assign.html", context)

    # --- One demand -------------------------------------------------------------------------------

    def facts(self, request: HttpRequest, record: Demand) -> dict[str, Any]:
        found = pages.deed_forms(OF_STAFF, record, request.user)
        return {
            **pages.case_context(record, request.user),
            "next_steps": [(deed, in_theme(form)) for deed, form in found.next_steps],
            "other_deeds": [deed for deed, _form in found.others],
            "own": access.is_own(request.user, record),
        }

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def act(self, request: HttpRequest, pk: int, name: str, **kwargs: Any) -> HttpResponse:
        deed = next((one for one in OF_STAFF if one.name == name), None)
        if deed is None:
            raise Http404
        return self.decide(request, pk, deed)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def write(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        return self.decide(request, pk, WRITE)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def note(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        return self.decide(request, pk, NOTE)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Who may see demands at all; `refuse` tells readers from those who are late."""
        return self.has_view_permission(request)

    def refuse(self, request: HttpRequest, record: Demand) -> HttpResponse:
        user = request.user
        if not (access.assigns(user) or access.calls_back(user) or access.in_charge(user, record)):
            raise PermissionDenied
        return super().refuse(request, record)

    def why_not(self, user: User, record: Demand) -> str:
        return why_not(user, record)
