"""How many, without counting a million."""

from collections.abc import Hashable

from django.db.models import QuerySet

from federation.search.shortlived import Shortlived

COUNTED = 1000
SECONDS = 60

kept_counts: Shortlived[int] = Shortlived(SECONDS)


def capped_count(queryset: QuerySet) -> int:
    """Rows, or one more than COUNTED when there are more."""
    return queryset.order_by()[: COUNTED + 1].count()


def kept_count(key: Hashable, queryset: QuerySet) -> int:
    """As capped_count, up to a minute old."""
    return kept_counts.get(key, lambda: capped_count(queryset))


def count_text(count: int) -> str:
    return f"{COUNTED}+" if count > COUNTED else str(count)
