"""The secretary's pages for applications: their own chamber's only, and two decisions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chambers.applications import actions
from chambers.applications.statuses import Status
from federation.accounts.hats import hats_of
from federation.audit.models import PersonalDataAccess
from federation.portal.contributions import timeline, what_waits
from tests import cast

DESK, LIST = reverse("chamber_desk:desk"), reverse("chamber_desk:applications")


def url(application, verb="application"):
    return reverse(f"chamber_desk:{verb}", args=[application.pk])


def desk_of(user, kind="secretary"):
    hat = next(hat for hat in hats_of(user) if hat.kind == kind)
    return what_waits(user, hat)


@pytest.fixture
def client(secretary):
    return cast.login(secretary)


class TestWhoMayLook:
    @pytest.mark.parametrize("verb", ["application", "recommend", "return"])
    def test_an_application_to_another_chamber_is_not_found(self, application_in, verb):
        application = application_in(Status.SUBMITTED)
        for user in (cast.secretary(), cast.outsider(), cast.representative(), cast.staff(), application.applicant):
            client = cast.login(user)
            response = client.get(url(application)) if verb == "application" else client.post(url(application, verb))
            assert response.status_code == 404

    @pytest.mark.parametrize("page", [DESK, LIST])
    def test_the_desk_is_for_secretaries(self, db, page):
        for user in (cast.outsider(), cast.representative(), cast.staff(), cast.bank_officer()):
            assert cast.login(user).get(page).status_code == 404
        assert cast.login(None).get(page).status_code == 302

    def test_the_right_lapses_with_the_office(self, application_in, client, secretary):
        application = application_in(Status.SUBMITTED)
        assert client.get(url(application)).status_code == 200
        secretary.chamber_offices.update(until=timezone.localdate() - timezone.timedelta(days=1))
        for page in (DESK, LIST, url(application)):
            assert client.get(page).status_code == 404

    def test_other_offices_give_no_desk(self, chamber):
        user = cast.person()
        cast.take_office(user, chamber, "president")
        assert cast.login(user).get(DESK).status_code == 404

    def test_a_draft_and_a_draft_taken_back_are_nobodys_business(self, client, draft, applicant):
        application = draft()
        assert client.get(url(application)).status_code == 404
        actions.withdraw_application(application, by=applicant)
        assert client.get(url(application)).status_code == 404
        assert not list(client.get(LIST).context["page"])

    def test_a_secretary_of_two_chambers_acts_under_the_fitting_hat(self, application_in, secretary):
        cast.take_office(secretary, cast.chamber("第二测试商会"))
        first = application_in(Status.SUBMITTED)
        other = next(hat for hat in hats_of(secretary) if hat.object_id != first.chamber_id)
        client = cast.login(secretary, hat=other.key)
        assert client.get(url(first)).wsgi_request.hat.object_id == first.chamber_id
        client.post(url(first, "recommend"), {"reason": ""})
        assert first.steps.last().hat == next(hat for hat in hats_of(secretary) if hat != other).label


class TestDeciding:
    def test_recommending(self, application_in, client):
        application = application_in(Status.SUBMITTED)
        response = client.post(url(application, "recommend"), {"reason": "老会员推荐"})
        assert response.url == DESK
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED
        assert application.steps.last().reason == "老会员推荐"

    def test_returning_needs_a_reason(self, application_in, client):
        application = application_in(Status.SUBMITTED)
        page = client.post(url(application, "return"), {"reason": " "})
        assert page.status_code == 200 and page.context["return_form"].errors["reason"]
        client.post(url(application, "return"), {"reason": "请重拍执照"})
        application.refresh_from_db()
        assert application.status == Status.RETURNED

    def test_a_second_click_is_answered_in_words(self, application_in, client, secretary):
        application = application_in(Status.RECOMMENDED)
        page = client.post(url(application, "return"), {"reason": "晚了"}, follow=True)
        assert page.status_code == 200
        assert secretary.name in str(next(iter(page.context["messages"])))
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED

    def test_their_own_enterprise_is_somebody_elses_to_decide(self, draft, secretary, client):
        application = actions.submit_application(draft(user=secretary), by=secretary)
        page = client.get(url(application))
        assert page.context["own"] and not page.context["waits"]
        answer = client.post(url(application, "recommend"), {"reason": ""}, follow=True)
        assert list(answer.context["messages"])
        application.refresh_from_db()
        assert application.status == Status.SUBMITTED

    @pytest.mark.parametrize("verb", ["recommend", "return"])
    def test_looking_changes_nothing(self, application_in, client, verb):
        assert client.get(url(application_in(Status.SUBMITTED), verb)).status_code == 405

    @pytest.mark.parametrize("status", [status for status in Status if status != Status.DRAFT])
    def test_the_page_opens_in_every_status(self, application_in, client, status):
        page = client.get(url(application_in(status)))
        assert page.status_code == 200
        assert page.context["waits"] == (status == Status.SUBMITTED)


class TestTheNumber:
    @pytest.mark.parametrize("status", [Status.SUBMITTED, Status.APPROVED, Status.WITHDRAWN])
    def test_is_masked_until_a_reason_is_given_and_kept(self, application_in, client, secretary, status):
        application = application_in(status)
        page = client.get(url(application)).content.decode()
        assert "139****5678" in page and "13912345678" not in page and url(application, "contact") in page
        asked = client.get(url(application, "contact")).content.decode()
        assert "13912345678" not in asked and not PersonalDataAccess.objects.exists()
        assert "13912345678" not in client.post(url(application, "contact"), {"reason": " "}).content.decode()
        answer = client.post(url(application, "contact"), {"reason": "核对执照地址"})
        told = answer.content.decode()
        assert "13912345678" in told and "no-store" in answer["Cache-Control"]
        # What was asked for, and not the whole form.
        assert "revenue" not in told and "{&#x27;" not in told
        kept = PersonalDataAccess.objects.get()
        assert (kept.actor, kept.subject_key, kept.reason) == (
            secretary,
            f"chambers.membershipapplication:{application.pk}",
            "核对执照地址",
        )
        assert "13912345678" not in client.get(url(application)).content.decode()

    def test_of_another_chambers_application_is_not_told(self, application_in):
        address = url(application_in(Status.SUBMITTED), "contact")
        assert cast.login(cast.secretary()).post(address, {"reason": "核对执照地址"}).status_code == 404
        assert not PersonalDataAccess.objects.exists()


class TestWhatWaits:
    def test_oldest_first_with_clock_and_honest_total(self, application_in, secretary):
        made = [application_in(Status.SUBMITTED, name=f"上海第{number}家有限公司") for number in range(12)]
        (group,) = desk_of(secretary)
        assert [item.title for item in group.items] == [row.enterprise_name for row in made[:10]]
        assert group.items[0].since == made[0].status_since
        assert group.total == 12
        assert len(list(cast.login(secretary).get(group.url).context["page"])) == 12

    def test_each_sees_what_is_theirs_to_do(self, application_in, secretary, clerk):
        application_in(Status.SUBMITTED)
        assert [group.name for group in desk_of(secretary)] == ["applications"]
        assert not [group for group in desk_of(clerk, "staff") if group.name.startswith("applications")]
        application_in(Status.RECOMMENDED)
        (group,) = [group for group in desk_of(clerk, "staff") if group.name == "applications"]
        assert group.total == 1

    def test_the_enterprise_is_asked_to_mend(self, application_in):
        firm = cast.enterprise()
        user = cast.representative(firm)
        application_in(Status.RETURNED, user=user, code=firm.uscc)
        assert "applications" in [group.name for group in desk_of(user, "enterprise")]

    def test_staff_without_the_right_are_not_asked(self, application_in):
        application_in(Status.RECOMMENDED)
        assert not [group for group in desk_of(cast.staff("auditor"), "staff") if group.name == "applications"]

    def test_a_chamber_without_secretary_asks_the_staff(self, draft, applicant, chamber, clerk):
        actions.submit_application(draft(), by=applicant)
        assert "applications-without-secretary" in [group.name for group in desk_of(clerk, "staff")]

    def test_nobody_is_asked_about_their_own(self, application_in, clerk):
        application_in(Status.RECOMMENDED, user=clerk)
        assert not [group for group in desk_of(clerk, "staff") if group.name == "applications"]


def test_the_enterprises_timeline_tells_steps_periods_and_chambers(application_in):
    application = application_in(Status.APPROVED)
    entries = timeline(application.enterprise)
    text = " ".join(str(entry.title) for entry in entries)
    for word in ("已提交", "已推荐", "已批准", "会籍", str(application.chamber)):
        assert word in text
    assert entries == sorted(entries, key=lambda entry: entry.at, reverse=True)


@pytest.mark.parametrize("page", [DESK, LIST])
def test_pages_cost_the_same_for_one_application_and_many(application_in, client, page):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    for status in (Status.SUBMITTED, Status.APPROVED):
        application_in(status)
    client.get(page)
    few = asked()
    for number in range(3):
        application_in(Status.SUBMITTED, name=f"上海多家{number}有限公司")
        application_in(Status.APPROVED, name=f"上海多户{number}有限公司")
    assert asked() == few
