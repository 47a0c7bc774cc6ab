"""The staff's face of gifts: disputes are settled, confirmations reversed, mistakes corrected by new versions."""

from fractions import Fraction
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse as address
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display

from federation.accounts.hats import staff_hat
from federation.cases.decisions import Decision, plain
from federation.portal.admin_base import ShownInline, status_column
from federation.portal.admin_theme import file_link, in_theme, link
from federation.portal.formats import cn_date, money
from poverty_aid.admin_cases import AidCaseAdmin
from poverty_aid.contributions import access, actions
from poverty_aid.contributions.correcting import correct_contribution, shares_as_givers
from poverty_aid.contributions.forms import CorrectForm, ReplaceForm, SettleForm, StaffPledgeForm, YuanField
from poverty_aid.contributions.models import Confirmation, Contribution, Delivery, Share
from poverty_aid.contributions.parts import progress_of
from poverty_aid.contributions.pledging import pledge_contribution
from poverty_aid.contributions.shares import Giver, in_words
from poverty_aid.contributions.statuses import Status
from poverty_aid.contributions.transitions import FLOW
from poverty_aid.pairings.forms import ReasonForm
from poverty_aid.pairings.models import Pairing


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
        return file_link(delivery.receipt)

    @display(description=_("photo"))
    def photo_shown(self, delivery: Delivery) -> str:
        return file_link(delivery.photo)


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


class ReplaceInAdminForm(ReplaceForm):
    delivery = forms.ModelChoiceField(label=_("Delivery"), queryset=Delivery.objects.none(), empty_label=None)
    field_order = ("delivery",)


def _replace_form(gift: Contribution, data: Any, files: Any) -> ReplaceInAdminForm:
    found = [part.delivery for part in progress_of(gift).replaceable]
    form = ReplaceInAdminForm(data, files, initial=ReplaceForm.initial_of(found[-1]) if len(found) == 1 else None)
    form.fields["delivery"].queryset = Delivery.objects.filter(pk__in=[one.pk for one in found])
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


def _settled(form: SettleForm) -> dict[str, Any]:
    values = form.cleaned_data
    arrives = values["outcome"] == SettleForm.AGAIN
    return {"reason": values["reason"], "arrives": arrives, "amount": values["amount"] if arrives else None}


def _corrected(form: CorrectForm) -> dict[str, Any]:
    values = form.cleaned_data
    return {"reason": values["reason"], "changes": form.changes(), "givers": values["shares"]}


def _correct(gift: Contribution, *, givers: list[Giver], **values: Any) -> Contribution:
    """Shares that are written as they stand aren't changed."""
    now = {(one.key, one.part) for one in shares_as_givers(gift)}
    return correct_contribution(gift, givers=() if {(one.key, one.part) for one in givers} == now else givers, **values)


DECISIONS = (
    Decision(
        "settle",
        access.may_settle,
        actions.settle_dispute,
        _("Settle the dispute"),
        _("Settled; both sides were told."),
        plain(SettleForm),
        _settled,
        icon="gavel",
        is_next=True,
    ),
    Decision(
        "replace",
        access.may_replace,
        actions.replace_delivery,
        _("Correct a delivery"),
        _("Corrected. The village is asked to confirm it as it stands now."),
        _replace_form,
        icon="edit_document",
    ),
    Decision(
        "correct",
        access.may_correct,
        _correct,
        _("Correct by a new version"),
        _("A new version stands now."),
        _correct_form,
        _corrected,
        icon="edit_note",
    ),
    Decision(
        "reverse",
        access.may_reverse,
        actions.reverse_confirmation,
        _("Reverse a confirmation"),
        _("Reversed; the village is asked once more."),
        _reverse_form,
        icon="undo",
        is_grave=True,
    ),
    Decision(
        "confirm",
        access.may_confirm,
        actions.confirm_delivery,
        _("Confirm in the village's place"),
        _("Confirmed."),
        _in_place_form,
        icon="check",
    ),
    Decision(
        "close",
        access.may_close_short,
        actions.close_contribution_short,
        _("Close it short"),
        _("Closed."),
        plain(ReasonForm),
        icon="task_alt",
    ),
)


@admin.register(Contribution)
class ContributionAdmin(AidCaseAdmin):
    access = access
    decisions = DECISIONS
    flow = FLOW
    status_shown = status_column(
        Status,
        {
            Status.DELIVERED: "info",
            Status.PARTLY: "info",
            Status.CONFIRMED: "success",
            Status.DISPUTED: "danger",
        },
    )
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

    # --- A pledge in a giver's name -----------------------------------------------------------------

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.keeps(request.user)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What a giver promised by letter or telephone, under the pairing that the address names or under none. The
        first step keeps who entered it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        pairing = _pairing_of(request)
        form = StaffPledgeForm(request.POST if request.method == "POST" else None, pairing=pairing)
        if form.is_bound and form.is_valid():
            try:
                made = pledge_contribution(
                    form.pledge(),
                    form.givers(),
                    by=request.user,
                    reason=form.cleaned_data["reason"],
                    hat=staff_hat(request),
                )
            except ValidationError as error:
                form.add_error(None, ValidationError(error.messages))
            else:
                messages.success(request, _("Pledged; giver and village were told."))
                return self.back_to(made)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Pledge for a giver"),
            "original": pairing or "",
            "form": in_theme(form),
            "back": address("admin:poverty_aid_contribution_changelist"),
        }
        return TemplateResponse(request, "admin/poverty_aid/contribution/pledge.html", context)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contribution]:
        found = super().get_queryset(request).visible_to(request.user)
        return found.select_related(
            "village__successor", "programme", "campaign", "intermediary", "county", "pairing", "corrects"
        )

    @display(description=_("gift and giver"), header=True)
    def gift_and_giver(self, gift: Contribution) -> list[str]:
        return [gift.title, gift.giver_name]

    @display(description=_("pledged (yuan)"))
    def amount_shown(self, gift: Contribution) -> str:
        return str(money(gift.pledged_amount, "yuan"))

    @display(description=_("pairing"))
    def pairing_shown(self, gift: Contribution) -> str:
        return _admin_link(gift.pairing, "pairing")

    @display(description=_("corrects"))
    def corrects_shown(self, gift: Contribution) -> str:
        return _admin_link(gift.corrects, "contribution")


def _pairing_of(request: HttpRequest) -> Pairing | None:
    """Raises Http404 for a number that is no pairing's."""
    asked = request.GET.get("pairing", "")
    if not asked:
        return None
    visible = Pairing.objects.visible_to(request.user).select_related("enterprise", "chamber", "village__successor")
    return get_object_or_404(visible, pk=int(asked) if asked.isdecimal() and len(asked) < 19 else 0)


def _admin_link(row: Any, model: str) -> str:
    return link(address(f"admin:poverty_aid_{model}_change", args=[row.pk]), row) if row else "—"
