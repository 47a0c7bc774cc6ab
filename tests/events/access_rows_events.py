"""Who opens what of events, series and sign-ups. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from events.events.models import Audience, Event, Series
from events.events.statuses import Status
from events.signups.door import door_code
from tests.events import gatherings

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
events:list                                      GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
events:calendar                                  GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
events:feed                                      GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
events:mine                                      GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
events:cancel                                    POST in  404 302 404 404 302 404 404 404 404 403 302 403 403
events:check_in                                  both 200 200 200 200 200 200 200 200 200 200 200 200 200 200
events:page                                      GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
events:page#planned                              GET  404 404 404 404 404 200 404 404 404 404 200 200 200 200
events:page#hidden                               GET  404 404 404 404 404 200 200 404 404 404 200 200 200 200
events:ical                                      GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
events:sign_up                                   GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
events:sign_up                                   POST in  302 200 200 200 302 302 302 302 302 302 302 302 302
events:decline                                   GET  in  404 404 404 404 200 200 404 404 404 200 200 200 200
events:decline                                   POST in  404 404 404 404 302 302 404 404 404 302 302 302 302
events:door                                      GET  in  403 403 403 403 200 403 403 403 403 200 200 200 200
events:tick                                      POST in  403 403 403 403 302 403 403 403 403 403 302 403 403
events:untick                                    POST in  403 403 403 403 302 403 403 403 403 403 302 403 403
events:walk_in                                   both in  403 403 403 403 200 403 403 403 403 403 200 403 403
events:write                                     both in  403 403 403 403 200 403 403 403 403 403 200 403 403
events:code                                      GET  in  403 403 403 403 200 403 403 403 403 403 200 403 403
events:code_picture                              GET  in  403 403 403 403 200 403 403 403 403 403 200 403 403
events:sheet                                     GET  in  403 403 403 403 200 403 403 403 403 200 200 200 200
chamber_events:list                              GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_events:new                               both in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_events:event                             GET  in  404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_events:edit                              both in  404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_events:act                               both in  404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_events:act#submit                        both in  404 404 404 404 302 404 404 404 404 404 404 404 404
admin:events_event_submit                        GET  in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_submit                        POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
admin:events_event_approve                       GET  in  404 404 404 404 404 404 404 404 404 200 200 403 403
admin:events_event_approve                       POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
admin:events_event_send_back                     both in  404 404 404 404 404 404 404 404 404 200 200 403 403
admin:events_event_open_door                     GET  in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_open_door                     POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
admin:events_event_set_places                    GET  in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_set_places                    POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
admin:events_event_close                         GET  in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_close                         POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
admin:events_event_reopen                        GET  in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_reopen                        POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
admin:events_event_reschedule                    both in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_sum_up                        both in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_archive                       GET  in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_archive                       POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
admin:events_event_postpone                      both in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_cancel                        both in  404 404 404 404 404 404 404 404 404 302 200 403 403
admin:events_event_people                        both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_event_export                        GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_event_changelist                    both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_event_add                           both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_event_history                       both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_event_delete                        both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_event_change                        GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_event_change                        POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
/admin/events/event/<path:object_id>/            both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_series_changelist                   both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_series_add                          both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_series_history                      both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_series_delete                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_series_change                       GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_series_change                       POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
/admin/events/series/<path:object_id>/           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_signup_export                       GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_signup_changelist                   both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_signup_add                          both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_signup_history                      both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_signup_delete                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_signup_change                       GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_signup_change                       POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/events/signup/<path:object_id>/           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_eventattendance_changelist          both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_eventattendance_add                 both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_eventattendance_history             both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_eventattendance_delete              both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_eventattendance_change              GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_eventattendance_change              POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/events/eventattendance/<path:object_id>/  both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_participant_changelist              both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_participant_add                     both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_participant_history                 both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_participant_delete                  both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_participant_change                  GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_participant_change                  POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/events/participant/<path:object_id>/      both in  404 404 404 404 404 404 404 404 404 302 302 302 302
"""


def of(which: str, key: str = "pk", **more: Any) -> "Callable[[World], dict[str, Any]]":
    return lambda world: {key: world.rows["events"][which].pk, **more}


def at_the_door(world: "World") -> dict[str, Any]:
    events = world.rows["events"]
    signup, attendance = world.rows["event signups"]
    return {"pk": events["door"].pk, "signup": signup.pk, "attendance": attendance.pk}


ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "events:": of("open"),
    "events:page#planned": of("planned"),
    "events:page#hidden": of("hidden"),
    "events:decline": of("hidden"),
    "events:cancel": lambda world: {"pk": world.rows["event signups"][0].pk},
    "events:check_in": lambda world: {"code": door_code(world.rows["events"]["door"])},
    "events:door": at_the_door,
    "events:tick": at_the_door,
    "events:untick": at_the_door,
    "events:walk_in": at_the_door,
    "events:code": at_the_door,
    "events:code_picture": at_the_door,
    "events:sheet": at_the_door,
    "chamber_events:": of("open"),
    "chamber_events:act": of("open", name="cancel"),
    "chamber_events:act#submit": of("planned", name="submit"),
    "admin:events_event_": of("open", "object_id"),
    "admin:events_event_submit": of("planned", "object_id"),
    "admin:events_event_approve": of("submitted", "object_id"),
    "admin:events_event_send_back": of("submitted", "object_id"),
    "admin:events_event_sum_up": of("door", "object_id"),
    "admin:events_event_reschedule": of("postponed", "object_id"),
    "admin:events_event_archive": of("summed_up", "object_id"),
    "admin:events_event_reopen": of("closed", "object_id"),
    "admin:events_event_export": lambda world: {"kind": "csv"},
    "admin:events_signup_export": lambda world: {"kind": "csv"},
}


def settle(world: "World") -> None:
    """The chamber's own events in the states that addresses need; the manager has signed up for two of them."""
    own = {"chamber": world.chamber, "planned_by": world.people["secretary"]}
    events: dict[str, Event] = {
        "open": gatherings.event(Status.OPEN, **own),
        "closed": gatherings.event(Status.CLOSED, **own),
        "planned": gatherings.event(Status.PLANNED, **own),
        "submitted": gatherings.event(Status.SUBMITTED, **own),
        "postponed": gatherings.event(Status.POSTPONED, **own),
        "door": gatherings.event(Status.CHECK_IN, **own),
        "summed_up": gatherings.event(Status.SUMMED_UP, **own),
        "hidden": gatherings.event(Status.OPEN, audience=Audience.OFFICERS, is_public=False),
    }
    manager = world.people["manager"]
    signup = gatherings.signup(events["door"], manager, enterprise=world.enterprise)
    attendance = gatherings.attendance(events["door"], "未报名来宾")
    Series.objects.get_or_create(name="测试系列")
    world.rows |= {"events": events, "event signups": (signup, attendance)}
