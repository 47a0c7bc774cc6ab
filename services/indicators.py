"""Figures of the services; each subject keeps its own."""

from services.demands import indicators as demands
from services.drawdowns import indicators as drawdowns
from services.finance import indicators as finance

__all__ = ["demands", "drawdowns", "finance"]
