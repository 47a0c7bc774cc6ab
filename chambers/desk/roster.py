"""A chamber's roster: the enterprises with a place in it today, as its secretary sees them."""

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from chambers.bodies.models import Affiliation, Chamber
from federation.indicators.registry import Scope
from members import indicators as register
from members.enterprises.models import Contact, Enterprise
from members.membership.models import MembershipPeriod

ORDER = ("sort_key", "pk")


def roster_of(chamber: Chamber) -> QuerySet[Enterprise]:
    return Enterprise.objects.current().filter(Exists(_places(chamber)))


def with_details(roster: QuerySet[Enterprise], chamber: Chamber) -> QuerySet[Enterprise]:
    """Adds since when, whether this is its primary chamber, who to call, and until when it is a member."""
    first = Contact.objects.filter(enterprise=OuterRef("pk")).order_by("-is_primary", "pk")
    periods = MembershipPeriod.objects.holding().filter(membership__enterprise=OuterRef("pk"))
    return roster.select_related("town", "membership").annotate(
        place_since=Subquery(_places(chamber).values("since")[:1]),
        is_primary_here=Exists(_places(chamber).filter(is_primary=True)),
        contact_name=Coalesce(Subquery(first.values("name")[:1]), Value("")),
        contact_phone=Coalesce(Subquery(first.values("phone")[:1]), Value("")),
        member_until=Subquery(periods.order_by("-ends_on").values("ends_on")[:1]),
    )


def without_contact(roster: QuerySet[Enterprise]) -> QuerySet[Enterprise]:
    """Those of them whom the register's figure counts: in business, with nobody to call."""
    return roster & register.without_contact(Scope())


def _places(chamber: Chamber, on: datetime.date | None = None) -> QuerySet[Affiliation, Any]:
    return Affiliation.objects.on(on).filter(chamber=chamber, enterprise=OuterRef("pk"))
