"""The way of a place at a camp: what each hand may do, in which order, and what it is told when it can't."""

import datetime
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from events.camps import actions, cohort_actions
from events.camps.errors import CampError, QuotaFull, QuotaTooSmall
from events.camps.models import CampApplication, ChamberQuota, Cohort
from events.camps.reminders import remind_of_beginning
from events.camps.statuses import CohortStatus, Status
from federation.cases.clocks import remind_overdue
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.inbox.models import Message
from tests import cast
from tests.events import camp_cast

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def chamber():
    return cast.chamber("九亭测试商会")


@pytest.fixture
def firm(chamber):
    return cast.member("上海听雨测试有限公司", of=chamber)


@pytest.fixture
def manager(firm):
    return cast.representative(firm)


@pytest.fixture
def secretary(chamber):
    return cast.secretary(chamber)


@pytest.fixture
def clerk():
    return cast.staff("services_clerk")


def apply(cohort, by, firm, chamber, name="沈知行", **more):
    more.setdefault("phone", "13812340000")
    return actions.apply_for_place(cohort, by=by, enterprise=firm, chamber=chamber, name=name, **more)


def titles(user):
    return list(Message.objects.filter(recipient=user).order_by("pk").values_list("title", flat=True))


def test_the_whole_way_from_applying_to_a_confirmed_place(chamber, firm, manager, secretary, clerk):
    cohort = camp_cast.cohort()
    one = apply(cohort, manager, firm, chamber)
    assert (one.status, one.participant.name, one.enterprise_name) == (Status.APPLIED, "沈知行", firm.name)
    assert len(titles(secretary)) == 1 and not titles(manager)
    one = actions.recommend_application(one, by=secretary, reason="骨干企业")
    assert one.rank == 1
    cohort_actions.close_applications(cohort, by=clerk)
    one = actions.select_application(one, by=clerk)
    assert one.due_at is not None
    one = actions.confirm_place(one, by=manager)
    assert one.status == Status.CONFIRMED
    words = [step.to_status for step in one.steps.all()]
    assert words == [Status.APPLIED, Status.RECOMMENDED, Status.SELECTED, Status.CONFIRMED]
    # Recommended and given a place; the confirmation was the manager's own doing.
    assert len(titles(manager)) == 2


def test_nobody_applies_for_another_enterprise_or_through_a_chamber_it_is_not_in(chamber, firm, manager):
    cohort = camp_cast.cohort()
    with pytest.raises(PermissionDenied):
        apply(cohort, cast.outsider(), firm, chamber)
    with pytest.raises(CampError, match="上海听雨测试有限公司"):
        apply(cohort, manager, firm, cast.chamber())
    assert not CampApplication.objects.exists()


def test_applications_close_with_the_hour_even_if_nobody_closed_them(chamber, firm, manager):
    cohort = camp_cast.cohort(applications_until=timezone.now() - datetime.timedelta(minutes=1))
    with pytest.raises(CampError):
        apply(cohort, manager, firm, chamber)


def test_a_person_is_put_forward_once_and_again_after_taking_back(chamber, firm, manager):
    cohort = camp_cast.cohort()
    one = apply(cohort, manager, firm, chamber)
    with pytest.raises(CampError, match="沈知行"):
        apply(cohort, manager, firm, chamber)
    actions.withdraw_application(one, by=manager)
    again = apply(cohort, manager, firm, chamber)
    assert again.participant == one.participant


def test_an_enterprise_puts_no_whole_staff_forward(chamber, firm, manager):
    cohort = camp_cast.cohort()
    for number in range(actions.MOST_OF_ENTERPRISE):
        apply(cohort, manager, firm, chamber, name=f"员工{number}", phone=f"1381234{number:04d}")
    with pytest.raises(CampError):
        apply(cohort, manager, firm, chamber, name="再一位", phone="13812349999")


