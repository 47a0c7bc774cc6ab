"""/services/finance/: what it is, for everybody; and an enterprise asks for finance, step by step."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from federation.accounts.hats import acting_as, acting_for
from federation.cases.errors import AlreadyMoved, CaseError
from members.desk.scope import desk_of
from members.hats import ENTERPRISE
from services.finance import access, applying, pages, steps
from services.finance.models import FinanceApplication
from services.finance.statuses import OPEN, Status
from services.products.models import LoanProduct
from services.products.pages import rate_words

SHOWN = 20
PRODUCTS_SHOWN = 6


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent; a form of empty optional fields is sent too."""
    return request.POST if request.method == "POST" else None


def own(request: HttpRequest) -> QuerySet[FinanceApplication]:
    """Applications of enterprises that this person acts for."""
    if not request.user.is_authenticated:
        return FinanceApplication.objects.none()
    found = FinanceApplication.objects.of(request.user)
    return found.select_related("enterprise__town", "chamber")


def load(request: HttpRequest, pk: int) -> FinanceApplication:
    """One of the person's own, under the hat of its enterprise. A secretary, an officer or staff has another page for
    it: 403. Anybody else: 404."""
    application = get_object_or_404(
        FinanceApplication.objects.visible_to(request.user).select_related("enterprise__town", "chamber"), pk=pk
    )
    if not own(request).filter(pk=pk).exists():
        raise PermissionDenied
    acting_for(request, ENTERPRISE, application.enterprise_id)
    return application


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How it goes, and what banks offer today."""
    products = LoanProduct.objects.open_on().select_related("bank").order_by("rate_from", "pk")
    shown = [(product, rate_words(product)) for product in products[:PRODUCTS_SHOWN]]
    return render(request, "services/finance/about.html", {"products": shown})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The enterprise's applications; a manager begins a new one. The way here is open to everybody, so who acts for no
    enterprise is told so."""
    if request.method != "POST" and not any(hat.kind == ENTERPRISE for hat in request.hats):
        messages.info(request, _("Finance is asked for by an enterprise, and you act for none yet."))
        return redirect("finance:about")
    desk = desk_of(request)
    if request.method == "POST":
        hat = acting_as(request, ENTERPRISE)
        try:
            application = applying.begin_application(desk.enterprise, by=request.user, hat=hat.label)
        except CaseError as error:
            messages.warning(request, " ".join(error.messages))
            return redirect("finance:start")
        return redirect(pages.step_url(application, steps.FIRST))
    found = FinanceApplication.objects.filter(enterprise=desk.enterprise).order_by("-status_since", "-pk")
    context = {
        "desk": desk,
        "open": list(found.filter(status__in=OPEN)[:SHOWN]),
        "past": list(found.exclude(status__in=OPEN).exclude(version=0)[:SHOWN]),
    }
    return render(request, "services/finance/start.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    application = load(request, pk)
    if not access.may_edit(request.user, application):
        if application.status not in {Status.DRAFT, Status.RETURNED}:
            return redirect(application)
        raise PermissionDenied
    # The pages that keep rows of their own, or send, are in form_views.
    page = pages.step_page(application, step, request.user, posted(request))
    if request.method == "POST" and page.form.is_valid():
        try:
            application = applying.save_step(application, request.user, step, **page.values())
        except AlreadyMoved as error:
            messages.warning(request, error.message)
            return redirect(application)
        return redirect(pages.step_url(application, pages.step_after(application, step)))
    return render(
        request, f"services/finance/{step}.html", {**frame(application, step), "form": page.form, **page.extra}
    )


def frame(application: FinanceApplication, step: str) -> dict[str, Any]:
    return {"application": application, "step": step, "stepper": pages.stepper(application, step)}


@login_required
@require_safe
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it stands, since when, until when, and what the enterprise can do about it."""
    application = load(request, pk)
    if application.status == Status.DRAFT and access.may_edit(request.user, application):
        return redirect(pages.step_url(application, pages.step_to_go_on(application)))
    return render(request, "services/finance/status.html", status_context(request, application))


def status_context(request: HttpRequest, application: FinanceApplication) -> dict[str, Any]:
    user = request.user
    may_take_back = access.may_take_back(user, application)
    return {
        "application": application,
        "stages": pages.stages(application),
        "reason": pages.last_reason(application),
        "decision": pages.decision_words(application),
        "loans": pages.loans_of(application, user),
        "consents": application.consents.all(),
        "may_consent": access.may_consent(user, application),
        "versions": application.versions.select_related("sent_by"),
        "papers": pages.papers_of(application) if application.version else [],
        "facts": pages.need_facts(application) if application.version else [],
        "entries": pages.entries(application),
        "edit_url": pages.step_url(application, pages.step_to_go_on(application))
        if access.may_edit(user, application)
        else "",
        "may_take_back": may_take_back,
        "take_back_until": application.submitted_at + access.TAKE_BACK if may_take_back else None,
        "may_withdraw": access.may_withdraw(user, application),
    }


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    application = load(request, pk)
    try:
        applying.take_back(application, by=request.user, hat=request.hat.label)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect("finance:status", pk=pk)
    messages.success(request, _("Taken back: nobody works on it. Mend it and send it again, or leave it."))
    return redirect("finance:status", pk=pk)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    application = load(request, pk)
    reason = request.POST.get("reason", "")
    try:
        applying.withdraw_application(application, by=request.user, hat=request.hat.label, reason=reason)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
        return redirect("finance:status", pk=pk)
    messages.success(request, _("Withdrawn. You may begin a new application at any time."))
    return redirect("finance:start")
