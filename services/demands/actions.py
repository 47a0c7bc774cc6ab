"""The way of a demand after it was raised: assigned, contacted, planned, answered, called back; passed on, joined,
withdrawn.

The only writers of its status. Each verb is one transaction that holds the row, checks the right on the row as it
stands, leaves a step and tells whom it concerns. `hat` is the label of the hat under which the person acts.
"""

import datetime
import math
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.flow import cut, needed
from members.partners.models import PartnerOrganisation
from services.demands import access
from services.demands.choices import Ended, Priority, Satisfaction
from services.demands.errors import CannotAssign, CannotJoin
from services.demands.flow import FLOW
from services.demands.messages import tell_step
from services.demands.models import TEXT_LENGTH, Demand, DemandCategory, DemandHandling, DemandStep
from services.demands.raising import raise_demand
from services.demands.remarks import keep_remark
from services.demands.statuses import OPEN, Status

__all__ = [
    "answer_demand",
    "assign_demand",
    "call_back_demand",
    "classify_demand",
    "contact_demand",
    "hand_back_demand",
    "join_demand",
    "part_demand",
    "plan_demand",
    "raise_demand",
    "transfer_demand",
    "withdraw_demand",
]


# --- Turns ----------------------------------------------------------------------------------------


def clocks(category: DemandCategory, priority: str, start: datetime.datetime) -> dict[str, datetime.datetime]:
    """The three deadlines of a turn that begins at `start`; what is urgent has half the days."""
    share = 2 if priority == Priority.URGENT else 1
    days = {
        "contact_due_at": category.contact_days,
        "plan_due_at": category.plan_days,
        "close_due_at": category.close_days,
    }
    return {name: start + datetime.timedelta(days=math.ceil(number / share)) for name, number in days.items()}


def _begin_turn(held: Demand, by: User, department: PartnerOrganisation | None, owner: User | None) -> DemandHandling:
    if held.category is None:
        raise CannotAssign(_("Choose a category first: the clocks come with it."))
    _check_owner(held, department, owner)
    now = timezone.now()
    return DemandHandling.objects.create(
        demand=held,
        turn=held.turn + 1,
        round=max(held.round, 1),
        department=department,
        owner=owner,
        assigned_by=by,
        assigned_at=now,
        **clocks(held.category, held.priority, now),
    )


def _check_owner(held: Demand, department: PartnerOrganisation | None, owner: User | None) -> None:
    if (department is None) == (owner is None):
        raise CannotAssign(_("Choose either a department or one of the staff."))
    if department is not None:
        if department.kind != PartnerOrganisation.Kind.DEPARTMENT or not department.is_active:
            raise CannotAssign(_("%(name)s is no department that takes demands.") % {"name": department})
        return
    may = owner.is_active and owner.is_staff and owner.has_perm(access.HANDLE)
    if not may or access.is_own(owner, held):
        raise CannotAssign(_("%(name)s can't be in charge of this demand.") % {"name": owner})


def _end_turn(held: Demand, how: Ended) -> DemandHandling | None:
    """The turn that was current; none before the first assignment."""
    handling = DemandHandling.objects.current().filter(demand=held).first()
    if handling is not None:
        handling.ended_at, handling.ended = timezone.now(), how
        handling.save(update_fields=["ended_at", "ended"])
    return handling


def _current(held: Demand) -> DemandHandling:
    return DemandHandling.objects.current().get(demand=held)


def _move(held: Demand, to: Status, *, by: User, hat: str, reason: str = "", **values: Any) -> DemandStep:
    step = FLOW.move(held, to, by=by, hat=hat, reason=reason, **values)
    tell_step(held, step)
    return step


def _unchanged(held: Demand, seen_turn: int | None) -> None:
    """Raises AlreadyMoved if somebody passed it on since the page was drawn: its status alone doesn't tell."""
    if seen_turn is not None and held.turn != seen_turn:
        raise FLOW.already_moved(held)


# --- The staff's verbs ----------------------------------------------------------------------------


@transaction.atomic
def classify_demand(demand: Demand, *, by: User, category: DemandCategory, priority: str, hat: str = "") -> Demand:
    """Clocks that run already stay as they were promised. It is no move: the history keeps who did it."""
    held = FLOW.hold(demand)
    if held.status not in OPEN:
        raise FLOW.already_moved(held)
    if not access.may_classify(by, held):
        raise PermissionDenied
    held.category, held.priority = category, Priority(priority)
    held.save(update_fields=["category", "priority"])
    return held


