"""The portal's main job from one end to the other, as the people do it, on a phone and at a desk, in both languages."""

import pytest
from playwright.sync_api import expect

from members.enterprises.models import Enterprise
from members.membership.models import Membership
from tests import cast
from tests.e2e.visits import (
    enter_password,
    fits,
    log_in_with_app,
    next_page,
    send,
    sign_up_by_phone,
    with_authenticator,
    words_in,
)

NAME = "上海泖港飞禾机电有限公司"
CODE = cast.uscc(4_200_001)
WRONG_CODE = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")
PHONE = "13912340001"


@pytest.fixture
def chamber(db):
    return cast.chamber("泖港镇商会", town=cast.town("泖港镇", code="maogang"), slug="maogang")


@pytest.fixture
def register(register_file):
    place = ("上海市", "松江区", "泖港镇新宾路8号")
    return register_file(
        (NAME, CODE, "２０１２－０５－０１", "有限责任公司", "顾明远", "500(万元人民币)", "机电设备", *place),
        ("上海错码贸易有限公司", WRONG_CODE, "2012-05-01", "有限责任公司", "陆知白", "50(万元人民币)", "贸易", *place),
    )


class Journey:
    """The people of one membership, each at a device of their own, in one width and one language."""

    def __init__(self, make_page, width, lang, texts, picture):
        self.make_page, self.width, self.lang = make_page, width, lang
        self.texts, self.picture = texts, picture
        self.say = words_in(lang)

    def device(self):
        return self.make_page(width=self.width, lang=self.lang)

    def follow(self, page, words):
        """Follow the first link in sight with these words."""
        with next_page(page):
            page.get_by_role("link", name=self.say(words)).locator("visible=true").first.click()
        fits(page)

    def press(self, page, words):
        with next_page(page):
            page.get_by_role("button", name=self.say(words), exact=True).locator("visible=true").first.click()
        fits(page)

    def first_message(self, page):
        """The newest message in the inbox, opened."""
        page.goto("/inbox/")
        title = page.locator(".inbox .is-unread .waiting-title").first
        text = title.inner_text()
        with next_page(page):
            title.click()
        return text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("lang", ["zh-hans", "en"])
@pytest.mark.parametrize("width", [390, 1440])
def test_from_the_register_to_the_directory(make_page, chamber, register, texts, licence, width, lang):
    journey = Journey(make_page, width, lang, texts, licence)
    clerk = cast.staff("registry_clerk", "陆知微")
    staff = journey.device()
    import_the_register(journey, staff, clerk, register)
    status_page = apply(journey, chamber)
    recommend(journey, cast.secretary(chamber, "方清远"))
    approve(journey, staff)
    enterprise_keeps_its_profile(journey, status_page)
    the_public_finds_it(journey)


def import_the_register(journey, staff, clerk, register):
    secret = with_authenticator(clerk)
    staff.goto("/admin/")
    log_in_with_app(staff, clerk, secret)
    expect(staff).to_have_url(journey.make_page.base_url + "/admin/")
    staff.goto("/admin/members/importbatch/add/")
    staff.set_input_files("[name=upload]", register)
    with next_page(staff):
        staff.locator("[name=_save]").click()
    expect(staff.get_by_text(NAME).first).to_be_visible()
    expect(staff.get_by_text(WRONG_CODE).first).to_be_visible()
    fits(staff)
    assert not Enterprise.objects.exists(), "a preview writes nothing"
    journey.press(staff, "Confirm and write")
    expect(staff.get_by_text(journey.say("The register is written."))).to_be_visible()
    assert [firm.name for firm in Enterprise.objects.all()] == [NAME]


