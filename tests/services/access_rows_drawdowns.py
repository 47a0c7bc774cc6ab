"""Who opens what of loan cases at banks, drawdowns and banks' tables. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from services.drawdowns import files
from tests import cast
from tests.services.drawdowns_cast import drawing, line, today, workbook
from tests.services.finance_cast import FinanceCast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
bank_loans:list                                  GET   in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_loans:loan                                  GET   in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_loans:accept                                POST  in 404 404 404 404 404 404 302 404 404 404 404 404 404
bank_loans:ask                                   POST  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_loans:approve                               POST  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_loans:reject                                POST  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_loans:refer                                 POST  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_loans:close                                 POST  in 404 404 404 404 404 404 302 404 404 404 404 404 404
bank_loans:record                                both  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_loans:change                                both  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_drawdowns:list                              GET   in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_drawdowns:upload                            both  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_drawdowns:file                              GET   in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_drawdowns:apply                             POST  in 404 404 404 404 404 404 302 404 404 404 404 404 404
bank_drawdowns:discard                           POST  in 404 404 404 404 404 404 302 404 404 404 404 404 404
admin:services_bankloan_export                   GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_bankloan_changelist               both  in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_bankloan_add                      both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_bankloan_history                  both  in 404 404 404 404 404 404 404 404 404 302 200 200 302
admin:services_bankloan_delete                   both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_bankloan_change                   GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_bankloan_change                   POST  in 404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/services/bankloan/<path:object_id>/       both  in 404 404 404 404 404 404 404 404 404 302 302 302 302
admin:services_drawdown_export                   GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_drawdown_changelist               both  in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_drawdown_add                      both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_drawdown_history                  both  in 404 404 404 404 404 404 404 404 404 302 200 200 302
admin:services_drawdown_delete                   both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_drawdown_change                   GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_drawdown_change                   POST  in 404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/services/drawdown/<path:object_id>/       both  in 404 404 404 404 404 404 404 404 404 302 302 302 302
admin:services_drawdownfile_changelist           both  in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_drawdownfile_add                  both  in 404 404 404 404 404 404 404 404 404 403 200 403 403
admin:services_drawdownfile_history              both  in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_drawdownfile_delete               both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_drawdownfile_change               GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_drawdownfile_change               POST  in 404 404 404 404 404 404 404 404 404 403 403 403 403
/admin/services/drawdownfile/<path:object_id>/   both  in 404 404 404 404 404 404 404 404 404 302 302 302 302
admin:services_drawdownfile_apply                both  in 404 404 404 404 404 404 404 404 404 403 302 403 403
admin:services_drawdownfile_discard              both  in 404 404 404 404 404 404 404 404 404 403 302 403 403
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "bank_loans:": lambda world: {"pk": world.rows["finance loan"].pk},
    "bank_loans:record": lambda world: {"pk": world.rows["drawing"].pk},
    "bank_loans:change": lambda world: {
        "pk": world.rows["drawing"].pk,
        "drawdown": world.rows["drawing"].drawdowns.get().pk,
        "verb": "correct",
    },
    "bank_drawdowns:": lambda world: {"pk": world.rows["drawdown file"].pk},
    "admin:services_drawdownfile_apply": lambda world: {"pk": world.rows["drawdown file"].pk},
    "admin:services_drawdownfile_discard": lambda world: {"pk": world.rows["drawdown file"].pk},
    "admin:services_bankloan_export": lambda world: {"kind": "csv"},
    "admin:services_drawdown_export": lambda world: {"kind": "csv"},
}


def settle(world: "World") -> None:
    """A loan of the world's bank of which something is drawn, and a table to confirm."""
    hands = FinanceCast(
        chamber=world.chamber,
        enterprise=world.enterprise,
        manager=world.people["manager"],
        secretary=world.people["secretary"],
        department=world.department,
        officer=world.people["department"],
        clerk=cast.staff("services_clerk"),
        bank=world.bank,
        banker=world.people["bank"],
    )
    world.rows["drawing"] = drawing(hands)
    world.rows["drawdown file"] = files.upload_file(
        world.bank,
        by=world.people["bank"],
        upload=workbook(line(world.enterprise, 100, today(), reference="B1")),
        since=today(),
        until=today(),
    )
