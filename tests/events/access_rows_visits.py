"""Who opens what of the Thursdays' visit days. How a piece is written: tests/access_table.py."""

import datetime
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from events.visits import recording
from tests.events import visit_rows

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
"""


def visit(world: "World") -> dict[str, Any]:
    return {"pk": world.rows["visit"].pk}


def day(world: "World") -> dict[str, Any]:
    return {"pk": world.rows["visit"].day_id}


def ahead(world: "World") -> dict[str, Any]:
    return {"pk": world.rows["visit ahead"].pk}


ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "visits:": visit,
    "visits:day": day,
    "visits:change": day,
    "visits:propose": day,
    "visits:confirm_day": day,
    "visits:finish_day": day,
    "visits:cancel_day": day,
    "visits:ours": ahead,
    "visits:confirm": ahead,
    "visits:ask": ahead,
    "visits:chamber_visit": ahead,
    "visits:remove_person": lambda world: {**visit(world), "person": world.rows["visit"].people.get().pk},
    "visits:remove_photo": lambda world: {**visit(world), "photo": world.rows["visit"].photos.get().pk},
}


def settle(world: "World") -> None:
    """A visit to the enterprise that is being written up today, and one in a week that waits for an answer."""
    clerk = world.people["services"]
    today, firm = timezone.localdate(), world.enterprise
    world.rows["visit"] = here = visit_rows.visit(firm, today, by=clerk)
    world.rows["visit ahead"] = visit_rows.visit(firm, today + datetime.timedelta(days=7), by=clerk)
    recording.add_person(here, by=clerk, name="在场人", side="enterprise")
    recording.add_photos(here, by=clerk, uploads=[visit_rows.photo()])
    recording.raise_on_visit(here, by=clerk, title="缺技工", text="招不到数控技工。", key=uuid.uuid4())
