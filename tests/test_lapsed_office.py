"""Dated officers: whose office ended yesterday has no right anywhere, whatever stands at the chamber's desk."""

import datetime

import pytest
from django.utils import timezone

from chambers.bodies.models import Chamber
from events.camps import access as camps
from events.camps.models import Camp, CampApplication, Cohort
from events.camps.statuses import CohortStatus
from events.participants.actions import participant_for
from federation.accounts.hats import hats_of
from federation.indicators.access import may_open_rows
from federation.indicators.registry import all_indicators
from poverty_aid.pairings import access as pairings
from poverty_aid.pairings.models import Pairing
from poverty_aid.villages.models import Village
from services.demands import access as demands
from services.demands.choices import Source
from services.demands.models import Demand
from services.demands.statuses import Status as DemandStatus
from services.finance import access as finance
from services.finance.statuses import Status as FinanceStatus
from tests import cast
from tests.services.finance_cast import FinanceCast

pytestmark = pytest.mark.django_db


@pytest.fixture
def chamber() -> Chamber:
    return cast.chamber()


@pytest.fixture(params=["ended yesterday", "begins tomorrow"])
def out_of_office(request, chamber):
    user, day = cast.secretary(chamber), datetime.timedelta(days=1)
    today = timezone.localdate()
    dates = {"until": today - day} if request.param == "ended yesterday" else {"since": today + day}
    user.chamber_offices.update(**dates)
    return user


def rights(chamber):
    """One right of a secretary in every wing, each as a question about a person."""
    firm = cast.member(of=chamber)
    waiting = FinanceCast(chamber=chamber).in_status(FinanceStatus.SUBMITTED)
    cohort = Cohort(camp=Camp(name="测试研修班"), status=CohortStatus.OPEN)
    asked = CampApplication(cohort=cohort, chamber=chamber, enterprise=firm, status="applied")
    asked.participant = participant_for(name="学员", enterprise=firm)
    intent = Pairing(chamber=chamber, village=Village(partner=cast.village()), status="intent")

    def raised_by(user) -> Demand:
        return Demand(
            enterprise=firm,
            chamber=chamber,
            shown_to_chamber=True,
            source=Source.CHAMBER,
            raised_by=user,
            status=DemandStatus.RAISED,
        )

    return {
        "endorses a finance application": lambda user: finance.may_endorse(user, waiting),
        "returns a finance application": lambda user: finance.may_return(user, waiting),
        "follows a demand it raised for a member": lambda user: demands.may_withdraw(user, raised_by(user)),
        "recommends for a place within the quota": lambda user: camps.may_recommend(user, asked),
        "takes back the chamber's intent to pair": lambda user: pairings.may_withdraw(user, intent),
    }


def test_rights_lapse_with_the_office(chamber, out_of_office):
    in_office = cast.secretary(chamber)
    for right, may in rights(chamber).items():
        assert may(in_office), right
        assert not may(out_of_office), right


def test_neither_hat_nor_figures_are_left(out_of_office):
    assert hats_of(out_of_office) == []
    open_still = [one.name for one in all_indicators() if may_open_rows(out_of_office, one)]
    assert open_still == []


def test_an_office_holds_on_its_last_day(chamber):
    user = cast.secretary(chamber)
    user.chamber_offices.update(until=timezone.localdate())
    assert all(may(user) for may in rights(chamber).values())


def test_other_offices_of_the_chamber_give_none_of_it(chamber):
    president = cast.person()
    cast.take_office(president, chamber, "president")
    assert not any(may(president) for may in rights(chamber).values())
