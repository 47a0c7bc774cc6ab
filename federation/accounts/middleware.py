"""Who acts, and whether they have shown enough to act."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from federation.accounts.hats import current_hat, hats_of

Handler = Callable[[HttpRequest], HttpResponse]


class HatMiddleware:
    """Puts `hats` and `hat` on the request, both lazily: a page that doesn't ask pays nothing."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.hats = SimpleLazyObject(lambda: hats_of(request.user))
        request.hat = SimpleLazyObject(lambda: current_hat(request))
        return self.get_response(request)


class StaffSecondFactorMiddleware:
    """Where DEBUG is off, staff reach nothing but the way to a second factor until they have used one."""

    OPEN_PREFIXES = ("/accounts/", "/static/", "/i18n/", "/healthz", "/readyz")

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            not settings.DEBUG
            and not request.path.startswith(self.OPEN_PREFIXES)
            and request.user.is_authenticated
            and request.user.is_staff
            and not self.used_second_factor(request)
        ):
            return redirect("mfa_index")
        return self.get_response(request)

    @staticmethod
    def used_second_factor(request: HttpRequest) -> bool:
        from allauth.account.authentication import get_authentication_records

        return any(record.get("method") == "mfa" for record in get_authentication_records(request))
