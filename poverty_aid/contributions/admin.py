"""The staff's face of gifts: disputes are settled, confirmations reversed, mistakes corrected by new versions."""

from fractions import Fraction
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse as address
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import action, display
from unfold.enums import ActionVariant

from federation.accounts.models import User
from federation.portal.admin_base import ShownInline
from federation.portal.formats import cn_date, money
from poverty_aid.admin_cases import LINK, CaseAdmin, Decision
from poverty_aid.contributions import access, actions
from poverty_aid.contributions.correcting import correct_contribution, shares_as_givers
from poverty_aid.contributions.forms import CorrectForm, SettleForm, YuanField
from poverty_aid.contributions.models import Confirmation, Contribution, Delivery, Share
from poverty_aid.contributions.parts import progress_of
from poverty_aid.contributions.shares import Giver, in_words
from poverty_aid.contributions.statuses import Status
from poverty_aid.contributions.transitions import FLOW
from poverty_aid.pairings.forms import ReasonForm

# Every status has a place here: the theme shows the bare value of one that hasn't.
STATUS_COLOURS = {
    **dict.fromkeys(Status, ""),
    Status.DELIVERED: "info",
    Status.PARTLY: "info",
    Status.CONFIRMED: "success",
    Status.DISPUTED: "danger",
}


class ShareInline(ShownInline):
    model = Share
    fields = ["giver_name", "part_shown", "chamber", "through"]
    verbose_name_plural = _("shares")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return self.fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Share]:
        return super().get_queryset(request).select_related("chamber")

    @display(description=_("share"))
    def part_shown(self, share: Share) -> str:
        return in_words(Fraction(share.numerator, share.denominator))


