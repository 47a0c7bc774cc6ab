"""The forms of the steps, and of the desks. They check and shape what was typed; actions keep it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from chambers.bodies.models import Chamber
from federation.accounts.phones import normalise_phone
from federation.files.forms import UploadField
from federation.portal.fields import WanField
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.finance.models import EndorsementCheck, FinancePaper
from services.finance.statuses import Guarantee, Kind, Policy, Purpose
from services.finance.units import unit_doubt
from services.finance.uploads import FINANCE_PAPER

LONGEST_TERM = 360


class NeedForm(forms.Form):
    """`doubted` carries the amount that was asked back about, so that a tick counts for that amount alone."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Kind.choices, widget=forms.RadioSelect, initial=Kind.NEW)
    amount = WanField(label=_("Amount (万元)"), help_text=_("In 万元: 500 for five million yuan."), min_value=None)
    meant = forms.BooleanField(label=_("The amount is right as typed"), required=False)
    doubted = forms.CharField(required=False, widget=forms.HiddenInput)
    term_months = forms.IntegerField(
        label=_("Term (months)"),
        help_text=_("A year is 12 months."),
        min_value=1,
        max_value=LONGEST_TERM,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    purpose = forms.ChoiceField(label=_("What for?"), choices=[("", _("Choose")), *Purpose.choices])
    purpose_note = forms.CharField(
        label=_("In a sentence"),
        help_text=_("What the money pays for: the chamber and the bank read this first."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    guarantee = forms.ChoiceField(
        label=_("What can secure it?"),
        help_text=_("Products differ by it; the next page shows which."),
        choices=Guarantee.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, enterprise: Enterprise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enterprise = enterprise
        self.doubt = ""
        typed = self.data.get("doubted") if self.is_bound else (self.initial or {}).get("doubted")
        if not typed:
            del self.fields["meant"]

    def clean_amount(self) -> Decimal:
        amount = self.cleaned_data["amount"]
        if amount <= 0:
            raise ValidationError(_("Please give an amount above nothing."))
        return amount

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        amount = values.get("amount")
        if amount is None:
            return values
        doubt = unit_doubt(amount, self.enterprise)
        confirmed = values.get("meant") and values.get("doubted") == str(amount)
        if doubt and not confirmed:
            self.doubt = doubt
            self.add_error("amount", doubt)
            self._ask_back(amount)
        values["doubted"] = str(amount) if doubt else ""
        return values

    def _ask_back(self, amount: Decimal) -> None:
        """The tick appears, unticked, for this amount."""
        self.data = self.data.copy()
        self.data["doubted"] = str(amount)
        self.data.pop("meant", None)
        if "meant" not in self.fields:
            asked = self.base_fields["meant"]
            names = list(self.fields)
            self.fields["meant"] = type(asked)(label=asked.label, required=False)
            names.insert(names.index("amount") + 1, "meant")
            self.order_fields(names)

    def values(self) -> dict[str, Any]:
        kept = {name: value for name, value in self.cleaned_data.items() if name != "meant"}
        return {**kept, "amount": str(self.cleaned_data["amount"])}


class WishesForm(forms.Form):
    """Products that fit, to be ticked; none is an answer too."""

    products = forms.TypedMultipleChoiceField(
        label=_("Which of them would you like?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["products"].choices = choices


class ContactForm(forms.Form):
    chamber = forms.ModelChoiceField(
        label=_("Which chamber endorses it?"),
        queryset=Chamber.objects.none(),
        help_text=_("Your own chamber; without one, that of your town."),
        empty_label=_("Choose"),
    )
    name = forms.CharField(
        label=_("Name of the contact"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label=_("Mobile phone"),
        help_text=_("The chamber and the bank call this number about the application."),
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, enterprise: Enterprise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = enterprise.affiliations.on().filter(chamber__state=Chamber.State.ACTIVE).values("chamber")
        published = Chamber.objects.published()
        self.fields["chamber"].queryset = published.filter(pk__in=own) if own.exists() else published

    def clean_phone(self) -> str:
        return normalise_phone(self.cleaned_data["phone"])


class PaperForm(forms.Form):
    kind = forms.ChoiceField(label=_("Which paper?"), choices=[("", _("Choose")), *FinancePaper.Kind.choices])
    file = UploadField(purpose=FINANCE_PAPER, label=_("File"))


class BankChoice(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: PartnerOrganisation) -> str:
        return obj.name


class ConsentForm(forms.Form):
    banks = BankChoice(
        label=_("To which banks may the application go?"),
        queryset=PartnerOrganisation.objects.none(),
        help_text=_("Only to those ticked here. You may add others later, and withdraw each."),
        error_messages={"required": _("Please tick at least one bank: without it nobody can be asked.")},
    )
    agreed = forms.BooleanField(
        label=_("The enterprise agrees that its data goes to the banks ticked above."),
        error_messages={"required": _("Without this consent nothing can be passed to a bank.")},
    )

    def __init__(self, *args: Any, without: Iterable[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        banks = PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.BANK, is_active=True)
        self.fields["banks"].queryset = banks.exclude(pk__in=list(without)).order_by("name")


class ReviewForm(forms.Form):
    note = forms.CharField(
        label=_("What has changed since the last version?"),
        max_length=500,
        help_text=_("Who returned it reads this first."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    truth = forms.BooleanField(label=_("What is stated here is true, and I may apply for this enterprise."))

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not version:
            del self.fields["note"]


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        help_text=_("The enterprise reads this: say what to mend."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class AnswerForm(forms.Form):
    """What the bank asked for: words, and up to two papers at once."""

    text = forms.CharField(label=_("Your answer"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(
        label=_("Which paper?"), choices=[("", _("Choose")), *FinancePaper.Kind.choices], required=False
    )
    file = UploadField(purpose=FINANCE_PAPER, label=_("File"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("file") and not values.get("kind"):
            self.add_error("kind", _("Please say which paper it is."))
        return values

    def uploads(self) -> list[tuple[str, Any]]:
        upload = self.cleaned_data.get("file")
        return [(self.cleaned_data["kind"], upload)] if upload else []


class ChecklistForm(forms.Form):
    """One answer and one remark for each item; whether they do is the action's to say."""

    reason = forms.CharField(
        label=_("What else the chamber has to say"),
        max_length=500,
        required=False,
        help_text=_("Government desk, federation and enterprise read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in EndorsementCheck.Item:
            self.fields[item.value] = forms.ChoiceField(
                label=item.label, choices=EndorsementCheck.Answer.choices, widget=forms.RadioSelect
            )
            self.fields[f"{item.value}_remark"] = forms.CharField(
                label=_("Remark"), max_length=300, required=False, widget=forms.TextInput
            )
        self.order_fields([name for name in self.fields if name != "reason"] + ["reason"])

    def answers(self) -> dict[str, tuple[str, str]]:
        return {
            item.value: (self.cleaned_data[item.value], self.cleaned_data[f"{item.value}_remark"])
            for item in EndorsementCheck.Item
        }


class PolicyForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Policy support"),
        choices=[(Policy.CONFIRMED, _("Confirm policy support")), (Policy.DECLINED, _("Decline policy support"))],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Opinion"),
        max_length=500,
        required=False,
        help_text=_("Which policy, or why not. Enterprise and bank read this; a refusal needs it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AssignForm(forms.Form):
    """Banks that the enterprise agreed to and that don't have it yet."""

    banks = BankChoice(
        label=_("Banks"),
        queryset=PartnerOrganisation.objects.none(),
        help_text=_("Only banks that the enterprise agreed to stand here. Each decides on its own."),
    )
    reason = forms.CharField(
        label=_("A word to the bank"),
        max_length=500,
        required=False,
        help_text=_("The enterprise reads this too."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, banks: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["banks"].queryset = banks
