"""A gift is pledged, or corrected by a new version: who gives, which part, to which village, under what."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from chambers.bodies.models import Affiliation
from federation.accounts.models import User
from poverty_aid.contributions import access
from poverty_aid.contributions.errors import CannotGive
from poverty_aid.contributions.messages import tell_step
from poverty_aid.contributions.models import IN_KIND, Contribution, Share
from poverty_aid.contributions.shares import Giver, check_givers
from poverty_aid.contributions.transitions import FLOW
from poverty_aid.hands import Hand
from poverty_aid.pairings.actions import primary_chambers
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import RUNNING
from poverty_aid.programmes.models import Campaign, Intermediary, Programme
from poverty_aid.villages.models import Village

MOST = Decimal(10) ** 11


@dataclass(frozen=True)
class Pledge:
    """What is promised. Amounts in yuan; what isn't money is valued, and `valuation` says how.

    Under a pairing, village and programme are the pairing's.
    """

    kind: str
    mode: str
    title: str
    amount: Decimal
    village: Village | None = None
    pairing: Pairing | None = None
    programme: Programme | None = None
    campaign: Campaign | None = None
    intermediary: Intermediary | None = None
    quantity: str = ""
    valuation: str = ""
    promised_on: datetime.date | None = None

    @property
    def place(self) -> Village:
        village = self.pairing.village if self.pairing else self.village
        if village is None:
            raise CannotGive(_("Say which village receives it."))
        return village

    @property
    def under(self) -> Programme | None:
        return self.pairing.programme if self.pairing else self.programme


@transaction.atomic
def pledge_contribution(
    pledge: Pledge, givers: Sequence[Giver], *, by: User, reason: str = "", hat: str = ""
) -> Contribution:
    """`reason` says how staff who enter it for the givers know of it.

    Raises CannotGive and WrongShares in words, PermissionDenied for who speaks for none of the givers."""
    givers = list(givers)
    check_givers(givers, pledge.intermediary)
    if not access.may_pledge_for(by, givers):
        raise PermissionDenied
    _check(pledge, givers)
    today = timezone.localdate()
    contribution = Contribution.objects.create(
        **scope_of(pledge), pledged_on=today, giver_name=giver_names(givers), status_since=timezone.now()
    )
    write_shares(contribution, givers, today)
    step = FLOW.begin(contribution, by=by, hat=hat, reason=reason.strip(), on_step={"hand": Hand.GIVER})
    contribution.due_at = end_of(pledge.promised_on)
    contribution.save(update_fields=["due_at"])
    tell_step(contribution, step)
    return contribution


def _check(pledge: Pledge, givers: list[Giver]) -> None:
    check_words(pledge.kind, pledge.amount, pledge.valuation)
    check_members(givers)
    if pledge.promised_on and pledge.promised_on < timezone.localdate():
        raise CannotGive(_("The day for which it is promised lies in the past."))
    village = pledge.place
    if village.successor_id and pledge.pairing is None:
        raise CannotGive(
            _("%(village)s was merged into %(other)s: choose that village.")
            % {"village": village, "other": village.stands_for}
        )
    for undertaking in (pledge.under if pledge.pairing is None else None, pledge.campaign):
        if undertaking is not None and not undertaking.is_open:
            raise CannotGive(_("%(name)s takes no new gifts.") % {"name": undertaking})
    if pledge.pairing is not None:
        _check_pairing(pledge.pairing, givers)


def _check_pairing(pairing: Pairing, givers: list[Giver]) -> None:
    held = Pairing.objects.select_for_update(of=("self",)).get(pk=pairing.pk)
    if held.status not in RUNNING:
        raise CannotGive(
            _("Gifts are pledged under a signed pairing that isn't accepted yet; this one is “%(status)s”.")
            % {"status": held.get_status_display()}
        )
    taking_part = set(held.members.values_list("enterprise", flat=True))
    bound = any(
        (one.enterprise and one.enterprise.pk in taking_part | {held.enterprise_id})
        or (one.chamber and one.chamber.pk == held.chamber_id)
        for one in givers
    )
    if not bound:
        raise CannotGive(_("None of those who give takes part in the pairing."))


def check_members(givers: Sequence[Giver]) -> None:
    """Through a chamber only its members give."""
    through = {(one.enterprise.pk, one.chamber.pk): one for one in givers if one.enterprise and one.chamber}
    if not through:
        return
    today = Affiliation.objects.on().filter(
        enterprise__in=[enterprise for enterprise, _chamber in through],
        chamber__in=[chamber for _enterprise, chamber in through],
    )
    known = set(today.values_list("enterprise", "chamber"))
    for key, giver in through.items():
        if key not in known:
            raise CannotGive(
                _("%(enterprise)s isn't a member of %(chamber)s.")
                % {"enterprise": giver.enterprise, "chamber": giver.chamber}
            )


def check_words(kind: str, amount: Decimal, valuation: str) -> None:
    if amount <= 0:
        raise CannotGive(_("The amount must be above zero."))
    if amount >= MOST:
        raise CannotGive(_("Please check the amount and its unit: it is in yuan."))
    if kind in IN_KIND and not valuation.strip():
        raise CannotGive(_("Say how goods and services were valued."))


def scope_of(pledge: Pledge) -> dict[str, Any]:
    """The columns that say what is given, to whom and under what; name and code as on this day."""
    village = pledge.place
    return {
        "kind": pledge.kind,
        "mode": pledge.mode,
        "title": pledge.title.strip(),
        "quantity": pledge.quantity.strip(),
        "valuation": pledge.valuation.strip(),
        "pledged_amount": pledge.amount,
        "promised_on": pledge.promised_on,
        "pairing": pledge.pairing,
        "programme": pledge.under,
        "campaign": pledge.campaign,
        "intermediary": pledge.intermediary,
        "village": village,
        "county_id": village.county_id,
        "village_name": village.name,
        "village_code": village.code,
    }


def giver_names(givers: Sequence[Giver]) -> str:
    names = "、".join(giver.name for giver in givers)
    return names if len(names) <= 200 else f"{names[:199]}…"


def write_shares(contribution: Contribution, givers: Sequence[Giver], day: datetime.date) -> list[Share]:
    """Each with the chamber that it gives through: the one named, else its first one on the day."""
    own = primary_chambers([one.enterprise.pk for one in givers if one.enterprise], day)
    return Share.objects.bulk_create(
        Share(
            contribution=contribution,
            enterprise=one.enterprise,
            chamber_id=one.chamber.pk if one.chamber else own.get(one.enterprise.pk if one.enterprise else 0),
            through=one.enterprise is not None and one.chamber is not None,
            giver_name=one.name,
            numerator=one.part.numerator,
            denominator=one.part.denominator,
        )
        for one in givers
    )


def end_of(day: datetime.date | None) -> datetime.datetime | None:
    """The end of the day: until then a promise is kept."""
    if day is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))
