"""Seats kept for a chamber wait on its secretary's desk until somebody has applied for each or the deadline is over."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chambers.hats import SECRETARY
from events.camps.statuses import CohortStatus, Status
from federation.accounts.hats import hats_of
from federation.portal.contributions import what_waits
from tests import cast
from tests.events import camp_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def chamber():
    return cast.chamber("名额商会")


def seats(secretary):
    hat = next(hat for hat in hats_of(secretary) if hat.kind == SECRETARY)
    return next((group for group in what_waits(secretary, hat) if group.name == "camp-seats"), None)


def test_seats_without_an_applicant_stand_on_the_desk_with_their_deadline(chamber):
    secretary, cohort = cast.secretary(chamber), camp_cast.cohort()
    camp_cast.keep_seats(cohort, chamber, 2)
    (item,) = seats(secretary).items
    assert (item.due, item.url) == (cohort.applications_until, f"/chamber/camps/{cohort.pk}/")
    assert "共 2 席" in item.detail and "2 席" in item.detail
    page = cast.login(secretary).get("/chamber/").content.decode()
    assert item.detail in page and str(cohort) in page
    # Those of others, and who gave theirs back, fill no seat of it.
    camp_cast.place(cohort)
    camp_cast.place(cohort, Status.WITHDRAWN, chamber=chamber)
    first = camp_cast.place(cohort, chamber=chamber)
    assert "共 2 席，尚有 1 席" in seats(secretary).items[0].detail
    camp_cast.place(cohort, Status.CONFIRMED, chamber=chamber)
    assert seats(secretary) is None
    first.status = Status.DECLINED
    first.save()
    assert seats(secretary).total == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"status": CohortStatus.PLANNED},
        {"status": CohortStatus.SELECTION},
        {"status": CohortStatus.CANCELLED},
        {"applications_until": timezone.now() - datetime.timedelta(hours=1)},
    ],
)
def test_while_nobody_can_apply_no_seat_waits(chamber, fields):
    secretary, cohort = cast.secretary(chamber), camp_cast.cohort(**fields)
    camp_cast.keep_seats(cohort, chamber, 2)
    assert seats(secretary) is None


def test_seats_of_another_chamber_and_of_none_dont_wait_here(chamber):
    secretary = cast.secretary(chamber)
    camp_cast.keep_seats(camp_cast.cohort(), cast.chamber(), 2)
    camp_cast.keep_seats(camp_cast.cohort(), chamber, 0)
    assert seats(secretary) is None


def test_the_desk_asks_as_often_for_one_cohort_as_for_three(chamber):
    client = cast.login(cast.secretary(chamber))

    def queries() -> int:
        camp_cast.keep_seats(camp_cast.cohort(), chamber, 2)
        client.get("/chamber/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/chamber/").status_code == 200
        return len(asked)

    assert len({queries() for _number in range(3)}) == 1


def test_of_a_camp_that_nobody_sees_no_seat_waits(chamber):
    secretary, cohort = cast.secretary(chamber), camp_cast.cohort()
    camp_cast.keep_seats(cohort, chamber, 2)
    assert seats(secretary).total == 1
    cohort.camp.is_shown = False
    cohort.camp.save()
    assert seats(secretary) is None
