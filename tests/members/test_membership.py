"""Membership: dated periods, what follows from them, and the number given once."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from members.enterprises.models import Enterprise
from members.membership.actions import (
    NoMembershipPossible,
    PeriodCannotEnd,
    add_months,
    end_period,
    expected_kind,
    grant_period,
    revoke_period,
)
from members.membership.member_days import rebuild_member_days
from members.membership.models import Membership, MembershipPeriod
from members.membership.status import History, Standing, with_standing
from members.membership.timeline import membership_periods
from tests import cast
from tests.at_once import at_once

DAY = datetime.timedelta(days=1)
Kind = MembershipPeriod.Kind


def on(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def periods_of(firm):
    return list(MembershipPeriod.objects.filter(membership__enterprise=firm).order_by("starts_on"))


@pytest.fixture
def firm(db):
    return cast.enterprise()


@pytest.fixture
def clerk(db):
    return cast.staff()


class TestGranting:
    def test_the_first_period_is_new_and_starts_today(self, firm, clerk):
        today = timezone.localdate()
        period = grant_period(firm, by=clerk)
        assert (period.kind, period.starts_on) == (Kind.NEW, today)
        assert period.ends_on == add_months(today, 12) - DAY
        assert period.decided_by == clerk

    def test_a_renewal_starts_the_day_after_the_present_end(self, firm, clerk):
        first = grant_period(firm, by=clerk)
        second = grant_period(firm, by=clerk)
        assert (second.kind, second.starts_on) == (Kind.RENEWAL, first.ends_on + DAY)
        assert second.membership == first.membership

    def test_who_lapsed_rejoins_from_today_under_the_old_number(self, firm, clerk):
        first = grant_period(firm, by=clerk, starts_on=on("2018-03-01"), ends_on=on("2019-02-28"))
        again = grant_period(firm, by=clerk)
        assert (again.kind, again.starts_on) == (Kind.REJOIN, timezone.localdate())
        assert again.membership.number == first.membership.number
        assert Membership.objects.filter(enterprise=firm).count() == 1

    def test_a_rejoin_keeps_the_first_join_date_apart(self, firm, clerk):
        grant_period(firm, by=clerk, starts_on=on("2018-03-01"), ends_on=on("2019-02-28"))
        grant_period(firm, by=clerk, starts_on=on("2019-03-01"), ends_on=on("2020-02-29"))
        grant_period(firm, by=clerk, starts_on=on("2022-01-01"), ends_on=on("2022-12-31"))
        grant_period(firm, by=clerk, starts_on=on("2023-01-01"), ends_on=on("2023-12-31"))
        history = History.of(periods_of(firm), on("2023-06-01"))
        assert [period.kind for period in history.periods] == [Kind.NEW, Kind.RENEWAL, Kind.REJOIN, Kind.RENEWAL]
        assert history.first_joined_on == on("2018-03-01")
        assert history.member_since == on("2022-01-01")
        assert history.ends_on == on("2023-12-31")

    def test_after_an_early_end_the_next_day_is_a_rejoin_not_a_renewal(self, firm, clerk):
        period = grant_period(firm, by=clerk, starts_on=timezone.localdate() - 30 * DAY)
        end_period(period, on=timezone.localdate() - DAY, reason="moved away", by=clerk)
        assert expected_kind(firm) == Kind.REJOIN
        assert grant_period(firm, by=clerk).kind == Kind.REJOIN

    def test_expected_kind_of_the_unknown_is_new(self, db):
        assert expected_kind(None) == Kind.NEW

    def test_overlapping_dates_are_refused_in_words(self, firm, clerk):
        grant_period(firm, by=clerk, starts_on=on("2020-01-01"), ends_on=on("2020-12-31"))
        with pytest.raises(ValidationError, match=r"overlaps|重叠"):
            grant_period(firm, by=clerk, starts_on=on("2020-12-31"), ends_on=on("2021-12-30"))
        assert len(periods_of(firm)) == 1

    def test_an_end_before_the_start_is_refused_in_words(self, firm, clerk):
        with pytest.raises(ValidationError, match=r"ends after|晚于"):
            grant_period(firm, by=clerk, starts_on=on("2020-02-01"), ends_on=on("2020-01-31"))
        assert not Membership.objects.filter(enterprise=firm).exists()

    def test_an_absorbed_entry_gets_nothing(self, firm, clerk):
        firm.merged_into = cast.enterprise()
        firm.save()
        with pytest.raises(NoMembershipPossible):
            grant_period(firm, by=clerk)

    def test_the_database_itself_refuses_an_overlap(self, firm, clerk):
        period = grant_period(firm, by=clerk)
        with pytest.raises(Exception, match="membership_periods_do_not_overlap"), transaction.atomic():
            MembershipPeriod.objects.create(
                membership=period.membership, kind=Kind.RENEWAL, starts_on=period.ends_on, ends_on=period.ends_on + DAY
            )


class TestEndingEarly:
    def test_the_end_moves_and_the_reason_stays(self, firm, clerk):
        period = grant_period(firm, by=clerk, starts_on=on("2020-01-01"), ends_on=on("2020-12-31"))
        end_period(period, on=on("2020-06-30"), reason=" dissolved ", by=clerk)
        period.refresh_from_db()
        assert (period.ends_on, period.end_reason) == (on("2020-06-30"), "dissolved")

    @pytest.mark.parametrize("day", ["2019-12-31", "2020-12-31", "2021-01-01"])
    def test_a_day_outside_the_period_is_refused(self, firm, clerk, day):
        period = grant_period(firm, by=clerk, starts_on=on("2020-01-01"), ends_on=on("2020-12-31"))
        with pytest.raises(PeriodCannotEnd):
            end_period(period, on=on(day), reason="x", by=clerk)

    def test_a_reason_is_needed(self, firm, clerk):
        period = grant_period(firm, by=clerk)
        with pytest.raises(PeriodCannotEnd):
            end_period(period, on=period.starts_on, reason="  ", by=clerk)

    def test_what_was_granted_after_it_is_revoked_with_it(self, firm, clerk):
        first, second = grant_period(firm, by=clerk), grant_period(firm, by=clerk)
        third = grant_period(firm, by=clerk)
        end_period(first, on=first.starts_on, reason="注销", by=clerk)
        assert [(one.pk, one.end_reason) for one in periods_of(firm)] == [(first.pk, "注销")]
        for later in (second, third):
            later.refresh_from_db()
            assert later.revoked_at and (later.end_reason, later.decided_by) == ("注销", clerk)

    def test_not_while_a_later_period_has_begun(self, firm, clerk):
        today = timezone.localdate()
        first = grant_period(firm, by=clerk, starts_on=today - 400 * DAY, ends_on=today - 10 * DAY)
        second = grant_period(firm, by=clerk, starts_on=today, ends_on=today + DAY)
        with pytest.raises(PeriodCannotEnd, match=r"begun|已经开始"):
            end_period(first, on=first.starts_on, reason="x", by=clerk)
        assert periods_of(firm) == [first, second]


class TestRevoking:
    def test_one_that_hasnt_begun_is_taken_back_with_its_reason(self, firm, clerk):
        first, second = grant_period(firm, by=cast.staff()), grant_period(firm, by=cast.staff())
        revoke_period(second, reason=" 误批 ", by=clerk)
        second.refresh_from_db()
        assert (second.end_reason, second.decided_by) == ("误批", clerk)
        assert periods_of(firm) == [first] and list(MembershipPeriod.with_revoked.all()) == [second, first]
        history = History.of(periods_of(firm))
        assert history.ends_on == first.ends_on
        again = grant_period(firm, by=clerk)
        assert (again.kind, again.starts_on, again.ends_on) == (Kind.RENEWAL, second.starts_on, second.ends_on)

    def test_a_first_period_that_never_began_makes_nobody_a_member(self, firm, clerk):
        coming = timezone.localdate() + DAY
        revoke_period(grant_period(firm, by=clerk, starts_on=coming), reason="未缴会费", by=clerk)
        assert History.of(periods_of(firm), coming).standing == Standing.NEVER
        assert with_standing(Enterprise.objects.filter(pk=firm.pk), coming).get().standing == Standing.NEVER
        assert grant_period(firm, by=clerk, starts_on=coming).kind == Kind.NEW

    def test_lists_of_members_know_nothing_of_its_days(self, firm, clerk):
        coming = timezone.localdate() + 10 * DAY
        period = grant_period(firm, by=clerk, starts_on=coming)
        assert Enterprise.objects.members(coming).get() == firm
        revoke_period(period, reason="误批", by=clerk)
        assert not Enterprise.objects.members(coming).exists()
        rebuild_member_days()
        assert not Enterprise.objects.members(coming).exists()

    def test_those_after_it_go_with_it_and_those_before_stay(self, firm, clerk):
        first, second, third = (grant_period(firm, by=clerk) for _ in range(3))
        revoke_period(third, reason="误批", by=clerk)
        assert periods_of(firm) == [first, second]
        third = grant_period(firm, by=clerk)
        revoke_period(second, reason="误批", by=clerk)
        assert periods_of(firm) == [first]

    def test_one_that_has_begun_is_ended_instead(self, firm, clerk):
        period = grant_period(firm, by=clerk)
        with pytest.raises(PeriodCannotEnd, match=r"end it early|提前终止"):
            revoke_period(period, reason="x", by=clerk)
        assert periods_of(firm) == [period]

    def test_a_reason_is_needed_and_the_second_is_told_who_was_first(self, firm, clerk):
        grant_period(firm, by=clerk)
        second = grant_period(firm, by=clerk)
        with pytest.raises(PeriodCannotEnd):
            revoke_period(second, reason=" ", by=clerk)
        revoke_period(second, reason="误批", by=clerk)
        with pytest.raises(PeriodCannotEnd, match=clerk.name):
            revoke_period(second, reason="误批", by=cast.staff("registry_clerk", "另一干部"))

    def test_staff_choose_which_on_the_members_page(self, firm, clerk):
        first = grant_period(firm, by=clerk)
        client, page = cast.login(clerk), f"/admin/members/membership/{first.membership_id}/"
        assert f"{page}revoke/" not in client.get(f"{page}change/").content.decode()
        second, third = grant_period(firm, by=clerk), grant_period(firm, by=clerk)
        assert f"{page}revoke/" in client.get(f"{page}change/").content.decode()
        form = client.get(f"{page}revoke/").context["form"]
        assert list(form.fields["period"].queryset) == [third, second]
        assert client.post(f"{page}revoke/", {"period": first.pk, "reason": "误批"}).context["form"].errors["period"]
        assert client.post(f"{page}revoke/", {"period": third.pk, "reason": ""}).context["form"].errors["reason"]
        assert client.post(f"{page}revoke/", {"period": third.pk, "reason": "误批"}).status_code == 302
        assert periods_of(firm) == [first, second]
        assert "误批" in client.get(f"{page}change/").content.decode(), "it still stands there, revoked"
        on = {"on": timezone.localdate().isoformat(), "reason": "注销"}
        assert client.post(f"{page}end/", on).status_code == 302
        assert [one.ends_on for one in periods_of(firm)] == [timezone.localdate()]

    def test_the_enterprises_timeline_tells_it(self, firm, clerk):
        grant_period(firm, by=clerk)
        revoke_period(grant_period(firm, by=clerk), reason="误批", by=clerk)
        told = [(entry.title, entry.detail) for entry in membership_periods(firm, 10)]
        assert len(told) == 2 and told[0][1] == "误批"


class TestStanding:
    TODAY = on("2024-06-15")

    @pytest.mark.parametrize(
        ("spans", "expected"),
        [
            ([], Standing.NEVER),
            ([("2024-01-01", "2024-12-31")], Standing.MEMBER),
            ([("2023-06-16", "2024-06-15")], Standing.EXPIRING),
            ([("2023-06-15", "2024-06-14")], Standing.LAPSED),
            ([("2024-06-15", "2025-06-14")], Standing.MEMBER),
            ([("2024-06-16", "2025-06-15")], Standing.NEVER),
            ([("2023-08-15", "2024-08-14")], Standing.EXPIRING),  # 60 days left
            ([("2023-08-16", "2024-08-15")], Standing.MEMBER),  # 61 days left
            ([("2023-07-01", "2024-06-30"), ("2024-07-01", "2025-06-30")], Standing.MEMBER),
            ([("2020-01-01", "2020-12-31"), ("2024-01-01", "2024-12-31")], Standing.MEMBER),
        ],
    )
    def test_follows_from_dates_alike_in_python_and_in_sql(self, firm, clerk, spans, expected):
        for first, last in spans:
            grant_period(firm, by=clerk, starts_on=on(first), ends_on=on(last))
        assert History.of(periods_of(firm), self.TODAY).standing == expected
        assert with_standing(Enterprise.objects.filter(pk=firm.pk), self.TODAY).get().standing == expected


class TestNumbers:
    def test_count_up_within_the_year_of_admission(self, db, clerk):
        numbers = [
            grant_period(cast.enterprise(), by=clerk, starts_on=on(day), ends_on=on("2031-12-31")).membership.number
            for day in ("2031-01-05", "2031-06-05", "2030-12-31", "2031-07-01")
        ]
        assert numbers == ["SJ2031-00001", "SJ2031-00002", "SJ2030-00001", "SJ2031-00003"]

    def test_continue_after_the_highest_and_past_five_digits(self, db, clerk):
        Membership.objects.create(enterprise=cast.enterprise(), number="SJ2031-99999")
        start = {"starts_on": on("2031-01-05"), "ends_on": on("2031-12-31")}
        assert grant_period(cast.enterprise(), by=clerk, **start).membership.number == "SJ2031-100000"
        assert grant_period(cast.enterprise(), by=clerk, **start).membership.number == "SJ2031-100001"

    def test_the_pattern_is_a_setting(self, firm, clerk, settings):
        settings.MEMBER_NUMBER_FORMAT = "工商联{number:04d}"
        assert grant_period(firm, by=clerk).membership.number == "工商联0001"


@pytest.mark.django_db(transaction=True)
def test_two_admissions_at_once_get_two_numbers_and_one_enterprise_gets_one_record():
    clerk = cast.staff()
    firms = [cast.enterprise(), cast.enterprise()]
    made = at_once(*(lambda firm=firm: grant_period(firm, by=clerk) for firm in (*firms, firms[0])))
    assert all(isinstance(one, MembershipPeriod) for one in made)
    assert Membership.objects.count() == 2
    assert len(set(Membership.objects.values_list("number", flat=True))) == 2
    # The same enterprise twice: a record and its renewal, never two records.
    assert [period.kind for period in periods_of(firms[0])] == [Kind.NEW, Kind.RENEWAL]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2024-05-10", 12, "2025-05-10"),
        ("2024-12-01", 1, "2025-01-01"),
    ],
)
def test_adding_months_stays_within_the_month(day, months, expected):
    assert add_months(on(day), months) == on(expected)
