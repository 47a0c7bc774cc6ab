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
products:list                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
products:page                                    GET  200 200 200 200 200 200 200 200 200 200 200 200 200 200
products:page#closed                             GET  404 404 404 404 404 404 404 200 404 404 404 200 200 404
bank_products:list                               GET   in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_products:add                                both  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_products:change                             both  in 404 404 404 404 404 404 200 404 404 404 404 404 404
bank_products:close                              POST  in 404 404 404 404 404 404 302 404 404 404 404 404 404
admin:services_loanproduct_changelist            both  in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_loanproduct_add                   both  in 404 404 404 404 404 404 404 404 404 403 200 403 403
admin:services_loanproduct_history               both  in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_loanproduct_delete                both  in 404 404 404 404 404 404 404 404 404 403 403 403 403
admin:services_loanproduct_change                GET   in 404 404 404 404 404 404 404 404 404 403 200 200 403
admin:services_loanproduct_change                POST  in 404 404 404 404 404 404 404 404 404 403 200 403 403
/admin/services/loanproduct/<path:object_id>/    both  in 404 404 404 404 404 404 404 404 404 302 302 302 302
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
