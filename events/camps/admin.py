"""The staff's face of camps: programmes, applications and certificates. Cohorts are in cohort_admin.py."""

from collections.abc import Callable

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from events.camps import access, certificate_actions, cohort_admin
from events.camps.forms import ReasonForm
from events.camps.models import Camp, CampApplication, Certificate
from events.camps.statuses import CertificateState, Status
from federation.audit.masking import shown
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.admin_base import PortalModelAdmin, RecordAdmin, Unchangeable

__all__ = ["CampAdmin", "CampApplicationAdmin", "CertificateAdmin", "cohort_admin"]

LINK = "text-primary-600 dark:text-primary-500 underline"
COLOURS = {
    **dict.fromkeys(Status, ""),
    Status.SELECTED: "warning",
    Status.CONFIRMED: "success",
    Status.RECOMMENDED: "info",
    Status.DECLINED: "danger",
}
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

    list_display = ["name", "enterprise_name", "cohort_shown", "chamber_name", "rank", "status_shown", "created_at"]
    list_display_links = ["name"]
    list_select_related = ["cohort__camp"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("cohort", AutocompleteSelectFilter),
        ("chamber", AutocompleteSelectFilter),
    ]
    search_fields = ["name", "enterprise_name"]
    ordering = ["-status_since", "-pk"]
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

    @display(description=gettext_lazy("status"), label=COLOURS, ordering="status")
    def status_shown(self, application: CampApplication) -> tuple[str, str]:
        return application.status, application.get_status_display()

    @display(description=gettext_lazy("cohort"))
    def cohort_link(self, application: CampApplication) -> str:
        url = reverse("admin:events_cohort_places", args=[application.cohort_id])
        return format_html('<a class="{}" href="{}">{}</a>', LINK, url, application.cohort)

    @display(description=gettext_lazy("mobile phone"))
    def phone_shown(self, application: CampApplication) -> str:
        return shown(application, "phone")


class ReissueForm(ReasonForm):
    name = forms.CharField(label=gettext_lazy("Name as it should stand"), max_length=80)
    field_order = ["name", "reason"]


@admin.register(Certificate)
class CertificateAdmin(Unchangeable, RecordAdmin):
    """Issued on the cohort's page; here one is looked up, corrected by a new version, or revoked."""

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
        return format_html('<a class="{}" href="{}" target="_blank" rel="noopener">{}</a>', LINK, url, shown)

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        certificate = self.get_object(request, str(object_id))
        if certificate is None:
            return []
        may = {
            "paper": True,
            "reissue": access.may_reissue(request.user, certificate),
            "revoke": access.may_revoke(request.user, certificate),
        }
        return [one for one in self._get_base_actions_detail() if may[one.method.original_function_name]]

    @action(description=gettext_lazy("Open the PDF"), url_path="paper", icon="picture_as_pdf")
    def paper(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return HttpResponseRedirect(reverse("camps:certificate", args=[object_id]))

    @action(
        description=gettext_lazy("Correct the name"), url_path="reissue", icon="edit", variant=ActionVariant.PRIMARY
    )
    def reissue(self, request: HttpRequest, object_id: int) -> HttpResponse:
        certificate = self._certificate(request, object_id)
        form = ReissueForm(request.POST or None, initial={"name": certificate.name})
        form.fields["name"].widget = UnfoldAdminTextInputWidget()
        return self._ask(
            request,
            certificate,
            form,
            _("Correct the name"),
            _("A new version is issued under the same number; the one before no longer holds."),
            certificate_actions.reissue_certificate,
        )

    @action(description=gettext_lazy("Revoke"), url_path="revoke", icon="block", variant=ActionVariant.DANGER)
    def revoke(self, request: HttpRequest, object_id: int) -> HttpResponse:
        certificate = self._certificate(request, object_id)
        return self._ask(
            request,
            certificate,
            ReasonForm(request.POST or None),
            _("Revoke"),
            _("Whoever checks it from now on reads that it was revoked; its holder reads why."),
            certificate_actions.revoke_certificate,
        )

    def _certificate(self, request: HttpRequest, object_id: int) -> Certificate:
        if not request.user.has_perm(access.CERTIFY):
            raise PermissionDenied
        return get_object_or_404(self.get_queryset(request), pk=object_id)

    def _ask(
        self,
        request: HttpRequest,
        certificate: Certificate,
        form: forms.Form,
        title: str,
        explains: str,
        act: Callable[..., Certificate],
    ) -> HttpResponse:
        form.fields["reason"].widget = UnfoldAdminTextareaWidget(attrs={"rows": 3})
        if form.is_bound and form.is_valid():
            try:
                done = act(certificate, by=request.user, **form.cleaned_data)
            except AlreadyMoved as error:
                messages.warning(request, " ".join(error.messages))
            except CaseError as error:
                messages.error(request, " ".join(error.messages))
            except PermissionDenied:
                messages.error(request, _("It is your own certificate: somebody else has to do this."))
            else:
                messages.success(request, f"{done.serial}: {done.get_state_display()}")
                return HttpResponseRedirect(reverse("admin:events_certificate_change", args=[done.pk]))
            return HttpResponseRedirect(reverse("admin:events_certificate_change", args=[certificate.pk]))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": certificate,
            "title": f"{title} · {certificate}",
            "decision": {"title": title, "explains": explains},
            "form": form,
        }
        return TemplateResponse(request, "admin/events/cohort/decide.html", context)
