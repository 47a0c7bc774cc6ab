"""/partners/demands/: a department's officers deal with what was assigned to it, the shortest deadline first."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from federation.accounts.hats import acting_as, acting_for
from federation.portal.paging import keyset_page
from members.hats import PARTNER
from members.partners.models import PartnerOrganisation
from services.demands import access, pages
from services.demands.deeds import OF_DEPARTMENTS, named
from services.demands.forms import NoteForm, RemarkForm
from services.demands.models import Demand
from services.demands.remarks import write_remark
from services.demands.replies import perform, refuse
from services.demands.statuses import IN_HAND, OPEN, Status

IN_HAND_LIST, ANSWERED, ALL = "in-hand", "answered", "all"


def acting_department(request: HttpRequest) -> PartnerOrganisation:
    """The department under the hat worn now. Raises Http404 for an officer of anything else."""
    hat = acting_as(request, PARTNER)
    department = PartnerOrganisation.objects.filter(
        pk=hat.object_id, kind=PartnerOrganisation.Kind.DEPARTMENT, is_active=True
    ).first()
    if department is None:
        raise Http404
    return department


@login_required
@require_safe
def demands(request: HttpRequest) -> HttpResponse:
    """What it has in hand, by deadline; what it answered and waits for the call back; everything, newest first."""
    department = acting_department(request)
    found = Demand.objects.filter(department=department).for_list()
    show = request.GET.get("show", IN_HAND_LIST)
    if show == ALL:
        rows, order = found, ("-raised_at", "-pk")
    elif show == ANSWERED:
        rows, order = found.filter(status=Status.ANSWERED), ("-raised_at", "-pk")
    else:
        show, rows, order = IN_HAND_LIST, found.in_hand(), ("due_at", "pk")
    context = {"department": department, "page": keyset_page(rows, request, order=order), "show": show}
    return render(request, "demands/department_list.html", context)


def _load(request: HttpRequest, pk: int) -> Demand:
    """One that is, or was last, with a department of this officer's; 404 for any other. Puts on its hat."""
    demand = get_object_or_404(Demand.objects.of_departments_of(request.user).for_page(), pk=pk)
    acting_for(request, PARTNER, demand.department_id)
    return demand


@login_required
@require_safe
def demand(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _load(request, pk))


def _page(
    request: HttpRequest,
    demand: Demand,
    remark: RemarkForm | None = None,
    bound: tuple[str, object] | None = None,
) -> HttpResponse:
    context = {
        **pages.case_context(demand, request.user, remark),
        "department": demand.department,
        "deeds": pages.deed_forms(OF_DEPARTMENTS, demand, request.user, bound),
        "calls": demand.status in IN_HAND and access.in_charge(request.user, demand),
        "own": access.is_own(request.user, demand),
        "write_url": "department_demands:write",
        "note_url": "department_demands:note",
    }
    return render(request, "demands/department_demand.html", context)


@login_required
@require_POST
def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    demand = _load(request, pk)
    deed = named(OF_DEPARTMENTS, name)
    form = deed.form_for(demand, request.POST, request.FILES)
    if not deed.may(request.user, demand):
        refuse(request, demand)
    elif not form.is_valid():
        return _page(request, demand, bound=(name, form))
    else:
        perform(request, demand, deed.act, str(deed.done), request.hat.label, **form.cleaned_data)
    visible = Demand.objects.of_departments_of(request.user).filter(pk=pk).exists()
    return redirect("department_demands:demand", pk=pk) if visible else redirect("department_demands:list")


@login_required
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    return _said(request, _load(request, pk), internal=False)


@login_required
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    return _said(request, _load(request, pk), internal=True)


def _said(request: HttpRequest, demand: Demand, internal: bool) -> HttpResponse:
    kind = NoteForm if internal else RemarkForm
    form = kind(request.POST, request.FILES, auto_id="note_%s" if internal else "remark_%s")
    if demand.status in OPEN and not form.is_valid():
        return _page(request, demand, remark=form)
    values = form.cleaned_data if form.is_valid() else {}
    done = _("The note is kept.") if internal else _("Sent.")
    perform(request, demand, write_remark, done, request.hat.label, internal=internal, **values)
    return redirect("department_demands:demand", pk=demand.pk)
