"""Celery looks for an app's tasks here; each subject keeps its own."""

from members.duplicates import tasks as duplicates
from members.enterprises import tasks as enterprises
from members.membership import tasks as membership
from members.register import tasks as register

__all__ = ["duplicates", "enterprises", "membership", "register"]
