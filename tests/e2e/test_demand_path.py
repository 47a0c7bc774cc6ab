"""A demand from one end to the other, as the people do it: raised on a phone, assigned, called, planned, answered,
called back in vain, taken up again, and closed."""

import pytest
from playwright.sync_api import expect

from services.demands.models import Demand
from services.demands.statuses import Status
from tests.e2e.visits import enter_password, fits, log_in_with_app, next_page, send, with_authenticator, words_in
from tests.services.demands_cast import DemandCast

TITLE = "厂门口道路一下雨就积水"


class Journey:
    """Everyone at a device of their own, in one width and one language."""

    def __init__(self, make_page, width, lang):
        self.make_page, self.width, self.lang = make_page, width, lang
        self.say = words_in(lang)
        self.demands = DemandCast()

    def at(self, user, url):
        page = self.make_page(width=self.width, lang=self.lang)
        page.goto(url)
        enter_password(page, user.username)
        fits(page)
        return page

    def staff_at(self, user, url):
        page = self.make_page(width=self.width, lang=self.lang)
        secret = with_authenticator(user)
        page.goto(url)
        log_in_with_app(page, user, secret)
        return page

    def press(self, page, words):
        with next_page(page):
            page.get_by_role("button", name=self.say(words), exact=True).locator("visible=true").first.click()
        fits(page)

    def open_waiting(self, page, url):
        """The first thing that waits on a desk."""
        page.goto(url)
        fits(page)
        with next_page(page):
            page.locator(".waiting").get_by_role("link", name=TITLE).first.click()
        fits(page)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("lang", ["zh-hans", "en"])
@pytest.mark.parametrize("width", [390, 1440])
def test_from_the_first_word_to_the_call_that_closes_it(make_page, licence, width, lang):
    journey = Journey(make_page, width, lang)
    demands = journey.demands
    manager = raise_it(journey, licence)
    clerk = journey.staff_at(demands.clerk, "/admin/")
    assign(journey, clerk)
    officer = journey.at(demands.officer, "/partners/")
    deal_with_it(journey, officer)
    demand = Demand.objects.get()
    manager.goto(demand.get_absolute_url())
    expect(manager.get_by_text("管道已疏通").first).to_be_visible()
    expect(manager.get_by_text("内部备注一条")).to_have_count(0)
    fits(manager)
    caller = journey.staff_at(demands.caller, "/admin/")
    call_back(journey, caller, "dissatisfied", "仍有积水")
    demand.refresh_from_db()
    assert (demand.status, demand.round) == (Status.REOPENED, 2)
    deal_with_it(journey, officer, again=True)
    call_back(journey, caller, "satisfied", "")
    demand.refresh_from_db()
    assert (demand.status, demand.satisfaction) == (Status.CLOSED, "satisfied")
    manager.goto(demand.get_absolute_url())
    expect(manager.locator(".badge").filter(has_text=journey.say("closed")).first).to_be_visible()
    fits(manager)
    everybody = make_page(width=width, lang=lang)
    everybody.goto("/services/demands/")
    # One of two call backs found it content.
    expect(everybody.get_by_text("50%").first).to_be_visible()
    expect(everybody.get_by_text(TITLE)).to_have_count(0)
    fits(everybody)


def raise_it(journey, licence):
    page = journey.at(journey.demands.manager, "/services/demands/raise/")
    page.get_by_label(journey.demands.category.name).check()
    send(page)
    fits(page)
    page.fill("[name=title]", TITLE)
    send(page)
    expect(page.locator(".field.has-error")).to_have_count(1)
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    page.fill("[name=text]", "每逢大雨车辆无法进出，已持续两个月。")
    send(page)
    fits(page)
    page.fill("[name=contact_name]", "顾联系")
    page.fill("[name=contact_phone]", "139 1234 5678")
    send(page)
    fits(page)
    page.set_input_files("[name=papers]", [licence])
    send(page)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_text(licence["name"]).first).to_be_visible()
    fits(page)
    return page


def assign(journey, page):
    journey.open_waiting(page, "/admin/")
    page.select_option("#assign [name=department]", label=journey.demands.department.name)
    journey.press(page, "Assign")
    assert Demand.objects.get().department == journey.demands.department
    expect(page.get_by_text("139****5678").first).to_be_visible()


def deal_with_it(journey, page, again=False):
    journey.open_waiting(page, "/partners/")
    page.fill("#contact [name=note]", "已与顾联系通话")
    journey.press(page, "We have called")
    page.locator("summary", has_text=journey.say("Write an internal note")).click()
    page.locator("#note_text").fill("内部备注一条")
    journey.press(page, "Keep the note")
    if not again:
        page.fill("#plan [name=plan]", "一周内疏通管道")
        journey.press(page, "Send the plan")
    page.fill("#answer [name=answer]", "管道已疏通")
    journey.press(page, "Send the answer")
    expect(page.locator(".alert-success")).to_be_visible()


def call_back(journey, page, satisfaction, note):
    journey.open_waiting(page, "/admin/")
    page.check(f"#call-back [name=satisfaction][value={satisfaction}]")
    page.fill("#call-back [name=note]", note)
    journey.press(page, "Keep what it said")
