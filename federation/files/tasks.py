from celery import shared_task

from federation.files import actions


@shared_task
def purge_orphans() -> int:
    return actions.purge_orphans()
