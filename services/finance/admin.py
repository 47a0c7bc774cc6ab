"""The staff's face of finance applications: what was sent, what the hands said, and the buttons that match it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextareaWidget

from federation.accounts.hats import STAFF
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, Unchangeable
from federation.portal.formats import cn_date, money
from federation.search.query import search
from services.finance import access, actions, pages
from services.finance.admin_filters import ClockFilter
from services.finance.chamber_views import why_not
from services.finance.forms import AssignForm, ChecklistForm, ReasonForm
from services.finance.hands import acts_for, hands_of
from services.finance.models import FinanceApplication, PolicyDesk
from services.finance.resources import TooManyRows, export_applications
from services.finance.statuses import Hand, Status
from services.finance.transitions import FLOW

# The theme draws links of a record as plain text.
LINK = "text-primary-600 dark:text-primary-500 underline"
# Every status has a place here: the theme shows the bare value of one that hasn't.
STATUS_COLOURS = {
    **dict.fromkeys(Status, ""),
    Status.MATCHING: "warning",
    Status.RETURNED: "info",
    Status.REFERRED: "info",
    Status.GRANTED: "success",
    Status.COMPLETED: "success",
    Status.DECLINED: "danger",
}


@dataclass(frozen=True)
class Decision:
    """One button: who may press it, the form that asks first, and the action behind it."""

    may: Callable[[User, FinanceApplication], bool]
    act: Callable[..., Any]
    title: str | Promise
    done: str | Promise
    form: Callable[[FinanceApplication, Any], forms.Form] | None = None
    values: Callable[[forms.Form], dict[str, Any]] = field(default=lambda form: dict(form.cleaned_data))


def _reason_form(application: FinanceApplication, data: Any) -> forms.Form:
    return ReasonForm(data)


def _assign_form(application: FinanceApplication, data: Any) -> forms.Form:
    return AssignForm(data, banks=pages.assignable_banks(application))


DECISIONS = {
    "assign": Decision(
        access.may_assign,
        actions.assign_banks,
        gettext_lazy("Assign banks"),
        gettext_lazy("Assigned: the banks are told."),
        _assign_form,
        lambda form: {"banks": list(form.cleaned_data["banks"]), "reason": form.cleaned_data["reason"]},
    ),
    "send_back": Decision(
        access.may_return,
        actions.return_application,
        gettext_lazy("Return to the enterprise"),
        gettext_lazy("Returned to the enterprise."),
        _reason_form,
    ),
    "decline": Decision(
        access.may_decline,
        actions.decline_application,
        gettext_lazy("End without a bank"),
        gettext_lazy("Ended; the enterprise is told."),
        _reason_form,
    ),
    "endorse": Decision(
        access.may_endorse,
        actions.endorse_application,
        gettext_lazy("Endorse in the chamber's place"),
        gettext_lazy("Endorsed."),
        lambda application, data: ChecklistForm(data),
        lambda form: {"answers": form.answers(), "reason": form.cleaned_data["reason"]},
    ),
    "pass_on": Decision(
        access.may_pass_desk,
        actions.pass_without_desk,
        gettext_lazy("Pass on without a government desk"),
        gettext_lazy("Passed on to the matching."),
    ),
}


@admin.register(FinanceApplication)
class FinanceAdmin(Unchangeable, RecordAdmin):
    """Nothing is edited here: an application moves by its buttons, which call the same actions as every other page."""

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
    actions_detail = ["assign", "send_back", "decline", "endorse", "pass_on"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[FinanceApplication]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related("chamber", "enterprise", "applicant")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[FinanceApplication], search_term: str
    ) -> tuple[QuerySet[FinanceApplication], bool]:
        return search(queryset, search_term.replace("\0", ""), path="enterprise__"), False

    def get_custom_urls(self) -> tuple[tuple[str, str, Any], ...]:
        return (("export.xlsx", "services_financeapplication_export", self.export),)

    @method_decorator(require_safe)
    def export(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The list as it is filtered and searched, as a workbook."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = self.get_changelist_instance(request).get_queryset(request)
        try:
            return export_applications(found)
        except TooManyRows as error:
            messages.warning(request, " ".join(error.messages))
            return redirect(f"{reverse('admin:services_financeapplication_changelist')}?{request.GET.urlencode()}")

    @display(description=gettext_lazy("enterprise"), header=True)
    def name_and_chamber(self, application: FinanceApplication) -> list[str]:
        return [application.enterprise_name, application.chamber_name]

    @display(description=gettext_lazy("status"), label=STATUS_COLOURS)
    def status_shown(self, application: FinanceApplication) -> tuple[str, str]:
        return application.status, application.get_status_display()

    @display(description=gettext_lazy("amount"))
    def amount_shown(self, application: FinanceApplication) -> str:
        return str(money(application.amount))

    @display(description=gettext_lazy("due"), label={"late": "danger", "": ""})
    def due_shown(self, application: FinanceApplication) -> tuple[str, str]:
        return "late" if application.is_overdue else "", cn_date(application.due_at) if application.due_at else "—"

    @display(description=gettext_lazy("due"))
    def due_text(self, application: FinanceApplication) -> str:
        return cn_date(application.due_at) if application.due_at else "—"

    @display(description=gettext_lazy("enterprise"))
    def enterprise_shown(self, application: FinanceApplication) -> str:
        url = reverse("admin:members_enterprise_change", args=[application.enterprise_id])
        return format_html('<a class="{}" href="{}">{}</a>', LINK, url, application.enterprise_name)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        application = self.get_object(request, object_id) if object_id else None
        context = dict(extra_context or {})
        if application is not None:
            context |= {
                "application": application,
                "reason": pages.last_reason(application),
                "decision": pages.decision_words(application),
                "why_not": self._why_not(request.user, application, quiet=True),
                "loans": application.loans.order_by("assigned_at", "pk"),
                "consents": application.consents.all(),
                "papers": pages.papers_of(application),
                "checks": pages.checks_of(application),
                "versions": application.versions.all(),
                "wishes": pages.wishes_of(application),
            }
        return super().changeform_view(request, object_id, form_url, context)

    # --- The buttons --------------------------------------------------------------------------------

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        """Only what this person may do with this application now."""
        application = self.get_object(request, str(object_id))
        if application is None:
            return []
        return [
            button
            for button in self._get_base_actions_detail()
            if DECISIONS[button.method.original_function_name].may(request.user, application)
        ]

    @action(
        description=gettext_lazy("Assign banks"),
        url_path="assign",
        icon="account_balance",
        variant=ActionVariant.PRIMARY,
    )
    def assign(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "assign")

    @action(description=gettext_lazy("Return"), url_path="return", icon="undo")
    def send_back(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "send_back")

    @action(
        description=gettext_lazy("End without a bank"), url_path="decline", icon="block", variant=ActionVariant.DANGER
    )
    def decline(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "decline")

    @action(
        description=gettext_lazy("Endorse in the chamber's place"),
        url_path="endorse",
        icon="thumb_up",
        variant=ActionVariant.PRIMARY,
    )
    def endorse(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "endorse")

    @action(description=gettext_lazy("Pass on without a government desk"), url_path="pass-on", icon="fast_forward")
    def pass_on(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "pass_on")

    def _decide(self, request: HttpRequest, object_id: int, name: str) -> HttpResponse:
        """Asks once more, with whatever has to be said; then acts."""
        decision = DECISIONS[name]
        if not access.matches(request.user):
            raise PermissionDenied
        application = get_object_or_404(self.get_queryset(request), pk=object_id)
        back = HttpResponseRedirect(reverse("admin:services_financeapplication_change", args=[application.pk]))
        data = request.POST if request.method == "POST" else None
        if not decision.may(request.user, application):
            messages.warning(request, self._why_not(request.user, application))
            return back
        form = decision.form(application, data) if decision.form else None
        if request.method == "POST" and (form is None or form.is_valid()):
            if self._act(request, application, decision, form):
                return back
        if form is not None:
            for one in form.fields.values():
                if isinstance(one.widget, forms.Textarea):
                    one.widget = UnfoldAdminTextareaWidget(attrs={"rows": 4})
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": application,
            "title": decision.title,
            "application": application,
            "form": form,
            "no_banks": name == "assign" and not pages.assignable_banks(application).exists(),
            "wishes": pages.wishes_of(application),
        }
        return TemplateResponse(request, "admin/services/financeapplication/decide.html", context)

    def _act(
        self, request: HttpRequest, application: FinanceApplication, decision: Decision, form: forms.Form | None
    ) -> bool:
        """Whether the page is done; a form with a fault that can be mended is shown again."""
        hat = next((hat.label for hat in request.hats if hat.kind == STAFF), "")
        try:
            decision.act(application, by=request.user, hat=hat, **(decision.values(form) if form else {}))
        except AlreadyMoved as error:
            messages.warning(request, error.message)
        except CaseError as error:
            if form is None:
                messages.error(request, " ".join(error.messages))
                return True
            form.add_error(None, error)
            return False
        except PermissionDenied:
            application.refresh_from_db()
            messages.error(request, self._why_not(request.user, application))
        else:
            messages.success(request, str(decision.done))
        return True

    @staticmethod
    def _why_not(user: User, application: FinanceApplication, quiet: bool = False) -> str:
        """`quiet` says nothing where it is simply another's turn."""
        if acts_for(user, application):
            return _("You act for this enterprise yourself: somebody else has to decide about it.")
        words = why_not(user, application)
        if words or (application.status in access.ASSIGNABLE and hands_of(user, application) - {Hand.STAFF}):
            return words or _("You have had another part in this application: somebody else has to decide about it.")
        return "" if quiet else FLOW.where_it_stands(application)


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
