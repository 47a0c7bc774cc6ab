"""The way of a cohort: announced, closed, settled, begun, finished, archived, or called off; and its quotas.

The only writers of its status. Each verb holds the row, checks the right on the row as it stands and leaves a step.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chambers.bodies.models import Chamber
from events.camps import access, messages
from events.camps.errors import CampError
from events.camps.flows import APPLICATIONS, COHORTS
from events.camps.models import CampApplication, ChamberQuota, Cohort
from events.camps.places import places_of, require_room
from events.camps.statuses import COMING, OPEN, PLACES_MOVE, CohortStatus, Status
from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import cn_date

# What is written down about a cohort, and changes no status.
FACTS = (
    "camp",
    "number",
    "theme",
    "starts_on",
    "ends_on",
    "place",
    "lodging",
    "introduction",
    "applications_until",
    "quota",
    "attendance_share",
    "contact_name",
    "contact_phone",
)
# Of these, what people plan their journey by.
JOURNEY = ("starts_on", "ends_on", "place")
# The staff's own deadline for writing the certificates.
CERTIFY_DAYS = 14


def require_sound(cohort: Cohort) -> None:
    """Raises ValidationError, by field, for dates that contradict each other."""
    faults: dict[str, str] = {}
    if cohort.starts_on and cohort.ends_on and cohort.ends_on < cohort.starts_on:
        faults["ends_on"] = _("The last day lies before the first.")
    if cohort.starts_on and cohort.applications_until:
        closes = timezone.localtime(cohort.applications_until).date()
        if closes >= cohort.starts_on:
            faults["applications_until"] = _("Applications must close before the first day (%(day)s).") % {
                "day": cn_date(cohort.starts_on)
            }
    if faults:
        raise ValidationError(faults)


@transaction.atomic
def save_cohort(cohort: Cohort, *, by: User) -> Cohort:
    """Write down a new cohort, or what was changed on one.

    Raises ValidationError by field; QuotaTooSmall for fewer places than people in; PermissionDenied.
    """
    require_sound(cohort)
    if cohort.pk is None:
        if not access.runs(by):
            raise PermissionDenied
        cohort.status = CohortStatus.PLANNED
        cohort.status_since = timezone.now()
        cohort.save()
        COHORTS.begin(cohort, by=by)
        return cohort
    held = COHORTS.hold(cohort)
    if not access.may_edit(by, held):
        raise PermissionDenied
    _require_sessions_inside(cohort)
    places = places_of(held)
    require_room(cohort.quota, places.kept, places.given)
    if held.status in PLACES_MOVE:
        cohort.due_at = _due(held.status, cohort)
    cohort.save(update_fields=[*FACTS, "due_at"])
    if held.status in COMING and any(getattr(held, name) != getattr(cohort, name) for name in JOURNEY):
        messages.tell_moved(cohort)
    return cohort


def _require_sessions_inside(cohort: Cohort) -> None:
    span = cohort.sessions.aggregate(first=Min("day"), last=Max("day"))
    if span["first"] and (span["first"] < cohort.starts_on or span["last"] > cohort.ends_on):
        raise ValidationError(
            {
                "starts_on": _("Sessions are planned from %(first)s to %(last)s: move them first.")
                % {"first": cn_date(span["first"]), "last": cn_date(span["last"])}
            }
        )


@transaction.atomic
def set_quotas(cohort: Cohort, seats: Mapping[Chamber, int | None], *, by: User) -> Cohort:
    """The seats of each chamber named; None takes its quota away, and 0 keeps its people out.

    Raises QuotaTooSmall in words, PermissionDenied.
    """
    held = COHORTS.hold(cohort)
    if not access.may_edit(by, held):
        raise PermissionDenied
    places = places_of(held)
    kept = dict(places.kept)
    for chamber, number in seats.items():
        if number is None:
            kept.pop(chamber.pk, None)
        else:
            kept[chamber.pk] = number
    require_room(held.quota, kept, places.given)
    for chamber, number in seats.items():
        if number is None:
            ChamberQuota.objects.filter(cohort=held, chamber=chamber).delete()
        elif places.kept.get(chamber.pk) != number:
            ChamberQuota.objects.update_or_create(cohort=held, chamber=chamber, defaults={"seats": number})
    return held


# --- Its way ----------------------------------------------------------------------------------------


def _due(status: str, cohort: Cohort) -> datetime.datetime | None:
    """When the staff's next step is due."""

    def evening(day: datetime.date) -> datetime.datetime:
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time(18)))

    one = datetime.timedelta(days=1)
    if status == CohortStatus.OPEN:
        return cohort.applications_until
    if status == CohortStatus.SELECTION:
        return evening(cohort.starts_on - 3 * one)
    if status == CohortStatus.CONFIRMED:
        return evening(cohort.starts_on)
    if status == CohortStatus.RUNNING:
        return evening(cohort.ends_on + one)
    if status == CohortStatus.FINISHED:
        return timezone.now() + CERTIFY_DAYS * one
    return None


