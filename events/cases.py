"""Clocks of this floor; each subject keeps its own."""

from events.camps import reminders as camps
from events.events import reminders as events
from events.visits import reminders as visits

__all__ = ["camps", "events", "visits"]
