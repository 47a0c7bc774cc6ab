"""/services/demands/: what becomes of a demand, for everybody; an enterprise raises one and follows it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from federation.accounts.hats import acting_as
from federation.accounts.middleware import has_session
from federation.cases.errors import CaseError
from federation.portal.paging import keyset_page
from federation.search.shortlived import Shortlived
from members.enterprises.models import Enterprise
from members.hats import ENTERPRISE
from services.demands import access, actions, drafts, pages
from services.demands.forms import RemarkForm, WithdrawForm
from services.demands.models import Demand, DemandCategory
from services.demands.public import public_figures
from services.demands.remarks import write_remark
from services.demands.replies import perform
from services.demands.statuses import OPEN

SECONDS = 60
_home: Shortlived[SafeString] = Shortlived(SECONDS)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What a demand is, what becomes of it, and how well that has gone; the same for everybody but for one button."""
    hats = request.hats if has_session(request) and request.user.is_authenticated else []
    content = _home.get((get_language(), timezone.localdate()), _home_html)
    acts = any(hat.kind == ENTERPRISE for hat in hats)
    return render(request, "demands/home.html", {"content": content, "acts": acts})


def _home_html() -> SafeString:
    context = {"figures": public_figures(), "categories": DemandCategory.objects.filter(is_active=True)}
    return render_to_string("demands/_home.html", context)


def acting_enterprise(request: HttpRequest) -> Enterprise:
    """The enterprise that is spoken for. Raises Http404 for a person who acts for none."""
    hat = acting_as(request, ENTERPRISE)
    return get_object_or_404(Enterprise.objects.current().represented_by(request.user), pk=hat.object_id)


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The enterprise's demands, newest first; the open ones alone, if wished."""
    enterprise = acting_enterprise(request)
    found = Demand.objects.filter(enterprise=enterprise).for_list()
    only_open = request.GET.get("open") == "1"
    draft = drafts.draft_of(request.user, enterprise)
    context = {
        "enterprise": enterprise,
        "page": keyset_page(found.open() if only_open else found, request, order=("-raised_at", "-pk")),
        "only_open": only_open,
        "draft": draft if draft.pk else None,
    }
    return render(request, "demands/mine.html", context)


# --- Raising --------------------------------------------------------------------------------------


@login_required
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """On with what was begun, else to the first step. The way here is open to everybody, so who acts for no
    enterprise is told so."""
    if not any(hat.kind == ENTERPRISE for hat in request.hats):
        messages.info(request, _("A demand is raised for an enterprise, and you act for none yet."))
        return redirect("demands:start")
    draft = drafts.draft_of(request.user, acting_enterprise(request))
    return redirect("demands:step", step=drafts.first_incomplete(draft))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, step: str) -> HttpResponse:
    enterprise = acting_enterprise(request)
    if step not in drafts.TITLES:
        raise Http404
    draft = drafts.draft_of(request.user, enterprise)
    if not drafts.may_open(draft, step):
        return redirect("demands:step", step=drafts.first_incomplete(draft))
    posted = request.method == "POST"
    form = drafts.form_for(draft, step, request.POST if posted else None, request.FILES if posted else None)
    if posted and form.is_valid():
        if step != drafts.CHECK:
            draft = drafts.keep(draft, step, form.cleaned_data)
            return redirect("demands:step", step=_next(draft, step))
        try:
            sent = drafts.send(draft, form.cleaned_data["papers"], request.hat.label)
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Sent. You will be told of every step."))
            return redirect(sent)
    context = {
        "enterprise": enterprise,
        "form": form,
        "step": step,
        "draft": draft,
        "category": drafts.category_of(draft),
        "stepper": _stepper(draft, step),
        "last": step == drafts.CHECK,
    }
    return render(request, "demands/step.html", context)


def _next(draft: drafts.DemandDraft, step: str) -> str:
    """Who came back from the last page to mend one step goes back to the last page."""
    after = drafts.ORDER[drafts.ORDER.index(step) + 1]
    complete = drafts.first_incomplete(draft) == drafts.CHECK
    been_there = drafts.CONTACT in draft.form.get("seen", []) and step != drafts.CONTACT
    return drafts.CHECK if complete and been_there else after


def _stepper(draft: drafts.DemandDraft, step: str) -> dict[str, object]:
    steps = [
        {"label": title, "url": reverse("demands:step", args=[name]) if drafts.may_open(draft, name) else ""}
        for name, title in drafts.TITLES.items()
    ]
    return {"steps": steps, "current": drafts.ORDER.index(step) + 1}


@login_required
@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    drafts.throw_away(request.user, acting_enterprise(request))
    messages.success(request, _("Thrown away."))
    return redirect("demands:mine")


# --- One demand -----------------------------------------------------------------------------------


def _load(request: HttpRequest, pk: int) -> Demand:
    """One of an enterprise that the person acts for; puts on that enterprise's hat. Who sees it under another hat has
    a page of their own for it: 403 here."""
    demand = get_object_or_404(Demand.objects.visible_to(request.user).for_page(), pk=pk)
    hat = next((h for h in request.hats if h.kind == ENTERPRISE and h.object_id == demand.enterprise_id), None)
    if hat is None:
        raise PermissionDenied
    request.hat = hat
    return demand


@login_required
@require_safe
def demand(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _load(request, pk))


def _page(request: HttpRequest, demand: Demand, remark: RemarkForm | None = None) -> HttpResponse:
    context = {
        **pages.case_context(demand, request.user, remark),
        "stages": pages.stages(demand),
        "withdraw_form": WithdrawForm(demand=demand, auto_id="withdraw_%s")
        if access.may_withdraw(request.user, demand)
        else None,
        "write_url": "demands:write",
        "enterprise_side": True,
    }
    return render(request, "demands/demand.html", context)


@login_required
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    demand = _load(request, pk)
    form = RemarkForm(request.POST, request.FILES, auto_id="remark_%s")
    if demand.status in OPEN and not form.is_valid():
        return _page(request, demand, form)
    values = form.cleaned_data if form.is_valid() else {}
    perform(request, demand, write_remark, _("Sent."), request.hat.label, **values)
    return redirect(demand)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    demand = _load(request, pk)
    form = WithdrawForm(request.POST, demand=demand)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    perform(request, demand, actions.withdraw_demand, _("Taken back."), request.hat.label, reason=reason)
    return redirect(demand)
