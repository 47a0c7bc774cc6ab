"""The roll: who was at which session. A tick is a row that is there or isn't, so two hands at once do no harm."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
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
    return list(cohort.applications.filter(status=Status.CONFIRMED).select_related("participant").order_by("pk"))


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


@transaction.atomic
def tick(session: CampSession, applications: Iterable[int], *, by: User) -> int:
    """These people are here; who was ticked already stays ticked. Returns how many ticks are new.

    Ids that aren't on the roll are passed over: somebody gave the place back meanwhile. Raises RollClosed.
    """
    cohort = _require_open(session, by)
    confirmed = cohort.applications.filter(pk__in=list(applications), status=Status.CONFIRMED)
    people = list(confirmed.select_related("participant", "cohort"))
    if any(one.participant.user_id == by.pk for one in people):
        raise RollClosed(_("You are on this roll yourself: somebody else has to tick you."))
    before = Attendance.objects.filter(session=session).count()
    Attendance.objects.bulk_create(
        [Attendance(session=session, application=one, marked_by=by) for one in people], ignore_conflicts=True
    )
    return Attendance.objects.filter(session=session).count() - before


@transaction.atomic
def untick(session: CampSession, application: CampApplication, *, by: User) -> bool:
    """Take a tick back; says whether there was one. Raises RollClosed, also once the person is certified."""
    _require_open(session, by)
    if application.participant.user_id == by.pk:
        raise RollClosed(_("You are on this roll yourself: somebody else has to tick you."))
    if application.certificates.valid().exists():
        raise RollClosed(
            _("%(name)s has a certificate that counts this session: revoke it first.") % {"name": application.name}
        )
    deleted, _each = Attendance.objects.filter(session=session, application=application).delete()
    return bool(deleted)
