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
