"""A camp from its announcement to a certificate that anybody can check, as its people do it, each at their device."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from events.camps.models import Certificate, Cohort
from events.camps.statuses import CohortStatus, Status
from tests import cast
from tests.e2e.visits import enter_password, fits, log_in_with_app, next_page, send, with_authenticator, words_in
from tests.events import camp_cast

NAME = "陈𬭎"
FIRM = "上海车墩听松测试有限公司"


class Path:
    """One camp and its people, in one width and one language."""

    def __init__(self, make_page, width, lang):
        self.make_page, self.width, self.lang = make_page, width, lang
        self.say = words_in(lang)
        self.chamber = cast.chamber("车墩镇测试商会")
        self.manager = cast.representative(cast.member(FIRM, of=self.chamber), "林嘉禾")
        self.secretary = cast.secretary(self.chamber, "朱雅琴")
        self.clerk = cast.staff("services_clerk", "顾清禾")
        self.cohort = camp_cast.cohort(
            CohortStatus.PLANNED,
            of=camp_cast.camp(name="井冈山红色教育培训", english_name="Jinggangshan study camp", code="JGS"),
            number=5,
            sessions=2,
            applications_until=timezone.now() + datetime.timedelta(days=3),
        )
        camp_cast.keep_seats(self.cohort, self.chamber, 2)

    def device(self, user=None):
        page = self.make_page(width=self.width, lang=self.lang)
        if user is not None:
            page.goto("/accounts/login/")
            enter_password(page, user.username)
        return page

    def staff_device(self):
        page, secret = self.device(), with_authenticator(self.clerk)
        page.goto("/admin/")
        log_in_with_app(page, self.clerk, secret)
        return page

    def follow(self, page, words):
        with next_page(page):
            page.get_by_role("link", name=self.say(words)).locator("visible=true").first.click()
        fits(page)

    def press(self, page, words, exact=True):
        with next_page(page):
            page.get_by_role("button", name=self.say(words), exact=exact).locator("visible=true").first.click()
        fits(page)

    def decide(self, staff, words):
        """A button of the cohort, and the same word once more on the page that asks."""
        staff.goto(reverse("admin:events_cohort_change", args=[self.cohort.pk]))
        self.follow(staff, words)
        self.press(staff, words)

    def let_the_days_go_by(self):
        """Its first day comes, and with it its sessions."""
        today = timezone.localdate()
        Cohort.objects.filter(pk=self.cohort.pk).update(starts_on=today, ends_on=today)
        self.cohort.sessions.update(day=today - datetime.timedelta(days=1))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("lang", ["zh-hans", "en"])
@pytest.mark.parametrize("width", [390, 1440])
def test_from_the_announcement_to_a_certificate_that_is_checked(make_page, width, lang):
    path = Path(make_page, width, lang)
    staff = path.staff_device()
    path.decide(staff, "Announce")
    enterprise = the_enterprise_puts_somebody_forward(path)
    the_chamber_recommends(path)
    the_staff_give_the_place(path, staff)
    enterprise.reload()
    path.press(enterprise, "Confirm the place")
    path.decide(staff, "Settle the roster")
    path.let_the_days_go_by()
    path.decide(staff, "Begin")
    the_roll_is_called(path, staff)
    path.decide(staff, "Finish")
    the_certificate_is_issued(path, staff)
    the_certificate_is_taken_home(path, enterprise)
    anybody_checks_it(path)


def the_enterprise_puts_somebody_forward(path):
    page = path.device(path.manager)
    page.goto("/events/camps/")
    fits(page)
    with next_page(page):
        page.locator(".card-title a").first.click()
    path.follow(page, "Put somebody forward")
    page.locator("[name=person][value=other]").check()
    send(page)
    # Asked back beside the fields, and nothing typed is lost.
    assert page.locator("[name=person][value=other]").is_checked()
    page.fill("[name=name]", NAME)
    page.fill("[name=phone]", "13912340001")
    page.fill("[name=wishes]", "不吃辣")
    page.locator("[name=consent]").check()
    send(page)
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    fits(page)
    return page


def the_chamber_recommends(path):
    page = path.device(path.secretary)
    page.goto("/chamber/")
    with next_page(page):
        page.locator(".waiting").get_by_role("link", name=NAME).first.click()
    path.press(page, "Recommend", exact=False)
    expect(page.get_by_text(path.say("Recommended."))).to_be_visible()
    page.context.close()


def the_staff_give_the_place(path, staff):
    path.decide(staff, "Close applications")
    staff.goto(reverse("admin:events_cohort_places", args=[path.cohort.pk]))
    fits(staff)
    staff.get_by_role("checkbox", name=NAME).check()
    path.press(staff, "Give a place")
    assert path.cohort.applications.get().status == Status.SELECTED


def the_roll_is_called(path, staff):
    staff.goto(reverse("camps:sessions", args=[path.cohort.pk]))
    fits(staff)
    for number in range(2):
        staff.goto(reverse("camps:roll", args=[path.cohort.sessions.all()[number].pk]))
        staff.get_by_role("checkbox", name=NAME).check()
        path.press(staff, "They are here")
        expect(staff.locator(".roll-count")).to_have_text("1 / 1")


def the_certificate_is_issued(path, staff):
    staff.goto(reverse("admin:events_cohort_certificates", args=[path.cohort.pk]))
    fits(staff)
    with next_page(staff):
        staff.locator(".portal-parts form .btn-primary").click()
    assert Certificate.objects.get().name == NAME
    expect(staff.get_by_text("JGS05-001")).to_be_visible()


def the_certificate_is_taken_home(path, page):
    page.goto("/events/camps/mine/")
    fits(page)
    with page.expect_download() as download:
        page.get_by_role("link", name=path.say("Certificate")).locator("visible=true").first.click()
    assert download.value.suggested_filename == f"JGS05-001-{NAME}.pdf"


def anybody_checks_it(path):
    page, code = path.device(), Certificate.objects.get().code
    page.goto("/verify/")
    page.fill("[name=code]", f"{code[:4].lower()}-{code[4:]}")
    send(page)
    expect(page.get_by_text(path.say("This certificate is valid."))).to_be_visible()
    expect(page.get_by_text("陈*")).to_be_visible()
    assert NAME not in page.content()
    fits(page)
