"""How a chamber and a government desk narrow their lists."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from federation.search.query import search
from services.finance.models import FinanceApplication
from services.finance.statuses import Kind, Policy, Status

OVERDUE = "overdue"
CHAMBER_STATUSES = [status for status in Status if status != Status.DRAFT]
DESK_STATUSES = [status for status in CHAMBER_STATUSES if status not in {Status.SUBMITTED, Status.RETURNED}]


class ListFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label=_("Name, pinyin, initials or credit code"), method="by_text")
    status = django_filters.ChoiceFilter(label=_("Status"), choices=[], empty_label=_("All"))
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Kind.choices, empty_label=_("All"))
    policy = django_filters.ChoiceFilter(label=_("Policy support"), choices=Policy.choices, empty_label=_("All"))
    late = django_filters.ChoiceFilter(
        label=_("Clock"), choices=[(OVERDUE, _("overdue"))], empty_label=_("All"), method="by_clock"
    )
    statuses: list[Status] = CHAMBER_STATUSES

    class Meta:
        model = FinanceApplication
        fields = ["q", "status", "kind", "policy", "late"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.filters["status"].extra["choices"] = [(status.value, status.label) for status in self.statuses]

    def by_text(self, queryset: QuerySet[FinanceApplication], _name: str, value: str) -> QuerySet[FinanceApplication]:
        return search(queryset, value.replace("\0", ""), path="enterprise__")

    def by_clock(self, queryset: QuerySet[FinanceApplication], _name: str, value: str) -> QuerySet[FinanceApplication]:
        return queryset.filter(due_at__lt=timezone.now())


class DeskFilter(ListFilter):
    statuses = DESK_STATUSES

    class Meta(ListFilter.Meta):
        pass
