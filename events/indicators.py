"""Figures of this floor; each subject keeps its own."""

from events.camps import indicators as camps
from events.events import indicators as events
from events.visits import indicators as visits

__all__ = ["camps", "events", "visits"]
