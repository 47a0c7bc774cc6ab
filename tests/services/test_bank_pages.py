"""A bank's desk: its cases, what it may read of them, drawdowns and tables; who finds nothing there."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from federation.accounts.hats import hats_of
from federation.portal.contributions import what_waits
from services.drawdowns import actions
from services.drawdowns.models import Drawdown, DrawdownFile
from services.finance import applying, bank_actions
from services.finance.loans import BankLoan
from services.finance.statuses import LoanStatus
from tests import cast
from tests.services.drawdowns_cast import drawing, drawn, line, today, workbook

LIST = reverse("bank_loans:list")


def url(name, loan, **more):
    return reverse(f"bank_loans:{name}", kwargs={"pk": loan.pk, **more})


@pytest.fixture
def client(finance):
    return cast.login(finance.banker)


def groups(user, kind="partner"):
    hat = next(hat for hat in hats_of(user) if hat.kind == kind)
    return {group.name: group for group in what_waits(user, hat)}


def words(response):
    return response.content.decode()


class TestWhatIsLate:
    @pytest.mark.parametrize("status", [LoanStatus.ASSIGNED, LoanStatus.ACCEPTED, LoanStatus.APPROVED])
    def test_waits_on_the_staffs_desk_and_leads_to_as_many(self, finance, status):
        """Whether or not the bank has officers: it was the federation that assigned it."""
        late, due = finance.at_bank(status), finance.at_bank(status)
        asked, drawn = finance.at_bank(LoanStatus.MORE_ASKED), drawing(finance)
        yesterday = timezone.now() - datetime.timedelta(days=1)
        BankLoan.objects.filter(pk__in=[late.pk, asked.pk]).update(due_at=yesterday)
        assert late.due_at and due.due_at and drawn.due_at is None
        found = {name: group for name, group in groups(finance.clerk, "staff").items() if name.startswith("loans-late")}
        (group,) = found.values()
        (item,) = group.items
        assert (item.title, item.due, group.total) == (late.enterprise_name, yesterday, 1)
        assert finance.bank.name in item.detail
        client = cast.login(finance.clerk)
        assert client.get(item.url).context["original"] == late.application
        assert list(client.get(group.url).context["cl"].result_list) == [late]

    def test_the_oldest_deadline_comes_first_for_as_many_questions(self, finance):
        def asked() -> int:
            with CaptureQueriesContext(connection) as queries:
                groups(finance.clerk, "staff")
            return len(queries)

        loans = [finance.at_bank() for _number in range(3)]
        for number, loan in enumerate(loans):
            BankLoan.objects.filter(pk=loan.pk).update(due_at=timezone.now() - datetime.timedelta(days=1 + number))
        many = asked()
        shown = [item.due for item in groups(finance.clerk, "staff")["loans-late-assigned"].items]
        assert shown == sorted(shown) and len(shown) == 3
        BankLoan.objects.filter(pk__in=[loan.pk for loan in loans[1:]]).update(due_at=None)
        assert asked() == many

    def test_is_nothing_to_staff_who_match_nothing(self, finance):
        loan = finance.at_bank()
        BankLoan.objects.filter(pk=loan.pk).update(due_at=timezone.now() - datetime.timedelta(days=1))
        assert "loans-late-assigned" not in groups(cast.staff("registry_clerk"), "staff")


class TestTheCase:
    def test_from_assignment_to_a_drawdown(self, finance, client):
        loan = finance.at_bank()
        assert groups(finance.banker)["loans-assigned"].total == 1
        assert finance.enterprise.name in words(client.get(LIST))
        client.post(url("accept", loan))
        client.post(url("ask", loan), {"question": "请补充流水"})
        loan.refresh_from_db()
        assert loan.status == LoanStatus.MORE_ASKED
        applying.answer_bank(loan, by=finance.manager, text="已补")
        terms = {"amount": "400", "rate": "3.85", "months": "12", "approved_on": today().isoformat()}
        response = client.post(url("approve", loan), terms, follow=True)
        loan.refresh_from_db()
        assert (loan.status, loan.approved_amount) == (LoanStatus.APPROVED, 4_000_000)
        assert url("record", loan) in words(response)
        client.post(url("record", loan), {"amount": "150", "drawn_on": today().isoformat(), "reference": "J1"})
        row = loan.drawdowns.get()
        assert row.amount == 1_500_000
        page = words(client.get(url("loan", loan)))
        assert url("change", loan, drawdown=row.pk, verb="correct") in page

    def test_what_is_too_much_stands_by_its_field_and_keeps_what_was_typed(self, finance, client):
        loan = finance.at_bank(LoanStatus.APPROVED)
        response = client.post(url("record", loan), {"amount": "501", "drawn_on": today().isoformat()})
        assert response.status_code == 200
        assert response.context["form"].errors["amount"]
        assert 'value="501"' in words(response)
        assert not Drawdown.objects.exists()

    def test_each_verb_of_a_drawdown(self, finance, client):
        loan = drawing(finance)
        row = loan.drawdowns.get()
        sent = {"amount": "100", "drawn_on": today().isoformat(), "due_on": "", "reference": "", "rate": ""}
        for verb, more in (("correct", {"reason": "录错"}), ("renew", {}), ("extend", {"due_on": "2099-01-01"})):
            row = loan.drawdowns.counting().filter(follows=None).get()
            assert client.get(url("change", loan, drawdown=row.pk, verb=verb)).status_code == 200
            response = client.post(url("change", loan, drawdown=row.pk, verb=verb), {**sent, **more})
            assert response.status_code == 302, response.context["form"].errors
        for row in loan.drawdowns.counting().order_by("-pk"):
            client.post(url("change", loan, drawdown=row.pk, verb="reverse"), {"reason": "退回"})
        assert not Drawdown.objects.counting().exists()
        assert client.get(url("change", loan, drawdown=row.pk, verb="burn")).status_code == 404

    def test_a_rejection_needs_code_and_words(self, finance, client):
        loan = finance.at_bank()
        response = client.post(url("reject", loan), {"code": "", "reason": ""})
        assert set(response.context["forms"]["reject"].errors) == {"code", "reason"}
        client.post(url("reject", loan), {"code": "credit", "reason": "征信"})
        loan.refresh_from_db()
        assert loan.status == LoanStatus.REJECTED

    def test_the_second_of_two_officers_is_told_who_was_first(self, finance, client):
        loan = finance.at_bank(LoanStatus.ACCEPTED)
        colleague = cast.bank_officer(finance.bank, "先到的客户经理")
        bank_actions.reject_loan(loan, by=colleague, code="credit", reason="征信")
        terms = {"amount": "400", "rate": "3.85", "months": "12", "approved_on": today().isoformat()}
        response = client.post(url("approve", loan), terms, follow=True)
        assert "先到的客户经理" in words(response)
        loan.refresh_from_db()
        assert loan.status == LoanStatus.REJECTED

    def test_without_consent_the_page_keeps_what_was_passed_on_to_itself(self, finance, client):
        loan = drawing(finance)
        assert "13912345678" in words(client.get(url("loan", loan)))
        finance.bank.data_consents.update(withdrawn_at=timezone.now())
        page = words(client.get(url("loan", loan)))
        assert "13912345678" not in page and "采购原材料" not in page
        assert client.get(url("loan", loan)).context["passed"] is None

    def test_papers_open_for_the_bank_while_the_consent_stands(self, finance, client):
        loan = finance.at_bank()
        paper = loan.application.papers.get()
        assert client.get(paper.file.get_absolute_url()).status_code == 200
        assert cast.login(cast.bank_officer()).get(paper.file.get_absolute_url()).status_code == 404
        applying.withdraw_consent(loan.application, finance.bank, by=finance.manager)
        assert client.get(paper.file.get_absolute_url()).status_code == 404

    def test_other_banks_and_other_hands_find_nothing(self, finance):
        loan = finance.at_bank()
        for user in (cast.bank_officer(), finance.manager, finance.secretary, finance.officer, cast.outsider()):
            assert cast.login(user).get(url("loan", loan)).status_code == 404
            assert cast.login(user).post(url("accept", loan)).status_code == 404
        assert cast.login(finance.officer).get(LIST).status_code == 404

    def test_an_officer_with_another_part_in_it_reads_and_is_told(self, finance, client):
        loan = finance.at_bank()
        cast.represent(finance.banker, finance.enterprise)
        page = client.get(url("loan", loan))
        assert page.status_code == 200 and not page.context["may"]
        response = client.post(url("accept", loan), follow=True)
        assert response.status_code == 200
        loan.refresh_from_db()
        assert loan.status == LoanStatus.ASSIGNED

    def test_an_empty_desk_says_what_will_come(self, db):
        response = cast.login(cast.bank_officer()).get(LIST)
        assert response.status_code == 200 and not len(response.context["page"])


class TestQuicker:
    """A colleague was quicker: the officer who still has the form before them is told who, not turned away."""

    def test_it_was_taken_back(self, finance, client):
        loan = drawing(finance)
        row = loan.drawdowns.get()
        colleague = cast.bank_officer(finance.bank, "另一位客户经理")
        actions.reverse_drawdown(row, by=colleague, reason="当日退回")
        for verb in ("reverse", "correct", "renew", "extend"):
            address = reverse("bank_loans:change", args=[loan.pk, row.pk, verb])
            response = client.post(address, {"reason": "退回"}, follow=True)
            assert response.redirect_chain and colleague.name in words(response)
        assert Drawdown.objects.count() == 2

    def test_it_was_closed(self, finance, client):
        loan = drawing(finance)
        colleague = cast.bank_officer(finance.bank, "另一位客户经理")
        bank_actions.close_loan(loan, by=colleague)
        sent = {"amount": "50", "drawn_on": today().isoformat()}
        response = client.post(reverse("bank_loans:record", args=[loan.pk]), sent, follow=True)
        assert response.redirect_chain and colleague.name in words(response)
        assert Drawdown.objects.count() == 1

    def test_who_has_another_part_is_still_refused(self, finance):
        loan = drawing(finance)
        both = cast.bank_officer(finance.bank)
        cast.represent(both, finance.enterprise)
        address = reverse("bank_loans:record", args=[loan.pk])
        assert cast.login(both).post(address, {"amount": "50", "drawn_on": today().isoformat()}).status_code == 403

    def test_a_button_pressed_twice_records_one(self, finance, client):
        loan = finance.at_bank(LoanStatus.APPROVED)
        address = reverse("bank_loans:record", args=[loan.pk])
        sent = {"amount": "50", "drawn_on": today().isoformat()}
        client.post(address, sent)
        again = client.post(address, sent)
        assert finance.banker.name in str(again.context["form"].errors["reference"])
        assert Drawdown.objects.count() == 1
        client.post(address, {**sent, "reference": "JJ-2"})
        assert Drawdown.objects.count() == 2, "a second payment says so by its reference"


class TestTables:
    def test_bring_look_take_over(self, finance, client):
        enterprise = finance.enterprise
        gone = drawn(enterprise, finance.bank, 70_000, reference="OLD")
        table = workbook(line(enterprise, 100, reference="A1"), line(enterprise, 9_000_000, reference="A2"))
        sent = {"table": table, "since": today().isoformat(), "until": today().isoformat(), "unit": "wan"}
        response = client.post(reverse("bank_drawdowns:upload"), sent, follow=True)
        file = DrawdownFile.objects.get()
        assert [one["value"] for one in response.context["counts"]] == ["new", "missing"]
        assert "drawdown-files" in groups(finance.banker)
        apply = reverse("bank_drawdowns:apply", args=[file.pk])
        client.post(apply, {"meant": ["3", "x"], "taken_back": [gone.pk]})
        assert set(Drawdown.objects.counting().values_list("reference", flat=True)) == {"A1", "A2"}
        again = client.post(apply, follow=True)
        assert finance.banker.name in words(again)

    def test_what_was_left_out_says_so_afterwards(self, finance, client):
        enterprise = finance.enterprise
        table = workbook(line(enterprise, 100, reference="A1"), line(enterprise, 9_000_000, reference="A2"))
        sent = {"table": table, "since": today().isoformat(), "until": today().isoformat(), "unit": "wan"}
        client.post(reverse("bank_drawdowns:upload"), sent)
        file = DrawdownFile.objects.get()
        client.post(reverse("bank_drawdowns:apply", args=[file.pk]))
        page = client.get(reverse("bank_drawdowns:file", args=[file.pk]), headers={"accept-language": "en"})
        assert page.content.decode().count("not taken over</span>") == 1

    def test_a_file_that_is_no_table_is_told_by_its_field(self, finance, client):
        table = workbook(("张三", 5), header=("姓名", "年龄"))
        sent = {"table": table, "since": today().isoformat(), "until": today().isoformat(), "unit": "wan"}
        response = client.post(reverse("bank_drawdowns:upload"), sent)
        assert response.context["form"].errors["table"]

    def test_staff_bring_one_in_the_admin(self, finance):
        clerk = cast.login(finance.clerk)
        table = workbook(line(finance.enterprise, 100, reference="A1"))
        sent = {"bank": finance.bank.pk, "table": table, "since": today(), "until": today(), "unit": "wan"}
        response = clerk.post(reverse("admin:services_drawdownfile_add"), sent, follow=True)
        file = DrawdownFile.objects.get()
        assert response.status_code == 200 and file.file_name in words(response)
        clerk.post(reverse("admin:services_drawdownfile_apply", args=[file.pk]))
        assert Drawdown.objects.get().recorded_by == finance.clerk
        assert (
            cast.login(cast.staff("auditor"))
            .post(reverse("admin:services_drawdownfile_discard", args=[file.pk]))
            .status_code
            == 403
        )

    def test_another_bank_finds_nothing(self, finance, client):
        table = workbook(line(finance.enterprise, 100))
        sent = {"table": table, "since": today().isoformat(), "until": today().isoformat(), "unit": "wan"}
        client.post(reverse("bank_drawdowns:upload"), sent)
        file = DrawdownFile.objects.get()
        other = cast.login(cast.bank_officer())
        for name in ("file", "apply", "discard"):
            address = reverse(f"bank_drawdowns:{name}", args=[file.pk])
            assert (other.get if name == "file" else other.post)(address).status_code == 404
        assert other.get(file.file.get_absolute_url()).status_code == 404
        assert client.get(file.file.get_absolute_url()).status_code == 200


def asked(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_lists_cost_the_same_for_one_row_and_three(finance, client):
    finance.at_bank()
    drawn(finance.enterprise, finance.bank, reference="R0")
    addresses = [LIST, reverse("bank_drawdowns:list"), reverse("partners:desk")]
    first = [asked(client, address) for address in addresses]
    for number in range(2):
        finance.at_bank()
        drawn(finance.enterprise, finance.bank, reference=f"R{number + 1}")
    assert [asked(client, address) for address in addresses] == first


def test_a_case_costs_the_same_for_one_drawdown_and_three(finance, client):
    loan = drawing(finance, 1_000_000)
    first = asked(client, url("loan", loan))
    for number in range(2):
        actions.record_drawdown(loan, by=finance.banker, amount=Decimal(1_000_001 + number), drawn_on=today())
    assert asked(client, url("loan", loan)) == first


def test_the_ledger_narrows(finance, client):
    drawn(finance.enterprise, finance.bank, 110_000, datetime.date(2021, 5, 5), "renewal")
    drawn(finance.enterprise, finance.bank, 220_000, datetime.date(2022, 5, 5))
    drawn(finance.enterprise, cast.bank(), 330_000)
    address = reverse("bank_drawdowns:list")

    def amounts(query):
        return sorted(int(row.amount) for row in client.get(address + query).context["page"])

    assert amounts("") == [110_000, 220_000]
    assert amounts("?kind=renewal") == [110_000]
    assert amounts("?since=2022-01-01") == [220_000]
    assert amounts(f"?uscc={finance.enterprise.uscc.lower()}") == [110_000, 220_000]
