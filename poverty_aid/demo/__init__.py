"""Poverty aid of the demonstration: places and mechanisms are a real report's, firms, people and villages invented."""

from federation.demo.world import World, demo_builder
from poverty_aid.demo.desks import make_desks
from poverty_aid.demo.gifts import make_gifts
from poverty_aid.demo.pairings import make_pairings
from poverty_aid.demo.places import make_places
from poverty_aid.demo.stories import make_stories
from poverty_aid.villages.models import Village


@demo_builder(order=60, holds_data=Village.objects.exists)
def build_poverty_aid(world: World) -> None:
    places = make_places(world)
    pairings = make_pairings(world, places)
    make_gifts(world, places, pairings)
    make_desks(world, places)
    make_stories(world, places)
