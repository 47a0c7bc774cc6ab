"""The staff's desk of demands: the list, the case with its next step, several at once, files."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from services.demands.models import Demand, DemandCategory
from services.demands.references import pk_of
from services.demands.remarks import write_remark
from services.demands.statuses import Status
from tests import cast
from tests.chambers.papers import licence_upload
from tests.services.demands_cast import DemandCast

LIST = reverse("admin:services_demand_changelist")


def case(demand):
    return reverse("admin:services_demand_change", args=[demand.pk])


def act(demand, name):
    return reverse("admin:services_demand_act", args=[demand.pk, name])


@pytest.fixture
def client(demands):
    return cast.login(demands.clerk)


def shown(response):
    return [row.pk for row in response.context["cl"].result_list]


class TestTheList:
    def test_it_is_found_by_number_and_by_enterprise(self, demands, client):
        demand, other = demands.raised(), DemandCast().raised()
        assert shown(client.get(LIST, {"q": demand.reference})) == [demand.pk]
        assert shown(client.get(LIST, {"q": demands.enterprise.uscc})) == [demand.pk]
        assert set(shown(client.get(LIST))) == {demand.pk, other.pk}

    @pytest.mark.parametrize("text", ["SQ2026-000123", "sq2026000123", " 2026-123 "])
    def test_numbers_as_people_say_them(self, text):
        assert pk_of(text) == 123

    def test_a_name_is_no_number(self):
        assert pk_of("飞科电器") is None
        assert pk_of("2026") is None

    def test_standing(self, demands, client):
        late = demands.shift(demands.in_status("assigned"), 10)
        fresh, closed = demands.in_status("raised"), demands.in_status("closed")
        assert set(shown(client.get(LIST, {"standing": "open"}))) == {late.pk, fresh.pk}
        assert shown(client.get(LIST, {"standing": "late"})) == [late.pk]
        assert shown(client.get(LIST, {"standing": "done"})) == [closed.pk]

    def test_it_costs_the_same_for_one_and_three(self, demands, client):
        demands.assigned()

        def cost():
            client.get(LIST)
            with CaptureQueriesContext(connection) as found:
                client.get(LIST)
            return len(found)

        one = cost()
        demands.assigned(demands.raised(title="二"), owner=demands.caller)
        demands.raised(title="三")
        assert cost() == one == 7

    def test_no_personal_data_in_list_and_file(self, demands, client):
        demands.raised()
        for url in (LIST, reverse("admin:services_demand_export", args=["csv"])):
            response = client.get(url)
            body = response.getvalue() if response.streaming else response.content
            assert "13912345678" not in body.decode()
            assert "顾联系" not in body.decode()


class TestFiles:
    def rows(self, client, **query):
        response = client.get(reverse("admin:services_demand_export", args=["csv"]), query)
        return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))

    def test_as_filtered(self, demands, client):
        demands.in_status("closed")
        demand = demands.raised(title="=HYPERLINK(1)")
        rows = self.rows(client, standing="open")
        assert len(rows) == 2
        assert rows[1][0] == demand.reference
        assert rows[1][1] == "'=HYPERLINK(1)", "no cell is a formula"

    def test_as_a_workbook(self, demands, client):
        demands.raised()
        response = client.get(reverse("admin:services_demand_export", args=["xlsx"]))
        assert response.getvalue().startswith(b"PK")
        assert client.get(reverse("admin:services_demand_export", args=["exe"])).status_code == 404


class TestTheCase:
    @pytest.mark.parametrize("status", list(Status))
    def test_it_opens_in_every_status(self, demands, client, status):
        demand = demands.in_status(status)
        response = client.get(case(demand))
        assert response.status_code == 200
        assert "13912345678" not in response.content.decode()

    def test_the_next_step_stands_on_the_page(self, demands, client):
        def names(demand) -> list[str]:
            return [deed.name for deed, _form in client.get(case(demand)).context["next_steps"]]

        assert names(demands.in_status("raised")) == ["assign"]
        assert names(demands.in_status("answered")) == ["call-back"]
        assert names(demands.in_status("assigned")) == []

    def test_assigning(self, demands, client):
        demand = demands.raised()
        values = {"category": demands.category.pk, "priority": "urgent"}
        assert client.post(act(demand, "assign"), values).context["form"].errors
        client.post(act(demand, "assign"), {**values, "department": demands.department.pk, "reason": "请速办"})
        demand.refresh_from_db()
        assert (demand.status, demand.department, demand.priority) == ("assigned", demands.department, "urgent")
        assert demand.steps.last().reason == "请速办"

    def test_the_usual_department_is_proposed(self, demands, client):
        demands.category.department = demands.department
        demands.category.save()
        demand = demands.raised(category=demands.category)
        ((_deed, form),) = client.get(case(demand)).context["next_steps"]
        assert form.initial["department"] == demands.department.pk

    def test_calling_back(self, demands, client):
        demand = demands.answered()
        refused = client.post(act(demand, "call-back"), {"satisfaction": "dissatisfied", "note": " "})
        assert "note" in refused.context["form"].errors
        client.post(act(demand, "call-back"), {"satisfaction": "dissatisfied", "note": "仍有积水"})
        demand.refresh_from_db()
        assert (demand.status, demand.round) == ("reopened", 2)

    def test_who_came_second_is_told_who_was_first(self, demands, client):
        demand = demands.assigned()
        values = {"category": demands.category.pk, "priority": "normal", "department": demands.department.pk}
        response = cast.login(demands.caller).post(act(demand, "assign"), values, follow=True)
        assert str(demands.clerk) in response.content.decode()
        assert demand.handlings.count() == 1

    def test_a_reader_writes_nothing(self, demands):
        demand = demands.raised()
        for role in ("registry_clerk", "auditor"):
            reader = cast.login(cast.staff(role))
            page = reader.get(case(demand))
            assert page.status_code == 200
            assert not page.context["next_steps"]
            assert reader.post(act(demand, "assign"), {}).status_code == 403
            for verb in ("write", "note"):
                assert reader.post(reverse(f"admin:services_demand_{verb}", args=[demand.pk])).status_code == 403

    def test_messages_and_notes(self, demands, client):
        demand = demands.assigned()
        client.post(
            reverse("admin:services_demand_write", args=[demand.pk]), {"text": "已交办", "papers": [licence_upload()]}
        )
        client.post(reverse("admin:services_demand_note", args=[demand.pk]), {"text": "请盯办"})
        assert list(demand.remarks.values_list("text", "internal", "side")) == [
            ("已交办", False, "staff"),
            ("请盯办", True, "staff"),
        ]

    def test_notes_are_not_for_readers(self, demands):
        demand = demands.assigned()
        write_remark(demand, by=demands.clerk, text="机密备注", internal=True)
        assert "机密备注" not in cast.login(cast.staff("auditor")).get(case(demand)).content.decode()

    def test_ones_own_enterprise(self, demands):
        both = cast.staff("services_clerk", "两顶帽子")
        cast.represent(both, demands.enterprise)
        demand, client = demands.raised(), cast.login(both)
        assert client.get(case(demand)).context["own"]
        values = {"category": demands.category.pk, "priority": "normal", "department": demands.department.pk}
        client.post(act(demand, "assign"), values)
        demand.refresh_from_db()
        assert demand.status == "raised"

    def test_joining_offers_only_the_same_enterprises_open_ones(self, demands, client):
        demand, other = demands.raised(title="本件"), demands.raised(title="同一件")
        demands.in_status("closed")
        DemandCast().raised()
        page = client.get(act(demand, "join"))
        assert [row.pk for row in page.context["form"].fields["other"].queryset] == [other.pk]
        client.post(act(demand, "join"), {"other": other.pk})
        demand.refresh_from_db()
        assert demand.duplicate_of == other
        assert client.get(case(demand)).status_code == 200


class TestSeveralAtOnce:
    def send(self, client, demands, rows, **values):
        data = {"action": "assign_selected", "_selected_action": [row.pk for row in rows], "apply": "1"}
        return client.post(LIST, {**data, "department": demands.department.pk, **values}, follow=True)

    def test_each_that_can_be_is_assigned(self, demands, client):
        rows = [demands.raised(title=f"第{number}件") for number in range(3)]
        taken = demands.assigned(rows[0], owner=demands.caller)
        asked = client.post(LIST, {"action": "assign_selected", "_selected_action": [row.pk for row in rows]})
        assert len(asked.context["demands"]) == 3
        page = self.send(client, demands, rows, category=demands.category.pk).content.decode()
        assert Demand.objects.filter(department=demands.department).count() == 2
        assert taken.reference in page and str(demands.clerk) in page, "the one that was taken is named"

    def test_without_a_category_it_says_so(self, demands, client):
        demand = demands.raised()
        page = self.send(client, demands, [demand]).content.decode()
        assert demand.reference in page
        assert Demand.objects.get().status == "raised"

    def test_to_nobody_is_refused(self, demands, client):
        response = self.send(client, demands, [demands.raised()], department="")
        assert response.context["form"].errors

    def test_a_reader_has_no_such_button(self, demands):
        demand = demands.raised()
        self.send(cast.login(cast.staff("registry_clerk")), demands, [demand], category=demands.category.pk)
        assert Demand.objects.get().status == "raised"


def test_categories_are_kept_by_staff(demands, client):
    values = {
        "name": "走出去",
        "code": "money",
        "hint": "",
        "contact_days": 5,
        "plan_days": 3,
        "close_days": 9,
        "position": 1,
    }
    url = reverse("admin:services_demandcategory_add")
    assert client.post(url, values).context["errors"], "the plan can't come before the first call"
    client.post(url, {**values, "plan_days": 7, "is_active": "on"})
    assert DemandCategory.objects.get(code="money").plan_days == 7
