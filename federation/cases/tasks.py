"""What runs by the clock."""

from celery import shared_task

from federation.cases.clocks import remind_overdue


@shared_task
def remind_of_overdue_cases() -> int:
    return remind_overdue()
