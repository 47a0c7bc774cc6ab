from celery import shared_task

from federation.audit import actions


@shared_task
def forget_old_events() -> int:
    return actions.forget_old_events()
