"""The roll, called on a phone: a list for each session, ticked by whoever stands at the door."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from events.camps import access, roll_actions
from events.camps.models import Attendance, CampApplication, CampSession, Cohort
from events.camps.statuses import Status
from federation.accounts.hats import STAFF, acting_as
from federation.cases.errors import CaseError


def _require_caller(request: HttpRequest, cohort: Cohort) -> None:
    """Raises Http404 for who isn't staff, PermissionDenied for staff who don't call rolls."""
    acting_as(request, STAFF)
    if not request.user.has_perm(access.ROLL):
        raise PermissionDenied


@login_required
@require_safe
def sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """The sessions of a cohort, each with how many of how many were there."""
    acting_as(request, STAFF)
    cohort = get_object_or_404(Cohort.objects.select_related("camp"), pk=pk)
    _require_caller(request, cohort)
    found = list(cohort.sessions.annotate(here=Count("attendances")).order_by("day", "starts_at", "pk"))
    now = timezone.now()
    context = {
        "cohort": cohort,
        "sessions": [(one, roll_actions.begins(one) - roll_actions.BEFORE <= now) for one in found],
        "today": timezone.localdate(),
        "on_roll": cohort.applications.filter(status=Status.CONFIRMED).count(),
        "open": access.may_call_roll(request.user, cohort),
    }
    return render(request, "camps/roll_sessions.html", context)


def _session(request: HttpRequest, pk: int) -> CampSession:
    acting_as(request, STAFF)
    session = get_object_or_404(CampSession.objects.select_related("cohort__camp"), pk=pk)
    _require_caller(request, session.cohort)
    return session


@login_required
@require_safe
def roll(request: HttpRequest, pk: int) -> HttpResponse:
    session = _session(request, pk)
    ticks = {one.application_id: one for one in Attendance.objects.filter(session=session).select_related("marked_by")}
    rows = [(one, ticks.get(one.pk)) for one in roll_actions.on_roll(session.cohort)]
    context: dict[str, Any] = {
        "session": session,
        "cohort": session.cohort,
        "missing": [one for one, tick in rows if tick is None],
        "here": [(one, tick) for one, tick in rows if tick is not None],
        "total": len(rows),
        "open": access.may_call_roll(request.user, session.cohort),
        "has_begun": roll_actions.begins(session) - roll_actions.BEFORE <= timezone.now(),
    }
    return render(request, "camps/roll.html", context)


@login_required
@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """Ticks are added, never exchanged: what another phone ticked meanwhile stays."""
    session = _session(request, pk)
    chosen = [int(value) for value in request.POST.getlist("here") if value.isdecimal() and len(value) < 19]
    try:
        number = roll_actions.tick(session, chosen, by=request.user)
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(
            request,
            ngettext("%(number)d person ticked.", "%(number)d people ticked.", number) % {"number": number}
            if number
            else _("Nobody new was ticked."),
        )
    return redirect("camps:roll", pk=session.pk)


@login_required
@require_POST
def untick(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    session = _session(request, pk)
    people = CampApplication.objects.filter(cohort=session.cohort).select_related("participant")
    person = get_object_or_404(people, pk=application)
    try:
        roll_actions.untick(session, person, by=request.user)
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("%(name)s isn't ticked any more.") % {"name": person.name})
    return redirect("camps:roll", pk=session.pk)