def _move(
    cohort: Cohort, to: CohortStatus, by: User, may: Callable[[User, Cohort], bool], hat: str, reason: str = ""
) -> Cohort:
    held = COHORTS.locked(cohort, to, by, may)
    step = COHORTS.move(held, to, by=by, hat=hat, reason=reason, due_at=_due(to, held))
    messages.tell_cohort_step(held, step)
    return held


@transaction.atomic
def announce_cohort(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    """Shown to everyone, open for applications; the chambers are told what is kept for them."""
    held = COHORTS.hold(cohort)
    require_sound(held)
    if held.status == CohortStatus.PLANNED and held.applications_until <= timezone.now():
        raise CampError(_("The day until which people may apply has passed: put it off before announcing."))
    return _move(held, CohortStatus.OPEN, by, access.may_announce, hat)


@transaction.atomic
def close_applications(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    return _move(cohort, CohortStatus.SELECTION, by, access.may_close, hat)


@transaction.atomic
def reopen_applications(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    held = COHORTS.hold(cohort)
    if held.status == CohortStatus.SELECTION and held.applications_until <= timezone.now():
        raise CampError(_("The day until which people may apply has passed: put it off first."))
    return _move(held, CohortStatus.OPEN, by, access.may_reopen, hat)


@transaction.atomic
def settle_cohort(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    """The roster stands: everybody who applied has an answer. Raises CampError while somebody has none."""
    held = COHORTS.hold(cohort)
    undecided = held.applications.filter(status__in=[Status.APPLIED, Status.RECOMMENDED]).count()
    if held.status == CohortStatus.SELECTION and undecided:
        raise CampError(
            ngettext(
                "%(number)d application has no answer yet: give a place, the waiting list or a refusal first.",
                "%(number)d applications have no answer yet: give places, the waiting list or refusals first.",
                undecided,
            )
            % {"number": undecided}
        )
    return _move(held, CohortStatus.CONFIRMED, by, access.may_settle, hat)


@transaction.atomic
def unsettle_cohort(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    return _move(cohort, CohortStatus.SELECTION, by, access.may_unsettle, hat)


@transaction.atomic
def start_cohort(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    """From the eve of the first day; who still waits for a place is told that none became free."""
    held = COHORTS.hold(cohort)
    if held.status == CohortStatus.CONFIRMED:
        _require_ready(held)
    moved = _move(held, CohortStatus.RUNNING, by, access.may_start, hat)
    _turn_away(moved, [Status.WAITING], by, hat, _("The camp has begun, and no place became free."))
    return moved


def _require_ready(cohort: Cohort) -> None:
    if timezone.localdate() < cohort.starts_on - datetime.timedelta(days=1):
        raise CampError(_("It begins on %(day)s: not before the eve.") % {"day": cn_date(cohort.starts_on)})
    if not cohort.sessions.filter(counts=True).exists():
        raise CampError(_("Without a session that counts nobody could earn a certificate: add the sessions first."))
    unconfirmed = cohort.applications.filter(status=Status.SELECTED).count()
    if unconfirmed:
        raise CampError(
            ngettext(
                "%(number)d person hasn't confirmed yet: confirm for them after a call, or give the place on.",
                "%(number)d people haven't confirmed yet: confirm for them after a call, or give the places on.",
                unconfirmed,
            )
            % {"number": unconfirmed}
        )


@transaction.atomic
def finish_cohort(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    held = COHORTS.hold(cohort)
    if held.status == CohortStatus.RUNNING and timezone.localdate() < held.ends_on:
        raise CampError(_("It lasts until %(day)s.") % {"day": cn_date(held.ends_on)})
    return _move(held, CohortStatus.FINISHED, by, access.may_finish, hat)


@transaction.atomic
def archive_cohort(cohort: Cohort, *, by: User, hat: str = "") -> Cohort:
    """The roll is closed for good; certificates may still be corrected."""
    return _move(cohort, CohortStatus.ARCHIVED, by, access.may_archive, hat)


@transaction.atomic
def cancel_cohort(cohort: Cohort, *, by: User, reason: str, hat: str = "") -> Cohort:
    """Everybody who applied is told why."""
    words = needed(reason, _("Please say why it is called off: everybody who applied reads it."))
    moved = _move(cohort, CohortStatus.CANCELLED, by, access.may_cancel, hat, words)
    _turn_away(moved, list(OPEN), by, hat, words)
    return moved


def _turn_away(cohort: Cohort, statuses: list[str], by: User, hat: str, reason: str) -> None:
    """All at once: nobody decides about one of them, the camp itself does."""
    rows = CampApplication.objects.select_for_update(of=("self",)).filter(cohort=cohort, status__in=statuses)
    for application in rows.select_related(*APPLICATIONS.related).order_by("pk"):
        values: dict[str, Any] = {"rank": None}
        step = APPLICATIONS.move(application, Status.DECLINED, by=by, hat=hat, reason=reason, **values)
        messages.tell_step(application, step)
