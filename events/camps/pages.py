"""What the pages of camps show besides their records."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext as _

from events.camps.models import Camp, CampApplication, CampSession, Certificate, Cohort
from events.camps.statuses import COMING, HELD, OPEN, Status

PAST_OF_CAMP = 12
MOST_CAMPS = 60


@dataclass(frozen=True)
class Day:
    number: int
    date: object
    sessions: list[CampSession]


def days_of(cohort: Cohort, sessions: Iterable[CampSession]) -> list[Day]:
    """The programme, day by day; days without a session aren't shown."""
    return [
        Day((day - cohort.starts_on).days + 1, day, list(group))
        for day, group in groupby(sorted(sessions, key=attrgetter("day", "starts_at")), attrgetter("day"))
    ]


def public_list() -> dict[str, object]:
    """What is ahead, soonest first; then each camp with its latest cohorts. Three queries, whatever there is."""
    shown = Cohort.objects.announced().select_related("camp")
    coming = list(shown.filter(status__in=COMING).order_by("starts_on", "pk")[:50])
    held = Cohort.objects.filter(status__in=HELD).order_by("-starts_on", "-pk")
    camps = (
        Camp.objects.filter(is_shown=True)
        .annotate(held=Count("cohorts", filter=Q(cohorts__status__in=HELD)))
        .prefetch_related(Prefetch("cohorts", held[:PAST_OF_CAMP], to_attr="latest"))
        .order_by("position", "pk")
    )
    return {"coming": coming, "camps": [camp for camp in camps[:MOST_CAMPS] if camp.latest]}


def stages(application: CampApplication) -> list[dict[str, str]]:
    """The road in four stations, each done, now or ahead."""
    words = [_("Applied"), _("Chamber"), _("Place"), _("Confirmed")]
    reached = {
        Status.APPLIED: 1,
        Status.RECOMMENDED: 2,
        Status.WAITING: 2,
        Status.SELECTED: 3,
        Status.CONFIRMED: 4,
        Status.DECLINED: 2,
        Status.WITHDRAWN: 0,
    }[Status(application.status)]
    return [
        {"label": word, "state": "done" if number < reached else "now" if number == reached else "ahead"}
        for number, word in enumerate(words)
    ]


def last_reason(application: CampApplication) -> str:
    """Why there is no place, while that is where it stands."""
    if application.status in OPEN:
        return ""
    row = application.steps.filter(to_status=application.status).order_by("-at", "-pk").first()
    return row.reason if row else ""


def attended_of(application: CampApplication) -> tuple[list[CampSession], set[int]]:
    """The sessions of the cohort, and the ids of those where the person was."""
    sessions = list(application.cohort.sessions.all())
    return sessions, set(application.attendances.values_list("session", flat=True))


def newest_certificates(applications: Iterable[CampApplication]) -> dict[int, Certificate]:
    """Application → its newest version."""
    found = Certificate.objects.filter(application__in=[one.pk for one in applications]).order_by("version")
    return {one.application_id: one for one in found}
