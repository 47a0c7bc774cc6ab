"""An application through its hands: versions, consents, take-back, endorsement, policy, banks, and nobody twice."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import override

from federation.cases.clocks import remind_overdue
from federation.cases.errors import AlreadyMoved, CaseError, ReasonNeeded
from federation.inbox.models import Message
from members.enterprises.models import Representative
from members.partners.models import PartnerOfficer
from services.finance import access, actions, applying, bank_actions
from services.finance.errors import ChecklistRefused, Incomplete, NoConsent, TooMany
from services.finance.models import FinanceApplication, FinanceVersion, PolicyDesk
from services.finance.statuses import Hand, LoanStatus, Policy, RejectReason, Status
from tests import cast
from tests.services.finance_cast import ALL_YES, CONTACT


def messages_of(user):
    return list(Message.objects.filter(recipient=user).order_by("pk"))


class TestTheEnterprise:
    def test_a_new_application_is_a_draft_of_the_enterprises_own_chamber(self, finance):
        application = applying.begin_application(finance.enterprise, by=finance.manager)
        assert application.status == Status.DRAFT
        assert application.chamber == finance.chamber
        assert application.steps.get().hand == Hand.ENTERPRISE

    def test_a_colleague_begins_nothing(self, finance):
        with pytest.raises(PermissionDenied):
            applying.begin_application(finance.enterprise, by=cast.colleague(finance.enterprise))

    def test_five_drafts_are_enough(self, finance):
        for _number in range(applying.MOST_DRAFTS):
            applying.begin_application(finance.enterprise, by=finance.manager)
        with pytest.raises(TooMany):
            applying.begin_application(finance.enterprise, by=finance.manager)

    @pytest.mark.parametrize("lack", ["need", "contact", "papers", "consent", "review"])
    def test_what_lacks_something_is_not_sent_and_says_where(self, finance, lack):
        application = finance.draft()
        if lack == "papers":
            application.papers.all().delete()
        elif lack == "consent":
            application.consents.update(withdrawn_at=timezone.now())
        else:
            key = "truth" if lack == "review" else lack
            application.form.pop(key)
            application.save()
        with pytest.raises(Incomplete) as refused:
            applying.submit_application(application, by=finance.manager)
        assert refused.value.step == lack
        application.refresh_from_db()
        assert application.status == Status.DRAFT

    def test_a_renewal_needs_the_contract_of_the_running_loan(self, finance):
        application = finance.draft(kind="renewal")
        application.papers.filter(kind="old_loan").delete()
        with pytest.raises(Incomplete):
            applying.submit_application(application, by=finance.manager)

    def test_sending_copies_the_names_of_the_day(self, finance):
        application = finance.sent()
        old, chamber = finance.enterprise.name, finance.chamber.name
        finance.enterprise.name = "上海改名测试有限公司"
        finance.enterprise.save()
        application.refresh_from_db()
        version = application.versions.get()
        assert (application.enterprise_name, version.enterprise_name) == (old, old)
        assert version.chamber_name == chamber
        assert version.amount == application.amount == Decimal("5000000.00")
        assert version.papers[0]["name"] == "报表.png"

    def test_a_correction_is_a_new_version_and_the_old_one_stays(self, finance):
        application = finance.in_status(Status.RETURNED)
        applying.save_step(application, finance.manager, "need", need={**application.form["need"], "amount": "800000"})
        applying.save_step(application, finance.manager, "review", note="金额改为80万元")
        applying.submit_application(application, by=finance.manager)
        application.refresh_from_db()
        assert application.version == 2
        assert application.amount == Decimal(800_000)
        assert list(application.versions.order_by("number").values_list("number", "amount")) == [
            (1, Decimal(5_000_000)),
            (2, Decimal(800_000)),
        ]

    def test_the_database_refuses_to_change_or_delete_a_version(self, finance):
        version = finance.sent().versions.get()
        with pytest.raises(DatabaseError), transaction.atomic():
            FinanceVersion.objects.filter(pk=version.pk).update(amount=1)
        with pytest.raises(DatabaseError), transaction.atomic():
            version.delete()
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE services_financeversion SET amount = 1")

    def test_another_chamber_sees_nothing_before_it_is_sent_there(self, finance):
        application = finance.in_status(Status.RETURNED)
        other = cast.chamber()
        elsewhere = cast.secretary(other, "别的秘书长")
        applying.save_step(application, finance.manager, "contact", chamber=other, contact=CONTACT)
        seen = FinanceApplication.objects.visible_to
        assert not seen(elsewhere).exists()
        assert seen(finance.secretary).get() == application, "it returned it, and may follow it until it goes elsewhere"
        sent = applying.submit_application(application, by=finance.manager)
        assert (sent.chamber, sent.chamber_name) == (other, other.name)
        assert seen(elsewhere).get() == application
        assert not seen(finance.secretary).exists()

    def test_a_paper_left_out_stays_with_the_version_that_held_it(self, finance):
        application = finance.in_status(Status.RETURNED)
        paper = application.papers.get()
        applying.remove_paper(paper, by=finance.manager)
        finance.add_paper(application)
        applying.submit_application(application, by=finance.manager)
        first, second = application.versions.order_by("number")
        assert [row["id"] for row in first.papers] == [paper.pk]
        assert paper.pk not in [row["id"] for row in second.papers]


class TestTakingBack:
    @pytest.mark.parametrize("status", [Status.SUBMITTED, Status.ENDORSED, Status.MATCHING])
    def test_within_ten_minutes_whoever_has_it_but_a_bank(self, finance, status):
        application = finance.in_status(status)
        applying.take_back(application, by=finance.manager)
        application.refresh_from_db()
        assert application.status == Status.DRAFT
        assert application.submitted_at is None
        assert application.form["need"]["amount"] == "5000000.00"
        assert not FinanceApplication.objects.visible_to(finance.secretary).exists()

    def test_not_after_ten_minutes(self, finance):
        application = finance.sent()
        late = timezone.now() - access.TAKE_BACK - datetime.timedelta(seconds=1)
        FinanceApplication.objects.filter(pk=application.pk).update(submitted_at=late)
        with pytest.raises(CaseError, match="ten minutes"), override("en"):
            applying.take_back(application, by=finance.manager)

    def test_not_from_a_bank(self, finance):
        application = finance.at_bank().application
        with pytest.raises(AlreadyMoved):
            applying.take_back(application, by=finance.manager)

    def test_only_by_who_manages_the_enterprise(self, finance):
        application = finance.sent()
        for user in (cast.colleague(finance.enterprise), finance.secretary, cast.representative()):
            with pytest.raises(PermissionDenied):
                applying.take_back(application, by=user)

    def test_the_chamber_is_told(self, finance):
        applying.take_back(finance.sent(), by=finance.manager)
        assert "收回" in messages_of(finance.secretary)[-1].title

    def test_withdrawing_takes_it_from_the_banks_too(self, finance):
        loan = finance.at_bank(LoanStatus.MORE_ASKED)
        applying.withdraw_application(loan.application, by=finance.manager, reason="另有安排")
        loan.refresh_from_db()
        assert loan.status == LoanStatus.WITHDRAWN
        assert loan.application.__class__.objects.get(pk=loan.application_id).status == Status.WITHDRAWN
        assert not type(loan).objects.visible_to(finance.banker).exists()

    def test_what_a_bank_granted_is_ended_with_the_bank(self, finance):
        application = finance.in_status(Status.GRANTED)
        assert not access.may_withdraw(finance.manager, application)
        with pytest.raises(AlreadyMoved):
            applying.withdraw_application(application, by=finance.manager)


class TestConsent:
    def test_who_when_and_which_text(self, finance):
        consent = finance.draft().consents.get()
        assert (consent.given_by, consent.giver_name) == (finance.manager, finance.manager.name)
        assert (consent.bank_name, consent.text_version) == (finance.bank.name, "2026-1")

    def test_a_bank_without_consent_is_assigned_nothing(self, finance):
        with pytest.raises(NoConsent):
            actions.assign_banks(finance.matching(), by=finance.clerk, banks=[finance.bank, finance.other_bank])
        assert not FinanceApplication.objects.get().loans.exists()

    def test_given_later_it_opens_the_way(self, finance):
        application = finance.matching()
        applying.give_consents(application, by=finance.manager, banks=[finance.other_bank])
        actions.assign_banks(application, by=finance.clerk, banks=[finance.other_bank])
        assert application.loans.get().bank == finance.other_bank

    def test_withdrawn_it_takes_the_application_from_the_bank(self, finance):
        loan = finance.at_bank(LoanStatus.ACCEPTED)
        applying.withdraw_consent(loan.application, finance.bank, by=finance.manager)
        loan.refresh_from_db()
        loan.application.refresh_from_db()
        assert loan.status == LoanStatus.WITHDRAWN
        assert loan.application.status == Status.MATCHING
        consent = loan.application.consents.get()
        assert (consent.withdrawn_by, consent.withdrawn_at is not None) == (finance.manager, True)
        assert messages_of(finance.banker)[-1].title

    def test_nobody_else_withdraws_it(self, finance):
        application = finance.matching()
        for user in (finance.secretary, finance.clerk, finance.officer, cast.colleague(finance.enterprise)):
            with pytest.raises(PermissionDenied):
                applying.withdraw_consent(application, finance.bank, by=user)


class TestTheChamber:
    def test_endorses_on_the_checklist(self, finance):
        application = finance.endorsed()
        assert application.status == Status.ENDORSED
        assert application.checks.filter(version=1).count() == len(ALL_YES)
        assert application.due_at.date() == (timezone.now() + datetime.timedelta(days=5)).date()
        assert messages_of(finance.officer)

    @pytest.mark.parametrize(
        "answers",
        [
            {},
            {**ALL_YES, "wages": ("", "")},
            {**ALL_YES, "wages": ("no", "")},
            {**ALL_YES, "purpose": ("no", "不符")},
            {**ALL_YES, "courts": ("maybe", "x")},
        ],
    )
    def test_an_unanswered_or_refused_item_endorses_nothing(self, finance, answers):
        application = finance.sent()
        with pytest.raises(ChecklistRefused):
            actions.endorse_application(application, by=finance.secretary, answers=answers)
        application.refresh_from_db()
        assert application.status == Status.SUBMITTED
        assert not application.checks.exists()

    def test_returns_only_with_a_reason(self, finance):
        application = finance.sent()
        with pytest.raises(ReasonNeeded):
            actions.return_application(application, by=finance.secretary, reason="  ")
        actions.return_application(application, by=finance.secretary, reason="金额请核对")
        assert "金额请核对" in messages_of(finance.manager)[-1].body

    def test_without_a_secretary_staff_stand_in_and_then_match_no_more(self, finance):
        application = finance.sent()
        assert not access.may_endorse(finance.clerk, application)
        finance.secretary.chamber_offices.update(until=datetime.date(2021, 1, 1))
        actions.endorse_application(application, by=finance.clerk, answers=ALL_YES)
        actions.decide_policy(application, by=finance.officer, outcome=Policy.CONFIRMED)
        with pytest.raises(PermissionDenied):
            actions.assign_banks(application, by=finance.clerk, banks=[finance.bank])
        actions.assign_banks(application, by=cast.staff("services_clerk"), banks=[finance.bank])

    def test_a_secretary_whose_office_ended_endorses_nothing(self, finance):
        application = finance.sent()
        finance.secretary.chamber_offices.update(until=timezone.localdate() - datetime.timedelta(days=1))
        with pytest.raises(PermissionDenied):
            actions.endorse_application(application, by=finance.secretary, answers=ALL_YES)


class TestTheGovernmentDesk:
    @pytest.mark.parametrize("outcome", [Policy.CONFIRMED, Policy.DECLINED])
    def test_either_way_the_banks_come_next(self, finance, outcome):
        application = actions.decide_policy(finance.endorsed(), by=finance.officer, outcome=outcome, note="不在名录")
        assert (application.status, application.policy) == (Status.MATCHING, outcome)
        decision = application.decisions.get()
        assert (decision.organisation, decision.note, decision.version) == (finance.department, "不在名录", 1)

    def test_a_refusal_says_why(self, finance):
        with pytest.raises(ReasonNeeded):
            actions.decide_policy(finance.endorsed(), by=finance.officer, outcome=Policy.DECLINED)

    def test_another_department_decides_nothing(self, finance):
        with pytest.raises(PermissionDenied):
            actions.decide_policy(finance.endorsed(), by=cast.department_officer(), outcome=Policy.CONFIRMED)

    def test_a_desk_that_ended_decides_nothing_and_staff_pass_it_on(self, finance):
        application = finance.endorsed()
        assert not access.may_pass_desk(finance.clerk, application)
        PolicyDesk.objects.update(until=timezone.localdate() - datetime.timedelta(days=1))
        with pytest.raises(PermissionDenied):
            actions.decide_policy(application, by=finance.officer, outcome=Policy.CONFIRMED)
        actions.pass_without_desk(application, by=finance.clerk)
        application.refresh_from_db()
        assert (application.status, application.policy) == (Status.MATCHING, Policy.NO_DESK)


class TestTheBanks:
    def test_one_application_at_two_banks_is_two_loans(self, finance):
        application = finance.draft()
        applying.give_consents(application, by=finance.manager, banks=[finance.other_bank])
        applying.submit_application(application, by=finance.manager)
        actions.endorse_application(application, by=finance.secretary, answers=ALL_YES)
        actions.decide_policy(application, by=finance.officer, outcome=Policy.CONFIRMED)
        loans = actions.assign_banks(application, by=finance.clerk, banks=[finance.bank, finance.other_bank])
        assert len(loans) == 2
        bank_actions.reject_loan(loans[0], by=finance.banker, code=RejectReason.TERMS, reason="期限不合")
        application.refresh_from_db()
        assert application.status == Status.WITH_BANKS

    def test_a_bank_has_it_once(self, finance):
        application = finance.at_bank().application
        with pytest.raises(CaseError):
            actions.assign_banks(application, by=finance.clerk, banks=[finance.bank])
        assert application.loans.count() == 1

    def test_all_rejected_it_is_matched_again_and_may_end_without_a_bank(self, finance):
        application = finance.at_bank(LoanStatus.REJECTED).application
        application.refresh_from_db()
        assert application.status == Status.MATCHING
        with pytest.raises(ReasonNeeded):
            actions.decline_application(application, by=finance.clerk, reason="")
        actions.decline_application(application, by=finance.clerk, reason="各行均未受理")
        application.refresh_from_db()
        assert application.status == Status.DECLINED

    def test_referred_back_the_chamber_endorses_anew_and_no_desk_decides_twice(self, finance):
        loan = finance.at_bank(LoanStatus.REFERRED)
        application = FinanceApplication.objects.get(pk=loan.application_id)
        assert application.status == Status.REFERRED
        assert "请商会核实订单" in messages_of(finance.secretary)[-1].body
        actions.endorse_application(application, by=finance.secretary, answers=ALL_YES)
        application.refresh_from_db()
        assert (application.status, application.policy) == (Status.MATCHING, Policy.CONFIRMED)
        actions.assign_banks(application, by=finance.clerk, banks=[finance.bank])

    def test_an_answer_is_a_new_version_for_the_bank_that_asked(self, finance):
        loan = finance.at_bank(LoanStatus.MORE_ASKED)
        with pytest.raises(ReasonNeeded):
            applying.answer_bank(loan, by=finance.manager, text=" ")
        applying.answer_bank(loan, by=finance.manager, text="流水见附件")
        loan.refresh_from_db()
        application = FinanceApplication.objects.get(pk=loan.application_id)
        assert (loan.status, loan.version, application.version) == (LoanStatus.ACCEPTED, 2, 2)
        assert application.versions.get(number=2).amount == application.amount
        with pytest.raises(AlreadyMoved):
            applying.answer_bank(loan, by=finance.manager, text="再来一次")

    def test_granted_and_closed_it_is_completed(self, finance):
        assert finance.in_status(Status.GRANTED).status == Status.GRANTED
        assert finance.in_status(Status.COMPLETED).status == Status.COMPLETED


class TestNobodyTwice:
    """Whatever hats one person wears, one application sees them in one place only."""

    def test_a_secretary_who_represents_the_enterprise_endorses_nothing(self, finance):
        cast.represent(finance.secretary, finance.enterprise, Representative.Role.COLLEAGUE)
        with pytest.raises(PermissionDenied):
            actions.endorse_application(finance.sent(), by=finance.secretary, answers=ALL_YES)

    def test_a_former_representative_who_sent_it_endorses_nothing(self, finance):
        application = finance.sent()
        cast.take_office(finance.manager, finance.chamber)
        Representative.objects.filter(user=finance.manager).update(until=timezone.localdate() - datetime.timedelta(1))
        assert not access.may_endorse(finance.manager, application)

    def test_who_endorsed_decides_no_policy(self, finance):
        application = finance.endorsed()
        PartnerOfficer.objects.create(organisation=finance.department, user=finance.secretary, since=cast.LONG_AGO)
        assert access.is_at_desk(finance.secretary)
        with pytest.raises(PermissionDenied):
            actions.decide_policy(application, by=finance.secretary, outcome=Policy.CONFIRMED)

    def test_who_endorsed_or_decided_matches_nothing(self, finance):
        application = finance.matching()
        for user in (finance.secretary, finance.officer):
            user.is_staff = True
            user.save()
            user.groups.set(finance.clerk.groups.all())
            again = type(user).objects.get(pk=user.pk)
            assert access.matches(again)
            with pytest.raises(PermissionDenied):
                actions.assign_banks(application, by=again, banks=[finance.bank])

    def test_who_endorsed_works_on_it_at_no_bank(self, finance):
        loan = finance.at_bank()
        PartnerOfficer.objects.create(organisation=finance.bank, user=finance.secretary, since=cast.LONG_AGO)
        with pytest.raises(PermissionDenied):
            bank_actions.accept_loan(loan, by=finance.secretary)

    def test_who_worked_on_it_at_a_bank_endorses_it_no_more(self, finance):
        application = finance.in_status(Status.REFERRED)
        cast.take_office(finance.banker, finance.chamber)
        with pytest.raises(PermissionDenied):
            actions.endorse_application(application, by=finance.banker, answers=ALL_YES)


class TestClocks:
    @pytest.mark.parametrize(
        ("status", "who"),
        [
            (Status.SUBMITTED, "secretary"),
            (Status.REFERRED, "secretary"),
            (Status.RETURNED, "manager"),
            (Status.ENDORSED, "officer"),
            (Status.MATCHING, "clerk"),
        ],
    )
    def test_whoever_has_it_is_reminded_once(self, finance, status, who):
        application = finance.in_status(status)
        user = getattr(finance, who)
        before = len(messages_of(user))
        yesterday = timezone.now() - datetime.timedelta(days=1)
        FinanceApplication.objects.filter(pk=application.pk).update(due_at=yesterday)
        remind_overdue()
        remind_overdue()
        new = messages_of(user)[before:]
        assert [message.rule for message in new] == [f"finance-application-overdue-{status}"]

    def test_a_banks_question_reminds_the_enterprise(self, finance):
        loan = finance.at_bank(LoanStatus.MORE_ASKED)
        type(loan).objects.filter(pk=loan.pk).update(due_at=timezone.now() - datetime.timedelta(days=1))
        remind_overdue()
        assert messages_of(finance.manager)[-1].rule == "bank-question-overdue-more_asked"
