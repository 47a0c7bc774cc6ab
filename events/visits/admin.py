"""The staff's lists of leaders, visit days and visits. Days and visits move on their own pages, which each opens."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    RangeDateFilter,
    RelatedDropdownFilter,
)
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from events.visits import access
from events.visits.models import DayLeader, Leader, Visit, VisitDay, VisitDemand, VisitLeader, VisitPerson
from events.visits.pages import with_numbers
from events.visits.statuses import DayStatus, VisitStatus
from federation.portal.admin_base import RecordAdmin, ShownInline, Unchangeable, status_column
from federation.portal.admin_export import ListExported
from federation.portal.admin_theme import link
from federation.search.query import search
from members.enterprises.models import Enterprise


@admin.register(Leader)
class LeaderAdmin(RecordAdmin):
    """An office ends by a date: what was visited in it stays under its name."""

    list_display = ["name", "office", "user", "since", "until"]
    list_select_related = ["user"]
    search_fields = ["name", "office"]
    autocomplete_fields = ["user"]
    fields = [("name", "office"), "user", ("since", "until")]
    ordering = ["-since", "-pk"]

    def has_delete_permission(self, request: HttpRequest, obj: Leader | None = None) -> bool:
        return False


class DayLeaderInline(ShownInline):
    model = DayLeader
    fields = ["leader"]


class VisitInline(ShownInline):
    model = Visit
    fields = ["enterprise_name", "starts_at", "status", "held_on"]
    ordering = ["starts_at", "pk"]
    show_change_link = True


@admin.register(VisitDay)
class VisitDayAdmin(Unchangeable, RecordAdmin):
    status_shown = status_column(
        DayStatus,
        {
            DayStatus.PLANNED: "warning",
            DayStatus.CONFIRMED: "info",
            DayStatus.DONE: "success",
        },
    )
    list_display = ["on", "status_shown", "listed_shown", "visited_shown", "demands_shown"]
    list_filter = [("status", ChoicesDropdownFilter), ("on", RangeDateFilter)]
    ordering = ["-on", "-pk"]
    fields = ["on", "status", "status_since", "note"]
    readonly_fields = ["on", "status", "status_since", "note"]
    inlines = [DayLeaderInline, VisitInline]
    actions_detail = ["open_page"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[VisitDay]:
        return with_numbers(super().get_queryset(request))

    def has_add_permission(self, request: HttpRequest, obj: VisitDay | None = None) -> bool:
        return access.plans(request.user)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A day is planned where its enterprises are chosen."""
        if not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        return redirect("visits:plan")

    @display(description=_("visits on the list"))
    def listed_shown(self, day: VisitDay) -> int:
        return day.listed

    @display(description=_("visited"))
    def visited_shown(self, day: VisitDay) -> int:
        return day.visited

    @display(description=_("demands still open"))
    def demands_shown(self, day: VisitDay) -> str:
        return f"{day.demands_open} / {day.demands}"

    @action(description=_("Open its page"), url_path="page", icon="open_in_new", variant=ActionVariant.PRIMARY)
    def open_page(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return HttpResponseRedirect(reverse("visits:day", args=[object_id]))


class VisitLeaderInline(ShownInline):
    model = VisitLeader
    fields = ["name", "office"]


class VisitPersonInline(ShownInline):
    model = VisitPerson
    fields = ["name", "position", "side"]


class VisitDemandInline(ShownInline):
    model = VisitDemand
    fields = ["demand", "raised_at", "raised_by"]


@admin.register(Visit)
class VisitAdmin(ListExported, Unchangeable, RecordAdmin):
    status_shown = status_column(
        VisitStatus,
        {
            VisitStatus.ASKED: "warning",
            VisitStatus.CONFIRMED: "info",
            VisitStatus.DONE: "success",
        },
    )
    list_display = ["enterprise_name", "status_shown", "starts_at", "held_on", "town", "chamber"]
    export_columns = (
        *("enterprise_name", "enterprise__uscc", "status", "starts_at", "held_on"),
        *("town__name", "chamber__name", "place"),
    )
    list_select_related = ["town", "chamber"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("leaders", AutocompleteSelectFilter),
        ("town", RelatedDropdownFilter),
        ("chamber", AutocompleteSelectFilter),
        ("held_on", RangeDateFilter),
    ]
    search_fields = ["enterprise_name"]
    search_help_text = _("Name, pinyin, initials or credit code")
    ordering = ["-starts_at", "-pk"]
    fields = [
        ("enterprise_shown", "day"),
        ("status", "status_since"),
        ("starts_at", "held_on"),
        ("town", "chamber"),
        "place",
        "note",
    ]
    readonly_fields = [
        "enterprise_shown",
        "day",
        "status",
        "status_since",
        "starts_at",
        "held_on",
        "town",
        "chamber",
        "place",
        "note",
    ]
    inlines = [VisitLeaderInline, VisitPersonInline, VisitDemandInline]
    actions_detail = ["open_page"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Visit]:
        """What is said of an enterprise isn't for its own people, whatever hats they wear."""
        found = super().get_queryset(request).select_related("day", "town", "chamber")
        return found.exclude(enterprise__in=Enterprise.objects.represented_by(request.user))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Visit], search_term: str
    ) -> tuple[QuerySet[Visit], bool]:
        """By the index of enterprises, former names included."""
        return search(queryset, search_term, path="enterprise__"), False

    @display(description=_("enterprise"))
    def enterprise_shown(self, visit: Visit) -> str:
        url = reverse("admin:members_enterprise_change", args=[visit.enterprise_id])
        return link(url, visit.enterprise_name)

    @action(description=_("Open its page"), url_path="page", icon="open_in_new", variant=ActionVariant.PRIMARY)
    def open_page(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return HttpResponseRedirect(reverse("visits:visit", args=[object_id]))
