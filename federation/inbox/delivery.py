"""Sending what waits. Any number of sweeps may run at once; a killed one loses nothing.

A sweep takes rows by moving their due time past the lease, commits, and only then talks to the outside, so no lock is
held meanwhile. Who is killed between sending and noting it leaves the row to be sent again after the lease: the
message id and the gateway's reference are the same then, so that mail programs and providers can tell.
"""

import datetime
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from federation.inbox.gateways import SmsError, send_sms
from federation.inbox.models import Delivery

log = structlog.get_logger(__name__)

BATCH = 50
LEASE = datetime.timedelta(minutes=5)
# After the first, second … failure; then it is given up.
PAUSES = [datetime.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720)]
SMS_LENGTH = 200


class CannotBeReached(Exception):
    """Another attempt would fail the same way."""


def deliver_waiting() -> int:
    """Send all that is due now; returns how many left."""
    sent = 0
    while batch := take(BATCH):
        sent += deliver(batch)
    return sent


@transaction.atomic
def take(limit: int) -> list[Delivery]:
    now = timezone.now()
    due = Delivery.objects.filter(status=Delivery.Status.WAITING, due_at__lte=now).order_by("due_at", "pk")
    pks = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:limit])
    Delivery.objects.filter(pk__in=pks).update(due_at=now + LEASE)
    return list(Delivery.objects.filter(pk__in=pks).select_related("message__recipient").order_by("pk"))


def deliver(batch: list[Delivery]) -> int:
    """One mail connection serves the batch."""
    connection = get_connection()
    try:
        return sum(attempt(delivery, connection) for delivery in batch)
    finally:
        connection.close()


def attempt(delivery: Delivery, connection: BaseEmailBackend) -> bool:
    try:
        send(delivery, connection)
    except (SMTPException, OSError, SmsError, CannotBeReached) as error:
        note_failure(delivery, error)
        return False
    Delivery.objects.filter(pk=delivery.pk, status=Delivery.Status.WAITING).update(
        status=Delivery.Status.SENT, sent_at=timezone.now(), attempts=delivery.attempts + 1, last_error=""
    )
    return True


def note_failure(delivery: Delivery, error: Exception) -> None:
    attempts = delivery.attempts + 1
    given_up = is_lasting(error) or attempts > len(PAUSES)
    Delivery.objects.filter(pk=delivery.pk, status=Delivery.Status.WAITING).update(
        status=Delivery.Status.FAILED if given_up else Delivery.Status.WAITING,
        attempts=attempts,
        due_at=timezone.now() + PAUSES[min(attempts, len(PAUSES)) - 1],
        last_error=str(error)[:300],
    )
    log.warning("delivery_failed", delivery=delivery.pk, attempts=attempts, given_up=given_up, error=str(error))


def is_lasting(error: Exception) -> bool:
    """Whether it makes no sense to try again: the address doesn't exist, the text is refused."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _answer in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return error.smtp_code >= 500 and error.smtp_code != 535  # our own password may be mended meanwhile
    return isinstance(error, CannotBeReached) or (isinstance(error, SmsError) and not error.temporary)


def send(delivery: Delivery, connection: BaseEmailBackend) -> None:
    """Raises CannotBeReached, SmsError, SMTPException, OSError."""
    person = delivery.message.recipient
    if not person.is_active:
        raise CannotBeReached("the account is closed")
    known = person.language if person.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(known):
        if delivery.channel == Delivery.Channel.EMAIL:
            letter_of(delivery, connection).send()
        else:
            send_text(delivery)


def letter_of(delivery: Delivery, connection: BaseEmailBackend) -> EmailMessage:
    message = delivery.message
    if not message.recipient.email:
        raise CannotBeReached("the person has no e-mail address any more")
    context = {
        "message": message,
        "link": full_address(message.url),
        "federation_name": settings.FEDERATION_NAME,
        "portal_url": settings.PORTAL_URL,
    }
    host = urlsplit(settings.PORTAL_URL).hostname or "portal"
    return EmailMessage(
        subject=" ".join(message.title.split()),
        body=render_to_string("inbox/mail.txt", context).strip() + "\n",
        to=[message.recipient.email],
        headers={"Message-ID": f"<delivery-{delivery.pk}@{host}>", "Auto-Submitted": "auto-generated"},
        connection=connection,
    )


def send_text(delivery: Delivery) -> None:
    person = delivery.message.recipient
    if not (person.phone and person.phone_verified):
        raise CannotBeReached("the person has no verified phone any more")
    text = f"【{settings.FEDERATION_NAME}】{delivery.message.title} {full_address(delivery.message.url)}".strip()
    send_sms(person.phone, text[:SMS_LENGTH], reference=f"delivery-{delivery.pk}")


def full_address(path: str) -> str:
    return f"{settings.PORTAL_URL}{path}" if path.startswith("/") else path
