"""What a bank says of a product, and how visitors narrow the list."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from federation.portal.fields import DayField
from members.enterprises.choices import SizeClass
from members.enterprises.sections import section_names
from members.partners.models import PartnerOrganisation
from services.finance.bank_actions import HIGHEST_RATE
from services.finance.bank_forms import AmountField
from services.finance.statuses import Guarantee, Kind
from services.products.models import LoanProduct

SIZES = [choice for choice in SizeClass.choices if choice[0] not in (SizeClass.UNKNOWN, SizeClass.NOT_APPLICABLE)]
SECTIONS = "ABCDEFGHIJKLMNOPQRST"


def section_choices() -> list[tuple[str, str]]:
    names = section_names(SECTIONS)
    return [(letter, names.get(letter, letter)) for letter in SECTIONS]


def _several(label: Any, choices: Any, help_text: Any = "", required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, help_text=help_text, required=required, widget=forms.CheckboxSelectMultiple
    )


class ProductForm(forms.ModelForm):
    amount_min = AmountField(label=_("Least amount (万元)"), required=False)
    amount_max = AmountField(label=_("Highest amount (万元)"))
    kinds = _several(_("Kinds of loan"), Kind.choices, required=True)
    guarantees = _several(_("What it may be secured by"), Guarantee.choices, required=True)
    sizes = _several(_("Size classes"), SIZES, _("None ticked: for all sizes."))
    sections = _several(_("Industry sections"), section_choices, _("None ticked: for all industries."))
    opens_on = DayField(label=_("Open from"))
    closes_on = DayField(label=_("Open until"), required=False, help_text=_("Empty: until you say otherwise."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("rate_from", "rate_to"):
            rate = self.initial.get(name)
            if rate is not None:
                # 3.65, not 3.650.
                self.initial[name] = f"{rate.normalize():f}"

    class Meta:
        model = LoanProduct
        fields = (
            "name",
            "summary",
            "amount_min",
            "amount_max",
            "term_min",
            "term_max",
            "rate_from",
            "rate_to",
            "kinds",
            "guarantees",
            "sizes",
            "sections",
            "conditions",
            "opens_on",
            "closes_on",
        )
        widgets = {"conditions": forms.Textarea(attrs={"rows": 5})}

    def clean_amount_min(self) -> Any:
        return self.cleaned_data["amount_min"] or 0

    def clean_rate_from(self) -> Any:
        return self._rate("rate_from")

    def clean_rate_to(self) -> Any:
        return self._rate("rate_to")

    def _rate(self, name: str) -> Any:
        rate = self.cleaned_data[name]
        if rate is not None and not 0 < rate <= HIGHEST_RATE:
            raise forms.ValidationError(
                _("%(rate)s%% a year can't be meant: a rate lies between 0 and %(most)s."),
                params={"rate": rate, "most": HIGHEST_RATE},
            )
        return rate


class ProductFilter(django_filters.FilterSet):
    """Of the open products; each choice also shows what names no limit."""

    bank = django_filters.ModelChoiceFilter(
        label=_("Bank"),
        queryset=PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.BANK, is_active=True),
        empty_label=_("All banks"),
    )
    guarantee = django_filters.ChoiceFilter(
        label=_("Secured by"), choices=Guarantee.choices, empty_label=_("Anything"), method="by_guarantee"
    )
    size = django_filters.ChoiceFilter(
        label=_("Size class"), choices=SIZES, empty_label=_("All sizes"), method="by_size"
    )
    section = django_filters.ChoiceFilter(
        label=_("Industry section"), choices=section_choices, empty_label=_("All sections"), method="by_section"
    )
    amount = django_filters.NumberFilter(label=_("Amount (万元)"), method="by_amount", min_value=0)

    class Meta:
        model = LoanProduct
        fields = ("bank", "guarantee", "size", "section", "amount")

    def by_guarantee(self, found: QuerySet, _name: str, value: str) -> QuerySet:
        return found.filter(Q(guarantees__contains=[value]) | Q(guarantees=[]))

    def by_size(self, found: QuerySet, _name: str, value: str) -> QuerySet:
        return found.filter(Q(sizes__contains=[value]) | Q(sizes=[]))

    def by_section(self, found: QuerySet, _name: str, value: str) -> QuerySet:
        return found.filter(Q(sections__contains=[value]) | Q(sections=[]))

    def by_amount(self, found: QuerySet, _name: str, value: Any) -> QuerySet:
        yuan = value * 10_000
        return found.filter(amount_min__lte=yuan, amount_max__gte=yuan)