@transaction.atomic
def assign_demand(
    demand: Demand,
    *,
    by: User,
    department: PartnerOrganisation | None = None,
    owner: User | None = None,
    category: DemandCategory | None = None,
    priority: str = "",
    reason: str = "",
    hat: str = "",
) -> Demand:
    """Give it to a department or to one of the staff; its three clocks start."""
    held = FLOW.hold(demand)
    # From there on it is passed on with a reason, not assigned.
    if held.status != Status.RAISED:
        raise FLOW.already_moved(held)
    if not access.may_assign(by, held):
        raise PermissionDenied
    held.category = category or held.category
    held.priority = Priority(priority) if priority else held.priority
    return _assigned(held, by, hat, reason, department, owner)


def _assigned(
    held: Demand, by: User, hat: str, reason: str, department: PartnerOrganisation | None, owner: User | None
) -> Demand:
    handling = _begin_turn(held, by, department, owner)
    _move(
        held,
        Status.ASSIGNED,
        by=by,
        hat=hat,
        reason=reason,
        due_at=handling.contact_due_at,
        category=held.category,
        priority=held.priority,
        department=department,
        owner=owner,
        turn=handling.turn,
        round=handling.round,
        assigned_at=held.assigned_at or handling.assigned_at,
    )
    return held


@transaction.atomic
def transfer_demand(
    demand: Demand,
    *,
    by: User,
    reason: str,
    department: PartnerOrganisation | None = None,
    owner: User | None = None,
    seen_turn: int | None = None,
    hat: str = "",
) -> Demand:
    """Pass it on to another department or person, with a reason; a turn with clocks of its own begins."""
    held = FLOW.locked(demand, Status.ASSIGNED, by, access.may_transfer)
    _unchanged(held, demand.turn if seen_turn is None else seen_turn)
    if (department and department.pk == held.department_id) or (owner and owner.pk == held.owner_id):
        raise CannotAssign(_("It is there already."))
    why = needed(reason, _("Please say why it is passed on: whoever takes it over has to know."))
    _check_owner(held, department, owner)
    _end_turn(held, Ended.TRANSFERRED)
    return _assigned(held, by, hat, why, department, owner)


@transaction.atomic
def call_back_demand(demand: Demand, *, by: User, satisfaction: str, note: str = "", hat: str = "") -> Demand:
    """What the enterprise said when it was called: content, and it is closed; dissatisfied, and a new round begins."""
    said = Satisfaction(satisfaction)
    to = Status.REOPENED if said == Satisfaction.DISSATISFIED else Status.CLOSED
    held = FLOW.locked(demand, to, by, access.may_call_back)
    if to == Status.REOPENED:
        note = needed(note, _("Please write down what the enterprise is dissatisfied with."))
    handling = _current(held)
    handling.called_back_at, handling.called_back_by = timezone.now(), by
    handling.satisfaction, handling.callback_note = said, note.strip()[:TEXT_LENGTH]
    handling.ended_at = handling.called_back_at
    handling.ended = Ended.REOPENED if to == Status.REOPENED else Ended.CLOSED
    handling.save()
    if to == Status.CLOSED:
        _move(held, to, by=by, hat=hat, reason=note, satisfaction=said, closed_at=handling.called_back_at)
        return held
    held.round += 1
    again = _begin_turn_again(held, by, handling)
    _move(
        held,
        to,
        by=by,
        hat=hat,
        reason=note,
        due_at=again.contact_due_at,
        satisfaction=said,
        turn=again.turn,
        round=again.round,
    )
    return held


def _begin_turn_again(held: Demand, by: User, before: DemandHandling) -> DemandHandling:
    """The same hands take it up again, even if they may be assigned nothing new meanwhile: the staff pass it on."""
    now = timezone.now()
    return DemandHandling.objects.create(
        demand=held,
        turn=held.turn + 1,
        round=held.round,
        department=before.department,
        owner=before.owner,
        assigned_by=by,
        assigned_at=now,
        **clocks(held.category, held.priority, now),
    )


