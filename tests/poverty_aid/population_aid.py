"""Rows of villages, pairings and contributions that figures count. How a piece is written: tests/population.py."""

import datetime
from fractions import Fraction

from chambers.bodies.models import Affiliation
from members.enterprises.models import Enterprise, NameRecord
from poverty_aid.contributions import actions as gifts
from poverty_aid.contributions.correcting import correct_contribution
from poverty_aid.contributions.models import Kind
from poverty_aid.contributions.shares import Giver
from poverty_aid.pairings.models import Pairing, PairingMember
from poverty_aid.pairings.statuses import Status
from poverty_aid.programmes.models import TWO_HUNDREDS, Campaign, Intermediary
from tests import cast
from tests.poverty_aid import aid


def settle(firms: list[Enterprise]) -> None:
    """Pairs of every kind and state; joint gifts, reversals, corrected versions, a renamed firm, a merged one; what was
    withdrawn, disputed or only pledged, which no figure of gifts counts."""
    staff, manager = aid.keeper(), cast.person()
    for firm in firms[:5]:
        cast.represent(manager, firm)
    chamber = Affiliation.objects.on().filter(enterprise=firms[0], is_primary=True)[0].chamber
    secretary = cast.secretary(chamber)
    counties = [aid.county(), aid.county("532801", "景洪市")]
    villages = [aid.village(of=counties[number % 2]) for number in range(4)]
    _pair(firms, villages, manager, staff, chamber, secretary)
    _give(firms, villages, manager, staff, chamber, secretary)


def _pair(firms, villages, manager, staff, chamber, secretary) -> None:
    two = aid.programme(TWO_HUNDREDS)
    for number, status in enumerate(Status):
        made = (
            aid.pairing_in(
                status,
                manager,
                villages[(number + number // 4) % 4],
                staff,
                enterprise=firms[number % 4],
                under=two if number % 3 else None,
            )
            if number != 3
            else aid.pairing_in(
                status,
                secretary,
                villages[3],
                staff,
                enterprise=None,
                chamber=chamber,
                members=[firm for firm in firms[:5] if firm.affiliations.on().filter(chamber=chamber).exists()],
            )
        )
        if made.signed_on:
            Pairing.objects.filter(pk=made.pk).update(signed_on=datetime.date(2018 + number % 3, 5, 1))
    away = cast.enterprise(merged_into=firms[0])
    signed = Pairing.objects.paired().filter(enterprise=firms[1]).order_by("pk").first()
    PairingMember.objects.create(pairing=signed, enterprise=away, enterprise_name=away.name)


def _give(firms, villages, manager, staff, chamber, secretary) -> None:
    campaign = Campaign.objects.get_or_create(code="weeks", defaults={"name": "消费帮扶周"})[0]
    guangcai = Intermediary.objects.get_or_create(name="测试光彩会")[0]
    thirds = [Giver(firm, None, Fraction(1, 3)) for firm in firms[:3]]
    kinds = list(Kind)
    for number in range(8):
        gift = aid.confirmed_gift(
            manager,
            villages[(number + number // 4) % 4],
            1000 * number + 1,
            givers=thirds if number % 2 else [Giver(firms[number % 4])],
            kind=kinds[number % 4],
            programme=aid.programme(TWO_HUNDREDS) if number % 3 == 0 else None,
            campaign=campaign if number % 4 == 2 else None,
        )
        aid.back_in(2019 + number % 3, gift)
    own = aid.pledged(secretary, villages[0], 5000, givers=[Giver(None, chamber)])
    aid.confirmed(own, aid.delivered(own, secretary, 3000), aid.officer(villages[0]), 2500)
    passed = aid.pledged(manager, villages[1], 700, givers=[Giver(firms[0])], intermediary=guangcai)
    aid.delivered(passed, manager, leg="intermediary")
    aid.confirmed(passed, aid.delivered(passed, manager, 400), aid.officer(villages[1]))
    reversed_one = aid.confirmed_gift(manager, villages[2], 900, givers=[Giver(firms[4])])
    gifts.reverse_confirmation(reversed_one, aid.first_confirmation(reversed_one), by=staff, reason="退汇")
    wrong = aid.confirmed_gift(manager, villages[3], 800, givers=[Giver(firms[3])])
    correct_contribution(
        wrong,
        by=staff,
        reason="捐赠方录错",
        changes={"campaign": campaign},
        givers=[Giver(firms[1], None, Fraction(1))],
    )
    gifts.withdraw_contribution(aid.pledged(manager, villages[0], 11, givers=[Giver(firms[0])]), by=manager)
    disputed = aid.pledged(manager, villages[0], 12, givers=[Giver(firms[0])])
    gifts.dispute_delivery(disputed, aid.delivered(disputed, manager), by=aid.officer(villages[0]), reason="没有收到")
    NameRecord.objects.create(enterprise=firms[0], name="上海改名前测试厂", until=datetime.date(2020, 1, 1))
    for kind in kinds:
        aid.confirmed_gift(manager, villages[1], 60, givers=[Giver(firms[2])], kind=kind)
