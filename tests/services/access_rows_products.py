"""Who opens what of the banks' loan products. How a piece is written: tests/access_table.py."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from services.products.models import LoanProduct

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {
    "products:": lambda world: {"pk": world.rows["product"].pk},
    "products:page#closed": lambda world: {"pk": world.rows["closed product"].pk},
    "bank_products:": lambda world: {"pk": world.rows["product"].pk},
}


def settle(world: "World") -> None:
    """One open product of the world's bank, and one that closed."""
    terms = {
        "bank": world.bank,
        "summary": "给会员企业",
        "amount_max": Decimal(5_000_000),
        "term_max": 24,
        "rate_from": Decimal("3.45"),
        "opens_on": datetime.date(2020, 1, 1),
    }
    world.rows["product"] = LoanProduct.objects.create(name="会员贷", **terms)
    world.rows["closed product"] = LoanProduct.objects.create(name="旧贷", closes_on=datetime.date(2021, 1, 1), **terms)
