"""Figures of this floor; each subject keeps its own."""

from events.visits import indicators as visits

__all__ = ["visits"]
