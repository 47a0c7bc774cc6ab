"""The staff's face of proposed changes: the register beside the proposal, and two buttons."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from federation.portal.admin_base import PortalModelAdmin, Unchangeable, status_column
from federation.search.query import search
from members.desk.access import is_own, may_decide_change, may_decide_changes
from members.desk.actions import ChangeError, confirm_change, refuse_change
from members.desk.facts import CONFIRMED_FIELDS, lines_of, version_of
from members.desk.models import ProfileChange
from members.enterprises.models import Enterprise

# Proposals are few beside the register: those of the first enterprises found are looked for.
FOUND = 500


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason, if you refuse"),
        help_text=gettext_lazy("The enterprise reads it."),
        max_length=300,
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
    )


@admin.register(ProfileChange)
class ProfileChangeAdmin(Unchangeable, PortalModelAdmin):
    status_shown = status_column(
        ProfileChange.Status,
        {
            ProfileChange.Status.WAITING: "warning",
            ProfileChange.Status.CONFIRMED: "success",
            ProfileChange.Status.REFUSED: "danger",
        },
    )
    list_display = ["name_and_code", "fields_shown", "status_shown", "proposed_at", "proposed_by", "decided_by"]
    list_display_links = ["name_and_code"]
    list_select_related = ["enterprise", "proposed_by", "decided_by"]
    list_filter = [("status", ChoicesDropdownFilter), ("proposed_at", RangeDateTimeFilter)]
    search_fields = ["enterprise__name"]
    search_help_text = gettext_lazy("Name, pinyin, initials or credit code of the enterprise")
    ordering = ["proposed_at", "pk"]
    fields = [("enterprise_shown", "status"), ("proposed_by", "proposed_at"), ("decided_by", "decided_at"), "reason"]
    readonly_fields = ["enterprise_shown", "status", "proposed_by", "proposed_at", "decided_by", "decided_at", "reason"]
    change_form_outer_before_template = "admin/members/profilechange/_decide.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ProfileChange]:
        return super().get_queryset(request).select_related("enterprise", "proposed_by", "decided_by")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[ProfileChange], search_term: str
    ) -> tuple[QuerySet[ProfileChange], bool]:
        if not search_term.strip():
            return queryset, False
        found = search(Enterprise.objects.all(), search_term.replace("\0", ""))
        return queryset.filter(enterprise__in=list(found.values_list("pk", flat=True)[:FOUND])), False

    @display(description=gettext_lazy("enterprise"), header=True)
    def name_and_code(self, change: ProfileChange) -> list[str]:
        return [change.enterprise.name, change.enterprise.uscc or ""]

    @display(description=gettext_lazy("enterprise"))
    def enterprise_shown(self, change: ProfileChange) -> str:
        url = reverse("admin:members_enterprise_change", args=[change.enterprise_id])
        return format_html('<a href="{}">{}</a>', url, change.enterprise)

    @display(description=gettext_lazy("fields"))
    def fields_shown(self, change: ProfileChange) -> str:
        names = [name for name in CONFIRMED_FIELDS if name in change.values]
        return _(", ").join(str(Enterprise._meta.get_field(name).verbose_name) for name in names)

    def facts(self, request: HttpRequest, record: ProfileChange) -> dict[str, Any]:
        lines = lines_of(record, record.enterprise)
        return {
            "proposal": record,
            "lines": lines,
            "overtaken": any(line.overtaken for line in lines),
            "version": version_of(record, record.enterprise),
            "may_decide": may_decide_change(request.user, record),
            "own": record.status == ProfileChange.Status.WAITING and is_own(request.user, record),
            "form": RefusalForm(),
            "decide_url": reverse("admin:members_profilechange_decide", args=[record.pk]),
        }

    def get_urls(self) -> list[URLPattern]:
        decide = self.admin_site.admin_view(self.decide)
        return [path("<int:pk>/decide/", decide, name="members_profilechange_decide"), *super().get_urls()]

    @method_decorator(require_POST)
    def decide(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not may_decide_changes(request.user):
            raise PermissionDenied
        change = get_object_or_404(self.get_queryset(request), pk=pk)
        try:
            if "confirm" in request.POST:
                confirm_change(change, request.user, seen=request.POST.get("version", ""))
                messages.success(request, _("Confirmed. The register has it, and the enterprise is told."))
            else:
                refuse_change(change, request.user, request.POST.get("reason", ""))
                messages.success(request, _("Refused. The enterprise is told why."))
        except ChangeError as error:
            messages.warning(request, str(error))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            return HttpResponseRedirect(reverse("admin:members_profilechange_changelist") + "?status__exact=waiting")
        return HttpResponseRedirect(reverse("admin:members_profilechange_change", args=[pk]))
