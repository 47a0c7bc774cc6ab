"""Enterprises, members and partners of the demonstration; all names are invented."""

from federation.demo.world import World, demo_builder
from members.demo.desks import make_desks
from members.demo.enterprises import make_firms
from members.demo.membership import make_members
from members.demo.people import make_contacts, make_partners, make_representatives
from members.demo.profiles import make_profiles
from members.enterprises.models import Enterprise


@demo_builder(order=10, holds_data=Enterprise.objects.exists)
def build_enterprises(world: World) -> None:
    firms = make_firms(world)
    members = make_members(world, firms)
    held = {firm.enterprise.pk for firm in members}
    world.shelf["firms"], world.shelf["members"] = firms, members
    make_profiles(world, members)
    make_contacts(world, members, [firm for firm in firms if firm.enterprise.pk not in held])
    make_representatives(world, members)
    make_partners(world)
    make_desks(world)
