"""Entries of timelines; each subject keeps its own."""

from services.demands import timeline as demands
from services.drawdowns import panels as drawdowns
from services.finance import panels as finance

__all__ = ["demands", "drawdowns", "finance"]
