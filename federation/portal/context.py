"""What every template may use. Nothing here runs until a template asks: a visitor's page costs no query for it."""

from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from federation.accounts.hats import Hat
from federation.inbox.models import Message
from federation.portal.look import Look
from federation.portal.navigation import nav_items, url_or_none

UNREAD_SHOWN = 99


class Portal:
    """The frame of one page."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def look(self) -> Look:
        return Look.of(self.request)

    @property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def nav(self) -> list[dict[str, object]]:
        return nav_items(self.request)

    @property
    def hat(self) -> Hat | None:
        return getattr(self.request, "hat", None)

    @property
    def hats(self) -> list[Hat]:
        return getattr(self.request, "hats", [])

    @cached_property
    def unread(self) -> str:
        """The bell's count, "" for none; beyond 99 nobody needs to know, nor should the database count on."""
        unread = Message.objects.visible_to(self.request.user).unread()
        number = unread.order_by()[: UNREAD_SHOWN + 1].count()
        if number > UNREAD_SHOWN:
            return f"{UNREAD_SHOWN}+"
        return str(number) if number else ""

    @cached_property
    def inbox_url(self) -> str | None:
        return url_or_none("inbox:list")

    @cached_property
    def switch_hat_url(self) -> str | None:
        return url_or_none("accounts:switch_hat")

    @property
    def search_text(self) -> str:
        return self.request.GET.get("q", "")


def portal(request: HttpRequest) -> dict[str, object]:
    frame = Portal(request)
    return {
        "portal": frame,
        "nav_items": SimpleLazyObject(lambda: frame.nav),
        "hat": frame.hat,
        "hats": frame.hats,
        "FEDERATION_NAME": settings.FEDERATION_NAME,
    }
