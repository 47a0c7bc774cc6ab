"""What a figure is narrowed by: read from the address, so that the address can be shared."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from federation.accounts.models import User
from federation.indicators.figures import Breakdown, value_of
from federation.indicators.registry import Indicator, Scope
from federation.portal.fields import DayField


class FigureForm(forms.Form):
    """One choice for each dimension, and the period or the day where the figure has one."""

    def __init__(self, data: QueryDict, indicator: Indicator, offered: Mapping[str, Breakdown], unit: str = "") -> None:
        super().__init__(data)
        self.indicator = indicator
        for dimension in indicator.dimensions:
            cells = offered[dimension.name].cells if dimension.name in offered else []
            choices = [("", _("all")), *((cell.key, str(cell.label)) for cell in cells)]
            self.fields[dimension.name] = forms.ChoiceField(label=dimension.title, choices=choices, required=False)
        if indicator.period:
            self.fields["since"] = DayField(label=_("From"), required=False)
            self.fields["until"] = DayField(label=_("To"), required=False)
        if indicator.as_of:
            self.fields["on"] = DayField(label=_("on"), required=False)

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The period ends before it begins."))
        return self.cleaned_data

    def keys(self) -> dict[str, str]:
        """What of the form says something, as the address says it; what it couldn't understand is left out."""
        self.is_valid()
        return {name: self.data[name] for name in self.fields if self.cleaned_data.get(name)}

    def scope(self, user: User | None) -> Scope:
        self.is_valid()
        stated = self.cleaned_data
        names = [dimension.name for dimension in self.indicator.dimensions if stated.get(dimension.name)]
        return Scope(
            user=user,
            on=stated.get("on"),
            since=stated.get("since"),
            until=stated.get("until"),
            filters={name: value_of(self.indicator.dimension(name), stated[name]) for name in names},
        )
