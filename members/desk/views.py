"""The enterprise's desk: what waits for this person, then the membership, then everything else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from federation.portal.contributions import what_waits
from members.desk.completeness import missing
from members.desk.models import ProfileChange
from members.desk.panels import next_step, panels_for
from members.desk.scope import Desk, for_colleagues
from members.membership.models import MembershipPeriod
from members.membership.status import History


@require_safe
@for_colleagues
def desk(request: HttpRequest, desk: Desk) -> HttpResponse:
    enterprise = desk.enterprise
    periods = list(MembershipPeriod.objects.filter(membership__enterprise=enterprise).select_related("membership"))
    history = History.of(periods)
    return render(
        request,
        "me/desk.html",
        {
            "desk": desk,
            "groups": what_waits(desk.user, request.hat),
            "history": history,
            "number": periods[0].membership.number if periods else "",
            "step": next_step(desk.user, enterprise, history.standing),
            "panels": panels_for(desk.user, enterprise),
            "change": enterprise.profile_changes.filter(status=ProfileChange.Status.WAITING).first(),
            "missing": missing(enterprise),
        },
    )
