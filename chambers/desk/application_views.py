"""The secretary's look at applications: recommend, or return with a reason."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chambers.applications import access, actions, facts
from chambers.applications.forms import ReasonForm, RemarkForm
from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.applications.transitions import FLOW
from chambers.bodies.models import Chamber
from chambers.desk.views import acting_chamber
from chambers.hats import SECRETARY
from federation.accounts.hats import acting_for
from federation.audit.views import show_once
from federation.cases.errors import AlreadyMoved, CaseError
from federation.cases.pages import entries
from federation.portal.paging import keyset_page

SHOWN_STATUSES = tuple(status for status in Status if status != Status.DRAFT)


@login_required
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    """Everything ever sent to the chamber, newest movement first; what waits stands on the desk, oldest first."""
    chamber = acting_chamber(request)
    found = MembershipApplication.objects.filter(chamber=chamber).exclude(submitted_at=None).select_related("chamber")
    chosen = request.GET.get("status", "")
    if chosen in SHOWN_STATUSES:
        found = found.filter(status=chosen)
    order = ("status_since", "pk") if chosen == Status.SUBMITTED else ("-status_since", "-pk")
    context = {
        "chamber": chamber,
        "page": keyset_page(found, request, order=order),
        "statuses": [(status.value, status.label) for status in SHOWN_STATUSES],
        "chosen": chosen,
    }
    return render(request, "chamber_desk/applications.html", context)


def _load(request: HttpRequest, pk: int) -> MembershipApplication:
    """An application that was sent to a chamber of this secretary's; 404 for any other. Puts on that chamber's hat."""
    sent = MembershipApplication.objects.exclude(submitted_at=None).filter(
        chamber__in=Chamber.objects.run_by(request.user)
    )
    application = get_object_or_404(sent.select_related("chamber", "enterprise__town", "licence", "applicant"), pk=pk)
    acting_for(request, SECRETARY, application.chamber_id)
    return application


@login_required
@require_safe
def application(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _load(request, pk))


def _page(request: HttpRequest, application: MembershipApplication, **forms: Form) -> HttpResponse:
    waits = access.may_recommend(request.user, application)
    context: dict[str, Any] = {
        "application": application,
        "chamber": application.chamber,
        "differences": facts.differences(application, application.enterprise),
        "contact": application.form.get("contact") or {},
        "entries": entries(application.steps),
        "waits": waits,
        "own": application.status == Status.SUBMITTED and access.is_own(request.user, application),
        "recommend_form": forms.get("recommend") or RemarkForm(auto_id="recommend_%s"),
        "return_form": forms.get("back") or ReasonForm(auto_id="return_%s"),
    }
    return render(request, "chamber_desk/application.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    found = _load(request, pk)
    whom = found.form.get("contact") or {}
    ways = " · ".join(filter(None, (whom.get("phone"), whom.get("email"))))
    return show_once(request, found, "form", named=gettext_lazy("Contact"), part=ways)


@login_required
@require_POST
def recommend(request: HttpRequest, pk: int) -> HttpResponse:
    application = _load(request, pk)
    form = RemarkForm(request.POST, auto_id="recommend_%s")
    if not form.is_valid():
        return _page(request, application, recommend=form)
    return _decided(request, application, actions.recommend_application, form, _("Recommended to the federation."))


@login_required
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    application = _load(request, pk)
    form = ReasonForm(request.POST, auto_id="return_%s")
    if not form.is_valid():
        return _page(request, application, back=form)
    return _decided(request, application, actions.return_application, form, _("Returned to the enterprise."))


def _decided(
    request: HttpRequest,
    application: MembershipApplication,
    action: Callable[..., MembershipApplication],
    form: Form,
    done: str,
) -> HttpResponse:
    try:
        action(application, by=request.user, hat=request.hat.label, reason=form.cleaned_data["reason"])
    except AlreadyMoved as error:
        messages.warning(request, error.message)
        return redirect("chamber_desk:application", pk=application.pk)
    except PermissionDenied:
        application.refresh_from_db()
        if access.is_own(request.user, application):
            messages.error(request, _("You act for this enterprise yourself: somebody else has to decide about it."))
        elif application.status != Status.SUBMITTED:
            messages.warning(request, FLOW.where_it_stands(application))
        else:
            raise
        return redirect("chamber_desk:application", pk=application.pk)
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("chamber_desk:application", pk=application.pk)
    messages.success(request, done)
    return redirect("chamber_desk:desk")
