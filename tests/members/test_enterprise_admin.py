"""What staff see and do with an enterprise in the admin."""

import csv
import datetime
import io
import re
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from federation.accounts.models import User
from federation.portal.admin_base import MOST_COUNTED, BoundedPaginator
from members.enterprises.models import Contact, Enterprise, NameRecord
from tests import cast

pytestmark = pytest.mark.django_db

LIST = "/admin/members/enterprise/"


def change_url(firm: Enterprise) -> str:
    return reverse("admin:members_enterprise_change", args=[firm.pk])


@pytest.fixture
def clerk(db: None) -> User:
    return cast.staff("registry_clerk")


@pytest.fixture
def client(clerk: User) -> Client:
    return cast.login(clerk)


def form_of(client: Client, url: str) -> dict[str, Any]:
    """What the browser would send back of the form as it stands."""
    page = client.get(url)
    data: dict[str, Any] = {}
    forms = [page.context["adminform"].form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is not None and value is not False and value != "":
                data[bound.html_name] = value
    return data


def names_in(response: Any) -> list[str]:
    return [row.name for row in response.context["cl"].result_list]


# --- The list -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["飞科", "feike", "fkdq", "91310117", "FEIKE"], ids=["hanzi", "pinyin", "initials", "code", "capitals"]
)
def test_search_uses_the_one_index(client: Client, typed: str) -> None:
    cast.enterprise("上海飞科电器有限公司", uscc=cast.uscc(prefix="91310117"))
    cast.enterprise("上海泖港食品有限公司", uscc=cast.uscc(prefix="91310115"))
    assert names_in(client.get(LIST, {"q": typed})) == ["上海飞科电器有限公司"]


def test_search_finds_a_former_name(client: Client) -> None:
    firm = cast.enterprise("上海今名制造有限公司")
    NameRecord.objects.create(enterprise=firm, name="上海往昔机械厂", until=datetime.date(2010, 1, 1))
    firm.save()
    assert names_in(client.get(LIST, {"q": "往昔"})) == ["上海今名制造有限公司"]


def test_search_survives_what_no_database_takes(client: Client) -> None:
    assert client.get(LIST, {"q": "飞\0科' OR 1=1 --%_"}).status_code == 200


FILTERS = {
    "state__exact=revoked": "吊销的",
    "section=F": "批发的",
    "size_class__exact=medium": "中型的",
    "member=yes": "会员",
    "contact=yes": "有联系人的",
    "listed__exact=1": "会员",
    "town__id__exact={town}": "镇上的",
}


@pytest.mark.parametrize("query", FILTERS)
def test_filters_narrow(client: Client, query: str) -> None:
    town = cast.town("筛选测试镇")
    cast.enterprise("平常的")
    cast.enterprise("吊销的", state="revoked")
    cast.enterprise("批发的", industry=cast.industry("5171", "汽车及零配件批发", "F"))
    cast.enterprise("中型的", industry=cast.industry(), staff_count=103, revenue=Decimal("157352800"))
    cast.member("会员")
    cast.contact(cast.enterprise("有联系人的"))
    cast.enterprise("镇上的", town=town)
    response = client.get(f"{LIST}?{query.format(town=town.pk)}")
    assert names_in(response) == [FILTERS[query]]


def test_both_sides_of_yes_and_no_make_the_whole(client: Client) -> None:
    cast.member("会员")
    cast.enterprise("非会员")
    assert names_in(client.get(LIST, {"member": "no"})) == ["非会员"]


def test_merged_entries_are_out_of_the_way_but_not_lost(client: Client) -> None:
    kept = cast.enterprise("保留的")
    cast.enterprise("并掉的", merged_into=kept)
    assert names_in(client.get(LIST)) == ["保留的"]
    assert names_in(client.get(LIST, {"merged": "yes"})) == ["并掉的"]


def test_count_stops_at_a_bound() -> None:
    cast.enterprise()
    paginator = BoundedPaginator(Enterprise.objects.order_by("-pk").select_related("town"), 50)
    with CaptureQueriesContext(connection) as queries:
        assert paginator.count == 1
    assert not paginator.is_more
    (query,) = queries.captured_queries
    assert f"LIMIT {MOST_COUNTED + 1}" in query["sql"]
    assert "ORDER BY" not in query["sql"] and "JOIN" not in query["sql"]


