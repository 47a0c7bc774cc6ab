"""The staff's face of pairings: intents, the signed paper, the archive."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from federation.accounts.models import User
from federation.portal.admin_base import ShownInline
from poverty_aid.admin_cases import LINK, CaseAdmin, Decision, plain, with_values
from poverty_aid.pairings import access, actions
from poverty_aid.pairings.forms import OutcomeForm, ReasonForm, RemarkForm, SignForm
from poverty_aid.pairings.models import Pairing, PairingMember
from poverty_aid.pairings.statuses import Status
from poverty_aid.pairings.transitions import FLOW

# Every status has a place here: the theme shows the bare value of one that hasn't.
STATUS_COLOURS = {
    **dict.fromkeys(Status, ""),
    Status.INTENT: "warning",
    Status.SIGNED: "info",
    Status.UNDER_WAY: "info",
    Status.ACCEPTED: "warning",
    Status.ARCHIVED: "success",
    Status.DECLINED: "danger",
}


class MemberInline(ShownInline):
    model = PairingMember
    fields = ["enterprise_name", "chamber"]


@admin.register(Pairing)
class PairingAdmin(CaseAdmin):
    flow = FLOW
    DECISIONS = {
        "sign": Decision(
            access.may_sign,
            with_values(actions.sign_pairing),
            _("File the signed agreement"),
            _("Signed; both sides were told."),
            plain(SignForm),
        ),
        "decline": Decision(
            access.may_decline, with_values(actions.decline_pairing), _("Decline"), _("Declined."), plain(ReasonForm)
        ),
        "archive": Decision(
            access.may_archive, with_values(actions.archive_pairing), _("Archive"), _("Archived."), plain(RemarkForm)
        ),
        "begin": Decision(
            access.may_begin,
            with_values(actions.begin_pairing),
            _("Begin in the giver's place"),
            _("Begun."),
            plain(RemarkForm),
        ),
        "report": Decision(
            access.may_report,
            with_values(actions.report_pairing),
            _("Report in the giver's place"),
            _("Reported."),
            plain(OutcomeForm),
        ),
        "accept": Decision(
            access.may_accept,
            with_values(actions.accept_pairing),
            _("Accept in the village's place"),
            _("Accepted."),
            plain(RemarkForm),
        ),
    }
    list_display = ["giver_and_village", "status_shown", "programme", "county", "mode", "signed_on", "due_at"]
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
    actions_detail = ["sign", "decline", "archive", "begin", "report", "accept"]

    def keeps(self, user: User) -> bool:
        return access.keeps(user)

    def belongs(self, user: User, case: Pairing) -> bool:
        return access.gives(user, case) or access.serves(user, case)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pairing]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related("enterprise", "chamber", "village__successor", "programme", "agreement", "county")

    @display(description=_("giver and village"), ordering="giver_name", header=True)
    def giver_and_village(self, pairing: Pairing) -> list[str]:
        return [pairing.giver_name, f"{pairing.village_name} {pairing.village_code}"]

    @display(description=_("status"), label=STATUS_COLOURS, ordering="status")
    def status_shown(self, pairing: Pairing) -> tuple[str, str]:
        return pairing.status, pairing.get_status_display()

    @display(description=_("agreement"))
    def agreement_shown(self, pairing: Pairing) -> str:
        paper = pairing.agreement
        if paper is None:
            return "—"
        return format_html(
            '<a class="{}" href="{}" target="_blank" rel="noopener">{}</a>', LINK, paper.get_absolute_url(), paper.name
        )

    @action(description=_("File the signed agreement"), url_path="sign", icon="draw", variant=ActionVariant.PRIMARY)
    def sign(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "sign")

    @action(description=_("Decline"), url_path="decline", icon="block", variant=ActionVariant.DANGER)
    def decline(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "decline")

    @action(description=_("Archive"), url_path="archive", icon="inventory_2", variant=ActionVariant.PRIMARY)
    def archive(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "archive")

    @action(description=_("Begin in the giver's place"), url_path="begin", icon="play_arrow")
    def begin(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "begin")

    @action(description=_("Report in the giver's place"), url_path="report", icon="task")
    def report(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "report")

    @action(description=_("Accept in the village's place"), url_path="accept", icon="check")
    def accept(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "accept")
