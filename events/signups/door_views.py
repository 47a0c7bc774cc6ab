"""At the door: the code, the list to tick, walk-ins, the attendance sheet, a word to the people; and the page that a
scanned code opens."""

import io

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.events import access
from events.events.errors import EventError
from events.events.models import Event
from events.events.statuses import Status as EventStatus
from events.events.views import visible_event
from events.signups import access as signup_access
from events.signups import door as actions
from events.signups.forms import CheckInForm, WalkInForm, WriteForm
from events.signups.models import EventAttendance, SignUp
from events.signups.resources import attendance_sheet
from events.signups.statuses import STANDING, Status
from events.signups.writing import Group, write_to
from federation.cases.errors import CaseError
from federation.portal.paging import keyset_page

PAGE_SIZE = 100
SHOWN = {
    "going": (Status.GOING,),
    "waiting": (Status.WAITING,),
    "away": (Status.DECLINED, Status.CANCELLED),
}


def _event(request: HttpRequest, pk: int) -> Event:
    """404 for who may not know of it, 403 for who may not see its people."""
    event = visible_event(request, pk, "chamber")
    if not access.may_see_people(request.user, event):
        raise PermissionDenied
    return event


def _kept(request: HttpRequest, pk: int) -> Event:
    event = _event(request, pk)
    if not access.manages(request.user, event):
        raise PermissionDenied
    return event


def with_attendance(signups: QuerySet[SignUp]) -> QuerySet[SignUp]:
    came = EventAttendance.objects.filter(event=OuterRef("event"), participant=OuterRef("participant"))
    return signups.annotate(attendance=Subquery(came.values("pk")[:1]), came_at=Subquery(came.values("at")[:1]))


def narrowed(signups: QuerySet[SignUp], text: str) -> QuerySet[SignUp]:
    """By a part of the name or of the enterprise, or by the last digits of the telephone."""
    if not text:
        return signups
    by_words = Q(name__icontains=text) | Q(enterprise_name__icontains=text)
    digits = "".join(letter for letter in text if letter.isdigit())
    return signups.filter(by_words | Q(participant__phone__endswith=digits) if len(digits) >= 4 else by_words)


@login_required
@require_safe
def door(request: HttpRequest, pk: int) -> HttpResponse:
    event = _event(request, pk)
    text = request.GET.get("q", "").replace("\0", "").strip()[:40]
    only = request.GET.get("only", "")
    shown = SHOWN.get(only, tuple(STANDING))
    found = narrowed(SignUp.objects.filter(event=event, status__in=shown), text)
    page = keyset_page(
        with_attendance(found).select_related("participant"), request, order=("sort_key", "pk"), size=PAGE_SIZE
    )
    came = EventAttendance.objects.filter(event=event)
    walk_ins = came.exclude(participant__in=SignUp.objects.filter(event=event).standing().values("participant"))
    context = {
        "event": event,
        "page": page,
        "text": text,
        "only": only,
        "came": came.count(),
        "going": event.places.taken,
        "walk_ins": walk_ins.order_by("-at", "-pk")[:PAGE_SIZE],
        "keeps": access.may_keep_door(request.user, event),
        "gives_up": signup_access.may_give_up_for(request.user, event),
        "writes": signup_access.may_write(request.user, event),
        "form": WalkInForm(),
        "back": request.GET.urlencode(),
    }
    return render(request, "events/door.html", context)


def _back(request: HttpRequest, event: Event, anchor: str = "") -> HttpResponse:
    """To the list as it was: only its own terms are taken over."""
    terms = {name: request.POST[name] for name in ("q", "only", "after", "before") if request.POST.get(name)}
    address = reverse("events:door", args=[event.pk])
    return redirect(f"{address}{'?' + urlencode(terms) if terms else ''}{'#' + anchor if anchor else ''}")


@login_required
@require_POST
def tick(request: HttpRequest, pk: int, signup: int) -> HttpResponse:
    event = _kept(request, pk)
    found = get_object_or_404(SignUp.objects.filter(event=event).select_related("event", "participant"), pk=signup)
    try:
        actions.tick(found, by=request.user)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
    return _back(request, event, f"s{found.pk}")


