"""The staff's face of demands: a list that opens like one of ten rows, the case with its next step on the page."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    RangeDateTimeFilter,
    RelatedDropdownFilter,
)
from unfold.decorators import display

from federation.accounts.hats import STAFF
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, Unchangeable
from federation.portal.formats import cn_date
from federation.search.query import search
from members.enterprises.models import Enterprise
from services.demands import access, pages
from services.demands.actions import assign_demand
from services.demands.admin_filters import StandingFilter
from services.demands.admin_forms import dressed
from services.demands.bulk import MOST, assign_all
from services.demands.choices import Priority
from services.demands.deeds import OF_STAFF
from services.demands.forms import BulkAssignForm, NoteForm, RemarkForm
from services.demands.models import Demand, DemandCategory
from services.demands.references import pk_of
from services.demands.remarks import write_remark
from services.demands.replies import perform, refuse
from services.demands.resources import TooManyRows, export_demands
from services.demands.statuses import Status

EXPORTS = ("xlsx", "csv")
# Every status has a place here: the theme shows the bare value of one that hasn't.
STATUS_COLOURS = {
    **dict.fromkeys(Status, ""),
    Status.RAISED: "warning",
    Status.ANSWERED: "warning",
    Status.REOPENED: "danger",
    Status.CLOSED: "success",
    **dict.fromkeys([Status.ASSIGNED, Status.CONTACTED, Status.PLANNED], "info"),
}


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
class DemandAdmin(Unchangeable, RecordAdmin):
    """Nothing is edited here: a demand moves by its buttons, which call the same actions as every other page."""

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

    @display(description=gettext_lazy("status"), label=STATUS_COLOURS)
    def status_shown(self, demand: Demand) -> tuple[str, str]:
        return demand.status, demand.get_status_display()

    @display(description=gettext_lazy("in charge"))
    def in_charge_shown(self, demand: Demand) -> str:
        return demand.in_charge or "—"

    @display(description=gettext_lazy("due"), ordering="due_at", label={"late": "danger", "due": "", "none": ""})
    def due_shown(self, demand: Demand) -> tuple[str, str]:
        if demand.due_at is None:
            return "none", "—"
        return ("late" if demand.is_overdue else "due"), cn_date(demand.due_at)

    def get_custom_urls(self) -> tuple[tuple[str, str, Any], ...]:
        return (
            ("export/<slug:kind>/", "services_demand_export", self.export),
            ("<int:pk>/act/<slug:name>/", "services_demand_act", self.act),
            ("<int:pk>/write/", "services_demand_write", self.write),
            ("<int:pk>/note/", "services_demand_note", self.note),
        )

    @method_decorator(require_safe)
    def export(self, request: HttpRequest, kind: str, **kwargs: Any) -> HttpResponse:
        """The list as it is filtered and searched, in a file."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if kind not in EXPORTS:
            raise Http404
        found = self.get_changelist_instance(request).get_queryset(request)
        try:
            return export_demands(found, kind)
        except TooManyRows as error:
            messages.warning(request, " ".join(error.messages))
            return redirect(f"{reverse('admin:services_demand_changelist')}?{request.GET.urlencode()}")

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
        form = dressed(BulkAssignForm(request.POST if sent else None, auto_id="bulk_%s"))
        if sent and form.is_valid():
            outcome = assign_all(chosen, assign_demand, by=request.user, hat=_hat(request), **form.cleaned_data)
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

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        demand = self.get_object(request, object_id) if object_id else None
        context = dict(extra_context or {})
        if demand is not None:
            context |= pages.case_context(demand, request.user)
            found = pages.deed_forms(OF_STAFF, demand, request.user)
            context["next_steps"] = [(deed, dressed(form)) for deed, form in found.next_steps]
            context["other_deeds"] = [deed for deed, _form in found.others]
            context["own"] = access.is_own(request.user, demand)
        return super().changeform_view(request, object_id, form_url, context)

    def _load(self, request: HttpRequest, pk: int) -> Demand:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(self.get_queryset(request).for_page(), pk=pk)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def act(self, request: HttpRequest, pk: int, name: str, **kwargs: Any) -> HttpResponse:
        """Asks what the deed needs to know, then does it."""
        demand = self._load(request, pk)
        deed = next((one for one in OF_STAFF if one.name == name), None)
        if deed is None:
            raise Http404
        back = HttpResponseRedirect(reverse("admin:services_demand_change", args=[demand.pk]))
        if not deed.may(request.user, demand):
            if not _could(request, demand):
                raise PermissionDenied
            refuse(request, demand)
            return back
        posted = request.method == "POST"
        form = deed.form_for(demand, request.POST if posted else None, request.FILES if posted else None)
        if posted and form.is_valid():
            perform(request, demand, deed.act, str(deed.done), _hat(request), **form.cleaned_data)
            return back
        return self._asks(request, demand, deed.title, deed.button, form)

    def _asks(self, request: HttpRequest, demand: Demand, title: Any, button: Any, form: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": demand,
            "title": title,
            "button": button,
            "demand": demand,
            "form": dressed(form),
        }
        return TemplateResponse(request, "admin/services/demand/act.html", context)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def write(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        return self._said(request, pk, internal=False)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def note(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        return self._said(request, pk, internal=True)

    def _said(self, request: HttpRequest, pk: int, *, internal: bool) -> HttpResponse:
        demand = self._load(request, pk)
        back = HttpResponseRedirect(reverse("admin:services_demand_change", args=[demand.pk]))
        if not access.may_note(request.user, demand):
            if not _could(request, demand):
                raise PermissionDenied
            refuse(request, demand)
            return back
        posted = request.method == "POST"
        kind = NoteForm if internal else RemarkForm
        form = kind(request.POST if posted else None, request.FILES if posted else None)
        if posted and form.is_valid():
            done = _("The note is kept.") if internal else _("Sent.")
            perform(request, demand, write_remark, done, _hat(request), internal=internal, **form.cleaned_data)
            return back
        title = _("Write an internal note") if internal else _("Write to the enterprise")
        return self._asks(request, demand, title, _("Keep the note") if internal else _("Send the message"), form)


def _hat(request: HttpRequest) -> str:
    return next((hat.label for hat in request.hats if hat.kind == STAFF), "")


def _could(request: HttpRequest, demand: Demand) -> bool:
    """Whether the person has a hand in such things at all, so that what is refused is this demand as it stands."""
    user = request.user
    return access.assigns(user) or access.calls_back(user) or access.in_charge(user, demand)
