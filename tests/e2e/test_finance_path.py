"""A loan through its hands: enterprise, chamber, government desk, federation and bank, until the figure can be read."""

from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from services.finance.models import FinanceApplication
from services.finance.statuses import Kind, LoanStatus, Status
from services.products.models import LoanProduct
from tests import cast
from tests.e2e.visits import enter_password, fits, log_in_with_app, next_page, send, with_authenticator, words_in
from tests.services.finance_cast import FinanceCast

NAME = "上海泖港飞禾机电有限公司"


@pytest.fixture
def hands(db):
    """Everybody by name, one product that fits and one that is too small."""
    chamber = cast.chamber("泖港镇商会", town=cast.town("泖港镇", code="maogang"), slug="maogang")
    enterprise = cast.member(
        NAME, of=chamber, town=chamber.town, revenue=Decimal(30_000_000), staff_count=46, industry=cast.industry()
    )
    bank = cast.bank("茸城测试银行")
    common = {
        "bank": bank,
        "term_min": 1,
        "term_max": 36,
        "rate_from": Decimal("3.45"),
        "kinds": [Kind.NEW],
        "guarantees": ["credit", "mortgage"],
        "opens_on": cast.LONG_AGO,
    }
    LoanProduct.objects.create(name="云间信用贷", summary="纯信用", amount_max=Decimal(10_000_000), **common)
    LoanProduct.objects.create(name="云间小微贷", summary="小额", amount_max=Decimal(1_000_000), **common)
    return FinanceCast(
        chamber=chamber, enterprise=enterprise, bank=bank, manager=cast.representative(enterprise, "何晓晨")
    )


class Journey:
    """Every hand at a device of its own, in one width and one language."""

    def __init__(self, make_page, width, lang):
        self.make_page, self.width, self.lang = make_page, width, lang
        self.say = words_in(lang)

    def device(self, address, user):
        page = self.make_page(width=self.width, lang=self.lang)
        page.goto(address)
        enter_password(page, user.username)
        fits(page)
        return page

    def press(self, page, words):
        with next_page(page):
            page.get_by_role("button", name=self.say(words), exact=True).locator("visible=true").first.click()
        fits(page)

    def open_what_waits(self, page):
        with next_page(page):
            page.locator(".waiting").get_by_role("link", name=NAME).locator("visible=true").first.click()
        fits(page)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "lang"), [(390, "zh-hans"), (1440, "zh-hans"), (390, "en"), (1440, "en")])
def test_from_the_need_to_the_figure(make_page, hands, licence, width, lang):
    journey = Journey(make_page, width, lang)
    enterprise = ask(journey, hands, licence)
    endorse(journey, hands)
    confirm(journey, hands)
    match(journey, hands)
    bank = approve(journey, hands)
    draw(journey, bank)
    see(journey, hands, enterprise)


