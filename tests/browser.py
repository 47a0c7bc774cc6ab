"""A real browser for tests: each page keeps a list of what went wrong in it, and the test fails on any of it."""

import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
]
LOCALES = {"zh-hans": "zh-CN", "en": "en-US"}
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
"""
FAILED_STATUS = re.compile(r"Failed to load resource: the server responded with a status of (\d+)")


@contextmanager
def launched(executable: str) -> Iterator[Browser]:
    """Playwright's synchronous face runs an event loop in this thread, which Django takes for asynchronous code.

    It keeps connections for such code apart, so at each change those of the other kind are closed: the test database
    can't be dropped while one is open.
    """
    connections.close_all()
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
            yield browser
            browser.close()
            connections.close_all()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        else:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@dataclass
class Watch:
    """What one browser context did that no page of the portal may do."""

    netloc: str
    allowed_statuses: Collection[int] = ()
    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("request", lambda request: self._asked(request.url))
        context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))
        context.on("console", lambda message: self._said(message.type, message.text, message.location.get("url", "")))

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.netloc:
            self.faults.append(f"request to another host: {url}")

    def _said(self, kind: str, text: str, url: str) -> None:
        if kind != "error":
            return
        failed = FAILED_STATUS.match(text)
        if failed and int(failed[1]) in self.allowed_statuses:
            return
        self.faults.append(f"console: {text} ({url})")


class PageMaker:
    """Opens pages on the live server; `make_page(width=1440, lang="en", dark=True, client=signed_in)`."""

    def __init__(self, browser: Browser, base_url: str) -> None:
        self.browser = browser
        self.base_url = base_url
        self.opened: list[tuple[BrowserContext, Watch]] = []

    def __call__(
        self,
        width: int = 390,
        lang: str = "zh-hans",
        dark: bool = False,
        client: Client | None = None,
        javascript: bool = True,
        allowed_statuses: Collection[int] = (),
    ) -> Page:
        """A page in a context of its own. `client` lends its cookies, so its user is signed in here too;
        `allowed_statuses` are the answers (404, 429) that this test means to provoke."""
        context = self.browser.new_context(
            base_url=self.base_url,
            viewport={"width": width, "height": 844 if width < 800 else 900},
            locale=LOCALES[lang],
            timezone_id="Asia/Shanghai",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            has_touch=width < 800,
            java_script_enabled=javascript,
        )
        context.set_default_timeout(15_000)
        watch = Watch(urlsplit(self.base_url).netloc, allowed_statuses)
        watch.follow(context)
        self.opened.append((context, watch))
        if client is not None:
            context.add_cookies(
                [{"name": name, "value": morsel.value, "url": self.base_url} for name, morsel in client.cookies.items()]
            )
        context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": lang, "url": self.base_url}])
        return context.new_page()

    def close(self) -> list[str]:
        """Close every context and return the faults seen in them."""
        faults = []
        for context, watch in self.opened:
            context.close()
            faults += watch.faults
        return faults
