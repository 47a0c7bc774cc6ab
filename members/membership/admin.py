"""The staff's face of memberships: the periods of each, and two decisions."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.dataclasses import UnfoldAction
from unfold.decorators import action, display
from unfold.enums import ActionVariant
from unfold.widgets import UnfoldAdminSingleDateWidget, UnfoldAdminTextareaWidget

from federation.portal.admin_base import RecordAdmin, ShownInline, Unchangeable
from federation.search.query import search
from members.enterprises.models import Enterprise
from members.membership.access import decides, may_decide
from members.membership.actions import end_period, grant_period
from members.membership.models import Membership, MembershipPeriod
from members.membership.status import History, Standing, with_standing

# Of what a search finds among the enterprises, so many are looked up among the memberships.
FOUND = 500
COLOURS = {Standing.NEVER: "", Standing.MEMBER: "success", Standing.EXPIRING: "warning", Standing.LAPSED: "danger"}


class StandingFilter(admin.SimpleListFilter):
    title = gettext_lazy("standing today")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str | Promise]]:
        return [(value, label) for value, label in Standing.choices if value != Standing.NEVER]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Membership]) -> QuerySet[Membership]:
        if self.value() not in Standing.values:
            return queryset
        return with_standing(queryset, enterprise="enterprise_id").filter(standing=self.value())


class PeriodInline(ShownInline):
    model = MembershipPeriod
    fields = ["kind", "starts_on", "ends_on", "decided_by", "decided_at", "end_reason"]
    ordering = ["-starts_on"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[MembershipPeriod]:
        return super().get_queryset(request).select_related("decided_by", "membership")


class GrantForm(forms.Form):
    """Without dates the period follows the present one, or starts today, for the usual length."""

    starts_on = forms.DateField(
        label=gettext_lazy("From"),
        required=False,
        widget=UnfoldAdminSingleDateWidget,
        help_text=gettext_lazy("Empty: the day after the present period, or today."),
    )
    ends_on = forms.DateField(
        label=gettext_lazy("To"),
        required=False,
        widget=UnfoldAdminSingleDateWidget,
        help_text=gettext_lazy("Empty: the usual length. This day is included."),
    )


class EndForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("Last day"), widget=UnfoldAdminSingleDateWidget, initial=timezone.localdate)
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=200, widget=UnfoldAdminTextareaWidget(attrs={"rows": 3})
    )


@admin.register(Membership)
class MembershipAdmin(Unchangeable, RecordAdmin):
    """Periods are granted and ended by the buttons, never typed over."""

    list_display = ["number", "enterprise", "kind", "standing_shown", "ends_shown"]
    list_select_related = ["enterprise"]
    list_filter = [StandingFilter, ("kind", ChoicesDropdownFilter)]
    search_fields = ["number"]
    search_help_text = gettext_lazy("Member number, or name or credit code of the enterprise")
    ordering = ["-pk"]
    fields = [("number", "kind"), ("enterprise_shown", "standing_words"), ("first_shown", "since_shown")]
    readonly_fields = ["number", "kind", "enterprise_shown", "standing_words", "first_shown", "since_shown"]
    inlines = [PeriodInline]
    actions_detail = ["grant", "end"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).select_related("enterprise").prefetch_related("periods")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Membership], search_term: str
    ) -> tuple[QuerySet[Membership], bool]:
        text = search_term.replace("\0", "").strip()
        if not text:
            return queryset, False
        by_number = queryset.filter(number__istartswith=text)
        found = search(Enterprise.objects.all(), text).values_list("pk", flat=True)[:FOUND]
        return by_number | queryset.filter(enterprise__in=list(found)), False

    @staticmethod
    def _history(membership: Membership) -> History:
        return History.of(list(membership.periods.all()))

    @display(description=gettext_lazy("standing today"), label=COLOURS)
    def standing_shown(self, membership: Membership) -> tuple[str, str]:
        standing = self._history(membership).standing
        return standing, standing.label

    @display(description=gettext_lazy("standing today"))
    def standing_words(self, membership: Membership) -> Any:
        return self._history(membership).standing.label

    @display(description=gettext_lazy("to"))
    def ends_shown(self, membership: Membership) -> Any:
        return self._history(membership).ends_on

    @display(description=gettext_lazy("first joined on"))
    def first_shown(self, membership: Membership) -> Any:
        return self._history(membership).first_joined_on

    @display(description=gettext_lazy("member without a gap since"))
    def since_shown(self, membership: Membership) -> Any:
        return self._history(membership).member_since

    @display(description=gettext_lazy("enterprise"))
    def enterprise_shown(self, membership: Membership) -> str:
        url = reverse("admin:members_enterprise_change", args=[membership.enterprise_id])
        return format_html('<a class="text-primary-600 underline" href="{}">{}</a>', url, membership.enterprise)

    # --- The buttons --------------------------------------------------------------------------------

    def get_actions_detail(self, request: HttpRequest, object_id: int) -> list[UnfoldAction]:
        membership = self.get_object(request, str(object_id))
        if membership is None or not may_decide(request.user, membership.enterprise):
            return []
        buttons = self._get_base_actions_detail()
        if self._present(membership) is None:
            return [button for button in buttons if button.method.original_function_name != "end"]
        return buttons

    @staticmethod
    def _present(membership: Membership) -> MembershipPeriod | None:
        """The period that could be ended early today."""
        return membership.periods.holding().filter(ends_on__gt=timezone.localdate()).first()

    @action(description=gettext_lazy("Grant a period"), url_path="grant", icon="add", variant=ActionVariant.PRIMARY)
    def grant(self, request: HttpRequest, object_id: int) -> HttpResponse:
        membership = self._load(request, object_id)
        form = GrantForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                period = grant_period(membership.enterprise, by=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, ValidationError(error.messages))
            else:
                messages.success(request, _("Granted: %(period)s.") % {"period": period})
                return self._back(membership)
        return self._ask(request, membership, form, _("Grant a period"))

    @action(description=gettext_lazy("End early"), url_path="end", icon="event_busy", variant=ActionVariant.DANGER)
    def end(self, request: HttpRequest, object_id: int) -> HttpResponse:
        membership = self._load(request, object_id)
        period = self._present(membership)
        if period is None:
            messages.warning(request, _("No period holds today."))
            return self._back(membership)
        form = EndForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                end_period(period, by=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, ValidationError(error.messages))
            else:
                messages.success(request, _("The membership ends early; the reason is kept."))
                return self._back(membership)
        return self._ask(request, membership, form, _("End early"))

    def _load(self, request: HttpRequest, object_id: int) -> Membership:
        if not decides(request.user):
            raise PermissionDenied
        membership = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not may_decide(request.user, membership.enterprise):
            raise PermissionDenied
        return membership

    @staticmethod
    def _back(membership: Membership) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:members_membership_change", args=[membership.pk]))

    def _ask(self, request: HttpRequest, membership: Membership, form: forms.Form, title: str) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": membership,
            "title": title,
            "heading": f"{membership.enterprise} · {membership.number}",
            "form": form,
            "back_url": reverse("admin:members_membership_change", args=[membership.pk]),
        }
        return TemplateResponse(request, "admin/members/membership/decide.html", context)
