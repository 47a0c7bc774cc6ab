"""The roll: who was at which session. A tick is a row that is there or isn't, so two hands at once do no harm."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from events.camps import access
from events.camps.errors import RollClosed
from events.camps.flows import COHORTS
from events.camps.models import Attendance, CampApplication, CampSession, Cohort
from events.camps.statuses import ROLL_OPEN, Status
from federation.accounts.models import User
from federation.portal.formats import cn_datetime

# The first arrive before the hour.
BEFORE = datetime.timedelta(minutes=30)


def begins(session: CampSession) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(session.day, session.starts_at))


def on_roll(cohort: Cohort) -> list[CampApplication]:
    """Whoever has a confirmed place."""
    return list(_on_roll(cohort).order_by("pk"))


def _on_roll(cohort: Cohort) -> QuerySet[CampApplication]:
    return cohort.applications.filter(status=Status.CONFIRMED).select_related("participant", "cohort")


def _require_open(session: CampSession, by: User) -> Cohort:
    """The cohort, held so that nobody archives it meanwhile. Raises RollClosed in words, PermissionDenied."""
    cohort = COHORTS.hold(session.cohort)
    if cohort.status not in ROLL_OPEN:
        raise RollClosed(
            _("%(cohort)s is “%(status)s”: its roll can't be called.")
            % {"cohort": cohort, "status": cohort.get_status_display()}
        )
    if not access.may_call_roll(by, cohort):
        raise PermissionDenied
    if begins(session) - BEFORE > timezone.now():
        raise RollClosed(_("This session begins on %(when)s.") % {"when": cn_datetime(begins(session))})
    return cohort


def _require_others(people: Iterable[CampApplication], by: User) -> None:
    """Raises RollClosed for the one person whom the caller of an open roll may not tick: the caller."""
    if not all(access.may_tick(by, one) for one in people):
        raise RollClosed(_("You are on this roll yourself: somebody else has to tick you."))


@transaction.atomic
def tick(session: CampSession, applications: Iterable[int], *, by: User) -> int:
    """These people are here; who was ticked already stays ticked. Returns how many ticks are new.

    Ids that aren't on the roll are passed over: somebody gave the place back meanwhile. Raises RollClosed.
    """
    cohort = _require_open(session, by)
    people = _on_roll(cohort).filter(pk__in=list(applications))
    _require_others(people, by)
    before = Attendance.objects.filter(session=session).count()
    Attendance.objects.bulk_create(
        [Attendance(session=session, application=one, marked_by=by) for one in people], ignore_conflicts=True
    )
    return Attendance.objects.filter(session=session).count() - before


@transaction.atomic
def untick(session: CampSession, application: CampApplication, *, by: User) -> bool:
    """Take a tick back; says whether there was one. Raises RollClosed, also once the person is certified."""
    found = _on_roll(_require_open(session, by)).filter(pk=application.pk)
    _require_others(found, by)
    for one in found:
        if one.certificates.valid().exists():
            raise RollClosed(
                _("%(name)s has a certificate that counts this session: revoke it first.") % {"name": one.name}
            )
    deleted, _each = Attendance.objects.filter(session=session, application__in=found).delete()
    return bool(deleted)
