"""An event from the plan to the attendance sheet, as its people go through it, on a phone and at a desk."""

import io
import zipfile

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from events.events.models import Event
from events.events.statuses import Status
from events.signups import door
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import How
from events.signups.statuses import Status as SignUpStatus
from tests import cast
from tests.e2e.visits import fits, next_page, words_in
from tests.events.gatherings import DAY, HOUR

TITLE = "月聊：出海的第一步"


class People:
    """Everybody at a device of their own, in one width and one language."""

    def __init__(self, make_page, width, lang):
        self.make_page, self.width, self.lang = make_page, width, lang
        self.say = words_in(lang)

    def device(self, user=None):
        return self.make_page(width=self.width, lang=self.lang, client=cast.login(user) if user else None)

    def go(self, page, address):
        page.goto(address)
        fits(page)

    def follow(self, page, words):
        with next_page(page):
            page.get_by_role("link", name=self.say(words)).locator("visible=true").first.click()
        fits(page)

    def press(self, page, words):
        with next_page(page):
            page.get_by_role("button", name=self.say(words)).locator("visible=true").first.click()
        fits(page)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "lang"), [(390, "zh-hans"), (1440, "en")])
def test_from_the_plan_to_the_attendance_sheet(make_page, width, lang):
    people = People(make_page, width, lang)
    planner, approver = cast.staff("services_clerk", "顾清禾"), cast.staff("registry_clerk", "陆知微")
    event = plan(people, planner)
    approve(people, approver, event)
    the_public_sees_it(people)
    first = cast.representative(cast.enterprise("上海云间测试有限公司"), "林嘉禾")
    second = cast.representative(cast.enterprise("上海泖港测试有限公司"), "周远航")
    sign_up_with_a_colleague(people, first, event)
    join_the_waiting_list(people, second, event)
    cancel_and_promote(people, first, second)
    begin_checking_in(people, planner, event)
    scan_the_code(people, second, event)
    tick_and_write_down(people, planner, event)
    take_the_sheet(people, planner, event)


def plan(people, planner):
    page = people.device(planner)
    page.goto("/admin/events/event/add/")
    start = timezone.localtime() + 7 * DAY
    page.fill("[name=title]", TITLE)
    page.select_option("[name=kind]", "salon")
    page.fill("[name=starts_at]", f"{start:%Y-%m-%dT%H:%M}")
    page.fill("[name=ends_at]", f"{start - HOUR:%Y-%m-%dT%H:%M}")
    page.fill("[name=place]", "联合会会议中心")
    page.fill("[name=quota]", "2")
    with next_page(page):
        page.locator("[name=_save]").click()
    assert not Event.objects.exists(), "an event that ends before it begins is refused"
    page.fill("[name=ends_at]", f"{start + 2 * HOUR:%Y-%m-%dT%H:%M}")
    with next_page(page):
        page.locator("[name=_save]").click()
    event = Event.objects.get()
    page.goto(reverse("admin:events_event_submit", args=[event.pk]))
    people.press(page, "Send for approval")
    event.refresh_from_db()
    assert event.status == Status.SUBMITTED
    return event


def approve(people, approver, event):
    page = people.device(approver)
    page.goto("/admin/")
    expect(page.get_by_text(TITLE).first).to_be_visible()
    page.goto(reverse("admin:events_event_approve", args=[event.pk]))
    people.press(page, "Approve and announce")
    event.refresh_from_db()
    assert event.status == Status.OPEN


def the_public_sees_it(people):
    page = people.device()
    people.go(page, "/events/calendar/?month=" + f"{timezone.localtime() + 7 * DAY:%Y-%m}")
    expect(page.get_by_role("link", name=TITLE).locator("visible=true").first).to_be_visible()
    people.go(page, "/events/")
    people.follow(page, TITLE)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    people.follow(page, "Sign up for it")
    assert "/accounts/login/" in page.url


def sign_up_with_a_colleague(people, user, event):
    page = people.device(user)
    people.go(page, event.get_absolute_url())
    people.follow(page, "Sign up for it")
    page.fill("[name=line-0-name]", "陆远帆")
    page.fill("[name=line-0-phone]", "123")
    people.press(page, "Sign up for it")
    expect(page.locator(".field.has-error")).to_have_count(1)
    expect(page.locator("[name=line-0-name]")).to_have_value("陆远帆")
    page.fill("[name=line-0-phone]", "13912340002")
    people.press(page, "Sign up for it")
    expect(page.get_by_text("陆远帆").first).to_be_visible()
    assert SignUp.objects.going().count() == 2


def join_the_waiting_list(people, user, event):
    page = people.device(user)
    people.go(page, event.get_absolute_url())
    people.follow(page, "Join the waiting list")
    people.press(page, "Join the waiting list")
    assert SignUp.objects.get(participant__user=user).status == SignUpStatus.WAITING


def cancel_and_promote(people, first, second):
    page = people.device(first)
    people.go(page, "/events/mine/")
    people.follow(page, TITLE)
    row = page.locator("li", has_text="陆远帆").first
    row.locator("summary").click()
    with next_page(page):
        row.get_by_role("button", name=people.say("Yes, cancel")).click()
    assert SignUp.objects.get(participant__user=second).status == SignUpStatus.GOING
    page = people.device(second)
    people.go(page, "/inbox/")
    expect(page.get_by_text(TITLE).first).to_be_visible()


def begin_checking_in(people, planner, event):
    """A week later."""
    now = timezone.now()
    Event.objects.filter(pk=event.pk).update(starts_at=now - HOUR, ends_at=now + HOUR)
    page = people.device(planner)
    page.goto(reverse("admin:events_event_open_door", args=[event.pk]))
    people.press(page, "Begin checking in")
    people.go(page, reverse("events:code", args=[event.pk]))
    expect(page.locator(".door-code img")).to_be_visible()
    assert page.evaluate("document.querySelector('.door-code img').naturalWidth") > 0


def scan_the_code(people, user, event):
    page = people.device(user)
    people.go(page, reverse("events:check_in", args=[door.door_code(event)]))
    assert not EventAttendance.objects.exists(), "opening the address checks nobody in"
    people.press(page, "Check in")
    expect(page.get_by_text(people.say("You are checked in. Welcome!"))).to_be_visible()
    assert EventAttendance.objects.get().how == How.CODE


def tick_and_write_down(people, planner, event):
    page = people.device(planner)
    people.go(page, reverse("events:door", args=[event.pk]))
    row = page.locator(".tick-list li", has_text="林嘉禾")
    with next_page(page):
        row.get_by_role("button", name=people.say("Here")).click()
    expect(page.locator(".tick-list li.is-done", has_text="林嘉禾")).to_be_visible()
    people.follow(page, "Came without signing up")
    page.fill("[name=name]", "顾明远")
    page.fill("[name=enterprise]", "上海云间测试有限公司")
    people.press(page, "Put on the list")
    assert sorted(EventAttendance.objects.values_list("how", flat=True)) == [How.CODE, How.LIST, How.WALK_IN]


def take_the_sheet(people, planner, event):
    page = people.device(planner)
    people.go(page, reverse("events:door", args=[event.pk]))
    with page.expect_download() as download:
        page.get_by_role("link", name=people.say("Attendance sheet")).first.click()
    archive = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))
    text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert all(name in text for name in ("林嘉禾", "周远航", "顾明远", "陆远帆"))
