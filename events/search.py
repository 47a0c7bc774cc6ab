"""This floor in the header's search; each subject keeps its own."""

from events.events import search as events

__all__ = ["events"]
