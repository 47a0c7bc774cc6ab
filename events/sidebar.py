"""This floor's lists in the admin's sidebar; each subject keeps its own."""

from events.camps import sidebar as camps
from events.events import sidebar as events
from events.visits import sidebar as visits

__all__ = ["camps", "events", "visits"]
