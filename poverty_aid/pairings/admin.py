"""The staff's face of pairings: intents, the signed paper, the archive."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import action, display

from federation.accounts.models import User
from federation.cases.decisions import Decision, plain
from federation.portal.admin_base import ShownInline, status_column
from federation.portal.admin_export import ListExported
from federation.portal.admin_theme import file_link
from poverty_aid.admin_cases import AidCaseAdmin
from poverty_aid.pairings import access, actions
from poverty_aid.pairings.forms import OutcomeForm, ReasonForm, RemarkForm, SignForm
from poverty_aid.pairings.models import Pairing, PairingMember
from poverty_aid.pairings.statuses import RUNNING, Status
from poverty_aid.pairings.transitions import FLOW

DECISIONS = (
    Decision(
        "sign",
        access.may_sign,
        actions.sign_pairing,
        _("File the signed agreement"),
        _("Signed; both sides were told."),
        plain(SignForm),
        icon="draw",
        is_next=True,
    ),
    Decision(
        "decline",
        access.may_decline,
        actions.decline_pairing,
        _("Decline"),
        _("Declined."),
        plain(ReasonForm),
        icon="block",
        is_grave=True,
    ),
    Decision(
        "archive",
        access.may_archive,
        actions.archive_pairing,
        _("Archive"),
        _("Archived."),
        plain(RemarkForm),
        icon="inventory_2",
        is_next=True,
    ),
    Decision(
        "begin",
        access.may_begin,
        actions.begin_pairing,
        _("Begin in the giver's place"),
        _("Begun."),
        plain(RemarkForm),
        icon="play_arrow",
    ),
    Decision(
        "report",
        access.may_report,
        actions.report_pairing,
        _("Report in the giver's place"),
        _("Reported."),
        plain(OutcomeForm),
        icon="task",
    ),
    Decision(
        "accept",
        access.may_accept,
        actions.accept_pairing,
        _("Accept in the village's place"),
        _("Accepted."),
        plain(RemarkForm),
        icon="check",
    ),
)


class MemberInline(ShownInline):
    model = PairingMember
    fields = ["enterprise_name", "chamber"]


@admin.register(Pairing)
class PairingAdmin(ListExported, AidCaseAdmin):
    access = access
    decisions = DECISIONS
    actions_detail = [*(decision.view_name for decision in DECISIONS), "pledge"]
    flow = FLOW
    status_shown = status_column(
        Status,
        {
            Status.INTENT: "warning",
            Status.SIGNED: "info",
            Status.UNDER_WAY: "info",
            Status.ACCEPTED: "warning",
            Status.ARCHIVED: "success",
            Status.DECLINED: "danger",
        },
    )
    list_display = ["giver_and_village", "status_shown", "programme", "county", "mode", "signed_on", "due_at"]
    export_columns = (
        *("giver_name", "village_name", "village_code", "county__name", "programme__name", "mode", "status"),
        *("status_since", "due_at", "proposed_at", "signed_on", "ends_on"),
    )
    list_display_links = ["giver_and_village"]
    list_select_related = ["programme", "county"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        "programme",
        ("county", AutocompleteSelectFilter),
        ("village", AutocompleteSelectFilter),
        ("chamber", AutocompleteSelectFilter),
        ("mode", ChoicesDropdownFilter),
        ("signed_on", RangeDateFilter),
    ]
    search_fields = ["giver_name", "village_name", "village_code__startswith"]
    search_help_text = _("Enterprise, chamber, village or the first digits of its code")
    ordering = ["-status_since", "-pk"]
    fields = [
        ("giver_name", "chamber"),
        ("village_name", "village_code"),
        ("county", "programme"),
        ("mode", "status"),
        ("status_since", "due_at"),
        ("signed_on", "ends_on"),
        "agreement_shown",
        "plan",
        "outcome",
    ]
    readonly_fields = [
        *("giver_name", "chamber", "village_name", "village_code", "county", "programme", "mode", "status"),
        *("status_since", "due_at", "signed_on", "ends_on", "agreement_shown", "plan", "outcome"),
    ]
    inlines = [MemberInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pairing]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related("enterprise", "chamber", "village__successor", "programme", "agreement", "county")

    def shows(self, name: str, user: User, record: Pairing) -> bool:
        return record.status in RUNNING and access.keeps(user)

    @action(description=_("Pledge a gift under it"), url_path="pledge", icon="redeem")
    def pledge(self, request: HttpRequest, object_id: int) -> HttpResponse:
        pairing = get_object_or_404(self.get_queryset(request), pk=object_id)
        return redirect(f"{reverse('admin:poverty_aid_contribution_add')}?pairing={pairing.pk}")

    @display(description=_("giver and village"), ordering="giver_name", header=True)
    def giver_and_village(self, pairing: Pairing) -> list[str]:
        return [pairing.giver_name, f"{pairing.village_name} {pairing.village_code}"]

    @display(description=_("agreement"))
    def agreement_shown(self, pairing: Pairing) -> str:
        return file_link(pairing.agreement)
