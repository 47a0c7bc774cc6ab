"""/apply/: the steps as a person walks them, what is kept, and who sees what."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chambers.applications import actions
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from tests import cast
from tests.chambers.papers import licence_upload

START = reverse("apply:start")


def step_url(application, step):
    return reverse("apply:step", args=[application.pk, step])


@pytest.fixture
def client(applicant):
    return cast.login(applicant)


class TestTheWholeWay:
    def test_from_the_code_to_the_chamber(self, client, applicant, chamber, town):
        code, industry = cast.uscc(), cast.industry()
        response = client.post(START, {"uscc": f" {code.lower()} "})
        application = MembershipApplication.objects.get()
        assert (application.uscc, application.applicant, application.status) == (code, applicant, Status.DRAFT)
        assert response.url == step_url(application, "enterprise")
        facts = {
            "name": "上海新客科技有限公司",
            "legal_representative": "顾法人",
            "town": town.pk,
            "address": "上海市松江区测试路1号",
            "registered_on": "2020-05-01",
            "capital": "1,200.5",
        }
        response = client.post(response.url, facts)
        assert response.url == step_url(application, "business")
        response = client.post(response.url, {"industry": industry.name, "staff_count": 12, "revenue": "300"})
        assert response.url == step_url(application, "contact")
        response = client.post(response.url, {"name": "顾联系", "phone": "139 1234 5678"})
        assert response.url == step_url(application, "chamber")
        page = client.get(response.url)
        assert page.context["form"].initial["chamber"] == chamber, "the town's chamber is suggested"
        response = client.post(response.url, {"chamber": chamber.pk})
        assert response.url == step_url(application, "licence")
        response = client.post(response.url, {"licence": licence_upload()})
        assert response.url == step_url(application, "review")
        response = client.post(response.url, {"truth": "on", "privacy": "on"})
        assert response.url == reverse("apply:status", args=[application.pk])
        application.refresh_from_db()
        assert application.status == Status.SUBMITTED
        assert application.form["facts"]["capital"] == "12005000.00"
        assert application.form["contact"]["phone"] == "+8613912345678"
        assert application.licence.purpose == "business_licence"
        assert application.steps.get().actor == applicant

    def test_a_closed_browser_loses_nothing(self, client, applicant, draft):
        application = actions.begin_application(applicant, cast.uscc())
        client.post(step_url(application, "enterprise"), {"name": "只填了名称"})
        application.refresh_from_db()
        assert application.form == {}, "a step with faults isn't kept, and the next one isn't reached"
        actions.save_step(application, applicant, "enterprise", facts={"name": "甲", "town": None})
        elsewhere = cast.login(applicant)
        page = elsewhere.get(START)
        assert page.context["open"] == [(application, step_url(application, "enterprise"))]
        response = elsewhere.post(START, {"uscc": application.uscc})
        assert response.url == step_url(application, "enterprise")
        assert elsewhere.get(response.url).context["form"].initial["name"] == "甲"

    def test_mending_one_step_leads_back_to_the_last_page(self, client, draft):
        application = draft()
        response = client.post(step_url(application, "contact"), {"name": "新联系人", "phone": "13912345678"})
        assert response.url == step_url(application, "review")

    def test_a_step_can_not_be_jumped(self, client, applicant):
        application = actions.begin_application(applicant, cast.uscc())
        assert client.get(step_url(application, "review")).url == step_url(application, "enterprise")

    def test_without_consent_nothing_is_sent(self, client, draft):
        application = draft()
        page = client.post(step_url(application, "review"), {"truth": "on"})
        assert page.context["form"].errors.keys() == {"privacy"}
        application.refresh_from_db()
        assert application.status == Status.DRAFT


class TestTheDoor:
    def test_a_visitor_learns_how_it_goes_and_comes_back_after_signing_up(self, client, db):
        page = cast.login(None).get(START)
        assert page.status_code == 200
        assert f"{reverse('account_signup')}?next=/apply/" in page.content.decode()

    def test_a_visitor_can_not_begin(self, db):
        cast.login(None).post(START, {"uscc": cast.uscc()})
        assert not MembershipApplication.objects.exists()

    @pytest.mark.parametrize("code", ["", "91310117MA1", "91310117MA0000001I", "9" * 60, "\0" * 18])
    def test_a_wrong_code_is_answered_by_the_field(self, client, code):
        page = client.post(START, {"uscc": code})
        assert page.status_code == 200
        assert page.context["form"].errors["uscc"]
        assert not MembershipApplication.objects.exists()

    def test_the_expected_check_digit_is_named(self, client):
        code = cast.uscc()
        page = client.post(START, {"uscc": code[:17] + ("A" if code[17] != "A" else "B")})
        assert code[17] in page.context["form"].errors["uscc"][0]

    def test_the_second_person_is_told_in_words(self, client, application_in):
        other = application_in(Status.SUBMITTED, user=cast.outsider())
        page = client.post(START, {"uscc": other.uscc})
        assert page.context["form"].errors["uscc"]
        assert other.applicant.name not in page.content.decode()

    def test_who_acts_for_an_enterprise_needs_no_code(self, db):
        firm = cast.enterprise()
        page = cast.login(cast.representative(firm)).get(START)
        assert [offer["enterprise"] for offer in page.context["enterprises"]] == [firm]

    def test_who_is_under_way_is_offered_nothing_more(self, application_in):
        firm = cast.enterprise()
        user, colleague = cast.representative(firm), cast.colleague(firm)
        application_in(Status.SUBMITTED, user=user, code=firm.uscc)
        (offer,) = cast.login(colleague).get(START).context["enterprises"]
        assert offer["under_way"]


class TestARecognisedEnterprise:
    @pytest.fixture
    def firm(self, db):
        return cast.enterprise(
            "上海已知机械有限公司",
            legal_representative="欧阳明德",
            address="上海市松江区某某镇某某路88号305室",
            revenue="87654321.00",
        )

    def test_shows_its_name_and_hides_the_rest_from_a_stranger(self, client, applicant, firm):
        application = actions.begin_application(applicant, firm.uscc)
        text = client.get(step_url(application, "enterprise")).content.decode()
        text += client.get(step_url(application, "business")).content.decode()
        assert "上海已知机械有限公司" in text
        assert "欧***" in text
        for hidden in ("欧阳明德", "305室", "8765"):
            assert hidden not in text

    def test_asks_nothing_that_is_known(self, client, applicant, firm):
        application = actions.begin_application(applicant, firm.uscc)
        assert client.post(step_url(application, "enterprise"), {}).url == step_url(application, "business")
        assert client.post(step_url(application, "business"), {}).url == step_url(application, "contact")

    def test_is_asked_back_about_a_revenue_in_the_wrong_unit(self, client, applicant, firm):
        application = actions.begin_application(applicant, firm.uscc)
        page, typed = step_url(application, "business"), {"staff_count": 3, "revenue": "50000"}
        asked = client.post(page, typed)
        assert list(asked.context["form"].errors) == ["revenue"]
        assert 'name="meant" value="500000000.00"' in asked.content.decode()
        assert client.post(page, {**typed, "meant": "500000000.00"}).url == step_url(application, "contact")
        application.refresh_from_db()
        kept = application.form["facts"]
        assert kept["revenue"] == "500000000.00" and "meant" not in kept

    @pytest.mark.parametrize("day", ["3020-01-01", "0019-05-06"])
    def test_takes_no_day_that_can_not_be_meant(self, client, applicant, firm, day):
        application = actions.begin_application(applicant, firm.uscc)
        page = client.post(step_url(application, "enterprise"), {"registered_on": day})
        assert page.status_code == 200 and list(page.context["form"].errors) == ["registered_on"]

    def test_shows_all_to_who_acts_for_it(self, firm, chamber):
        user = cast.representative(firm)
        application = actions.begin_application(user, firm.uscc)
        assert "欧阳明德" in cast.login(user).get(step_url(application, "enterprise")).content.decode()

    def test_what_the_register_holds_is_no_markup(self, client, applicant, firm):
        firm.address = "<script>alert(1)</script>路"
        firm.save()
        user = cast.representative(firm)
        application = actions.begin_application(user, firm.uscc)
        text = cast.login(user).get(step_url(application, "enterprise")).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("licence.png", b"this is no picture", "image/png"),
        ("licence.pdf", b"MZ\x90\x00 a program", "application/pdf"),
        ("licence.jpg", b"", "image/jpeg"),
        ("licence.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/svg+xml"),
        ("licence.html", b"<html><script>alert(1)</script>", "text/html"),
        ("licence.xlsx", b"PK\x03\x04 not a sheet", "application/zip"),
    ],
)
def test_a_licence_that_is_not_what_it_says_is_refused_by_the_field(client, draft, name, content, content_type):
    application = draft()
    before = application.licence
    page = client.post(step_url(application, "licence"), {"licence": SimpleUploadedFile(name, content, content_type)})
    assert page.status_code == 200
    assert page.context["form"].errors["licence"]
    application.refresh_from_db()
    assert application.licence == before


class TestWhoSeesIt:
    PAGES = ("status", "enterprise", "review")

    def get(self, user, application, page):
        url = reverse("apply:status", args=[application.pk]) if page == "status" else step_url(application, page)
        return cast.login(user).get(url)

    @pytest.mark.parametrize("page", PAGES)
    def test_an_outsider_finds_nothing(self, application_in, page):
        application = application_in(Status.SUBMITTED)
        for user in (cast.outsider(), cast.representative(), cast.secretary(), cast.bank_officer(), cast.staff(None)):
            assert self.get(user, application, page).status_code == 404

    @pytest.mark.parametrize("page", PAGES)
    def test_a_draft_is_nobody_elses(self, draft, secretary, page):
        assert self.get(secretary, draft(), page).status_code == 404

    @pytest.mark.parametrize("page", PAGES)
    def test_nor_of_those_who_came_to_act_for_the_enterprise_after_a_stranger_began(self, draft, page):
        firm = cast.enterprise()
        begun = draft(code=firm.uscc)
        assert self.get(cast.representative(firm), begun, page).status_code == 404

    @pytest.mark.parametrize("page", PAGES)
    def test_the_secretary_and_staff_have_pages_of_their_own(self, application_in, secretary, clerk, page):
        application = application_in(Status.SUBMITTED)
        assert self.get(secretary, application, page).status_code == 403
        assert self.get(clerk, application, page).status_code == 403

    def test_a_visitor_logs_in_first_and_comes_back(self, application_in):
        url = application_in(Status.SUBMITTED).get_absolute_url()
        assert cast.login(None).get(url).url == f"{reverse('account_login')}?next={url}"

    def test_a_colleague_sees_where_it_stands(self, application_in):
        firm = cast.enterprise()
        application = application_in(Status.SUBMITTED, code=firm.uscc)
        assert self.get(cast.colleague(firm), application, "status").status_code == 200

    def test_what_was_sent_is_not_edited(self, client, application_in):
        application = application_in(Status.SUBMITTED)
        assert client.get(step_url(application, "contact")).url == application.get_absolute_url()
        response = client.post(step_url(application, "contact"), {"name": "别人", "phone": "13912345678"})
        assert response.url == application.get_absolute_url()
        application.refresh_from_db()
        assert application.form["contact"]["name"] == "顾联系"

    def test_a_step_that_is_none_is_not_found(self, client, draft):
        assert client.get(step_url(draft(), "nonsense")).status_code == 404


class TestTheStatusPage:
    def test_says_why_it_came_back_and_how_to_go_on(self, client, application_in):
        application = application_in(Status.RETURNED)
        page = client.get(application.get_absolute_url())
        assert page.context["reason"] == "照片不清楚"
        assert page.context["edit_url"] == step_url(application, "review")
        assert [entry.detail for entry in page.context["entries"]] == ["照片不清楚", ""]

    def test_gives_the_member_number(self, client, application_in):
        application = application_in(Status.APPROVED)
        assert application.period.membership.number in client.get(application.get_absolute_url()).content.decode()

    @pytest.mark.parametrize("status", list(Status))
    def test_opens_in_every_status(self, client, application_in, status):
        page = client.get(application_in(status).get_absolute_url())
        assert page.status_code == 200
        assert page.context["may_withdraw"] == (status in {"draft", "submitted", "returned", "recommended"})

    def test_taking_back_needs_a_post(self, client, application_in):
        application = application_in(Status.SUBMITTED)
        url = reverse("apply:withdraw", args=[application.pk])
        assert client.get(url).status_code == 405
        assert client.post(url).url == START
        application.refresh_from_db()
        assert application.status == Status.WITHDRAWN

    def test_an_outsider_can_not_take_it_back(self, application_in):
        application = application_in(Status.SUBMITTED)
        assert cast.login(cast.outsider()).post(reverse("apply:withdraw", args=[application.pk])).status_code == 404


def test_the_door_costs_the_same_for_one_application_and_many(client, applicant, application_in):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(START).status_code == 200
        return len(queries)

    for status in (Status.SUBMITTED, Status.APPROVED):
        application_in(status)
    client.get(START)
    few = asked()
    for number in range(3):
        application_in(Status.SUBMITTED, name=f"上海多家{number}有限公司")
        application_in(Status.APPROVED, name=f"上海多户{number}有限公司")
    assert asked() == few


class TestTheLicence:
    def test_is_read_by_those_whom_it_concerns(self, application_in, applicant, secretary, clerk):
        application = application_in(Status.SUBMITTED)
        url = application.licence.get_absolute_url()
        for user in (applicant, secretary, clerk, cast.staff("auditor")):
            assert cast.login(user).get(url).status_code == 200
        for user in (None, cast.outsider(), cast.representative(), cast.secretary(), cast.bank_officer()):
            assert cast.login(user).get(url).status_code == 404

    def test_of_a_draft_is_the_applicants_alone(self, draft, applicant, secretary):
        url = draft().licence.get_absolute_url()
        assert cast.login(applicant).get(url).status_code == 200
        assert cast.login(secretary).get(url).status_code == 404
