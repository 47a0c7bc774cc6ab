"""What people do in a browser, in words of their day: sign up, log in with a second factor, fill in a form."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page, expect

from federation.accounts.models import User
from tests import cast

Texts = list[tuple[str, str]]


def words_in(lang: str) -> Callable[[str], str]:
    """How the portal says an English source string in this language."""

    def say(source: str) -> str:
        with translation.override(lang):
            return gettext(source)

    return say


@contextmanager
def next_page(page: Page) -> Iterator[None]:
    """Whatever is done inside leads to another page, and the test goes on when that page has come."""
    with page.expect_navigation():
        yield


def code_in(text: str) -> str:
    found = re.search(r"(?<!\d)\d{6}(?!\d)", text)
    assert found, f"no code of six digits in {text!r}"
    return found[0]


def send(page: Page) -> None:
    """Press the one button that the page's own form asks for, and wait for the page after it."""
    with next_page(page):
        page.locator("main form .btn-primary").first.click()


def sign_up_by_phone(page: Page, name: str, phone: str, texts: Texts) -> None:
    """On the sign-up page; ends logged in, wherever the portal leads."""
    page.fill("[name=name]", name)
    page.fill("[name=phone]", phone)
    page.fill("[name=password1]", cast.PASSWORD)
    send(page)
    number, text = texts[-1]
    assert number.endswith(phone)
    page.fill("[name=code]", code_in(text))
    send(page)


def enter_password(page: Page, login: str) -> None:
    page.fill("[name=login]", login)
    page.fill("[name=password]", cast.PASSWORD)
    send(page)


def with_authenticator(user: User) -> str:
    """Gives the user an authenticator app; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def app_shows(secret: str) -> str:
    """The six digits of now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def log_in_with_app(page: Page, user: User, secret: str) -> None:
    enter_password(page, user.username)
    expect(page.locator("[name=code]")).to_be_visible()
    page.fill("[name=code]", app_shows(secret))
    send(page)


def fits(page: Page) -> None:
    """Nothing of the page lies beside the screen."""
    wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1], f"{page.url} is {wide[0]} px wide on a screen of {wide[1]} px"
