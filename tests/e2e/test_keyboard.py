"""Applying for membership without a mouse: every field and button is reached by Tab and worked by keys."""

import pytest
from playwright.sync_api import Page, expect

from tests import cast
from tests.e2e.visits import next_page

MOST_TABS = 60


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, and see that it shows."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert shown != "none", f"the focus on {selector} can't be seen"
            return
    raise AssertionError(f"{selector} isn't reached on {page.url} by {MOST_TABS} Tabs")


def go_on(page: Page) -> None:
    tab_to(page, "main form .btn-primary")
    with next_page(page):
        page.keyboard.press("Enter")


def type_into(page: Page, name: str, text: str) -> None:
    tab_to(page, f"[name={name}]")
    page.keyboard.type(text)


@pytest.mark.django_db(transaction=True)
def test_an_application_is_written_by_keys_alone(make_page, licence):
    chamber = cast.chamber("泖港镇商会")
    firm = cast.enterprise("上海泖港飞禾机电有限公司")
    page = make_page(width=1440, client=cast.login(cast.outsider()))
    page.goto("/")
    tab_to(page, ".mainnav a[href='/apply/']")
    with next_page(page):
        page.keyboard.press("Enter")
    type_into(page, "uscc", firm.uscc)
    go_on(page)
    expect(page.get_by_role("heading", name=firm.name)).to_be_visible()
    type_into(page, "legal_representative", "顾明远")
    go_on(page)
    type_into(page, "staff_count", "46")
    go_on(page)
    tab_to(page, "[name=phone]")
    page.keyboard.press("Control+A")
    page.keyboard.type("13912340001")
    go_on(page)
    tab_to(page, "[name=chamber]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=chamber]")).to_have_value(str(chamber.pk))
    go_on(page)
    # Listening begins a moment after it is asked for: early enough, so that the key below isn't pressed first.
    page.on("filechooser", lambda chooser: None)
    tab_to(page, "[name=licence]")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(licence)
    go_on(page)
    for name in ("truth", "privacy"):
        tab_to(page, f"[name={name}]")
        page.keyboard.press("Space")
    go_on(page)
    expect(page.locator(".messages, .alert-success").first).to_be_visible()
    expect(page.locator(".badge").first).to_have_text("待商会审核")
