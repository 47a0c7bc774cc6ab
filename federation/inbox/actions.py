"""Writing messages and reading them. They leave after commit, by the sweep in delivery.py."""

import datetime
from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.functional import Promise

from federation.accounts.models import User
from federation.inbox.models import Delivery, Message

# Plain text, a lazy translation, or a function that gives the text while the recipient's language is active: a lazy
# translation loses its laziness as soon as % puts a name into it.
Words = str | Promise | Callable[[], str]

TITLE_LENGTH = 200
# However many messages one request writes, the worker is woken once in this time; the sweep finds the rest.
WAKE_SECONDS = 2


def subject_key(about: models.Model) -> str:
    return f"{about._meta.label_lower}:{about.pk}"


@transaction.atomic
def notify(
    *,
    rule: str,
    about: models.Model,
    recipients: Iterable[User],
    title: Words,
    body: Words = "",
    url: str = "",
    on: datetime.date | None = None,
) -> list[Message]:
    """Tell each recipient once per (rule, about, date), in the caller's transaction; returns the new messages.

    Call it inside the transaction that changes `about`. `url` is a path of the portal. Each reads it in their own
    language. Mail goes to those with an address, SMS to those with a verified phone only.
    """
    key, day = subject_key(about), on or timezone.localdate()
    people = {person.pk: person for person in recipients if person.is_active}
    known = Message.objects.filter(rule=rule, subject_key=key, on_date=day, recipient__in=people)
    seen = set(known.values_list("recipient_id", flat=True))
    texts = {language: spoken(title, body, language) for language in {person.language for person in people.values()}}
    rows = [
        Message(
            recipient=people[pk],
            rule=rule,
            subject_key=key,
            on_date=day,
            title=texts[people[pk].language][0],
            body=texts[people[pk].language][1],
            url=url,
        )
        # In one order, so that two transactions telling the same people can't wait for each other.
        for pk in sorted(people)
        if pk not in seen
    ]
    if not rows:
        return []
    # Two transactions may pass the check at once: the constraint decides, and a message keeps one delivery a channel.
    Message.objects.bulk_create(rows, ignore_conflicts=True)
    written = list(known.exclude(recipient__in=seen).select_related("recipient").order_by("recipient_id"))
    Delivery.objects.bulk_create(
        [
            Delivery(message=message, channel=channel)
            for message in written
            for channel in channels_of(message.recipient)
        ],
        ignore_conflicts=True,
    )
    # Robust: a broker that is down must not turn a committed change into an error page; the sweep comes anyway.
    transaction.on_commit(wake_worker, robust=True)
    return written


def spoken(title: Words, body: Words, language: str) -> tuple[str, str]:
    known = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(known):
        return said(title)[:TITLE_LENGTH], said(body)


def said(words: Words) -> str:
    return words() if callable(words) and not isinstance(words, Promise) else str(words)


def channels_of(person: User) -> list[str]:
    """Mail first; a text message only where there is no mail, for each costs the federation money."""
    if person.email:
        return [Delivery.Channel.EMAIL]
    return [Delivery.Channel.SMS] if person.phone and person.phone_verified else []


def wake_worker() -> None:
    from federation.inbox.tasks import deliver_waiting

    if cache.add("inbox:woken", True, WAKE_SECONDS):
        deliver_waiting.apply_async(retry=False)


def mark_read(message: Message) -> None:
    if message.read_at is None:
        Message.objects.filter(pk=message.pk, read_at=None).update(read_at=timezone.now())


def mark_all_read(user: User) -> int:
    """Returns how many were unread."""
    return Message.objects.visible_to(user).unread().update(read_at=timezone.now())


def unread_count(user: User, limit: int) -> int:
    """Unread messages, counted no further than `limit`; one query on a partial index."""
    return Message.objects.visible_to(user).unread().order_by()[:limit].count()
