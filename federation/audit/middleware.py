"""Request ids for logs and headers, the context that history triggers store beside each change, and the admin's CSP."""

import re
import time
import uuid
from collections.abc import Callable
from functools import cached_property

import pghistory
import structlog
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

Handler = Callable[[HttpRequest], HttpResponse]
log = structlog.get_logger(__name__)
_SAFE_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")
UNLOGGED = ("/static/", "/healthz", "/readyz")


class RequestIdMiddleware:
    """Takes a sane X-Request-ID from the proxy or makes one; logs and the response carry it.

    Ends each request with one line: who, what, result, how long. The address without its query: people search by name.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request.id = given if _SAFE_ID.match(given) else uuid.uuid4().hex
        started = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request.id):
            response = self.get_response(request)
            if not request.path.startswith(UNLOGGED):
                log.info(
                    "request",
                    method=request.method,
                    path=request.path,
                    status=response.status_code,
                    ms=round((time.perf_counter() - started) * 1000, 1),
                    user=self.user_id(request),
                )
        response["X-Request-ID"] = request.id
        return response

    @staticmethod
    def user_id(request: HttpRequest) -> int | None:
        """Only if something has asked for the user already: a log line is no reason to read a session."""
        user = getattr(request, "_cached_user", None)
        return user.pk if user else None


class HistoryContextMiddleware:
    """Names actor, hat and request on every row that history triggers write during a writing request."""

    READING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in self.READING:
            return self.get_response(request)
        hat = request.hat if request.user.is_authenticated else None
        with pghistory.context(
            user=request.user.pk,
            actor=str(request.user) if request.user.is_authenticated else "",
            hat=hat.label if hat else "",
            request=request.id,
            url=request.path,
        ):
            return self.get_response(request)


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The portal's strict policy everywhere but under the admin, whose theme needs more."""

    @cached_property
    def admin_prefix(self) -> str:
        return reverse("admin:index")

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and request.path.startswith(self.admin_prefix):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts
