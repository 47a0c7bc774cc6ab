"""Two hands at once: one wins, the other is told what happened, and no seat is given twice."""

import pytest

from events.camps import actions, certificate_actions, cohort_actions
from events.camps.errors import QuotaFull
from events.camps.models import CampApplication, Certificate
from events.camps.statuses import CohortStatus, Status
from federation.cases.errors import AlreadyMoved, CaseError
from tests import cast
from tests.at_once import at_once
from tests.events import camp_cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_officers_decide_about_one_person():
    one = camp_cast.place(camp_cast.cohort(CohortStatus.SELECTION))
    first, second = cast.staff("services_clerk", "沈先到"), cast.staff("services_clerk", "陆后到")
    outcomes = at_once(
        lambda: actions.decline_application(one, by=first, reason="名额有限"),
        lambda: actions.decline_application(one, by=second, reason="名额有限"),
    )
    (lost,) = [found for found in outcomes if isinstance(found, AlreadyMoved)]
    winner = one.steps.get(to_status=Status.DECLINED).actor
    assert winner.name in lost.message


def test_the_last_seat_is_given_once():
    cohort = camp_cast.cohort(CohortStatus.SELECTION, quota=1)
    people = [camp_cast.place(cohort) for _number in range(2)]
    clerks = [cast.staff("services_clerk") for _number in range(2)]
    outcomes = at_once(
        lambda: actions.select_application(people[0], by=clerks[0]),
        lambda: actions.select_application(people[1], by=clerks[1]),
    )
    assert sum(isinstance(found, QuotaFull) for found in outcomes) == 1
    assert CampApplication.objects.seated().count() == 1


def test_a_seat_and_a_smaller_quota_do_not_pass_each_other():
    cohort = camp_cast.cohort(CohortStatus.SELECTION, quota=5)
    chamber = cast.chamber()
    one = camp_cast.place(cohort, chamber=chamber)
    clerks = [cast.staff("services_clerk") for _number in range(2)]
    outcomes = at_once(
        lambda: actions.select_application(one, by=clerks[0]),
        lambda: cohort_actions.set_quotas(cohort, {chamber: 0}, by=clerks[1]),
    )
    assert sum(isinstance(found, CaseError) for found in outcomes) == 1
    kept = cohort.quotas.exists()
    assert CampApplication.objects.seated().exists() is not kept


def test_two_presses_of_issue_leave_one_certificate_each():
    cohort = camp_cast.cohort(CohortStatus.FINISHED, sessions=1)
    for _number in range(3):
        camp_cast.attend(camp_cast.place(cohort, Status.CONFIRMED))
    clerks = [cast.staff("services_clerk") for _number in range(2)]
    at_once(*(lambda by=by: certificate_actions.issue_certificates(cohort, by=by) for by in clerks))
    assert Certificate.objects.count() == 3
    assert len(set(Certificate.objects.values_list("serial", flat=True))) == 3
