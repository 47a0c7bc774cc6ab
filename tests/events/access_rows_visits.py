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
visits:days                                      GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
visits:plan                                      both in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:day                                       GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
visits:change                                    both in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:propose                                   GET  in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:propose                                   POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
visits:confirm_day                               POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
visits:finish_day                                POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
visits:cancel_day                                POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:visit                                     GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
visits:brief                                     GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
visits:brief                                     POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:brief_file                                GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
visits:schedule                                  both in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:call_off                                  POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:note                                      POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
visits:close                                     POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:not_met                                   POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:add_person                                POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:remove_person                             POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
visits:add_photos                                POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:remove_photo                              POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
visits:add_demand                                POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
visits:ours_list                                 GET  in  404 200 200 200 404 404 404 404 404 404 404 404 404
visits:ours                                      GET  in  404 200 200 404 404 404 404 404 404 404 404 404 404
visits:confirm                                   POST in  404 302 403 404 404 404 404 404 404 404 404 404 404
visits:ask                                       POST in  404 200 403 404 404 404 404 404 404 404 404 404 404
visits:chamber_list                              GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
visits:chamber_visit                             GET  in  404 404 404 404 200 404 404 404 404 404 404 404 404
admin:events_leader_changelist                   both in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:events_leader_add                          both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:events_leader_history                      both in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:events_leader_delete                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_leader_change                       GET  in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:events_leader_change                       POST in  404 404 404 404 404 404 404 404 404 403 200 403 200
/admin/events/leader/<path:object_id>/           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_visitday_open_page                  both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_visitday_changelist                 both in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:events_visitday_add                        both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_visitday_history                    both in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:events_visitday_delete                     both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_visitday_change                     GET  in  404 404 404 404 404 404 404 404 404 403 200 200 200
admin:events_visitday_change                     POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/events/visitday/<path:object_id>/         both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_visit_open_page                     both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_visit_export                        GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_visit_changelist                    both in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_visit_add                           both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_visit_history                       both in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_visit_delete                        both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_visit_change                        GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_visit_change                        POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/events/visit/<path:object_id>/            both in  404 404 404 404 404 404 404 404 404 302 302 302 302
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
    "visits:ours_list": lambda world: {},
    "visits:remove_person": lambda world: {**visit(world), "person": world.rows["visit"].people.get().pk},
    "visits:remove_photo": lambda world: {**visit(world), "photo": world.rows["visit"].photos.get().pk},
    "admin:events_visit_export": lambda world: {"kind": "csv"},
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