def apply(journey, chamber):
    """Signs up, begins on one device, goes on where it was on another; returns the page that says where it stands."""
    say, page = journey.say, journey.device()
    page.goto("/")
    journey.follow(page, "Apply for membership")
    journey.follow(page, "Sign up and apply")
    sign_up_by_phone(page, "何晓晨", PHONE, journey.texts)
    page.fill("[name=uscc]", WRONG_CODE)
    send(page)
    expect(page.locator(".field.has-error")).to_have_count(1)
    expect(page.locator("[name=uscc]")).to_have_value(WRONG_CODE)
    page.fill("[name=uscc]", CODE.lower())
    send(page)
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    fits(page)
    page.select_option("[name=town]", label="泖港镇")
    send(page)
    page.fill("[name=staff_count]", "46")
    page.fill("[name=revenue]", "2350")
    send(page)
    page.context.close()

    page = journey.device()
    page.goto("/apply/")
    journey.follow(page, "I have an account")
    enter_password(page, PHONE)
    journey.follow(page, "Go on")
    expect(page.get_by_role("heading", name=say("Whom may we call?"))).to_be_visible()
    expect(page.locator("[name=name]")).to_have_value("何晓晨")
    send(page)
    expect(page.locator("[name=chamber]")).to_have_value(str(chamber.pk))
    send(page)
    page.set_input_files("[name=licence]", {**journey.picture, "buffer": b"#!/bin/sh\necho not a licence\n"})
    send(page)
    expect(page.locator(".field.has-error")).to_have_count(1)
    page.set_input_files("[name=licence]", journey.picture)
    send(page)
    fits(page)
    for shown in (NAME, "46", chamber.name, journey.picture["name"]):
        expect(page.get_by_text(shown).first).to_be_visible()
    page.check("[name=truth]")
    page.check("[name=privacy]")
    journey.press(page, "Send the application")
    expect(page.get_by_text(say("Sent. You will be told of every step."))).to_be_visible()
    expect(page.locator("main .clock").first).to_be_visible()
    assert NAME in journey.first_message(page)
    return page


def recommend(journey, secretary):
    page = journey.device()
    page.goto("/chamber/")
    enter_password(page, secretary.username)
    fits(page)
    with next_page(page):
        page.locator(".waiting").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    fits(page)
    journey.press(page, "Recommend to the federation")
    expect(page.locator(".alert-success")).to_be_visible()


def approve(journey, staff):
    staff.goto("/admin/")
    with next_page(staff):
        staff.locator(".waiting").get_by_role("link", name=NAME).first.click()
    fits(staff)
    journey.follow(staff, "Approve")
    journey.press(staff, "Approve")
    expect(staff.get_by_text(journey.say("Approved."))).to_be_visible()


def enterprise_keeps_its_profile(journey, page):
    say = journey.say
    assert NAME in journey.first_message(page)
    with next_page(page):
        page.get_by_role("link", name=say("Go there")).click()
    journey.follow(page, "To your desk")
    number = Membership.objects.get(enterprise__uscc=CODE).number
    expect(page.get_by_text(number).first).to_be_visible()
    assert page.goto(f"/directory/{CODE}/").status == 200, "its own people may look before anybody else can"
    expect(page.get_by_text(say("Only you and the federation's staff see this page."))).to_be_visible()
    page.goto("/me/profile/about/")
    page.fill("[name=short_name]", "飞禾机电")
    page.fill("[name=introduction]", "在泖港做水泵和电机，二十年。")
    send(page)
    page.goto("/me/profile/logo/")
    page.set_input_files("[name=picture]", journey.picture)
    journey.press(page, "Upload")
    page.goto("/me/products/add/")
    page.fill("[name=name]", "潜水泵")
    page.set_input_files("[name=upload]", journey.picture)
    journey.press(page, "Save")
    page.goto("/me/profile/listing/")
    page.check("[name=listed]")
    send(page)
    expect(page.get_by_text("飞禾机电").first).to_be_visible()
    fits(page)


def the_public_finds_it(journey):
    page = journey.device()
    for typed in ("飞禾", "feihe", "fhjd", "FEIHE", CODE[:12]):
        page.goto("/directory/")
        page.locator("main [name=q]").fill(typed)
        page.locator("main [name=q]").press("Enter")
        page.wait_for_url("**q=*")
        expect(page.locator(".entries").get_by_role("link", name=NAME)).to_be_visible()
    fits(page)
    with next_page(page):
        page.locator(".entries").get_by_role("link", name=NAME).click()
    expect(page.get_by_role("heading", name=NAME, level=1)).to_be_visible()
    expect(page.get_by_text("在泖港做水泵和电机，二十年。")).to_be_visible()
    expect(page.get_by_role("link", name="泖港镇商会")).to_be_visible()
    expect(page.get_by_role("heading", name="潜水泵")).to_be_visible()
    drawn = page.locator("main img")
    expect(drawn).to_have_count(2)
    for picture in drawn.all():
        picture.scroll_into_view_if_needed()
        # Not wait_for_function: it evaluates again inside the page, which the page's policy forbids.
        picture.evaluate("(one) => one.decode()")
        assert picture.evaluate("(one) => one.naturalWidth") > 0
    expect(page.get_by_text("何晓晨")).to_have_count(0)
    fits(page)
