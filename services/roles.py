"""What each role may do on this floor; each subject keeps its own."""

from services.demands import roles as demands
from services.drawdowns import roles as drawdowns
from services.finance import roles as finance

__all__ = ["demands", "drawdowns", "finance"]
