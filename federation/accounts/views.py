from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from federation.accounts.hats import SESSION_KEY


@require_POST
def switch_hat(request: HttpRequest) -> HttpResponse:
    """Put on another of one's own hats and go to its desk."""
    hat = next((hat for hat in request.hats if hat.key == request.POST.get("hat")), None)
    if hat is None:
        raise Http404
    request.session[SESSION_KEY] = hat.key
    return redirect(hat.home_url)
