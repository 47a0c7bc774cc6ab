"""Staff decide about proposed changes in the admin."""

import pytest
from django.urls import reverse

from members.desk.actions import propose_change
from members.desk.models import ProfileChange
from members.enterprises.actions import edit_enterprise
from members.enterprises.models import Enterprise
from tests import cast

pytestmark = pytest.mark.django_db

LIST = "/admin/members/profilechange/"


@pytest.fixture
def change() -> ProfileChange:
    manager = cast.representative(cast.enterprise("上海旧名测试有限公司", address="旧址1号"))
    return propose_change(cast.enterprise_of(manager), {"name": "上海新名测试有限公司"}, by=manager)


def page_of(change: ProfileChange) -> str:
    return reverse("admin:members_profilechange_change", args=[change.pk])


def decide(client, change: ProfileChange, **data: str):
    return client.post(reverse("admin:members_profilechange_decide", args=[change.pk]), data, follow=True)


def version(client, change: ProfileChange) -> str:
    return client.get(page_of(change)).context["version"]


def test_the_page_shows_both_and_confirming_writes_the_register(change):
    clerk = cast.login(cast.staff("registry_clerk"))
    page = clerk.get(page_of(change)).content.decode()
    assert "上海旧名测试有限公司" in page and "上海新名测试有限公司" in page
    decide(clerk, change, confirm="1", version=version(clerk, change))
    assert Enterprise.objects.get(pk=change.enterprise_id).name == "上海新名测试有限公司"


def test_refusing_asks_a_reason(change):
    clerk = cast.login(cast.staff("registry_clerk"))
    decide(clerk, change, refuse="1", reason="")
    assert ProfileChange.objects.get().status == "waiting"
    decide(clerk, change, refuse="1", reason="执照上仍是旧名")
    assert ProfileChange.objects.get().reason == "执照上仍是旧名"


def test_what_changed_meanwhile_is_looked_at_first(change):
    clerk = cast.login(cast.staff("registry_clerk"))
    seen = version(clerk, change)
    edit_enterprise(Enterprise.objects.get(pk=change.enterprise_id), {"name": "上海第三个名字测试有限公司"})
    page = decide(clerk, change, confirm="1", version=seen)
    assert ProfileChange.objects.get().status == "waiting"
    assert "上海第三个名字测试有限公司" in page.content.decode()


def test_who_comes_second_is_told_who_was_first(change):
    first, second = cast.staff("registry_clerk", "先到的干部"), cast.staff("registry_clerk", "后到的干部")
    seen = version(cast.login(second), change)
    decide(cast.login(first), change, refuse="1", reason="不符")
    assert "先到的干部" in decide(cast.login(second), change, confirm="1", version=seen).content.decode()


def test_nobody_confirms_their_own(change):
    clerk = cast.staff("registry_clerk")
    cast.represent(clerk, change.enterprise)
    client = cast.login(clerk)
    assert "decide/" not in client.get(page_of(change)).content.decode()
    decide(client, change, refuse="1", reason="试试")
    assert ProfileChange.objects.get().status == "waiting"


@pytest.mark.parametrize(
    ("role", "reads", "decides"),
    [
        ("registry_clerk", 200, 302),
        ("auditor", 200, 403),
        ("administrator", 200, 403),
        ("services_clerk", 403, 403),
        (None, 403, 403),
    ],
)
def test_roles(change, role, reads, decides):
    client = cast.login(cast.staff(role))
    assert client.get(page_of(change)).status_code == reads
    assert client.get(LIST).status_code == reads
    url = reverse("admin:members_profilechange_decide", args=[change.pk])
    assert client.post(url, {"reason": "不符"}).status_code == decides


def test_deciding_needs_a_post(change):
    client = cast.login(cast.staff("registry_clerk"))
    assert client.get(reverse("admin:members_profilechange_decide", args=[change.pk])).status_code == 405


def test_the_list_is_searched_by_enterprise_and_costs_the_same(change, django_assert_num_queries):
    client = cast.login(cast.staff("registry_clerk"))
    client.get(LIST)
    with django_assert_num_queries(6):
        assert "上海旧名测试有限公司" in client.get(LIST, {"q": "旧名"}).content.decode()
    for number in range(3):
        manager = cast.representative(cast.enterprise(f"上海旧名测试{number}有限公司"))
        propose_change(cast.enterprise_of(manager), {"address": "新址"}, by=manager)
    with django_assert_num_queries(6):
        client.get(LIST, {"q": "旧名"})
    assert "上海旧名测试有限公司" not in client.get(LIST, {"q": "没有这家"}).content.decode()
