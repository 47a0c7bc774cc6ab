"""Clocks of visits that ran out, each chased once: an answer, another time, a page to write up, a day to close."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.visits import access
from events.visits.messages import names
from events.visits.models import Visit, VisitDay
from events.visits.statuses import DayStatus, VisitStatus
from federation.accounts.models import User
from federation.cases.clocks import Chase, chase
from federation.portal.formats import cn_date


def _of_announced(status: VisitStatus) -> QuerySet[Visit]:
    return Visit.objects.filter(status=status, day__status=DayStatus.CONFIRMED)


def _unanswered() -> QuerySet[Visit]:
    return _of_announced(VisitStatus.PLANNED).filter(starts_at__gt=timezone.now())


def _managers(visit: Visit) -> tuple[Iterable[User], str]:
    return access.managers_of(visit.enterprise_id), reverse("visits:ours", args=[visit.pk])


def _planners(visit: Visit) -> tuple[Iterable[User], str]:
    return access.planners(), reverse("visits:visit", args=[visit.pk])


def _writers(visit: Visit) -> tuple[Iterable[User], str]:
    """Who leads it; where no leader has an account, those who plan."""
    return access.leaders_with_account(visit) or access.planners(), reverse("visits:visit", args=[visit.pk])


chase(
    Chase(
        "visit-answer",
        _unanswered,
        _managers,
        lambda visit: (
            _("The federation still waits to hear whether a visit on %(time)s suits") % names(visit),
            _("Please confirm, or say when it would suit you."),
        ),
    )
)
chase(
    Chase(
        "visit-new-time",
        lambda: _of_announced(VisitStatus.ASKED),
        _planners,
        lambda visit: (
            _("%(enterprise)s still waits for another time to be visited") % names(visit),
            _("It would suit: %(wish)s") % {"wish": visit.wish},
        ),
    )
)
chase(
    Chase(
        "visit-note",
        lambda: _of_announced(VisitStatus.CONFIRMED),
        _writers,
        lambda visit: (
            _("The visit to %(enterprise)s on %(time)s isn't written up yet") % names(visit),
            _("A line is enough: what was talked about, who was there, what they need."),
        ),
    )
)
chase(
    Chase(
        "visit-day",
        lambda: VisitDay.objects.filter(status=DayStatus.CONFIRMED),
        lambda day: (access.planners(), reverse("visits:day", args=[day.pk])),
        lambda day: (
            _("The visit day %(day)s isn't closed yet") % {"day": cn_date(day.on)},
            _("Its page shows which visits nobody has written up."),
        ),
    )
)
