"""The staff's face of events: they plan here, approve what others planned, and move it by its buttons."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    BooleanRadioFilter,
    ChoicesDropdownFilter,
    RangeDateTimeFilter,
)
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from events.events import access, planning
from events.events.admin_forms import AdjustAdminForm, EventAdminForm, in_theme
from events.events.flow import FLOW
from events.events.models import Event, Series
from events.events.planning import ADJUSTABLE
from events.events.statuses import Status
from events.events.verbs import VERBS, Verb
from federation.accounts.hats import STAFF
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.admin_base import RecordAdmin

# Every status has a place here: the theme shows the bare value of one that hasn't.
STATUS_COLOURS = {
    **dict.fromkeys(Status, ""),
    Status.SUBMITTED: "warning",
    Status.POSTPONED: "warning",
    Status.OPEN: "info",
    Status.CHECK_IN: "info",
    Status.PUBLISHED: "success",
    Status.SUMMED_UP: "success",
    Status.CANCELLED: "danger",
}
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


def _button(verb: Verb, name: str) -> Callable[..., HttpResponse]:
    def press(self: "EventAdmin", request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, verb)

    press.__name__ = name
    variant = ActionVariant.DEFAULT
    if verb.is_next:
        variant = ActionVariant.PRIMARY
    elif verb.is_grave:
        variant = ActionVariant.DANGER
    return action(description=verb.title, url_path=verb.name, icon=verb.icon, variant=variant)(press)


@admin.register(Series)
class SeriesAdmin(RecordAdmin):
    list_display = ["name", "kind", "chamber", "is_active"]
    list_filter = [("kind", ChoicesDropdownFilter), ("is_active", BooleanRadioFilter)]
    list_select_related = ["chamber"]
    autocomplete_fields = ["chamber"]
    search_fields = ["name"]


@admin.register(Event)
class EventAdmin(RecordAdmin):
    """A plan is edited here; of what is announced only what may be put right. It moves by its buttons."""

    form = EventAdminForm
    list_display = ["title", "status_shown", "kind", "chamber", "starts_at", "places_shown"]
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

    submit = _button(VERBS["submit"], "submit")
    approve = _button(VERBS["approve"], "approve")
    send_back = _button(VERBS["return"], "send_back")
    open_door = _button(VERBS["open-door"], "open_door")
    set_places = _button(VERBS["places"], "set_places")
    close = _button(VERBS["close"], "close")
    reopen = _button(VERBS["reopen"], "reopen")
    reschedule = _button(VERBS["reschedule"], "reschedule")
    sum_up = _button(VERBS["sum-up"], "sum_up")
    archive = _button(VERBS["archive"], "archive")
    postpone = _button(VERBS["postpone"], "postpone")
    cancel = _button(VERBS["cancel"], "cancel")
    BUTTONS = {
        "submit": VERBS["submit"],
        "approve": VERBS["approve"],
        "send_back": VERBS["return"],
        "open_door": VERBS["open-door"],
        "sum_up": VERBS["sum-up"],
        "archive": VERBS["archive"],
        "reschedule": VERBS["reschedule"],
        "set_places": VERBS["places"],
        "close": VERBS["close"],
        "reopen": VERBS["reopen"],
        "postpone": VERBS["postpone"],
        "cancel": VERBS["cancel"],
    }
    actions_detail = [*BUTTONS, "people"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return super().get_queryset(request).visible_to(request.user).select_related("places", "chamber", "series")

    @display(description=gettext_lazy("status"), label=STATUS_COLOURS, ordering="status")
    def status_shown(self, event: Event) -> tuple[str, str]:
        return event.status, event.get_status_display()

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
        hat, values = _hat(request), dict(form.cleaned_data)
        if not change:
            planned = planning.plan_event(by=request.user, hat=hat, **values)
            obj.__dict__.update(planned.__dict__)
        elif obj.status == Status.PLANNED:
            planning.change_plan(obj, by=request.user, hat=hat, **values)
        else:
            planning.adjust_event(obj, by=request.user, **values)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        event = self.get_object(request, object_id) if object_id else None
        context = dict(extra_context or {})
        if event is not None:
            context["event"] = event
            context["hosts"] = list(event.hosts.all())
            context["invited"] = [one.chamber for one in event.invitations.select_related("chamber")]
            planned = event.status == Status.SUBMITTED and access.has_planned(request.user, event)
            context["has_planned"] = planned
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except CaseError as error:
            # What another officer did between the form and its sending.
            messages.error(request, " ".join(error.messages))
            return redirect(request.path)

    # --- The buttons ----------------------------------------------------------------------------------

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        """Only what this person may do with this event now."""
        event = self.get_object(request, str(object_id))
        if event is None:
            return []
        return [button for button in self._get_base_actions_detail() if self._shows(button, request.user, event)]

    def _shows(self, button: UnfoldAction, user: User, event: Event) -> bool:
        name = button.method.original_function_name
        if name == "people":
            return event.published_at is not None and access.may_see_people(user, event)
        return self.BUTTONS[name].in_time(event) and self.BUTTONS[name].may(user, event)

    @action(description=gettext_lazy("Sign-ups and attendance"), url_path="people", icon="groups")
    def people(self, request: HttpRequest, object_id: int) -> HttpResponse:
        event = get_object_or_404(self.get_queryset(request), pk=object_id)
        return redirect("events:door", event.pk)

    def decide(self, request: HttpRequest, object_id: int, verb: Verb) -> HttpResponse:
        """Asks once more, with a form where something must be said; then acts."""
        if not (request.user.has_perm(access.CHANGE) or request.user.has_perm(access.APPROVE)):
            raise PermissionDenied
        event = get_object_or_404(self.get_queryset(request), pk=object_id)
        back = HttpResponseRedirect(reverse("admin:events_event_change", args=[event.pk]))
        sent = request.POST if request.method == "POST" else None
        form = in_theme(verb.asks(sent, event=event)) if verb.asks else None
        if sent is not None and (form is None or form.is_valid()):
            error = self._act(request, event, verb, form.values() if form else {})
            if error is None or form is None:
                if error is not None:
                    messages.error(request, " ".join(error.messages))
                return back
            form.add_error(None, error)
        elif not verb.may(request.user, event):
            messages.warning(request, why_not(request.user, event))
            return back
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": event,
            "title": verb.title,
            "event": event,
            "verb": verb,
            "form": form,
        }
        return TemplateResponse(request, "admin/events/event/decide.html", context)

    def _act(self, request: HttpRequest, event: Event, verb: Verb, values: dict[str, Any]) -> CaseError | None:
        try:
            verb.act(event, by=request.user, hat=_hat(request), **values)
        except AlreadyMoved as error:
            messages.warning(request, error.message)
        except CaseError as error:
            return error
        except PermissionDenied:
            event.refresh_from_db()
            messages.error(request, why_not(request.user, event))
        else:
            messages.success(request, str(verb.done))
        return None


def why_not(user: User, event: Event) -> str:
    if event.status == Status.SUBMITTED:
        if access.has_planned(user, event):
            return _("You had a hand in this plan: somebody else has to approve it.")
        if access.runs(user, event.chamber):
            return _("You run this chamber: somebody else has to approve its events.")
    return FLOW.where_it_stands(event)


def _hat(request: HttpRequest) -> str:
    return next((hat.label for hat in request.hats if hat.kind == STAFF), "")


def _names(row: str | tuple[str, ...]) -> tuple[str, ...]:
    return (row,) if isinstance(row, str) else row


def _without(row: str | tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in _names(row) if name not in names)
