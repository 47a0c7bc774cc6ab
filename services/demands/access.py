"""Who may do what with a demand. Each predicate looks at one verb; nobody does two hands' work on one demand."""

from collections.abc import Callable

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer
from services.demands.choices import Source
from services.demands.models import Demand, DemandHandling
from services.demands.statuses import IN_HAND, OPEN, Status

ASSIGN = "services.assign_demand"
HANDLE = "services.handle_demand"
CALL_BACK = "services.callback_demand"


# --- Hands ----------------------------------------------------------------------------------------


def _asked_once(demand: Demand, key: tuple[object, ...], ask: Callable[[], bool]) -> bool:
    """A page asks a dozen predicates of one row: each hand is looked up once for it. A locked row is read anew, so an
    action never goes by what a page knew."""
    known = demand.__dict__.setdefault("_hands", {})
    if key not in known:
        known[key] = ask()
    return known[key]


def acts_for(user: User, enterprise_id: int) -> bool:
    acting = Representative.objects.acting().filter(user=user, enterprise_id=enterprise_id)
    return acting.filter(enterprise__merged_into=None).exists()


def represents(user: User, demand: Demand) -> bool:
    """Whether the user acts, today, for the enterprise that the demand is of."""
    key = ("enterprise", user.pk, demand.enterprise_id)
    return _asked_once(demand, key, lambda: acts_for(user, demand.enterprise_id))


def runs_chamber_of(user: User, demand: Demand) -> bool:
    """Whether the user is secretary, today, of the chamber that may follow it."""
    if not demand.chamber_id or not demand.shown_to_chamber:
        return False
    return Chamber.objects.run_by(user).filter(pk=demand.chamber_id).exists()


def speaks_for(user: User, demand: Demand) -> bool:
    """Whether the demand is the user's to follow up: their enterprise's, or raised by them as its chamber."""
    if represents(user, demand):
        return True
    return demand.source == Source.CHAMBER and demand.raised_by_id == user.pk and runs_chamber_of(user, demand)


def is_own(user: User, demand: Demand) -> bool:
    """Whether the user asks for something here, under whatever hat: then they neither assign, answer nor call back.

    Who writes down on a visit what others need asks nothing for themselves.
    """
    asked = demand.raised_by_id == user.pk and demand.source != Source.VISIT
    return asked or represents(user, demand)


def is_officer(user: User, demand: Demand) -> bool:
    """Whether the user is an officer, today, of the department that has it."""
    if not demand.department_id:
        return False
    offices = PartnerOfficer.objects.on().filter(user=user, organisation=demand.department_id)
    key = ("department", user.pk, demand.department_id)
    return _asked_once(demand, key, offices.filter(organisation__is_active=True).exists)


def is_owner(user: User, demand: Demand) -> bool:
    """Whether the user is the one of the staff who has it, still with the right to."""
    return demand.owner_id == user.pk and _staff_with(user, HANDLE)


def in_charge(user: User, demand: Demand) -> bool:
    return is_officer(user, demand) or is_owner(user, demand)


def assigns(user: User) -> bool:
    return _staff_with(user, ASSIGN)


def calls_back(user: User) -> bool:
    return _staff_with(user, CALL_BACK)


def _staff_with(user: User, permission: str) -> bool:
    return user.is_active and user.is_staff and user.has_perm(permission)


def officers_who_may(demand: Demand) -> list[User]:
    """Who can act on it now: the department's officers of today, or the owner, without those who asked for it."""
    if demand.department_id:
        offices = PartnerOfficer.objects.on().filter(organisation=demand.department_id, organisation__is_active=True)
        people = User.objects.filter(pk__in=offices.values("user"), is_active=True)
    else:
        people = User.objects.filter(pk=demand.owner_id, is_active=True, is_staff=True)
    return [person for person in people if in_charge(person, demand) and not is_own(person, demand)]


# --- The enterprise's verbs -----------------------------------------------------------------------


def may_withdraw(user: User, demand: Demand) -> bool:
    return demand.status in OPEN and speaks_for(user, demand)


# --- The staff's verbs ----------------------------------------------------------------------------


def may_classify(user: User, demand: Demand) -> bool:
    return demand.status in OPEN and assigns(user) and not is_own(user, demand)


def may_assign(user: User, demand: Demand) -> bool:
    return demand.status == Status.RAISED and assigns(user) and not is_own(user, demand)


def may_join(user: User, demand: Demand) -> bool:
    """Say that it is the same as another."""
    return demand.status in IN_HAND | {Status.RAISED} and assigns(user) and not is_own(user, demand)


def may_part(user: User, demand: Demand) -> bool:
    """Say that it wasn't the same after all."""
    return demand.status == Status.DUPLICATE and assigns(user) and not is_own(user, demand)


def may_call_back(user: User, demand: Demand) -> bool:
    """Somebody other than who answered, and nobody of the department that did."""
    return (
        demand.status == Status.ANSWERED
        and calls_back(user)
        and not is_own(user, demand)
        and not is_officer(user, demand)
        and demand.owner_id != user.pk
        and not answered(user, demand)
    )


def answered(user: User, demand: Demand) -> bool:
    """Whether the answer that stands is this user's."""
    return DemandHandling.objects.current().filter(demand=demand.pk, answered_by=user).exists()


# --- The owner's verbs ----------------------------------------------------------------------------


def _may_handle(user: User, demand: Demand) -> bool:
    return in_charge(user, demand) and not is_own(user, demand)


def may_contact(user: User, demand: Demand) -> bool:
    return demand.status in {Status.ASSIGNED, Status.REOPENED} and _may_handle(user, demand)


def may_plan(user: User, demand: Demand) -> bool:
    return demand.status == Status.CONTACTED and _may_handle(user, demand)


def may_answer(user: User, demand: Demand) -> bool:
    return demand.status in {Status.CONTACTED, Status.PLANNED} and _may_handle(user, demand)


def may_hand_back(user: User, demand: Demand) -> bool:
    """Who has it may say that it isn't theirs; the federation assigns it anew."""
    return demand.status in IN_HAND and _may_handle(user, demand)


def may_transfer(user: User, demand: Demand) -> bool:
    """Who has it passes it on, or the staff do."""
    return demand.status in IN_HAND and (_may_handle(user, demand) or (assigns(user) and not is_own(user, demand)))


# --- The conversation -----------------------------------------------------------------------------


def may_write(user: User, demand: Demand) -> bool:
    """Those who ask and those who deal with it, while it is open."""
    return demand.status in OPEN and (speaks_for(user, demand) or may_note(user, demand))


def may_note(user: User, demand: Demand) -> bool:
    return demand.status in OPEN and may_read_notes(user, demand)


def may_read_notes(user: User, demand: Demand) -> bool:
    """Those who deal with it, unless they also asked for it."""
    if is_own(user, demand):
        return False
    return in_charge(user, demand) or assigns(user) or calls_back(user)
