"""Clocks that ran out: whoever has a case before them is reminded once for each deadline, however often this runs."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from federation.accounts.models import User
from federation.inbox.languages import tell

# Once reminded, a case is only its desk's: looking further back, or at more, would find nobody new.
LOOK_BACK = datetime.timedelta(days=60)
MOST_AT_ONCE = 5000


@dataclass(frozen=True)
class Chase:
    """`waiting` are the cases of one kind that somebody should act on (with `due_at`); `whom` says who has this one
    before them and where they act; `words` gives title and body, called in the reader's language."""

    name: str
    waiting: Callable[[], QuerySet]
    whom: Callable[[Any], tuple[Iterable[User], str]]
    words: Callable[[Any], tuple[str, str]]


_chases: dict[str, Chase] = {}


def chase(one: Chase) -> Chase:
    """Register in an app's `cases.py`."""
    if one.name in _chases:
        raise ValueError(f"two chases named {one.name}")
    _chases[one.name] = one
    return one


def remind_overdue(now: datetime.datetime | None = None) -> int:
    """Remind of every case whose clock ran out; returns how many messages were written. A case that nobody can act on
    stays overdue on the staff's desk."""
    now = now or timezone.now()
    return sum([_remind(one, now) for one in _chases.values()])


def _remind(one: Chase, now: datetime.datetime) -> int:
    overdue = one.waiting().filter(due_at__lt=now, due_at__gte=now - LOOK_BACK)
    written = 0
    for case in overdue.order_by("-due_at", "-pk")[:MOST_AT_ONCE].iterator(chunk_size=500):
        people, url = one.whom(case)
        told = tell(
            rule=f"{one.name}-overdue-{case.status}",
            about=case,
            recipients=people,
            words=lambda case=case: one.words(case),
            url=url,
            on=timezone.localdate(case.due_at),
        )
        written += len(told)
    return written