def test_a_page_past_the_bound_says_what_to_do(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("federation.portal.admin_base.MOST_COUNTED", 2)
    for _number in range(4):
        cast.enterprise()
    page = client.get(LIST, headers={"accept-language": "en"})
    assert page.context["cl"].paginator.count == 2
    assert "narrow the list" in page.content.decode()


def test_page_numbers_that_are_none_lead_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("members.enterprises.admin.EnterpriseAdmin.list_per_page", 1)
    cast.enterprise()
    cast.enterprise()
    response = client.get(LIST, {"p": "999999"}, follow=True)
    assert response.redirect_chain and response.context["cl"].page_num == 1


def exported(client: Client, query: str = "") -> list[list[str]]:
    response = client.get(f"{reverse('admin:members_enterprise_export', args=['csv'])}{query}")
    assert response.status_code == 200
    return list(csv.reader(b"".join(response.streaming_content).decode("utf-8-sig").splitlines()))


def test_export_takes_what_is_filtered_and_searched(client: Client) -> None:
    cast.enterprise("上海飞科电器有限公司")
    cast.enterprise("上海飞科旧厂", state="revoked")
    cast.enterprise("上海泖港食品有限公司")
    assert {row[0] for row in exported(client)[1:]} == {"上海飞科电器有限公司", "上海飞科旧厂", "上海泖港食品有限公司"}
    assert [row[0] for row in exported(client, "?q=feike&state__exact=revoked")[1:]] == ["上海飞科旧厂"]


def test_export_as_a_workbook(client: Client) -> None:
    cast.enterprise("上海飞科电器有限公司")
    response = client.get(reverse("admin:members_enterprise_export", args=["xlsx"]))
    assert b"".join(response.streaming_content)[:2] == b"PK"


def test_export_is_for_who_may_see_the_list() -> None:
    assert cast.login(cast.staff(None)).get(reverse("admin:members_enterprise_export", args=["csv"])).status_code == 403


def test_export_knows_its_kinds(client: Client) -> None:
    assert client.get(reverse("admin:members_enterprise_export", args=["exe"])).status_code == 404


# --- The form -------------------------------------------------------------------------------------


def test_an_edit_is_marked_and_a_rename_remembered(client: Client, clerk: User) -> None:
    firm = cast.enterprise("上海旧名科技有限公司")
    data = form_of(client, change_url(firm)) | {"name": "上海新名科技有限公司", "short_name": "新名"}
    response = client.post(change_url(firm), data)
    assert response.status_code == 302
    firm.refresh_from_db()
    assert firm.name == "上海新名科技有限公司"
    assert set(firm.hand_edited) == {"name", "short_name"}
    former = firm.former_names.get()
    assert (former.name, former.source) == ("上海旧名科技有限公司", str(clerk))
    assert names_in(client.get(LIST, {"q": "旧名"})) == ["上海新名科技有限公司"]


def test_saving_unchanged_changes_nothing(client: Client) -> None:
    firm = cast.enterprise("上海不变科技有限公司", capital=Decimal("500000.25"), industry=cast.industry())
    cast.contact(firm, email="lianxi@example.com")
    before = Enterprise.objects.values().get(pk=firm.pk), list(Contact.objects.values())
    events = firm.history.count()
    assert client.post(change_url(firm), form_of(client, change_url(firm))).status_code == 302
    assert (Enterprise.objects.values().get(pk=firm.pk), list(Contact.objects.values())) == before
    assert firm.history.count() == events


def test_a_new_enterprise_is_entered_by_hand(client: Client) -> None:
    code = cast.uscc()
    data = form_of(client, reverse("admin:members_enterprise_add"))
    data |= {"name": "上海初来科技有限公司", "uscc": f" {code[:8]} {code[8:].lower()} "}
    response = client.post(reverse("admin:members_enterprise_add"), data)
    assert response.status_code == 302
    firm = Enterprise.objects.get(uscc=code)
    assert set(firm.hand_edited) >= {"name", "uscc"}
    assert names_in(client.get(LIST, {"q": "初来"})) == ["上海初来科技有限公司"]


@pytest.mark.parametrize("code", ["91310117MA00000000", "31011700000001", "9131O117MA1234567X"])
def test_a_wrong_code_is_answered_by_its_field(client: Client, code: str) -> None:
    data = form_of(client, reverse("admin:members_enterprise_add")) | {"name": "上海错码有限公司", "uscc": code}
    response = client.post(reverse("admin:members_enterprise_add"), data)
    assert response.status_code == 200
    assert "uscc" in response.context["adminform"].form.errors
    assert not Enterprise.objects.filter(name="上海错码有限公司").exists()


def test_one_of_two_codes_is_needed(client: Client) -> None:
    data = form_of(client, reverse("admin:members_enterprise_add")) | {"name": "上海无码有限公司"}
    response = client.post(reverse("admin:members_enterprise_add"), data)
    assert response.status_code == 200 and response.context["adminform"].form.errors


def test_agreeing_to_be_shown_is_dated(client: Client) -> None:
    firm = cast.enterprise()
    client.post(change_url(firm), form_of(client, change_url(firm)) | {"listed": "on"})
    firm.refresh_from_db()
    assert firm.listed and firm.listed_at
    data = form_of(client, change_url(firm))
    del data["listed"]
    client.post(change_url(firm), data)
    firm.refresh_from_db()
    assert not firm.listed and firm.listed_at is None


def test_what_was_merged_away_is_only_read(client: Client) -> None:
    gone = cast.enterprise(merged_into=cast.enterprise())
    assert client.get(change_url(gone)).status_code == 200
    assert client.post(change_url(gone), {"name": "改名"}).status_code == 403


def test_nothing_is_deleted(client: Client) -> None:
    firm = cast.enterprise()
    superuser = cast.login(cast.superuser())
    for who in (client, superuser):
        assert who.get(reverse("admin:members_enterprise_delete", args=[firm.pk])).status_code == 403
    assert Enterprise.objects.filter(pk=firm.pk).exists()


def test_a_merge_meanwhile_is_told_in_words(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    firm, other = cast.enterprise("上海先来有限公司"), cast.enterprise()
    data = form_of(client, change_url(firm)) | {"name": "上海改名有限公司"}
    from members.enterprises import actions

    real = actions.edit_enterprise

    def merged_first(enterprise: Enterprise, *args: Any, **kwargs: Any) -> list[str]:
        Enterprise.objects.filter(pk=enterprise.pk).update(merged_into=other)
        return real(enterprise, *args, **kwargs)

    monkeypatch.setattr(actions, "edit_enterprise", merged_first)
    response = client.post(change_url(firm), data)
    assert response.status_code == 302
    assert Enterprise.objects.get(pk=firm.pk).name == "上海先来有限公司"


def test_a_web_address_without_its_scheme_is_of_https(client: Client) -> None:
    firm = cast.enterprise()
    client.post(change_url(firm), form_of(client, change_url(firm)) | {"website": "feike.example"})
    firm.refresh_from_db()
    assert firm.website == "https://feike.example"


def image(colour: str) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(content, "PNG")
    return SimpleUploadedFile("标志.png", content.getvalue(), "image/png")


def test_a_logo_is_set_replaced_and_cleared(client: Client) -> None:
    firm = cast.enterprise()

    def save(**typed: Any) -> str | None:
        assert client.post(change_url(firm), form_of(client, change_url(firm)) | typed).status_code == 302
        firm.refresh_from_db()
        return firm.logo and firm.logo.url

    first = save(picture=image("teal"))
    assert first and first in client.get(change_url(firm)).content.decode()
    assert save() == first, "it stays when nothing is chosen"
    second = save(picture=image("navy"))
    assert second not in (None, first)
    with Image.open(firm.logo.content) as kept:
        assert max(kept.size) <= 512
    auditor = cast.login(cast.staff("auditor"))
    assert second in auditor.get(change_url(firm)).content.decode(), "who only reads sees it too"
    assert save(**{"picture-clear": "on"}) is None


def test_a_logo_that_is_a_program_is_refused_by_its_field(client: Client) -> None:
    firm = cast.enterprise()
    program = SimpleUploadedFile("logo.png", b"MZ" + b"\0" * 99, "image/png")
    response = client.post(change_url(firm), form_of(client, change_url(firm)) | {"picture": program})
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == ["picture"]
    firm.refresh_from_db()
    assert firm.logo is None


# --- People ---------------------------------------------------------------------------------------


def test_no_telephone_or_address_of_a_contact_reaches_the_browser_whole(client: Client) -> None:
    firm = cast.enterprise()
    cast.contact(firm, phone="13912345678", email="wangxiaoming@example.com")
    page = client.get(change_url(firm)).content.decode()
    assert "13912345678" not in page and "wangxiaoming" not in page
    assert "139****5678" in page


def test_masked_data_is_kept_until_something_is_typed_over_it(client: Client) -> None:
    firm = cast.enterprise()
    kept = cast.contact(firm, phone="13912345678", email="old@example.com")
    data = form_of(client, change_url(firm))
    prefix = next(name for name, value in data.items() if value == kept.name).removesuffix("-name")
    client.post(change_url(firm), data | {f"{prefix}-position": "经理"})
    kept.refresh_from_db()
    assert (kept.position, kept.phone, kept.email) == ("经理", "13912345678", "old@example.com")
    client.post(change_url(firm), data | {f"{prefix}-phone": "021-67651234", f"{prefix}-email": "-"})
    kept.refresh_from_db()
    assert (kept.phone, kept.email) == ("021-67651234", "")


def test_a_wrong_address_is_refused(client: Client) -> None:
    firm = cast.enterprise()
    kept = cast.contact(firm, email="old@example.com")
    data = form_of(client, change_url(firm))
    prefix = next(name for name, value in data.items() if value == kept.name).removesuffix("-name")
    assert client.post(change_url(firm), data | {f"{prefix}-email": "kein"}).status_code == 200
    kept.refresh_from_db()
    assert kept.email == "old@example.com"


def test_an_office_is_ended_not_struck_out(client: Client) -> None:
    firm = cast.enterprise()
    cast.representative(firm)
    page = client.get(change_url(firm)).content.decode()
    assert not re.search(r'name="representatives-0-DELETE"', page)


# --- Choosing by typing ---------------------------------------------------------------------------


def choices(client: Client, field: str, term: str = "", model: str = "enterprise") -> list[str]:
    response = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "members", "model_name": model, "field_name": field, "term": term},
    )
    assert response.status_code == 200
    return [row["text"] for row in response.json()["results"]]


