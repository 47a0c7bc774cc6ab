"""Who acts, whether they are still there, and whether they have shown enough to act."""

import secrets
from collections.abc import Callable
from typing import Any

import structlog
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import RateLimited
from allauth.core.ratelimit import respond_429
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from federation.accounts.errors import CodeNotSent, PhoneTaken
from federation.accounts.hats import current_hat, hats_of

Handler = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger(__name__)


def has_session(request: HttpRequest) -> bool:
    """Asked before `request.user`, so that a visitor's page neither reads a session nor varies by cookie."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


class HatMiddleware:
    """Puts `hats` and `hat` on the request, both lazily: a page that doesn't ask pays nothing."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.hats = SimpleLazyObject(lambda: hats_of(request.user))
        request.hat = SimpleLazyObject(lambda: current_hat(request))
        return self.get_response(request)


class IdleTimeoutMiddleware:
    """Ends a session that nobody used for long: staff after half an hour, others after two unless they stay signed in.

    The clock is a key in Redis that runs out by itself; no request writes to the database for it.
    """

    TOKEN = "idle"

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_session(request) and request.user.is_authenticated and self.timeout(request) and self.expired(request):
            log.info("session_idle", user=request.user.pk)
            logout(request)
            messages.info(request, _("You were signed out because nothing happened for a while."))
        return self.get_response(request)

    @staticmethod
    def timeout(request: HttpRequest) -> int | None:
        if request.user.is_staff:
            return settings.STAFF_IDLE_TIMEOUT
        return settings.IDLE_TIMEOUT if request.session.get_expire_at_browser_close() else None

    def expired(self, request: HttpRequest) -> bool:
        token = request.session.get(self.TOKEN)
        if token:
            return not cache.touch(f"idle:{token}", self.timeout(request))
        token = request.session[self.TOKEN] = secrets.token_urlsafe(12)
        cache.set(f"idle:{token}", True, self.timeout(request))
        return False


class StaffSecondFactorMiddleware:
    """Where DEBUG is off, staff reach nothing but the way to a second factor until they have used one.

    However they signed in (password, code, WeChat), it is what this session's records say that counts; a passkey
    counts as both factors.
    """

    # Views, not paths: what comes to live under /accounts/ later is closed until named here.
    OPEN_VIEWS = frozenset(
        {
            "account_logout",
            "account_reauthenticate",
            "account_inactive",
            "audit:healthz",
            "audit:readyz",
            "set_language",
        }
    )
    OPEN_VIEW_PREFIXES = ("mfa_", "portal:preferences", "portal:privacy")

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if settings.DEBUG or not has_session(request):
            return None
        user = request.user
        if not user.is_authenticated or not user.is_staff or self.is_open(request.resolver_match.view_name):
            return None
        if self.used_second_factor(request):
            return None
        if is_mfa_enabled(user):
            # Just set up, or set up elsewhere while this session lasted: show it here too.
            return self.send_to("mfa_reauthenticate", request)
        messages.warning(
            request, _("Staff sign in with a second factor. Set up an authenticator app or a passkey first.")
        )
        return self.send_to("mfa_index", request)

    def is_open(self, view_name: str) -> bool:
        return view_name in self.OPEN_VIEWS or view_name.startswith(self.OPEN_VIEW_PREFIXES)

    @staticmethod
    def send_to(url_name: str, request: HttpRequest) -> HttpResponse:
        here = request.get_full_path() if request.method == "GET" else "/"
        return HttpResponseRedirect(f"{reverse(url_name)}?{urlencode({'next': here})}")

    @staticmethod
    def used_second_factor(request: HttpRequest) -> bool:
        return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


class SignInTroubleMiddleware:
    """Answers in words what allauth lets fall through: too many requests, a code that couldn't be sent."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, RateLimited):
            log.warning("rate_limited", path=request.path)
            return respond_429(request)
        if isinstance(exception, CodeNotSent | PhoneTaken):
            log.error("sign_in_trouble", path=request.path, error=repr(exception.__cause__ or exception))
            messages.error(request, exception.message)
            return redirect(request.path)
        return None
