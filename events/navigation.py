"""This floor in the portal's header; each subject keeps its own."""

from events.camps import navigation as camps
from events.events import navigation as events
from events.visits import navigation as visits

__all__ = ["camps", "events", "visits"]
