"""Places and the waiting list. Whatever gives or frees a place holds the event's gate (Places) while it does."""

import datetime
from functools import cache

from django.db import connection, transaction
from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from events.events.errors import EventError, QuotaTooSmall
from events.events.flow import hold, hold_places
from events.events.models import Event, Places
from events.events.statuses import COMING
from events.signups.models import SignUp
from events.signups.statuses import Status
from federation.accounts.models import User
from members.enterprises.models import Enterprise

# Who it is, a place, and the row in one statement, whether one is free or not: hundreds wait for this gate one after
# the other, and none of them for what Python does in between. The number is the locked row's: the one that the UPDATE
# sees first is as old as the statement, and the table's check would refuse one more of that.
TAKE_OWN = """
WITH gate AS (
    SELECT event_id, taken, quota IS NULL OR taken < quota AS is_free
    FROM events_places
    WHERE event_id = %(event)s AND accepts AND (
        per_enterprise IS NULL OR %(enterprise)s::bigint IS NULL OR %(held)s AND per_enterprise > (
            SELECT count(*) FROM events_signup
            WHERE event_id = %(event)s AND enterprise_id = %(enterprise)s AND status IN (%(going)s, %(waiting)s)
        )
    )
    FOR UPDATE
), written AS (
    INSERT INTO events_signup (
        event_id, participant_id, name, sort_key, enterprise_id, enterprise_name, signed_up_by_id, reason,
        status, status_since, queued_at
    )
    SELECT gate.event_id, who.id, who.name, who.sort_key, %(enterprise)s, %(enterprise_name)s, %(user)s, '',
        CASE WHEN is_free THEN %(going)s ELSE %(waiting)s END, clock_timestamp(), clock_timestamp()
    FROM gate CROSS JOIN events_participant who
    WHERE who.user_id = %(user)s AND (%(enterprise)s::bigint IS NULL OR who.enterprise_id = %(enterprise)s)
    ON CONFLICT (event_id, participant_id) DO NOTHING
    RETURNING *
)
UPDATE events_places SET taken = gate.taken + (written.status = %(going)s)::int FROM written JOIN gate USING (event_id)
WHERE events_places.event_id = gate.event_id
RETURNING {columns}
"""


def take_own(event: Event, user: User, enterprise: Enterprise | None, *, held: bool = False) -> SignUp | None:
    """Write this person's first sign-up for the event, with a place or at the end of the line.

    None, and nothing is written, where the gate is shut, where they have answered already, where what is known of them
    as a participant is to be written first, and where their enterprise has as many as it may. These can be counted only
    if the gate is `held` before; else None wherever there is such a limit.
    """
    values = {
        "event": event.pk,
        "user": user.pk,
        "enterprise": enterprise.pk if enterprise else None,
        "enterprise_name": enterprise.name if enterprise else "",
        "held": held,
        "going": Status.GOING,
        "waiting": Status.WAITING,
    }
    statement, fields = _take_own()
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
    if row is None:
        return None
    signup: SignUp = SignUp.from_db(connection.alias, fields, row)
    signup.event, signup.enterprise, signup.signed_up_by = event, enterprise, user
    return signup


@cache
def _take_own() -> tuple[str, list[str]]:
    """The statement, and the fields in the order in which it returns them: `raw` would find them out each time."""
    fields = SignUp._meta.concrete_fields
    columns = ", ".join(f"written.{field.column}" for field in fields)
    return TAKE_OWN.format(columns=columns), [field.attname for field in fields]


def hold_open(event: Event) -> Places:
    """The gate, held until the transaction ends. Raises EventError when it was shut meanwhile."""
    places = hold_places(event)
    if not places.accepts:
        raise EventError(_("Sign-up for this event has ended."))
    return places


def database_time() -> datetime.datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def take(places: Places, wanted: int) -> int:
    """Take up to `wanted` places of the gate that is held; returns how many there were."""
    given = wanted if places.left is None else min(wanted, places.left)
    places.taken += given
    places.save(update_fields=["taken"])
    return given


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
