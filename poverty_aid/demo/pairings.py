"""119 villages and 206 enterprises, each bound by an agreement signed between 2017 and 2021; and intents that came to
nothing, which no figure counts."""

import datetime
import io
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from chambers.bodies.models import Affiliation, Chamber
from chambers.demo.firms import firms as affiliated_firms
from federation.accounts.models import User
from federation.demo.world import SEED, World
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from members.enterprises.models import Enterprise
from poverty_aid.demo.places import Places
from poverty_aid.hands import Hand
from poverty_aid.pairings.models import Mode, Pairing, PairingMember, PairingStep
from poverty_aid.pairings.statuses import Status
from poverty_aid.programmes.models import Programme
from poverty_aid.uploads import AGREEMENT
from poverty_aid.villages.models import Village

ENTERPRISES = 206
CHAMBERS, IN_EACH = 10, 6
PLANS = ("援建村道和路灯", "认购茶叶、坚果，提供包装设计", "为村小学添置课桌图书", "接收务工青年并培训", "援建饮水工程")
OUTCOMES = (
    "约定事项均已完成，村两委现场验收。",
    "路灯和砂石路已交付，村民代表签字确认。",
    "三年采购全部履约，村集体收入增加。",
)
ROAD = (Status.INTENT, Status.SIGNED, Status.UNDER_WAY, Status.ACCEPTANCE, Status.ACCEPTED, Status.ARCHIVED)
HAND_OF = {
    Status.INTENT: Hand.GIVER,
    Status.SIGNED: Hand.STAFF,
    Status.UNDER_WAY: Hand.GIVER,
    Status.ACCEPTANCE: Hand.GIVER,
    Status.ACCEPTED: Hand.VILLAGE,
    Status.ARCHIVED: Hand.STAFF,
    Status.DECLINED: Hand.STAFF,
    Status.WITHDRAWN: Hand.GIVER,
}


@dataclass
class Bound:
    """A pairing of the demonstration with the enterprises that take part."""

    pairing: Pairing
    firms: list[Enterprise]
    chamber: Chamber | None


@dataclass
class Maker:
    world: World
    places: Places
    rng: Random = field(default_factory=lambda: Random(SEED + 61))
    bound: list[Bound] = field(default_factory=list)
    others: list[Bound] = field(default_factory=list)

    def pair(
        self,
        village: Village,
        programme: Programme,
        firms: list[Enterprise],
        chamber: Chamber | None = None,
        status: Status | None = None,
    ) -> None:
        rng = self.rng
        signed = datetime.date(rng.randrange(2017, 2022), rng.randrange(1, 13), rng.randrange(1, 28))
        if programme == self.places.two_hundreds:
            signed = signed.replace(year=rng.randrange(2018, 2020))
        status = status or rng.choices([Status.ARCHIVED, Status.UNDER_WAY, Status.ACCEPTED], [70, 28, 2])[0]
        former = self.places.former.get(village.pk)
        paired = status not in (Status.DECLINED, Status.WITHDRAWN, Status.INTENT)
        pairing = Pairing(
            status=status,
            programme=programme,
            enterprise=None if chamber else firms[0],
            chamber=chamber,
            giver_name=chamber.name if chamber else firms[0].name,
            village=village,
            county=village.county,
            village_name=former[0] if former and signed <= former[1] else village.name,
            village_code=village.code,
            mode=rng.choice(list(Mode)),
            plan=rng.choice(PLANS),
            proposed_at=moment(signed - datetime.timedelta(days=40)),
            signed_on=signed if paired else None,
            ends_on=signed.replace(year=signed.year + 3) if status == Status.ARCHIVED else None,
            outcome=rng.choice(OUTCOMES) if status in (Status.ARCHIVED, Status.ACCEPTED) else "",
            status_since=moment(signed + datetime.timedelta(days=700 if status == Status.ARCHIVED else 20)),
        )
        (self.bound if paired else self.others).append(Bound(pairing, firms, chamber))


def moment(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(10, 30)))


