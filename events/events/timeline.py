"""What timelines tell of events: an event's own way, and where an enterprise's people were."""

from collections.abc import Iterable

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.events.models import Event
from events.signups.models import EventAttendance
from federation.cases.pages import entries
from federation.portal.contributions import TimelineEntry, timeline_of
from members.enterprises.models import Enterprise


@timeline_of("events.Event")
def steps(event: Event, limit: int) -> Iterable[TimelineEntry]:
    return entries(event.steps, limit)


@timeline_of("members.Enterprise")
def attended(enterprise: Enterprise, limit: int) -> Iterable[TimelineEntry]:
    """One entry for each event that somebody of the enterprise came to."""
    came = EventAttendance.objects.filter(enterprise=enterprise).order_by().values("event").annotate(people=Count("pk"))
    people = dict(came.order_by("-event")[:limit].values_list("event", "people"))
    for event in Event.objects.filter(pk__in=people):
        number = people[event.pk]
        detail = ngettext("%(n)d person came", "%(n)d people came", number) % {"n": number}
        title = _("Event: %(event)s") % {"event": event.title}
        yield TimelineEntry(event.starts_at, title, detail=detail, url=event.get_absolute_url())
