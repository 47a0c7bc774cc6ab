"""Letters to people without an account: written in the transaction that causes them, sent after it by the sweep."""

from smtplib import SMTPException
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.utils import timezone

from federation.inbox.actions import TITLE_LENGTH, subject_key, wake_worker
from federation.inbox.delivery import BATCH, LEASE, PAUSES, SMS_LENGTH, full_address, is_lasting
from federation.inbox.gateways import SmsError, send_sms
from federation.inbox.models import Delivery, Letter

log = structlog.get_logger(__name__)

Channel, Status = Delivery.Channel, Delivery.Status


def write_letter(
    *, rule: str, about: models.Model, number: int, phone: str, email: str, title: str, body: str = "", url: str = ""
) -> Letter:
    """Once per (rule, about, number), by mail where there is an address, else by text message.

    Call it inside the transaction that changes `about`.
    """
    channel, address = (Channel.EMAIL, email) if email else (Channel.SMS, phone)
    letter, _created = Letter.objects.get_or_create(
        rule=rule,
        subject_key=subject_key(about),
        number=number,
        defaults={"channel": channel, "address": address, "title": title[:TITLE_LENGTH], "body": body, "url": url},
    )
    transaction.on_commit(wake_worker, robust=True)
    return letter


def letters_about(rule: str, about: models.Model) -> list[Letter]:
    """Every sending so far, oldest first."""
    return list(Letter.objects.filter(rule=rule, subject_key=subject_key(about)).order_by("number"))


def send_waiting_letters() -> int:
    """Send what is due, as delivery.py does: taken under a lease, sent without a lock; returns how many left."""
    sent = 0
    while batch := _take():
        sent += sum(_attempt(letter) for letter in batch)
    return sent


@transaction.atomic
def _take() -> list[Letter]:
    now = timezone.now()
    due = Letter.objects.filter(status=Status.WAITING, due_at__lte=now).order_by("due_at", "pk")
    letters = list(due.select_for_update(skip_locked=True)[:BATCH])
    Letter.objects.filter(pk__in=[letter.pk for letter in letters]).update(due_at=now + LEASE)
    return letters


def _attempt(letter: Letter) -> bool:
    attempts = letter.attempts + 1
    waiting = Letter.objects.filter(pk=letter.pk, status=Status.WAITING)
    try:
        _hand_over(letter)
    except (SMTPException, OSError, SmsError) as error:
        given_up = is_lasting(error) or attempts > len(PAUSES)
        waiting.update(
            status=Status.FAILED if given_up else Status.WAITING,
            attempts=attempts,
            due_at=timezone.now() + PAUSES[min(attempts, len(PAUSES)) - 1],
            last_error=str(error)[:300],
        )
        log.warning("letter_failed", letter=letter.pk, attempts=attempts, given_up=given_up, error=str(error))
        return False
    waiting.update(status=Status.SENT, sent_at=timezone.now(), attempts=attempts, last_error="")
    return True


def _hand_over(letter: Letter) -> None:
    """Raises SmsError, SMTPException, OSError."""
    link = full_address(letter.url)
    if letter.channel == Channel.SMS:
        # The link is what matters: a long title gives way to it.
        head = f"【{settings.FEDERATION_NAME}】"
        room = max(0, SMS_LENGTH - len(head) - len(link) - 1)
        text = f"{head}{letter.title[:room]} {link}".strip()
        send_sms(letter.address, text, reference=f"letter-{letter.pk}")
        return
    host = urlsplit(settings.PORTAL_URL).hostname or "portal"
    EmailMessage(
        subject=letter.title,
        body="\n\n".join(part for part in (letter.body, link, settings.FEDERATION_NAME) if part) + "\n",
        to=[letter.address],
        headers={"Message-ID": f"<letter-{letter.pk}@{host}>", "Auto-Submitted": "auto-generated"},
    ).send()
