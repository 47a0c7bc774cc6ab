"""What can be done with an event, in the order of its life: the same for the admin's buttons and a chamber's desk."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.events import access, actions
from events.events.forms import NewDateForm, PlacesForm, ReopenForm, SummaryForm, VerbForm, WhyForm
from events.events.models import Event
from federation.accounts.models import User


@dataclass(frozen=True)
class Verb:
    """`asks` is the form before it, if there is one; `by_secretary` whether it stands on a chamber's desk as well;
    `in_time` whether it is offered now: who may do it later needn't see it yet."""

    name: str
    title: str | Promise
    done: str | Promise
    may: Callable[[User, Event], bool]
    act: Callable[..., Event]
    asks: type[VerbForm] | None = None
    icon: str = "arrow_forward"
    is_next: bool = False
    is_grave: bool = False
    by_secretary: bool = True
    in_time: Callable[[Event], bool] = lambda event: True


VERBS = {
    verb.name: verb
    for verb in (
        Verb(
            "submit",
            _("Send for approval"),
            _("Sent to the federation for approval."),
            access.may_submit,
            actions.submit_event,
            icon="send",
            is_next=True,
        ),
        Verb(
            "approve",
            _("Approve and announce"),
            _("Approved and announced."),
            access.may_approve,
            actions.approve_event,
            icon="check",
            is_next=True,
            by_secretary=False,
        ),
        Verb(
            "return",
            _("Return to the planner"),
            _("Returned to the planner."),
            access.may_return,
            actions.return_event,
            WhyForm,
            icon="undo",
            by_secretary=False,
        ),
        Verb(
            "open-door",
            _("Begin checking in"),
            _("Checking in has begun."),
            access.may_open_door,
            actions.open_door,
            icon="door_open",
            is_next=True,
            in_time=lambda event: timezone.now() >= event.starts_at - actions.DOOR_OPENS,
        ),
        Verb(
            "places",
            _("Change the places"),
            _("The number of places was changed."),
            access.may_set_places,
            actions.set_places,
            PlacesForm,
            icon="event_seat",
        ),
        Verb(
            "close",
            _("Close sign-up"),
            _("Sign-up is closed."),
            access.may_close,
            actions.close_signups,
            icon="lock",
        ),
        Verb(
            "reopen",
            _("Open sign-up again"),
            _("Sign-up is open again."),
            access.may_reopen,
            actions.reopen_signups,
            ReopenForm,
            icon="lock_open",
        ),
        Verb(
            "reschedule",
            _("Name a new date"),
            _("The new date is announced, and everybody who signed up was told."),
            access.may_reschedule,
            actions.reschedule_event,
            NewDateForm,
            icon="event_upcoming",
            is_next=True,
        ),
        Verb(
            "sum-up",
            _("Sum up"),
            _("Summed up."),
            access.may_sum_up,
            actions.sum_up,
            SummaryForm,
            icon="summarize",
            is_next=True,
            in_time=lambda event: timezone.now() >= event.starts_at,
        ),
        Verb(
            "archive",
            _("Put into the archive"),
            _("Put into the archive."),
            access.may_archive,
            actions.archive_event,
            icon="archive",
            is_next=True,
            by_secretary=False,
        ),
        Verb(
            "postpone",
            _("Postpone"),
            _("Postponed, and everybody who signed up was told."),
            access.may_postpone,
            actions.postpone_event,
            WhyForm,
            icon="event_repeat",
        ),
        Verb(
            "cancel",
            _("Call it off"),
            _("Called off."),
            access.may_cancel,
            actions.cancel_event,
            WhyForm,
            icon="event_busy",
            is_grave=True,
        ),
    )
}


def open_to(user: User, event: Event) -> list[Verb]:
    """What this person may do with the event now."""
    return [verb for verb in VERBS.values() if verb.in_time(event) and verb.may(user, event)]
