"""The public directory of members and the profile of each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from federation.search.shortlived import Shortlived
from members.directory.facets import SECONDS, all_choices
from members.directory.listing import CURSOR, Listing
from members.directory.markup import entries_html
from members.directory.profile import find_profile, successor_of
from members.directory.registry import facets
from members.directory.suggestions import suggestions

# A hundred choices take longer to write than the enterprises themselves, and change as seldom as the choices.
_filter_forms: Shortlived[SafeString] = Shortlived(SECONDS)


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    listing = Listing(request.GET)
    context = {
        "listing": listing,
        "entries": entries_html(listing.entries),
        "filters": _filters(listing),
        "cursor": CURSOR,
        "suggestions": suggestions(listing) if not listing.page.rows else [],
    }
    return render(request, "directory/list.html", context)


def _filters(listing: Listing) -> SafeString:
    def write() -> SafeString:
        known = all_choices()
        fields = [
            {
                "name": facet.name,
                "label": facet.label,
                "anything": facet.anything,
                "choices": [
                    (value, label, value == listing.chosen.get(facet.name))
                    for value, label in known[facet.name].items()
                ],
            }
            for facet in facets()
        ]
        return render_to_string("directory/_filters.html", {"fields": fields})

    return _filter_forms.get((get_language(), *sorted(listing.chosen.items())), write)


@require_safe
def profile(request: HttpRequest, code: str) -> HttpResponse:
    code = code.upper()
    found = find_profile(code, request.user)
    if found is None:
        successor = successor_of(code)
        if successor is None:
            raise Http404
        return redirect("directory:profile", successor, permanent=False)
    return render(request, "directory/profile.html", {"profile": found})
