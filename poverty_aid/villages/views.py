"""/poverty-aid/: what everyone reads. Nothing here names a person."""

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from federation.portal.paging import keyset_page
from federation.search.shortlived import Shortlived
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import PAIRED
from poverty_aid.villages import pages
from poverty_aid.villages.models import County, Village

# Figures and names of a whole programme take longer to count and write than most pages: each process keeps them for a
# moment.
SECONDS = 60
_home: Shortlived[SafeString] = Shortlived(SECONDS)
_lists: Shortlived[SafeString] = Shortlived(SECONDS, size=100)
_pages: Shortlived[tuple[Village, SafeString]] = Shortlived(SECONDS, size=300)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    kept = _home.get(get_language(), _home_html)
    return render(request, "poverty_aid/home.html", {"content": kept})


def _home_html() -> SafeString:
    programmes = pages.programmes()
    context = {
        "totals": pages.totals(),
        "programmes": programmes,
        "under_programmes": pages.under_programmes(programmes),
        "counties": pages.counties(),
        "stories": pages.stories(),
    }
    return render_to_string("poverty_aid/_home.html", context)


@require_safe
def villages(request: HttpRequest) -> HttpResponse:
    kept = _lists.get((get_language(), request.GET.urlencode()), lambda: _villages_html(request))
    return render(request, "poverty_aid/villages.html", {"content": kept})


def _villages_html(request: HttpRequest) -> SafeString:
    counties = list(County.objects.order_by("position", "code"))
    chosen = next((county for county in counties if county.code == request.GET.get("county")), None)
    paired = Pairing.objects.filter(village=OuterRef("pk"), status__in=PAIRED)
    found = Village.objects.current().select_related("county").annotate(is_paired=Exists(paired))
    if chosen:
        found = found.filter(county=chosen)
    context = {"counties": counties, "chosen": chosen, "page": keyset_page(found, request, order=("code",), size=50)}
    return render_to_string("poverty_aid/_villages.html", context, request)


@require_safe
def village(request: HttpRequest, code: str) -> HttpResponse:
    """A minute old at most, like the list that leads here."""
    found, content = _pages.get((get_language(), code), lambda: _village_html(code))
    return render(request, "poverty_aid/village.html", {"village": found, "content": content})


def _village_html(code: str) -> tuple[Village, SafeString]:
    found: Village = get_object_or_404(pages.village_with_names(code))
    context = {"village": found, "pairs": pages.pairs_of(found), "stories": pages.stories(found)}
    return found, render_to_string("poverty_aid/_village.html", context)
