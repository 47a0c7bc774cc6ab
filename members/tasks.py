"""Celery looks for an app's tasks here; each subject keeps its own."""

from members.duplicates import tasks as duplicates
from members.membership import tasks as membership
from members.register import tasks as register

__all__ = ["duplicates", "membership", "register"]