def make_pairings(world: World, places: Places) -> list[Bound]:
    maker = Maker(world, places)
    firms = giving_firms(world)
    chambers = list(world.shelf["chambers"].values())[:CHAMBERS]
    alone, through, again = firms[: len(places.paired)], [], firms[len(places.paired) :]
    # Whoever gives through a chamber is its member: those are taken first.
    for chamber in chambers:
        members = [firm for firm in again if firm.town and chamber.town_id == firm.town_id][:IN_EACH]
        again = [firm for firm in again if firm not in members]
        through.append((chamber, members))
    for village, firm in zip(places.paired, alone, strict=True):
        maker.pair(village, places.firm_and_village, [firm])
    for number, (chamber, members) in enumerate(through):
        maker.pair(places.paired[12 + 7 * number], places.firm_and_village, members, chamber)
    for number, firm in enumerate(again):
        maker.pair(places.paired[(40 + 11 * number) % len(places.paired)], places.firm_and_village, [firm])
    for number, village in enumerate(places.in_two_hundreds):
        if number % 3 == 2:
            chamber, members = through[number]
            maker.pair(village, places.two_hundreds, members, chamber)
        else:
            maker.pair(village, places.two_hundreds, [alone[60 + number]])
    extra = affiliated_firms(world, ENTERPRISES + 6)[ENTERPRISES:]
    for number, status in enumerate([Status.DECLINED, Status.WITHDRAWN, Status.DECLINED]):
        maker.pair(places.unpaired[number], places.firm_and_village, [extra[number]], status=status)
    _save(world, maker)
    return maker.bound


def giving_firms(world: World) -> list[Enterprise]:
    """206: the one whose manager can log in, and invented ones by number, each in its town's chamber."""
    represented: list[tuple[User, Any]] = world.shelf["represented"]
    own: Enterprise = represented[0][1].enterprise
    return [own, *affiliated_firms(world, ENTERPRISES - 1)]


def _save(world: World, maker: Maker) -> None:
    every = [*maker.bound, *maker.others]
    paper = _agreement()
    for one in maker.bound:
        one.pairing.agreement = paper
    Pairing.objects.bulk_create([one.pairing for one in every])
    own = primary(world, [firm for one in every for firm in one.firms])
    PairingMember.objects.bulk_create(
        PairingMember(
            pairing=one.pairing,
            enterprise=firm,
            enterprise_name=firm.name,
            chamber_id=one.chamber.pk if one.chamber else own.get(firm.pk),
        )
        for one in every
        for firm in one.firms
    )
    PairingStep.objects.bulk_create([step for one in every for step in _steps(world, one.pairing)])


def primary(world: World, firms: list[Enterprise]) -> dict[int, int]:
    """Firm → its first chamber."""
    found = Affiliation.objects.filter(enterprise__in={firm.pk for firm in firms}, is_primary=True)
    return dict(found.values_list("enterprise", "chamber"))


def _steps(world: World, pairing: Pairing) -> list[PairingStep]:
    clerk = world.people.get("services")
    status = Status(pairing.status)
    road = [*ROAD[: ROAD.index(status) + 1]] if status in ROAD else [Status.INTENT, status]
    steps, before, at = [], "", pairing.proposed_at
    for to in road:
        steps.append(
            PairingStep(
                pairing=pairing,
                from_status=before,
                to_status=to,
                hand=HAND_OF[to],
                hat="",
                actor=clerk if HAND_OF[to] == Hand.STAFF else None,
                reason="村里已有同类项目，建议另选。" if to == Status.DECLINED else "",
                at=pairing.status_since if to == status else at,
            )
        )
        before, at = to, at + datetime.timedelta(days=30)
    return steps


def _agreement() -> StoredFile:
    """A sheet that looks like an agreement from afar and says nothing."""
    picture = Image.new("RGB", (720, 1020), "#fdfcf8")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((210, 80, 510, 116), fill="#4a4a4a")
    for line in range(18):
        pen.rectangle((90, 180 + 36 * line, 560 + line * 53 % 90, 190 + 36 * line), fill="#c4bfb4")
    pen.ellipse((480, 830, 620, 970), outline="#c23b22", width=9)
    content = io.BytesIO()
    picture.save(content, "PNG")
    upload = SimpleUploadedFile("结对帮扶协议.png", content.getvalue(), "image/png")
    return store_upload(purpose=AGREEMENT, upload=upload, user=None)
