"""What the pages of a demand show: its stations, turns, conversation and way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch
from django.forms import BaseForm
from django.utils.translation import gettext as _

from federation.accounts.models import User
from federation.cases.pages import entry_of
from federation.portal.contributions import TimelineEntry
from services.demands import access
from services.demands.deeds import Deed
from services.demands.forms import NoteForm, RemarkForm
from services.demands.models import Demand, DemandHandling, DemandPaper, DemandRemark, DemandStep
from services.demands.statuses import OPEN, Status

MOST_REMARKS = 200
MOST_STEPS = 100
# A turn begins with each of these steps, so that the n-th of them belongs to the n-th turn.
BEGINNING = frozenset({Status.ASSIGNED, Status.REOPENED})


@dataclass
class DeedForms:
    """The forms of what this person may do now: the next step, and what lies folded below it."""

    next_steps: list[tuple[Deed, BaseForm]] = field(default_factory=list)
    others: list[tuple[Deed, BaseForm]] = field(default_factory=list)


def deed_forms(
    deeds: Iterable[Deed], demand: Demand, user: User, bound: tuple[str, BaseForm] | None = None
) -> DeedForms:
    """`bound` is a form that was refused, by the name of its deed."""
    found = DeedForms()
    for deed in deeds:
        if deed.may(user, demand):
            form = bound[1] if bound and bound[0] == deed.name else deed.form_for(demand)
            (found.next_steps if deed.is_next else found.others).append((deed, form))
    return found


def turns(demand: Demand) -> list[DemandHandling]:
    """Newest first."""
    found = demand.handlings.select_related("department", "owner", "answered_by", "called_back_by")
    return list(found.order_by("-turn"))


def conversation(demand: Demand, user: User) -> list[DemandRemark]:
    """Oldest first, the newest of them; notes only for who may read them."""
    said = DemandRemark.objects.filter(demand=demand)
    if not access.may_read_notes(user, demand):
        said = said.said()
    papers = Prefetch("papers", DemandPaper.objects.select_related("file").order_by("pk"))
    rows = said.select_related("author").prefetch_related(papers).order_by("-at", "-pk")[:MOST_REMARKS]
    return list(rows)[::-1]


def entries(demand: Demand, handlings: Iterable[DemandHandling] | None = None) -> list[TimelineEntry]:
    """Who did what when, newest first."""
    owners = {one.turn: one for one in (turns(demand) if handlings is None else handlings)}
    number, found = 0, []
    for step in demand.steps.select_related("actor").order_by("at", "pk")[:MOST_STEPS]:
        number += step.to_status in BEGINNING
        entry = entry_of(step)
        found.append(TimelineEntry(entry.at, verb(step, owners.get(number)), entry.actor, entry.detail, entry.url))
    return found[::-1]


def verb(step: DemandStep, turn: DemandHandling | None) -> str:
    owner = {"owner": (turn.department or turn.owner or "") if turn else ""}
    to, before = Status(step.to_status), step.from_status
    if to == Status.ASSIGNED:
        return (_("assigned to %(owner)s") if before == Status.RAISED else _("passed on to %(owner)s")) % owner
    if to == Status.RAISED and before:
        return _("parted from the other demand") if before == Status.DUPLICATE else _("handed back to the federation")
    return {
        Status.RAISED: _("raised"),
        Status.CONTACTED: _("the enterprise was called"),
        Status.PLANNED: _("planned"),
        Status.ANSWERED: _("answered"),
        Status.REOPENED: _("called back: dissatisfied, reopened"),
        Status.CLOSED: _("called back and closed"),
        Status.WITHDRAWN: _("withdrawn"),
        Status.DUPLICATE: _("joined to another demand"),
    }[to]


REACHED = {
    Status.RAISED: 1,
    Status.ASSIGNED: 2,
    Status.REOPENED: 2,
    Status.CONTACTED: 3,
    Status.PLANNED: 3,
    Status.ANSWERED: 4,
    Status.CLOSED: 5,
}


def stages(demand: Demand) -> list[dict[str, str]]:
    """The road in five stations, each done, now or ahead; none for one that left it."""
    reached = REACHED.get(Status(demand.status))
    if reached is None:
        return []
    words = [_("Raised"), _("Assigned"), _("Contacted"), _("Answered"), _("Called back")]
    return [
        {"label": word, "state": "done" if number < reached else "now" if number == reached else "ahead"}
        for number, word in enumerate(words)
    ]


def current(demand: Demand, handlings: list[DemandHandling]) -> DemandHandling | None:
    return handlings[0] if handlings and handlings[0].ended_at is None else None


def clocks(turn: DemandHandling | None) -> list[dict[str, Any]]:
    """The three clocks of a turn: when each is due, and when it was met."""
    if turn is None:
        return []
    # An answer given at once is its own plan.
    planned = turn.planned_at or turn.answered_at
    rows = [
        (_("First call"), turn.contact_due_at, turn.contacted_at),
        (_("Plan"), turn.plan_due_at, planned),
        (_("Answer"), turn.close_due_at, turn.answered_at),
    ]
    return [{"label": label, "due": due, "met": met, "late": bool(met and met > due)} for label, due, met in rows]


def case_context(demand: Demand, user: User, remark: BaseForm | None = None) -> dict[str, Any]:
    """What every page of one demand needs, whoever looks at it."""
    handlings = turns(demand)
    now = current(demand, handlings)
    noting = isinstance(remark, NoteForm)
    return {
        "demand": demand,
        "turns": handlings,
        "clocks": clocks(now),
        "is_open": demand.status in OPEN,
        "remarks": conversation(demand, user),
        "entries": entries(demand, handlings),
        "reads_notes": access.may_read_notes(user, demand),
        "remark_form": (remark if remark is not None and not noting else RemarkForm(auto_id="remark_%s"))
        if access.may_write(user, demand)
        else None,
        "note_form": (remark if noting else NoteForm(auto_id="note_%s")) if access.may_note(user, demand) else None,
    }
