"""Figures of this floor; each subject keeps its own."""

from poverty_aid.contributions import indicators as contributions
from poverty_aid.pairings import indicators as pairings

__all__ = ["contributions", "pairings"]
