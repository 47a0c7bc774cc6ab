"""Pairings and gifts for tests, moved by the same actions as on the pages."""

import datetime
import itertools
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from poverty_aid.contributions import actions as gifts
from poverty_aid.contributions.models import Confirmation, Contribution, Delivery, Kind
from poverty_aid.contributions.parts import progress_of
from poverty_aid.contributions.pledging import Pledge, pledge_contribution
from poverty_aid.contributions.shares import Giver
from poverty_aid.pairings import actions as pairings
from poverty_aid.pairings.models import Mode, Pairing
from poverty_aid.pairings.statuses import Status
from poverty_aid.programmes.models import FIRM_AND_VILLAGE, TWO_HUNDREDS, Programme
from poverty_aid.villages.models import County, Village
from tests import cast

_numbers = itertools.count(1)
MENGLA = "532823"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def paper(name: str = "协议.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, "application/pdf")


def county(code: str = MENGLA, name: str = "勐腊县") -> County:
    defaults = {"name": name, "prefecture": "西双版纳州", "province": "云南省"}
    return County.objects.get_or_create(code=code, defaults=defaults)[0]


def programme(code: str = FIRM_AND_VILLAGE) -> Programme:
    names = {FIRM_AND_VILLAGE: "企村结对", TWO_HUNDREDS: "双一百"}
    return Programme.objects.get_or_create(code=code, defaults={"name": names.get(code, code)})[0]


def village(name: str = "", partner: PartnerOrganisation | None = None, of: County | None = None) -> Village:
    number = next(_numbers)
    where = of or county()
    return Village.objects.create(
        code=f"{where.code}{901 + number // 700:03d}{200 + number % 700:03d}",
        name=name or f"测试{number}村",
        county=where,
        partner=partner,
    )


def officer(of: Village) -> User:
    """Logs in for the village."""
    if of.partner is None:
        of.partner = cast.village()
        of.save()
    return cast.village_officer(of.partner)


def keeper() -> User:
    return cast.staff("services_clerk", "帮扶专员")


def proposed(manager: User, of: Village, under: Programme | None = None, **values: Any) -> Pairing:
    if "enterprise" not in values:
        values["enterprise"] = cast.enterprise_of(manager)
    return pairings.propose_pairing(by=manager, village=of, programme=under or programme(), mode=Mode.WELFARE, **values)


def pairing_in(status: str, manager: User, of: Village, staff: User, **values: Any) -> Pairing:
    """A pairing that has come to the status by its own way."""
    found = proposed(manager, of, **values)
    villager = officer(of)
    if status == Status.DECLINED:
        return pairings.decline_pairing(found, by=staff, reason="不合适")
    if status == Status.WITHDRAWN:
        return pairings.withdraw_pairing(found, by=manager)
    road = [
        lambda: pairings.sign_pairing(found, by=staff, signed_on=timezone.localdate(), agreement=paper()),
        lambda: pairings.begin_pairing(found, by=manager),
        lambda: pairings.report_pairing(found, by=manager, outcome="路修好了"),
        lambda: pairings.accept_pairing(found, by=villager),
        lambda: pairings.archive_pairing(found, by=staff),
    ]
    order = [Status.INTENT, Status.SIGNED, Status.UNDER_WAY, Status.ACCEPTANCE, Status.ACCEPTED, Status.ARCHIVED]
    for step in road[: order.index(Status(status))]:
        found = step()
    return found


def pledged(
    by: User,
    to: Village,
    amount: int | str = 10_000,
    givers: list[Giver] | None = None,
    kind: str = Kind.MONEY,
    **values: Any,
) -> Contribution:
    pledge = Pledge(
        kind=kind,
        mode=Mode.WELFARE,
        title="村道资金",
        amount=Decimal(amount),
        village=None if values.get("pairing") else to,
        valuation="按发票" if kind in (Kind.GOODS, Kind.SERVICE) else "",
        **values,
    )
    return pledge_contribution(pledge, givers or [Giver(cast.enterprise_of(by))], by=by)


def delivered(gift: Contribution, by: User, amount: int | str | None = None, **values: Any) -> Delivery:
    return gifts.deliver_contribution(
        gift,
        by=by,
        amount=gift.pledged_amount if amount is None else Decimal(amount),
        delivered_on=timezone.localdate(),
        receipt=paper("回单.pdf"),
        **values,
    )


def replaced(
    gift: Contribution, delivery: Delivery, by: User, amount: int | str, *, reason: str = "少填了一笔"
) -> Delivery:
    return gifts.replace_delivery(
        gift, delivery, by=by, amount=Decimal(amount), delivered_on=delivery.delivered_on, reason=reason
    )


def confirmed(gift: Contribution, delivery: Delivery, by: User, amount: int | str | None = None) -> Confirmation:
    return gifts.confirm_delivery(
        gift, delivery, by=by, amount=delivery.amount if amount is None else Decimal(amount), note="收到"
    )


def confirmed_gift(by: User, to: Village, amount: int | str = 10_000, **values: Any) -> Contribution:
    gift = pledged(by, to, amount, **values)
    confirmed(gift, delivered(gift, by), officer(to))
    gift.refresh_from_db()
    return gift


def first_confirmation(gift: Contribution) -> Confirmation:
    return next(part.confirmation for part in progress_of(gift).parts if part.confirmation)


def member_of(chamber: Chamber, name: str = "") -> Enterprise:
    return cast.member(name, of=chamber, listed=False)


def back_in(year: int, gift: Contribution) -> None:
    """As if the village had confirmed it in that year."""
    day = datetime.date(year, 6, 1)
    gift.entries.update(counted_on=day, year=year)
