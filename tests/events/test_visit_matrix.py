"""Who may do what with a visit day and with a visit, role by state, against the written tables."""

import pytest

from events.visits import access, day_actions
from events.visits.statuses import DayStatus, VisitStatus
from tests import cast, matrix
from tests.events import visit_rows as rows

pytestmark = pytest.mark.django_db
DAY = rows.DAY


@pytest.fixture
def firm(db):
    return cast.member(of=cast.chamber())


@pytest.fixture
def going(db):
    return rows.leader("带队领导")


@pytest.fixture
def people(firm, going):
    involved = rows.clerk()
    cast.represent(involved, firm)
    own_leader = rows.leader("本企业领导")
    cast.represent(own_leader.user, firm)
    former = rows.leader("前任领导", until=rows.today() - DAY)
    return {
        "manager": cast.representative(firm),
        "colleague": cast.colleague(firm),
        "other manager": cast.representative(),
        "secretary": cast.secretary(firm.affiliations.get().chamber),
        "planner": rows.clerk(),
        "planner of the firm": involved,
        "leader": going.user,
        "leader of the firm": own_leader.user,
        "other leader": rows.leader().user,
        "former leader": former.user,
        "registry clerk": cast.staff("registry_clerk"),
        "auditor": cast.staff("auditor"),
        "administrator": cast.staff("administrator"),
    }


def test_the_days_matrix(firm, going, people):
    clerk = rows.clerk()
    states = {
        "being put together": rows.day(rows.today() + DAY, by=clerk, announced=False),
        "enterprises told": rows.day(rows.today() + 2 * DAY, by=clerk),
        "over": rows.visit_in(VisitStatus.DONE, by=clerk, on=rows.today() - 3 * DAY).day,
        "called off": rows.day(rows.today() + 4 * DAY, by=clerk),
    }
    day_actions.finish_day(states["over"], by=clerk)
    day_actions.cancel_day(states["called off"], by=clerk, reason="台风")
    for day in states.values():
        day.refresh_from_db()
    assert {day.status for day in states.values()} == set(DayStatus)
    verbs = {
        "change": access.may_change_day,
        "announce": access.may_confirm_day,
        "close": access.may_finish_day,
        "call off": access.may_cancel_day,
    }
    matrix.check("events.visitday", verbs=verbs, states=states, people=people)


def test_the_visits_matrix(firm, going, people):
    clerk = rows.clerk()
    led = {"by": clerk, "firm": firm, "leaders": [going]}

    def listed(on, **options):
        return rows.visit(firm, on, by=clerk, leaders=[going], **options)

    def ended(status, on):
        return rows.visit_in(status, on=on, **led)

    states = {
        "being put together": listed(rows.today() + 20 * DAY, announced=False),
        "not answered, ahead": rows.visit_in(VisitStatus.PLANNED, on=rows.today() + 21 * DAY, **led),
        "confirmed, ahead": rows.visit_in(VisitStatus.CONFIRMED, on=rows.today() + 22 * DAY, **led),
        "another time asked, ahead": rows.visit_in(VisitStatus.ASKED, on=rows.today() + 23 * DAY, **led),
        "not answered, gone": listed(rows.today() - DAY),
        "visited": ended(VisitStatus.DONE, rows.today() - 2 * DAY),
        "nobody met": ended(VisitStatus.NOT_MET, rows.today() - 3 * DAY),
        "called off": ended(VisitStatus.CANCELLED, rows.today() - 4 * DAY),
        "visited, day closed": ended(VisitStatus.DONE, rows.today() - 5 * DAY),
    }
    day_actions.finish_day(states["visited, day closed"].day, by=clerk)
    for visit in states.values():
        # Whoever leads one of them leads all: the two who act for the firm too, as a mistake of long ago might have it.
        for own in ("leader of the firm", "former leader"):
            one = people[own].visit_offices.get()
            visit.visit_leaders.create(leader=one, name=one.name)
        visit.refresh_from_db()
        visit.day.refresh_from_db()
    verbs = {
        "set the hour": access.may_schedule,
        "call off": access.may_call_off,
        "confirm": access.may_confirm,
        "ask for another time": access.may_ask,
        "write down": access.may_record,
        "close": access.may_close,
        "say nobody was met": access.may_say_not_met,
        "read the note": access.may_read_note,
        "see as the enterprise": access.may_see_ours,
    }
    matrix.check("events.visit", verbs=verbs, states=states, people=people)


def test_who_sees_which_visits(firm, going, people):
    """The same scope serves pages, lists and figures: rows that must stay hidden stay hidden."""
    from events.visits.models import Visit

    ahead = rows.visit(firm, rows.today() + 7 * DAY, leaders=[going])
    hidden = rows.visit(firm, rows.today() + 14 * DAY, leaders=[going], announced=False)
    elsewhere = rows.visit(on=rows.today() + 21 * DAY)
    seen = {name: set(Visit.objects.visible_to(person)) for name, person in people.items()}
    everything, announced = {ahead, hidden, elsewhere}, {ahead}
    assert seen == {
        "manager": announced,
        "colleague": announced,
        "other manager": set(),
        "secretary": announced,
        "planner": everything,
        "planner of the firm": everything,
        "leader": {ahead, hidden},
        "leader of the firm": announced,
        "other leader": set(),
        "former leader": set(),
        "registry clerk": set(),
        "auditor": everything,
        "administrator": set(),
    }
