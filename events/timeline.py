"""Entries of timelines; each subject keeps its own."""

from events.camps import panels as camps
from events.events import timeline as events
from events.visits import panels as visits

__all__ = ["camps", "events", "visits"]
