"""The desk of a partner's officer: a bank, a department, a law firm, a university, a village."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from federation.accounts.hats import acting_as
from federation.inbox.models import Message
from federation.portal.contributions import what_waits
from members.hats import PARTNER
from members.partners.models import PartnerOfficer, PartnerOrganisation
from members.partners.places import places_of

COLLEAGUES_SHOWN = 50
MESSAGES_SHOWN = 5


@require_safe
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    hat = acting_as(request, PARTNER)
    organisation = PartnerOrganisation.objects.filter(pk=hat.object_id, is_active=True).first()
    if organisation is None:
        raise Http404
    officers = PartnerOfficer.objects.on().filter(organisation=organisation).select_related("user")
    return render(
        request,
        "partners/desk.html",
        {
            "organisation": organisation,
            "places": places_of(organisation),
            "groups": what_waits(request.user, hat),
            "officers": officers.order_by("since", "pk")[:COLLEAGUES_SHOWN],
            "latest": Message.objects.visible_to(request.user)[:MESSAGES_SHOWN],
        },
    )
