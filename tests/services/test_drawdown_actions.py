"""Drawdowns on a loan: tranches, corrections, reversals, renewals, extensions, and rows that nobody can change."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.db.models import Sum

from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.inbox.models import Message
from services.drawdowns import actions
from services.drawdowns.models import Drawdown
from services.drawdowns.statuses import Entry
from services.finance import bank_actions
from services.finance.access import may_endorse
from services.finance.bank_errors import DrawdownRefused
from services.finance.hands import hands_of
from services.finance.statuses import Hand, Kind, LoanStatus, Status
from tests import cast
from tests.at_once import at_once, only_error
from tests.services.drawdowns_cast import drawing, drawn, today
from tests.services.finance_cast import FinanceCast

MILLION = Decimal(1_000_000)
DAY = datetime.timedelta(days=1)


def draw(finance, loan, amount=MILLION, **more):
    return actions.record_drawdown(loan, by=finance.banker, amount=amount, **{"drawn_on": today(), **more})


def status_of(loan):
    loan.refresh_from_db()
    return loan.status


def books_agree():
    """What counts is what all newest rows make, reversals taken off."""
    counted = Drawdown.objects.counting().aggregate(total=Sum("amount"))["total"] or 0
    booked = Drawdown.objects.newest().aggregate(total=Sum("amount"))["total"] or 0
    return counted == booked


def test_tranches_up_to_what_was_approved_and_not_a_cent_more(finance):
    loan = finance.at_bank(LoanStatus.APPROVED)
    draw(finance, loan, 3 * MILLION)
    assert status_of(loan) == LoanStatus.DRAWING
    draw(finance, loan, 2 * MILLION)
    with pytest.raises(DrawdownRefused) as caught:
        draw(finance, loan, Decimal("0.01"))
    assert caught.value.field == "amount"
    assert loan.drawdowns.counting().aggregate(total=Sum("amount"))["total"] == 5 * MILLION
    assert Message.objects.filter(recipient=finance.manager, rule="drawdown-drawdown").count() == 2
    assert loan.application.status == Status.GRANTED


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"drawn_on": today() + DAY}, "drawn_on"),
        ({"drawn_on": today() - DAY}, "drawn_on"),
        ({"drawn_on": datetime.date(1999, 1, 1)}, "drawn_on"),
        ({"due_on": today() - DAY}, "due_on"),
        ({"amount": Decimal(0)}, "amount"),
        ({"amount": Decimal(-5)}, "amount"),
        ({"amount": Decimal(10) ** 14}, "amount"),
        ({"amount": Decimal("1.001")}, "amount"),
    ],
)
def test_what_cant_be_meant_is_refused_by_its_field(finance, values, field):
    loan = finance.at_bank(LoanStatus.APPROVED)
    with pytest.raises(DrawdownRefused) as caught:
        draw(finance, loan, **{"amount": MILLION, **values})
    assert caught.value.field == field
    assert not Drawdown.objects.exists()


def test_a_reference_stands_for_one_drawdown_of_the_bank(finance):
    loan = drawing(finance)
    with pytest.raises(DrawdownRefused) as caught:
        draw(finance, loan, reference=" JJ-1 ")
    assert caught.value.field == "reference"
    other = cast.bank()
    drawn(finance.enterprise, other, reference="JJ-1")


def test_names_are_those_of_the_day(finance):
    row = drawing(finance).drawdowns.get()
    name = finance.enterprise.name
    type(finance.enterprise).objects.filter(pk=finance.enterprise.pk).update(name="上海改名后的有限公司")
    row.refresh_from_db()
    assert (row.enterprise_name, row.bank_name, row.chamber) == (name, finance.bank.name, finance.chamber)
    assert row.rate == Decimal("3.45"), "the loan's, where none is stated"


def test_a_correction_is_a_new_version(finance):
    loan = drawing(finance)
    old = loan.drawdowns.get()
    terms = {"amount": MILLION, "drawn_on": old.drawn_on, "reference": "JJ-1"}
    with pytest.raises(ReasonNeeded):
        actions.correct_drawdown(old, by=finance.banker, reason="", **terms)
    new = actions.correct_drawdown(old, by=finance.banker, reason="金额录错", **terms)
    old.refresh_from_db()
    assert (old.amount, old.counts, new.version, new.counts) == (2 * MILLION, False, 2, True)
    assert new.supersedes == old
    assert books_agree()
    with pytest.raises(DrawdownRefused) as caught:
        actions.correct_drawdown(old, by=finance.banker, reason="再改", **terms)
    assert finance.banker.name in caught.value.message
    with pytest.raises(DrawdownRefused):
        actions.correct_drawdown(new, by=finance.banker, reason="没改", **terms)
    with pytest.raises(DrawdownRefused):
        actions.correct_drawdown(new, by=finance.banker, reason="超额", **{**terms, "amount": 6 * MILLION})


def test_a_reversal_is_a_row_of_its_own_and_takes_the_whole_back(finance):
    loan = drawing(finance)
    row = loan.drawdowns.get()
    back = actions.reverse_drawdown(row, by=finance.banker, reason="当日退回")
    row.refresh_from_db()
    assert (back.entry, back.amount, back.counts, row.counts) == (Entry.REVERSAL, -2 * MILLION, False, False)
    assert status_of(loan) == LoanStatus.APPROVED
    assert books_agree()
    assert not Drawdown.objects.paid_out().exists()
    with pytest.raises(AlreadyMoved):
        actions.reverse_drawdown(row, by=finance.banker, reason="再退一次")
    draw(finance, loan, 5 * MILLION)
    assert status_of(loan) == LoanStatus.DRAWING


def test_a_reversal_leaves_the_other_tranche_drawn(finance):
    loan = drawing(finance)
    second = draw(finance, loan)
    actions.reverse_drawdown(second, by=finance.banker, reason="退回")
    assert status_of(loan) == LoanStatus.DRAWING
    with pytest.raises(DrawdownRefused):
        actions.reverse_drawdown(second, by=finance.banker, reason="再退")


def test_a_renewal_and_an_extension_follow_a_drawdown_and_dont_use_up_the_approval(finance):
    loan = drawing(finance, 5_000_000)
    row = loan.drawdowns.get()
    later = today() + 300 * DAY
    renewed = actions.renew_drawdown(row, by=finance.banker, amount=5 * MILLION, drawn_on=today(), due_on=later)
    extended = actions.extend_drawdown(row, by=finance.banker, amount=MILLION, drawn_on=today(), due_on=later)
    assert (renewed.kind, extended.kind, renewed.follows) == (Kind.RENEWAL, Kind.EXTENSION, row)
    assert set(Drawdown.objects.paid_out()) == {row, renewed}, "an extension pays nothing out"
    with pytest.raises(DrawdownRefused):
        actions.renew_drawdown(row, by=finance.banker, amount=6 * MILLION, drawn_on=today())
    with pytest.raises(DrawdownRefused) as caught:
        actions.extend_drawdown(row, by=finance.banker, amount=MILLION, drawn_on=today())
    assert caught.value.field == "due_on"


def test_what_was_renewed_isnt_taken_back_first_however_often_it_was_corrected(finance):
    loan = drawing(finance)
    row = loan.drawdowns.get()
    renewed = actions.renew_drawdown(row, by=finance.banker, amount=MILLION, drawn_on=today())
    new = actions.correct_drawdown(row, by=finance.banker, reason="日期", amount=3 * MILLION, drawn_on=today())
    with pytest.raises(DrawdownRefused):
        actions.reverse_drawdown(new, by=finance.banker, reason="退回")
    with pytest.raises(DrawdownRefused):
        actions.correct_drawdown(new, by=finance.banker, reason="改小", amount=MILLION / 2, drawn_on=today())
    actions.reverse_drawdown(renewed, by=finance.banker, reason="未续成")
    actions.reverse_drawdown(new, by=finance.banker, reason="退回")
    assert status_of(loan) == LoanStatus.APPROVED
    assert books_agree()


def test_a_closed_loan_opens_again_when_it_is_renewed(finance):
    loan = drawing(finance)
    row = loan.drawdowns.get()
    bank_actions.close_loan(loan, by=finance.banker)
    actions.renew_drawdown(row, by=finance.banker, amount=MILLION, drawn_on=today())
    assert status_of(loan) == LoanStatus.DRAWING
    loan.application.refresh_from_db()
    assert loan.application.status == Status.GRANTED


def test_an_extension_ends_later_than_the_newest_version(finance):
    loan = finance.at_bank(LoanStatus.APPROVED)
    old = draw(finance, loan, due_on=today() + 30 * DAY)
    until = today() + 90 * DAY
    actions.correct_drawdown(
        old, by=finance.banker, reason="期限录错", amount=MILLION, drawn_on=today(), due_on=until, reference=""
    )
    newest = loan.drawdowns.counting().get()
    with pytest.raises(DrawdownRefused) as caught:
        actions.extend_drawdown(newest, by=finance.banker, amount=MILLION, drawn_on=today(), due_on=until)
    assert caught.value.field == "due_on"
    actions.extend_drawdown(newest, by=finance.banker, amount=MILLION, drawn_on=today(), due_on=until + DAY)


def test_who_records_money_has_lent_the_banks_hand(finance):
    loan = drawing(finance)
    colleague = cast.bank_officer(finance.bank, "另一位客户经理")
    assert hands_of(colleague, loan.application) == set()
    actions.record_drawdown(loan, by=colleague, amount=MILLION, drawn_on=today())
    assert hands_of(colleague, loan.application) == {Hand.BANK}
    cast.take_office(colleague, finance.chamber)
    loan.application.status = Status.REFERRED
    assert not may_endorse(colleague, loan.application)


def test_only_the_banks_own_officers_write(finance):
    loan = drawing(finance)
    row = loan.drawdowns.get()
    for user in (cast.bank_officer(), finance.manager, finance.clerk, finance.secretary):
        with pytest.raises(PermissionDenied):
            actions.record_drawdown(loan, by=user, amount=MILLION, drawn_on=today())
        with pytest.raises(PermissionDenied):
            actions.reverse_drawdown(row, by=user, reason="?")


def test_the_database_refuses_to_change_or_delete_a_row(finance):
    row = drawing(finance).drawdowns.get()
    for change in ({"amount": 1}, {"drawn_on": today() - DAY}, {"bank_name": "别的"}, {"reason": "改"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Drawdown.objects.filter(pk=row.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Drawdown.objects.filter(pk=row.pk)._raw_delete(using="default")


def test_who_sees_which_rows(finance):
    row = drawing(finance).drawdowns.get()
    drawn(cast.enterprise(), cast.bank())
    assert list(Drawdown.objects.visible_to(finance.banker)) == [row]
    assert list(Drawdown.objects.visible_to(finance.manager)) == [row]
    assert Drawdown.objects.visible_to(finance.clerk).count() == 2
    for user in (cast.bank_officer(), finance.secretary, cast.outsider(), cast.staff("registry_clerk")):
        assert not Drawdown.objects.visible_to(user).exists()


@pytest.mark.django_db(transaction=True)
def test_two_officers_draw_the_last_of_it_at_once():
    """Five millions were approved; each wants three: one is written, the other is told what is left."""
    finance = FinanceCast()
    loan = finance.at_bank(LoanStatus.APPROVED)
    colleague = cast.bank_officer(finance.bank, "另一位客户经理")
    refused = only_error(
        at_once(
            *(
                lambda by=by: actions.record_drawdown(loan, by=by, amount=3 * MILLION, drawn_on=today())
                for by in (finance.banker, colleague)
            )
        )
    )
    assert isinstance(refused, DrawdownRefused)
    assert refused.field == "amount"
    assert Drawdown.objects.counting().get().amount == 3 * MILLION
