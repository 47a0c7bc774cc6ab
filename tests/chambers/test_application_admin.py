"""The staff's face of applications, chambers and memberships."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chambers.applications import actions
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.bodies.models import Chamber
from federation.search.shortlived import forget_all
from members.membership.models import Membership
from tests import cast

LIST = reverse("admin:chambers_membershipapplication_changelist")
BUTTONS = ("approve", "send_back", "reject", "recommend")
PATHS = {"approve": "approve", "send_back": "return", "reject": "reject", "recommend": "recommend"}
DAY = timezone.timedelta(days=1)


def page(application):
    return reverse("admin:chambers_membershipapplication_change", args=[application.pk])


def button(application, name):
    return reverse(f"admin:chambers_membershipapplication_{name}", args=[application.pk])


def offered(response):
    return [action["path"].rstrip("/").rsplit("/", 1)[-1] for action in response.context["actions_detail"]]


def asked(client, url) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.fixture
def client(clerk):
    return cast.login(clerk)


class TestTheButtons:
    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            (Status.SUBMITTED, []),
            (Status.RETURNED, []),
            (Status.RECOMMENDED, ["approve", "return", "reject"]),
            (Status.APPROVED, []),
            (Status.REJECTED, []),
            (Status.WITHDRAWN, []),
        ],
    )
    def test_offer_what_this_person_may_do_now(self, application_in, client, status, expected):
        application = application_in(status)
        assert offered(client.get(page(application))) == expected
        assert offered(cast.login(cast.staff("auditor")).get(page(application))) == []

    def test_offer_recommending_where_the_chamber_has_no_secretary(self, draft, applicant, chamber, client):
        application = actions.submit_application(draft(), by=applicant)
        assert offered(client.get(page(application))) == ["return", "recommend"]

    def test_approving_asks_once_and_then_admits(self, application_in, client, clerk):
        application = application_in(Status.RECOMMENDED)
        assert client.get(button(application, "approve")).status_code == 200
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED, "looking changes nothing"
        assert client.post(button(application, "approve")).url == page(application)
        application.refresh_from_db()
        assert application.status == Status.APPROVED
        assert application.steps.last().actor == clerk
        assert application.steps.last().hat == "机关干部"

    @pytest.mark.parametrize(("name", "status"), [("send_back", Status.RETURNED), ("reject", Status.REJECTED)])
    def test_saying_no_needs_a_reason(self, application_in, client, name, status):
        application = application_in(Status.RECOMMENDED)
        response = client.post(button(application, name), {"reason": ""})
        assert response.context["form"].errors["reason"]
        client.post(button(application, name), {"reason": "地址不符"})
        application.refresh_from_db()
        assert application.status == status
        assert application.steps.last().reason == "地址不符"

    def test_the_second_to_decide_is_told_who_was_first(self, application_in, client, clerk):
        application = application_in(Status.RECOMMENDED)
        late = cast.login(cast.staff(name="晚到的干部"))
        client.post(button(application, "approve"))
        for name in ("approve", "reject"):
            response = late.post(button(application, name), {"reason": "不同意"}, follow=True)
            assert clerk.name in str(next(iter(response.context["messages"])))
        response = late.get(button(application, "approve"), follow=True)
        assert clerk.name in str(next(iter(response.context["messages"])))
        assert Membership.objects.count() == 1

    def test_nobody_decides_their_own(self, application_in, client, clerk):
        application = application_in(Status.RECOMMENDED, user=clerk)
        assert offered(client.get(page(application))) == []
        client.post(button(application, "approve"))
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED

    @pytest.mark.parametrize("name", BUTTONS)
    def test_without_the_right_the_door_is_shut(self, application_in, name):
        application = application_in(Status.RECOMMENDED)
        for role in ("services_clerk", "auditor", "administrator", None):
            client = cast.login(cast.staff(role))
            assert client.get(button(application, name)).status_code == 403
            assert client.post(button(application, name), {"reason": "不"}).status_code == 403
        for user in (cast.outsider(), application.applicant):
            assert cast.login(user).post(button(application, name)).status_code == 404
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED


class TestTheRecord:
    def test_shows_what_was_stated_beside_the_register(self, applicant, chamber, draft, secretary, client):
        firm = cast.enterprise(legal_representative="老法人", staff_count=None)
        application = draft(code=firm.uscc)
        facts = {"legal_representative": "新法人", "staff_count": 44}
        actions.save_step(application, applicant, "enterprise", facts=facts)
        actions.submit_application(application, by=applicant)
        rows = {row.name: row for row in client.get(page(application)).context["differences"]}
        assert rows["legal_representative"].differs
        assert rows["staff_count"].is_news
        assert not rows["name"].differs

    def test_drafts_are_not_shown(self, draft, client):
        application = draft()
        assert application not in client.get(LIST).context["cl"].result_list
        assert client.get(page(application)).status_code == 302

    def test_links_the_licence_to_who_may_read_it(self, application_in, client):
        application = application_in(Status.RECOMMENDED)
        url = application.licence.get_absolute_url()
        assert url in client.get(page(application)).content.decode()
        assert client.get(url).status_code == 200

    def test_is_edited_by_nobody(self, application_in):
        application = application_in(Status.RECOMMENDED)
        client = cast.login(cast.superuser())
        client.post(page(application), {"status": "approved"})
        application.refresh_from_db()
        assert application.status == Status.RECOMMENDED
        assert client.get(reverse("admin:chambers_membershipapplication_add")).status_code == 403

    @pytest.mark.parametrize(
        "query", ["?q=新客", "?status__exact=recommended", "?q=没有这家", "?kind__exact=new", "?q=%00"]
    )
    def test_is_found_and_narrowed(self, application_in, client, query):
        application = application_in(Status.RECOMMENDED)
        found = client.get(LIST + query).context["cl"].result_list
        assert (application in found) == ("没有" not in query)


def test_the_list_costs_the_same_for_one_row_and_many(application_in, client):
    application_in(Status.RECOMMENDED)
    client.get(LIST)
    few = asked(client, LIST)
    for status in (Status.RECOMMENDED, Status.APPROVED, Status.RETURNED):
        application_in(status)
    assert asked(client, LIST) == few


class TestChambers:
    LIST = reverse("admin:chambers_chamber_changelist")

    def test_the_list_counts_members_at_a_constant_price(self, client):
        def fill(number):
            for _ in range(number):
                chamber = cast.chamber()
                cast.member(of=chamber)
                cast.member(of=chamber)

        fill(1)
        client.get(self.LIST)
        few = asked(client, self.LIST)
        fill(3)
        assert asked(client, self.LIST) == few
        forget_all()
        rows = client.get(self.LIST).context["cl"].result_list
        assert {admin.site.get_model_admin(Chamber).member_count(row) for row in rows} == {2}

    def test_a_chamber_opens_at_a_constant_price(self, client):
        chamber = cast.chamber()
        url = reverse("admin:chambers_chamber_change", args=[chamber.pk])

        def fill(number):
            for _ in range(number):
                cast.secretary(chamber)
                cast.member(of=chamber)

        fill(1)
        client.get(url)
        few = asked(client, url)
        fill(4)
        assert asked(client, url) == few

    def test_the_administrator_adds_a_chamber_and_its_officer(self, db):
        client = cast.login(cast.administrator())
        user = cast.person("新秘书长")
        values = {
            "name": "松江区新设商会",
            "slug": "xinshe",
            "kind": "industry",
            "state": "active",
            "position": "1",
            "officers-TOTAL_FORMS": "1",
            "officers-INITIAL_FORMS": "0",
            "officers-0-office": "secretary",
            "officers-0-name": user.name,
            "officers-0-user": user.pk,
            "officers-0-since": "2024-01-01",
            "affiliations-TOTAL_FORMS": "0",
            "affiliations-INITIAL_FORMS": "0",
        }
        response = client.post(reverse("admin:chambers_chamber_add"), values)
        assert response.status_code == 302, response.context and response.context["errors"]
        assert Chamber.objects.run_by(user).get().slug == "xinshe"

    def test_nothing_is_deleted(self, db):
        chamber = cast.chamber()
        client = cast.login(cast.superuser())
        assert client.post(reverse("admin:chambers_chamber_delete", args=[chamber.pk])).status_code == 403


class TestMemberships:
    LIST = reverse("admin:members_membership_changelist")

    def url(self, membership, verb="change"):
        return reverse(f"admin:members_membership_{verb}", args=[membership.pk])

    @pytest.fixture
    def membership(self, db):
        return cast.join(cast.enterprise("上海云川软件有限公司")).membership

    def test_the_list_narrows_by_standing_and_finds_by_number_and_name(self, client, membership):
        today = timezone.localdate()
        lapsed = cast.join(cast.enterprise(), today - 900 * DAY, today - 500 * DAY).membership

        def found(query):
            return set(client.get(self.LIST, query).context["cl"].result_list)

        assert found({"standing": "member"}) == {membership}
        assert found({"standing": "lapsed"}) == {lapsed}
        assert found({"q": "云川"}) == {membership}
        assert found({"q": lapsed.number.lower()}) == {lapsed}

    def test_the_list_costs_the_same_for_one_row_and_many(self, client, membership):
        client.get(self.LIST)
        few = asked(client, self.LIST)
        for _ in range(4):
            cast.join(cast.enterprise())
        assert asked(client, self.LIST) == few

    def test_a_renewal_is_granted_by_the_button(self, client, clerk, membership):
        present = membership.periods.get()
        assert client.get(self.url(membership, "grant")).status_code == 200
        client.post(self.url(membership, "grant"), {})
        new = membership.periods.first()
        assert (new.kind, new.starts_on, new.decided_by) == ("renewal", present.ends_on + DAY, clerk)

    def test_an_overlap_is_said_in_words(self, client, membership):
        present = membership.periods.get()
        response = client.post(self.url(membership, "grant"), {"starts_on": present.ends_on.isoformat()})
        assert "重叠" in str(response.context["form"].errors)
        assert membership.periods.count() == 1

    def test_an_early_end_keeps_the_reason(self, client, membership):
        today = timezone.localdate()
        response = client.post(self.url(membership, "end"), {"on": today.isoformat(), "reason": ""})
        assert response.context["form"].errors["reason"]
        client.post(self.url(membership, "end"), {"on": today.isoformat(), "reason": "迁出本区"})
        period = membership.periods.get()
        assert (period.ends_on, period.end_reason) == (today, "迁出本区")

    @pytest.mark.parametrize("verb", ["grant", "end"])
    def test_nobody_decides_about_their_own_enterprise(self, client, clerk, membership, verb):
        cast.represent(clerk, membership.enterprise)
        assert client.post(self.url(membership, verb), {"on": "2030-01-01", "reason": "x"}).status_code == 403

    @pytest.mark.parametrize("verb", ["grant", "end"])
    @pytest.mark.parametrize("role", ["services_clerk", "auditor", "administrator", None])
    def test_others_may_not(self, membership, verb, role):
        assert cast.login(cast.staff(role)).post(self.url(membership, verb), {}).status_code == 403


def test_application_rows_survive_their_people(application_in):
    """A step tells who acted even when the account is gone: the row stays, the name is empty."""
    application = application_in(Status.APPROVED)
    application.steps.update(actor=None)
    client = cast.login(cast.staff())
    assert client.get(page(application)).status_code == 200
    assert MembershipApplication.objects.get().steps.count() == 3


def test_the_history_of_what_was_typed_shows_whom_to_call_and_no_more(applicant):
    application = actions.begin_application(applicant, cast.uscc())
    actions.save_step(application, applicant, "contact", contact={"name": "顾明远", "phone": "+8613812345678"})
    MembershipApplication.objects.update(status=Status.SUBMITTED, submitted_at=timezone.now())
    address = reverse("admin:chambers_membershipapplication_history", args=[application.pk])
    page = cast.login(cast.staff("registry_clerk")).get(address).content.decode()
    assert "顾**" in page
    assert "顾明远" not in page and "13812345678" not in page
