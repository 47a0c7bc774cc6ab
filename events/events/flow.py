"""The way of an event; see federation/cases/flow.py. Its gate is locked before it is."""

from collections.abc import Callable

from events.events.models import Event, EventStep, Places
from events.events.statuses import DAYS, MOVES, Status
from federation.accounts.models import User
from federation.cases.flow import Flow

FLOW = Flow(
    model=Event,
    step_model=EventStep,
    case_field="event",
    moves=MOVES,
    related=("chamber", "series"),
    days=DAYS,
)
TAKES_SIGNUPS = frozenset({Status.PUBLISHED, Status.OPEN})


def hold_places(event: Event) -> Places:
    """The gate, held until the transaction ends: no sign-up begins or ends meanwhile."""
    return Places.objects.select_for_update().get(event_id=event.pk)


def hold(event: Event) -> tuple[Event, Places]:
    places = hold_places(event)
    held = FLOW.hold(event)
    held.places = places
    return held, places


def locked(event: Event, to: str, by: User, may: Callable[[User, Event], bool]) -> Event:
    """As Flow.locked, with the gate held first."""
    places = hold_places(event)
    held = FLOW.locked(event, to, by, may)
    held.places = places
    return held


def move(held: Event, to: str, *, by: User | None, hat: str = "", reason: str = "", **values: object) -> EventStep:
    """As Flow.move; opens or shuts the gate with it."""
    step = FLOW.move(held, to, by=by, hat=hat, reason=reason, **values)
    accepts = held.takes_signups and to in TAKES_SIGNUPS
    if held.places.accepts != accepts:
        held.places.accepts = accepts
        held.places.save(update_fields=["accepts"])
    return step
