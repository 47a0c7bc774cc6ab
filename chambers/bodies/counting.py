"""户 in each chamber: enterprises with a place in it today, in business or not."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count, QuerySet

from chambers.bodies.models import Affiliation, Chamber
from federation.search.shortlived import Shortlived

# Counting them reads every affiliation: with hundreds of thousands, longer than a page may take.
_kept: Shortlived[dict[int, int]] = Shortlived(60)


def members_by_chamber(chambers: Collection[Chamber] | None = None) -> dict[int, int]:
    """Of these, or of all; who has none isn't in it."""
    standing = Affiliation.objects.on().filter(enterprise__merged_into=None)
    if chambers is not None:
        standing = standing.filter(chamber__in=chambers)
    counted: QuerySet[Affiliation, Any] = standing.order_by().values("chamber")
    return dict(counted.annotate(n=Count("enterprise", distinct=True)).values_list("chamber", "n"))


def kept_members() -> dict[int, int]:
    """Of all chambers, up to a minute old."""
    return _kept.get("all", members_by_chamber)
