"""What a bank's officer fills in. Amounts are typed in 万元, as banks write them, and kept in yuan."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.cases.models import REASON_LENGTH
from federation.portal.fields import DayField, WanField
from services.finance.loans import BankLoan
from services.finance.statuses import RejectReason


class AmountField(WanField):
    """Something, and no more than a bank lends."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"min_value": Decimal("0.000001"), "max_digits": 14} | kwargs)


def _long(label: Any, help_text: Any = "", required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class QuestionForm(forms.Form):
    question = _long(_("What is missing"), _("The enterprise reads this on its phone and answers with papers."))


class ApproveForm(forms.Form):
    amount = AmountField(label=_("Amount (万元)"), help_text=_("The most that may be drawn."))
    rate = forms.DecimalField(
        label=_("Yearly rate (%)"),
        max_digits=6,
        decimal_places=3,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    months = forms.IntegerField(
        label=_("Term (months)"), min_value=1, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    approved_on = DayField(label=_("Approved on"))
    contract_number = forms.CharField(label=_("Contract number"), max_length=60, required=False)

    def __init__(self, *args: Any, loan: BankLoan, **kwargs: Any) -> None:
        asked = loan.application
        kwargs["initial"] = {
            "amount": asked.amount,
            "months": asked.term_months,
            "approved_on": timezone.localdate(),
            **(kwargs.get("initial") or {}),
        }
        super().__init__(*args, **kwargs)


class RejectForm(forms.Form):
    code = forms.ChoiceField(
        label=_("Reason code"),
        help_text=_("Figures count this."),
        choices=[("", _("Please choose")), *RejectReason.choices],
    )
    reason = _long(_("Why not"), _("The enterprise reads this: say what would have to be different."))


class ReferForm(forms.Form):
    reason = _long(_("What the chamber should settle"), _("The chamber and the enterprise read this."))


class CloseForm(forms.Form):
    reason = _long(_("Remark"), _("Needed if nothing was drawn."), required=False)


class DrawdownForm(forms.Form):
    """A tranche; also its correction and its renewal, which ask for a little more."""

    amount = AmountField(label=_("Amount (万元)"))
    drawn_on = DayField(label=_("Drawn on"))
    due_on = DayField(label=_("To be repaid by"), required=False)
    reference = forms.CharField(
        label=_("Bank's reference"),
        help_text=_("The number of the loan receipt: your monthly table is matched by it."),
        max_length=60,
        required=False,
    )

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("amount", "drawn_on", "due_on", "reference")}


class CorrectionForm(DrawdownForm):
    reason = _long(_("Why it is corrected"), _("Both versions stay readable."))


class FollowUpForm(DrawdownForm):
    rate = forms.DecimalField(
        label=_("Yearly rate (%)"),
        max_digits=6,
        decimal_places=3,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def values(self) -> dict[str, Any]:
        return {**super().values(), "rate": self.cleaned_data["rate"]}


class ReversalForm(forms.Form):
    reason = _long(_("Why it is taken back"), _("The whole amount is taken back. Part of it is a correction."))
