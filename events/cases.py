"""Clocks of this floor; each subject keeps its own."""

from events.visits import reminders as visits

__all__ = ["visits"]
