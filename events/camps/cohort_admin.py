"""The staff's face of cohorts: what is written down about one, its sessions, and the buttons of its way."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display

from events.camps import access, cohort_actions, cohort_pages
from events.camps.flows import COHORTS
from events.camps.forms import ReasonForm
from events.camps.models import CampSession, Cohort
from events.camps.places import places_of, require_room
from events.camps.statuses import CohortStatus
from federation.cases.admin import DecisionAdmin
from federation.cases.decisions import Decision, plain
from federation.cases.errors import CaseError
from federation.portal.admin_base import PartInline, status_column

DECISIONS = (
    Decision(
        "announce",
        access.may_announce,
        cohort_actions.announce_cohort,
        gettext_lazy("Announce"),
        gettext_lazy("Announced: enterprises may apply."),
        explains=gettext_lazy("Everyone sees the cohort, enterprises may apply, and the chambers with seats are told."),
        icon="campaign",
        is_next=True,
    ),
    Decision(
        "close",
        access.may_close,
        cohort_actions.close_applications,
        gettext_lazy("Close applications"),
        gettext_lazy("Closed: places can be given now."),
        explains=gettext_lazy("Nobody can apply any more, and the places can be given."),
        icon="lock",
        is_next=True,
    ),
    Decision(
        "settle",
        access.may_settle,
        cohort_actions.settle_cohort,
        gettext_lazy("Settle the roster"),
        gettext_lazy("The roster is settled."),
        explains=gettext_lazy("Everybody has an answer. Places given back can still go to the waiting list."),
        icon="fact_check",
        is_next=True,
    ),
    Decision(
        "start",
        access.may_start,
        cohort_actions.start_cohort,
        gettext_lazy("Begin"),
        gettext_lazy("Begun: the roll can be called."),
        explains=gettext_lazy(
            "The roll can be called. Who is still on the waiting list is told that no place became free."
        ),
        icon="play_arrow",
        is_next=True,
    ),
    Decision(
        "finish",
        access.may_finish,
        cohort_actions.finish_cohort,
        gettext_lazy("Finish"),
        gettext_lazy("Finished: certificates can be issued."),
        explains=gettext_lazy(
            "Certificates can be issued; the roll may still be corrected until the cohort is archived."
        ),
        icon="flag",
        is_next=True,
    ),
    Decision(
        "archive",
        access.may_archive,
        cohort_actions.archive_cohort,
        gettext_lazy("Archive"),
        gettext_lazy("Archived."),
        explains=gettext_lazy("The roll is closed for good; certificates can still be issued and corrected."),
        icon="archive",
    ),
    Decision(
        "reopen",
        access.may_reopen,
        cohort_actions.reopen_applications,
        gettext_lazy("Open again"),
        gettext_lazy("Enterprises may apply again."),
        explains=gettext_lazy("Enterprises may apply again until the day that is set."),
        icon="undo",
    ),
    Decision(
        "unsettle",
        access.may_unsettle,
        cohort_actions.unsettle_cohort,
        gettext_lazy("Back to giving places"),
        gettext_lazy("Places are being given again."),
        explains=gettext_lazy("The roster isn't settled after all."),
        icon="undo",
    ),
    Decision(
        "cancel",
        access.may_cancel,
        cohort_actions.cancel_cohort,
        gettext_lazy("Call off"),
        gettext_lazy("Called off; everybody who applied was told."),
        plain(ReasonForm),
        explains=gettext_lazy("Everybody who applied is told, with the reason."),
        icon="block",
        is_grave=True,
    ),
)


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
class CohortAdmin(DecisionAdmin):
    decisions = DECISIONS
    flow = COHORTS
    status_shown = status_column(
        CohortStatus,
        {
            CohortStatus.OPEN: "warning",
            CohortStatus.SELECTION: "info",
            CohortStatus.CONFIRMED: "success",
            CohortStatus.RUNNING: "success",
            CohortStatus.CANCELLED: "danger",
        },
    )
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Cohort]:
        return super().get_queryset(request).select_related("camp")

    @display(description=gettext_lazy("cohort"), ordering="starts_on")
    def title(self, cohort: Cohort) -> str:
        return str(cohort)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and access.runs(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Cohort | None = None) -> bool:
        allowed = super().has_change_permission(request, obj) and access.runs(request.user)
        return allowed and (obj is None or access.may_edit(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Cohort | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Cohort, form: forms.ModelForm, change: bool) -> None:
        cohort_actions.save_cohort(obj, by=request.user)

    def facts(self, request: HttpRequest, record: Cohort) -> dict[str, Any]:
        return {
            "cohort": record,
            "places": places_of(record),
            "links": cohort_pages.links(request.user, record),
        }

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path(f"<int:pk>/{name.replace('_', '-')}/", wrap(view), {"model_admin": self}, name=f"events_cohort_{name}")
            for name, view in cohort_pages.PAGES.items()
        ]
        return [*own, *super().get_urls()]

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return access.runs(request.user)
