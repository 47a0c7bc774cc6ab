"""Pages that belong to no app: the start page, how the portal looks, the gallery of its parts."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from federation.portal.forms import PreferencesForm
from federation.portal.home import moving_html
from federation.portal.look import COOKIE_AGE, Look
from federation.portal.navigation import url_or_none
from federation.portal.styleguide import gallery


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    doors = {
        "search_url": url_or_none("search:search"),
        "directory_url": url_or_none("directory:list"),
        "chambers_url": url_or_none("chambers:list"),
        "events_url": url_or_none("events:list"),
        "services_url": url_or_none("services"),
        "aid_url": url_or_none("poverty_aid:home"),
        "apply_url": url_or_none("apply:start"),
    }
    return render(request, "portal/home.html", {"moving": moving_html(), **doors})


@require_http_methods(["GET", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Language and look. A link such as ?theme=dark changes one thing at once: it only touches the visitor's own
    cookies, and a link followed from another site, or fetched ahead, changes nothing."""
    look = Look.of(request)
    if request.method == "POST":
        form = PreferencesForm(request.POST)
        if form.is_valid():
            return _kept(request, look.changed(form.look_wishes()), form.cleaned_data["language"])
    elif request.GET and _followed_here(request):
        return _kept(request, look.changed(request.GET.dict()), request.GET.get("language"))
    else:
        standing = {"theme": look.theme, "contrast": look.contrast, "type": look.type, "language": get_language()}
        form = PreferencesForm(initial=standing)
    return render(request, "portal/preferences.html", {"form": form, "next": _way_back(request)})


def _followed_here(request: HttpRequest) -> bool:
    ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    return not ahead and request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def _kept(request: HttpRequest, look: Look, language: str | None) -> HttpResponse:
    response = HttpResponseRedirect(_way_back(request))
    look.keep(response, secure=request.is_secure())
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=COOKIE_AGE,
            samesite="Lax",
            secure=request.is_secure(),
        )
    return response


def _way_back(request: HttpRequest) -> str:
    """The page the visitor came from, if it is one of ours and not this one."""
    asked = request.POST.get("next") or request.GET.get("next")
    came_from = request.headers.get("Referer", "")
    for address in (asked, came_from):
        if address and url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
            parts = urlsplit(address)
            # Without its host, //elsewhere/ would lead to another one; browsers read a backslash as a slash.
            path = "/" + parts.path.lstrip("/\\")
            if path != request.path:
                return f"{path}?{parts.query}" if parts.query else path
    return "/"


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of people, who sees it, what they may ask for: linked from each page's foot and from sign-up."""
    return render(request, "portal/privacy.html", {"telephone": settings.FEDERATION_PHONE})


@require_GET
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every part on one page, for developers; where DEBUG is off there is no such page."""
    if not settings.DEBUG:
        raise Http404
    return render(request, "portal/styleguide.html", gallery(request))
