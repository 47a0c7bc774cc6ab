"""The header's items for one visitor; apps declare theirs with `contributions.add_navigation`."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse

from federation.portal.contributions import navigation


def url_or_none(name: str) -> str | None:
    """The address of a page that may not be installed."""
    return _url_or_none(name, get_urlconf() or settings.ROOT_URLCONF)


@cache
def _url_or_none(name: str, _urlconf: str) -> str | None:
    # Every masthead asks for half a dozen of them, and addresses stay what they are while a process lives.
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def nav_items(request: HttpRequest) -> list[dict[str, object]]:
    """Where this visitor may go, as {label, url, active}; the longest address that fits the page is the active one.

    For visitors who aren't logged in the answer depends on the page alone: their masthead is kept and served again.
    """
    hat = getattr(request, "hat", None)
    kind = hat.kind if hat else ""
    found = [
        (item.label, url_or_none(item.url_name))
        for item in navigation()
        if item.hat_kind in ("", kind) and (item.shown_to is None or item.shown_to(request.user))
    ]
    here = active_url(request.path, [url for _, url in found if url])
    return [{"label": label, "url": url, "active": url == here} for label, url in found if url]


def active_url(path: str, urls: list[str]) -> str | None:
    fitting = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(fitting, key=len, default=None)
