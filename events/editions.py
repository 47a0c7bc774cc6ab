"""Figures as printed reports state them; each subject keeps its own."""

from events.camps import editions as camps
from events.events import editions as events

__all__ = ["camps", "events"]
