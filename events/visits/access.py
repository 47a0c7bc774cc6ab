"""Who may do what with a visit day and its visits. Each predicate looks at one verb.

Three hands, kept apart: those who plan, those who lead, and the enterprise that is visited. Who acts for the enterprise
answers for it and does nothing else, whatever hats they wear.
"""

from django.utils import timezone

from events.visits.models import Leader, Visit, VisitDay, VisitLeader
from events.visits.statuses import ANNOUNCED, DAY_OPEN, OPEN, DayStatus, VisitStatus
from federation.accounts.models import User
from federation.accounts.rights import staff_with
from members.enterprises.models import Enterprise, Representative

PLAN = "events.plan_visitday"
VIEW = "events.view_visit"


# --- Hands ----------------------------------------------------------------------------------------


def plans(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(PLAN)


def reads_all(user: User) -> bool:
    return user.is_active and user.is_staff and user.has_perm(VIEW)


def is_leader(user: User) -> bool:
    """In an office of today that visits, and on the staff: visits are written up behind a second factor."""
    return user.is_active and user.is_staff and Leader.objects.on().filter(user=user).exists()


def leads(user: User, visit: Visit) -> bool:
    return user.is_active and user.is_staff and VisitLeader.objects.of_user(user).filter(visit_id=visit.pk).exists()


def acts_for(user: User, enterprise_id: int, *, managing: bool = False) -> bool:
    acting = Representative.objects.acting().filter(user=user, enterprise_id=enterprise_id)
    if managing:
        acting = acting.filter(role=Representative.Role.MANAGER)
    return user.is_active and acting.exists()


def is_own(user: User, visit: Visit) -> bool:
    return acts_for(user, visit.enterprise_id)


def managers_of(enterprise: Enterprise | int) -> list[User]:
    """Who is asked whether the visit suits."""
    pk = enterprise if isinstance(enterprise, int) else enterprise.pk
    acting = Representative.objects.acting().filter(enterprise=pk, role=Representative.Role.MANAGER)
    return list(User.objects.filter(pk__in=acting.values("user"), is_active=True))


def planners() -> list[User]:
    return staff_with(PLAN)


def leaders_with_account(visit: Visit) -> list[User]:
    holding = Leader.objects.on().filter(visit_leaders__visit=visit.pk)
    return list(User.objects.filter(pk__in=holding.values("user"), is_active=True, is_staff=True))


# --- The day --------------------------------------------------------------------------------------


def may_change_day(user: User, day: VisitDay) -> bool:
    return day.status in DAY_OPEN and plans(user)


def may_confirm_day(user: User, day: VisitDay) -> bool:
    return day.status == DayStatus.PLANNED and plans(user)


def may_finish_day(user: User, day: VisitDay) -> bool:
    return day.status == DayStatus.CONFIRMED and plans(user)


def may_cancel_day(user: User, day: VisitDay) -> bool:
    return day.status in DAY_OPEN and plans(user)


# --- The planners' verbs on a visit ---------------------------------------------------------------


def may_schedule(user: User, visit: Visit) -> bool:
    return visit.status in OPEN and visit.day.status in DAY_OPEN and plans(user) and not is_own(user, visit)


def may_call_off(user: User, visit: Visit) -> bool:
    return may_schedule(user, visit)


# --- The enterprise's verbs -----------------------------------------------------------------------


def _may_answer(user: User, visit: Visit) -> bool:
    return (
        visit.day.status == DayStatus.CONFIRMED
        and visit.starts_at > timezone.now()
        and acts_for(user, visit.enterprise_id, managing=True)
    )


def may_confirm(user: User, visit: Visit) -> bool:
    return visit.status in {VisitStatus.PLANNED, VisitStatus.ASKED} and _may_answer(user, visit)


def may_ask(user: User, visit: Visit) -> bool:
    """For another time, while it isn't settled or has been."""
    return visit.status in {VisitStatus.PLANNED, VisitStatus.CONFIRMED} and _may_answer(user, visit)


# --- At the firm ----------------------------------------------------------------------------------


def writes(user: User, visit: Visit) -> bool:
    """Whose hand it is to write the visit up: who leads it, or a planner who went along."""
    return (leads(user, visit) or plans(user)) and not is_own(user, visit)


def _was_there(user: User, visit: Visit) -> bool:
    """On the day or after it, and before the day is closed."""
    return visit.day.status == DayStatus.CONFIRMED and timezone.localdate() >= visit.day.on and writes(user, visit)


def may_record(user: User, visit: Visit) -> bool:
    """Note, photos, people present, demands: until the day is closed, for something is always remembered later."""
    return visit.status in OPEN | {VisitStatus.DONE} and _was_there(user, visit)


def may_close(user: User, visit: Visit) -> bool:
    return visit.status in OPEN and _was_there(user, visit)


def may_say_not_met(user: User, visit: Visit) -> bool:
    return may_close(user, visit)


# --- Reading --------------------------------------------------------------------------------------


def may_read_note(user: User, visit: Visit) -> bool:
    """What was said in confidence stays with the federation: not with the enterprise's own people, nor its chamber."""
    return (reads_all(user) or leads(user, visit)) and not is_own(user, visit)


def may_see_ours(user: User, visit: Visit) -> bool:
    """The enterprise's own page of the visit, with its photos; of what was called off before they were told they never
    hear."""
    called_off_unheard = visit.status == VisitStatus.CANCELLED and not _was_told_of(visit)
    return visit.day.status in ANNOUNCED and not called_off_unheard and acts_for(user, visit.enterprise_id)


def _was_told_of(visit: Visit) -> bool:
    return Visit.objects.announced().filter(pk=visit.pk).exists()
