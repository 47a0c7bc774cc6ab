"""A visit day from the first name on its list to its end. `hat` is the label under which the person acts."""

import datetime
from collections.abc import Iterable, Sequence

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.visits import access
from events.visits.errors import VisitError
from events.visits.flow import DAY_FLOW, VISIT_FLOW, answer_due, day_due
from events.visits.messages import tell_leaders_of_day, tell_step
from events.visits.models import DayLeader, Leader, Visit, VisitDay, VisitLeader, VisitStep
from events.visits.statuses import OPEN, DayStatus, VisitStatus
from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import cn_date
from members.enterprises.choices import State
from members.enterprises.models import Enterprise, Representative
from services.demands.raising import primary_chamber

# Hours of a day out: two firms before noon and three after it, for each leader.
SLOTS = tuple(datetime.time(*clock) for clock in ((9, 30), (10, 45), (14, 0), (15, 15), (16, 30)))
MOST_A_DAY = 30
# Days that were kept on paper may be entered afterwards, but not years later.
LOOK_BACK = datetime.timedelta(days=366)
LOOK_AHEAD = datetime.timedelta(days=366)
ONE_A_DAY = "visit_day_once"


def at(day: datetime.date, clock: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, clock))


@transaction.atomic
def plan_day(*, on: datetime.date, by: User, leaders: Iterable[Leader] = (), note: str = "", hat: str = "") -> VisitDay:
    """Raises VisitError where the day is planned already, or lies too far away."""
    if not access.plans(by):
        raise PermissionDenied
    today = timezone.localdate()
    if not today - LOOK_BACK <= on <= today + LOOK_AHEAD:
        raise VisitError(_("A visit day lies at most a year ahead or behind: %(day)s doesn't.") % {"day": cn_date(on)})
    try:
        with transaction.atomic():
            day = VisitDay.objects.create(on=on, note=note.strip(), status_since=timezone.now())
    except IntegrityError as error:
        if ONE_A_DAY not in str(error):
            raise
        raise VisitError(_("%(day)s is planned already.") % {"day": cn_date(on)}) from error
    _set_leaders(day, leaders)
    DAY_FLOW.begin(day, by=by, hat=hat)
    return day


def _held(day: VisitDay, by: User) -> VisitDay:
    """The day as it stands, if it may still be changed."""
    held = DAY_FLOW.hold(day)
    if held.status in {DayStatus.DONE, DayStatus.CANCELLED}:
        raise DAY_FLOW.already_moved(held)
    if not access.may_change_day(by, held):
        raise PermissionDenied
    return held


def _set_leaders(day: VisitDay, leaders: Iterable[Leader]) -> None:
    wanted = {leader.pk: leader for leader in leaders}
    absent = [leader for leader in wanted.values() if not _holds_office(leader, day.on)]
    if absent:
        raise VisitError(_("%(name)s holds no office on %(day)s.") % {"name": absent[0].name, "day": cn_date(day.on)})
    day.day_leaders.exclude(leader__in=wanted).delete()
    have = set(day.day_leaders.values_list("leader_id", flat=True))
    DayLeader.objects.bulk_create(DayLeader(day=day, leader_id=pk) for pk in wanted if pk not in have)


def _holds_office(leader: Leader, on: datetime.date) -> bool:
    return leader.since <= on and (leader.until is None or leader.until >= on)


@transaction.atomic
def change_day(day: VisitDay, *, by: User, leaders: Iterable[Leader], note: str) -> VisitDay:
    held = _held(day, by)
    leaders = list(leaders)
    gone = VisitLeader.objects.filter(visit__day=held, visit__status__in=OPEN).exclude(leader__in=leaders)
    still = gone.select_related("visit").first()
    if still is not None:
        raise VisitError(
            _(
                "%(name)s still has visits on this day, such as the one to %(enterprise)s. "
                "Give them to somebody else first."
            )
            % {"name": still.name, "enterprise": still.visit.enterprise_name}
        )
    _set_leaders(held, leaders)
    held.note = note.strip()
    held.save(update_fields=["note"])
    return held


@transaction.atomic
def choose_enterprises(day: VisitDay, enterprises: Sequence[Enterprise], *, by: User, hat: str = "") -> list[Visit]:
    """Put enterprises on the day's list; who is on it already stays as they are. Leaders and hours are shared out
    evenly, for staff to change. On an announced day the enterprises are asked at once."""
    held = _held(day, by)
    wanted = list(Enterprise.objects.filter(pk__in=[one.pk for one in enterprises]).order_by("pk"))
    listed = held.visits.exclude(status=VisitStatus.CANCELLED)
    there = set(listed.values_list("enterprise_id", flat=True))
    new = [one for one in wanted if one.pk not in there]
    for one in new:
        if one.merged_into_id or one.state != State.ACTIVE:
            raise VisitError(
                _("%(enterprise)s can't be visited: according to the register it is %(state)s.")
                % {"enterprise": one.name, "state": one.get_state_display()}
            )
    if len(there) + len(new) > MOST_A_DAY:
        raise VisitError(
            _("That would be %(number)s visits in one day; at most %(most)s can be made.")
            % {"number": len(there) + len(new), "most": MOST_A_DAY}
        )
    return [_chosen(held, one, by, hat) for one in new]


