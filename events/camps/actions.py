"""The way of an application for a place: asked for, recommended and ranked, given, put on the waiting list or refused,
confirmed, taken back.

The only writers of its status. Whatever touches a seat or a rank holds the cohort first, then the application, so that
two hands at once come one after the other and count what the other wrote.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.bodies.models import Affiliation, Chamber
from events.camps import access, messages
from events.camps.errors import CampError
from events.camps.flows import APPLICATIONS, COHORTS
from events.camps.models import CampApplication, Cohort
from events.camps.places import places_of, require_seat
from events.camps.statuses import CohortStatus, Status
from events.participants.actions import participant_for
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved
from federation.cases.flow import needed
from members.enterprises.models import Enterprise, Representative

ONE_EACH = "camp_application_once"
# One enterprise puts forward so many people for a cohort at most: a list of a whole staff is no application.
MOST_OF_ENTERPRISE = 10


def chambers_of(enterprise: Enterprise) -> list[Chamber]:
    """Through which an enterprise may apply: where it is today, its primary chamber first."""
    places = Affiliation.objects.on().filter(enterprise=enterprise, chamber__state=Chamber.State.ACTIVE)
    return [place.chamber for place in places.select_related("chamber").order_by("-is_primary", "since", "pk")]


@transaction.atomic
def apply_for_place(
    cohort: Cohort,
    *,
    by: User,
    enterprise: Enterprise,
    chamber: Chamber,
    name: str,
    phone: str = "",
    user: User | None = None,
    hat: str = "",
    **details: Any,
) -> CampApplication:
    """Put one person forward; `details` are position, sex, room, wishes and reason. `user` is the person's account.

    Raises CampError in words, PermissionDenied for who doesn't act for the enterprise.
    """
    if not Representative.objects.acting().filter(user=by, enterprise=enterprise).exists():
        raise PermissionDenied
    held = COHORTS.hold(cohort)
    if not held.takes_applications:
        raise CampError(_("Applications for %(cohort)s are closed.") % {"cohort": held})
    if chamber not in chambers_of(enterprise):
        raise CampError(_("%(enterprise)s isn't in this chamber.") % {"enterprise": enterprise.name})
    if user is not None and not Representative.objects.acting().filter(user=user, enterprise=enterprise).exists():
        raise CampError(_("This person doesn't act for the enterprise any more."))
    ours = CampApplication.objects.open().filter(cohort=held, enterprise=enterprise).count()
    if ours >= MOST_OF_ENTERPRISE:
        raise CampError(
            _("%(number)d people of this enterprise have been put forward already.") % {"number": MOST_OF_ENTERPRISE}
        )
    participant = participant_for(name=name, phone=phone, user=user, enterprise=enterprise)
    application = CampApplication(
        cohort=held,
        participant=participant,
        name=name.strip()[:80],
        phone=phone or participant.phone,
        enterprise=enterprise,
        enterprise_name=enterprise.name,
        chamber=chamber,
        chamber_name=chamber.name,
        applicant=by,
        status_since=timezone.now(),
        **details,
    )
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError as error:
        if ONE_EACH not in str(error):
            raise
        raise CampError(_("%(name)s has already been put forward for this cohort.") % {"name": name}) from error
    step = APPLICATIONS.begin(application, by=by, hat=hat)
    messages.tell_step(application, step)
    return application


def _held(
    application: CampApplication, to: Status, by: User, may: Callable[[User, CampApplication], bool]
) -> CampApplication:
    """The application under its cohort's lock and its own. Raises AlreadyMoved, PermissionDenied."""
    COHORTS.hold(application.cohort)
    return APPLICATIONS.locked(application, to, by, may)


# --- The chamber ------------------------------------------------------------------------------------


@transaction.atomic
def recommend_application(
    application: CampApplication, *, by: User, reason: str = "", hat: str = ""
) -> CampApplication:
    """With the chamber's next rank. Raises CampError once it has recommended as many as it has seats."""
    held = _held(application, Status.RECOMMENDED, by, access.may_recommend)
    places = places_of(held.cohort)
    ranked = CampApplication.objects.filter(cohort=held.cohort, chamber=held.chamber).exclude(rank=None)
    seats = places.seats_of(held.chamber_id)
    if ranked.count() >= seats:
        raise CampError(
            _("%(chamber)s can recommend as many as it has seats, %(seats)d. Take another recommendation back first.")
            % {"chamber": held.chamber_name, "seats": seats}
        )
    last = ranked.aggregate(last=Max("rank"))["last"] or 0
    step = APPLICATIONS.move(held, Status.RECOMMENDED, by=by, hat=hat, reason=reason, rank=last + 1)
    messages.tell_step(held, step)
    return held