def test_a_parent_is_found_by_pinyin_and_never_one_merged_away(client: Client) -> None:
    parent = cast.enterprise("上海总部集团有限公司")
    cast.enterprise("上海总部旧档有限公司", merged_into=parent)
    assert choices(client, "parent", "zongbu") == ["上海总部集团有限公司"]


def test_an_industry_is_a_class_of_the_standard(client: Client) -> None:
    found = choices(client, "industry", "软件")
    assert found and all(re.match(r"\d{4} ", text) for text in found)


def test_who_may_not_see_the_register_chooses_nothing_from_it() -> None:
    client = cast.login(cast.staff(None))
    response = client.get(
        reverse("admin:autocomplete"), {"app_label": "members", "model_name": "enterprise", "field_name": "parent"}
    )
    assert response.status_code == 403


# --- The search box of every page -----------------------------------------------------------------


def test_quick_search_finds_records_and_lists(client: Client) -> None:
    cast.enterprise("上海飞科电器有限公司")
    page = client.get("/admin/search/", {"s": "feike"}).content.decode()
    assert "上海飞科电器有限公司" in page
    assert "/admin/members/enterprise/" in client.get("/admin/search/", {"s": "企业"}).content.decode()


def test_quick_search_shows_nobody_what_they_may_not_open() -> None:
    cast.enterprise("上海飞科电器有限公司")
    client = cast.login(cast.staff(None))
    assert "飞科" not in client.get("/admin/search/", {"s": "feike"}).content.decode()


def test_quick_search_costs_the_same_whatever_it_finds(client: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/search/", {"s": "飞科"})
        return len(queries)

    cast.enterprise("上海飞科电器有限公司")
    asked()
    one = asked()
    for _number in range(3):
        cast.enterprise("上海飞科电器有限公司")
    assert asked() == one
