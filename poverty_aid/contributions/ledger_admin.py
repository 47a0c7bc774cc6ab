"""The ledger: every line that figures are sums of, with the totals of what is filtered, and as a file."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display

from federation.indicators import figures, registry
from federation.indicators.registry import Scope
from federation.portal.admin_base import MOST_COUNTED, PortalModelAdmin, Unchangeable
from federation.portal.admin_export import Exported
from federation.portal.formats import money
from poverty_aid.contributions.models import Kind, LedgerEntry
from poverty_aid.contributions.resources import export_ledger
from poverty_aid.scopes import KIND_OF, gifts

EXPORTS = ("xlsx", "csv")


def _rows(sums: dict[str, Any]) -> list[dict[str, Any]]:
    """A line for each kind there is, and one for gifts of several kinds."""
    rows = [{"label": kind.label, "spoken": money(sums[kind] or 0)} for kind in Kind if kind in sums]
    if len(sums.keys() - {Kind.PURCHASE}) > 1:
        rows.append({"label": _("gifts together"), "spoken": money(gifts(sums))})
    return rows


@admin.register(LedgerEntry)
class LedgerAdmin(Exported, Unchangeable, PortalModelAdmin):
    list_display = [
        *("counted_on", "giver_shown", "kind", "amount_shown", "village", "county", "programme", "campaign"),
        "takes_back",
    ]
    list_select_related = ["village", "county", "programme", "campaign", "contribution", "chamber"]
    list_filter = [
        ("kind", ChoicesDropdownFilter),
        ("mode", ChoicesDropdownFilter),
        "programme",
        "campaign",
        ("county", AutocompleteSelectFilter),
        ("village", AutocompleteSelectFilter),
        ("chamber", AutocompleteSelectFilter),
        ("enterprise", AutocompleteSelectFilter),
        ("counted_on", RangeDateFilter),
    ]
    search_fields = ["=contribution__pk", "village__code__startswith", "=enterprise__uscc"]
    search_help_text = _("A credit code, the first digits of a village's code, or the number of a gift")
    ordering = ["-counted_on", "-pk"]
    sortable_by = ["counted_on"]
    fields = [
        *("contribution", "giver_name", "chamber", "kind", "mode", "amount", "counted_on", "programme", "campaign"),
        *("village", "county", "reverses", "entered_at"),
    ]
    list_before_template = "admin/poverty_aid/_totals.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[LedgerEntry]:
        return super().get_queryset(request).visible_to(request.user)

    @display(description=_("giver"), header=True)
    def giver_shown(self, entry: LedgerEntry) -> list[str]:
        return [entry.giver_name, entry.contribution.title]

    @display(description=_("amount (yuan)"))
    def amount_shown(self, entry: LedgerEntry) -> str:
        return str(money(entry.amount, "yuan"))

    @display(description=_("reversal"), boolean=True)
    def takes_back(self, entry: LedgerEntry) -> bool:
        return entry.reverses_id is not None

    # --- Totals and files --------------------------------------------------------------------------

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        changelist = super().get_changelist_instance(request)
        narrowed = bool(changelist.query or changelist.has_active_filters)
        changelist.totals = self._totals(request, changelist, narrowed)
        return changelist

    def _totals(self, request: HttpRequest, changelist: Any, narrowed: bool) -> list[dict[str, Any]] | None:
        """By kind, and of gifts together; never over all kinds. Of everything they are the portal's figures; of a
        filtered list they are added up while that is cheap, else None: narrow it further, or open the figure."""
        if not narrowed:
            scope = Scope(user=request.user)
            return _rows({kind: figures.total(registry.get(name), scope).figure for name, kind in KIND_OF.items()})
        if changelist.paginator.is_more:
            return None
        found = changelist.get_queryset(request).order_by().values_list("kind").annotate(total=Sum("amount"))
        return _rows(dict(found))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {**(extra_context or {}), "most_counted": MOST_COUNTED})

    def export_file(self, found: QuerySet[LedgerEntry], kind: str) -> HttpResponse:
        return export_ledger(found, kind)
