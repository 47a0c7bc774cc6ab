"""The public's view of the chambers. There are some dozens of them: the list is one page."""

from itertools import groupby
from operator import attrgetter
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chambers.bodies.counting import members_by_chamber
from chambers.bodies.filters import ChamberFilter
from chambers.bodies.models import Chamber, Officer
from federation.search.shortlived import Shortlived
from members.enterprises.models import Enterprise

MOST_CHAMBERS = 300


# Counting the members of every chamber reads every affiliation, and a list of forty cards takes longer to write than
# most pages: each process keeps both for a moment.
SECONDS = 60
_lists: Shortlived[SafeString] = Shortlived(SECONDS)
_pages: Shortlived[SafeString] = Shortlived(SECONDS, size=200)


@require_safe
def chamber_list(request: HttpRequest) -> HttpResponse:
    """Chambers grouped by kind, each with its president and number of member enterprises."""
    asked = tuple((name, request.GET[name]) for name in ChamberFilter.base_filters if request.GET.get(name))
    kept = _lists.get((get_language(), *asked), lambda: _list_html(request.GET))
    return render(request, "chambers/list.html", {"list": kept})


def _list_html(query: QueryDict) -> SafeString:
    presidents = Prefetch(
        "officers",
        Officer.objects.on().filter(office=Officer.Office.PRESIDENT).order_by("since"),
        to_attr="presidents",
    )
    published = Chamber.objects.published().select_related("town").prefetch_related(presidents)
    filtered = ChamberFilter(query, queryset=published.order_by("kind", "position", "pk"))
    chambers = list(filtered.qs[:MOST_CHAMBERS])
    members = members_by_chamber(chambers)
    for chamber in chambers:
        chamber.member_count = members.get(chamber.pk, 0)
    order = list(Chamber.Kind)
    grouped = [(Chamber.Kind(kind), list(group)) for kind, group in groupby(chambers, attrgetter("kind"))]
    context = {
        "filter": filtered,
        "active_count": sum(bool(query.get(name)) for name in ChamberFilter.base_filters),
        "groups": sorted(grouped, key=lambda group: order.index(group[0])),
        "total": len(chambers),
    }
    return render_to_string("chambers/_list.html", context)


@require_safe
def chamber_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What the chamber says of itself is always as it is now; its people and members may be a minute old."""
    chamber = get_object_or_404(Chamber.objects.visible_to(request.user).select_related("town", "successor"), slug=slug)
    now = tuple(getattr(chamber, field.attname) for field in Chamber._meta.concrete_fields)
    kept = _pages.get((get_language(), *now), lambda: _page_html(chamber))
    published = chamber.state == Chamber.State.ACTIVE
    return render(request, "chambers/page.html", {"chamber": chamber, "page": kept, "published": published})


def _page_html(chamber: Chamber) -> SafeString:
    officers = chamber.officers.on().select_related("enterprise").order_by("since", "pk")
    rank = list(Officer.Office)
    listed = Enterprise.objects.published().filter(affiliations__in=chamber.affiliations.on())
    context = {
        "chamber": chamber,
        "officers": sorted(officers, key=lambda officer: rank.index(Officer.Office(officer.office))),
        "member_count": members_by_chamber([chamber]).get(chamber.pk, 0),
        "some_members": listed.only("pk", "name", "uscc", "sort_key").order_by("sort_key", "pk")[:12],
        "directory_url": f"{reverse('directory:list')}?{urlencode({'chamber': chamber.slug})}",
        "facts": _facts(chamber),
    }
    return render_to_string("chambers/_page.html", context)


def _facts(chamber: Chamber) -> list[tuple[str, object]]:
    facts = [
        (_("Type"), chamber.get_kind_display()),
        (_("Town"), chamber.town),
        (_("Brand"), chamber.brand),
        (_("Address"), chamber.address),
        (_("Telephone"), chamber.phone),
    ]
    return [(name, value) for name, value in facts if value]
