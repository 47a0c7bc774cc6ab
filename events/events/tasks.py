"""What runs by the clock."""

from celery import shared_task

from events.events.actions import keep_time
from events.signups.messages import remind_of_tomorrow


@shared_task
def open_and_close_signups() -> int:
    return keep_time()


@shared_task
def remind_participants() -> int:
    """Each is told once, however often this runs."""
    return remind_of_tomorrow()
