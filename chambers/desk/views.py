"""The secretary's desk: what waits for the chamber, its roster, its figures."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chambers.bodies.models import Chamber
from chambers.desk.figures import figures_of
from chambers.desk.filters import WITHOUT, RosterFilter
from chambers.desk.places import chamber_places
from chambers.desk.resources import export_roster
from chambers.desk.roster import ORDER, roster_of, with_details, without_contact
from chambers.hats import SECRETARY
from federation.accounts.hats import acting_as
from federation.audit.actions import note_shown
from federation.indicators import figures, pages, registry
from federation.indicators.registry import Scope
from federation.portal.contributions import what_waits
from federation.portal.paging import keyset_page
from federation.search.counts import capped_count, count_text
from federation.search.highlight import highlight
from members.enterprises.names import core_name
from members.enterprises.sections import section_names
from members.membership.status import Standing, with_standing

CHART_PARTS = 12
MEMBERS_FIGURE = "chamber-members"


def acting_chamber(request: HttpRequest) -> Chamber:
    """The chamber whose desk this is. Raises Http404 for a person who isn't its secretary today."""
    hat = acting_as(request, SECRETARY)
    chamber = Chamber.objects.run_by(request.user).filter(pk=hat.object_id).first()
    if chamber is None:
        raise Http404
    return chamber


@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    chamber = acting_chamber(request)
    indicator = registry.get(MEMBERS_FIGURE)
    keys = {"chamber": str(chamber.pk)}
    scope = Scope(user=request.user, filters={"chamber": chamber.pk})
    parts = figures.breakdown(indicator, indicator.dimension("section"), scope)
    roster = roster_of(chamber)
    context = {
        "chamber": chamber,
        "groups": what_waits(request.user, request.hat),
        "places": chamber_places(),
        "tile": figures.tile(indicator, scope, figures.rows_url(indicator, keys)),
        "chart": pages.chart_of(
            indicator, indicator.dimension("section"), parts, keys, figures.rows_url, most=CHART_PARTS
        ),
        "figures": figures_of(chamber, request.user),
        "without_contact": count_text(capped_count(without_contact(roster))),
        "expiring": count_text(capped_count(with_standing(roster).filter(standing=Standing.EXPIRING))),
        "expiring_url": f"{reverse('chamber_desk:roster')}?standing={Standing.EXPIRING}",
        "without_contact_url": f"{reverse('chamber_desk:roster')}?contact={WITHOUT}",
    }
    return render(request, "chamber_desk/desk.html", context)


@login_required
@require_safe
def roster(request: HttpRequest) -> HttpResponse:
    chamber = acting_chamber(request)
    filtered = RosterFilter(request.GET, queryset=roster_of(chamber))
    found = filtered.qs
    page = keyset_page(with_details(found, chamber), request, order=ORDER)
    text = request.GET.get("q", "").strip()
    sections = section_names({row.section for row in page if row.section})
    for row in page:
        row.shown_name = highlight(row.name, text, core=core_name(row.name), sort_key=row.sort_key)
        row.section_name = sections.get(row.section, "")
    query = request.GET.copy()
    for cursor in ("after", "before"):
        query.pop(cursor, None)
    context = {
        "chamber": chamber,
        "filter": filtered,
        "active_count": sum(bool(request.GET.get(name)) for name in RosterFilter.base_filters),
        "page": page,
        "count": count_text(capped_count(found)),
        "query": query.urlencode(),
    }
    return render(request, "chamber_desk/roster.html", context)


@login_required
@require_safe
def roster_export(request: HttpRequest) -> HttpResponse:
    chamber = acting_chamber(request)
    found = RosterFilter(request.GET, queryset=roster_of(chamber)).qs
    path = export_roster(chamber, found)
    note_shown(record=chamber, field="contact_phone", reason=_("the roster as a file"), request=request)
    day = date_format(timezone.localdate(), "Y-m-d")
    file_name = _("%(chamber)s members %(day)s.xlsx") % {"chamber": chamber.name, "day": day}
    response = FileResponse(path.open("rb"), as_attachment=True, filename=file_name)
    # Open files outlive their names here: nothing is left to clean up.
    path.unlink()
    return response
