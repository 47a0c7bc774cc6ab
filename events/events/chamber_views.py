"""A secretary files the chamber's events and runs them; the federation approves."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from chambers.bodies.models import Chamber
from chambers.desk.views import acting_chamber
from chambers.hats import SECRETARY
from events.events import access, planning
from events.events.flow import FLOW
from events.events.forms import AdjustForm, EventForm
from events.events.models import Event
from events.events.statuses import Status
from events.events.verbs import VERBS, Verb, open_to
from events.signups.models import EventAttendance, SignUp
from federation.accounts.hats import acting_for
from federation.cases.errors import AlreadyMoved, CaseError
from federation.cases.pages import entries
from federation.portal.paging import keyset_page


@login_required
@require_safe
def events(request: HttpRequest) -> HttpResponse:
    chamber = acting_chamber(request)
    found = Event.objects.filter(chamber=chamber).select_related("places")
    chosen = request.GET.get("status", "")
    if chosen in Status.values:
        found = found.filter(status=chosen)
    context = {
        "chamber": chamber,
        "page": keyset_page(found, request, order=("-starts_at", "-pk")),
        "statuses": Status.choices,
        "chosen": chosen,
    }
    return render(request, "chamber_desk/events.html", context)


def _load(request: HttpRequest, pk: int) -> tuple[Event, Chamber]:
    """An event of a chamber that this person runs; 404 for any other. Puts on that chamber's hat."""
    run = Event.objects.run_by(request.user).select_related("chamber", "series", "places")
    event = get_object_or_404(run, pk=pk)
    acting_for(request, SECRETARY, event.chamber_id)
    return event, event.chamber


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    chamber = acting_chamber(request)
    form = EventForm(request.POST if request.method == "POST" else None, chamber=chamber)
    if request.method == "POST" and form.is_valid():
        try:
            event = planning.plan_event(by=request.user, hat=request.hat.label, chamber=chamber, **form.values())
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The plan is kept. Send it for approval when it is ready."))
            return redirect("chamber_events:event", event.pk)
    return render(request, "chamber_desk/event_form.html", {"chamber": chamber, "form": form})


@login_required
@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    found, chamber = _load(request, pk)
    verbs = [verb for verb in open_to(request.user, found) if verb.by_secretary]
    standing = SignUp.objects.filter(event=found)
    context = {
        "event": found,
        "chamber": chamber,
        "verbs": verbs,
        "may_edit": access.may_change(request.user, found) or access.may_adjust(request.user, found),
        "keeps_door": access.may_keep_door(request.user, found),
        "hosts": found.hosts.all(),
        "invited": [one.chamber for one in found.invitations.select_related("chamber")],
        "waiting": standing.in_line().count(),
        "came": EventAttendance.objects.filter(event=found).count(),
        "entries": entries(found.steps),
    }
    return render(request, "chamber_desk/event.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """All of a plan; of what is announced, only what may still be put right."""
    found, chamber = _load(request, pk)
    plans = access.may_change(request.user, found)
    if not plans and not access.may_adjust(request.user, found):
        messages.warning(request, FLOW.where_it_stands(found))
        return redirect("chamber_events:event", found.pk)
    sent = request.POST if request.method == "POST" else None
    form = EventForm(sent, instance=found) if plans else AdjustForm(sent, instance=found)
    if sent is not None and form.is_valid():
        try:
            if plans:
                planning.change_plan(found, by=request.user, hat=request.hat.label, **form.values())
            else:
                planning.adjust_event(found, by=request.user, **form.values())
        except AlreadyMoved as error:
            messages.warning(request, error.message)
            return redirect("chamber_events:event", found.pk)
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("chamber_events:event", found.pk)
    return render(request, "chamber_desk/event_form.html", {"chamber": chamber, "form": form, "event": found})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One of the verbs: asked for with a form where something must be said, else by a button."""
    found, chamber = _load(request, pk)
    verb = VERBS.get(name)
    if verb is None or not verb.by_secretary:
        raise Http404
    back = redirect("chamber_events:event", found.pk)
    form = verb.form_for(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and (form is None or form.is_valid()):
        error = done(request, found, verb, verb.values(form) if form else {})
        if error is None or form is None:
            if error is not None:
                messages.error(request, " ".join(error.messages))
            return back
        form.add_error(None, error)
    elif form is not None and not verb.may(request.user, found):
        messages.warning(request, FLOW.where_it_stands(found))
        return back
    if form is None:
        return back
    context = {"event": found, "chamber": chamber, "verb": verb, "form": form}
    return render(request, "chamber_desk/event_act.html", context)


def done(request: HttpRequest, event: Event, verb: Verb, values: dict[str, Any]) -> CaseError | None:
    """Do it and say so; returns what its reader can mend. Who was too late is told who was quicker."""
    try:
        verb.act(event, by=request.user, hat=request.hat.label if request.hat else "", **values)
    except AlreadyMoved as error:
        messages.warning(request, error.message)
    except CaseError as error:
        return error
    except PermissionDenied:
        event.refresh_from_db()
        if verb.may(request.user, event):
            raise
        messages.warning(request, FLOW.where_it_stands(event))
    else:
        messages.success(request, str(verb.done))
    return None
