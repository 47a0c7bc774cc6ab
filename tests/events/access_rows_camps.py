"""Who opens what of training camps and certificates. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from events.camps.statuses import CohortStatus, Status
from tests.events import camp_cast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "camps:cohort": lambda world: {"pk": world.rows["cohort"].pk},
    "camps:apply": lambda world: {"pk": world.rows["cohort"].pk},
    "camps:sessions": lambda world: {"pk": world.rows["running"].pk},
    "camps:roll": lambda world: {"pk": world.rows["session"].pk},
    "camps:tick": lambda world: {"pk": world.rows["session"].pk},
    "camps:untick": lambda world: {"pk": world.rows["session"].pk, "application": world.rows["student"].pk},
    "camps:application": lambda world: {"pk": world.rows["place"].pk},
    "camps:confirm": lambda world: {"pk": world.rows["place"].pk},
    "camps:withdraw": lambda world: {"pk": world.rows["place"].pk},
    "camps:wishes": lambda world: {"pk": world.rows["place"].pk},
    "camps:certificate": lambda world: {"pk": world.rows["certificate"].pk},
    "camps_chamber:": lambda world: {"pk": world.rows["place"].pk},
    "camps_chamber:cohort": lambda world: {"pk": world.rows["cohort"].pk},
    "verify:code": lambda world: {"code": world.rows["certificate"].code},
    "verify:code#none": lambda world: {"code": "NOBODYSCODE"},
    "admin:events_cohort_": lambda world: {
        "pk": world.rows["running"].pk,
        "object_id": world.rows["running"].pk,
    },
    "admin:events_campapplication_": lambda world: {"object_id": world.rows["place"].pk},
    "admin:events_certificate_": lambda world: {"object_id": world.rows["certificate"].pk},
}


def settle(world: "World") -> None:
    """A place that waits for the chamber, and one with a certificate at a camp that goes on."""
    manager = world.people["manager"]
    belongs = {"chamber": world.chamber, "enterprise": world.enterprise, "applicant": manager}
    world.rows["cohort"] = camp_cast.cohort(quota=50)
    world.rows["place"] = camp_cast.place(world.rows["cohort"], Status.APPLIED, user=manager, **belongs)
    world.rows["running"] = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    world.rows["session"] = world.rows["running"].sessions.get()
    world.rows["student"] = camp_cast.place(world.rows["running"], Status.CONFIRMED, **belongs)
    world.rows["certificate"] = camp_cast.certificate(world.rows["student"])
    camp_cast.keep_seats(world.rows["cohort"], world.chamber, 2)
