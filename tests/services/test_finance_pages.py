"""Pages of finance matching, of the enterprise, the chamber and the government desk: who sees them, what they say."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from federation.accounts.hats import hats_of
from federation.audit.models import PersonalDataAccess
from federation.portal.contributions import what_waits
from services.finance import actions, applying
from services.finance.models import FinanceApplication, FinancePaper
from services.finance.statuses import LoanStatus, Status
from tests import cast
from tests.chambers.papers import licence_upload
from tests.services.finance_cast import ALL_YES, CONTACT

START = reverse("finance:start")
FORM = {"amount": "500", "kind": "new", "term_months": "12", "purpose": "working", "guarantee": "credit"}


def url(name, application, **more):
    return reverse(f"finance:{name}", kwargs={"pk": application.pk, **more})


def groups(user, kind):
    hat = next(hat for hat in hats_of(user) if hat.kind == kind)
    return {group.name: group for group in what_waits(user, hat)}


@pytest.fixture
def client(finance):
    return cast.login(finance.manager)


class TestTheSteps:
    def test_from_the_first_step_to_the_chamber(self, finance, client):
        response = client.post(START)
        application = FinanceApplication.objects.get()
        assert response.url == url("step", application, step="need")
        client.post(response.url, {**FORM, "purpose_note": "备货"})
        client.post(url("step", application, step="products"), {})
        client.post(
            url("step", application, step="contact"),
            {"chamber": finance.chamber.pk, "name": "顾联系", "phone": "13912345678"},
        )
        client.post(url("papers", application), {"kind": "statements", "file": licence_upload("报表.png")})
        client.post(url("papers", application), {"go_on": "1"})
        client.post(url("consent", application), {"banks": [finance.bank.pk], "agreed": "on"})
        response = client.post(url("review", application), {"truth": "on"})
        assert response.url == url("status", application)
        application.refresh_from_db()
        assert application.status == Status.SUBMITTED
        assert application.contact_phone == CONTACT["phone"]
        assert "finance-applications" in groups(finance.secretary, "secretary")

    def test_it_goes_on_where_it_was_left(self, finance, client):
        application = applying.begin_application(finance.enterprise, by=finance.manager)
        client.post(url("step", application, step="need"), {**FORM, "purpose_note": "备货"})
        assert client.get(url("status", application)).url == url("step", application, step="products")
        page = client.get(url("step", application, step="need")).content.decode()
        assert 'value="500"' in page

    def test_a_wrong_unit_is_asked_back_and_kept_after_the_tick(self, finance, client):
        application = applying.begin_application(finance.enterprise, by=finance.manager)
        address = url("step", application, step="need")
        page = client.post(address, {**FORM, "amount": "5000000", "purpose_note": "备货"}).content.decode()
        assert "500万元" in page
        assert re.search(r'name="doubted"[^>]*value="50000000000.00"', page)
        client.post(
            address,
            {**FORM, "amount": "5000000", "purpose_note": "备货", "doubted": "50000000000.00", "meant": "on"},
        )
        application.refresh_from_db()
        assert application.form["need"]["amount"] == "50000000000.00"

    def test_consent_needs_a_bank_and_its_own_tick(self, finance, client):
        application = applying.begin_application(finance.enterprise, by=finance.manager)
        client.post(url("consent", application), {"banks": [finance.bank.pk]})
        client.post(url("consent", application), {"agreed": "on"})
        assert not application.consents.exists()

    def test_the_review_sends_back_to_what_lacks(self, finance, client):
        application = applying.begin_application(finance.enterprise, by=finance.manager)
        assert client.get(url("review", application)).url == url("step", application, step="need")

    def test_a_program_is_no_paper(self, finance, client):
        application = applying.begin_application(finance.enterprise, by=finance.manager)
        bad = licence_upload("报表.png")
        bad.file.seek(0)
        bad.file.truncate()
        bad.file.write(b"MZ\x90\x00" + b"\x00" * 200)
        bad.seek(0)
        page = client.post(url("papers", application), {"kind": "statements", "file": bad}).content.decode()
        assert "has-error" in page
        assert not FinancePaper.objects.exists()

    def test_a_colleague_reads_and_writes_nothing(self, finance):
        colleague = cast.login(cast.colleague(finance.enterprise))
        draft, sent = finance.draft(), finance.sent()
        assert colleague.get(url("status", sent)).status_code == 200
        assert colleague.get(url("step", draft, step="need")).status_code == 403
        for name in ("take_back", "withdraw"):
            assert colleague.post(url(name, sent)).status_code == 403
        assert colleague.post(START).status_code == 403

    def test_others_have_pages_of_their_own_or_none(self, finance):
        sent = finance.sent()
        for user, answer in (
            (finance.secretary, 403),
            (finance.clerk, 403),
            (finance.officer, 404),
            (cast.representative(), 404),
            (cast.secretary(), 404),
            (finance.banker, 404),
        ):
            assert cast.login(user).get(url("status", sent)).status_code == answer, user


class TestTheStatusPage:
    @pytest.mark.parametrize("status", [status for status in Status if status != Status.DRAFT])
    def test_says_where_it_stands(self, finance, client, status):
        application = finance.in_status(status)
        page = client.get(url("status", application)).content.decode()
        assert str(status.label) in page

    def test_offers_the_take_back_for_ten_minutes(self, finance, client):
        application = finance.sent()
        assert url("take_back", application) in client.get(url("status", application)).content.decode()
        client.post(url("take_back", application))
        application.refresh_from_db()
        assert application.status == Status.DRAFT

    def test_answers_the_bank_with_a_paper(self, finance, client):
        loan = finance.at_bank(LoanStatus.MORE_ASKED)
        page = client.get(url("status", loan.application)).content.decode()
        assert "请补充近三个月流水" in page
        answer = url("answer", loan.application, loan=loan.pk)
        assert "has-error" in client.post(answer, {"text": "见附件", "file": licence_upload()}).content.decode()
        client.post(answer, {"text": "见附件", "kind": "tax", "file": licence_upload("流水.png")})
        loan.refresh_from_db()
        assert (loan.status, loan.version) == (LoanStatus.ACCEPTED, 2)

    def test_papers_are_read_by_whom_they_were_sent_to(self, finance):
        draft_paper = finance.draft().papers.get()
        loan = finance.at_bank()
        paper = loan.application.papers.get()
        address = paper.file.get_absolute_url()
        for user in (finance.manager, finance.secretary, finance.officer, finance.clerk, finance.banker):
            assert cast.login(user).get(address).status_code == 200, user
        for user in (cast.bank_officer(finance.other_bank), cast.representative(), cast.secretary()):
            assert cast.login(user).get(address).status_code in {403, 404}, user
        for user in (finance.secretary, finance.banker, finance.officer):
            assert cast.login(user).get(draft_paper.file.get_absolute_url()).status_code in {403, 404}, user
        applying.withdraw_consent(loan.application, finance.bank, by=finance.manager)
        assert cast.login(finance.banker).get(address).status_code in {403, 404}


class TestTheDesks:
    def test_the_chamber_endorses_on_its_page(self, finance):
        application, client = finance.sent(), cast.login(finance.secretary)
        address = reverse("chamber_finance:endorse", args=[application.pk])
        assert "error-summary" in client.post(address, {**yes(), "wages": "no"}).content.decode()
        client.post(address, yes())
        application.refresh_from_db()
        assert application.status == Status.ENDORSED
        again = client.post(address, yes(), follow=True).content.decode()
        assert finance.secretary.name in again
        assert application.checks.count() == len(ALL_YES)

    def test_the_number_is_masked_until_a_reason_is_given_and_kept(self, finance):
        application, client = finance.endorsed(), cast.login(finance.secretary)
        page, number = (
            reverse(f"chamber_finance:{name}", args=[application.pk]) for name in ("application", "contact")
        )
        shown = client.get(page).content.decode()
        assert "139****5678" in shown and "13912345678" not in shown and number in shown
        assert "13912345678" not in client.get(number).content.decode()
        assert not PersonalDataAccess.objects.exists()
        answer = client.post(number, {"reason": "核对合同"})
        assert "13912345678" in answer.content.decode() and "no-store" in answer["Cache-Control"]
        kept = PersonalDataAccess.objects.get()
        assert (kept.actor, kept.field, kept.reason) == (finance.secretary, "contact_phone", "核对合同")
        assert kept.subject_key == f"services.financeapplication:{application.pk}"
        assert cast.login(cast.secretary()).post(number, {"reason": "核对合同"}).status_code == 404

    def test_another_chambers_is_not_found(self, finance):
        application = finance.sent()
        for user in (cast.secretary(), finance.manager, finance.clerk, finance.officer):
            client = cast.login(user)
            assert client.get(reverse("chamber_finance:application", args=[application.pk])).status_code == 404
            assert client.post(reverse("chamber_finance:return", args=[application.pk])).status_code == 404

    def test_a_secretary_of_the_enterprise_is_told_why_not(self, finance):
        cast.represent(finance.secretary, finance.enterprise)
        application = finance.sent()
        client = cast.login(finance.secretary)
        page = client.get(reverse("chamber_finance:application", args=[application.pk])).content.decode()
        assert "您本人代表这家企业" in page
        assert reverse("chamber_finance:endorse", args=[application.pk]) not in page

    def test_the_government_desk_decides_on_its_page(self, finance):
        application, client = finance.endorsed(), cast.login(finance.officer)
        assert "finance-applications" in groups(finance.officer, "partner")
        address = reverse("policy_desk:decide", args=[application.pk])
        assert "has-error" in client.post(address, {"outcome": "declined"}).content.decode()
        client.post(address, {"outcome": "declined", "note": "不在名录"})
        application.refresh_from_db()
        assert (application.status, application.policy) == (Status.MATCHING, "declined")

    def test_what_no_chamber_endorsed_isnt_the_desks(self, finance):
        sent, client = finance.sent(), cast.login(finance.officer)
        assert client.get(reverse("policy_desk:application", args=[sent.pk])).status_code == 404
        assert cast.login(cast.department_officer()).get(reverse("policy_desk:list")).status_code == 404

    @pytest.mark.parametrize(
        ("who", "listed"), [("secretary", "chamber_finance:list"), ("officer", "policy_desk:list")]
    )
    def test_a_list_narrows(self, finance, who, listed):
        application = finance.endorsed()
        client, address = cast.login(getattr(finance, who)), reverse(listed)
        name = application.enterprise_name
        fitting = {"q": finance.enterprise.uscc, "status": "endorsed", "kind": "new"}
        assert name in client.get(address, fitting).content.decode()
        assert name not in client.get(address, {"q": cast.uscc()}).content.decode()
        assert name not in client.get(address, {"kind": "renewal"}).content.decode()
        assert name not in client.get(address, {"late": "overdue"}).content.decode()
        FinanceApplication.objects.update(due_at=timezone.now() - datetime.timedelta(days=1))
        assert name in client.get(address, {"late": "overdue"}).content.decode()


def yes():
    return dict.fromkeys(ALL_YES, "yes")


@pytest.mark.parametrize(
    ("who", "address", "queries"),
    [
        ("manager", START, 6),
        ("secretary", reverse("chamber_finance:list"), 6),
        ("officer", reverse("policy_desk:list"), 6),
        ("clerk", reverse("admin:services_financeapplication_changelist"), 5),
        (None, reverse("services"), 0),
        (None, reverse("finance:about"), 1),
    ],
)
def test_one_row_and_three_cost_the_same(finance, who, address, queries):
    client = cast.login(getattr(finance, who) if who else None)
    finance.endorsed()
    for rows in (1, 3):
        while FinanceApplication.objects.count() < rows:
            finance.endorsed()
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        assert len(asked) == queries, [query["sql"][:120] for query in asked]


@pytest.mark.parametrize(
    ("who", "name"), [("secretary", "chamber_finance:application"), ("officer", "policy_desk:application")]
)
def test_a_record_costs_a_fixed_number_of_queries(finance, who, name):
    application = finance.endorsed()
    client = cast.login(getattr(finance, who))
    client.get(reverse(name, args=[application.pk]))
    with CaptureQueriesContext(connection) as before:
        client.get(reverse(name, args=[application.pk]))
    actions.decide_policy(application, by=finance.officer, outcome="confirmed")
    with CaptureQueriesContext(connection) as after:
        client.get(reverse(name, args=[application.pk]))
    assert len(after) <= len(before) + 2
