"""Events in the header's search: by a part of the title or the place, what is to come before what is over."""

from django.db.models import Case, IntegerField, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from events.events.models import Event
from federation.portal.formats import cn_date
from federation.search.counts import capped_count, count_text
from federation.search.highlight import highlight
from federation.search.providers import Group, Result, Visitor, search_provider

SHORTEST = 2


@search_provider(position=30)
def events(text: str, user: Visitor, limit: int) -> Group | None:
    text = text.replace("\0", "").strip()
    if len(text) < SHORTEST:
        return None
    found = Event.objects.visible_to(user).filter(title__icontains=text)
    is_over = Case(When(ends_at__lt=timezone.now(), then=Value(1)), default=Value(0), output_field=IntegerField())
    rows = list(found.only("pk", "title", "starts_at", "place").order_by(is_over, "-starts_at", "-pk")[: limit + 1])
    if not rows:
        return None
    results = [
        Result(highlight(row.title, text), row.get_absolute_url(), f"{cn_date(row.starts_at)} · {row.place}")
        for row in rows[:limit]
    ]
    more = len(rows) > limit
    count = count_text(capped_count(found)) if more else str(len(rows))
    url = f"{reverse('events:list')}?{urlencode({'when': 'past', 'q': text})}" if more else ""
    return Group(_("Events"), results, count, url)
