"""Filters of the staff's list."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter

from services.finance.statuses import DAYS, LOAN_DAYS


class ClockFilter(DropdownFilter):
    title = _("clock")
    parameter_name = "clock"
    statuses: ClassVar[Collection[str]] = DAYS

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [("late", _("overdue"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "late":
            return queryset.filter(status__in=list(self.statuses), due_at__lt=timezone.now())
        return queryset


class LoanClockFilter(ClockFilter):
    statuses = LOAN_DAYS
