"""The desks in a real browser: everyone can use them, by thumb, by keyboard and without a script."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from members.desk.actions import propose_change
from members.desk.models import Invitation, ProfileChange
from members.duplicates.finding import find_duplicates
from members.duplicates.models import DuplicatePair, Merge
from members.enterprises.models import Product, SizeSnapshot
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)

ME = ["desk", "profile", "facts", "about", "logo", "figures", "listing", "contact_add", "product_add", "colleagues"]
LOOKS = [(390, "zh-hans", False), (1440, "en", True)]


def serious_faults(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize(("width", "lang", "dark"), LOOKS)
def test_the_enterprises_desk_can_be_used_by_everyone(make_page, width, lang, dark):
    manager = cast.representative(cast.member("上海云帆测试科技有限公司"))
    firm = cast.enterprise_of(manager)
    cast.contact(firm)
    cast.colleague(firm)
    Product.objects.create(enterprise=firm, name="产品")
    SizeSnapshot.objects.create(enterprise=firm, year=2024, size_class="small")
    page = make_page(width=width, lang=lang, dark=dark, client=cast.login(manager))
    for name in [*ME, "invite", "export"]:
        page.goto(reverse(f"me:{name}"))
        assert serious_faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} is wider than the screen"
    bank = make_page(width=width, lang=lang, dark=dark, client=cast.login(cast.bank_officer()))
    bank.goto("/partners/")
    assert serious_faults(bank) == []


def test_a_change_goes_from_the_phone_to_the_clerk_and_back(make_page):
    manager = cast.representative(cast.enterprise("上海旧名测试有限公司"))
    phone = make_page(width=390, client=cast.login(manager))
    phone.goto(reverse("me:profile"))
    phone.get_by_role("link", name="申请变更").click()
    phone.get_by_label("名称").first.fill("上海新名测试有限公司")
    phone.get_by_role("button", name="提交工商联").click()
    expect(phone.get_by_text("有一项变更等待工商联确认")).to_be_visible()

    desk = make_page(width=1440, client=cast.login(cast.staff("registry_clerk")))
    desk.goto("/admin/")
    desk.get_by_role("link", name=re.compile("比对")).first.click()
    expect(desk.get_by_text("上海新名测试有限公司")).to_be_visible()
    desk.get_by_role("button", name="确认并写入登记信息").click()
    desk.wait_for_url("**/profilechange/?status__exact=waiting")
    assert ProfileChange.objects.get().status == "confirmed"

    phone.goto(reverse("me:desk"))
    expect(phone.get_by_text("您提交的变更已确认")).to_be_visible()
    expect(phone.locator("h1")).to_have_text("上海新名测试有限公司")


def test_an_invitation_is_accepted_without_a_script(make_page):
    manager = cast.representative()
    firm = cast.enterprise_of(manager)
    page = make_page(width=390, javascript=False, client=cast.login(manager))
    page.goto(reverse("me:colleagues"))
    page.get_by_role("link", name="邀请同事").click()
    page.get_by_label("姓名").fill("新同事")
    page.get_by_label("手机号或电子邮箱").fill("13900000001")
    page.get_by_role("button", name="发送邀请").click()
    expect(page.get_by_text("给新同事的邀请已发出。")).to_be_visible()

    invited = make_page(width=390, javascript=False, client=cast.login(cast.outsider("新同事")))
    invited.goto(reverse("me:invitation", args=[Invitation.objects.get().token]))
    expect(invited.get_by_text(manager.name)).to_be_visible()
    invited.get_by_role("button", name="接受邀请").click()
    expect(invited.locator("h1")).to_have_text(firm.name)


def test_a_pair_is_merged_and_undone_by_keyboard_without_a_script(make_page):
    left = cast.enterprise("上海云帆测试科技有限公司", website="https://left.example")
    right = cast.enterprise("云帆测试科技有限公司", website="https://right.example")
    find_duplicates()
    page = make_page(width=1440, javascript=False, client=cast.login(cast.staff("registry_clerk")))
    page.goto(reverse("admin:members_duplicatepair_compare", args=[DuplicatePair.objects.get().pk]))
    page.locator("input[name=field-website]:checked").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="并入上海云帆测试科技有限公司").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/duplicatepair/?status__exact=open")
    left.refresh_from_db()
    right.refresh_from_db()
    assert (left.website, right.merged_into) == ("https://right.example", left)
    page.goto(reverse("admin:members_merge_undo", args=[Merge.objects.get().pk]))
    page.get_by_role("button", name="撤销合并").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/change/")
    left.refresh_from_db()
    right.refresh_from_db()
    assert (left.website, right.merged_into) == ("https://left.example", None)


@pytest.mark.parametrize(("width", "lang", "dark"), LOOKS)
def test_the_staffs_pages_can_be_used_by_everyone(make_page, width, lang, dark):
    manager = cast.representative(cast.enterprise("上海云帆测试科技有限公司"))
    cast.contact(cast.enterprise("云帆测试科技有限公司"))
    change = propose_change(cast.enterprise_of(manager), {"address": "新址2号"}, by=manager)
    find_duplicates()
    page = make_page(width=width, lang=lang, dark=dark, client=cast.login(cast.staff("registry_clerk")))
    for url in (
        reverse("admin:members_duplicatepair_compare", args=[DuplicatePair.objects.get().pk]),
        reverse("admin:members_profilechange_change", args=[change.pk]),
        reverse("admin:members_duplicatepair_search"),
    ):
        page.goto(url)
        ours = Axe().run(page, context="#main, .portal-parts, form[method=post]").response["violations"]
        faults = [f"{one['id']}: {one['nodes'][0]['html']}" for one in ours if one["impact"] in {"serious", "critical"}]
        assert faults == [], url
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{url} is wider than the screen"
