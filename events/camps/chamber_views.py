"""The secretary's page of camps: what is kept for the chamber, who applied through it, whom it recommends."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, F, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from chambers.bodies.models import Chamber
from chambers.desk.views import acting_chamber
from chambers.hats import SECRETARY
from events.camps import access, actions
from events.camps.flows import APPLICATIONS
from events.camps.forms import ReasonForm, RemarkForm
from events.camps.models import CampApplication, Cohort
from events.camps.places import places_of
from events.camps.statuses import ANNOUNCED, COMING, HELD, OPEN, Status
from federation.accounts.hats import acting_for
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.paging import keyset_page


@login_required
@require_safe
def cohorts(request: HttpRequest) -> HttpResponse:
    chamber = acting_chamber(request)
    through = CampApplication.objects.filter(chamber=chamber)
    found = (
        Cohort.objects.filter(status__in=ANNOUNCED)
        .filter(Q(status__in=COMING) | Exists(through.filter(cohort=OuterRef("pk"))))
        .select_related("camp")
        .prefetch_related("quotas")
    )
    page = keyset_page(found, request, order=("-starts_on", "-pk"))
    # Counted for the cohorts of the page alone.
    open_ = through.filter(cohort__in=[row.pk for row in page], status__in=OPEN).order_by().values("cohort")
    waiting = Count("pk", filter=Q(status=Status.APPLIED))
    counted = {row["cohort"]: row for row in open_.annotate(ours=Count("pk"), waiting=waiting)}
    for row in page:
        row.ours, row.waiting = (counted.get(row.pk, {}).get(name, 0) for name in ("ours", "waiting"))
        row.kept = next((quota.seats for quota in row.quotas.all() if quota.chamber_id == chamber.pk), None)
    return render(request, "camps/chamber_cohorts.html", {"chamber": chamber, "page": page})


@login_required
@require_safe
def cohort(request: HttpRequest, pk: int) -> HttpResponse:
    chamber = acting_chamber(request)
    cohort = get_object_or_404(Cohort.objects.filter(status__in=ANNOUNCED).select_related("camp"), pk=pk)
    return _page(request, chamber, cohort)


def _page(request: HttpRequest, chamber: Chamber, cohort: Cohort, **context: Any) -> HttpResponse:
    rows = list(
        CampApplication.objects.filter(cohort=cohort, chamber=chamber)
        .select_related("participant", "cohort")
        .order_by(F("rank").asc(nulls_last=True), "status_since", "pk")
    )
    mine = {row.pk for row in CampApplication.objects.concerning(request.user).filter(pk__in=[one.pk for one in rows])}
    places = places_of(cohort)
    open_ = cohort.status in ("open", "selection")
    for row in rows:
        row.own = row.pk in mine
        row.may_recommend = open_ and row.status == Status.APPLIED and not row.own
        row.may_take_back = open_ and row.status == Status.RECOMMENDED and not row.own
    context |= {
        "chamber": chamber,
        "cohort": cohort,
        "rows": rows,
        "kept": places.kept.get(chamber.pk),
        "seats": places.seats_of(chamber.pk),
        "given": places.given.get(chamber.pk, 0),
        "ranked": sum(row.rank is not None for row in rows),
        "was_held": cohort.status in HELD,
        "remark": RemarkForm(),
        "reason": ReasonForm(),
    }
    return render(request, "camps/chamber_cohort.html", context)


def _load(request: HttpRequest, pk: int) -> CampApplication:
    """An application through a chamber of this secretary's; 404 for any other. Puts on that chamber's hat."""
    found = CampApplication.objects.filter(chamber__in=Chamber.objects.run_by(request.user))
    application = get_object_or_404(found.select_related("cohort", "participant"), pk=pk)
    acting_for(request, SECRETARY, application.chamber_id)
    return application


def _acted(
    request: HttpRequest, application: CampApplication, act: Callable[..., Any], done: str, **values: Any
) -> HttpResponse:
    try:
        act(application, by=request.user, **values)
    except AlreadyMoved as error:
        messages.warning(request, " ".join(error.messages))
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
    except PermissionDenied:
        application.refresh_from_db()
        if not access.is_own(request.user, application):
            messages.warning(request, APPLICATIONS.where_it_stands(application))
        else:
            messages.error(request, _("It is your own or your enterprise's: somebody else has to speak for it."))
    else:
        messages.success(request, done)
    return redirect("camps_chamber:cohort", pk=application.cohort_id)


@login_required
@require_POST
def recommend(request: HttpRequest, pk: int) -> HttpResponse:
    application = _load(request, pk)
    form = RemarkForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    done = _("Recommended.")
    return _acted(request, application, actions.recommend_application, done, reason=reason, hat=request.hat.label)


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    application = _load(request, pk)
    reason = request.POST.get("reason", "")
    done = _("The recommendation was taken back.")
    return _acted(request, application, actions.take_back_recommendation, done, reason=reason, hat=request.hat.label)


@login_required
@require_POST
def move_up(request: HttpRequest, pk: int) -> HttpResponse:
    return _acted(request, _load(request, pk), actions.move_up, _("Moved up."))
