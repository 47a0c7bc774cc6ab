"""The staff's face of applications: what was stated beside the register, and three buttons."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextareaWidget

from chambers.applications import access, actions, facts, pages
from chambers.applications.errors import AlreadyMoved
from chambers.applications.forms import ReasonForm, RemarkForm
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.applications.transitions import FLOW
from federation.accounts.hats import STAFF
from federation.accounts.models import User
from federation.cases.errors import CaseError
from federation.portal.admin_base import RecordAdmin, Unchangeable

# The theme draws links of a record as plain text.
LINK = "text-primary-600 dark:text-primary-500 underline"
# Every status has a place here: the theme shows the bare value of one that hasn't.
STATUS_COLOURS = {
    **dict.fromkeys(Status, ""),
    Status.RECOMMENDED: "warning",
    Status.RETURNED: "info",
    Status.APPROVED: "success",
    Status.REJECTED: "danger",
}


@dataclass(frozen=True)
class Decision:
    """One button: who may press it, the action behind it, and what is asked first."""

    may: Callable[[User, MembershipApplication], bool]
    act: Callable[..., MembershipApplication]
    title: str | Promise
    done: str | Promise
    asks: type[ReasonForm] | type[RemarkForm] | None = None


DECISIONS = {
    "approve": Decision(
        access.may_approve, actions.approve_application, gettext_lazy("Approve"), gettext_lazy("Approved.")
    ),
    "send_back": Decision(
        access.may_return,
        actions.return_application,
        gettext_lazy("Return to the enterprise"),
        gettext_lazy("Returned to the enterprise."),
        ReasonForm,
    ),
    "reject": Decision(
        access.may_reject, actions.reject_application, gettext_lazy("Reject"), gettext_lazy("Rejected."), ReasonForm
    ),
    "recommend": Decision(
        access.may_recommend,
        actions.recommend_application,
        gettext_lazy("Recommend in the chamber's place"),
        gettext_lazy("Recommended to the federation."),
        RemarkForm,
    ),
}


@admin.register(MembershipApplication)
class ApplicationAdmin(Unchangeable, RecordAdmin):
    """Nothing is edited here: an application moves by its buttons, which call the same actions as every other page."""

    list_display = ["name_and_code", "status_shown", "kind", "chamber", "status_since", "submitted_at"]
    list_display_links = ["name_and_code"]
    list_select_related = ["chamber"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("chamber", AutocompleteSelectFilter),
        ("kind", ChoicesDropdownFilter),
        ("status_since", RangeDateTimeFilter),
    ]
    search_fields = ["enterprise_name", "uscc"]
    search_help_text = gettext_lazy("Name of the enterprise or credit code")
    ordering = ["-status_since", "-pk"]
    fields = [
        ("enterprise_shown", "uscc"),
        ("kind", "chamber"),
        ("status", "status_since"),
        ("applicant", "licence_shown"),
        "period",
    ]
    readonly_fields = [
        "enterprise_shown",
        "uscc",
        "kind",
        "chamber",
        "status",
        "status_since",
        "applicant",
        "licence_shown",
        "period",
    ]
    change_form_outer_before_template = "admin/chambers/membershipapplication/_facts.html"
    actions_detail = ["approve", "send_back", "reject", "recommend"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[MembershipApplication]:
        """Drafts are their writers' own."""
        found = super().get_queryset(request).visible_to(request.user).exclude(submitted_at=None)
        return found.select_related("chamber", "enterprise__town", "applicant", "licence", "period__membership")

    @display(description=gettext_lazy("enterprise"), ordering="enterprise_name", header=True)
    def name_and_code(self, application: MembershipApplication) -> list[str]:
        return [application.enterprise_name, application.uscc]

    @display(description=gettext_lazy("status"), label=STATUS_COLOURS, ordering="status")
    def status_shown(self, application: MembershipApplication) -> tuple[str, str]:
        return application.status, application.get_status_display()

    @display(description=gettext_lazy("enterprise"))
    def enterprise_shown(self, application: MembershipApplication) -> str:
        if application.enterprise_id is None:
            return _("%(name)s (new to the register)") % {"name": application.enterprise_name}
        url = reverse("admin:members_enterprise_change", args=[application.enterprise_id])
        return format_html('<a class="{}" href="{}">{}</a>', LINK, url, application.enterprise_name)

    @display(description=gettext_lazy("business licence"))
    def licence_shown(self, application: MembershipApplication) -> str:
        if application.licence is None:
            return "—"
        return format_html(
            '<a class="{}" href="{}" target="_blank" rel="noopener">{}</a>',
            LINK,
            application.licence.get_absolute_url(),
            application.licence.name,
        )

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
            context["differences"] = facts.differences(application, application.enterprise)
            context["application"] = application
            context["reason"] = pages.last_reason(application)
            context["own"] = access.is_own(request.user, application)
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

    @action(description=gettext_lazy("Approve"), url_path="approve", icon="check", variant=ActionVariant.PRIMARY)
    def approve(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "approve")

    @action(description=gettext_lazy("Return"), url_path="return", icon="undo")
    def send_back(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "send_back")

    @action(description=gettext_lazy("Reject"), url_path="reject", icon="block", variant=ActionVariant.DANGER)
    def reject(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "reject")

    @action(
        description=gettext_lazy("Recommend in the chamber's place"),
        url_path="recommend",
        icon="thumb_up",
        variant=ActionVariant.PRIMARY,
    )
    def recommend(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self._decide(request, object_id, "recommend")

    def _decide(self, request: HttpRequest, object_id: int, name: str) -> HttpResponse:
        """Asks once more, with a reason where one is needed; then acts."""
        decision = DECISIONS[name]
        if not access.decides(request.user):
            raise PermissionDenied
        application = get_object_or_404(self.get_queryset(request), pk=object_id)
        back = HttpResponseRedirect(reverse("admin:chambers_membershipapplication_change", args=[application.pk]))
        form = decision.asks(request.POST if request.method == "POST" else None) if decision.asks else None
        if form is not None:
            form.fields["reason"].widget = UnfoldAdminTextareaWidget(attrs={"rows": 4})
        if request.method == "POST" and (form is None or form.is_valid()):
            self._act(request, application, decision, form.cleaned_data if form else {})
            return back
        if not decision.may(request.user, application):
            messages.warning(request, self._why_not(request.user, application))
            return back
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": application,
            "title": decision.title,
            "application": application,
            "differences": [row for row in facts.differences(application, application.enterprise) if row.differs],
            "form": form,
            "approves": name == "approve",
        }
        return TemplateResponse(request, "admin/chambers/membershipapplication/decide.html", context)

    def _act(
        self, request: HttpRequest, application: MembershipApplication, decision: Decision, values: dict[str, Any]
    ) -> None:
        hat = next((hat.label for hat in request.hats if hat.kind == STAFF), "")
        try:
            decision.act(application, by=request.user, hat=hat, **values)
        except AlreadyMoved as error:
            messages.warning(request, error.message)
        except CaseError as error:
            messages.error(request, " ".join(error.messages))
        except PermissionDenied:
            application.refresh_from_db()
            messages.error(request, self._why_not(request.user, application))
        else:
            messages.success(request, str(decision.done))

    @staticmethod
    def _why_not(user: User, application: MembershipApplication) -> str:
        if access.is_own(user, application):
            return _("You act for this enterprise yourself: somebody else has to decide about it.")
        if application.status == Status.RECOMMENDED and access.recommended(user, application):
            return _("You recommended it yourself: somebody else has to approve it.")
        return FLOW.where_it_stands(application)
