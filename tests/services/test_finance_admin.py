"""The staff's face of finance applications: a list that narrows and goes along, a record with its buttons."""

import io

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from services.finance.models import FinanceApplication, PolicyDesk
from services.finance.statuses import LoanStatus, Status
from tests import cast

LIST = reverse("admin:services_financeapplication_changelist")


def verb(name, application):
    return reverse(f"admin:services_financeapplication_{name}", args=[application.pk])


@pytest.fixture
def client(finance):
    return cast.login(finance.clerk)


class TestTheList:
    def test_has_what_was_sent_and_no_draft(self, finance, client):
        finance.draft()
        sent = finance.sent()
        page = client.get(LIST).content.decode()
        assert verb("change", sent) in page
        assert page.count("field-name_and_chamber") == 1

    def test_narrows_by_status_clock_and_code(self, finance, client):
        sent, matching = finance.sent(), finance.matching()
        page = client.get(LIST, {"status__exact": "matching"}).content.decode()
        assert verb("change", matching) in page
        assert verb("change", sent) not in page
        assert verb("change", sent) not in client.get(LIST, {"clock": "late"}).content.decode()
        found = client.get(LIST, {"q": finance.enterprise.uscc}).content.decode()
        assert verb("change", sent) in found
        assert verb("change", sent) not in client.get(LIST, {"q": cast.uscc()}).content.decode()

    def test_goes_along_as_it_was_narrowed(self, finance, client):
        finance.sent()
        matching = finance.matching(amount="8000000.00")
        address = reverse("admin:services_financeapplication_export")
        answer = client.get(address, {"status__exact": "matching"})
        book = CalamineWorkbook.from_filelike(io.BytesIO(answer.getvalue()))
        head, *rows = book.get_sheet_by_index(0).to_python()
        assert len(rows) == 1
        row = dict(zip(head, rows[0], strict=True))
        assert row["编号"] == matching.pk
        assert row["金额（元）"] == 8_000_000
        assert not any("139" in str(value) for value in rows[0])


class TestTheRecord:
    @pytest.mark.parametrize(
        ("status", "buttons"),
        [
            (Status.SUBMITTED, set()),
            (Status.ENDORSED, set()),
            (Status.MATCHING, {"assign", "send_back", "decline"}),
            (Status.WITH_BANKS, {"assign"}),
            (Status.GRANTED, set()),
            (Status.WITHDRAWN, set()),
        ],
    )
    def test_offers_what_may_be_done_now(self, finance, client, status, buttons):
        application = finance.in_status(status)
        page = client.get(verb("change", application)).content.decode()
        offered = {
            name for name in ("assign", "send_back", "decline", "endorse", "pass_on") if verb(name, application) in page
        }
        assert offered == buttons

    def test_shows_the_contact_masked(self, finance, client):
        page = client.get(verb("change", finance.matching())).content.decode()
        assert "13912345678" not in page
        assert "5678" in page

    def test_staff_without_the_right_assign_nothing(self, finance):
        application = finance.matching()
        for role in ("registry_clerk", "auditor", "administrator"):
            client = cast.login(cast.staff(role))
            assert client.post(verb("assign", application), {"banks": [finance.bank.pk]}).status_code == 403
        assert not application.loans.exists()

    def test_assigns_a_bank_that_the_enterprise_agreed_to(self, finance, client):
        application = finance.matching()
        page = client.get(verb("assign", application)).content.decode()
        assert finance.bank.name in page
        assert finance.other_bank.name not in page
        client.post(verb("assign", application), {"banks": [finance.other_bank.pk]})
        assert not application.loans.exists()
        client.post(verb("assign", application), {"banks": [finance.bank.pk], "reason": "请优先办理"})
        assert application.loans.get().steps.get().reason == "请优先办理"

    def test_returns_with_a_reason_only(self, finance, client):
        application = finance.matching()
        client.post(verb("send_back", application), {"reason": ""})
        client.post(verb("send_back", application), {"reason": "请授权更多银行"})
        application.refresh_from_db()
        assert application.status == Status.RETURNED
        assert application.steps.filter(to_status=Status.RETURNED).get().reason == "请授权更多银行"

    def test_who_comes_second_is_told_who_was_first(self, finance, client):
        loan = finance.at_bank(LoanStatus.APPROVED)
        page = client.post(verb("assign", loan.application), {"banks": [finance.bank.pk]}, follow=True).content.decode()
        assert finance.banker.name in page

    def test_staff_who_act_for_the_enterprise_are_told_why_not(self, finance, client):
        application = finance.matching()
        cast.represent(finance.clerk, finance.enterprise)
        page = client.get(verb("change", application)).content.decode()
        assert "您本人代表这家企业" in page
        client.post(verb("assign", application), {"banks": [finance.bank.pk]})
        assert not FinanceApplication.objects.get(pk=application.pk).loans.exists()

    def test_its_timeline_tells_every_hand(self, finance, client):
        loan = finance.at_bank(LoanStatus.APPROVED)
        page = client.get(verb("change", loan.application)).content.decode()
        for user in (finance.manager, finance.secretary, finance.officer, finance.clerk, finance.banker):
            assert user.name in page


class TestTheDesk:
    def test_only_a_department_becomes_one(self, finance, client):
        address = reverse("admin:services_policydesk_add")
        typed = {"since": "2026-01-01", "until": ""}
        client.post(address, {**typed, "organisation": finance.bank.pk})
        assert PolicyDesk.objects.count() == 1
        other = cast.department()
        client.post(address, {**typed, "organisation": other.pk})
        assert PolicyDesk.objects.filter(organisation=other).exists()
