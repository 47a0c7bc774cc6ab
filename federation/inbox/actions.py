"""Writing messages. They leave after commit, by the sweep in tasks.py."""

import datetime
from collections.abc import Iterable

from django.db import models, transaction
from django.utils import timezone

from federation.accounts.models import User
from federation.inbox.models import Delivery, Message


def subject_key(about: models.Model) -> str:
    return f"{about._meta.label_lower}:{about.pk}"


@transaction.atomic
def notify(
    *,
    rule: str,
    about: models.Model,
    recipients: Iterable[User],
    title: str,
    body: str = "",
    url: str = "",
    on: datetime.date | None = None,
) -> list[Message]:
    """Tell each recipient once per (rule, about, date), in the caller's transaction; returns the new messages.

    Call it inside the transaction that changes `about`. Mail goes to those with an address, SMS to those with a
    verified phone only.
    """
    key, day = subject_key(about), on or timezone.localdate()
    people = {person.pk: person for person in recipients if person.is_active}
    seen = set(
        Message.objects.filter(rule=rule, subject_key=key, on_date=day, recipient__in=people).values_list(
            "recipient_id", flat=True
        )
    )
    rows = [
        Message(recipient=person, rule=rule, subject_key=key, on_date=day, title=title[:200], body=body, url=url)
        for pk, person in people.items()
        if pk not in seen
    ]
    # Two transactions may pass the check at once: the constraint decides, and only the winner's rows get deliveries.
    Message.objects.bulk_create(rows, ignore_conflicts=True)
    written = list(
        Message.objects.filter(rule=rule, subject_key=key, on_date=day, recipient__in=people)
        .exclude(recipient__in=seen)
        .select_related("recipient")
    )
    Delivery.objects.bulk_create(
        [
            Delivery(message=message, channel=channel)
            for message in written
            for channel in channels_of(message.recipient)
        ],
        ignore_conflicts=True,
    )
    return written


def channels_of(person: User) -> list[str]:
    """Mail first; a text message only where there is no mail, for each costs the federation money."""
    if person.email:
        return [Delivery.Channel.EMAIL]
    return [Delivery.Channel.SMS] if person.phone and person.phone_verified else []
