"""The profile: registered facts by way of the staff, the rest at once."""

from copy import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members.desk.actions import ChangeError, propose_change, withdraw_change
from members.desk.facts import CONFIRMED_FIELDS, lines_of
from members.desk.forms import AboutForm, FactsForm, FiguresForm, ListingForm, LogoForm, add_errors
from members.desk.models import ProfileChange
from members.desk.pictures import store_logo
from members.desk.profile_actions import edit_profile, record_figures, set_listing, set_logo
from members.desk.scope import Desk, back, for_colleagues, for_managers, sent
from members.enterprises.models import Enterprise
from members.enterprises.words import in_words

DECIDED_SHOWN = 5
SAFE_OR_POST = require_http_methods(["GET", "HEAD", "POST"])


def waiting_changes(enterprise: Enterprise) -> QuerySet[ProfileChange]:
    return enterprise.profile_changes.filter(status=ProfileChange.Status.WAITING).select_related("proposed_by")


def facts_in_words(enterprise: Enterprise) -> list[tuple[str, str]]:
    """Name and value of each registered fact; the currency is said with the capital."""
    facts = []
    for name in CONFIRMED_FIELDS:
        if name == "capital_currency":
            continue
        field = Enterprise._meta.get_field(name)
        facts.append((str(field.verbose_name), in_words(name, getattr(enterprise, name), enterprise.capital_currency)))
    return facts


@require_safe
@for_colleagues
def profile(request: HttpRequest, desk: Desk) -> HttpResponse:
    enterprise = desk.enterprise
    change = waiting_changes(enterprise).first()
    decided = enterprise.profile_changes.exclude(status=ProfileChange.Status.WAITING).order_by("-proposed_at")
    return render(
        request,
        "me/profile.html",
        {
            "desk": desk,
            "facts": facts_in_words(enterprise),
            "former_names": enterprise.former_names.all()[:10],
            "change": change,
            "lines": lines_of(change, enterprise) if change else [],
            "decided": decided[:DECIDED_SHOWN],
            "contacts": enterprise.contacts.all(),
            "products": enterprise.products.select_related("picture"),
            "sizes": enterprise.size_snapshots.all()[:6],
        },
    )


@SAFE_OR_POST
@for_managers
def facts(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Proposing; while a change waits there is nothing to fill in, and the page says so."""
    if waiting_changes(desk.enterprise).exists():
        messages.info(request, _("A change already waits for the staff; withdraw it or wait."))
        return back("profile")
    form = FactsForm(sent(request)[0], instance=copy(desk.enterprise))
    if request.method == "POST" and form.is_valid():
        try:
            propose_change(desk.enterprise, form.cleaned_data, by=desk.user)
        except ChangeError as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Sent to the federation. You will be told when it is decided."))
            return back("profile")
    return render(request, "me/facts.html", {"desk": desk, "form": form})


@require_POST
@for_managers
def withdraw(request: HttpRequest, desk: Desk) -> HttpResponse:
    change = get_object_or_404(ProfileChange, enterprise=desk.enterprise, pk=_number(request.POST.get("change")))
    try:
        withdraw_change(change, by=desk.user)
    except ChangeError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken back. The register stays as it is."))
    return back("profile")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0


@SAFE_OR_POST
@for_managers
def about(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = AboutForm(sent(request)[0], instance=copy(desk.enterprise))
    if request.method == "POST" and form.is_valid():
        try:
            edit_profile(desk.enterprise, form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Saved."))
            return back("profile")
    return render(
        request, "me/form.html", {"desk": desk, "form": form, "title": _("About the enterprise"), "submit": _("Save")}
    )


@SAFE_OR_POST
@for_managers
def logo(request: HttpRequest, desk: Desk) -> HttpResponse:
    if request.method == "POST" and "remove" in request.POST:
        set_logo(desk.enterprise, None)
        messages.success(request, _("The logo was removed."))
        return back("profile")
    form = LogoForm(*sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            set_logo(desk.enterprise, store_logo(form.cleaned_data["picture"], by=desk.user))
        except ValidationError as error:
            form.add_error("picture", error)
        else:
            messages.success(request, _("The new logo is in place."))
            return back("profile")
    return render(request, "me/logo.html", {"desk": desk, "form": form})


@SAFE_OR_POST
@for_managers
def figures(request: HttpRequest, desk: Desk) -> HttpResponse:
    known = {row.year: row for row in desk.enterprise.size_snapshots.all()[:20]}
    form = FiguresForm(sent(request)[0], initial=_figures_of(request, desk.enterprise, known))
    if request.method == "POST" and form.is_valid():
        try:
            snapshot = record_figures(desk.enterprise, form.cleaned_data.pop("year"), **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(
                request,
                _("Saved for %(year)d: %(size)s.") % {"year": snapshot.year, "size": snapshot.get_size_class_display()},
            )
            return back("profile")
    years = [(year, year in known) for year, _label in form.fields["year"].choices]
    return render(request, "me/figures.html", {"desk": desk, "form": form, "years": years})


def _figures_of(request: HttpRequest, enterprise: Enterprise, known: dict) -> dict[str, object]:
    """What is known of the year asked for (`?year=`), or of the last whole one."""
    year = _number(request.GET.get("year"))
    years = FiguresForm().fields["year"].choices
    if year not in dict(years):
        year = years[1][0]
    row = known.get(year)
    if row is None:
        return {"year": year}
    return {"year": year, "staff_count": row.staff_count, "revenue": row.revenue, "assets": row.assets}


@SAFE_OR_POST
@for_managers
def listing(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = ListingForm(sent(request)[0], initial={"listed": desk.enterprise.listed})
    if request.method == "POST" and form.is_valid():
        listed = form.cleaned_data["listed"]
        if set_listing(desk.enterprise, listed):
            said = _("Agreed. Members appear in the directory.") if listed else _("You are no longer in the directory.")
            messages.success(request, said)
        return back("profile")
    return render(
        request, "me/form.html", {"desk": desk, "form": form, "title": _("Public directory"), "submit": _("Save")}
    )
