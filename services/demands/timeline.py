"""What the timelines of a demand and of its enterprise tell."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from federation.cases.pages import entry_of
from federation.portal.contributions import TimelineEntry, timeline_of
from members.enterprises.models import Enterprise
from services.demands import pages
from services.demands.models import Demand, DemandStep


@timeline_of("services.Demand")
def steps_of_demand(demand: Demand, limit: int) -> Iterable[TimelineEntry]:
    return pages.entries(demand)[:limit]


@timeline_of("members.Enterprise")
def demands_of_enterprise(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    """Where each began and ended; the steps between stand on its own page."""
    ends = ["raised", "closed", "reopened", "withdrawn"]
    steps = DemandStep.objects.filter(demand__enterprise=enterprise, to_status__in=ends)
    for step in steps.select_related("actor", "demand").order_by("-at", "-pk")[:limit]:
        url = reverse("admin:services_demand_change", args=[step.demand_id])
        yield entry_of(step, prefix=_("Demand “%(title)s”: ") % {"title": step.demand.title}, url=url)
