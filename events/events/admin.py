"""The staff's face of events: they plan here, approve what others planned, and move it by its buttons."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    BooleanRadioFilter,
    ChoicesDropdownFilter,
    RangeDateTimeFilter,
)
from unfold.decorators import action, display

from events.events import access, planning
from events.events.admin_forms import AdjustAdminForm, EventAdminForm
from events.events.flow import FLOW
from events.events.models import Event, Series
from events.events.planning import ADJUSTABLE
from events.events.statuses import Status
from events.events.verbs import VERBS
from federation.accounts.hats import staff_hat
from federation.accounts.models import User
from federation.cases.admin import DecisionAdmin
from federation.portal.admin_base import RecordAdmin, status_column
from federation.portal.admin_export import ListExported

FIELDSETS = (
    (None, {"fields": [("title", "kind"), ("series", "chamber"), ("starts_at", "ends_at"), ("place", "address")]}),
    (gettext_lazy("For whom"), {"fields": [("audience", "is_public"), "invited", "hosts"]}),
    (
        gettext_lazy("Sign-up"),
        {"fields": [("takes_signups", "code_rotates"), ("quota", "per_enterprise"), ("opens_at", "deadline")]},
    ),
    (gettext_lazy("Words"), {"fields": ["introduction", ("contact_name", "contact_phone")]}),
)
STANDING = (
    gettext_lazy("State and places"),
    {"fields": [("status", "places_shown"), ("planned_by", "held_on"), "summary"]},
)
FORM_ONLY = ("quota", "per_enterprise", "hosts", "invited")


@admin.register(Series)
class SeriesAdmin(RecordAdmin):
    list_display = ["name", "kind", "chamber", "is_active"]
    list_filter = [("kind", ChoicesDropdownFilter), ("is_active", BooleanRadioFilter)]
    list_select_related = ["chamber"]
    autocomplete_fields = ["chamber"]
    search_fields = ["name"]


@admin.register(Event)
class EventAdmin(ListExported, DecisionAdmin):
    """A plan is edited here; of what is announced only what may be put right. It moves by its buttons."""

    form = EventAdminForm
    list_display = ["title", "status_shown", "kind", "chamber", "starts_at", "places_shown"]
    export_columns = (
        *("title", "status", "kind", "series__name", "chamber__name", "starts_at", "ends_at", "place"),
        *("places__quota", "places__taken", "held_on"),
    )
    list_select_related = ["chamber", "places"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("kind", ChoicesDropdownFilter),
        ("chamber", AutocompleteSelectFilter),
        ("series", AutocompleteSelectFilter),
        ("starts_at", RangeDateTimeFilter),
    ]
    search_fields = ["title", "place"]
    search_help_text = gettext_lazy("Title or place")
    quick_search = True
    ordering = ["-starts_at", "-pk"]
    autocomplete_fields = ["chamber", "series"]
    change_form_outer_before_template = "admin/events/event/_facts.html"

    decisions = tuple(sorted(VERBS.values(), key=lambda verb: not verb.is_next))
    actions_detail = [*(verb.view_name for verb in decisions), "people"]
    flow = FLOW
    decide_template = "admin/events/event/decide.html"
    status_shown = status_column(
        Status,
        {
            Status.SUBMITTED: "warning",
            Status.POSTPONED: "warning",
            Status.OPEN: "info",
            Status.CHECK_IN: "info",
            Status.PUBLISHED: "success",
            Status.SUMMED_UP: "success",
            Status.CANCELLED: "danger",
        },
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return super().get_queryset(request).visible_to(request.user).select_related("places", "chamber", "series")

    @display(description=gettext_lazy("places"))
    def places_shown(self, event: Event) -> str:
        if not event.takes_signups:
            return "—"
        return f"{event.places.taken} / {event.places.quota or '∞'}"

    # --- The form -------------------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Event | None = None) -> Any:
        if obj is None:
            return FIELDSETS
        if access.may_change(request.user, obj):
            return (STANDING, *FIELDSETS)
        # What only the plan's form knows is shown above the form.
        shown = [
            (title, {"fields": [_without(row, FORM_ONLY) for row in part["fields"] if _without(row, FORM_ONLY)]})
            for title, part in FIELDSETS
        ]
        return (STANDING, *shown)

    def get_readonly_fields(self, request: HttpRequest, obj: Event | None = None) -> list[str]:
        standing = ["status", "places_shown", "planned_by", "held_on", "summary"]
        if obj is None:
            return []
        if access.may_change(request.user, obj):
            # Whose event it is doesn't change.
            return [*standing, "chamber"]
        everything = [name for _title, part in FIELDSETS for row in part["fields"] for name in _names(row)]
        open_ = ADJUSTABLE if access.may_adjust(request.user, obj) else ()
        return [*standing, *(name for name in everything if name not in open_ and name not in FORM_ONLY)]

    def get_form(self, request: HttpRequest, obj: Event | None = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is not None and not access.may_change(request.user, obj):
            kwargs["form"] = AdjustAdminForm if access.may_adjust(request.user, obj) else ModelForm
        return super().get_form(request, obj, change, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        if obj is None or not allowed:
            return allowed
        return access.may_change(request.user, obj) or access.may_adjust(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """What was planned is called off, never removed."""
        return False

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        hat, values = staff_hat(request), dict(form.cleaned_data)
        if not change:
            planned = planning.plan_event(by=request.user, hat=hat, **values)
            obj.__dict__.update(planned.__dict__)
        elif obj.status == Status.PLANNED:
            planning.change_plan(obj, by=request.user, hat=hat, **values)
        else:
            planning.adjust_event(obj, by=request.user, **values)

    def facts(self, request: HttpRequest, record: Event) -> dict[str, Any]:
        return {
            "event": record,
            "hosts": list(record.hosts.all()),
            "invited": [one.chamber for one in record.invitations.select_related("chamber")],
            "has_planned": record.status == Status.SUBMITTED and access.has_planned(request.user, record),
        }

    # --- The buttons ----------------------------------------------------------------------------------

    def shows(self, name: str, user: User, record: Event) -> bool:
        return record.published_at is not None and access.may_see_people(user, record)

    @action(description=gettext_lazy("Sign-ups and attendance"), url_path="people", icon="groups")
    def people(self, request: HttpRequest, object_id: int) -> HttpResponse:
        event = get_object_or_404(self.get_queryset(request), pk=object_id)
        return redirect("events:door", event.pk)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(access.CHANGE) or request.user.has_perm(access.APPROVE)

    def why_not(self, user: User, record: Event) -> str:
        if record.status == Status.SUBMITTED:
            if access.has_planned(user, record):
                return _("You had a hand in this plan: somebody else has to approve it.")
            if access.runs(user, record.chamber):
                return _("You run this chamber: somebody else has to approve its events.")
        return super().why_not(user, record)


def _names(row: str | tuple[str, ...]) -> tuple[str, ...]:
    return (row,) if isinstance(row, str) else row


def _without(row: str | tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in _names(row) if name not in names)
