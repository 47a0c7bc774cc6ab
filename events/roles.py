"""What each role may do on this floor; each subject keeps its own."""

from events.camps import roles as camps
from events.events import roles as events
from events.visits import roles as visits

__all__ = ["camps", "events", "visits"]
