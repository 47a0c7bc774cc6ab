"""The portal's main navigation. Each app adds its items in its own `navigation.py`:

    from federation.portal.navigation import NavItem, register

    register(NavItem(_("Directory"), "directory:list", order=20))
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


def everyone(request: HttpRequest) -> bool:
    return True


@dataclass(frozen=True)
class NavItem:
    """`visible` may ask the request for its user and hats; for visitors who are not logged in it must always give the
    same answer, since their masthead is kept and served again."""

    label: str | Promise
    url_name: str
    order: int = 100
    visible: Callable[[HttpRequest], bool] = everyone


_items: list[NavItem] = []


def register(item: NavItem) -> NavItem:
    _items.append(item)
    _items.sort(key=lambda known: known.order)
    return item


def url_or_none(name: str) -> str | None:
    """The address of a page that may not be installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def nav_items(request: HttpRequest) -> list[dict[str, object]]:
    """What this visitor may go to, as {label, url, active}; the longest address that fits the page is the active one."""
    found = [(item.label, url_or_none(item.url_name)) for item in _items if item.visible(request)]
    here = active_url(request.path, [url for _, url in found if url])
    return [{"label": label, "url": url, "active": url == here} for label, url in found if url]


def active_url(path: str, urls: list[str]) -> str | None:
    fitting = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(fitting, key=len, default=None)
