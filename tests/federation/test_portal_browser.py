"""The look in a real browser: accessibility, width, keyboard, charts, passkeys. `make_page` itself fails a test on any
script error, CSP violation or request to another host."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests import cast

SERIOUS = {"serious", "critical"}
PAGES = ("/", "/preferences/", "/styleguide/", "/accounts/login/", "/accounts/signup/", "/accounts/login/code/")
LOOKS = [
    # width, language, dark, the visitor's own choice
    (390, "zh-hans", False, ()),
    (1440, "en", True, ()),
    (390, "en", False, ("theme=light", "contrast=more", "type=large")),
    (1440, "zh-hans", False, ("theme=dark", "contrast=more")),
]
FONT_SIZES = """() => [...document.querySelectorAll("body *")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 16)
  .map((element) => element.outerHTML.slice(0, 80))"""


@pytest.fixture(autouse=True)
def _gallery(settings):
    settings.DEBUG = True


def serious_faults(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in SERIOUS]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "lang", "dark", "look"), LOOKS)
def test_pages_can_be_used_by_everyone(make_page, width, lang, dark, look):
    page = make_page(width=width, lang=lang, dark=dark)
    for choice in look:
        page.goto(f"/preferences/?{choice}")
    for path in PAGES:
        page.goto(path)
        assert serious_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than the screen"
        assert page.evaluate(FONT_SIZES) == [], f"type under 16 px on {path}"


@pytest.mark.django_db(transaction=True)
def test_the_keyboard_alone_is_enough(make_page):
    page = make_page(width=1440)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), "the skip link leads past the masthead"

    menu = page.locator("summary", has_text="显示").locator("visible=true")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="深色").locator("visible=true")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="深色").locator("visible=true")).to_have_count(0)
    expect(menu).to_be_focused()
    width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    assert width >= 2, "focus can be seen"


@pytest.mark.django_db(transaction=True)
def test_the_phones_menu_needs_no_script(make_page):
    page = make_page(width=390, javascript=False)
    page.goto("/")
    page.get_by_text("菜单", exact=True).click()
    page.get_by_role("link", name="深色").locator("visible=true").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


@pytest.mark.django_db(transaction=True)
def test_charts_are_drawn_and_lead_to_rows(make_page):
    page = make_page(width=1440)
    page.goto("/styleguide/")
    expect(page.locator(".chart-canvas svg")).to_have_count(4)
    towns = page.locator("figure[data-chart=chart-towns]")
    expect(towns.locator("details")).not_to_have_attribute("open", "")
    towns.locator("svg path[fill='#0d5a59']").first.click()
    page.wait_for_url("**/styleguide/?town=*")


@pytest.mark.django_db(transaction=True)
def test_without_script_the_charts_tables_stand_open(make_page):
    page = make_page(width=390, javascript=False)
    page.goto("/styleguide/")
    expect(page.locator("figure[data-chart=chart-towns] table")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_a_double_click_sends_a_form_once(make_page):
    page = make_page(width=390)
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.goto("/preferences/")
    with page.expect_navigation():
        page.get_by_role("button", name="保存").dblclick()
    assert len(sent) == 1


@pytest.mark.django_db(transaction=True)
def test_a_passkey_is_added_and_logs_in(make_page):
    cast.person("何晓晨", username="hexiaochen")
    page = make_page(width=390)
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    page.goto("/accounts/login/?next=/accounts/2fa/webauthn/add/")
    page.fill("[name=login]", "hexiaochen")
    page.fill("[name=password]", cast.PASSWORD)
    page.locator("main").get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_role("heading", name="请确认是您本人")).to_be_visible()
    page.fill("[name=password]", cast.PASSWORD)
    page.get_by_role("button", name="确认").click()
    page.fill("[name=name]", "我的手机")
    page.check("[name=passwordless]")
    page.get_by_role("button", name="添加").click()
    expect(page.get_by_role("heading", name="恢复码")).to_be_visible()
    assert serious_faults(page) == []

    page.goto("/accounts/logout/")
    page.locator("main").get_by_role("button", name="退出登录").click()
    page.goto("/accounts/login/?next=/accounts/2fa/webauthn/")
    page.get_by_role("button", name="用通行密钥登录").click()
    expect(page.get_by_role("rowheader", name="我的手机")).to_be_visible()
