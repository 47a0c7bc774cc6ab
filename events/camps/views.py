"""/events/camps/: what is held and planned, an enterprise's applications, the person's own places and certificates."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from events.camps import access, actions, pages
from events.camps.access import may_change_wishes, may_confirm, may_withdraw
from events.camps.forms import ApplyForm, WishesForm
from events.camps.models import CampApplication, Certificate, Cohort
from events.camps.pdf import certificates_pdf
from federation.accounts.hats import acting_as
from federation.cases.errors import AlreadyMoved, CaseError
from federation.cases.pages import entries
from federation.portal.paging import keyset_page
from federation.search.shortlived import Shortlived
from members.enterprises.models import Enterprise
from members.hats import ENTERPRISE

# What everyone sees changes seldom: each process keeps it for a moment.
SECONDS = 60
_lists: Shortlived[SafeString] = Shortlived(SECONDS)
_programmes: Shortlived[SafeString] = Shortlived(SECONDS, size=200)


@require_safe
def camp_list(request: HttpRequest) -> HttpResponse:
    kept = _lists.get(get_language(), lambda: render_to_string("camps/_list.html", pages.public_list()))
    return render(request, "camps/list.html", {"list": kept})


@require_safe
def cohort(request: HttpRequest, pk: int) -> HttpResponse:
    """What the cohort says of itself is always as it is now; its programme may be a minute old."""
    cohort = get_object_or_404(Cohort.objects.visible_to(request.user).select_related("camp"), pk=pk)
    key = (get_language(), cohort.pk, cohort.starts_on)
    programme = _programmes.get(
        key, lambda: render_to_string("camps/_programme.html", {"days": pages.days_of(cohort, cohort.sessions.all())})
    )
    mine = []
    if request.user.is_authenticated:
        mine = list(
            CampApplication.objects.concerning(request.user).filter(cohort=cohort).order_by("-status_since")[:20]
        )
    context = {
        "cohort": cohort,
        "programme": programme,
        "mine": mine,
        "may_apply": cohort.takes_applications and any(hat.kind == ENTERPRISE for hat in request.hats),
    }
    return render(request, "camps/cohort.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """An enterprise puts one of its people forward."""
    cohort = get_object_or_404(Cohort.objects.visible_to(request.user).select_related("camp"), pk=pk)
    hat = acting_as(request, ENTERPRISE)
    enterprise = get_object_or_404(Enterprise.objects.current().represented_by(request.user), pk=hat.object_id)
    posted = request.POST if request.method == "POST" else None
    form = ApplyForm(posted, cohort=cohort, enterprise=enterprise, user=request.user)
    if posted is not None and form.is_valid():
        try:
            application = actions.apply_for_place(
                cohort, by=request.user, enterprise=enterprise, hat=hat.label, **form.values()
            )
        except CaseError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Sent. The chamber looks at it first; you will be told of every step."))
            return redirect(application)
    context = {"cohort": cohort, "enterprise": enterprise, "form": form, "chambers": actions.chambers_of(enterprise)}
    return render(request, "camps/apply.html", context)


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The person's own places and those of colleagues, newest first, with their certificates."""
    found = CampApplication.objects.concerning(request.user).select_related("cohort__camp", "participant")
    page = keyset_page(found, request, order=("-created_at", "-pk"))
    certificates = pages.newest_certificates(page)
    for row in page:
        row.certificate = certificates.get(row.pk)
        row.is_me = row.participant.user_id == request.user.pk
    return render(request, "camps/mine.html", {"page": page})


def _mine(request: HttpRequest, pk: int) -> CampApplication:
    """An application that the person may see. Raises PermissionDenied for who sees it at another desk."""
    found = CampApplication.objects.visible_to(request.user).select_related(
        "cohort__camp", "chamber", "enterprise", "participant", "applicant"
    )
    application = get_object_or_404(found, pk=pk)
    if not access.is_own(request.user, application):
        raise PermissionDenied
    return application


@login_required
@require_safe
def application(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _mine(request, pk))


def _page(request: HttpRequest, application: CampApplication, form: WishesForm | None = None) -> HttpResponse:
    sessions, attended = pages.attended_of(application)
    context: dict[str, Any] = {
        "application": application,
        "cohort": application.cohort,
        "stages": pages.stages(application),
        "entries": entries(application.steps),
        "reason": pages.last_reason(application),
        "sessions": sessions if attended else [],
        "attended": attended,
        "certificates": list(application.certificates.order_by("-version")),
        "may_confirm": may_confirm(request.user, application),
        "may_withdraw": may_withdraw(request.user, application),
        "form": form or WishesForm(instance=application) if may_change_wishes(request.user, application) else None,
    }
    return render(request, "camps/application.html", context)


def _acted(
    request: HttpRequest, application: CampApplication, act: Callable[..., CampApplication], done: str, **values: Any
) -> HttpResponse:
    try:
        act(application, by=request.user, **values)
    except AlreadyMoved as error:
        messages.warning(request, " ".join(error.messages))
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect(application)


def _hat(request: HttpRequest) -> str:
    return request.hat.label if request.hat else ""


@login_required
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    return _acted(request, _mine(request, pk), actions.confirm_place, _("Confirmed. See you there."), hat=_hat(request))


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    application = _mine(request, pk)
    reason = request.POST.get("reason", "")
    done = _("Given back. Thank you for telling us in time.")
    return _acted(request, application, actions.withdraw_application, done, hat=_hat(request), reason=reason)


@login_required
@require_POST
def wishes(request: HttpRequest, pk: int) -> HttpResponse:
    application = _mine(request, pk)
    form = WishesForm(request.POST, instance=application)
    if not form.is_valid():
        return _page(request, application, form)
    return _acted(request, application, actions.change_wishes, _("Noted."), **form.cleaned_data)


@login_required
@require_safe
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper itself. One that no longer holds says so across the page."""
    found = Certificate.objects.visible_to(request.user).select_related("application")
    one = get_object_or_404(found, pk=pk)
    try:
        content = certificates_pdf([one], [verify_address(one)])
    except CaseError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("camps:mine")
    return pdf_response(content, f"{one.serial}-{one.name}.pdf")


def verify_address(certificate: Certificate) -> str:
    """At the portal's public address, whichever one the paper was printed from."""
    return f"{settings.PORTAL_URL}{reverse('verify:code', args=[certificate.code])}"


def pdf_response(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition_header(True, name)
    response.headers["Cache-Control"] = "private, no-store"
    return response
