"""Who opens what of villages, pairings and contributions. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from poverty_aid.contributions.models import Contribution, Delivery
from poverty_aid.pairings.models import Pairing
from poverty_aid.villages.models import Village, VillageName
from tests import cast
from tests.poverty_aid import aid

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "poverty_aid:village": lambda world: {"code": world.rows["aid village"].code},
    "poverty_aid:pairing": lambda world: {"pk": world.rows["pairing"].pk},
    "poverty_aid:pledge_under": lambda world: {"pk": world.rows["pairing"].pk},
    "poverty_aid:contribution": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:deliver": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:withdraw": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:close": lambda world: {"pk": world.rows["gift"].pk},
    "poverty_aid:confirm": lambda world: {"pk": world.rows["gift"].pk, "delivery": world.rows["delivery"].pk},
    "poverty_aid:dispute": lambda world: {"pk": world.rows["gift"].pk, "delivery": world.rows["delivery"].pk},
    "poverty_aid:village_desk": lambda world: {},
    "poverty_aid:villages": lambda world: {},
    "admin:poverty_aid_ledgerentry_export": lambda world: {"kind": "csv"},
}


def settle(world: "World") -> None:
    """The manager's enterprise, paired with the village that logs in, has delivered what the village may confirm."""
    village: Village = aid.village("准入村", partner=world.village)
    VillageName.objects.create(village=village, name="原准入村", code=village.code, until="2020-01-01")
    manager, staff = cast.representative(world.enterprise), aid.keeper()
    world.rows["aid village"] = village
    pairing: Pairing = aid.pairing_in("under_way", manager, village, staff, enterprise=world.enterprise)
    gift: Contribution = aid.pledged(manager, village, 100, pairing=pairing, givers=[aid.Giver(world.enterprise)])
    delivery: Delivery = aid.delivered(gift, manager)
    gift.refresh_from_db()
    world.rows |= {"pairing": pairing, "gift": gift, "delivery": delivery}
    aid.confirmed_gift(manager, village, 7, givers=[aid.Giver(world.enterprise)])