def ask(journey, hands, licence):
    say = journey.say
    page = journey.device("/services/finance/applications/", hands.manager)
    journey.press(page, "State a new need")
    # Typed in yuan where 万元 are counted: asked back in words, and nothing typed is lost.
    page.fill("[name=amount]", "5000000")
    page.fill("[name=term_months]", "12")
    page.select_option("[name=purpose]", "working")
    page.fill("[name=purpose_note]", "采购原材料")
    page.check("[name=guarantee][value=credit]")
    send(page)
    expect(page.locator(".field.has-error")).to_have_count(1)
    expect(page.get_by_text("500万元" if journey.lang == "zh-hans" else "5 million").first).to_be_visible()
    expect(page.locator("[name=amount]")).to_have_value("5000000")
    fits(page)
    page.fill("[name=amount]", "500")
    send(page)
    expect(page.get_by_text("云间信用贷").first).to_be_visible()
    page.get_by_role("checkbox").first.check()
    fits(page)
    send(page)
    page.context.close()

    # Another device goes on where the closed one stood.
    page = journey.device("/services/finance/applications/", hands.manager)
    with next_page(page):
        page.get_by_role("link", name=say("Go on")).locator("visible=true").first.click()
    expect(page.locator("[name=chamber]")).to_have_value(str(hands.chamber.pk))
    send(page)
    page.select_option("[name=kind]", "statements")
    page.set_input_files("[name=file]", {**licence, "buffer": b"#!/bin/sh\necho not a paper\n"})
    journey.press(page, "Add it")
    expect(page.locator(".field.has-error")).to_have_count(1)
    page.select_option("[name=kind]", "statements")
    page.set_input_files("[name=file]", licence)
    journey.press(page, "Add it")
    expect(page.get_by_role("link", name=licence["name"])).to_be_visible()
    journey.press(page, "Save and go on")
    page.get_by_role("checkbox", name=hands.bank.name).check()
    page.check("[name=agreed]")
    journey.press(page, "Give this consent")
    page.check("[name=truth]")
    journey.press(page, "Send the application")
    application = FinanceApplication.objects.get()
    assert (application.status, application.amount) == (Status.SUBMITTED, Decimal(5_000_000))

    # Taken back within ten minutes, and sent again as the next version.
    journey.press(page, "Take it back")
    assert FinanceApplication.objects.get().status == Status.DRAFT
    page.fill("[name=note]", "无变化，重新提交")
    page.check("[name=truth]")
    journey.press(page, "Send the application")
    expect(page.locator("main .clock").first).to_be_visible()
    return page


def endorse(journey, hands):
    page = journey.device("/chamber/", hands.secretary)
    journey.open_what_waits(page)
    for item in ("in_business", "purpose", "amount", "wages", "courts", "papers"):
        page.check(f"[name={item}][value=yes]")
    journey.press(page, "Endorse")
    expect(page.locator(".alert-success")).to_be_visible()


def confirm(journey, hands):
    page = journey.device("/partners/", hands.officer)
    journey.open_what_waits(page)
    page.check("[name=outcome][value=confirmed]")
    page.fill("[name=note]", "符合贴息政策")
    journey.press(page, "Put it on record")
    expect(page.locator(".alert-success")).to_be_visible()


def match(journey, hands):
    secret = with_authenticator(hands.clerk)
    page = journey.make_page(width=journey.width, lang=journey.lang)
    page.goto("/admin/")
    log_in_with_app(page, hands.clerk, secret)
    with next_page(page):
        page.locator(".waiting").get_by_role("link", name=NAME).first.click()
    fits(page)
    with next_page(page):
        page.get_by_role("link", name=journey.say("Assign banks")).locator("visible=true").first.click()
    page.get_by_role("checkbox", name=hands.bank.name).check()
    fits(page)
    journey.press(page, "Assign banks")
    expect(page.get_by_text(hands.bank.name).first).to_be_visible()
    assert FinanceApplication.objects.get().status == Status.WITH_BANKS


def approve(journey, hands):
    page = journey.device("/partners/", hands.banker)
    journey.open_what_waits(page)
    journey.press(page, "Take it on")
    page.fill("[name=amount]", "500")
    page.fill("[name=rate]", "3.45")
    page.fill("[name=months]", "12")
    journey.press(page, "Approve the loan")
    assert FinanceApplication.objects.get().loans.get().status == LoanStatus.APPROVED
    return page


def draw(journey, page):
    with next_page(page):
        page.get_by_role("link", name=journey.say("Record a drawdown")).first.click()
    page.fill("[name=amount]", "300")
    page.fill("[name=drawn_on]", timezone.localdate().isoformat())
    send(page)
    fits(page)
    assert FinanceApplication.objects.get().loans.get().status == LoanStatus.DRAWING


def see(journey, hands, enterprise):
    """The enterprise sees where it stands; everybody sees the figure."""
    application = FinanceApplication.objects.get()
    enterprise.goto(f"/services/finance/applications/{application.pk}/")
    expect(enterprise.get_by_text(journey.say("granted by a bank")).first).to_be_visible()
    fits(enterprise)
    page = journey.make_page(width=journey.width, lang=journey.lang)
    page.goto("/figures/finance-drawn/")
    expect(page.get_by_text("300万元" if journey.lang == "zh-hans" else "3million").first).to_be_visible()
    fits(page)
