"""What services hold about an enterprise; each subject keeps its own."""

from services.demands import exports as demands
from services.drawdowns import panels as drawdowns
from services.finance import panels as finance

__all__ = ["demands", "drawdowns", "finance"]
