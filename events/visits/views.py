"""The staff's pages of one visit: what to know before, and on the phone at the firm what was heard and seen."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.visits import access, actions, pages, recording
from events.visits.answering import attempt, refuse
from events.visits.brief import brief_of
from events.visits.brief_pdf import brief_pdf
from events.visits.day_views import staff_only
from events.visits.errors import NoteChanged
from events.visits.forms import (
    CallOffForm,
    DemandForm,
    NoteForm,
    NotMetForm,
    PersonForm,
    PhotosForm,
    ScheduleForm,
)
from events.visits.models import Visit
from events.visits.proposals import described
from events.visits.statuses import ANNOUNCED
from federation.accounts.models import User
from federation.audit.access import may_unmask
from federation.audit.forms import ReasonForm as UnmaskForm
from federation.cases.errors import CaseError
from services.demands.messages import staff_page
from services.demands.models import Demand
from services.demands.querysets import VIEW as VIEW_DEMANDS


def load(request: HttpRequest, pk: int) -> Visit:
    """A visit that this member of staff may read: by right, or because they lead it. Their own enterprise's they see
    only as its people do."""
    staff_only(request)
    visit = get_object_or_404(
        Visit.objects.visible_to(request.user).select_related("day", "enterprise", "town", "chamber"), pk=pk
    )
    refuse(access.may_read_note(request.user, visit))
    return visit


def load_to_write(request: HttpRequest, pk: int) -> Visit:
    """403 for who may read it and writes nothing on it, such as the auditor."""
    visit = load(request, pk)
    refuse(access.writes(request.user, visit))
    return visit


@login_required
@require_safe
def visit(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, load(request, pk))


def _demands_at_the_desk(user: User) -> QuerySet[Demand]:
    """The desk opens with its right alone: a leader without it reads here how a demand stands, and gets no link."""
    return Demand.objects.visible_to(user) if user.has_perm(VIEW_DEMANDS) else Demand.objects.none()


def page(request: HttpRequest, visit: Visit, **forms: Form) -> HttpResponse:
    verbs = pages.verbs_of(request.user, visit)
    known = described([visit.enterprise_id])
    context = {
        "visit": visit,
        "day": visit.day,
        "verbs": verbs,
        "leaders": list(visit.visit_leaders.all()),
        "reasons": known[0].reasons if known and not pages.is_over(visit) else [],
        "people": list(visit.people.all()),
        "photos": list(visit.photos.select_related("file")),
        "demands": pages.demands_of(visit, _demands_at_the_desk(request.user), staff_page),
        "entries": pages.entries(visit),
        "note_form": forms.get("note") or NoteForm(visit=visit, closing=verbs["close"], auto_id="note_%s"),
        "person_form": forms.get("person") or PersonForm(auto_id="person_%s"),
        "photos_form": forms.get("photos") or PhotosForm(auto_id="photos_%s"),
        "demand_form": forms.get("demand") or DemandForm(auto_id="demand_%s"),
        "not_met_form": forms.get("not_met") or NotMetForm(auto_id="not_met_%s"),
        "call_off_form": forms.get("call_off")
        or CallOffForm(announced=visit.day.status in ANNOUNCED, auto_id="call_off_%s"),
        "opened": set(forms),
    }
    return render(request, "visits/visit.html", context)


def written(
    request: HttpRequest, visit: Visit, form: Form, name: str, act: Callable[[], Any], done: str
) -> HttpResponse:
    """What was typed is kept in its form until it is taken; then the browser is told which form was sent."""
    if form.is_valid() and attempt(request, act, done, form):
        return redirect(f"{reverse('visits:visit', args=[visit.pk])}?sent={name}#{name}")
    visit.refresh_from_db()
    return page(request, visit, **{name: form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def schedule(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load(request, pk)
    refuse(access.plans(request.user))
    form = ScheduleForm(request.POST or None, visit=visit)
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            actions.schedule_visit(
                visit,
                by=request.user,
                hat=request.hat.label,
                starts_at=form.starts_at,
                leaders=form.cleaned_data["leaders"],
                place=form.cleaned_data["place"],
            )

        if attempt(request, act, _("Saved."), form):
            return redirect(visit.day)
    return render(request, "visits/schedule.html", {"visit": visit, "day": visit.day, "form": form})


@login_required
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    form = NoteForm(request.POST, visit=visit, closing=access.may_close(request.user, visit), auto_id="note_%s")

    def act() -> None:
        values = form.cleaned_data
        try:
            recording.save_note(visit, by=request.user, note=values["note"], base=values["base"] or None)
        except NoteChanged:
            visit.refresh_from_db()
            form.show_newest(visit)
            raise

    return written(request, visit, form, "note", act, _("The note is kept."))


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    form = NoteForm(request.POST, visit=visit, closing=True, auto_id="note_%s")

    def act() -> None:
        values = form.cleaned_data
        try:
            actions.close_visit(
                visit,
                by=request.user,
                hat=request.hat.label,
                note=values["note"],
                held_on=values["held_on"],
                base=values["base"] or None,
            )
        except NoteChanged:
            visit.refresh_from_db()
            form.show_newest(visit)
            raise

    return written(request, visit, form, "note", act, _("The visit is written up."))


@login_required
@require_POST
def not_met(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    form = NotMetForm(request.POST, auto_id="not_met_%s")

    def act() -> None:
        actions.say_not_met(visit, by=request.user, hat=request.hat.label, **form.cleaned_data)

    return written(request, visit, form, "not_met", act, _("Written down: nobody was met."))


@login_required
@require_POST
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load(request, pk)
    refuse(access.plans(request.user))
    form = CallOffForm(request.POST, announced=visit.day.status in ANNOUNCED, auto_id="call_off_%s")

    def act() -> None:
        actions.call_off_visit(visit, by=request.user, hat=request.hat.label, **form.cleaned_data)

    if form.is_valid() and attempt(request, act, _("The visit is called off."), form):
        return redirect(visit.day)
    visit.refresh_from_db()
    return page(request, visit, call_off=form)


@login_required
@require_POST
def add_person(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    form = PersonForm(request.POST, auto_id="person_%s")

    def act() -> None:
        recording.add_person(visit, by=request.user, **form.cleaned_data)

    return written(request, visit, form, "person", act, _("The person is entered."))


@login_required
@require_POST
def remove_person(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    row = get_object_or_404(visit.people, pk=person)
    attempt(request, lambda: recording.remove_person(row, by=request.user), _("Taken off."))
    return redirect(f"{visit.get_absolute_url()}#person")


@login_required
@require_POST
def add_photos(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    form = PhotosForm(request.POST, request.FILES, auto_id="photos_%s")

    def act() -> None:
        values = form.cleaned_data
        recording.add_photos(visit, by=request.user, uploads=values["photos"], caption=values["caption"])

    return written(request, visit, form, "photos", act, _("The photos are kept."))


@login_required
@require_POST
def remove_photo(request: HttpRequest, pk: int, photo: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    row = get_object_or_404(visit.photos, pk=photo)
    attempt(request, lambda: recording.remove_photo(row, by=request.user), _("Taken off."))
    return redirect(f"{visit.get_absolute_url()}#photos")


@login_required
@require_POST
def add_demand(request: HttpRequest, pk: int) -> HttpResponse:
    visit = load_to_write(request, pk)
    form = DemandForm(request.POST, auto_id="demand_%s")

    def act() -> None:
        values = {**form.cleaned_data}
        category = values.pop("category")
        recording.raise_on_visit(
            visit, by=request.user, hat=request.hat.label, category=category.code if category else "", **values
        )

    return written(request, visit, form, "demand", act, _("Raised: it is at the demands desk now."))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def brief(request: HttpRequest, pk: int) -> HttpResponse:
    """A page to print. Telephones are masked, unless somebody who may asks with a reason."""
    visit = load(request, pk)
    asks = may_unmask(request.user)
    form = UnmaskForm(request.POST or None)
    reason = ""
    if request.method == "POST":
        refuse(asks)
        if form.is_valid():
            reason = form.cleaned_data["reason"]
    context = {
        "brief": brief_of(visit, request=request, reason=reason),
        "visit": visit,
        "leaders": list(visit.visit_leaders.all()),
        "form": form if asks and not reason else None,
    }
    response = render(request, "visits/brief.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_safe
def brief_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The masked brief as a PDF: what is carried about holds no telephone in full."""
    visit = load(request, pk)
    try:
        content = brief_pdf(brief_of(visit), [str(one) for one in visit.visit_leaders.all()])
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("visits:brief", visit.pk)
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{visit.enterprise_name} {visit.day.on.isoformat()}.pdf"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response
