"""Django looks for an app's admins here; each subject keeps its own."""

from services.demands import admin as demands
from services.drawdowns import admin as drawdowns
from services.finance import admin as finance
from services.finance import bank_admin as banks
from services.products import admin as products

__all__ = ["banks", "demands", "drawdowns", "finance", "products"]
