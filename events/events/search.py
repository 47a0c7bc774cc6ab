"""Events in the header's search: by a part of the title, what is to come before what is over."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from events.events.models import Event
from federation.portal.formats import cn_date
from federation.search.counts import capped_count, count_text
from federation.search.highlight import highlight
from federation.search.providers import Group, Result, Visitor, search_provider
from federation.search.shortlived import Shortlived

SHORTEST = 2
# Decades of a federation's events; where there are more, the database looks through them.
MOST_KNOWN = 20_000
SECONDS = 60

Found = tuple[int, str, datetime, str]


@dataclass(frozen=True)
class _Titles:
    """What everyone may find, in the order of results; one text is looked through faster than many."""

    rows: list[Found]
    text: str
    starts: list[int]

    @classmethod
    def of(cls, rows: list[Found]) -> "_Titles":
        titles = [title.replace("\n", " ").lower() for _pk, title, _at, _place in rows]
        starts, position = [], 0
        for title in titles:
            starts.append(position)
            position += len(title) + 1
        return cls(rows, "\n".join(titles), starts)

    def with_part(self, part: str) -> Iterator[Found]:
        position = self.text.find(part)
        while position >= 0:
            number = bisect_right(self.starts, position)
            yield self.rows[number - 1]
            position = self.text.find(part, self.starts[number]) if number < len(self.starts) else -1


_known: Shortlived[_Titles | None] = Shortlived(SECONDS, size=1)


def _ordered(found: QuerySet[Event]) -> QuerySet[Event]:
    is_over = Case(When(ends_at__lt=timezone.now(), then=Value(1)), default=Value(0), output_field=IntegerField())
    return found.order_by(is_over, "-starts_at", "-pk")


def _columns(found: QuerySet[Event], most: int) -> list[Found]:
    return list(_ordered(found).values_list("pk", "title", "starts_at", "place")[:most])


def _read() -> _Titles | None:
    rows = _columns(Event.objects.visible_to(AnonymousUser()), MOST_KNOWN + 1)
    return _Titles.of(rows) if len(rows) <= MOST_KNOWN else None


@search_provider(position=30)
def events(text: str, user: Visitor, limit: int) -> Group | None:
    text = text.replace("\0", "").replace("\n", " ").strip()
    if len(text) < SHORTEST:
        return None
    known = None if user.is_authenticated else _known.get("all", _read)
    if known is not None:
        rows = list(known.with_part(text.lower()))
        count = count_text(len(rows))
    else:
        found = Event.objects.visible_to(user).filter(title__icontains=text)
        rows = _columns(found, limit + 1)
        count = count_text(capped_count(found)) if len(rows) > limit else str(len(rows))
    if not rows:
        return None
    results = [
        Result(highlight(title, text), reverse("events:page", args=[pk]), f"{cn_date(starts_at)} · {place}")
        for pk, title, starts_at, place in rows[:limit]
    ]
    url = f"{reverse('events:list')}?{urlencode({'when': 'past', 'q': text})}" if len(rows) > limit else ""
    return Group(_("Events"), results, count, url)
