"""The services' lists in the admin's sidebar; each subject keeps its own."""

from services.demands import sidebar as demands
from services.drawdowns import places as drawdowns
from services.finance import places as finance

__all__ = ["demands", "drawdowns", "finance"]
