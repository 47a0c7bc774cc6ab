"""What each role may do on this floor; each subject keeps its own."""

from events.visits import roles as visits

__all__ = ["visits"]
