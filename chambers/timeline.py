"""What an enterprise's timeline tells of its applications and chambers."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.bodies.models import Affiliation
from federation.cases.pages import entries, entry_of
from federation.portal.contributions import TimelineEntry, timeline_of
from federation.portal.formats import as_moment
from members.enterprises.models import Enterprise


@timeline_of("members.Enterprise")
def application_steps(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    steps = ApplicationStep.objects.filter(application__enterprise=enterprise)
    for step in steps.select_related("actor").order_by("-at", "-pk")[:limit]:
        url = reverse("admin:chambers_membershipapplication_change", args=[step.application_id])
        yield entry_of(step, prefix=_("Application: "), url=url)


@timeline_of("chambers.MembershipApplication")
def steps_of_application(application: MembershipApplication, limit: int) -> Iterable[TimelineEntry]:
    return entries(application.steps, limit)


@timeline_of("members.Enterprise")
def chambers_joined(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    places = Affiliation.objects.filter(enterprise=enterprise).select_related("chamber")
    for place in places.order_by("-since", "-pk")[:limit]:
        chamber = {"chamber": place.chamber}
        yield TimelineEntry(as_moment(place.since), _("Joined %(chamber)s") % chamber)
        if place.until:
            yield TimelineEntry(as_moment(place.until), _("Left %(chamber)s") % chamber)
