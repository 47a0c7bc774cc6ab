"""Entries of timelines; each subject keeps its own."""

from events.visits import panels as visits

__all__ = ["visits"]
