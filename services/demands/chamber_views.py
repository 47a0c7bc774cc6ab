"""Pages of demands."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from services.demands.models import Demand


@login_required
@require_safe
def demand(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Demand.objects.visible_to(request.user), pk=pk)
    return render(request, "demands/demand.html", {"demand": found})
