"""/chamber/demands/: a secretary raises demands for members and follows theirs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from chambers.desk.roster import roster_of
from chambers.desk.views import acting_chamber
from chambers.hats import SECRETARY
from federation.accounts.hats import acting_for
from federation.cases.errors import CaseError
from federation.portal.paging import keyset_page
from federation.search.query import search
from members.enterprises.models import Contact, Enterprise
from services.demands import access, actions, pages
from services.demands.choices import Source
from services.demands.forms import MemberDemandForm, RemarkForm, WithdrawForm
from services.demands.models import Demand
from services.demands.remarks import write_remark
from services.demands.replies import perform

FOUND_SHOWN = 20
OPEN_ONLY, LATE, ALL = "open", "late", "all"


@login_required
@require_safe
def demands(request: HttpRequest) -> HttpResponse:
    """Of the chamber's members: the open ones, longest without a move first; those of them that are late, by their
    deadline; or all, newest first."""
    chamber = acting_chamber(request)
    found = Demand.objects.filter(chamber=chamber, shown_to_chamber=True).for_list()
    lists = {
        OPEN_ONLY: (found.open(), ("status_since", "pk")),
        LATE: (found.open().late(), ("due_at", "pk")),
        ALL: (found, ("-raised_at", "-pk")),
    }
    show = request.GET.get("show", "")
    show = show if show in lists else OPEN_ONLY
    rows, order = lists[show]
    context = {"chamber": chamber, "page": keyset_page(rows, request, order=order), "show": show}
    return render(request, "demands/chamber_list.html", context)


@login_required
@require_safe
def choose_member(request: HttpRequest) -> HttpResponse:
    """For whom: a word of the name is enough."""
    chamber = acting_chamber(request)
    text = request.GET.get("q", "").strip()
    rows: list[Enterprise] = []
    if text:
        found = search(roster_of(chamber), text.replace("\0", "")).only("pk", "name", "uscc", "sort_key")
        rows = list(found.order_by("sort_key", "pk")[: FOUND_SHOWN + 1])
    context = {"chamber": chamber, "text": text, "rows": rows[:FOUND_SHOWN], "more": len(rows) > FOUND_SHOWN}
    return render(request, "demands/chamber_choose.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def raise_for_member(request: HttpRequest, enterprise: int) -> HttpResponse:
    chamber = acting_chamber(request)
    member = get_object_or_404(roster_of(chamber), pk=enterprise)
    posted = request.method == "POST"
    first = Contact.objects.filter(enterprise=member).order_by("-is_primary", "pk").first()
    known = {"contact_name": first.name, "contact_phone": first.phone.removeprefix("+86")} if first else {}
    form = MemberDemandForm(request.POST if posted else None, request.FILES if posted else None, initial=known)
    if posted and form.is_valid():
        values = form.cleaned_data
        try:
            sent = actions.raise_demand(
                enterprise=member,
                by=request.user,
                source=Source.CHAMBER,
                title=values["title"],
                text=values["text"],
                hat=request.hat.label,
                category=values["category"] or "",
                contact_name=values["contact_name"],
                contact_phone=values["contact_phone"],
                chamber=chamber,
                papers=values["papers"],
            )
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Sent. You will be told of every step."))
            return redirect("chamber_demands:demand", pk=sent.pk)
    return render(request, "demands/chamber_raise.html", {"chamber": chamber, "member": member, "form": form})


def _load(request: HttpRequest, pk: int) -> Demand:
    """One that a chamber of this secretary's may follow; 404 for any other. Puts on that chamber's hat."""
    found = Demand.objects.of_chambers_of(request.user).for_page()
    demand = get_object_or_404(found, pk=pk)
    acting_for(request, SECRETARY, demand.chamber_id)
    return demand


@login_required
@require_safe
def demand(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _load(request, pk))


def _page(request: HttpRequest, demand: Demand, remark: RemarkForm | None = None) -> HttpResponse:
    context = {
        **pages.case_context(demand, request.user, remark),
        "chamber": demand.chamber,
        "stages": pages.stages(demand),
        "withdraw_form": WithdrawForm(demand=demand, auto_id="withdraw_%s")
        if access.may_withdraw(request.user, demand)
        else None,
        "write_url": "chamber_demands:write",
        "enterprise_side": True,
    }
    return render(request, "demands/chamber_demand.html", context)


@login_required
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    demand = _load(request, pk)
    form = RemarkForm(request.POST, request.FILES, auto_id="remark_%s")
    if access.may_write(request.user, demand) and not form.is_valid():
        return _page(request, demand, form)
    values = form.cleaned_data if form.is_valid() else {}
    perform(request, demand, write_remark, _("Sent."), request.hat.label, **values)
    return redirect("chamber_demands:demand", pk=demand.pk)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    demand = _load(request, pk)
    form = WithdrawForm(request.POST, demand=demand)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    perform(request, demand, actions.withdraw_demand, _("Taken back."), request.hat.label, reason=reason)
    return redirect("chamber_demands:demand", pk=demand.pk)
