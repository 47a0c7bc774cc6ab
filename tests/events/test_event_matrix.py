"""Role × action × state of events and sign-ups, from the predicates and compared whole with tests/matrices/."""

import pytest

from events.events import access
from events.events.models import Event
from events.events.statuses import Status
from events.signups import access as signup_access
from events.signups.statuses import Status as SignUpStatus
from federation.accounts.models import User
from tests import cast, matrix
from tests.events import gatherings

pytestmark = pytest.mark.django_db


def people() -> dict[str, User]:
    chamber = cast.chamber()
    clerk_and_secretary = cast.staff("services_clerk")
    cast.take_office(clerk_and_secretary, chamber)
    return {
        "secretary": cast.secretary(chamber),
        "other secretary": cast.secretary(),
        "representative": cast.representative(),
        "planner (services clerk)": cast.staff("services_clerk"),
        "services clerk": cast.staff("services_clerk"),
        "registry clerk": cast.staff("registry_clerk"),
        "clerk who runs the chamber": clerk_and_secretary,
        "auditor": cast.staff("auditor"),
        "administrator": cast.staff("administrator"),
        "outsider": cast.outsider(),
    }


def test_events_matrix():
    everyone = people()
    chamber = cast.chamber_of(everyone["secretary"])
    planner = everyone["planner (services clerk)"]
    verbs = {
        "change": access.may_change,
        "submit": access.may_submit,
        "approve": access.may_approve,
        "return": access.may_return,
        "adjust": access.may_adjust,
        "set places": access.may_set_places,
        "close": access.may_close,
        "reopen": access.may_reopen,
        "postpone": access.may_postpone,
        "reschedule": access.may_reschedule,
        "cancel": access.may_cancel,
        "open door": access.may_open_door,
        "keep door": access.may_keep_door,
        "sum up": access.may_sum_up,
        "archive": access.may_archive,
        "see people": access.may_see_people,
        "write to people": signup_access.may_write,
        "give up for somebody": signup_access.may_give_up_for,
    }
    states = {str(status): gatherings.event(status, chamber=chamber, planned_by=planner) for status in Status}
    matrix.check("events", verbs=verbs, states=states, people=everyone)


def test_signups_matrix():
    everyone = people()
    chamber = cast.chamber_of(everyone["secretary"])
    guest, colleague = cast.person(), cast.person()
    everyone |= {"guest": guest, "who signed them up": colleague}
    verbs = {
        "sign up": lambda user, signup: signup_access.may_sign_up(user, signup.event),
        "decline": lambda user, signup: signup_access.may_decline(user, signup.event),
        "cancel": signup_access.may_cancel,
    }

    def of(status: str) -> Event:
        return gatherings.event(status, chamber=chamber, audience="officers")

    states = {
        f"{status}, {sign_up}": gatherings.signup(of(status), guest, sign_up, signed_up_by=colleague)
        for status in Status
        for sign_up in (SignUpStatus.GOING, SignUpStatus.WAITING, SignUpStatus.CANCELLED)
    }
    matrix.check("signups", verbs=verbs, states=states, people=everyone)
