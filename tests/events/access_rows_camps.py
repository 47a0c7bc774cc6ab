"""Who opens what of training camps and certificates. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from events.camps.statuses import CohortStatus, Status
from tests.events import camp_cast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
camps:list                                       GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
camps:mine                                       GET  in  200 200 200 200 200 200 200 200 200 200 200 200 200
camps:cohort                                     GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
camps:apply                                      both in  404 200 200 200 404 404 404 404 404 404 404 404 404
camps:sessions                                   GET  in  404 404 404 404 404 404 404 404 404 200 200 403 403
camps:roll                                       GET  in  404 404 404 404 404 404 404 404 404 200 200 403 403
camps:tick                                       POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
camps:untick                                     POST in  404 404 404 404 404 404 404 404 404 302 302 403 403
camps:application                                GET  in  404 200 200 404 403 404 404 404 404 404 403 403 404
camps:confirm                                    POST in  404 302 302 404 403 404 404 404 404 404 403 403 404
camps:withdraw                                   POST in  404 302 302 404 403 404 404 404 404 404 403 403 404
camps:wishes                                     POST in  404 200 200 404 403 404 404 404 404 404 403 403 404
camps:certificate                                GET  in  404 200 200 404 404 404 404 404 404 404 200 200 404
camps_chamber:cohorts                            GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
camps_chamber:cohort                             GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
camps_chamber:recommend                          POST in  404 404 404 404 302 404 404 404 404 404 404 404 404
camps_chamber:take_back                          POST in  404 404 404 404 302 404 404 404 404 404 404 404 404
camps_chamber:move_up                            POST in  404 404 404 404 302 404 404 404 404 404 404 404 404
verify:entrance                                  GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
verify:code                                      GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
verify:code#none                                 GET  404 404 404 404 404 404 404 404 404 404 404 404 404 404
admin:events_cohort_changelist                   both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_cohort_add                          both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_cohort_history                      both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_cohort_delete                       both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_cohort_change                       GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_cohort_change                       POST in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_camp_changelist                     both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_camp_add                            both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:events_camp_history                        both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_camp_delete                         both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_camp_change                         GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:events_camp_change                         POST in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:events_campapplication_changelist          both in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_campapplication_add                 both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_campapplication_history             both in  404 404 404 404 404 404 404 404 404 302 200 200 302
admin:events_campapplication_delete              both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_campapplication_change              GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_campapplication_change              POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_certificate_changelist              both in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_certificate_add                     both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_certificate_history                 both in  404 404 404 404 404 404 404 404 404 302 200 200 302
admin:events_certificate_delete                  both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_certificate_change                  GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_certificate_change                  POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:events_cohort_places                       GET  in  404 404 404 404 404 404 404 404 404 403 200 200 403
admin:events_cohort_places                       POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_quotas                       GET  in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_cohort_quotas                       POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_certificates                 GET  in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_cohort_certificates                 POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_certificates_file            GET  in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_cohort_roster                       GET  in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_cohort_attendance                   GET  in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_cohort_announce                     both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_close                        both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_settle                       both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_start                        both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_archive                      both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_reopen                       both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_unsettle                     both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_cancel                       both in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_cohort_finish                       GET  in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_cohort_finish                       POST in  404 404 404 404 404 404 404 404 404 403 302 403 403
admin:events_certificate_paper                   both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:events_certificate_reissue                 both in  404 404 404 404 404 404 404 404 404 403 200 403 403
admin:events_certificate_revoke                  both in  404 404 404 404 404 404 404 404 404 403 200 403 403
/admin/events/camp/<path:object_id>/             both in  404 404 404 404 404 404 404 404 404 302 302 302 302
/admin/events/cohort/<path:object_id>/           both in  404 404 404 404 404 404 404 404 404 302 302 302 302
/admin/events/campapplication/<path:object_id>/  both in  404 404 404 404 404 404 404 404 404 302 302 302 302
/admin/events/certificate/<path:object_id>/      both in  404 404 404 404 404 404 404 404 404 302 302 302 302
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
