"""This floor in the portal's header; each subject keeps its own."""

from events.visits import navigation as visits

__all__ = ["visits"]
