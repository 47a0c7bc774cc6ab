"""The secretary's look at finance applications: endorse on the checklist, or return with a reason."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chambers.desk.views import acting_chamber
from chambers.hats import SECRETARY
from federation.accounts.hats import acting_for
from federation.accounts.models import User
from federation.audit.views import show_once
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.paging import keyset_page
from federation.search.counts import capped_count, count_text
from services.finance import access, actions, pages
from services.finance.errors import ChecklistRefused
from services.finance.filters import ListFilter
from services.finance.forms import ChecklistForm, ReasonForm
from services.finance.hands import acts_for, is_free_for
from services.finance.models import EndorsementCheck, FinanceApplication
from services.finance.statuses import Hand
from services.finance.transitions import FLOW


@login_required
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    """Everything ever sent to the chamber, newest movement first; what waits stands on the desk, oldest first."""
    chamber = acting_chamber(request)
    filtered = ListFilter(request.GET, queryset=FinanceApplication.objects.sent().filter(chamber=chamber))
    found = filtered.qs
    context = {
        "chamber": chamber,
        "filter": filtered,
        "active_count": sum(bool(request.GET.get(name)) for name in ListFilter.base_filters),
        "page": keyset_page(found, request, order=("-status_since", "-pk")),
        "count": count_text(capped_count(found)),
    }
    return render(request, "services/finance/chamber/list.html", context)


def _load(request: HttpRequest, pk: int) -> FinanceApplication:
    """One that was sent to a chamber of this secretary's; 404 for any other. Puts on that chamber's hat."""
    found = FinanceApplication.objects.at_chambers_of(request.user).select_related("chamber", "enterprise__town")
    application = get_object_or_404(found, pk=pk)
    acting_for(request, SECRETARY, application.chamber_id)
    return application


@login_required
@require_safe
def application(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _load(request, pk))


def _page(request: HttpRequest, application: FinanceApplication, **forms: Form) -> HttpResponse:
    waits = access.may_endorse(request.user, application)
    checklist = forms.get("endorse") or ChecklistForm(auto_id="endorse_%s")
    context: dict[str, Any] = {
        "application": application,
        "chamber": application.chamber,
        "facts": pages.need_facts(application),
        "enterprise_facts": pages.enterprise_facts(application),
        "papers": pages.papers_of(application),
        "versions": application.versions.all(),
        "checks": pages.checks_of(application),
        "decision": pages.decision_words(application),
        "entries": pages.entries(application, loans=False),
        "reason": pages.last_reason(application),
        "waits": waits,
        "why_not": "" if waits else why_not(request.user, application),
        "checklist": checklist,
        "items": [(checklist[item.value], checklist[f"{item.value}_remark"]) for item in EndorsementCheck.Item],
        "must": [item.value for item in actions.MUST_BE_YES],
        "return_form": forms.get("back") or ReasonForm(auto_id="return_%s"),
    }
    return render(request, "services/finance/chamber/application.html", context)


def why_not(user: User, application: FinanceApplication) -> str:
    """Why somebody of this chamber can't decide about what waits for it; "" where nothing waits."""
    if application.status not in access.WITH_THE_CHAMBER or is_free_for(user, application, Hand.CHAMBER):
        return ""
    if acts_for(user, application):
        return _("You act for this enterprise yourself: somebody else has to decide about it.")
    return _("You have had another part in this application: somebody else has to decide about it.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    return show_once(request, _load(request, pk), "contact_phone")


@login_required
@require_POST
def endorse(request: HttpRequest, pk: int) -> HttpResponse:
    application = _load(request, pk)
    form = ChecklistForm(request.POST, auto_id="endorse_%s")
    if not form.is_valid():
        return _page(request, application, endorse=form)
    try:
        actions.endorse_application(
            application,
            by=request.user,
            answers=form.answers(),
            reason=form.cleaned_data["reason"],
            hat=request.hat.label,
        )
    except ChecklistRefused as error:
        form.add_error(None, error)
        return _page(request, application, endorse=form)
    except (CaseError, PermissionDenied) as error:
        return refused(request, application, error)
    messages.success(request, _("Endorsed."))
    return redirect("chamber_desk:desk")


@login_required
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    application = _load(request, pk)
    form = ReasonForm(request.POST, auto_id="return_%s")
    if not form.is_valid():
        return _page(request, application, back=form)
    try:
        actions.return_application(
            application, by=request.user, reason=form.cleaned_data["reason"], hat=request.hat.label
        )
    except (CaseError, PermissionDenied) as error:
        return refused(request, application, error)
    messages.success(request, _("Returned to the enterprise."))
    return redirect("chamber_desk:desk")


def refused(request: HttpRequest, application: FinanceApplication, error: CaseError | PermissionDenied) -> HttpResponse:
    """Says in words who was quicker, or why this person can't."""
    if isinstance(error, AlreadyMoved):
        messages.warning(request, error.message)
    elif isinstance(error, CaseError):
        messages.error(request, " ".join(error.messages))
    else:
        application.refresh_from_db()
        words = why_not(request.user, application) or FLOW.where_it_stands(application)
        messages.error(request, words)
    return redirect("chamber_finance:application", pk=application.pk)
