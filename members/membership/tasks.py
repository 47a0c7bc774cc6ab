"""What runs by the clock."""

from celery import shared_task

from members.membership.reminders import remind


@shared_task
def remind_renewals() -> int:
    return remind()
