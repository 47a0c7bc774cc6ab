"""Chambers of the demonstration and the applications on their way; all names are invented."""

from chambers.bodies.models import Chamber
from chambers.demo.applications import make_applications
from chambers.demo.bodies import make_affiliations, make_chambers, make_officers
from federation.demo.world import World, demo_builder


@demo_builder(order=20, holds_data=Chamber.objects.exists)
def build_chambers(world: World) -> None:
    chambers = make_chambers(world)
    world.shelf["chambers"] = chambers
    make_affiliations(world, chambers)
    make_officers(world, chambers)
    make_applications(world, chambers)