def test_a_secretary_recommends_as_many_as_there_are_seats(chamber, secretary):
    cohort = camp_cast.cohort()
    camp_cast.keep_seats(cohort, chamber, 2)
    first, second, third = (camp_cast.place(cohort, chamber=chamber) for _number in range(3))
    actions.recommend_application(first, by=secretary)
    actions.recommend_application(second, by=secretary)
    with pytest.raises(CampError, match="九亭测试商会"):
        actions.recommend_application(third, by=secretary)
    actions.take_back_recommendation(first, by=secretary, reason="改派他人")
    second.refresh_from_db()
    assert second.rank == 1
    assert actions.recommend_application(third, by=secretary).rank == 2


def test_ranks_are_traded_with_the_one_before(chamber, secretary):
    cohort = camp_cast.cohort()
    rows = [camp_cast.place(cohort, chamber=chamber) for _number in range(3)]
    for one in rows:
        actions.recommend_application(one, by=secretary)
    actions.move_up(rows[2], by=secretary)
    actions.move_up(rows[0], by=secretary)
    # The third went before the second, and the first stayed where it was.
    order = CampApplication.objects.filter(cohort=cohort).order_by("rank").values_list("pk", "rank")
    assert list(order) == [(rows[0].pk, 1), (rows[2].pk, 2), (rows[1].pk, 3)]
    with pytest.raises(PermissionDenied):
        actions.move_up(rows[1], by=cast.secretary())


def test_nobody_recommends_their_own(chamber, firm, secretary):
    cast.represent(secretary, firm)
    one = camp_cast.place(camp_cast.cohort(), chamber=chamber, enterprise=firm)
    with pytest.raises(PermissionDenied):
        actions.recommend_application(one, by=secretary)


def test_who_recommended_gives_no_place_whatever_hat(chamber, clerk):
    cast.take_office(clerk, chamber)
    cohort = camp_cast.cohort()
    one = camp_cast.place(cohort, chamber=chamber)
    one = actions.recommend_application(one, by=clerk)
    cohort_actions.close_applications(cohort, by=clerk)
    for give in (actions.select_application, actions.put_on_waiting_list):
        with pytest.raises(PermissionDenied):
            give(one, by=clerk)
    assert actions.select_application(one, by=cast.staff("services_clerk")).status == Status.SELECTED


def test_a_chambers_own_seats_are_its_limit_while_others_are_free(chamber, clerk):
    cohort = camp_cast.cohort(CohortStatus.SELECTION, quota=5)
    camp_cast.keep_seats(cohort, chamber, 1)
    first, second = (camp_cast.place(cohort, Status.RECOMMENDED, chamber=chamber) for _number in range(2))
    actions.select_application(first, by=clerk)
    with pytest.raises(QuotaFull, match="九亭测试商会"):
        actions.select_application(second, by=clerk)
    second.refresh_from_db()
    assert second.status == Status.RECOMMENDED
    # Another chamber's seat given back makes no room here; the own one does.
    actions.withdraw_application(first, by=clerk, reason="本人来电")
    assert actions.select_application(second, by=clerk).status == Status.SELECTED


def test_chambers_without_a_quota_share_what_is_left(chamber, clerk):
    cohort = camp_cast.cohort(CohortStatus.SELECTION, quota=3)
    camp_cast.keep_seats(cohort, chamber, 2)
    stranger, another = (camp_cast.place(cohort) for _number in range(2))
    actions.select_application(stranger, by=clerk)
    with pytest.raises(QuotaFull):
        actions.select_application(another, by=clerk)


def test_all_places_given_is_said_before_any_quota(chamber, clerk):
    cohort = camp_cast.cohort(CohortStatus.SELECTION, quota=1)
    camp_cast.place(cohort, Status.CONFIRMED)
    with pytest.raises(QuotaFull, match="1"):
        actions.select_application(camp_cast.place(cohort), by=clerk)


