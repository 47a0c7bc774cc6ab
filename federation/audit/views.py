from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from federation.audit import health
from federation.audit.access import may_unmask, record_for
from federation.audit.actions import unmask
from federation.audit.forms import ReasonForm
from federation.audit.masking import shown


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


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def personal_data(request: HttpRequest, label: str, pk: int, field: str) -> HttpResponse:
    record = record_for(request.user, label, pk, field)
    if record is None:
        raise Http404
    if not may_unmask(request.user):
        raise PermissionDenied
    return show_once(request, record, field)


def show_once(
    request: HttpRequest, record: models.Model, field: str, *, named: Promise | None = None, part: str | None = None
) -> HttpResponse:
    """Ask for the reason, write it down, show the value once (of a value of many things one `part`, and its name):
    reloading asks again. Whoever calls has checked the right to ask, and lets nothing keep the page."""
    form = ReasonForm(request.POST or None)
    context = {
        "record": record,
        "field_name": named or record._meta.get_field(field).verbose_name,
        "masked": shown(record, field) if part is None else "",
        "form": form,
    }
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        value = unmask(record=record, field=field, reason=reason, request=request)
        context["value"] = value if part is None else part
    return render(request, "audit/personal_data.html", context)
