"""Places and the waiting list. Whatever gives or frees a place holds the event's gate (Places) while it does."""

from django.db import connection, transaction
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from events.events.errors import EventError, QuotaTooSmall
from events.events.flow import hold
from events.events.models import Event, Places
from events.events.statuses import COMING
from events.signups.models import SignUp
from events.signups.statuses import Status

# One statement, whether there are enough places or none: it is what everybody waits for, one after the other.
TAKE = """
WITH gate AS (
    SELECT event_id, taken, LEAST(GREATEST(COALESCE(quota - taken, %(wanted)s), 0), %(wanted)s) AS given
    FROM events_places WHERE event_id = %(event)s AND accepts FOR UPDATE
)
UPDATE events_places SET taken = gate.taken + gate.given FROM gate
WHERE events_places.event_id = gate.event_id RETURNING gate.given
"""


def take(event_id: int, wanted: int) -> int:
    """Take up to `wanted` places; returns how many there were. Holds the gate until the transaction ends.

    Raises EventError when the gate was shut meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute(TAKE, {"event": event_id, "wanted": wanted})
        row = cursor.fetchone()
    if row is None:
        raise EventError(_("Sign-up for this event has ended."))
    return row[0]


def give_back(event: Event, places: Places) -> list[SignUp]:
    """Free one place of the gate that is held, and pass it on; returns who got it."""
    places.taken -= 1
    places.save(update_fields=["taken"])
    return promote(event, places)


def promote(event: Event, places: Places) -> list[SignUp]:
    """Give free places to the waiting list, in its order, as long as the event hasn't begun; each is told."""
    from events.signups.messages import tell_promoted

    now = timezone.now()
    if event.status not in COMING or event.starts_at <= now:
        return []
    line = SignUp.objects.filter(event=event).in_line()
    found = list(line.select_related("participant__user", "signed_up_by")[: places.left])
    if not found:
        return []
    SignUp.objects.filter(pk__in=[one.pk for one in found]).update(status=Status.GOING, status_since=now)
    places.taken += len(found)
    places.save(update_fields=["taken"])
    for one in found:
        one.status, one.status_since = Status.GOING, now
        tell_promoted(event, one)
    return found


def miscounted() -> QuerySet[Places]:
    """Gates whose kept number isn't that of the people with a place, which is added as `counted`."""
    going = SignUp.objects.filter(event=OuterRef("event")).going().order_by().values("event")
    number = Subquery(going.annotate(number=Count("pk")).values("number"))
    return Places.objects.annotate(counted=Coalesce(number, 0)).exclude(taken=F("counted")).order_by("event")


@transaction.atomic
def recount(event: Event) -> list[SignUp]:
    """Count the places taken anew; returns who got one of those that turned out to be free.

    Raises QuotaTooSmall where more people have a place than there are: the organisers have to find more.
    """
    held, places = hold(event)
    counted = SignUp.objects.filter(event=held).going().count()
    if counted == places.taken:
        return []
    if places.quota is not None and counted > places.quota:
        raise QuotaTooSmall(_("There can't be fewer places than people who have one."))
    places.taken = counted
    places.save(update_fields=["taken"])
    return promote(held, places)
