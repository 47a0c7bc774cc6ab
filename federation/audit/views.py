from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from federation.audit import health


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked, or a database that is down would have it restarted in vain."""
    return JsonResponse({"status": health.OK})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    answers = health.readiness()
    ready = all(answer == health.OK for answer in answers.values())
    return JsonResponse(answers, status=HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)
