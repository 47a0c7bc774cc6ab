"""This floor's lists in the admin's sidebar; each subject keeps its own."""

from events.visits import sidebar as visits

__all__ = ["visits"]
