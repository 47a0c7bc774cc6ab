"""Request ids for logs and headers, the context that history triggers store beside each change, and the admin's CSP."""

import logging
import re
import time
import uuid
from collections.abc import Callable
from functools import cached_property

import pghistory
import structlog
from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from federation.audit.logs import REQUESTS, request_line

Handler = Callable[[HttpRequest], HttpResponse]
requests_log = logging.getLogger(REQUESTS)
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
        # Not bound_contextvars: it copies the whole context first.
        structlog.contextvars.bind_contextvars(request_id=request.id)
        try:
            response = self.get_response(request)
        finally:
            structlog.contextvars.unbind_contextvars("request_id")
        if not request.path.startswith(UNLOGGED):
            requests_log.info(
                request_line(
                    event="request",
                    method=request.method,
                    path=request.path,
                    status=response.status_code,
                    ms=round((time.perf_counter() - started) * 1000, 1),
                    user=self.user_id(request),
                    request_id=request.id,
                )
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
    """The portal's strict policy everywhere but under the admin, whose theme needs more.

    The two headers are made once; only a view with a policy of its own, or a nonce, has one made for it.
    """

    OWN = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")

    @cached_property
    def admin_prefix(self) -> str:
        return reverse("admin:index")

    @cached_property
    def portal_policy(self) -> str:
        return build_policy()

    @cached_property
    def admin_policy(self) -> str:
        return build_policy(config=settings.ADMIN_CONTENT_SECURITY_POLICY)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        own = getattr(request, "_csp_nonce", None) or any(hasattr(response, name) for name in self.OWN)
        if own or (settings.DEBUG and response.status_code in {404, 500}):
            # Django's yellow pages have scripts of their own.
            return super().process_response(request, response)
        in_admin = request.path.startswith(self.admin_prefix)
        response.headers.setdefault(HEADER, self.admin_policy if in_admin else self.portal_policy)
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and request.path.startswith(self.admin_prefix):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts
