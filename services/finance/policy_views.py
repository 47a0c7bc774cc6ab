"""The government desk: confirm or decline policy support for what chambers endorsed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from federation.accounts.hats import Hat, acting_as
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.paging import keyset_page
from federation.search.counts import capped_count, count_text
from members.hats import PARTNER
from services.finance import access, actions, pages
from services.finance.filters import DeskFilter
from services.finance.forms import PolicyForm
from services.finance.hands import acts_for, is_free_for
from services.finance.models import FinanceApplication, offices_at_a_desk
from services.finance.statuses import Hand, Status
from services.finance.transitions import FLOW


def _desk_hat(request: HttpRequest) -> Hat:
    """The hat of a department that is a government desk today. Raises Http404 for who has none."""
    desks = set(offices_at_a_desk(request.user).values_list("organisation", flat=True))
    hat = acting_as(request, PARTNER)
    if hat.object_id in desks:
        return hat
    other = next((one for one in request.hats if one.kind == PARTNER and one.object_id in desks), None)
    if other is None:
        raise Http404
    request.hat = other
    return other


@login_required
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    hat = _desk_hat(request)
    filtered = DeskFilter(request.GET, queryset=FinanceApplication.objects.endorsed())
    found = filtered.qs
    context = {
        "desk": hat.label,
        "filter": filtered,
        "active_count": sum(bool(request.GET.get(name)) for name in DeskFilter.base_filters),
        "page": keyset_page(found, request, order=("-status_since", "-pk")),
        "count": count_text(capped_count(found)),
    }
    return render(request, "services/finance/policy/list.html", context)


def _load(request: HttpRequest, pk: int) -> FinanceApplication:
    _desk_hat(request)
    found = FinanceApplication.objects.endorsed().select_related("chamber", "enterprise__town")
    return get_object_or_404(found, pk=pk)


@login_required
@require_safe
def application(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _load(request, pk), PolicyForm())


def _page(request: HttpRequest, application: FinanceApplication, form: PolicyForm) -> HttpResponse:
    user = request.user
    waits = access.may_decide_policy(user, application)
    context = {
        "application": application,
        "desk": request.hat.label,
        "facts": pages.need_facts(application),
        "enterprise_facts": pages.enterprise_facts(application),
        "papers": pages.papers_of(application),
        "checks": pages.checks_of(application),
        "decision": pages.decision_words(application),
        "entries": pages.entries(application, loans=False),
        "waits": waits,
        "why_not": "" if waits else _why_not(request, application),
        "form": form,
    }
    return render(request, "services/finance/policy/application.html", context)


def _why_not(request: HttpRequest, application: FinanceApplication) -> str:
    if application.status != Status.ENDORSED or is_free_for(request.user, application, Hand.GOVERNMENT):
        return ""
    if acts_for(request.user, application):
        return _("You act for this enterprise yourself: somebody else has to decide about it.")
    return _("You have had another part in this application: somebody else has to decide about it.")


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    application = _load(request, pk)
    form = PolicyForm(request.POST)
    if not form.is_valid():
        return _page(request, application, form)
    try:
        actions.decide_policy(application, by=request.user, hat=request.hat.label, **form.cleaned_data)
    except AlreadyMoved as error:
        messages.warning(request, error.message)
    except CaseError as error:
        form.add_error("note", error)
        return _page(request, application, form)
    except PermissionDenied:
        application.refresh_from_db()
        messages.error(request, _why_not(request, application) or FLOW.where_it_stands(application))
    else:
        messages.success(request, _("Your decision is on record."))
        return redirect("partners:desk")
    return redirect("policy_desk:application", pk=pk)
