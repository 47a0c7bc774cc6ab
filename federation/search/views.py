"""The page behind the search box in the header."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from federation.search.providers import search_everything
from federation.search.query import LONGEST_TEXT

SHOWN = 8


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    groups = search_everything(text, request.user, SHOWN) if text else []
    return render(request, "search/page.html", {"text": text, "groups": groups})
