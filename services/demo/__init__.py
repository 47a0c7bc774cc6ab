"""Services of the demonstration; all names are invented. Each subject brings its own builder."""

from federation.demo.world import World, demo_builder
from services.demo import demands, finance
from services.demo.drawdowns import make_drawdowns
from services.demo.products import make_products
from services.products.models import LoanProduct

__all__ = ["demands", "finance"]


@demo_builder(order=30, holds_data=LoanProduct.objects.exists)
def build_loans(world: World) -> None:
    make_products(world)
    make_drawdowns(world)
