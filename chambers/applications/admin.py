"""The staff's face of applications: what was stated beside the register, and the buttons that decide about it."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display

from chambers.applications import access, actions, facts, pages
from chambers.applications.forms import ReasonForm, RemarkForm
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.applications.transitions import FLOW
from federation.accounts.models import User
from federation.cases.admin import DecisionAdmin
from federation.cases.decisions import Decision, plain
from federation.portal.admin_base import Unchangeable, status_column
from federation.portal.admin_export import ListExported
from federation.portal.admin_theme import file_link, link

DECISIONS = (
    Decision(
        "approve",
        access.may_approve,
        actions.approve_application,
        gettext_lazy("Approve"),
        gettext_lazy("Approved."),
        icon="check",
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
        "reject",
        access.may_reject,
        actions.reject_application,
        gettext_lazy("Reject"),
        gettext_lazy("Rejected."),
        plain(ReasonForm),
        icon="block",
        is_grave=True,
    ),
    Decision(
        "recommend",
        access.may_recommend,
        actions.recommend_application,
        gettext_lazy("Recommend in the chamber's place"),
        gettext_lazy("Recommended to the federation."),
        plain(RemarkForm),
        icon="thumb_up",
        is_next=True,
    ),
)


@admin.register(MembershipApplication)
class ApplicationAdmin(ListExported, Unchangeable, DecisionAdmin):
    """Nothing is edited here."""

    decisions = DECISIONS
    flow = FLOW
    decide_template = "admin/chambers/membershipapplication/decide.html"
    status_shown = status_column(
        Status,
        {
            Status.RECOMMENDED: "warning",
            Status.RETURNED: "info",
            Status.APPROVED: "success",
            Status.REJECTED: "danger",
        },
    )

    list_display = ["name_and_code", "status_shown", "kind", "chamber", "status_since", "submitted_at"]
    export_columns = ("enterprise_name", "uscc", "kind", "chamber__name", "status", "status_since", "submitted_at")
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

    def get_queryset(self, request: HttpRequest) -> QuerySet[MembershipApplication]:
        """Drafts are their writers' own."""
        found = super().get_queryset(request).visible_to(request.user).exclude(submitted_at=None)
        return found.select_related("chamber", "enterprise__town", "applicant", "licence", "period__membership")

    @display(description=gettext_lazy("enterprise"), ordering="enterprise_name", header=True)
    def name_and_code(self, application: MembershipApplication) -> list[str]:
        return [application.enterprise_name, application.uscc]

    @display(description=gettext_lazy("enterprise"))
    def enterprise_shown(self, application: MembershipApplication) -> str:
        if application.enterprise_id is None:
            return _("%(name)s (new to the register)") % {"name": application.enterprise_name}
        url = reverse("admin:members_enterprise_change", args=[application.enterprise_id])
        return link(url, application.enterprise_name)

    @display(description=gettext_lazy("business licence"))
    def licence_shown(self, application: MembershipApplication) -> str:
        return file_link(application.licence)

    def facts(self, request: HttpRequest, record: MembershipApplication) -> dict[str, Any]:
        return {
            "application": record,
            "differences": facts.differences(record, record.enterprise),
            "reason": pages.last_reason(record),
            "own": access.is_own(request.user, record),
        }

    # --- The buttons --------------------------------------------------------------------------------

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return access.decides(request.user)

    def about(self, request: HttpRequest, record: MembershipApplication, decision: Decision) -> dict[str, Any]:
        differences = facts.differences(record, record.enterprise)
        return {"application": record, "differences": [row for row in differences if row.differs]}

    def why_not(self, user: User, record: MembershipApplication) -> str:
        if access.is_own(user, record):
            return _("You act for this enterprise yourself: somebody else has to decide about it.")
        if record.status == Status.RECOMMENDED and access.recommended(user, record):
            return _("You recommended it yourself: somebody else has to approve it.")
        return super().why_not(user, record)
