"""Clocks of events: who has one before them is reminded once for each deadline."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from events.events.access import CHANGE
from events.events.messages import admin_page, approvers, desk_page, planners
from events.events.models import Event
from events.events.statuses import Status
from federation.accounts.models import User
from federation.accounts.rights import staff_with
from federation.cases.clocks import Chase, chase
from federation.portal.formats import cn_date

ASKED = (Status.SUBMITTED, Status.CHECK_IN, Status.SUMMED_UP, Status.POSTPONED)


def whom(event: Event) -> tuple[Iterable[User], str]:
    if event.status == Status.SUBMITTED:
        return approvers(event), admin_page(event)
    if event.status == Status.SUMMED_UP:
        return staff_with(CHANGE), admin_page(event)
    return planners(event), desk_page(event)


def words(event: Event) -> tuple[str, str]:
    title = {
        Status.SUBMITTED: _("“%(event)s” still waits for approval"),
        Status.CHECK_IN: _("“%(event)s” still has to be summed up"),
        Status.SUMMED_UP: _("“%(event)s” can go into the archive"),
        Status.POSTPONED: _("“%(event)s” still has no new date"),
    }[Status(event.status)]
    return title % {"event": event.title}, _("It was due on %(day)s.") % {"day": cn_date(event.due_at)}


chase(
    Chase(
        "event",
        waiting=lambda: Event.objects.filter(status__in=ASKED).select_related("chamber", "planned_by"),
        whom=whom,
        words=words,
    )
)
