"""The invented enterprises by number (`members.demo.firms`), each in its town's chamber."""

from chambers.bodies.models import Affiliation, Chamber
from federation.demo.world import World
from members.demo import firms as numbered
from members.enterprises.models import Enterprise

SHELF = "affiliated firms"


def firms(world: World, count: int) -> list[Enterprise]:
    """The first `count` of them, always the same ones, in the town chambers that `build_chambers` made."""
    found = numbered.firms(world, count)
    chambers: dict[str, Chamber] = world.shelf["chambers"]
    settled: int = world.shelf.get(SHELF, 0)
    rows = [
        Affiliation(chamber=chambers[one.town.code], enterprise=one, since=one.registered_on, is_primary=True)
        for one in found[settled:]
        if one.town and one.registered_on and one.town.code in chambers
    ]
    for row in rows:
        founded_on = row.chamber.founded_on
        row.since = max(row.since, founded_on) if founded_on else row.since
    Affiliation.objects.bulk_create(rows, batch_size=1000)
    world.shelf[SHELF] = max(settled, count)
    return found


def chamber_of(world: World, firm: Enterprise) -> Chamber | None:
    """The chamber of the firm's town."""
    chambers: dict[str, Chamber] = world.shelf["chambers"]
    return chambers.get(firm.town.code) if firm.town else None
