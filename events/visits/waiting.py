"""What waits because of a visit: an answer of the enterprise, another time, a page to write up, a day to close."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.visits.access import acts_for, plans
from events.visits.models import Visit, VisitDay
from events.visits.statuses import OPEN, DayStatus, VisitStatus
from federation.accounts.hats import STAFF, Hat
from federation.accounts.models import User
from federation.portal.contributions import Text, Waiting, WaitingGroup, waiting_for, waiting_group
from federation.portal.formats import cn_date, cn_datetime
from members.hats import ENTERPRISE


def _group(name: str, title: Text, found: QuerySet[Visit], action: Text, page: str, url: str) -> Iterable[WaitingGroup]:
    def item(row: Visit) -> Waiting:
        return Waiting(
            title=row.enterprise_name,
            detail=" · ".join(filter(None, [cn_datetime(row.starts_at), row.wish])),
            since=row.status_since,
            url=reverse(page, args=[row.pk]),
            action=action,
            due=row.due_at,
        )

    yield from waiting_group(name, title, found.order_by("status_since", "pk"), item, url)


@waiting_for(STAFF)
def visits_of_staff(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    listed = reverse("visits:days")
    if plans(user):
        asked = Visit.objects.filter(status=VisitStatus.ASKED, day__status=DayStatus.CONFIRMED)
        yield from _group(
            "visits-asked", _("Ask for another time to be visited"), asked, _("Set an hour"), "visits:visit", listed
        )
        yield from _days_to_close(listed)
    mine = Visit.objects.led_by(user).filter(
        status__in=sorted(OPEN), day__status=DayStatus.CONFIRMED, day__on__lte=timezone.localdate()
    )
    yield from _group("visits-to-write", _("Visits to write up"), mine, _("Write it up"), "visits:visit", listed)


def _days_to_close(url: str) -> Iterable[WaitingGroup]:
    over = VisitDay.objects.filter(status=DayStatus.CONFIRMED, on__lt=timezone.localdate()).order_by("on", "pk")
    yield from waiting_group("visit-days", _("Visit days to close"), over, _to_close, url)


def _to_close(day: VisitDay) -> Waiting:
    action = _("See what is missing")
    return Waiting(cn_date(day.on), "", day.status_since, day.get_absolute_url(), action, day.due_at)


@waiting_for(ENTERPRISE)
def visits_to_answer(user: User, hat: Hat) -> Iterable[WaitingGroup]:
    if not acts_for(user, hat.object_id or 0, managing=True):
        return
    asked: Any = Visit.objects.filter(
        enterprise=hat.object_id,
        status=VisitStatus.PLANNED,
        day__status=DayStatus.CONFIRMED,
        starts_at__gt=timezone.now(),
    )
    yield from _group(
        "visits",
        _("The federation would like to visit you"),
        asked,
        _("Answer"),
        "visits:ours",
        reverse("visits:ours_list"),
    )
