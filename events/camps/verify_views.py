"""/verify/: whether a certificate is real, for whoever holds one in hand. Says as little as that needs."""

import time
from functools import lru_cache

from allauth.core.internal.httpkit import get_client_ip
from allauth.core.ratelimit import respond_429
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.camps.certificate_actions import CODE_LETTERS, plain_code
from events.camps.forms import CodeForm
from events.camps.models import Certificate
from events.camps.statuses import CertificateState
from federation.audit.masking import mask_name

# Wrong codes from one address; wide, since a town may sit behind one carrier address. Guessing 80 bits at this rate
# takes longer than the sun will last.
MOST_WRONG, SECONDS = 30, 300


@lru_cache(maxsize=4)
def _empty_form(_language: str | None) -> SafeString:
    """The same for everybody: drawing it takes longer than finding the certificate."""
    return CodeForm().render()


@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("verify:code", code=form.cleaned_data["code"])
    return render(request, "camps/verify.html", {"form": form})


@require_safe
def code(request: HttpRequest, code: str) -> HttpResponse:
    """An unknown code is answered 404, in words; too many of them 429, be the next one right or wrong."""
    wrong = f"verify:{get_client_ip(request)}:{int(time.time()) // SECONDS}"
    if cache.get(wrong, 0) >= MOST_WRONG:
        return respond_429(request)
    plain = plain_code(code)
    found = None
    if len(plain) == CODE_LETTERS:
        found = Certificate.objects.filter(code=plain).first()
    context = {"form": _empty_form(get_language()), "certificate": found, "code": code[:40]}
    if found is None:
        cache.add(wrong, 0, SECONDS)
        cache.incr(wrong)
        return render(request, "camps/verify.html", context, status=404)
    context |= {"name": mask_name(found.name), "holds": found.state == CertificateState.VALID}
    return render(request, "camps/verify.html", context)
