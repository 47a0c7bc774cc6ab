"""A Thursday's visit from the proposal to the closed demand, as its people do it, on a phone and at a desk."""

import datetime
import io

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from events.visits.models import Leader, Visit, VisitDay
from events.visits.statuses import DayStatus, VisitStatus
from services.demands import actions as demand_actions
from services.demands.models import Demand, DemandCategory
from services.demands.statuses import Status as DemandStatus
from tests import cast
from tests.e2e.visits import enter_password, fits, log_in_with_app, next_page, send, with_authenticator, words_in

NAME = "上海泖港飞禾机电有限公司"
DAY = datetime.timedelta(days=1)
NOTE = "订单稳中有升，缺数控技工。"


@pytest.fixture
def firm(db):
    return cast.member(
        NAME, of=cast.chamber("泖港镇商会"), town=cast.town("泖港镇", code="maogang"), address="新宾路8号"
    )


@pytest.fixture
def photograph():
    content = io.BytesIO()
    Image.new("RGB", (1600, 1200), "#6f7d70").save(content, "JPEG")
    return {"name": "车间.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


class Journey:
    """The people of one visit, each at a device of their own, in one width and one language."""

    def __init__(self, make_page, width, lang):
        self.make_page, self.width, self.lang = make_page, width, lang
        self.say = words_in(lang)

    def device(self, user=None):
        return self.make_page(width=self.width, lang=self.lang, client=cast.login(user) if user else None)

    def follow(self, page, words):
        with next_page(page):
            page.locator("main").get_by_role("link", name=self.say(words)).locator("visible=true").first.click()
        fits(page)

    def press(self, page, words):
        with next_page(page):
            button = page.locator("main").get_by_role("button", name=self.say(words), exact=True)
            button.locator("visible=true").first.click()
        fits(page)

    def unfold(self, page, words):
        page.locator("summary").filter(has_text=self.say(words)).first.click()

    def told(self, page, words):
        expect(page.get_by_text(self.say(words)).first).to_be_visible()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("lang", ["zh-hans", "en"])
@pytest.mark.parametrize("width", [390, 1440])
def test_from_the_proposal_to_the_closed_demand(make_page, firm, photograph, width, lang):
    journey = Journey(make_page, width, lang)
    clerk, manager = cast.staff("services_clerk", "陆知微"), cast.representative(firm, "何晓晨")
    leader = Leader.objects.create(
        name="苏景行", office="副主席", user=cast.staff(None, "苏景行"), since=timezone.localdate() - DAY
    )
    staff = plan_from_proposals(journey, clerk, leader)
    the_enterprise_asks_and_confirms(journey, manager, staff)
    # A week goes by: it is the day of the visit.
    VisitDay.objects.update(on=timezone.localdate())
    on_the_phone_at_the_firm(journey, leader.user, photograph)
    the_desk_closes_the_demand(clerk, manager)
    closed_as_all_can_see(journey, staff, manager)


def plan_from_proposals(journey, clerk, leader):
    page = journey.device()
    page.goto("/events/visits/")
    log_in_with_app(page, clerk, with_authenticator(clerk))
    journey.told(page, "No day is planned")
    journey.follow(page, "Plan a day")
    suggested = datetime.date.fromisoformat(page.locator("[name=on]").input_value())
    assert suggested.weekday() == 3 and suggested > timezone.localdate()
    page.check(f"[name=leaders][value='{leader.pk}']")
    send(page)
    row = page.locator(".proposals li").filter(has_text=NAME)
    expect(row).to_contain_text(journey.say("never visited"))
    fits(page)
    row.get_by_role("checkbox").check()
    journey.press(page, "Put on the list")
    expect(page.locator(".visit-list")).to_contain_text(leader.name)
    journey.press(page, "Announce the day")
    assert VisitDay.objects.get().status == DayStatus.CONFIRMED
    journey.follow(page, "Brief")
    for shown in (NAME, "泖港镇商会", journey.say("Never visited before.")):
        expect(page.locator(".brief")).to_contain_text(shown)
    return page


def the_enterprise_asks_and_confirms(journey, manager, staff):
    page = journey.device()
    page.goto("/me/")
    enter_password(page, manager.username)
    fits(page)
    with next_page(page):
        page.locator(".waiting").get_by_role("link", name=NAME).first.click()
    fits(page)
    journey.unfold(page, "Ask for another time")
    page.fill("[name=wish]", "下午三点以后")
    journey.press(page, "Ask for another time")
    journey.told(page, "Thank you. You will hear from us.")
    staff.goto(f"/events/visits/{VisitDay.objects.get().pk}/")
    expect(staff.locator(".visit-wish")).to_contain_text("下午三点以后")
    journey.follow(staff, "Hour and leader")
    staff.fill("[name=time]", "15:30")
    send(staff)
    page.reload()
    expect(page.get_by_text("15:30").first).to_be_visible()
    page.fill("[name=remark]", "从东门进")
    journey.press(page, "Yes, it suits us")
    journey.told(page, "Thank you. We look forward to it.")
    assert Visit.objects.get().status == VisitStatus.CONFIRMED
    page.context.close()


def on_the_phone_at_the_firm(journey, leader, photograph):
    page = journey.device()
    page.goto("/events/visits/")
    log_in_with_app(page, leader, with_authenticator(leader))
    journey.follow(page, NAME)
    page.fill("[name=note]", NOTE)
    # The line breaks and the page is gone: what was typed is there again.
    page.reload()
    expect(page.locator("[name=note]")).to_have_value(NOTE)
    journey.told(page, "Put it away")
    journey.press(page, "Save the note")
    assert Visit.objects.get().note == NOTE
    page.reload()
    expect(page.locator(".kept-notice")).to_have_count(0)
    journey.unfold(page, "Raise a demand")
    page.fill("#demand [name=title]", "缺数控技工")
    page.fill("#demand [name=text]", "招不到，希望对接院校。")
    journey.press(page, "Raise the demand")
    expect(page.locator("#demand .lines")).to_contain_text("缺数控技工")
    assert Demand.objects.get().status == DemandStatus.RAISED
    page.fill("#person [name=name]", "顾明远")
    page.fill("#person [name=position]", "总经理")
    journey.press(page, "Add the person")
    expect(page.locator("#person .lines")).to_contain_text("顾明远")
    page.set_input_files("[name=photos]", {**photograph, "buffer": b"MZ\x90\x00not a photograph"})
    journey.press(page, "Keep the photos")
    expect(page.locator("#photos .field.has-error")).to_have_count(1)
    page.set_input_files("[name=photos]", photograph)
    journey.press(page, "Keep the photos")
    drawn = page.locator(".photos img")
    drawn.scroll_into_view_if_needed()
    # Not wait_for_function: it evaluates again inside the page, which the page's policy forbids.
    drawn.evaluate("(one) => one.decode()")
    assert drawn.evaluate("(one) => one.naturalWidth") > 0
    journey.press(page, "Write up and close the visit")
    journey.told(page, "The visit is written up.")
    expect(page.locator("main .badge-done").first).to_be_visible()
    page.context.close()


def the_desk_closes_the_demand(clerk, manager):
    """Its own path is another test's."""
    demand, office = Demand.objects.get(), cast.department()
    officer, caller = cast.department_officer(office), cast.staff("services_clerk", "回访干部")
    category = DemandCategory.objects.get_or_create(code="staff", defaults={"name": "用工"})[0]
    demand_actions.assign_demand(demand, by=clerk, department=office, category=category)
    demand_actions.contact_demand(demand, by=officer, note="已联系")
    demand_actions.answer_demand(demand, by=officer, answer="已对接职业学院")
    demand_actions.call_back_demand(demand, by=caller, satisfaction="satisfied", note="满意")


def closed_as_all_can_see(journey, staff, manager):
    visit = Visit.objects.get()
    staff.goto(f"/events/visits/visit/{visit.pk}/")
    expect(staff.locator("#demand .lines .badge-done")).to_have_count(1)
    journey.follow(staff, "缺数控技工")
    staff.goto(f"/events/visits/{visit.day_id}/")
    journey.press(staff, "Close the day")
    journey.told(staff, "The day is closed.")
    page = journey.device()
    page.goto(f"/events/visits/ours/{visit.pk}/")
    enter_password(page, manager.username)
    expect(page.get_by_text("缺数控技工").first).to_be_visible()
    expect(page.get_by_text(NOTE)).to_have_count(0)
    fits(page)