@transaction.atomic
def join_demand(demand: Demand, *, by: User, other: Demand, reason: str = "", hat: str = "") -> Demand:
    """Say that it is the same as another of the enterprise's, with which it is dealt with from now on."""
    # The other one is held too: it may be closed, or joined to this one, at this moment. The older row comes first,
    # so that two who join them the other way round wait for one another in turn.
    rows = {row.pk: FLOW.hold(row) for row in sorted({demand, other}, key=lambda row: row.pk)}
    held, kept = FLOW.locked(demand, Status.DUPLICATE, by, access.may_join), rows[other.pk]
    if kept.pk == held.pk or kept.enterprise_id != held.enterprise_id or kept.status not in OPEN:
        raise CannotJoin(_("Only an open demand of the same enterprise can take this one in."))
    _end_turn(held, Ended.DUPLICATE)
    held.duplicates.update(duplicate_of=kept)
    _move(
        held,
        Status.DUPLICATE,
        by=by,
        hat=hat,
        reason=reason or _("The same as %(reference)s.") % {"reference": kept.reference},
        duplicate_of=kept,
        department=None,
        owner=None,
    )
    return held


@transaction.atomic
def part_demand(demand: Demand, *, by: User, reason: str, hat: str = "") -> Demand:
    """It wasn't the same after all: back on the staff's table."""
    held = FLOW.locked(demand, Status.RAISED, by, access.may_part)
    why = needed(reason, _("Please say why it is dealt with on its own."))
    _move(held, Status.RAISED, by=by, hat=hat, reason=why, duplicate_of=None)
    return held


# --- The owner's verbs ----------------------------------------------------------------------------


@transaction.atomic
def contact_demand(demand: Demand, *, by: User, note: str, hat: str = "") -> Demand:
    """Log that the enterprise was called, and what was said."""
    held = FLOW.locked(demand, Status.CONTACTED, by, access.may_contact)
    said = _written(note, _("Please write down whom you reached and what was said."))
    handling = _current(held)
    handling.contacted_at, handling.contact_note = timezone.now(), said
    handling.save(update_fields=["contacted_at", "contact_note"])
    _move(held, Status.CONTACTED, by=by, hat=hat, due_at=handling.plan_due_at)
    return held


@transaction.atomic
def plan_demand(demand: Demand, *, by: User, plan: str, hat: str = "") -> Demand:
    held = FLOW.locked(demand, Status.PLANNED, by, access.may_plan)
    said = _written(plan, _("Please say what will be done, and by when."))
    handling = _current(held)
    handling.planned_at, handling.plan = timezone.now(), said
    handling.save(update_fields=["planned_at", "plan"])
    _move(held, Status.PLANNED, by=by, hat=hat, reason=said, due_at=handling.close_due_at)
    return held


@transaction.atomic
def answer_demand(
    demand: Demand, *, by: User, answer: str, papers: Sequence[UploadedFile] = (), hat: str = ""
) -> Demand:
    """The answer to the enterprise; the federation calls back."""
    held = FLOW.locked(demand, Status.ANSWERED, by, access.may_answer)
    said = _written(answer, _("Please write the answer that the enterprise will read."))
    handling = _current(held)
    if papers:
        keep_remark(held, by=by, text="", papers=papers, hat=hat)
    handling.answered_at, handling.answered_by, handling.answer = timezone.now(), by, said
    handling.save(update_fields=["answered_at", "answered_by", "answer"])
    _move(held, Status.ANSWERED, by=by, hat=hat, reason=said)
    return held


def _written(text: str, otherwise: str) -> str:
    """All of it; the step keeps the beginning."""
    needed(cut(text), otherwise)
    return text.strip()[:TEXT_LENGTH]


@transaction.atomic
def hand_back_demand(demand: Demand, *, by: User, reason: str, seen_turn: int | None = None, hat: str = "") -> Demand:
    """It isn't theirs to deal with: the federation assigns it anew."""
    held = FLOW.locked(demand, Status.RAISED, by, access.may_hand_back)
    _unchanged(held, demand.turn if seen_turn is None else seen_turn)
    why = needed(reason, _("Please say why it isn't yours, and whose it may be."))
    _end_turn(held, Ended.HANDED_BACK)
    _move(held, Status.RAISED, by=by, hat=hat, reason=why, department=None, owner=None)
    return held


# --- The enterprise's verb ------------------------------------------------------------------------


@transaction.atomic
def withdraw_demand(demand: Demand, *, by: User, reason: str = "", hat: str = "") -> Demand:
    held = FLOW.locked(demand, Status.WITHDRAWN, by, access.may_withdraw)
    _end_turn(held, Ended.WITHDRAWN)
    _move(held, Status.WITHDRAWN, by=by, hat=hat, reason=reason)
    return held
