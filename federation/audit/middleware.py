"""Request ids for logs and headers, and the context that history triggers store beside each change."""

import re
import uuid
from collections.abc import Callable

import pghistory
import structlog
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]
_SAFE_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")


class RequestIdMiddleware:
    """Takes a sane X-Request-ID from the proxy or makes one; logs and the response carry it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request.id = given if _SAFE_ID.match(given) else uuid.uuid4().hex
        with structlog.contextvars.bound_contextvars(request_id=request.id):
            response = self.get_response(request)
        response["X-Request-ID"] = request.id
        return response


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
            hat=hat.key if hat else "",
            request=request.id,
            url=request.path,
        ):
            return self.get_response(request)
