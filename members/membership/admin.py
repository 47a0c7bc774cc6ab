"""The staff's face of memberships: the periods of each, and two decisions."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import display

from federation.accounts.models import User
from federation.cases.admin import DecisionAdmin
from federation.cases.decisions import Decision, plain, without_hat
from federation.portal.admin_base import ShownInline, Unchangeable
from federation.portal.admin_export import ListExported
from federation.portal.admin_theme import link
from federation.portal.fields import DayField
from federation.portal.formats import cn_date
from federation.search.query import search
from members.enterprises.models import Enterprise
from members.membership.access import decides, may_decide
from members.membership.actions import PeriodCannotEnd, end_period, grant_period, revoke_period
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
    fields = ["kind", "starts_on", "ends_on", "decided_by", "decided_at", "end_reason", "revoked_at"]
    ordering = ["-starts_on"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[MembershipPeriod]:
        shown = MembershipPeriod.with_revoked.order_by(*self.ordering).select_related("decided_by", "membership")
        return shown if self.has_view_or_change_permission(request) else shown.none()


class GrantForm(forms.Form):
    """Without dates the period follows the present one, or starts today, for the usual length."""

    starts_on = DayField(
        label=gettext_lazy("From"),
        required=False,
        help_text=gettext_lazy("Empty: the day after the present period, or today."),
    )
    ends_on = DayField(
        label=gettext_lazy("To"),
        required=False,
        help_text=gettext_lazy("Empty: the usual length. This day is included."),
    )


class EndForm(forms.Form):
    on = DayField(label=gettext_lazy("Last day"), initial=timezone.localdate)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


class RevokeForm(forms.Form):
    period = forms.ModelChoiceField(
        label=gettext_lazy("Period"), queryset=MembershipPeriod.objects.none(), empty_label=None
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


def coming(membership: Membership) -> QuerySet[MembershipPeriod]:
    """Periods that haven't begun, the last one first: it can be revoked alone."""
    return membership.periods.filter(starts_on__gt=timezone.localdate()).order_by("-starts_on")


def _revoke_form(membership: Membership, data: Any, files: Any) -> RevokeForm:
    form = RevokeForm(data)
    form.fields["period"].queryset = coming(membership)
    form.fields["period"].label_from_instance = lambda one: f"{cn_date(one.starts_on)} – {cn_date(one.ends_on)}"
    return form


def present(membership: Membership) -> MembershipPeriod | None:
    """The period that could be ended early today."""
    return membership.periods.holding().filter(ends_on__gt=timezone.localdate()).first()


def _grant(membership: Membership, **values: Any) -> MembershipPeriod:
    return grant_period(membership.enterprise, **values)


def _end(membership: Membership, **values: Any) -> MembershipPeriod:
    period = present(membership)
    if period is None:
        raise PeriodCannotEnd(_("No period holds today."))
    return end_period(period, **values)


def _revoke(membership: Membership, *, period: MembershipPeriod, **values: Any) -> MembershipPeriod:
    return revoke_period(period, **values)


DECISIONS = (
    Decision(
        "grant",
        lambda user, membership: may_decide(user, membership.enterprise),
        without_hat(_grant),
        gettext_lazy("Grant a period"),
        gettext_lazy("Granted."),
        plain(GrantForm),
        icon="add",
        is_next=True,
    ),
    Decision(
        "end",
        lambda user, membership: may_decide(user, membership.enterprise) and present(membership) is not None,
        without_hat(_end),
        gettext_lazy("End early"),
        gettext_lazy("The membership ends early; the reason is kept."),
        plain(EndForm),
        explains=gettext_lazy("What was granted after it and hasn't begun is revoked with it."),
        icon="event_busy",
        is_grave=True,
    ),
    Decision(
        "revoke",
        lambda user, membership: may_decide(user, membership.enterprise) and coming(membership).exists(),
        without_hat(_revoke),
        gettext_lazy("Revoke a period to come"),
        gettext_lazy("Revoked; the reason is kept."),
        _revoke_form,
        explains=gettext_lazy("Periods granted after the one you choose are revoked with it."),
        icon="undo",
        is_grave=True,
    ),
)


@admin.register(Membership)
class MembershipAdmin(ListExported, Unchangeable, DecisionAdmin):
    """Periods are granted and ended by the buttons, never typed over."""

    decisions = DECISIONS
    decide_template = "admin/members/membership/decide.html"
    list_display = ["number", "enterprise", "kind", "standing_shown", "ends_shown"]
    export_columns = (
        *("number", "enterprise__name", "enterprise__uscc", "kind"),
        *("standing_words", "first_shown", "since_shown", "ends_shown"),
    )
    list_select_related = ["enterprise"]
    list_filter = [StandingFilter, ("kind", ChoicesDropdownFilter)]
    search_fields = ["number"]
    search_help_text = gettext_lazy("Member number, or name or credit code of the enterprise")
    ordering = ["-pk"]
    fields = [("number", "kind"), ("enterprise_shown", "standing_words"), ("first_shown", "since_shown")]
    readonly_fields = ["number", "kind", "enterprise_shown", "standing_words", "first_shown", "since_shown"]
    inlines = [PeriodInline]

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
        return link(url, membership.enterprise)

    # --- The buttons --------------------------------------------------------------------------------

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return decides(request.user)

    def refuse(self, request: HttpRequest, record: Membership) -> HttpResponse:
        if not may_decide(request.user, record.enterprise):
            raise PermissionDenied
        return super().refuse(request, record)

    def why_not(self, user: User, record: Membership) -> str:
        return _("There is no such period any more.")
