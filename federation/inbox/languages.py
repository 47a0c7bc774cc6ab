"""Messages in each recipient's own language."""

import datetime
from collections.abc import Callable, Iterable
from itertools import groupby

from django.db import models, transaction
from django.utils import translation

from federation.accounts.models import User
from federation.inbox.actions import notify
from federation.inbox.models import Message


@transaction.atomic
def tell(
    *,
    rule: str,
    about: models.Model,
    recipients: Iterable[User],
    words: Callable[[], tuple[str, str]],
    url: str = "",
    on: datetime.date | None = None,
) -> list[Message]:
    """`notify` with the title and body that `words` gives while the recipient's language is active."""
    people = sorted({person.pk: person for person in recipients}.values(), key=lambda person: person.language)
    written = []
    for language, group in groupby(people, key=lambda person: person.language):
        with translation.override(language):
            title, body = words()
            written += notify(rule=rule, about=about, recipients=list(group), title=title, body=body, url=url, on=on)
    return written