class DeliveryInline(ShownInline):
    model = Delivery
    fields = ["delivered_on", "amount", "leg", "receipt_shown", "photo_shown", "note", "replaced_by", "voided_at"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return self.fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        return super().get_queryset(request).select_related("receipt", "photo", "replaced_by")

    @display(description=_("receipt"))
    def receipt_shown(self, delivery: Delivery) -> str:
        return _link(delivery.receipt)

    @display(description=_("photo"))
    def photo_shown(self, delivery: Delivery) -> str:
        return _link(delivery.photo)


def _link(file: Any) -> str:
    if file is None:
        return "—"
    return format_html(
        '<a class="{}" href="{}" target="_blank" rel="noopener">{}</a>', LINK, file.get_absolute_url(), file.name
    )


# --- What is asked --------------------------------------------------------------------------------


class ReverseForm(ReasonForm):
    confirmation = forms.ModelChoiceField(
        label=_("Confirmation"), queryset=Confirmation.objects.none(), empty_label=None
    )
    field_order = ("confirmation", "reason")


class InPlaceForm(forms.Form):
    delivery = forms.ModelChoiceField(label=_("Delivery"), queryset=Delivery.objects.none(), empty_label=None)
    amount = YuanField(label=_("What arrived"))
    note = forms.CharField(
        label=_("Remark"), max_length=300, help_text=_("How you know it: the village's receipt, a telephone call.")
    )


def _reverse_form(gift: Contribution, data: Any, files: Any) -> ReverseForm:
    form = ReverseForm(data)
    standing = [part.confirmation.pk for part in progress_of(gift).parts if part.confirmation]
    form.fields["confirmation"].queryset = Confirmation.objects.filter(pk__in=standing)
    form.fields["confirmation"].label_from_instance = lambda one: f"{money(one.amount)} · {cn_date(one.confirmed_on)}"
    return form


def _in_place_form(gift: Contribution, data: Any, files: Any) -> InPlaceForm:
    form = InPlaceForm(data)
    waiting = [part.delivery.pk for part in progress_of(gift).waiting]
    form.fields["delivery"].queryset = Delivery.objects.filter(pk__in=waiting)
    form.fields["delivery"].label_from_instance = lambda one: f"{money(one.amount)} · {cn_date(one.delivered_on)}"
    return form


def _correct_form(gift: Contribution, data: Any, files: Any) -> CorrectForm:
    initial = {name: getattr(gift, name) for name in CorrectForm.KEPT}
    initial["shares"] = "\n".join(_line(giver) for giver in shares_as_givers(gift))
    return CorrectForm(data, initial=initial)


def _line(giver: Giver) -> str:
    body = giver.enterprise or giver.chamber
    return f"{body.uscc if body else ''} {in_words(giver.part)}"


# --- What is done ---------------------------------------------------------------------------------


def _settle(gift: Contribution, *, by: User, hat: str, form: SettleForm) -> None:
    values = form.cleaned_data
    arrives = values["outcome"] == SettleForm.AGAIN
    actions.settle_dispute(
        gift, by=by, hat=hat, reason=values["reason"], arrives=arrives, amount=values["amount"] if arrives else None
    )


def _reverse(gift: Contribution, *, by: User, hat: str, form: ReverseForm) -> None:
    values = form.cleaned_data
    actions.reverse_confirmation(gift, values["confirmation"], by=by, hat=hat, reason=values["reason"])


def _confirm(gift: Contribution, *, by: User, hat: str, form: InPlaceForm) -> None:
    values = form.cleaned_data
    actions.confirm_delivery(gift, values["delivery"], by=by, hat=hat, amount=values["amount"], note=values["note"])


def _correct(gift: Contribution, *, by: User, hat: str, form: CorrectForm) -> None:
    given = form.cleaned_data["shares"]
    now = {(one.key, one.part) for one in shares_as_givers(gift)}
    changed = {(one.key, one.part) for one in given} != now
    correct_contribution(
        gift,
        by=by,
        hat=hat,
        reason=form.cleaned_data["reason"],
        changes=form.changes(),
        givers=given if given and changed else (),
    )


def _close(gift: Contribution, *, by: User, hat: str, form: ReasonForm) -> None:
    actions.close_contribution_short(gift, by=by, hat=hat, **form.cleaned_data)


def _reason(gift: Contribution, data: Any, files: Any) -> ReasonForm:
    return ReasonForm(data)


def _settle_form(gift: Contribution, data: Any, files: Any) -> SettleForm:
    return SettleForm(data)


@admin.register(Contribution)
class ContributionAdmin(CaseAdmin):
    flow = FLOW
    DECISIONS = {
        "settle": Decision(
            access.may_settle, _settle, _("Settle the dispute"), _("Settled; both sides were told."), _settle_form
        ),
        "correct": Decision(
            access.may_correct, _correct, _("Correct by a new version"), _("A new version stands now."), _correct_form
        ),
        "reverse": Decision(
            access.may_reverse,
            _reverse,
            _("Reverse a confirmation"),
            _("Reversed; the village is asked once more."),
            _reverse_form,
        ),
        "confirm": Decision(
            access.may_confirm, _confirm, _("Confirm in the village's place"), _("Confirmed."), _in_place_form
        ),
        "close": Decision(access.may_close_short, _close, _("Close it short"), _("Closed."), _reason),
    }
    list_display = ["gift_and_giver", "status_shown", "kind", "amount_shown", "village_name", "programme", "due_at"]
    list_display_links = ["gift_and_giver"]
    list_select_related = ["programme"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("kind", ChoicesDropdownFilter),
        "programme",
        "campaign",
        ("county", AutocompleteSelectFilter),
        ("village", AutocompleteSelectFilter),
        ("pledged_on", RangeDateFilter),
    ]
    search_fields = ["village_code__startswith", "=pk"]
    search_help_text = _("First digits of a village's code, or the number of the gift")
    ordering = ["-status_since", "-pk"]
    sortable_by = ["status_shown"]
    fields = [
        ("title", "giver_name"),
        ("kind", "mode"),
        ("pledged_amount", "quantity"),
        "valuation",
        ("village_name", "village_code"),
        ("county", "programme"),
        ("campaign", "intermediary"),
        ("pledged_on", "promised_on"),
        ("status", "status_since"),
        ("pairing_shown", "due_at"),
        ("version", "corrects_shown"),
    ]
    readonly_fields = [
        *("title", "giver_name", "kind", "mode", "pledged_amount", "quantity", "valuation", "village_name"),
        *("village_code", "county", "programme", "campaign", "intermediary", "pledged_on", "promised_on", "status"),
        *("status_since", "pairing_shown", "due_at", "version", "corrects_shown"),
    ]
    inlines = [ShareInline, DeliveryInline]
    actions_detail = ["settle", "correct", "reverse", "confirm", "close"]

    def keeps(self, user: User) -> bool:
        return access.keeps(user)

    def belongs(self, user: User, case: Contribution) -> bool:
        return access.gives(user, case) or access.serves(user, case)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contribution]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related(
            "village__successor", "programme", "campaign", "intermediary", "county", "pairing", "corrects"
        )

    @display(description=_("gift and giver"), header=True)
    def gift_and_giver(self, gift: Contribution) -> list[str]:
        return [gift.title, gift.giver_name]

    @display(description=_("status"), label=STATUS_COLOURS, ordering="status")
    def status_shown(self, gift: Contribution) -> tuple[str, str]:
        return gift.status, gift.get_status_display()

    @display(description=_("pledged (yuan)"))
    def amount_shown(self, gift: Contribution) -> str:
        return str(money(gift.pledged_amount, "yuan"))

    @display(description=_("pairing"))
    def pairing_shown(self, gift: Contribution) -> str:
        return _admin_link(gift.pairing, "pairing")

    @display(description=_("corrects"))
    def corrects_shown(self, gift: Contribution) -> str:
        return _admin_link(gift.corrects, "contribution")

    @action(description=_("Settle the dispute"), url_path="settle", icon="gavel", variant=ActionVariant.PRIMARY)
    def settle(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "settle")

    @action(description=_("Correct by a new version"), url_path="correct", icon="edit_note")
    def correct(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "correct")

    @action(description=_("Reverse a confirmation"), url_path="reverse", icon="undo", variant=ActionVariant.DANGER)
    def reverse(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "reverse")

    @action(description=_("Confirm in the village's place"), url_path="confirm", icon="check")
    def confirm(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "confirm")

    @action(description=_("Close it short"), url_path="close", icon="task_alt")
    def close(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return self.decide(request, object_id, "close")


def _admin_link(row: Any, model: str) -> str:
    if row is None:
        return "—"
    return format_html(
        '<a class="{}" href="{}">{}</a>', LINK, address(f"admin:poverty_aid_{model}_change", args=[row.pk]), row
    )
