"""What a bank does with a loan case: who may, what it leaves behind, what is refused in words."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone, translation

from federation.cases.clocks import remind_overdue
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.inbox.models import Message
from members.partners.models import PartnerOfficer
from services.finance import actions, applying, bank_actions, pages
from services.finance.bank_errors import ConsentGone, TermsRefused
from services.finance.loans import BankLoan
from services.finance.statuses import Hand, LoanStatus, RejectReason, Status
from tests import cast
from tests.services.drawdowns_cast import drawing, today

TERMS = {"amount": Decimal(4_000_000), "rate": Decimal("3.85"), "months": 12}


def told(user):
    return set(Message.objects.filter(recipient=user).values_list("rule", flat=True))


def test_the_way_to_an_approval(finance):
    loan = finance.at_bank()
    loan = bank_actions.accept_loan(loan, by=finance.banker, hat="银行")
    assert loan.status == LoanStatus.ACCEPTED
    assert loan.due_at > timezone.now()
    loan = bank_actions.ask_for_more(loan, by=finance.banker, question="请补充近三个月流水")
    assert loan.question == "请补充近三个月流水"
    loan = applying.answer_bank(loan, by=finance.manager, text="已补充")
    loan = bank_actions.approve_loan(loan, by=finance.banker, contract_number=" 2022-001 ", **TERMS)
    assert (loan.status, loan.approved_amount, loan.contract_number) == (LoanStatus.APPROVED, 4_000_000, "2022-001")
    assert loan.application.status == Status.GRANTED
    assert {"bank-loan-accepted", "bank-loan-more_asked", "bank-loan-approved"} <= told(finance.manager)
    assert set(loan.steps.exclude(to_status="assigned").values_list("hand", flat=True)) == {Hand.BANK, Hand.ENTERPRISE}


def test_a_rejection_has_a_code_and_words_and_the_federation_looks_on(finance):
    loan = finance.at_bank()
    with pytest.raises(ReasonNeeded):
        bank_actions.reject_loan(loan, by=finance.banker, code=RejectReason.CREDIT, reason="  ")
    loan = bank_actions.reject_loan(loan, by=finance.banker, code=RejectReason.CREDIT, reason="征信不符合")
    assert loan.application.status == Status.MATCHING
    assert loan.decided_at is not None
    message = Message.objects.get(recipient=finance.manager, rule="bank-loan-rejected")
    assert "征信不符合" in message.body


def test_a_bank_refers_back_to_the_chamber(finance):
    loan = bank_actions.refer_loan(finance.at_bank(), by=finance.banker, reason="请核实订单")
    assert loan.application.status == Status.REFERRED
    assert loan.decided_at is None, "referred back is no answer"


def test_another_bank_and_another_hand_may_not(finance):
    loan = finance.at_bank()
    for user in (cast.bank_officer(), finance.secretary, finance.manager, finance.clerk, cast.superuser()):
        with pytest.raises(PermissionDenied):
            bank_actions.accept_loan(loan, by=user)


def test_nobody_acts_for_the_bank_on_their_own_application(finance):
    loan = finance.at_bank()
    cast.represent(finance.banker, finance.enterprise)
    with pytest.raises(PermissionDenied):
        bank_actions.accept_loan(loan, by=finance.banker)


def test_an_office_that_ended_gives_no_rights(finance):
    loan = finance.at_bank()
    finance.banker.partner_offices.update(until=today() - datetime.timedelta(days=1))
    with pytest.raises(PermissionDenied):
        bank_actions.accept_loan(loan, by=finance.banker)
    assert not BankLoan.objects.visible_to(finance.banker).exists()


def test_who_comes_second_is_told_who_was_first(finance):
    loan = finance.at_bank()
    bank_actions.accept_loan(loan, by=finance.banker)
    colleague = cast.bank_officer(finance.bank, "另一位客户经理")
    with pytest.raises(AlreadyMoved) as caught:
        bank_actions.accept_loan(loan, by=colleague)
    assert finance.banker.name in caught.value.message


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"amount": Decimal(0)}, "nothing"),
        ({"amount": Decimal(50_000_000)}, "unit"),
        ({"rate": Decimal(385)}, "385"),
        ({"rate": Decimal(0)}, "rate"),
        ({"months": 0}, "term"),
        ({"approved_on": today() + datetime.timedelta(days=1)}, "still to come"),
        ({"approved_on": today() - datetime.timedelta(days=1)}, "earlier"),
    ],
)
def test_terms_that_cant_be_meant_are_refused_in_words(finance, terms, words):
    loan = finance.at_bank(LoanStatus.ACCEPTED)
    with translation.override("en"), pytest.raises(TermsRefused) as caught:
        bank_actions.approve_loan(loan, by=finance.banker, **{**TERMS, **terms})
    assert words in caught.value.message
    loan.refresh_from_db()
    assert loan.status == LoanStatus.ACCEPTED


def test_without_consent_a_bank_may_only_say_no(finance):
    loan = finance.at_bank(LoanStatus.ACCEPTED)
    # As if consent were withdrawn in the same second in which the bank acts.
    finance.bank.data_consents.update(withdrawn_at=timezone.now())
    with pytest.raises(ConsentGone):
        bank_actions.approve_loan(loan, by=finance.banker, **TERMS)
    with pytest.raises(ConsentGone):
        bank_actions.ask_for_more(loan, by=finance.banker, question="?")
    bank_actions.reject_loan(loan, by=finance.banker, code=RejectReason.PAPERS, reason="企业已撤回授权")


def test_a_case_that_was_taken_back_is_nothing_to_the_bank(finance):
    loan = finance.at_bank(LoanStatus.WITHDRAWN)
    assert not BankLoan.objects.visible_to(finance.banker).filter(pk=loan.pk).exists()
    assert BankLoan.objects.visible_to(finance.manager).filter(pk=loan.pk).exists()


def test_closing_without_a_drawdown_needs_a_reason(finance):
    loan = finance.at_bank(LoanStatus.APPROVED)
    with pytest.raises(ReasonNeeded):
        bank_actions.close_loan(loan, by=finance.banker)
    assert bank_actions.close_loan(loan, by=finance.banker, reason="企业不再需要").status == LoanStatus.CLOSED


def test_closing_after_drawdowns_needs_none_and_completes_the_application(finance):
    loan = bank_actions.close_loan(drawing(finance), by=finance.banker)
    assert loan.application.status == Status.COMPLETED


def test_the_banks_clock_reminds_its_officers_once(finance):
    loan = finance.at_bank()
    BankLoan.objects.filter(pk=loan.pk).update(due_at=timezone.now() - datetime.timedelta(hours=1))
    assert remind_overdue() == 1
    assert remind_overdue() == 0
    assert "bank-loan-overdue-assigned" in told(finance.banker)


@pytest.mark.parametrize("why", ["the office ended", "the account is closed", "the bank left", "another part in it"])
def test_where_nobody_of_the_bank_can_act_the_staff_are_reminded(finance, why):
    loan = finance.at_bank()
    BankLoan.objects.filter(pk=loan.pk).update(due_at=timezone.now() - datetime.timedelta(hours=1))
    if why == "the office ended":
        PartnerOfficer.objects.filter(user=finance.banker).update(until=today() - datetime.timedelta(days=1))
    elif why == "the account is closed":
        type(finance.banker).objects.filter(pk=finance.banker.pk).update(is_active=False)
    elif why == "the bank left":
        type(finance.bank).objects.filter(pk=finance.bank.pk).update(is_active=False)
    else:
        cast.represent(finance.banker, finance.enterprise)
    assert remind_overdue() == 1
    assert remind_overdue() == 0
    assert "bank-loan-overdue-assigned" not in told(finance.banker)
    message = Message.objects.get(recipient=finance.clerk, rule="bank-loan-overdue-assigned")
    assert message.url == reverse("admin:services_financeapplication_change", args=[loan.application_id])
    assert finance.bank.name in message.body


def test_what_a_bank_says_to_the_enterprise_isnt_for_the_chamber(finance):
    loan = finance.at_bank(LoanStatus.REJECTED)
    assert loan.steps.latest("at").reason == "征信不符合要求"
    assert loan.application.status == Status.MATCHING
    page = cast.login(finance.secretary).get(reverse("chamber_finance:application", args=[loan.application_id]))
    assert page.status_code == 200 and "征信不符合要求" not in page.content.decode()
    desk = cast.login(finance.officer).get(reverse("policy_desk:application", args=[loan.application_id]))
    assert desk.status_code == 200 and "征信不符合要求" not in desk.content.decode()
    own = cast.login(finance.manager).get(reverse("finance:status", args=[loan.application_id]))
    assert "征信不符合要求" in own.content.decode()


def test_what_a_bank_refers_back_is_for_the_chamber(finance):
    loan = finance.at_bank(LoanStatus.REFERRED)
    page = cast.login(finance.secretary).get(reverse("chamber_finance:application", args=[loan.application_id]))
    assert "请商会核实订单" in page.content.decode()


def test_an_answer_to_a_bank_leaves_checklist_and_policy_standing(finance):
    loan = finance.at_bank(LoanStatus.MORE_ASKED)
    applying.answer_bank(loan, by=finance.manager, text="已补充流水")
    application = loan.application
    application.refresh_from_db()
    assert application.version == 2
    assert len(pages.checks_of(application)) == 6
    assert "贴息" in pages.decision_words(application)


def test_a_version_sent_anew_has_neither(finance):
    application = finance.at_bank(LoanStatus.REFERRED).application
    actions.return_application(application, by=finance.secretary, reason="请更新订单")
    applying.save_step(application, finance.manager, "review", note="已更新")
    application = applying.submit_application(application, by=finance.manager)
    assert not pages.checks_of(application) and not pages.decision_words(application)
