"""Whom to visit next: who is proposed, in which order, with which words, at which cost."""

import datetime
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from events.visits.models import Visit
from events.visits.proposals import Wanted, proposals
from events.visits.statuses import VisitStatus
from members.enterprises.choices import State
from services.demands.models import Demand
from services.demands.raising import raise_demand
from services.demands.statuses import Status as DemandStatus
from tests import cast
from tests.events import visit_rows as rows

pytestmark = pytest.mark.django_db
DAY = rows.DAY
_weeks = itertools.count(60)


def visited(firm, days_ago):
    """On a day so long ago that nobody would plan it now."""
    on = rows.today() - days_ago * DAY
    visit = rows.visit(firm, rows.today() - next(_weeks) * DAY)
    Visit.objects.filter(pk=visit.pk).update(status=VisitStatus.DONE, held_on=on)
    return visit


def needs(firm, number=1, days_ago=0):
    for one in range(number):
        demand = raise_demand(
            enterprise=firm, by=cast.staff("services_clerk"), source="visit", title=f"诉求{one}", text="需要帮助"
        )
        Demand.objects.filter(pk=demand.pk).update(raised_at=timezone.now() - days_ago * DAY)
    return demand


def names(wanted=None):
    return [one.enterprise.name for one in proposals(wanted or Wanted())]


def reasons_of(firm):
    with translation.override("en"):
        return next(one.reasons for one in proposals(Wanted(text=firm.name)) if one.enterprise == firm)


def test_reasons_in_words():
    never, long_ago, waits = cast.member(), cast.member(), cast.member()
    stranger = cast.enterprise()
    visited(long_ago, 412)
    needs(waits, 2, days_ago=30)
    since = rows.today() - 30 * DAY
    when = rows.today() - 412 * DAY
    with translation.override("en"):
        assert reasons_of(never) == ["never visited"]
        assert reasons_of(long_ago) == [f"last visited 412 days ago, on {when:%b} {when.day}, {when.year}"]
        assert reasons_of(waits)[0] == f"2 demands open since {since:%b} {since.day}, {since.year}"
        assert reasons_of(stranger) == ["never visited", "no member"]


def test_the_weightiest_come_first_and_members_before_all_others():
    lately, long_ago, never, waits = (cast.member(f"上海{word}有限公司") for word in ("最近", "很久", "从未", "等待"))
    stranger = cast.enterprise("上海外人有限公司")
    visited(lately, 20)
    visited(long_ago, 900)
    visited(waits, 30)
    needs(waits, 5)
    needs(stranger, 5)
    assert names() == [never.name, waits.name, long_ago.name, lately.name]
    assert names(Wanted(everyone=True)) == [never.name, waits.name, long_ago.name, lately.name, stranger.name]


def test_the_last_visit_counts_and_not_an_earlier_one():
    firm = cast.member()
    visited(firm, 800)
    later = rows.visit(firm, rows.today() - 3 * DAY)
    Visit.objects.filter(pk=later.pk).update(status=VisitStatus.DONE, held_on=rows.today() - 3 * DAY)
    (found,) = proposals(Wanted())
    assert found.days_since == 3


@pytest.mark.parametrize("status", [VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.ASKED])
def test_who_is_on_an_open_list_isnt_proposed_again(status):
    visit = rows.visit_in(status)
    assert proposals(Wanted()) == []
    assert names(Wanted(text=visit.enterprise.name)) == []


@pytest.mark.parametrize("status", [VisitStatus.NOT_MET, VisitStatus.CANCELLED])
def test_who_wasnt_met_is_proposed_again_as_never_visited(status):
    visit = rows.visit_in(status)
    assert reasons_of(visit.enterprise) == ["never visited"]


def test_closed_demands_weigh_nothing():
    firm = cast.member()
    demand = needs(firm)
    Demand.objects.filter(pk=demand.pk).update(status=DemandStatus.CLOSED)
    assert reasons_of(firm) == ["never visited"]


def test_merged_and_deregistered_enterprises_are_never_proposed():
    kept = cast.member()
    cast.member(merged_into=kept)
    cast.member(state=State.DEREGISTERED)
    assert names(Wanted(everyone=True)) == [kept.name]


def test_narrowed_by_town_and_chamber():
    chamber, town = cast.chamber(), cast.town("泖港镇")
    here = cast.member(of=chamber, town=town)
    cast.member(of=cast.chamber(), town=cast.town("九亭镇"))
    assert names(Wanted(town=town)) == [here.name]
    assert names(Wanted(chamber=chamber)) == [here.name]


def test_anybody_is_found_by_name():
    stranger = cast.enterprise("上海佘山飞羽有限公司")
    assert names(Wanted(text="飞羽")) == [stranger.name]


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(everyone=True), Wanted(text="有限公司")])
def test_the_same_statements_for_one_and_for_thirty(wanted, db):
    def statements():
        with CaptureQueriesContext(connection) as found:
            proposals(wanted)
        return len(found)

    first = cast.member()
    needs(first)
    one = statements()
    for number in range(30):
        firm = cast.member()
        if number % 3 == 0:
            needs(firm)
    assert statements() == one == {Wanted(): 7, Wanted(everyone=True): 8}.get(wanted, 5)


def test_a_page_of_proposals_is_bounded():
    for _number in range(60):
        cast.member()
    assert len(proposals(Wanted())) == 40


def test_days_since_are_whole_days():
    firm = cast.member()
    visited(firm, 1)
    assert proposals(Wanted())[0].days_since == 1
    assert isinstance(proposals(Wanted())[0].last_on, datetime.date)
