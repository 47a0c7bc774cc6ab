"""Celery looks for an app's tasks here; each subject keeps its own."""

from events.camps import tasks as camps
from events.events import tasks as events

__all__ = ["camps", "events"]
