"""What those who are visited see: the enterprise answers for itself, its chambers' secretaries read."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from chambers.desk.views import acting_chamber
from events.visits import access, actions, pages
from events.visits.answering import attempt, refuse
from events.visits.forms import RemarkForm, WishForm
from events.visits.models import Visit
from federation.accounts.hats import acting_as, acting_for
from federation.portal.paging import keyset_page
from members.hats import ENTERPRISE
from services.demands.messages import chamber_page, own_page
from services.demands.models import Demand

LISTED = ("day", "town", "chamber")
ORDER = ("-starts_at", "-pk")


@login_required
@require_safe
def ours_list(request: HttpRequest) -> HttpResponse:
    hat = acting_as(request, ENTERPRISE)
    found = Visit.objects.announced().of_enterprises(request.user).filter(enterprise=hat.object_id)
    page = keyset_page(found.select_related(*LISTED).prefetch_related("visit_leaders"), request, order=ORDER)
    return render(request, "visits/ours_list.html", {"page": page})


def _load_ours(request: HttpRequest, pk: int) -> Visit:
    """An announced visit to an enterprise of this person's; puts on that enterprise's hat."""
    found = Visit.objects.of_enterprises(request.user).select_related("day", "town")
    visit = get_object_or_404(found, pk=pk)
    if not access.may_see_ours(request.user, visit):
        raise Http404
    acting_for(request, ENTERPRISE, visit.enterprise_id)
    return visit


@login_required
@require_safe
def ours(request: HttpRequest, pk: int) -> HttpResponse:
    return _ours_page(request, _load_ours(request, pk))


def _ours_page(request: HttpRequest, visit: Visit, **forms: object) -> HttpResponse:
    context = {
        "visit": visit,
        "leaders": list(visit.visit_leaders.all()),
        "people": list(visit.people.all()),
        "photos": list(visit.photos.select_related("file")),
        "demands": pages.demands_of(visit, Demand.objects.of_enterprises_of(request.user), own_page),
        "verbs": pages.verbs_of(request.user, visit),
        "remark_form": forms.get("remark") or RemarkForm(auto_id="remark_%s"),
        "wish_form": forms.get("wish") or WishForm(auto_id="wish_%s"),
        "entries": pages.entries(visit, outside=True),
    }
    return render(request, "visits/ours.html", context)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    visit = _load_ours(request, pk)
    refuse(access.acts_for(request.user, visit.enterprise_id, managing=True))
    form = RemarkForm(request.POST, auto_id="remark_%s")
    if not form.is_valid():
        return _ours_page(request, visit, remark=form)

    def act() -> None:
        actions.confirm_visit(visit, by=request.user, hat=request.hat.label, **form.cleaned_data)

    attempt(request, act, _("Thank you. We look forward to it."))
    return redirect("visits:ours", visit.pk)


@login_required
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    visit = _load_ours(request, pk)
    refuse(access.acts_for(request.user, visit.enterprise_id, managing=True))
    form = WishForm(request.POST, auto_id="wish_%s")
    if not form.is_valid():
        return _ours_page(request, visit, wish=form)

    def act() -> None:
        actions.ask_another_time(visit, by=request.user, hat=request.hat.label, **form.cleaned_data)

    attempt(request, act, _("Thank you. You will hear from us."))
    return redirect("visits:ours", visit.pk)


# --- The chamber ----------------------------------------------------------------------------------


@login_required
@require_safe
def chamber_list(request: HttpRequest) -> HttpResponse:
    """Announced visits to the chamber's members of today."""
    chamber = acting_chamber(request)
    found = Visit.objects.announced().to_members_of(chamber)
    page = keyset_page(found.select_related(*LISTED).prefetch_related("visit_leaders"), request, order=ORDER)
    return render(request, "visits/chamber_list.html", {"page": page, "chamber": chamber})


@login_required
@require_safe
def chamber_visit(request: HttpRequest, pk: int) -> HttpResponse:
    chamber = acting_chamber(request)
    found = Visit.objects.announced().to_members_of(chamber).select_related("day", "town")
    visit = get_object_or_404(found, pk=pk)
    shown = Demand.objects.of_chambers_of(request.user).filter(chamber=chamber)
    context = {
        "visit": visit,
        "chamber": chamber,
        "leaders": list(visit.visit_leaders.all()),
        "people": list(visit.people.all()),
        "demands": [row for row in pages.demands_of(visit, shown, chamber_page) if row["url"]],
        "entries": pages.entries(visit, outside=True),
    }
    return render(request, "visits/chamber_visit.html", context)
