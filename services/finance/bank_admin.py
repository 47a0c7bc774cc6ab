"""Loan cases as staff see them: where each bank has got to. They move at the bank's desk, never here."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter
from unfold.decorators import display

from federation.cases.admin import due_shown
from federation.cases.pages import entries
from federation.portal.admin_base import RecordAdmin, Unchangeable, status_column
from federation.portal.admin_export import ListExported
from federation.portal.contributions import TimelineEntry, timeline_of
from federation.portal.formats import money
from services.finance.admin_filters import LoanClockFilter
from services.finance.loans import BankLoan
from services.finance.statuses import LOAN_TONES, LoanStatus

COLOURS = {"ask": "warning", "done": "success", "wait": "info", "off": ""}


@timeline_of("services.BankLoan")
def steps_of_loan(loan: BankLoan, limit: int) -> list[TimelineEntry]:
    return entries(loan.steps, limit)


@admin.register(BankLoan)
class BankLoanAdmin(ListExported, Unchangeable, RecordAdmin):
    status_shown = status_column(LoanStatus, {status: COLOURS[LOAN_TONES[status]] for status in LoanStatus})
    due_shown = due_shown
    list_display = ["enterprise_and_bank", "status_shown", "kind", "amounts", "due_shown", "status_since"]
    export_columns = (
        *("enterprise_name", "enterprise__uscc", "bank_name", "status", "status_since", "due_at", "kind"),
        *("application__amount", "approved_amount", "rate", "approved_months", "approved_on", "contract_number"),
        *("reject_code", "chamber__name", "town__name", "size_class"),
    )
    list_display_links = ["enterprise_and_bank"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        LoanClockFilter,
        ("bank", AutocompleteSelectFilter),
        ("chamber", AutocompleteSelectFilter),
        ("kind", ChoicesDropdownFilter),
        ("reject_code", ChoicesDropdownFilter),
    ]
    search_fields = ["enterprise__uscc__iexact", "contract_number__iexact"]
    search_help_text = _("Credit code of the enterprise, or the contract's number, whole")
    ordering = ["-status_since", "-pk"]
    sortable_by: list[str] = []
    fields = [
        ("application", "enterprise"),
        ("bank", "status"),
        ("kind", "version"),
        ("approved_amount", "rate"),
        ("approved_months", "approved_on"),
        ("contract_number", "decided_at"),
        ("assigned_by", "assigned_at"),
        ("reject_code", "question"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[BankLoan]:
        return super().get_queryset(request).visible_to(request.user).select_related("application")

    @display(description=_("enterprise"), header=True)
    def enterprise_and_bank(self, loan: BankLoan) -> list[str]:
        return [loan.enterprise_name, loan.bank_name]

    @display(description=_("amount"))
    def amounts(self, loan: BankLoan) -> str:
        return str(money(loan.approved_amount or loan.application.amount))
