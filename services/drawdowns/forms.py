"""Bringing a bank's table, and narrowing the ledger."""

import datetime
from typing import Any

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.files.forms import UploadField
from federation.portal.fields import DayField, DayInput
from services.drawdowns.models import Drawdown
from services.drawdowns.uploads import DRAWDOWN_TABLE
from services.finance.statuses import Kind


def last_month(today: datetime.date) -> tuple[datetime.date, datetime.date]:
    until = today.replace(day=1) - datetime.timedelta(days=1)
    return until.replace(day=1), until


class TableForm(forms.Form):
    table = UploadField(
        purpose=DRAWDOWN_TABLE,
        label=_("Table"),
        help_text=_(
            "XLSX or CSV with a header: credit code, amount, day of the drawdown; also name, kind, day of repayment,"
            " rate and the bank's reference."
        ),
    )
    since = DayField(
        label=_("From"), help_text=_("The table is whole for this period: what is missing in it is shown.")
    )
    until = DayField(label=_("To"))
    unit = forms.ChoiceField(
        label=_("Amounts without a unit are in"),
        choices=[("wan", _("万元")), ("yuan", _("yuan")), ("yi", _("亿元"))],
        initial="wan",
        help_text=_("A unit in the header or in the cell counts first."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        since, until = last_month(timezone.localdate())
        kwargs["initial"] = {"since": since, "until": until, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The period ends before it begins."))
        return self.cleaned_data

    def values(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return {"upload": cleaned["table"], **{name: cleaned[name] for name in ("since", "until", "unit")}}


class LedgerFilter(django_filters.FilterSet):
    since = django_filters.DateFilter(
        label=_("From"),
        field_name="drawn_on",
        lookup_expr="gte",
        widget=DayInput,
    )
    until = django_filters.DateFilter(
        label=_("To"),
        field_name="drawn_on",
        lookup_expr="lte",
        widget=DayInput,
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Kind.choices, empty_label=_("All kinds"))
    uscc = django_filters.CharFilter(label=_("Unified social credit code"), lookup_expr="iexact")

    class Meta:
        model = Drawdown
        fields = ("since", "until", "kind", "uscc")
