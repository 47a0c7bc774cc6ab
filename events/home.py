"""The next public events, for the start page."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.events.models import Event
from events.events.statuses import Status
from federation.portal.formats import cn_date
from federation.portal.home import HomeItem, HomeSection, home_section

SHOWN = 4


@home_section(position=10)
def next_events() -> HomeSection | None:
    """Those that have a day: one that waits for a new date isn't something to come to yet."""
    now = timezone.now()
    coming = Event.objects.public().coming(now).exclude(status=Status.POSTPONED).filter(starts_at__gte=now)
    shown = coming.order_by("starts_at", "pk").only("pk", "title", "place", "starts_at")[:SHOWN]
    items = [HomeItem(event.title, event.get_absolute_url(), _lead(event), _detail(event)) for event in shown]
    return HomeSection(_("Next events"), items, reverse("events:list"), _("All events"))


def _lead(event: Event) -> str:
    return cn_date(event.starts_at)


def _detail(event: Event) -> str:
    return f"{timezone.localtime(event.starts_at):%H:%M} · {event.place}"
