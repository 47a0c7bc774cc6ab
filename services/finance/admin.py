"""The staff's face of finance applications: what was sent, what the hands said, and the buttons that match it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display

from federation.accounts.models import User
from federation.cases.admin import DecisionAdmin, due_shown
from federation.cases.decisions import Decision, plain
from federation.portal.admin_base import PortalModelAdmin, Unchangeable, status_column
from federation.portal.admin_export import Exported
from federation.portal.admin_theme import link
from federation.portal.formats import cn_date, money
from federation.search.query import search
from services.finance import access, actions, pages
from services.finance.admin_filters import ClockFilter
from services.finance.chamber_views import why_not
from services.finance.forms import AssignForm, ChecklistForm, ReasonForm
from services.finance.hands import acts_for, hands_of
from services.finance.models import FinanceApplication, PolicyDesk
from services.finance.resources import export_applications
from services.finance.statuses import Hand, Status
from services.finance.transitions import FLOW

DECISIONS = (
    Decision(
        "assign",
        access.may_assign,
        actions.assign_banks,
        gettext_lazy("Assign banks"),
        gettext_lazy("Assigned: the banks are told."),
        lambda application, data, files: AssignForm(data, banks=pages.assignable_banks(application)),
        lambda form: {"banks": list(form.cleaned_data["banks"]), "reason": form.cleaned_data["reason"]},
        icon="account_balance",
        is_next=True,
    ),
    Decision(
        "return",
        access.may_return,
        actions.return_application,
        gettext_lazy("Return to the enterprise"),
        gettext_lazy("Returned to the enterprise."),
        plain(ReasonForm),
        icon="undo",
        view="send_back",
    ),
    Decision(
        "decline",
        access.may_decline,
        actions.decline_application,
        gettext_lazy("End without a bank"),
        gettext_lazy("Ended; the enterprise is told."),
        plain(ReasonForm),
        icon="block",
        is_grave=True,
    ),
    Decision(
        "endorse",
        access.may_endorse,
        actions.endorse_application,
        gettext_lazy("Endorse in the chamber's place"),
        gettext_lazy("Endorsed."),
        plain(ChecklistForm),
        lambda form: {"answers": form.answers(), "reason": form.cleaned_data["reason"]},
        icon="thumb_up",
        is_next=True,
    ),
    Decision(
        "pass-on",
        access.may_pass_desk,
        actions.pass_without_desk,
        gettext_lazy("Pass on without a government desk"),
        gettext_lazy("Passed on to the matching."),
        icon="fast_forward",
    ),
)


@admin.register(FinanceApplication)
class FinanceAdmin(Exported, Unchangeable, DecisionAdmin):
    """Nothing is edited here."""

    export_route = "export.xlsx"
    decisions = DECISIONS
    flow = FLOW
    decide_template = "admin/services/financeapplication/decide.html"
    status_shown = status_column(
        Status,
        {
            Status.MATCHING: "warning",
            Status.RETURNED: "info",
            Status.REFERRED: "info",
            Status.GRANTED: "success",
            Status.COMPLETED: "success",
            Status.DECLINED: "danger",
        },
    )
    due_shown = due_shown
    # Its own page is the enterprise's.
    view_on_site = False
    list_display = ["name_and_chamber", "status_shown", "kind", "amount_shown", "policy", "due_shown", "status_since"]
    list_display_links = ["name_and_chamber"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ClockFilter,
        ("kind", ChoicesDropdownFilter),
        ("policy", ChoicesDropdownFilter),
        ("chamber", AutocompleteSelectFilter),
        ("enterprise", AutocompleteSelectFilter),
        ("size_class", ChoicesDropdownFilter),
        ("submitted_at", RangeDateTimeFilter),
    ]
    search_fields = ["enterprise_name"]
    search_help_text = gettext_lazy("Name, pinyin, initials or credit code of the enterprise")
    ordering = ["-status_since", "-pk"]
    sortable_by: list[str] = []
    fields = [
        ("enterprise_shown", "chamber"),
        ("kind", "amount_shown"),
        ("term_months", "guarantee"),
        ("purpose", "purpose_note"),
        ("status", "due_text"),
        ("policy", "version"),
        ("applicant", "submitted_at"),
    ]
    readonly_fields = [
        "enterprise_shown",
        "chamber",
        "kind",
        "amount_shown",
        "term_months",
        "guarantee",
        "purpose",
        "purpose_note",
        "status",
        "due_text",
        "policy",
        "version",
        "applicant",
        "submitted_at",
    ]
    list_before_template = "admin/services/financeapplication/_tools.html"
    change_form_outer_before_template = "admin/services/financeapplication/_parts.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[FinanceApplication]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related("chamber", "enterprise", "applicant")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[FinanceApplication], search_term: str
    ) -> tuple[QuerySet[FinanceApplication], bool]:
        return search(queryset, search_term.replace("\0", ""), path="enterprise__"), False

    def export_file(self, found: QuerySet[FinanceApplication], kind: str) -> HttpResponse:
        return export_applications(found)

    @display(description=gettext_lazy("enterprise"), header=True)
    def name_and_chamber(self, application: FinanceApplication) -> list[str]:
        return [application.enterprise_name, application.chamber_name]

    @display(description=gettext_lazy("amount"))
    def amount_shown(self, application: FinanceApplication) -> str:
        return str(money(application.amount))

    @display(description=gettext_lazy("due"))
    def due_text(self, application: FinanceApplication) -> str:
        return cn_date(application.due_at) if application.due_at else "—"

    @display(description=gettext_lazy("enterprise"))
    def enterprise_shown(self, application: FinanceApplication) -> str:
        url = reverse("admin:members_enterprise_change", args=[application.enterprise_id])
        return link(url, application.enterprise_name)

    def facts(self, request: HttpRequest, record: FinanceApplication) -> dict[str, Any]:
        return {
            "application": record,
            "reason": pages.last_reason(record),
            "decision": pages.decision_words(record),
            "why_not": self._whose_it_is(request.user, record),
            "loans": record.loans.order_by("assigned_at", "pk"),
            "consents": record.consents.all(),
            "papers": pages.papers_of(record),
            "checks": pages.checks_of(record),
            "versions": record.versions.all(),
            "wishes": pages.wishes_of(record),
        }

    # --- The buttons --------------------------------------------------------------------------------

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return access.matches(request.user)

    def about(self, request: HttpRequest, record: FinanceApplication, decision: Decision) -> dict[str, Any]:
        return {
            "application": record,
            "no_banks": decision.name == "assign" and not pages.assignable_banks(record).exists(),
            "wishes": pages.wishes_of(record),
        }

    def why_not(self, user: User, record: FinanceApplication) -> str:
        return self._whose_it_is(user, record) or super().why_not(user, record)

    @staticmethod
    def _whose_it_is(user: User, application: FinanceApplication) -> str:
        """Nothing where it is simply another's turn."""
        if acts_for(user, application):
            return _("You act for this enterprise yourself: somebody else has to decide about it.")
        words = why_not(user, application)
        if words or (application.status in access.ASSIGNABLE and hands_of(user, application) - {Hand.STAFF}):
            return words or _("You have had another part in this application: somebody else has to decide about it.")
        return ""


class PolicyDeskForm(forms.ModelForm):
    def clean_organisation(self) -> Any:
        organisation = self.cleaned_data["organisation"]
        if organisation.kind != organisation.Kind.DEPARTMENT:
            raise forms.ValidationError(_("Only a government department decides about policy support."))
        return organisation


@admin.register(PolicyDesk)
class PolicyDeskAdmin(PortalModelAdmin):
    """Which department decides about policy support; it ends by a date."""

    form = PolicyDeskForm
    list_display = ["organisation", "since", "until"]
    list_select_related = ["organisation"]
    search_fields = ["organisation__name"]
    autocomplete_fields = ["organisation"]

    def has_delete_permission(self, request: HttpRequest, obj: PolicyDesk | None = None) -> bool:
        return False
