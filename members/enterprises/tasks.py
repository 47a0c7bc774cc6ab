from celery import shared_task

from members.enterprises import actions


@shared_task
def take_size_snapshot() -> None:
    """On the year's last evening; a run repeated in the year only brings its snapshots up to date."""
    actions.take_size_snapshot()
