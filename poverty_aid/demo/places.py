"""Counties of 西双版纳, their villages, programmes, and who passes gifts on."""

import datetime
from dataclasses import dataclass
from random import Random

from federation.demo.world import SEED, World
from members.partners.models import PartnerOrganisation
from poverty_aid.programmes.models import FIRM_AND_VILLAGE, TWO_HUNDREDS, Campaign, Intermediary, Programme
from poverty_aid.villages.models import County, Village, VillageName

# Code, name, and some of its townships with the three digits of their codes.
COUNTIES = (
    ("532801", "景洪市", (("嘎洒镇", "101"), ("勐龙镇", "102"), ("勐罕镇", "103"), ("大渡岗乡", "202"))),
    ("532822", "勐海县", (("勐遮镇", "102"), ("勐混镇", "103"), ("布朗山乡", "204"), ("格朗和乡", "205"))),
    ("532823", "勐腊县", (("勐捧镇", "101"), ("勐满镇", "102"), ("尚勇镇", "105"), ("瑶区乡", "203"))),
)
PAIRED, UNPAIRED = 119, 6
# Under 双一百, by the report.
NAMED = ("龙门村", "倮德村")
VILLAGE_THAT_LOGS_IN = "曼朗村"
IN_TWO_HUNDREDS = 10
FIRST = "曼回南坝纳布帕勐景嘎"
SECOND = "朗莫丙典龙海烈宰赛棒章迈坎帅勒佐汪俄冒岗"
NEEDS = (
    "村内三公里砂石路雨季难行，盼硬化；茶叶初制所设备老旧。",
    "饮水管网破损，旱季缺水；希望援建蓄水池。",
    "橡胶价低，村民想改种坚果，缺苗木和技术。",
    "村小学图书和课桌不足，冬季缺被褥。",
    "甘蔗、菠萝丰收难卖，盼企业定点采购。",
    "活动室屋顶漏雨，老人无处议事。",
    "青年外出务工少门路，盼沪企提供岗位和培训。",
)


@dataclass
class Places:
    counties: dict[str, County]
    paired: list[Village]
    unpaired: list[Village]
    firm_and_village: Programme
    two_hundreds: Programme
    campaign: Campaign
    guangcai: Intermediary
    former: dict[int, tuple[str, datetime.date]]
    """Village → its former name, and the last day of it."""

    @property
    def in_two_hundreds(self) -> list[Village]:
        return self.paired[:IN_TWO_HUNDREDS]


def make_places(world: World) -> Places:
    rng = Random(SEED + 60)
    counties = {
        code: County.objects.create(code=code, name=name, prefecture="西双版纳州", province="云南省", position=position)
        for position, (code, name, _towns) in enumerate(COUNTIES, start=1)
    }
    villages = Village.objects.bulk_create(_villages(rng, counties))
    login = PartnerOrganisation.objects.filter(
        kind=PartnerOrganisation.Kind.VILLAGE, name__endswith=VILLAGE_THAT_LOGS_IN
    ).first()
    if login:
        its = next(one for one in villages if one.name == VILLAGE_THAT_LOGS_IN)
        its.partner = login
        its.save(update_fields=["partner"])
    programmes = Programme.objects.bulk_create(
        [
            Programme(
                code=FIRM_AND_VILLAGE,
                name="企村结对",
                description="商会、企业与贫困村签约结对，产业、就业、公益、智力、消费五路并进。",
                starts_on=datetime.date(2017, 1, 1),
                position=1,
            ),
            Programme(
                code=TWO_HUNDREDS,
                name="双一百",
                description="百家企业帮百村：与深度贫困村签订帮扶协议，改善村里的基础设施。",
                starts_on=datetime.date(2018, 1, 1),
                position=2,
            ),
        ]
    )
    return Places(
        counties=counties,
        paired=villages[:PAIRED],
        unpaired=villages[PAIRED:],
        firm_and_village=programmes[0],
        two_hundreds=programmes[1],
        campaign=Campaign.objects.create(code="produce-weeks", name="农产品进企业", position=1),
        guangcai=Intermediary.objects.create(name="松江区光彩事业促进会"),
        former=_change(villages),
    )


def _villages(rng: Random, counties: dict[str, County]) -> list[Village]:
    names = [first + second for first in FIRST for second in SECOND]
    names.remove(VILLAGE_THAT_LOGS_IN.removesuffix("村"))
    rng.shuffle(names)
    wanted = [*NAMED, VILLAGE_THAT_LOGS_IN, *(f"{name}村" for name in names[: PAIRED + UNPAIRED - 3])]
    numbers: dict[str, int] = {}
    made = []
    for position, name in enumerate(wanted):
        code, _name, towns = COUNTIES[2] if position < 3 else COUNTIES[rng.choice((0, 1, 1, 2, 2, 2))]
        town, digits = rng.choice(towns)
        # Committees of villagers are counted from 201 on.
        numbers[code + digits] = number = numbers.get(code + digits, 200) + 1
        made.append(
            Village(
                code=f"{code}{digits}{number}",
                name=name,
                county=counties[code],
                township=town,
                households=rng.randrange(60, 640),
                needs=rng.choice(NEEDS),
            )
        )
    return made


def _change(villages: list[Village]) -> dict[int, tuple[str, datetime.date]]:
    """Two were renamed and one was merged into its neighbour after they had been paired."""
    until = datetime.date(2020, 6, 30)
    former = {}
    for village in villages[20:22]:
        former[village.pk] = (village.name.replace("村", "寨村"), until)
        VillageName.objects.create(village=village, name=former[village.pk][0], code=village.code, until=until)
    merged, neighbour = villages[30], villages[31]
    merged.successor, merged.merged_on = neighbour, datetime.date(2021, 3, 31)
    merged.save(update_fields=["successor", "merged_on"])
    return former
