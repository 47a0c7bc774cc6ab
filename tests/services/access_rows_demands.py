"""Who opens what of demands. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from services.demands import actions
from services.demands.choices import Source
from services.demands.remarks import write_remark
from tests import cast
from tests.chambers.papers import licence_upload
from tests.services.demands_cast import category

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
demands:start                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
demands:mine                                     GET  in  404 200 200 200 404 404 404 404 404 404 404 404 404
demands:begin                                    GET  in  302 302 302 302 302 302 302 302 302 302 302 302 302
demands:step                                     GET   in 404 200 200 200 404 404 404 404 404 404 404 404 404
demands:step                                     POST  in 404 302 302 302 404 404 404 404 404 404 404 404 404
demands:discard                                  POST in  404 302 302 302 404 404 404 404 404 404 404 404 404
demands:demand                                   GET  in  404 200 200 404 403 404 404 403 404 403 403 403 403
demands:write                                    POST in  404 200 200 404 403 404 404 403 404 403 403 403 403
demands:withdraw                                 POST in  404 302 302 404 403 404 404 403 404 403 403 403 403
chamber_demands:list                             GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_demands:choose                           GET  in  404 404 404 404 200 200 404 404 404 404 404 404 404
chamber_demands:raise                            both in  404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_demands:demand                           GET  in  404 404 404 404 200 404 404 404 404 404 404 404 404
chamber_demands:write                            POST in  404 404 404 404 403 404 404 404 404 404 404 404 404
chamber_demands:withdraw                         POST in  404 404 404 404 403 404 404 404 404 404 404 404 404
department_demands:list                          GET  in  404 404 404 404 404 404 404 200 404 404 404 404 404
department_demands:demand                        GET  in  404 404 404 404 404 404 404 200 404 404 404 404 404
department_demands:write                         POST in  404 404 404 404 404 404 404 200 404 404 404 404 404
department_demands:note                          POST in  404 404 404 404 404 404 404 200 404 404 404 404 404
department_demands:contact                       POST in  404 404 404 404 404 404 404 200 404 404 404 404 404
department_demands:plan                          POST in  404 404 404 404 404 404 404 302 404 404 404 404 404
department_demands:answer                        POST in  404 404 404 404 404 404 404 302 404 404 404 404 404
department_demands:transfer                      POST in  404 404 404 404 404 404 404 200 404 404 404 404 404
department_demands:hand-back                     POST in  404 404 404 404 404 404 404 200 404 404 404 404 404
admin:services_demand_export                     GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:services_demand_act                        both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:services_demand_write                      both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:services_demand_note                       both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:services_demand_changelist                 both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:services_demand_add                        both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_demand_history                    both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:services_demand_delete                     both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_demand_change                     GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:services_demand_change                     POST in  404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/services/demand/<path:object_id>/         both in  404 404 404 404 404 404 404 404 404 302 302 302 302
admin:services_demandcategory_changelist         both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:services_demandcategory_add                both in  404 404 404 404 404 404 404 404 404 403 200 403 200
admin:services_demandcategory_history            both in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:services_demandcategory_delete             both in  404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_demandcategory_change             GET  in  404 404 404 404 404 404 404 404 404 200 200 200 200
admin:services_demandcategory_change             POST in  404 404 404 404 404 404 404 404 404 403 200 403 200
/admin/services/demandcategory/<path:object_id>/ both in  404 404 404 404 404 404 404 404 404 302 302 302 302
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "demands:": lambda world: {"pk": world.rows["demand"].pk},
    "demands:step": lambda world: {"step": "about"},
    "chamber_demands:": lambda world: {"pk": world.rows["demand"].pk},
    "chamber_demands:raise": lambda world: {"enterprise": world.enterprise.pk},
    "department_demands:": lambda world: {"pk": world.rows["demand"].pk},
    "admin:services_demand_": lambda world: {"pk": world.rows["demand"].pk},
    "admin:services_demand_act": lambda world: {"pk": world.rows["demand"].pk, "name": "transfer"},
    "admin:services_demand_export": lambda world: {"kind": "csv"},
}


def settle(world: "World") -> None:
    """The enterprise's own demand, with the department, waiting for its call."""
    demand = actions.raise_demand(
        enterprise=world.enterprise,
        by=world.people["manager"],
        source=Source.ENTERPRISE,
        title="厂门口积水",
        text="请协调",
        chamber=world.chamber,
    )
    assigner = cast.staff("services_clerk", "派单干部")
    world.rows["demand"] = actions.assign_demand(demand, by=assigner, category=category(), department=world.department)
    write_remark(demand, by=world.people["manager"], text="材料", papers=[licence_upload()])
