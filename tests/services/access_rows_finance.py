"""Who opens what of finance matching. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from services.finance.models import FinancePaper, PolicyDesk
from tests import cast

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
"""


def settle(world: "World") -> None:
    """An application at the world's bank, after all hands; a draft, and one that waits for the chamber; the world's
    department is the government desk."""
    from tests.services.finance_cast import FinanceCast

    PolicyDesk.objects.create(organisation=world.department, since=cast.LONG_AGO)
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
    world.rows["finance draft"] = hands.draft()
    world.rows["finance sent"] = hands.sent()
    world.rows["finance endorsed"] = hands.endorsed()
    world.rows["finance loan"] = hands.at_bank()
    world.rows["finance"] = world.rows["finance loan"].application
    world.rows["finance paper"] = FinancePaper.objects.filter(application=world.rows["finance draft"]).first()


ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "finance:": lambda world: {"pk": world.rows["finance"].pk},
    "finance:step": lambda world: {"pk": world.rows["finance draft"].pk, "step": "need"},
    "finance:papers": lambda world: {"pk": world.rows["finance draft"].pk},
    "finance:review": lambda world: {"pk": world.rows["finance draft"].pk},
    "finance:remove_paper": lambda world: {
        "pk": world.rows["finance draft"].pk,
        "paper": world.rows["finance paper"].pk,
    },
    "finance:withdraw_consent": lambda world: {"pk": world.rows["finance"].pk, "bank": world.bank.pk},
    "finance:answer": lambda world: {"pk": world.rows["finance"].pk, "loan": world.rows["finance loan"].pk},
    "chamber_finance:": lambda world: {"pk": world.rows["finance sent"].pk},
    "policy_desk:": lambda world: {"pk": world.rows["finance endorsed"].pk},
}
