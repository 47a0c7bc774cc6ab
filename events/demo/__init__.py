"""What the federation convened, for the demonstration; all people are invented."""

from events.camps.models import Camp
from events.demo.camps import make_camps
from events.demo.events import make_events
from events.demo.visits import make_visits
from events.events.models import Event
from events.visits.models import VisitDay
from federation.demo.world import World, demo_builder


@demo_builder(order=45, holds_data=Camp.objects.exists)
def build_camps(world: World) -> None:
    make_camps(world)


@demo_builder(order=46, holds_data=VisitDay.objects.exists)
def build_visits(world: World) -> None:
    make_visits(world)


@demo_builder(order=47, holds_data=Event.objects.exists)
def build_events(world: World) -> None:
    make_events(world)
