from celery import shared_task

from federation.accounts import actions


@shared_task
def purge_unverified_users() -> int:
    return actions.purge_unverified()
