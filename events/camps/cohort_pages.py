"""Pages of a cohort in the admin: the places and who gets them, the chambers' quotas, the certificates, the roster."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from unfold.widgets import UnfoldAdminIntegerFieldWidget, UnfoldAdminTextInputWidget

from chambers.bodies.models import Chamber
from events.camps import access, actions, certificate_actions, cohort_actions
from events.camps.access import GIVING
from events.camps.certificate_actions import MOST_PAGES, standings
from events.camps.flows import COHORTS
from events.camps.models import CampApplication, Certificate, Cohort
from events.camps.pdf import certificates_pdf
from events.camps.places import places_of
from events.camps.querysets import VIEW_APPLICATIONS, VIEW_COHORTS
from events.camps.resources import export_attendance, export_roster
from events.camps.statuses import HELD, SEATED, UNDECIDED, CohortStatus, Status
from events.camps.views import pdf_response, verify_address
from federation.accounts.hats import staff_hat
from federation.accounts.models import User
from federation.audit.actions import note_shown
from federation.cases.errors import AlreadyMoved, CaseError
from federation.portal.paging import keyset_page

ROWS = 100
MOST_SHOWN = 500
SHOWN = {"undecided": UNDECIDED, "seated": SEATED, "all": tuple(Status)}
VERBS: dict[str, Callable[..., CampApplication]] = {
    "select": actions.select_application,
    "wait": actions.put_on_waiting_list,
    "decline": actions.decline_application,
    "confirm": actions.confirm_place,
    "withdraw": actions.withdraw_application,
}
WITH_REASON = ("decline", "withdraw", "wait", "select")


def links(user: User, cohort: Cohort) -> list[tuple[str, str]]:
    """The pages of this cohort that this person may open now: word and address."""
    announced = cohort.status != CohortStatus.PLANNED
    shown = (
        (announced and user.has_perm(VIEW_APPLICATIONS), _("Places"), "admin:events_cohort_places"),
        (access.may_edit(user, cohort), _("Quotas"), "admin:events_cohort_quotas"),
        (access.may_call_roll(user, cohort), _("Roll call"), "camps:sessions"),
        (
            cohort.status in HELD and user.has_perm(access.CERTIFY),
            _("Certificates"),
            "admin:events_cohort_certificates",
        ),
        (announced and user.has_perm(access.RUN), _("Roster (Excel)"), "admin:events_cohort_roster"),
    )
    return [(word, reverse(name, args=[cohort.pk])) for may, word, name in shown if may]


def _cohort(request: HttpRequest, pk: int, permission: str) -> Cohort:
    """Raises Http404 for who may not see cohorts, PermissionDenied for who may see but not do this."""
    if not request.user.has_perm(VIEW_COHORTS):
        raise PermissionDenied
    if not request.user.has_perm(permission):
        raise PermissionDenied
    return get_object_or_404(Cohort.objects.select_related("camp"), pk=pk)


def _context(request: HttpRequest, model_admin: ModelAdmin, cohort: Cohort, title: str) -> dict[str, Any]:
    return {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "original": cohort,
        "cohort": cohort,
        "title": f"{title} · {cohort}",
        "subtitle": None,
    }


# --- Places -----------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def places(request: HttpRequest, pk: int, model_admin: ModelAdmin) -> HttpResponse:
    """Who asked, in the order of their chambers' words, beside the seats that are left."""
    cohort = _cohort(request, pk, VIEW_APPLICATIONS)
    if request.method == "POST":
        if not access.runs(request.user):
            raise PermissionDenied
        _give(request, cohort)
        return HttpResponseRedirect(request.get_full_path())
    shown = request.GET.get("show", "undecided")
    if shown not in SHOWN:
        raise Http404
    found = CampApplication.objects.filter(cohort=cohort, status__in=SHOWN[shown])
    rows = keyset_page(found, request, order=("chamber_name", "pk"), size=ROWS)
    standing = places_of(cohort)
    chambers = Chamber.objects.filter(pk__in={*standing.kept, *standing.given}).order_by("position", "pk")
    context = _context(request, model_admin, cohort, _("Places")) | {
        "page": rows,
        "rows": sorted(rows, key=lambda row: (row.chamber_name, row.rank or 10_000, row.pk)),
        "shown": shown,
        "places": standing,
        "seats": [
            (one, standing.kept.get(one.pk), standing.given.get(one.pk, 0), standing.free_for(one.pk))
            for one in chambers
        ],
        "reason": UnfoldAdminTextInputWidget(attrs={"id": "places-reason", "maxlength": 500}).render("reason", ""),
        "may_give": cohort.status in GIVING and access.runs(request.user),
    }
    return TemplateResponse(request, "admin/events/cohort/places.html", context)


