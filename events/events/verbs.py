"""What can be done with an event, in the order of its life: the same for the admin's buttons and a chamber's desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.events import access, actions
from events.events.forms import NewDateForm, PlacesForm, ReopenForm, SummaryForm, VerbForm, WhyForm
from events.events.models import Event
from federation.accounts.models import User
from federation.cases.decisions import Decision


@dataclass(frozen=True)
class Verb(Decision):
    """`by_secretary` says whether it stands on a chamber's desk as well; `in_time` whether it is offered now: who may
    do it later needn't see it yet."""

    by_secretary: bool = True
    in_time: Callable[[Event], bool] = lambda event: True

    def is_offered(self, user: User, record: Event) -> bool:
        return self.in_time(record) and self.may(user, record)

    def form_for(self, record: Event, data: Any = None, files: Any = None) -> VerbForm | None:
        return self.asks(data, event=record) if self.asks else None


VERBS = {
    verb.name: verb
    for verb in (
        Verb(
            "submit",
            access.may_submit,
            actions.submit_event,
            _("Send for approval"),
            _("Sent to the federation for approval."),
            icon="send",
            is_next=True,
        ),
        Verb(
            "approve",
            access.may_approve,
            actions.approve_event,
            _("Approve and announce"),
            _("Approved and announced."),
            icon="check",
            is_next=True,
            by_secretary=False,
        ),
        Verb(
            "return",
            access.may_return,
            actions.return_event,
            _("Return to the planner"),
            _("Returned to the planner."),
            WhyForm,
            icon="undo",
            by_secretary=False,
            view="send_back",
        ),
        Verb(
            "open-door",
            access.may_open_door,
            actions.open_door,
            _("Begin checking in"),
            _("Checking in has begun."),
            icon="door_open",
            is_next=True,
            in_time=lambda event: timezone.now() >= event.starts_at - actions.DOOR_OPENS,
        ),
        Verb(
            "places",
            access.may_set_places,
            actions.set_places,
            _("Change the places"),
            _("The number of places was changed."),
            PlacesForm,
            icon="event_seat",
            view="set_places",
        ),
        Verb(
            "close",
            access.may_close,
            actions.close_signups,
            _("Close sign-up"),
            _("Sign-up is closed."),
            icon="lock",
        ),
        Verb(
            "reopen",
            access.may_reopen,
            actions.reopen_signups,
            _("Open sign-up again"),
            _("Sign-up is open again."),
            ReopenForm,
            icon="lock_open",
        ),
        Verb(
            "reschedule",
            access.may_reschedule,
            actions.reschedule_event,
            _("Name a new date"),
            _("The new date is announced, and everybody who signed up was told."),
            NewDateForm,
            icon="event_upcoming",
            is_next=True,
        ),
        Verb(
            "sum-up",
            access.may_sum_up,
            actions.sum_up,
            _("Sum up"),
            _("Summed up."),
            SummaryForm,
            icon="summarize",
            is_next=True,
            in_time=lambda event: timezone.now() >= event.starts_at,
        ),
        Verb(
            "archive",
            access.may_archive,
            actions.archive_event,
            _("Put into the archive"),
            _("Put into the archive."),
            icon="archive",
            is_next=True,
            by_secretary=False,
        ),
        Verb(
            "postpone",
            access.may_postpone,
            actions.postpone_event,
            _("Postpone"),
            _("Postponed, and everybody who signed up was told."),
            WhyForm,
            icon="event_repeat",
        ),
        Verb(
            "cancel",
            access.may_cancel,
            actions.cancel_event,
            _("Call it off"),
            _("Called off."),
            WhyForm,
            icon="event_busy",
            is_grave=True,
        ),
    )
}


def open_to(user: User, event: Event) -> list[Verb]:
    """What this person may do with the event now."""
    return [verb for verb in VERBS.values() if verb.is_offered(user, event)]
