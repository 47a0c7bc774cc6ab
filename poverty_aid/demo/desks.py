"""What waits today on each desk: an intent, a signed agreement, a delivery for the village, a dispute."""

import datetime
from decimal import Decimal

from django.utils import timezone

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.demo.world import World
from members.enterprises.models import Enterprise
from poverty_aid.contributions.models import Contribution, ContributionStep, Delivery, Kind, Share
from poverty_aid.contributions.pledging import end_of
from poverty_aid.contributions.statuses import Status as Gift
from poverty_aid.demo.pairings import HAND_OF, primary
from poverty_aid.demo.places import VILLAGE_THAT_LOGS_IN, Places
from poverty_aid.hands import Hand
from poverty_aid.pairings.models import Mode, Pairing, PairingMember, PairingStep
from poverty_aid.pairings.statuses import DAYS, Status
from poverty_aid.villages.models import Village

CHAMBER_OF_SECRETARY = "sijing"


def make_desks(world: World, places: Places) -> None:
    represented: list[tuple[User, object]] = world.shelf["represented"]
    own: Enterprise = represented[0][1].enterprise
    second: Enterprise = represented[5][1].enterprise
    chamber: Chamber = world.shelf["chambers"][CHAMBER_OF_SECRETARY]
    here = next(one for one in places.paired if one.name == VILLAGE_THAT_LOGS_IN)
    _pair(world, places, places.unpaired[3], Status.INTENT, 4, enterprise=second)
    _pair(world, places, places.unpaired[4], Status.INTENT, 17, chamber=chamber)
    running = _pair(world, places, here, Status.UNDER_WAY, 200, enterprise=own)
    # Among those that are paired already: what the report counts stays as it is.
    _pair(world, places, places.paired[50], Status.SIGNED, 6, enterprise=own)
    _give(world, here, running, own, "太阳能路灯（第二批）", 60_000, Gift.DELIVERED, 2)
    _give(world, here, running, own, "饮水管网修缮", 38_000, Gift.PLEDGED, 12)
    _give(world, here, running, own, "茶叶认购", 25_600, Gift.DISPUTED, 5, kind=Kind.PURCHASE)


def _pair(
    world: World,
    places: Places,
    village: Village,
    status: Status,
    days: int,
    enterprise: Enterprise | None = None,
    chamber: Chamber | None = None,
) -> Pairing:
    since = world.time_ago(days)
    giver = enterprise or chamber
    signed = None if status == Status.INTENT else world.days_ago(days)
    pairing = Pairing.objects.create(
        status=status,
        programme=places.firm_and_village,
        enterprise=enterprise,
        chamber=chamber,
        giver_name=giver.name if giver else "",
        village=village,
        county=village.county,
        village_name=village.name,
        village_code=village.code,
        mode=Mode.WELFARE,
        plan="改善村里的照明和饮水。",
        proposed_at=since,
        signed_on=signed,
        status_since=since,
        due_at=since + datetime.timedelta(days=DAYS[status]) if status in DAYS else None,
    )
    if enterprise:
        own = primary(world, [enterprise])
        PairingMember.objects.create(
            pairing=pairing, enterprise=enterprise, enterprise_name=enterprise.name, chamber_id=own.get(enterprise.pk)
        )
    PairingStep.objects.create(pairing=pairing, to_status=status, hand=HAND_OF[status], at=since)
    return pairing


def _give(
    world: World,
    village: Village,
    pairing: Pairing,
    firm: Enterprise,
    title: str,
    amount: int,
    status: Gift,
    days: int,
    kind: Kind = Kind.MONEY,
) -> None:
    since, promised_on = world.time_ago(days), world.days_ago(days - 7)
    clocks = {Gift.PLEDGED: end_of(promised_on), Gift.DISPUTED: since + datetime.timedelta(days=14)}
    gift = Contribution.objects.create(
        status=status,
        kind=kind,
        mode=Mode.CONSUMPTION if kind == Kind.PURCHASE else Mode.WELFARE,
        title=title,
        pledged_amount=Decimal(amount),
        pledged_on=world.days_ago(days + 10),
        promised_on=promised_on,
        pairing=pairing,
        programme=pairing.programme,
        village=village,
        county=village.county,
        village_name=village.name,
        village_code=village.code,
        giver_name=firm.name,
        status_since=since,
        due_at=clocks.get(status, since + datetime.timedelta(days=7)),
    )
    Share.objects.create(
        contribution=gift, enterprise=firm, chamber_id=primary(world, [firm]).get(firm.pk), giver_name=firm.name
    )
    hand = {Gift.PLEDGED: Hand.GIVER, Gift.DELIVERED: Hand.GIVER, Gift.DISPUTED: Hand.VILLAGE}[status]
    reason = "到货四箱，少两箱。" if status == Gift.DISPUTED else ""
    if status != Gift.PLEDGED:
        Delivery.objects.create(
            contribution=gift,
            amount=Decimal(amount),
            delivered_on=timezone.localdate(since),
            note="对公转账" if kind == Kind.MONEY else "物流发货",
        )
    ContributionStep.objects.create(contribution=gift, to_status=status, hand=hand, reason=reason, at=since)