def test_several_are_decided_all_or_none(clerk):
    cohort = camp_cast.cohort(CohortStatus.SELECTION, quota=2)
    rows = [camp_cast.place(cohort, name=f"学员{letter}") for letter in "甲乙丙"]
    with pytest.raises(QuotaFull, match="学员丙"):
        actions.decide_together(rows, actions.select_application, by=clerk)
    assert set(CampApplication.objects.values_list("status", flat=True)) == {Status.APPLIED}
    assert actions.decide_together(rows[:2], actions.select_application, by=clerk) == 2


@pytest.mark.parametrize(
    ("quota", "seats", "taken"),
    [(1, None, 2), (5, 1, 2), (5, 6, 0), (2, 1, 0)],
    ids=["fewer places than people", "under those of the chamber", "more than there are", "nothing left for others"],
)
def test_quotas_under_those_already_in_are_refused_in_words(chamber, clerk, quota, seats, taken):
    cohort = camp_cast.cohort(CohortStatus.SELECTION, quota=10)
    for _number in range(taken):
        camp_cast.place(cohort, Status.CONFIRMED, chamber=chamber)
    if (quota, seats) == (2, 1):
        for _number in range(2):
            camp_cast.place(cohort, Status.SELECTED)
    if seats is None:
        cohort.quota = quota
        change = partial(cohort_actions.save_cohort, cohort, by=clerk)
    else:
        Cohort.objects.filter(pk=cohort.pk).update(quota=quota)
        change = partial(cohort_actions.set_quotas, cohort, {chamber: seats}, by=clerk)
    with pytest.raises(QuotaTooSmall) as refused:
        change()
    assert any(character.isdigit() for character in refused.value.message)
    assert not ChamberQuota.objects.exists()


def test_a_quota_may_be_taken_away_again(chamber, clerk):
    cohort = camp_cast.cohort()
    cohort_actions.set_quotas(cohort, {chamber: 3}, by=clerk)
    assert cohort.quotas.get().seats == 3
    cohort_actions.set_quotas(cohort, {chamber: None}, by=clerk)
    assert not cohort.quotas.exists()
    with pytest.raises(PermissionDenied):
        cohort_actions.set_quotas(cohort, {chamber: 1}, by=cast.staff("registry_clerk"))


def test_dates_that_contradict_each_other_are_refused(clerk):
    cohort = camp_cast.cohort(CohortStatus.PLANNED)
    cohort.applications_until = timezone.now() + 60 * DAY
    with pytest.raises(ValidationError, match="applications_until"):
        cohort_actions.save_cohort(cohort, by=clerk)
    cohort.refresh_from_db()
    cohort.ends_on = cohort.starts_on - DAY
    with pytest.raises(ValidationError, match="ends_on"):
        cohort_actions.save_cohort(cohort, by=clerk)


def test_a_plan_whose_deadline_has_passed_is_not_announced(clerk):
    cohort = camp_cast.cohort(CohortStatus.PLANNED, applications_until=timezone.now() - DAY)
    with pytest.raises(CampError):
        cohort_actions.announce_cohort(cohort, by=clerk)


def test_announcing_tells_the_chambers_that_have_seats(chamber, secretary, clerk):
    other = cast.secretary()
    cohort = camp_cast.cohort(CohortStatus.PLANNED, applications_until=timezone.now() + DAY)
    camp_cast.keep_seats(cohort, chamber, cohort.quota)
    cohort = cohort_actions.announce_cohort(cohort, by=clerk)
    assert len(titles(secretary)) == 1 and not titles(other)
    assert cohort.due_at == cohort.applications_until


def test_the_roster_is_settled_only_when_everybody_has_an_answer(clerk):
    cohort = camp_cast.cohort(CohortStatus.SELECTION)
    one = camp_cast.place(cohort)
    with pytest.raises(CampError, match="1"):
        cohort_actions.settle_cohort(cohort, by=clerk)
    with pytest.raises(ReasonNeeded):
        actions.decline_application(one, by=clerk, reason=" ")
    actions.decline_application(one, by=clerk, reason="名额有限")
    assert cohort_actions.settle_cohort(cohort, by=clerk).status == CohortStatus.CONFIRMED


