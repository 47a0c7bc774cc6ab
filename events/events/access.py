"""Who may do what with an event. Each predicate looks at one verb; nobody approves what they planned."""

from django.db.models import Q

from chambers.bodies.models import Chamber
from events.events.models import Event
from events.events.statuses import COMING, MOVES, Status
from federation.accounts.models import User

PLAN = "events.add_event"
CHANGE = "events.change_event"
APPROVE = "events.approve_event"
SEE_PEOPLE = "events.view_signup"


def is_staff_with(user: User, permission: str) -> bool:
    return user.is_active and user.is_staff and user.has_perm(permission)


def runs(user: User, chamber: Chamber | None) -> bool:
    """Whether the user is this chamber's secretary today."""
    return chamber is not None and Chamber.objects.run_by(user).filter(pk=chamber.pk).exists()


def may_plan(user: User, chamber: Chamber | None) -> bool:
    """Staff for the federation and, in its place, for a chamber; a secretary for the own chamber."""
    return is_staff_with(user, PLAN) or runs(user, chamber)


def manages(user: User, event: Event) -> bool:
    return is_staff_with(user, CHANGE) or (event.chamber_id is not None and runs(user, event.chamber))


def has_planned(user: User, event: Event) -> bool:
    """Whether the user had a hand in the plan: began it, changed it or sent it."""
    if event.planned_by_id == user.pk:
        return True
    planned = Q(to_status=Status.SUBMITTED) | Q(to_status=Status.PLANNED, from_status__in=["", Status.PLANNED])
    return event.steps.filter(planned, actor=user).exists()


def may_change(user: User, event: Event) -> bool:
    return event.status == Status.PLANNED and manages(user, event)


def may_submit(user: User, event: Event) -> bool:
    return may_change(user, event)


def may_approve(user: User, event: Event) -> bool:
    """Two people announce an event: neither who planned it nor who runs its chamber approves it."""
    return (
        event.status == Status.SUBMITTED
        and is_staff_with(user, APPROVE)
        and not has_planned(user, event)
        and not runs(user, event.chamber)
    )


def may_return(user: User, event: Event) -> bool:
    return may_approve(user, event)


def may_adjust(user: User, event: Event) -> bool:
    """Place, words, deadline and places of what is announced; never its time, which is postponed and named anew."""
    return event.status in (*COMING, Status.POSTPONED) and manages(user, event)


def may_set_places(user: User, event: Event) -> bool:
    return (event.status == Status.PLANNED or event.status in COMING) and manages(user, event)


def may_close(user: User, event: Event) -> bool:
    return event.status == Status.OPEN and manages(user, event)


def may_reopen(user: User, event: Event) -> bool:
    return event.status == Status.CLOSED and manages(user, event)


def may_postpone(user: User, event: Event) -> bool:
    return event.status in COMING and manages(user, event)


def may_reschedule(user: User, event: Event) -> bool:
    return event.status == Status.POSTPONED and manages(user, event)


def may_cancel(user: User, event: Event) -> bool:
    return can_move(event, Status.CANCELLED) and manages(user, event)


def may_open_door(user: User, event: Event) -> bool:
    return event.status in COMING and manages(user, event)


def may_keep_door(user: User, event: Event) -> bool:
    """Show the code, tick the list, write down who came without signing up."""
    return event.status == Status.CHECK_IN and manages(user, event)


def may_sum_up(user: User, event: Event) -> bool:
    return event.status == Status.CHECK_IN and manages(user, event)


def may_archive(user: User, event: Event) -> bool:
    return event.status == Status.SUMMED_UP and is_staff_with(user, CHANGE)


def may_see_people(user: User, event: Event) -> bool:
    """Who signed up and who came."""
    return is_staff_with(user, SEE_PEOPLE) or manages(user, event)


def can_move(event: Event, to: Status) -> bool:
    return to in MOVES[Status(event.status)]
