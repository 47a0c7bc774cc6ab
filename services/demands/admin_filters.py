"""How the staff narrow the list of demands."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter

from services.demands.models import Demand

OPEN, LATE, DONE = "open", "late", "done"


class StandingFilter(DropdownFilter, SimpleListFilter):
    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(OPEN, _("open")), (LATE, _("open and late")), (DONE, _("no longer open"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Demand]) -> QuerySet[Demand]:
        if self.value() == OPEN:
            return queryset.open()
        if self.value() == LATE:
            return queryset.open().late()
        return queryset.closed() if self.value() == DONE else queryset
