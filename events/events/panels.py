"""Coming events on an enterprise's desk."""

from collections.abc import Iterable

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.events.models import Event
from events.signups.models import SignUp
from federation.accounts.models import User
from members.desk.panels import Panel, PanelRow, desk_panel
from members.enterprises.models import Enterprise

SHOWN = 5


@desk_panel
def coming_events(user: User, enterprise: Enterprise) -> Iterable[Panel]:
    """What the enterprise's people signed up for, the next first."""
    standing = SignUp.objects.filter(enterprise=enterprise, event__in=Event.objects.coming()).standing()
    counted = standing.order_by("event__starts_at", "event").values("event").annotate(people=Count("pk"))
    rows = list(counted.values_list("event", "people")[: SHOWN + 1])
    events = Event.objects.in_bulk([pk for pk, _people in rows])
    yield Panel(
        "events",
        _("Coming events"),
        [
            PanelRow(
                title=events[pk].title,
                url=events[pk].get_absolute_url(),
                detail=ngettext("%(n)d person", "%(n)d people", people) % {"n": people},
                status=events[pk].get_status_display(),
                tone=events[pk].status_tone,
                at=events[pk].starts_at,
            )
            for pk, people in rows[:SHOWN]
        ],
        counted.count() if len(rows) > SHOWN else len(rows),
        url=reverse("events:mine"),
        empty=_("Your people have signed up for nothing at present."),
        action=(_("See the events"), reverse("events:list")),
    )