def test_a_camp_begins_on_its_eve_with_sessions_and_nobody_unconfirmed(clerk):
    today = timezone.localdate()
    far = camp_cast.cohort(CohortStatus.CONFIRMED, sessions=1, starts_on=today + 2 * DAY)
    with pytest.raises(CampError):
        cohort_actions.start_cohort(far, by=clerk)
    bare = camp_cast.cohort(CohortStatus.CONFIRMED, starts_on=today)
    with pytest.raises(CampError):
        cohort_actions.start_cohort(bare, by=clerk)
    cohort = camp_cast.cohort(CohortStatus.CONFIRMED, sessions=1, starts_on=today + DAY)
    unsure = camp_cast.place(cohort, Status.SELECTED)
    waiting = camp_cast.place(cohort, Status.WAITING)
    with pytest.raises(CampError, match="1"):
        cohort_actions.start_cohort(cohort, by=clerk)
    actions.confirm_place(unsure, by=clerk)
    assert cohort_actions.start_cohort(cohort, by=clerk).status == CohortStatus.RUNNING
    waiting.refresh_from_db()
    assert waiting.status == Status.DECLINED


def test_a_camp_lasts_as_long_as_it_lasts(clerk):
    cohort = camp_cast.cohort(CohortStatus.RUNNING)
    with pytest.raises(CampError):
        cohort_actions.finish_cohort(cohort, by=clerk)
    Cohort.objects.filter(pk=cohort.pk).update(ends_on=timezone.localdate())
    assert cohort_actions.finish_cohort(cohort, by=clerk).status == CohortStatus.FINISHED


def test_calling_off_tells_everybody_who_applied(manager, firm, chamber, clerk):
    cohort = camp_cast.cohort()
    one = apply(cohort, manager, firm, chamber)
    with pytest.raises(ReasonNeeded):
        cohort_actions.cancel_cohort(cohort, by=clerk, reason="")
    cohort_actions.cancel_cohort(cohort, by=clerk, reason="当地道路中断")
    one.refresh_from_db()
    assert one.status == Status.DECLINED
    body = Message.objects.get(recipient=manager).body
    assert "当地道路中断" in body


def test_a_second_officer_is_told_who_was_quicker(clerk):
    one = camp_cast.place(camp_cast.cohort(CohortStatus.SELECTION))
    actions.put_on_waiting_list(one, by=cast.staff("services_clerk", "沈先到"))
    with pytest.raises(AlreadyMoved, match="沈先到"):
        actions.put_on_waiting_list(one, by=clerk)


def test_clocks_that_ran_out_are_chased_once(chamber, manager, secretary, clerk):
    yesterday = timezone.now() - DAY
    camp_cast.place(camp_cast.cohort(), chamber=chamber, due_at=yesterday)
    camp_cast.place(
        camp_cast.cohort(CohortStatus.SELECTION, due_at=timezone.now() + DAY),
        Status.SELECTED,
        applicant=manager,
        due_at=yesterday,
    )
    camp_cast.cohort(CohortStatus.FINISHED, due_at=yesterday)
    remind_overdue()
    remind_overdue()
    assert [len(titles(one)) for one in (secretary, manager, clerk)] == [1, 1, 1]


def test_people_are_told_once_before_a_camp_begins_and_anew_when_it_is_put_off(manager):
    cohort = camp_cast.cohort(CohortStatus.CONFIRMED, starts_on=timezone.localdate() + 3 * DAY)
    camp_cast.place(cohort, Status.CONFIRMED, applicant=manager)
    camp_cast.place(cohort, Status.WAITING, applicant=manager)
    assert (remind_of_beginning(), remind_of_beginning()) == (1, 0)
    Cohort.objects.filter(pk=cohort.pk).update(starts_on=timezone.localdate() + 2 * DAY)
    assert remind_of_beginning() == 1