@transaction.atomic
def take_back_recommendation(application: CampApplication, *, by: User, reason: str, hat: str = "") -> CampApplication:
    held = _held(application, Status.APPLIED, by, access.may_take_back_recommendation)
    words = needed(reason, _("Please say why the chamber takes its word back."))
    step = APPLICATIONS.move(held, Status.APPLIED, by=by, hat=hat, reason=words, rank=None)
    _close_ranks(held)
    messages.tell_step(held, step)
    return held


@transaction.atomic
def move_up(application: CampApplication, *, by: User) -> CampApplication:
    """Trade ranks with the person before; the first stays where they are."""
    COHORTS.hold(application.cohort)
    held = APPLICATIONS.hold(application)
    if held.rank is None:
        raise APPLICATIONS.already_moved(held)
    if not access.may_take_back_recommendation(by, held):
        raise PermissionDenied
    others = CampApplication.objects.filter(cohort=held.cohort, chamber=held.chamber, rank__lt=held.rank)
    before = others.order_by("-rank").first()
    if before is None:
        return held
    mine, theirs = held.rank, before.rank
    for one, rank in ((held, None), (before, mine), (held, theirs)):
        one.rank = rank
        one.save(update_fields=["rank"])
    return held


def _close_ranks(application: CampApplication) -> None:
    """1, 2, 3 without gaps, whoever left."""
    ranked = CampApplication.objects.filter(cohort=application.cohort, chamber=application.chamber)
    for rank, one in enumerate(ranked.exclude(rank=None).order_by("rank"), start=1):
        if one.rank != rank:
            one.rank = rank
            one.save(update_fields=["rank"])


# --- The staff --------------------------------------------------------------------------------------


@transaction.atomic
def select_application(application: CampApplication, *, by: User, hat: str = "", reason: str = "") -> CampApplication:
    """Give a place: it is confirmed by whom it concerns within three days. Raises QuotaFull."""
    held = _held(application, Status.SELECTED, by, access.may_select)
    require_seat(places_of(held.cohort), held)
    step = APPLICATIONS.move(held, Status.SELECTED, by=by, hat=hat, reason=reason)
    messages.tell_step(held, step)
    return held


@transaction.atomic
def put_on_waiting_list(application: CampApplication, *, by: User, hat: str = "", reason: str = "") -> CampApplication:
    held = _held(application, Status.WAITING, by, access.may_put_on_waiting_list)
    step = APPLICATIONS.move(held, Status.WAITING, by=by, hat=hat, reason=reason)
    messages.tell_step(held, step)
    return held


@transaction.atomic
def decline_application(application: CampApplication, *, by: User, reason: str, hat: str = "") -> CampApplication:
    held = _held(application, Status.DECLINED, by, access.may_decline)
    words = needed(reason, _("Please give the reason: the enterprise and its chamber read it."))
    step = APPLICATIONS.move(held, Status.DECLINED, by=by, hat=hat, reason=words, rank=None)
    _close_ranks(held)
    messages.tell_step(held, step)
    return held


@transaction.atomic
def decide_together(
    applications: Iterable[CampApplication], decide: Callable[..., CampApplication], *, by: User, **values: Any
) -> int:
    """All or none, in the order given. Raises CampError that names the person at whom it stopped."""
    done = 0
    for application in applications:
        try:
            decide(application, by=by, **values)
        except CampError as error:
            raise type(error)(f"{application.name}: {' '.join(error.messages)}") from error
        except AlreadyMoved as error:
            raise AlreadyMoved(f"{application.name}: {' '.join(error.messages)}") from error
        done += 1
    return done


# --- Whom it concerns -------------------------------------------------------------------------------


@transaction.atomic
def confirm_place(application: CampApplication, *, by: User, hat: str = "") -> CampApplication:
    held = _held(application, Status.CONFIRMED, by, access.may_confirm)
    step = APPLICATIONS.move(held, Status.CONFIRMED, by=by, hat=hat)
    messages.tell_step(held, step)
    return held


@transaction.atomic
def withdraw_application(application: CampApplication, *, by: User, reason: str = "", hat: str = "") -> CampApplication:
    """Give the place back, or the wish for one; the staff do so in somebody's stead only with a reason."""
    held = _held(application, Status.WITHDRAWN, by, access.may_withdraw)
    if not access.is_own(by, held):
        reason = needed(reason, _("Please say at whose wish the place is given back."))
    step = APPLICATIONS.move(held, Status.WITHDRAWN, by=by, hat=hat, reason=reason, rank=None)
    _close_ranks(held)
    messages.tell_step(held, step)
    return held


@transaction.atomic
def change_wishes(application: CampApplication, *, by: User, room: str, wishes: str) -> CampApplication:
    held = APPLICATIONS.hold(application)
    if held.cohort.status in (CohortStatus.RUNNING, CohortStatus.FINISHED, CohortStatus.ARCHIVED):
        raise CampError(_("The camp has begun: please tell the people there."))
    if not access.may_change_wishes(by, held):
        raise PermissionDenied
    held.room, held.wishes = room, wishes.strip()[:200]
    held.save(update_fields=["room", "wishes"])
    return held
