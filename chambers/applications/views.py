"""/apply/: an enterprise asks for membership, step by step, and follows where it stands."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chambers.applications import access, actions, pages, steps
from chambers.applications.errors import Incomplete
from chambers.applications.forms import CodeForm, ConsentForm
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import OPEN, Status
from federation.accounts.hats import Hat
from federation.cases.errors import AlreadyMoved, CaseError
from federation.cases.pages import entries
from members.enterprises.models import Enterprise
from members.hats import ENTERPRISE

SHOWN = 20


def hat_label(request: HttpRequest) -> str:
    hat: Hat | None = request.hat
    return hat.label if hat else ""


def _posted(request: HttpRequest) -> QueryDict | None:
    """What was sent; a form of empty optional fields is sent too."""
    return request.POST if request.method == "POST" else None


def _visible(request: HttpRequest) -> QuerySet[MembershipApplication]:
    return MembershipApplication.objects.visible_to(request.user).select_related(
        "chamber", "enterprise", "licence", "period__membership"
    )


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The door: who is logged in enters a code or goes on with what they began; others see how it works."""
    if not request.user.is_authenticated:
        return render(request, "apply/welcome.html", {"steps": steps.TITLES.values()})
    form = CodeForm(_posted(request), initial={"uscc": request.GET.get("uscc", "")})
    if request.method == "POST" and form.is_valid():
        try:
            application = actions.begin_application(request.user, form.cleaned_data["uscc"])
        except CaseError as error:
            form.add_error("uscc", error)
        else:
            return redirect(_place(application))
    own = _visible(request).filter(applicant=request.user).order_by("-status_since", "-pk")
    context = {
        "form": form,
        "open": [(row, resolve_url(_place(row))) for row in own.filter(status__in=OPEN)[:SHOWN]],
        "past": list(own.exclude(status__in=OPEN).exclude(submitted_at=None)[:SHOWN]),
        "enterprises": _enterprises_to_apply_for(request),
    }
    return render(request, "apply/start.html", context)


def _enterprises_to_apply_for(request: HttpRequest) -> list[dict[str, Any]]:
    """Enterprises the person acts for, with what they could ask for today: the code needn't be typed again."""
    mine = [hat.object_id for hat in request.hats if hat.kind == ENTERPRISE]
    found = Enterprise.objects.filter(pk__in=mine).exclude(uscc=None).prefetch_related("membership__periods")
    sent = MembershipApplication.objects.filter(enterprise__in=mine, status__in=OPEN - {Status.DRAFT})
    under_way = set(sent.values_list("enterprise", flat=True))
    return [pages.offer(enterprise, enterprise.pk in under_way) for enterprise in found.order_by("pk")[:SHOWN]]


def _place(application: MembershipApplication) -> MembershipApplication | str:
    """Where the applicant goes on: the step reached, or the status page of what was sent."""
    if application.status == Status.DRAFT:
        return pages.step_url(application, pages.step_to_go_on(application))
    return application


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    application = get_object_or_404(_visible(request), pk=pk)
    if step not in steps.TITLES:
        raise Http404
    if not access.may_edit(request.user, application):
        if access.is_own(request.user, application) and application.status != Status.DRAFT:
            return redirect(application)
        raise PermissionDenied
    if step == steps.REVIEW:
        return _review(request, application)
    page = pages.step_page(application, step, request.user, _posted(request), request.FILES)
    if request.method == "POST" and page.form.is_valid():
        try:
            application = actions.save_step(application, request.user, step, **page.values())
        except AlreadyMoved as error:
            messages.warning(request, error.message)
            return redirect(application)
        return redirect(pages.step_url(application, pages.step_after(application, step)))
    context = {"application": application, "form": page.form, "step": step, "stepper": pages.stepper(application, step)}
    return render(request, f"apply/{step}.html", {**context, **page.extra})


def _review(request: HttpRequest, application: MembershipApplication) -> HttpResponse:
    missing = steps.first_incomplete(application)
    if missing != steps.REVIEW:
        return redirect(pages.step_url(application, missing))
    form = ConsentForm(_posted(request), initial=application.form.get("consent"))
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_step(application, request.user, steps.REVIEW, consent=form.cleaned_data)
            actions.submit_application(application, by=request.user, hat=hat_label(request))
        except Incomplete as error:
            messages.warning(request, error.message)
            return redirect(pages.step_url(application, error.step))
        except AlreadyMoved as error:
            messages.warning(request, error.message)
            return redirect(application)
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Sent. You will be told of every step."))
            return redirect(application)
    context = {
        "application": application,
        "form": form,
        "step": steps.REVIEW,
        "stepper": pages.stepper(application, steps.REVIEW),
        "parts": pages.summary(application),
    }
    return render(request, "apply/review.html", context)


@login_required
@require_safe
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it stands and since when."""
    application = get_object_or_404(_visible(request), pk=pk)
    if not access.is_own(request.user, application):
        # A secretary or staff has a page of their own for it.
        raise PermissionDenied
    context = {
        "application": application,
        "stages": pages.stages(application),
        "entries": entries(application.steps),
        "parts": pages.summary(application),
        "reason": pages.last_reason(application),
        "edit_url": pages.step_url(application, pages.step_to_go_on(application))
        if access.may_edit(request.user, application)
        else "",
        "may_withdraw": access.may_withdraw(request.user, application),
    }
    return render(request, "apply/status.html", context)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    application = get_object_or_404(_visible(request), pk=pk)
    try:
        actions.withdraw_application(application, by=request.user, hat=hat_label(request))
    except AlreadyMoved as error:
        messages.warning(request, error.message)
    else:
        messages.success(request, _("Taken back. You may begin again at any time."))
    return redirect("apply:start")
