"""Renewal reminders: one at each step, to those who act for the member, however often the clock runs."""

import datetime

import pytest
from django.utils import timezone

from federation.inbox.models import Delivery, Message
from members.membership.actions import grant_period
from members.membership.reminders import remind
from members.membership.tasks import remind_renewals
from tests import cast

DAY = datetime.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def ending(db, today):
    """A member whose period ends in the given number of days, and who acts for it."""

    def make(days, **fields):
        firm = cast.enterprise(**fields)
        user = cast.representative(firm)
        period = grant_period(firm, by=None, starts_on=today - 300 * DAY, ends_on=today + days * DAY)
        return user, period

    return make


def rules_of(user):
    return list(Message.objects.filter(recipient=user).order_by("pk").values_list("rule", flat=True))


@pytest.mark.parametrize(
    ("days_left", "rule"),
    [
        (61, None),
        (60, "membership-ends-in-60"),
        (31, "membership-ends-in-60"),
        (30, "membership-ends-in-30"),
        (8, "membership-ends-in-30"),
        (7, "membership-ends-in-7"),
        (0, "membership-ends-in-7"),
        (-1, None),
    ],
)
def test_the_nearest_step_reached_speaks(ending, today, days_left, rule):
    user, _period = ending(days_left)
    remind(today)
    assert rules_of(user) == ([rule] if rule else [])


def test_each_step_speaks_once_however_often_the_clock_runs(ending, today):
    user, period = ending(60)
    for day in range(61):
        remind(today + day * DAY)
        remind(today + day * DAY)
    assert rules_of(user) == ["membership-ends-in-60", "membership-ends-in-30", "membership-ends-in-7"]
    assert set(Message.objects.values_list("on_date", flat=True)) == {period.ends_on}
    assert Delivery.objects.count() == 3


def test_a_week_without_a_run_is_made_up_for(ending, today):
    user, _period = ending(62)
    remind(today)
    remind(today + 40 * DAY)
    assert rules_of(user) == ["membership-ends-in-30"]


def test_who_has_renewed_hears_nothing(ending, today):
    user, period = ending(20)
    grant_period(period.membership.enterprise, by=None)
    remind(today)
    assert rules_of(user) == []


def test_an_early_end_asks_for_no_renewal(ending, today):
    user, period = ending(20)
    period.end_reason = "moved away"
    period.save()
    remind(today)
    assert rules_of(user) == []


@pytest.mark.parametrize("state", ["deregistered", "revoked", "moved_out"])
def test_an_enterprise_out_of_business_is_left_alone(ending, today, state):
    user, _period = ending(20, state=state)
    remind(today)
    assert rules_of(user) == []


def test_only_those_who_act_today_are_told_each_in_their_language(ending, today):
    user, period = ending(20)
    firm = period.membership.enterprise
    english = cast.colleague(firm, language="en")
    gone = cast.colleague(firm)
    gone.representations.update(until=today - DAY)
    remind(today)
    assert rules_of(gone) == []
    titles = {message.recipient_id: message.title for message in Message.objects.all()}
    assert titles[english.pk].startswith("The membership of")
    assert "会员" in titles[user.pk]


def test_the_number_of_queries_follows_what_is_due_not_what_was_sent(ending, today, django_assert_num_queries):
    ending(20)
    ending(50)
    assert remind_renewals() == 2
    with django_assert_num_queries(3):
        remind(today)
