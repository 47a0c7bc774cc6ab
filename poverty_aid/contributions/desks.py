"""What an enterprise, a chamber and a village see of their gifts: their own figures, and the lists behind them."""

from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chambers.bodies.models import Chamber
from chambers.desk.views import acting_chamber
from federation.accounts.hats import acting_as
from federation.accounts.models import User
from federation.indicators import figures, registry
from federation.indicators.registry import Scope
from federation.portal.contributions import what_waits
from federation.portal.formats import money
from federation.portal.paging import keyset_page
from members.desk.scope import Desk, for_colleagues
from members.hats import PARTNER
from members.partners.models import PartnerOrganisation
from poverty_aid.contributions.models import Contribution, Kind, LedgerEntry, Share
from poverty_aid.contributions.shares import WHOLE, in_words
from poverty_aid.contributions.statuses import STANDING, Status
from poverty_aid.pairings.models import Pairing, PairingMember
from poverty_aid.villages.models import Village

PAIRINGS_SHOWN = 30


def sums_by_kind(entries: QuerySet[LedgerEntry]) -> list[dict[str, Any]]:
    """What was confirmed, apart by kind: purchases are trade, and no sum mixes them with gifts."""
    found = dict(entries.order_by().values_list("kind").annotate(total=Sum("amount")))
    return [
        {"kind": kind, "label": kind.label, "spoken": money(found[kind])}
        for kind in Kind
        if found.get(kind) is not None
    ]


@require_safe
@for_colleagues
def ours(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the enterprise has done: confirmed amounts of its own shares, its pairings, its gifts."""
    enterprise = desk.enterprise
    own = LedgerEntry.objects.filter(enterprise=enterprise)
    shares = Prefetch("shares", Share.objects.filter(enterprise=enterprise), to_attr="own_shares")
    gifts = Contribution.objects.given_by(enterprise=enterprise).filter(status__in=_asked(request))
    takes_part = PairingMember.objects.filter(enterprise=enterprise, pairing=OuterRef("pk"))
    pairings = Pairing.objects.filter(Q(enterprise=enterprise) | Exists(takes_part)).select_related("programme")
    page = keyset_page(gifts.prefetch_related(shares), request, order=("-status_since", "-pk"))
    for gift in page:
        part = sum((Fraction(share.numerator, share.denominator) for share in gift.own_shares), Fraction(0))
        gift.own_part = in_words(part) if part != WHOLE else ""
    context = {
        "desk": desk,
        "sums": sums_by_kind(own),
        "villages": own.filter(reverses=None, reversed_by=None).aggregate(n=Count("village", distinct=True))["n"],
        "pairings": pairings.order_by("-status_since", "-pk")[:PAIRINGS_SHOWN],
        "page": page,
        **_chips(request),
    }
    return render(request, "poverty_aid/ours.html", context)


@login_required
@require_safe
def chamber_pairings(request: HttpRequest) -> HttpResponse:
    """/chamber/pairings/: the chamber's own pairings and those of its enterprises; what was given through it."""
    chamber: Chamber = acting_chamber(request)
    takes_part = PairingMember.objects.filter(chamber=chamber, pairing=OuterRef("pk"))
    pairings = Pairing.objects.filter(Q(chamber=chamber) | Exists(takes_part)).select_related("programme", "county")
    scope = Scope(user=request.user, filters={"chamber": chamber.pk})
    names = ("aid-pairs", "aid-enterprises", "aid-funds", "aid-purchases")
    tiles = [
        figures.tile(registry.get(name), scope, figures.rows_url(registry.get(name), {"chamber": str(chamber.pk)}))
        for name in names
    ]
    context = {
        "chamber": chamber,
        "tiles": tiles,
        "page": keyset_page(pairings, request, order=("-status_since", "-pk")),
        "gifts": _newest_of(chamber),
    }
    return render(request, "poverty_aid/chamber_pairings.html", context)


def _newest_of(chamber: Chamber) -> QuerySet[Contribution]:
    """The newest standing gifts in which the chamber has a part, found from its shares: a chamber's are few among
    everybody's."""
    own = Share.objects.filter(chamber=chamber, contribution__status__in=STANDING)
    newest = own.order_by("-contribution").distinct("contribution").values("contribution")[:PAIRINGS_SHOWN]
    return Contribution.objects.filter(pk__in=newest).order_by("-pk")


def acting_village(request: HttpRequest) -> Village | None:
    """The village for which the person is officer; None if the organisation that they log in for is a village's and
    nobody has said whose. Raises Http404 for another kind of partner."""
    hat = acting_as(request, PARTNER)
    village = Village.objects.filter(partner=hat.object_id).select_related("county").first()
    if village is None:
        # The hat worn is a bank's: another one may be a village's.
        village = Village.objects.served_by(request.user).select_related("county").order_by("pk").first()
        other = next((one for one in request.hats if village and one.object_id == village.partner_id), None)
        if village is None or other is None:
            of_a_village = PartnerOrganisation.objects.filter(
                pk=hat.object_id, kind=PartnerOrganisation.Kind.VILLAGE, is_active=True
            )
            if not of_a_village.exists():
                raise Http404
            return None
        request.hat = other
    return village


@login_required
@require_safe
def village_desk(request: HttpRequest) -> HttpResponse:
    """What the village is asked to confirm, what it has received, who is paired with it. Made for a phone."""
    village = acting_village(request)
    if village is None:
        return render(request, "poverty_aid/village_unknown.html")
    user: User = request.user
    here = Q(village__in=village.with_predecessors())
    gifts = Contribution.objects.filter(here, status__in=_asked(request))
    context = {
        "village": village,
        "groups": what_waits(user, request.hat),
        "sums": sums_by_kind(LedgerEntry.objects.filter(here)),
        "pairings": Pairing.objects.filter(here)
        .select_related("programme")
        .order_by("-status_since", "-pk")[:PAIRINGS_SHOWN],
        "page": keyset_page(gifts, request, order=("-status_since", "-pk")),
        **_chips(request),
    }
    return render(request, "poverty_aid/village_desk.html", context)


def _asked(request: HttpRequest) -> tuple[str, ...]:
    """The status chosen, else all that stands: corrected and withdrawn ones only when asked for."""
    chosen = request.GET.get("status", "")
    return (chosen,) if chosen in Status.values else STANDING


def _chips(request: HttpRequest) -> dict[str, Any]:
    return {
        "statuses": [(status.value, status.label) for status in Status],
        "chosen": request.GET.get("status", ""),
        "no_gifts": _("No gifts here yet"),
    }
