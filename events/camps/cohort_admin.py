"""The staff's face of cohorts: what is written down about one, its sessions, and the buttons of its way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextareaWidget

from events.camps import access, cohort_actions, cohort_pages
from events.camps.flows import COHORTS
from events.camps.forms import ReasonForm
from events.camps.models import CampSession, Cohort
from events.camps.places import places_of, require_room
from events.camps.statuses import CohortStatus
from federation.accounts.hats import STAFF
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.admin_base import PartInline, RecordAdmin

COLOURS = {
    **dict.fromkeys(CohortStatus, ""),
    CohortStatus.OPEN: "warning",
    CohortStatus.SELECTION: "info",
    CohortStatus.CONFIRMED: "success",
    CohortStatus.RUNNING: "success",
    CohortStatus.CANCELLED: "danger",
}


@dataclass(frozen=True)
class Decision:
    """One button: who may press it, the action behind it, what it says before and after."""

    may: Callable[[User, Cohort], bool]
    act: Callable[..., Cohort]
    title: str | Promise
    done: str | Promise
    explains: str | Promise
    asks_reason: bool = False


DECISIONS = {
    "announce": Decision(
        access.may_announce,
        cohort_actions.announce_cohort,
        gettext_lazy("Announce"),
        gettext_lazy("Announced: enterprises may apply."),
        gettext_lazy("Everyone sees the cohort, enterprises may apply, and the chambers with seats are told."),
    ),
    "close": Decision(
        access.may_close,
        cohort_actions.close_applications,
        gettext_lazy("Close applications"),
        gettext_lazy("Closed: places can be given now."),
        gettext_lazy("Nobody can apply any more, and the places can be given."),
    ),
    "settle": Decision(
        access.may_settle,
        cohort_actions.settle_cohort,
        gettext_lazy("Settle the roster"),
        gettext_lazy("The roster is settled."),
        gettext_lazy("Everybody has an answer. Places given back can still go to the waiting list."),
    ),
    "reopen": Decision(
        access.may_reopen,
        cohort_actions.reopen_applications,
        gettext_lazy("Open again"),
        gettext_lazy("Enterprises may apply again."),
        gettext_lazy("Enterprises may apply again until the day that is set."),
    ),
    "unsettle": Decision(
        access.may_unsettle,
        cohort_actions.unsettle_cohort,
        gettext_lazy("Back to giving places"),
        gettext_lazy("Places are being given again."),
        gettext_lazy("The roster isn't settled after all."),
    ),
    "start": Decision(
        access.may_start,
        cohort_actions.start_cohort,
        gettext_lazy("Begin"),
        gettext_lazy("Begun: the roll can be called."),
        gettext_lazy("The roll can be called. Who is still on the waiting list is told that no place became free."),
    ),
    "finish": Decision(
        access.may_finish,
        cohort_actions.finish_cohort,
        gettext_lazy("Finish"),
        gettext_lazy("Finished: certificates can be issued."),
        gettext_lazy("Certificates can be issued; the roll may still be corrected until the cohort is archived."),
    ),
    "archive": Decision(
        access.may_archive,
        cohort_actions.archive_cohort,
        gettext_lazy("Archive"),
        gettext_lazy("Archived."),
        gettext_lazy("The roll is closed for good; certificates can still be issued and corrected."),
    ),
    "cancel": Decision(
        access.may_cancel,
        cohort_actions.cancel_cohort,
        gettext_lazy("Call off"),
        gettext_lazy("Called off; everybody who applied was told."),
        gettext_lazy("Everybody who applied is told, with the reason."),
        asks_reason=True,
    ),
}


class CohortForm(forms.ModelForm):
    def _post_clean(self) -> None:
        super()._post_clean()
        try:
            cohort_actions.require_sound(self.instance)
            if self.instance.pk and self.instance.quota:
                places = places_of(self.instance)
                require_room(self.instance.quota, places.kept, places.given)
        except CaseError as error:
            self.add_error("quota", error)
        except ValidationError as error:
            self.add_error(None, error)


class SessionFormSet(forms.BaseInlineFormSet):
    def clean(self) -> None:
        super().clean()
        first, last = self.instance.starts_on, self.instance.ends_on
        for form in self.forms:
            day = form.cleaned_data.get("day") if hasattr(form, "cleaned_data") else None
            if day and first and last and not first <= day <= last:
                form.add_error("day", _("This day is outside the cohort's days."))


class SessionInline(PartInline):
    model = CampSession
    formset = SessionFormSet
    fields = ["day", "starts_at", "ends_at", "title", "teacher", "place", "counts"]
    extra = 1


@admin.register(Cohort)
class CohortAdmin(RecordAdmin):
    form = CohortForm
    list_display = ["title", "status_shown", "starts_on", "ends_on", "place", "quota"]
    list_display_links = ["title"]
    list_select_related = ["camp"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("camp", AutocompleteSelectFilter),
        ("starts_on", RangeDateFilter),
    ]
    search_fields = ["camp__name", "theme", "place"]
    ordering = ["-starts_on", "-pk"]
    autocomplete_fields = ["camp"]
    fields = [
        ("camp", "number"),
        "theme",
        ("starts_on", "ends_on"),
        ("place", "lodging"),
        ("applications_until", "quota"),
        "attendance_share",
        "introduction",
        ("contact_name", "contact_phone"),
    ]
    inlines = [SessionInline]
    change_form_outer_before_template = "admin/events/cohort/_standing.html"
    actions_detail = [
        "announce",
        "close",
        "settle",
        "start",
        "finish",
        "archive",
        "reopen",
        "unsettle",
        "cancel",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cohort]:
        return super().get_queryset(request).select_related("camp")

    @display(description=gettext_lazy("cohort"), ordering="starts_on")
    def title(self, cohort: Cohort) -> str:
        return str(cohort)

    @display(description=gettext_lazy("status"), label=COLOURS, ordering="status")
    def status_shown(self, cohort: Cohort) -> tuple[str, str]:
        return cohort.status, cohort.get_status_display()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and access.runs(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Cohort | None = None) -> bool:
        allowed = super().has_change_permission(request, obj) and access.runs(request.user)
        return allowed and (obj is None or access.may_edit(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Cohort | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Cohort, form: forms.ModelForm, change: bool) -> None:
        cohort_actions.save_cohort(obj, by=request.user)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        context = dict(extra_context or {})
        cohort = self.get_object(request, object_id) if object_id else None
        if cohort is not None:
            links = cohort_pages.links(request.user, cohort)
            context |= {"cohort": cohort, "places": places_of(cohort), "links": links}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except CaseError as error:
            # A place was given between the form's check and its writing.
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(request.get_full_path())

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path(f"<int:pk>/{name.replace('_', '-')}/", wrap(view), {"model_admin": self}, name=f"events_cohort_{name}")
            for name, view in cohort_pages.PAGES.items()
        ]
        return [*own, *super().get_urls()]

    # --- The buttons --------------------------------------------------------------------------------

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        """Only what this person may do with this cohort now."""
        cohort = self.get_object(request, str(object_id))
        if cohort is None:
            return []
        return [
            button
            for button in self._get_base_actions_detail()
            if DECISIONS[button.method.original_function_name].may(request.user, cohort)
        ]

    @action(description=gettext_lazy("Announce"), url_path="announce", icon="campaign", variant=ActionVariant.PRIMARY)
    def announce(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "announce")

    @action(
        description=gettext_lazy("Close applications"), url_path="close", icon="lock", variant=ActionVariant.PRIMARY
    )
    def close(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "close")

    @action(
        description=gettext_lazy("Settle the roster"),
        url_path="settle",
        icon="fact_check",
        variant=ActionVariant.PRIMARY,
    )
    def settle(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "settle")

    @action(description=gettext_lazy("Begin"), url_path="start", icon="play_arrow", variant=ActionVariant.PRIMARY)
    def start(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "start")

    @action(description=gettext_lazy("Finish"), url_path="finish", icon="flag", variant=ActionVariant.PRIMARY)
    def finish(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "finish")

    @action(description=gettext_lazy("Archive"), url_path="archive", icon="archive")
    def archive(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "archive")

    @action(description=gettext_lazy("Open again"), url_path="reopen", icon="undo")
    def reopen(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "reopen")

    @action(description=gettext_lazy("Back to giving places"), url_path="unsettle", icon="undo")
    def unsettle(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "unsettle")

    @action(description=gettext_lazy("Call off"), url_path="cancel", icon="block", variant=ActionVariant.DANGER)
    def cancel(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "cancel")

    def _decide(self, request: HttpRequest, object_id: int, name: str) -> HttpResponse:
        """Asks once more, with a reason where one is needed; then acts."""
        decision = DECISIONS[name]
        if not access.runs(request.user):
            raise PermissionDenied
        cohort = get_object_or_404(self.get_queryset(request), pk=object_id)
        back = HttpResponseRedirect(reverse("admin:events_cohort_change", args=[cohort.pk]))
        posted = request.POST if request.method == "POST" else None
        form = ReasonForm(posted) if decision.asks_reason else None
        if form is not None:
            form.fields["reason"].widget = UnfoldAdminTextareaWidget(attrs={"rows": 4})
        if posted is not None and (form is None or form.is_valid()):
            self._act(request, cohort, decision, form.cleaned_data if form else {})
            return back
        if not decision.may(request.user, cohort):
            messages.warning(request, COHORTS.where_it_stands(cohort))
            return back
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": cohort,
            "cohort": cohort,
            "title": decision.title,
            "decision": decision,
            "form": form,
        }
        return TemplateResponse(request, "admin/events/cohort/decide.html", context)

    def _act(self, request: HttpRequest, cohort: Cohort, decision: Decision, values: dict[str, Any]) -> None:
        hat = next((hat.label for hat in request.hats if hat.kind == STAFF), "")
        try:
            decision.act(cohort, by=request.user, hat=hat, **values)
        except AlreadyMoved as error:
            messages.warning(request, " ".join(error.messages))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, str(decision.done))