def _give(request: HttpRequest, cohort: Cohort) -> None:
    verb = request.POST.get("verb", "")
    chosen = [int(value) for value in request.POST.getlist("chosen") if value.isdecimal() and len(value) < 19]
    if verb not in VERBS:
        messages.error(request, _("Choose what to do with the people you ticked."))
        return
    people = list(cohort.applications.filter(pk__in=chosen[:MOST_SHOWN]).order_by("chamber_name", "rank", "pk"))
    if not people:
        messages.error(request, _("Tick somebody first."))
        return
    values = {"reason": request.POST.get("reason", "")} if verb in WITH_REASON else {}
    try:
        number = actions.decide_together(people, VERBS[verb], by=request.user, hat=staff_hat(request), **values)
    except AlreadyMoved as error:
        messages.warning(request, " ".join(error.messages))
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
    except PermissionDenied:
        messages.error(request, _why_not(request.user, people, cohort))
    else:
        messages.success(
            request, ngettext("Done for %(number)d person.", "Done for %(number)d people.", number) % {"number": number}
        )


def _why_not(user: User, people: list[CampApplication], cohort: Cohort) -> str:
    cohort.refresh_from_db()
    if cohort.status not in GIVING:
        return COHORTS.where_it_stands(cohort)
    own = [one.name for one in people if access.is_own(user, one)]
    if own:
        return _("%(names)s: your own or your enterprise's. Somebody else has to decide.") % {"names": ", ".join(own)}
    spoken = [one.name for one in people if access.recommended(user, one)]
    if spoken:
        return _("%(names)s: you recommended them for their chamber. Somebody else has to decide.") % {
            "names": ", ".join(spoken)
        }
    return _("That can't be done with all the people you ticked, as they stand now. Nothing was changed.")


# --- Quotas -----------------------------------------------------------------------------------------