@login_required
@require_POST
def untick(request: HttpRequest, pk: int, attendance: int) -> HttpResponse:
    event = _kept(request, pk)
    found = EventAttendance.objects.filter(event=event, pk=attendance).select_related("event").first()
    try:
        if found is not None:
            actions.untick(found, by=request.user)
    except CaseError as error:
        messages.warning(request, " ".join(error.messages))
    return _back(request, event)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    event = _kept(request, pk)
    form = WalkInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            attendance = actions.walk_in(event, by=request.user, **form.cleaned_data)
        except CaseError as error:
            messages.warning(request, " ".join(error.messages))
        else:
            messages.success(request, _("%(name)s is on the list.") % {"name": attendance.name})
        return redirect("events:door", event.pk)
    return render(request, "events/walk_in.html", {"event": event, "form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """A message to the people on the list, in the portal and by mail."""
    event = _kept(request, pk)
    form = WriteForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        sent = write_to(
            event, by=request.user, group=Group(values["group"]), title=values["title"], text=values["text"]
        )
        if not sent:
            form.add_error("group", _("Nobody of them has an account, or all of them have had this message today."))
        else:
            words = ngettext("Sent to %(number)d person.", "Sent to %(number)d people.", len(sent))
            messages.success(request, words % {"number": len(sent)})
            return redirect("events:door", event.pk)
    return render(request, "events/write.html", {"event": event, "form": form})


@never_cache
@login_required
@require_safe
def code(request: HttpRequest, pk: int) -> HttpResponse:
    """For the screen or the printer at the door."""
    event = _kept(request, pk)
    context = {
        "event": event,
        "checks_in": event.status == EventStatus.CHECK_IN,
        "refresh": actions.ROTATES_SECONDS if event.code_rotates else None,
        "came": EventAttendance.objects.filter(event=event).count(),
    }
    return render(request, "events/code.html", context)


@never_cache
@login_required
@require_safe
def code_picture(request: HttpRequest, pk: int) -> HttpResponse:
    event = _kept(request, pk)
    address = reverse("events:check_in", args=[actions.door_code(event)])
    picture = io.BytesIO()
    segno.make(f"{settings.PORTAL_URL}{address}", error="m", micro=False).save(
        picture, kind="svg", scale=8, border=3, xmldecl=False, light="#ffffff", svgclass=None, lineclass=None
    )
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest, code: str) -> HttpResponse:
    """What a phone opens when it scans the code. Reading changes nothing: the person presses the button."""
    try:
        event = actions.event_of_code(code)
    except EventError as error:
        return render(request, "events/check_in.html", {"fault": " ".join(error.messages)}, status=404)
    form = CheckInForm(request.POST if request.method == "POST" and "name" in request.POST else None)
    context = {"event": event, "form": form, "code": code}
    try:
        actions.refuse_unless_checking_in(event)
        if request.method == "POST" and not form.is_bound and request.user.is_authenticated:
            context["attendance"] = actions.check_in_account(event, user=request.user)
        elif form.is_bound and form.is_valid():
            context["attendance"] = actions.check_in_colleague(event, **form.cleaned_data)
            # One telephone may be all that a party has with it.
            context["form"] = CheckInForm()
    except CaseError as error:
        context["fault"] = " ".join(error.messages)
    if request.user.is_authenticated and not form.is_bound and "attendance" not in context:
        came = EventAttendance.objects.filter(event=event, participant__user=request.user)
        context["attendance"] = came.first()
    return render(request, "events/check_in.html", context)


@login_required
@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Who signed up and who came, as a workbook."""
    event = _event(request, pk)
    path = attendance_sheet(event)
    name = _("%(event)s attendance %(day)s.xlsx") % {"event": event.title, "day": f"{event.day:%Y-%m-%d}"}
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    # Open files outlive their names here: nothing is left to clean up.
    path.unlink()
    return response