def _chosen(day: VisitDay, enterprise: Enterprise, by: User, hat: str) -> Visit:
    leader, starts_at = _next_place(day, enterprise)
    visit = Visit.objects.create(
        day=day,
        enterprise=enterprise,
        enterprise_name=enterprise.name,
        town_id=enterprise.town_id,
        chamber=primary_chamber(enterprise),
        starts_at=starts_at,
        place=enterprise.address,
        status_since=timezone.now(),
    )
    if leader is not None:
        set_leaders(visit, [leader])
    step = VISIT_FLOW.begin(visit, by=by, hat=hat)
    if day.status == DayStatus.CONFIRMED:
        ask_enterprise(visit, step)
    return visit


def _next_place(day: VisitDay, enterprise: Enterprise) -> tuple[Leader | None, datetime.datetime]:
    """The leader with the fewest visits so far, none of this enterprise's own people, and that leader's next hour."""
    own = Representative.objects.acting(day.on).filter(enterprise=enterprise).values("user")
    leaders = list(
        Leader.objects.filter(pk__in=day.day_leaders.values("leader")).exclude(user__in=own).order_by("since", "pk")
    )
    visits = day.visits.exclude(status=VisitStatus.CANCELLED)
    if not leaders:
        return None, at(day.on, SLOTS[visits.count() % len(SLOTS)])
    taken: dict[int, set[datetime.datetime]] = {leader.pk: set() for leader in leaders}
    for leader_pk, starts_at in visits.filter(leaders__in=leaders).values_list("leaders", "starts_at"):
        taken[leader_pk].add(starts_at)
    leader = min(leaders, key=lambda one: len(taken[one.pk]))
    hours = [at(day.on, clock) for clock in SLOTS]
    return leader, next((hour for hour in hours if hour not in taken[leader.pk]), hours[-1])


def set_leaders(visit: Visit, leaders: Sequence[Leader]) -> None:
    """Names and offices as they are on this day."""
    wanted = {leader.pk: leader for leader in leaders}
    own = Representative.objects.acting(visit.day.on).filter(enterprise=visit.enterprise_id).values("user")
    involved = Leader.objects.filter(pk__in=wanted, user__in=own).first()
    if involved is not None:
        raise VisitError(
            _("%(name)s acts for this enterprise: somebody else has to lead the visit.") % {"name": involved.name}
        )
    visit.visit_leaders.exclude(leader__in=wanted).delete()
    have = set(visit.visit_leaders.values_list("leader_id", flat=True))
    VisitLeader.objects.bulk_create(
        VisitLeader(visit=visit, leader=leader, name=leader.name, office=leader.office)
        for leader in wanted.values()
        if leader.pk not in have
    )


def ask_enterprise(visit: Visit, step: VisitStep) -> None:
    """Start the enterprise's clock and tell its managers; what lies behind is only written up."""
    if visit.starts_at <= timezone.now():
        return
    visit.due_at = answer_due(visit.starts_at)
    visit.save(update_fields=["due_at"])
    tell_step(visit, step)


@transaction.atomic
def confirm_day(day: VisitDay, *, by: User, hat: str = "") -> VisitDay:
    """The list stands: enterprises are asked, leaders get their lists. Raises VisitError where something lacks."""
    held = DAY_FLOW.locked(day, DayStatus.CONFIRMED, by, access.may_confirm_day)
    visits = list(
        held.visits.open().select_related("day").prefetch_related("visit_leaders").order_by("starts_at", "pk")
    )
    if not visits:
        raise VisitError(_("Nobody is on the list yet: choose enterprises first."))
    alone = next((visit for visit in visits if not visit.visit_leaders.all()), None)
    if alone is not None:
        raise VisitError(_("Nobody leads the visit to %(enterprise)s yet.") % {"enterprise": alone.enterprise_name})
    step = DAY_FLOW.move(held, DayStatus.CONFIRMED, by=by, hat=hat, due_at=day_due(held.on))
    steps = {one.visit_id: one for one in VisitStep.objects.filter(visit__in=visits).order_by("at", "pk")}
    for visit in visits:
        visit.day = held
        ask_enterprise(visit, steps[visit.pk])
    tell_leaders_of_day(held, step)
    return held


@transaction.atomic
def finish_day(day: VisitDay, *, by: User, hat: str = "") -> VisitDay:
    """Raises VisitError naming a visit that nobody has written up."""
    held = DAY_FLOW.locked(day, DayStatus.DONE, by, access.may_finish_day)
    waiting = held.visits.open().order_by("starts_at", "pk").first()
    if waiting is not None:
        raise VisitError(
            _("The visit to %(enterprise)s isn't written up yet (%(status)s).")
            % {"enterprise": waiting.enterprise_name, "status": waiting.get_status_display()}
        )
    DAY_FLOW.move(held, DayStatus.DONE, by=by, hat=hat)
    return held


@transaction.atomic
def cancel_day(day: VisitDay, *, by: User, reason: str, hat: str = "") -> VisitDay:
    """Calls off what hasn't taken place yet; visits already made stay."""
    held = DAY_FLOW.locked(day, DayStatus.CANCELLED, by, access.may_cancel_day)
    reason = needed(reason, _("Please give the reason: enterprises and leaders have to know."))
    if held.visits.filter(status=VisitStatus.DONE).exists():
        raise VisitError(_("Enterprises have been visited on this day already. Call off the other visits one by one."))
    known = held.status == DayStatus.CONFIRMED
    DAY_FLOW.move(held, DayStatus.CANCELLED, by=by, hat=hat, reason=reason)
    for visit in held.visits.open().select_for_update(of=("self",)).order_by("pk"):
        visit.day = held
        step = VISIT_FLOW.move(visit, VisitStatus.CANCELLED, by=by, hat=hat, reason=reason)
        if known:
            tell_step(visit, step)
    return held
