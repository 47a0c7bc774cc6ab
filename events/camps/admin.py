"""The staff's face of camps: programmes, applications and certificates. Cohorts are in cohort_admin.py."""

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import action, display

from events.camps import access, certificate_actions, cohort_admin
from events.camps.forms import ReasonForm
from events.camps.models import Camp, CampApplication, Certificate
from events.camps.statuses import CertificateState, Status
from federation.accounts.models import User
from federation.audit.masking import shown
from federation.cases.admin import DecisionAdmin
from federation.cases.decisions import Decision, plain, without_hat
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, Unchangeable, status_column
from federation.portal.admin_theme import link

__all__ = ["CampAdmin", "CampApplicationAdmin", "CertificateAdmin", "cohort_admin"]

CERTIFICATE_COLOURS = {
    **dict.fromkeys(CertificateState, ""),
    CertificateState.VALID: "success",
    CertificateState.REVOKED: "danger",
}


@admin.register(Camp)
class CampAdmin(PortalModelAdmin):
    list_display = ["name", "code", "is_shown", "position"]
    search_fields = ["name", "slug", "code"]
    ordering = ["position", "pk"]
    fields = ["name", "english_name", ("slug", "code"), "introduction", ("is_shown", "position")]
    prepopulated_fields = {"slug": ["english_name"]}

    def has_delete_permission(self, request: HttpRequest, obj: Camp | None = None) -> bool:
        return False


@admin.register(CampApplication)
class CampApplicationAdmin(Unchangeable, RecordAdmin):
    """Shown, never edited: places are given on the cohort's page."""

    status_shown = status_column(
        Status,
        {
            Status.SELECTED: "warning",
            Status.CONFIRMED: "success",
            Status.RECOMMENDED: "info",
            Status.DECLINED: "danger",
        },
    )
    list_display = ["name", "enterprise_name", "cohort_shown", "chamber_name", "rank", "status_shown", "created_at"]
    list_display_links = ["name"]
    list_select_related = ["cohort__camp"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("cohort", AutocompleteSelectFilter),
        ("chamber", AutocompleteSelectFilter),
    ]
    search_fields = ["name", "enterprise_name"]
    ordering = ["-pk"]
    fields = [
        ("name", "phone_shown"),
        ("enterprise", "enterprise_name"),
        ("position", "sex"),
        ("cohort_link", "status"),
        ("chamber", "rank"),
        ("room", "wishes"),
        "reason",
        ("applicant", "created_at"),
    ]
    readonly_fields = [name for pair in fields for name in ([pair] if isinstance(pair, str) else pair)]
    change_form_outer_before_template = "admin/events/campapplication/_phone.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[CampApplication]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related("cohort__camp", "chamber", "enterprise", "applicant")

    @display(description=gettext_lazy("cohort"), ordering="cohort")
    def cohort_shown(self, application: CampApplication) -> str:
        return str(application.cohort)

    @display(description=gettext_lazy("cohort"))
    def cohort_link(self, application: CampApplication) -> str:
        url = reverse("admin:events_cohort_places", args=[application.cohort_id])
        return link(url, application.cohort)

    @display(description=gettext_lazy("mobile phone"))
    def phone_shown(self, application: CampApplication) -> str:
        return shown(application, "phone")


class ReissueForm(ReasonForm):
    name = forms.CharField(label=gettext_lazy("Name as it should stand"), max_length=80)
    field_order = ["name", "reason"]


DECISIONS = (
    Decision(
        "reissue",
        access.may_reissue,
        without_hat(certificate_actions.reissue_certificate),
        gettext_lazy("Correct the name"),
        gettext_lazy("Issued anew."),
        lambda certificate, data, files: ReissueForm(data, initial={"name": certificate.name}),
        explains=gettext_lazy("A new version is issued under the same number; the one before no longer holds."),
        icon="edit",
        is_next=True,
    ),
    Decision(
        "revoke",
        access.may_revoke,
        without_hat(certificate_actions.revoke_certificate),
        gettext_lazy("Revoke"),
        gettext_lazy("Revoked."),
        plain(ReasonForm),
        explains=gettext_lazy("Whoever checks it from now on reads that it was revoked; its holder reads why."),
        icon="block",
        is_grave=True,
    ),
)


@admin.register(Certificate)
class CertificateAdmin(Unchangeable, DecisionAdmin):
    """Issued on the cohort's page; here one is looked up, corrected by a new version, or revoked."""

    decisions = DECISIONS

    list_display = ["serial", "version", "name", "camp_name", "cohort_number", "issued_on", "state_shown"]
    list_display_links = ["serial"]
    list_filter = [
        ("state", ChoicesDropdownFilter),
        ("application__cohort", AutocompleteSelectFilter),
        ("issued_on", RangeDateFilter),
    ]
    search_fields = ["serial", "name", "enterprise_name"]
    ordering = ["-issued_on", "-pk"]
    fields = [
        ("serial", "version"),
        ("name", "enterprise_name"),
        ("camp_name", "cohort_number"),
        ("starts_on", "ends_on"),
        ("attended", "held", "share"),
        ("issuer", "issued_on", "issued_by"),
        ("state", "state_since", "state_reason"),
        "public_page",
    ]
    readonly_fields = [name for pair in fields for name in ([pair] if isinstance(pair, str) else pair)]
    actions_detail = ["paper", "reissue", "revoke"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Certificate]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related("application__participant", "application__cohort__camp", "issued_by")

    @display(description=gettext_lazy("state"), label=CERTIFICATE_COLOURS, ordering="state")
    def state_shown(self, certificate: Certificate) -> tuple[str, str]:
        return certificate.state, certificate.get_state_display()

    @display(description=gettext_lazy("public page"))
    def public_page(self, certificate: Certificate) -> str:
        url = reverse("verify:code", args=[certificate.code])
        shown = certificate_actions.shown_code(certificate.code)
        return link(url, shown, aside=True)

    @action(description=gettext_lazy("Open the PDF"), url_path="paper", icon="picture_as_pdf")
    def paper(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return HttpResponseRedirect(reverse("camps:certificate", args=[object_id]))

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(access.CERTIFY)

    def why_not(self, user: User, record: Certificate) -> str:
        if access.is_own(user, record.application):
            return _("It is your own certificate: somebody else has to do this.")
        return _("It is now “%(status)s”.") % {"status": record.get_state_display()}

    def leads_to(self, record: Certificate, outcome: Certificate) -> Certificate:
        return outcome
