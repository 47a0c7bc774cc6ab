from celery import shared_task

from federation.inbox import delivery
from federation.inbox.letters import send_waiting_letters


@shared_task
def deliver_waiting() -> int:
    return delivery.deliver_waiting() + send_waiting_letters()