class QuotaForm(forms.Form):
    """A number for each chamber; an empty field means that it shares what the others leave."""

    def __init__(self, *args: Any, chambers: list[Chamber], kept: dict[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chambers = {f"chamber-{one.pk}": one for one in chambers}
        for name, chamber in self.chambers.items():
            self.fields[name] = forms.IntegerField(
                label=chamber.name,
                required=False,
                min_value=0,
                max_value=2000,
                initial=kept.get(chamber.pk),
                widget=UnfoldAdminIntegerFieldWidget(attrs={"inputmode": "numeric"}),
            )

    def seats(self) -> dict[Chamber, int | None]:
        return {chamber: self.cleaned_data[name] for name, chamber in self.chambers.items()}


@require_http_methods(["GET", "HEAD", "POST"])
def quotas(request: HttpRequest, pk: int, model_admin: ModelAdmin) -> HttpResponse:
    cohort = _cohort(request, pk, access.RUN)
    standing = places_of(cohort)
    chambers = list(
        (Chamber.objects.published() | Chamber.objects.filter(pk__in={*standing.kept, *standing.given}))
        .distinct()
        .order_by("position", "pk")
    )
    form = QuotaForm(request.POST if request.method == "POST" else None, chambers=chambers, kept=dict(standing.kept))
    if request.method == "POST" and form.is_valid():
        try:
            cohort_actions.set_quotas(cohort, form.seats(), by=request.user)
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("The quotas are kept."))
            return HttpResponseRedirect(reverse("admin:events_cohort_change", args=[cohort.pk]))
    rows = [(form[name], standing.given.get(chamber.pk, 0)) for name, chamber in form.chambers.items()]
    context = _context(request, model_admin, cohort, _("Quotas")) | {"form": form, "rows": rows, "places": standing}
    return TemplateResponse(request, "admin/events/cohort/quotas.html", context)


# --- Certificates -----------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def certificates(request: HttpRequest, pk: int, model_admin: ModelAdmin) -> HttpResponse:
    """How everybody stands to the rule, and one button for all who have earned theirs."""
    cohort = _cohort(request, pk, access.CERTIFY)
    if request.method == "POST":
        try:
            written = certificate_actions.issue_certificates(cohort, by=request.user)
        except CaseError as error:
            messages.error(request, " ".join(error.messages))
        else:
            number = len(written)
            messages.success(
                request,
                ngettext("%(number)d certificate issued.", "%(number)d certificates issued.", number)
                % {"number": number},
            )
            _say_who_is_left(request, cohort)
        return HttpResponseRedirect(request.get_full_path())
    people = standings(cohort)
    context = _context(request, model_admin, cohort, _("Certificates")) | {
        "people": people[:MOST_SHOWN],
        "number": len(people),
        "due": sum(one.earned and one.certificate is None for one in people),
        "issued": sum(one.certificate is not None and one.certificate.state == "valid" for one in people),
        "may_issue": access.may_certify(request.user, cohort),
        "empty_sessions": list(cohort.sessions.filter(counts=True, attendances=None)) if people else [],
    }
    return TemplateResponse(request, "admin/events/cohort/certificates.html", context)


def _say_who_is_left(request: HttpRequest, cohort: Cohort) -> None:
    """More than one press issues, or people whom somebody else has to certify."""
    left = [one.application for one in standings(cohort) if one.earned and one.certificate is None]
    own = access.own_among(request.user, left)
    names = [one.name for one in left if one.pk in own]
    if names:
        words = _("%(names)s: your own or your enterprise's. Somebody else has to decide.")
        messages.warning(request, words % {"names": ", ".join(names)})
    elif left:
        messages.info(request, _("%(number)d more have earned theirs: press once more.") % {"number": len(left)})


@require_safe
def certificates_file(request: HttpRequest, pk: int, model_admin: ModelAdmin) -> HttpResponse:
    """All that hold, one page each, for the printer."""
    cohort = _cohort(request, pk, access.CERTIFY)
    found = list(
        Certificate.objects.valid()
        .filter(application__cohort=cohort)
        .select_related("application")
        .order_by("serial")[:MOST_PAGES]
    )
    if not found:
        messages.warning(request, _("No certificate holds yet."))
        return HttpResponseRedirect(reverse("admin:events_cohort_certificates", args=[cohort.pk]))
    try:
        content = certificates_pdf(found, [verify_address(one) for one in found])
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(reverse("admin:events_cohort_certificates", args=[cohort.pk]))
    return pdf_response(content, f"{cohort}.pdf")


# --- Workbooks --------------------------------------------------------------------------------------


@require_safe
def roster(request: HttpRequest, pk: int, model_admin: ModelAdmin) -> HttpResponse:
    cohort = _cohort(request, pk, access.RUN)
    note_shown(record=cohort, field="phone", reason=_("the roster as a file"), request=request)
    return _file(export_roster(cohort), _("%(cohort)s roster.xlsx") % {"cohort": cohort})


@require_safe
def attendance(request: HttpRequest, pk: int, model_admin: ModelAdmin) -> HttpResponse:
    cohort = _cohort(request, pk, access.RUN)
    return _file(export_attendance(cohort), _("%(cohort)s attendance.xlsx") % {"cohort": cohort})


def _file(path: Path, name: str) -> HttpResponse:
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    # Open files outlive their names here: nothing is left to clean up.
    path.unlink()
    return response


PAGES = {
    "places": places,
    "quotas": quotas,
    "certificates": certificates,
    "certificates_file": certificates_file,
    "roster": roster,
    "attendance": attendance,
}
