"""A visit from its hour to its end. The only writers of its status, with day_actions.py, which begins them.

Each verb is one transaction that holds the row, checks the right on the row as it stands, leaves a step and tells whom
it concerns. `hat` is the label of the hat under which the person acts.
"""

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.visits import access
from events.visits.day_actions import LOOK_BACK, set_leaders
from events.visits.errors import VisitError
from events.visits.flow import NEW_TIME_WITHIN, VISIT_FLOW, answer_due, written_due
from events.visits.messages import tell_step
from events.visits.models import WISH_LENGTH, Leader, Visit
from events.visits.recording import write_note
from events.visits.statuses import DayStatus, VisitStatus
from federation.accounts.models import User
from federation.cases.flow import needed
from federation.portal.formats import cn_date, cn_datetime
from services.demands.raising import primary_chamber


@transaction.atomic
def schedule_visit(
    visit: Visit,
    *,
    by: User,
    starts_at: datetime.datetime,
    leaders: Sequence[Leader],
    place: str = "",
    hat: str = "",
) -> Visit:
    """Hour, place and who goes. Another hour on an announced day is asked anew; raises VisitError in words."""
    held = VISIT_FLOW.locked(visit, VisitStatus.PLANNED, by, access.may_schedule)
    if timezone.localdate(starts_at) != held.day.on:
        raise VisitError(
            _("This visit belongs to %(day)s. For another day, call it off here and choose the enterprise there.")
            % {"day": cn_date(held.day.on)}
        )
    if not leaders:
        raise VisitError(_("Say who leads the visit."))
    going = set(held.day.day_leaders.values_list("leader_id", flat=True))
    stranger = next((leader for leader in leaders if leader.pk not in going), None)
    if stranger is not None:
        raise VisitError(_("%(name)s doesn't go out on this day.") % {"name": stranger.name})
    set_leaders(held, leaders)
    held.place = place.strip()
    held.save(update_fields=["place"])
    if starts_at == held.starts_at and held.status != VisitStatus.ASKED:
        return held
    announced = held.day.status == DayStatus.CONFIRMED
    ahead = announced and starts_at > timezone.now()
    step = VISIT_FLOW.move(
        held,
        VisitStatus.PLANNED,
        by=by,
        hat=hat,
        reason=cn_datetime(starts_at),
        due_at=answer_due(starts_at) if ahead else None,
        starts_at=starts_at,
        wish="",
    )
    if ahead:
        tell_step(held, step)
    return held


@transaction.atomic
def call_off_visit(visit: Visit, *, by: User, reason: str = "", hat: str = "") -> Visit:
    """Before the day is announced nobody else knows of it, and nobody asks why."""
    held = VISIT_FLOW.locked(visit, VisitStatus.CANCELLED, by, access.may_call_off)
    known = held.day.status == DayStatus.CONFIRMED
    if known:
        reason = needed(reason, _("Please give the reason: the enterprise has to know."))
    step = VISIT_FLOW.move(held, VisitStatus.CANCELLED, by=by, hat=hat, reason=reason)
    if known:
        tell_step(held, step)
    return held


@transaction.atomic
def confirm_visit(visit: Visit, *, by: User, hat: str = "", remark: str = "") -> Visit:
    """The enterprise expects the visit."""
    held = VISIT_FLOW.locked(visit, VisitStatus.CONFIRMED, by, access.may_confirm)
    step = VISIT_FLOW.move(
        held,
        VisitStatus.CONFIRMED,
        by=by,
        hat=hat,
        reason=remark,
        due_at=written_due(held.starts_at),
        wish="",
    )
    tell_step(held, step)
    return held


@transaction.atomic
def ask_another_time(visit: Visit, *, by: User, wish: str, hat: str = "") -> Visit:
    held = VISIT_FLOW.locked(visit, VisitStatus.ASKED, by, access.may_ask)
    wish = needed(wish, _("Please say when it would suit you."))[:WISH_LENGTH]
    due = min(timezone.now() + NEW_TIME_WITHIN, held.starts_at)
    step = VISIT_FLOW.move(held, VisitStatus.ASKED, by=by, hat=hat, reason=wish, due_at=due, wish=wish)
    tell_step(held, step)
    return held


@transaction.atomic
def close_visit(
    visit: Visit,
    *,
    by: User,
    note: str,
    held_on: datetime.date | None = None,
    base: str | None = None,
    hat: str = "",
) -> Visit:
    """The visit took place, on its day or on the day that is given; name, town and chamber are those of now.

    Raises NoteChanged where somebody else wrote the note since `base` was read, AlreadyMoved where somebody closed it.
    """
    held = VISIT_FLOW.locked(visit, VisitStatus.DONE, by, access.may_close)
    needed(note, _("Please write down what was talked about, if only in a line."))
    write_note(held, note, base)
    on, today = held_on or held.day.on, timezone.localdate()
    if on > today:
        raise VisitError(_("%(day)s is still to come: a visit is closed once it was made.") % {"day": cn_date(on)})
    if on < held.day.on - LOOK_BACK:
        raise VisitError(_("%(day)s lies more than a year before the day of the list.") % {"day": cn_date(on)})
    enterprise = held.enterprise
    VISIT_FLOW.move(
        held,
        VisitStatus.DONE,
        by=by,
        hat=hat,
        held_on=on,
        enterprise_name=enterprise.name,
        town_id=enterprise.town_id,
        chamber=primary_chamber(enterprise),
        wish="",
    )
    return held


@transaction.atomic
def say_not_met(visit: Visit, *, by: User, reason: str, hat: str = "") -> Visit:
    """Somebody went, or tried to, and met nobody."""
    held = VISIT_FLOW.locked(visit, VisitStatus.NOT_MET, by, access.may_say_not_met)
    reason = needed(reason, _("Please say what happened: nobody there, moved away, postponed at the door."))
    VISIT_FLOW.move(held, VisitStatus.NOT_MET, by=by, hat=hat, reason=reason, wish="")
    return held
