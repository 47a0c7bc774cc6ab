"""What runs by the clock."""

from celery import shared_task

from events.camps import reminders


@shared_task
def remind_of_beginning() -> int:
    return reminders.remind_of_beginning()
