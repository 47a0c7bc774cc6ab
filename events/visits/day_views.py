"""The staff's pages of visit days: the calendar of Thursdays, one day, whom to choose for it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.visits import access, day_actions, pages
from events.visits.answering import attempt, refuse
from events.visits.flow import DAY_FLOW
from events.visits.forms import DayForm, PlanForm, ProposalFilter, ReasonForm
from events.visits.models import Visit, VisitDay
from events.visits.proposals import explanation, proposals
from events.visits.statuses import DAY_OPEN, OPEN, DayStatus
from federation.accounts.hats import STAFF, acting_as
from federation.cases.pages import entries
from federation.portal.paging import keyset_page
from members.enterprises.models import Enterprise

COMING, MINE = 10, 10


def staff_only(request: HttpRequest) -> None:
    """404 for who wears no staff's hat, 403 for staff who neither see visits nor lead any."""
    acting_as(request, STAFF)
    if not (access.reads_all(request.user) or access.is_leader(request.user)):
        raise PermissionDenied


def load_day(request: HttpRequest, pk: int) -> VisitDay:
    staff_only(request)
    return get_object_or_404(VisitDay.objects.visible_to(request.user), pk=pk)


@login_required
@require_safe
def days(request: HttpRequest) -> HttpResponse:
    staff_only(request)
    seen = VisitDay.objects.visible_to(request.user)
    coming = pages.with_numbers(seen.filter(status__in=sorted(DAY_OPEN))).order_by("on", "pk")
    past = pages.with_numbers(seen.exclude(status__in=sorted(DAY_OPEN)))
    mine = Visit.objects.led_by(request.user).filter(day__status=DayStatus.CONFIRMED, status__in=sorted(OPEN))
    context = {
        "coming": list(coming[: COMING + 1]),
        "most": COMING,
        "page": keyset_page(past, request, order=("-on", "-pk")),
        "mine": list(mine.select_related("town", "day").order_by("starts_at", "pk")[:MINE]),
        "plans": access.plans(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "visits/days.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    staff_only(request)
    refuse(access.plans(request.user))
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made: list[VisitDay] = []

        def act() -> None:
            made.append(day_actions.plan_day(by=request.user, hat=request.hat.label, **form.cleaned_data))

        if attempt(request, act, _("The day is planned. Now choose enterprises."), form):
            return redirect("visits:propose", made[0].pk)
    return render(request, "visits/plan.html", {"form": form})


@login_required
@require_safe
def day(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, load_day(request, pk))


def _page(request: HttpRequest, day: VisitDay, **forms: Any) -> HttpResponse:
    visits = pages.visits_of(day, request.user)
    context = {
        "day": day,
        "visits": visits,
        "progress": pages.progress_of(visits),
        "leaders": [
            str(one.leader) for one in day.day_leaders.select_related("leader").order_by("leader__since", "pk")
        ],
        "verbs": pages.verbs_of_day(request.user, day),
        "sees_all": access.reads_all(request.user),
        "cancel_form": forms.get("cancel") or ReasonForm(auto_id="cancel_%s"),
        "entries": entries(day.steps),
        "today": timezone.localdate(),
    }
    return render(request, "visits/day.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    day = load_day(request, pk)
    refuse(access.plans(request.user))
    initial = {"leaders": list(day.day_leaders.values_list("leader", flat=True)), "note": day.note}
    form = DayForm(request.POST or None, day=day, initial=initial)
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            day_actions.change_day(day, by=request.user, **form.cleaned_data)

        if attempt(request, act, _("Saved."), form):
            return redirect(day)
    return render(request, "visits/change.html", {"day": day, "form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Proposals with their reasons; what is ticked goes on the day's list."""
    day = load_day(request, pk)
    refuse(access.plans(request.user))
    if request.method == "POST":
        keys = [int(key) for key in request.POST.getlist("enterprise")[:100] if key.isdecimal() and len(key) < 19]
        chosen = list(Enterprise.objects.filter(pk__in=keys))
        if not chosen:
            messages.warning(request, _("Tick the enterprises that should be visited."))
            return redirect(request.get_full_path())
        words = ngettext("%(number)d enterprise chosen.", "%(number)d enterprises chosen.", len(chosen))

        def act() -> None:
            day_actions.choose_enterprises(day, chosen, by=request.user, hat=request.hat.label)

        if attempt(request, act, words % {"number": len(chosen)}):
            return redirect(day)
        return redirect(request.get_full_path())
    narrowing = ProposalFilter(request.GET, auto_id="narrow_%s")
    wanted = narrowing.wanted()
    context = {
        "day": day,
        "open": day.status in DAY_OPEN,
        "filter": narrowing,
        "active_count": sum(bool(request.GET.get(name)) for name in narrowing.fields),
        "proposals": proposals(wanted),
        "explanation": explanation(),
        "found_by_name": bool(wanted.text.strip()),
    }
    return render(request, "visits/propose.html", context)


def _moved(request: HttpRequest, pk: int, act: Callable[..., VisitDay], done: str) -> HttpResponse:
    day = load_day(request, pk)
    refuse(access.plans(request.user))
    attempt(request, lambda: act(day, by=request.user, hat=request.hat.label), done)
    return redirect(day)


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    return _moved(request, pk, day_actions.confirm_day, _("Announced: enterprises and leaders are told."))


@login_required
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    return _moved(request, pk, day_actions.finish_day, _("The day is closed."))


@login_required
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    day = load_day(request, pk)
    refuse(access.plans(request.user))
    form = ReasonForm(request.POST, auto_id="cancel_%s")
    if not form.is_valid():
        return _page(request, day, cancel=form)

    def act() -> None:
        day_actions.cancel_day(day, by=request.user, hat=request.hat.label, **form.cleaned_data)

    if not DAY_FLOW.can_move(day, DayStatus.CANCELLED):
        messages.warning(request, DAY_FLOW.where_it_stands(day))
    else:
        attempt(request, act, _("The day is called off; everybody is told."))
    return redirect(day)
