"""What people see of demands: the public page, the enterprise's steps and case, the desks of chamber and department."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from federation.accounts.hats import hats_of
from federation.portal.contributions import timeline, what_waits
from services.demands import actions
from services.demands.models import Demand, DemandDraft
from services.demands.remarks import write_remark
from services.demands.statuses import Status
from tests import cast
from tests.chambers.papers import licence_upload
from tests.services.demands_cast import TEXT, TITLE, DemandCast

MINE = reverse("demands:mine")
CONTACT = {"contact_name": "顾联系", "contact_phone": "139 1234 5678", "shown_to_chamber": "on"}


def step(name):
    return reverse("demands:step", args=[name])


def page_of(place, demand, verb="demand"):
    return reverse(f"{place}:{verb}", args=[demand.pk])


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as found:
        response = client.get(url)
    assert response.status_code == 200
    return len(found)


def waiting(user, kind):
    hat = next(hat for hat in hats_of(user) if hat.kind == kind)
    return {group.name: group for group in what_waits(user, hat)}


class TestThePublicPage:
    def test_it_says_what_becomes_of_a_demand(self, demands):
        page = cast.login(None).get(reverse("demands:start")).content.decode()
        assert demands.category.name in page
        assert "100%" not in page, "nothing was raised yet: no rate is told"

    def test_it_tells_rates_and_no_names(self, demands):
        demands.called_back("mostly")
        page = cast.login(None).get(reverse("demands:start")).content.decode()
        assert page.count("100%") >= 3
        assert demands.enterprise.name not in page
        assert demands.department.name not in page

    def test_the_second_visitor_costs_nothing(self, demands):
        demands.called_back()
        client = cast.login(None)
        client.get(reverse("demands:start"))
        with CaptureQueriesContext(connection) as found:
            client.get(reverse("demands:start"))
        assert len(found) == 0


class TestRaisingInSteps:
    def fill(self, client, until="check"):
        for name, values in (
            ("about", {"category": ""}),
            ("words", {"title": TITLE, "text": TEXT}),
            ("contact", CONTACT),
        ):
            if name == until:
                return
            response = client.post(step(name), values)
            assert response.status_code == 302, response.context["form"].errors

    def test_from_the_first_to_the_last(self, demands):
        client = cast.login(demands.manager)
        assert client.get(reverse("demands:begin")).url == step("about")
        self.fill(client)
        check = client.get(step("check")).content.decode()
        assert TITLE in check
        response = client.post(step("check"), {"papers": [licence_upload("一.png"), licence_upload("二.png")]})
        demand = Demand.objects.get()
        assert response.url == page_of("demands", demand)
        assert (demand.title, demand.text, demand.contact_phone) == (TITLE, TEXT, "+8613912345678")
        assert (demand.source, demand.raised_by, demand.shown_to_chamber) == ("enterprise", demands.manager, True)
        assert demand.remarks.get().papers.count() == 2
        assert not DemandDraft.objects.exists()
        assert demand.steps.get().hat == demands.enterprise.name

    def test_a_closed_browser_goes_on_where_it_was(self, demands):
        self.fill(cast.login(demands.manager), until="contact")
        client = cast.login(demands.manager)
        assert client.get(reverse("demands:begin")).url == step("contact")
        assert TITLE in client.get(step("words")).content.decode()
        assert TITLE in client.get(MINE).content.decode()

    def test_no_step_is_jumped_over(self, demands):
        client = cast.login(demands.manager)
        assert client.get(step("check")).url == step("about")
        assert client.post(step("check")).url == step("about")
        assert client.get(step("nowhere")).status_code == 404

    @pytest.mark.parametrize(
        ("name", "values", "field"),
        [
            ("words", {"title": "", "text": TEXT}, "title"),
            ("words", {"title": "长" * 81, "text": TEXT}, "title"),
            ("contact", {"contact_name": "顾", "contact_phone": "12"}, "contact_phone"),
            ("about", {"category": "999999"}, "category"),
        ],
    )
    def test_bad_input_is_answered_by_its_field(self, demands, name, values, field):
        client = cast.login(demands.manager)
        self.fill(client, until=name)
        response = client.post(step(name), values)
        assert response.status_code == 200
        assert field in response.context["form"].errors
        kept = values.get("text") or values.get("contact_name") or ""
        assert kept in response.content.decode()

    def test_what_is_no_paper_is_refused_by_name(self, demands):
        client = cast.login(demands.manager)
        self.fill(client)
        program = licence_upload("收据.png")
        program.file.seek(0)
        program.file.write(b"MZ" + b"\0" * 50)
        program.file.seek(0)
        response = client.post(step("check"), {"papers": [program]})
        assert "收据.png" in str(response.context["form"].errors["papers"])
        assert not Demand.objects.exists()

    def test_mending_one_step_leads_back_to_the_last(self, demands):
        client = cast.login(demands.manager)
        self.fill(client)
        assert client.post(step("words"), {"title": "改过的", "text": TEXT}).url == step("check")

    def test_thrown_away(self, demands):
        client = cast.login(demands.manager)
        self.fill(client)
        client.post(reverse("demands:discard"))
        assert not DemandDraft.objects.exists()

    def test_a_form_of_one_enterprise_is_sent_for_it(self, demands):
        other = cast.enterprise()
        cast.represent(demands.manager, other)
        hats = {hat.object_id: hat for hat in hats_of(demands.manager)}
        client = cast.login(demands.manager, hat=hats[other.pk].key)
        client.post(step("about"), {"category": "", "acting_as": hats[demands.enterprise.pk].key})
        assert DemandDraft.objects.get().enterprise == demands.enterprise


class TestTheEnterprisesCase:
    @pytest.mark.parametrize("status", list(Status))
    def test_it_opens_in_every_status(self, demands, status):
        demand = demands.in_status(status)
        page = cast.login(demands.manager).get(page_of("demands", demand))
        assert page.status_code == 200
        assert demand.reference in page.content.decode()

    def test_it_shows_plan_and_answer_but_no_notes(self, demands):
        demand = demands.answered()
        write_remark(demand, by=demands.clerk, text="机密备注", internal=True)
        page = cast.login(demands.manager).get(page_of("demands", demand)).content.decode()
        assert "一周内疏通管道" in page and "管道已疏通" in page
        assert "机密备注" not in page and "已与顾联系通话" not in page
        desk = cast.login(demands.officer).get(page_of("department_demands", demand)).content.decode()
        assert "机密备注" in desk and "已与顾联系通话" in desk

    def test_writing_and_withdrawing(self, demands):
        demand, client = demands.assigned(), cast.login(demands.manager)
        assert client.post(page_of("demands", demand, "write"), {"text": ""}).status_code == 200
        client.post(page_of("demands", demand, "write"), {"text": "请尽快", "papers": [licence_upload()]})
        assert demand.remarks.get().text == "请尽快"
        client.post(page_of("demands", demand, "withdraw"), {"reason": "已解决"})
        demand.refresh_from_db()
        assert demand.status == Status.WITHDRAWN
        response = client.post(page_of("demands", demand, "write"), {"text": "再说一句"}, follow=True)
        assert str(demands.manager) in response.content.decode(), "who was quicker is named"
        assert demand.remarks.count() == 1

    def test_who_may_look(self, demands):
        demand = demands.assigned()
        url = page_of("demands", demand)
        for user in (cast.outsider(), cast.representative(), cast.bank_officer(), cast.staff(None)):
            assert cast.login(user).get(url).status_code == 404
        for user in (demands.secretary, demands.officer, demands.clerk):
            assert cast.login(user).get(url).status_code == 403

    def test_the_list_costs_the_same_for_one_and_three(self, demands):
        demands.raised()
        client = cast.login(demands.manager)
        one = queries(client, MINE)
        demands.assigned(demands.raised(title="二"))
        demands.assigned(demands.raised(title="三"), owner=demands.caller)
        assert queries(client, MINE) == one == 6

    def test_desk_and_timeline_tell_of_it(self, demands):
        demand = demands.answered()
        assert demand.title in cast.login(demands.manager).get("/me/").content.decode()
        assert waiting(demands.manager, "enterprise")["demands"].total == 1
        told = [str(entry.title) for entry in timeline(demand)]
        assert len(told) == 5
        assert demands.department.name in told[3]


class TestTheChambersDesk:
    def test_it_lists_members_that_let_it_follow(self, demands):
        shown, hidden = demands.raised(), demands.raised(title="不给商会看", shown_to_chamber=False)
        DemandCast().raised(title="别家商会的")
        client = cast.login(demands.secretary)
        assert [row.pk for row in client.get(reverse("chamber_demands:list")).context["page"]] == [shown.pk]
        assert client.get(page_of("chamber_demands", hidden)).status_code == 404

    def test_what_is_open_waits_on_the_desk_the_late_ones_first(self, demands):
        """Whoever has it; not what is over, nor what the chamber may not follow."""
        for status in ("closed", "withdrawn"):
            demands.in_status(status)
        demands.raised(title="不给商会看", shown_to_chamber=False)
        DemandCast().raised(title="别家商会的")
        assert "demands" not in waiting(demands.secretary, "secretary")
        due = demands.assigned(demands.raised(title="还不急"))
        late = demands.shift(demands.assigned(demands.raised(title="逾期了")), 90)
        answered = demands.answered(demands.contacted(demands.assigned(demands.raised(title="已答复"))))
        client = cast.login(demands.secretary)
        page = client.get(reverse("chamber_desk:desk"))
        group = next(group for group in page.context["groups"] if group.name == "demands")
        assert [item.title for item in group.items] == ["逾期了", "还不急", "已答复"]
        assert page.content.decode().count("clock is-late") == 1
        assert {row.pk for row in client.get(group.url).context["page"]} == {late.pk, answered.pk, due.pk}
        assert group.total == 3
        late_ones = client.get(reverse("chamber_demands:list"), {"show": "late"})
        assert [row.pk for row in late_ones.context["page"]] == [late.pk]

    def test_raising_for_a_member(self, demands):
        client = cast.login(demands.secretary)
        found = client.get(reverse("chamber_demands:choose"), {"q": demands.enterprise.name[2:8]})
        assert [row.pk for row in found.context["rows"]] == [demands.enterprise.pk]
        url = reverse("chamber_demands:raise", args=[demands.enterprise.pk])
        values = {"title": TITLE, "text": TEXT, "category": demands.category.pk, **CONTACT}
        assert client.post(url, {**values, "title": ""}).context["form"].errors
        response = client.post(url, values)
        demand = Demand.objects.get()
        assert response.url == page_of("chamber_demands", demand)
        assert (demand.source, demand.chamber, demand.category) == ("chamber", demands.chamber, demands.category)
        client.post(page_of("chamber_demands", demand, "write"), {"text": "企业补充了照片"})
        assert demand.remarks.get().side == "chamber"
        client.post(page_of("chamber_demands", demand, "withdraw"), {"reason": ""})
        demand.refresh_from_db()
        assert demand.status == Status.WITHDRAWN

    def test_not_for_a_stranger(self, demands):
        stranger = cast.member(of=cast.chamber())
        url = reverse("chamber_demands:raise", args=[stranger.pk])
        assert cast.login(demands.secretary).get(url).status_code == 404

    def test_the_list_costs_the_same_for_one_and_three(self, demands):
        demands.raised()
        client = cast.login(demands.secretary)
        url = reverse("chamber_demands:list")
        one = queries(client, url)
        demands.assigned(demands.raised(title="二"))
        demands.assigned(demands.raised(title="三"), owner=demands.caller)
        assert queries(client, url) == one == 5


class TestTheDepartmentsDesk:
    def test_the_shortest_deadline_comes_first(self, demands):
        later = demands.assigned(demands.raised(title="后到期"))
        sooner = demands.shift(demands.assigned(demands.raised(title="先到期")), 1)
        page = cast.login(demands.officer).get(reverse("department_demands:list"))
        assert [row.pk for row in page.context["page"]] == [sooner.pk, later.pk]
        assert [item.title for item in waiting(demands.officer, "partner")["demands"].items] == ["先到期", "后到期"]

    def test_answered_and_all(self, demands):
        answered, assigned = demands.in_status("answered"), demands.in_status("assigned")
        client, url = cast.login(demands.officer), reverse("department_demands:list")
        assert [row.pk for row in client.get(url).context["page"]] == [assigned.pk]
        assert [row.pk for row in client.get(url, {"show": "answered"}).context["page"]] == [answered.pk]
        assert len(client.get(url, {"show": "all"}).context["page"]) == 2

    def test_the_way_by_its_buttons(self, demands):
        demand, client = demands.assigned(), cast.login(demands.officer)
        url = page_of("department_demands", demand)
        assert "13912345678" in client.get(url).content.decode(), "who has to call sees the number"
        refused = client.post(f"{url}contact/", {"note": ""})
        assert f'action="{url}contact/"' in refused.content.decode(), "sent again, it comes to the same address"
        for verb, values in (
            ("contact", {"note": "已联系"}),
            ("plan", {"plan": "计划"}),
            ("note", {"text": "备注"}),
            ("write", {"text": "请补充照片"}),
            ("answer", {"answer": "已办结", "papers": [licence_upload()]}),
        ):
            assert client.post(f"{url}{verb}/", values).url == url, verb
        demand.refresh_from_db()
        assert demand.status == Status.ANSWERED
        assert "13912345678" not in client.get(url).content.decode(), "done, it is masked"
        assert demand.steps.last().hat == demands.department.name

    def test_who_came_second_is_told_who_was_first(self, demands):
        demand = demands.contacted()
        second = cast.login(cast.department_officer(demands.department, "第二联络员"))
        response = second.post(f"{page_of('department_demands', demand)}contact/", {"note": "我也联系了"}, follow=True)
        assert str(demands.officer) in response.content.decode()
        assert demand.handlings.get().contact_note == "已与顾联系通话"

    def test_passing_on_leads_back_to_the_list(self, demands):
        demand, client = demands.assigned(), cast.login(demands.officer)
        url = page_of("department_demands", demand)
        values = {"department": demands.other_department.pk, "reason": "属水务部门", "seen_turn": 1}
        assert client.post(f"{url}transfer/", values).url == reverse("department_demands:list")
        assert client.get(url).status_code == 404

    def test_no_other_partner_comes_in(self, demands):
        demand = demands.assigned()
        for user in (cast.bank_officer(), cast.department_officer(demands.other_department), demands.manager):
            assert cast.login(user).get(page_of("department_demands", demand)).status_code == 404
        assert cast.login(cast.bank_officer()).get(reverse("department_demands:list")).status_code == 404

    def test_an_officer_of_the_enterprise_itself_does_nothing(self, demands):
        cast.represent(demands.officer, demands.enterprise)
        demand, client = demands.assigned(), cast.login(demands.officer)
        url = page_of("department_demands", demand)
        assert client.get(url).context["own"]
        assert not client.get(url).context["deeds"].next_steps
        client.post(f"{url}contact/", {"note": "自己联系自己"})
        demand.refresh_from_db()
        assert demand.status == Status.ASSIGNED

    def test_list_and_case_cost_the_same_for_one_and_three(self, demands):
        demand = demands.assigned()
        write_remark(demand, by=demands.manager, text="一")
        client, url = cast.login(demands.officer), reverse("department_demands:list")
        case = page_of("department_demands", demand)
        one, one_case = queries(client, url), queries(client, case)
        for number in range(2):
            demands.assigned(demands.raised(title=f"第{number}件"))
            write_remark(demand, by=demands.manager, text=f"{number}", papers=[licence_upload()])
        assert queries(client, url) == one == 5
        assert queries(client, case) == one_case == 11


def test_english_pages_are_english(demands):
    demand = demands.answered()
    client = cast.login(demands.manager)
    client.cookies["django_language"] = "en"
    page = client.get(page_of("demands", demand)).content.decode()
    assert "The federation will call you" in page


def test_nothing_yet(demands):
    for user, url in (
        (demands.manager, MINE),
        (demands.secretary, reverse("chamber_demands:list")),
        (demands.officer, reverse("department_demands:list")),
    ):
        page = cast.login(user).get(url)
        assert page.status_code == 200
        assert not list(page.context["page"])


def test_an_answer_by_staff_in_charge(demands):
    demand = demands.assigned(owner=demands.caller)
    assert waiting(demands.caller, "staff")["demands-in-charge"].total == 1
    actions.contact_demand(demand, by=demands.caller, note="通话")
    actions.answer_demand(demand, by=demands.caller, answer="答复")
    assert "demands-to-call-back" not in waiting(demands.caller, "staff")
    assert waiting(demands.clerk, "staff")["demands-to-call-back"].total == 1
