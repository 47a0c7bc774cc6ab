"""Chambers, their officers and the enterprises in them."""

import datetime

from stdnum.cn import uscc as uscc_number

from chambers.bodies.models import Affiliation, Chamber, Officer
from chambers.demo.words import INTRODUCTION, OFFICES, OTHERS, PLACES, TOWN_BRANDS, Plan
from federation.demo.people import extras, person
from federation.demo.world import World
from members.enterprises.models import Enterprise, Town

SECOND_CHAMBER = 0.22
CHAMBER_OF_SECRETARY, CHAMBER_OF_SEVERAL = "sijing", "zhejiang-chamber"
FAMILY, GIVEN = (
    "顾陆沈徐朱张俞金吴倪曹蒋",
    ("培明", "雅琴", "志刚", "文渊", "晓燕", "建忠", "慧芬", "立诚", "海波", "静怡"),
)


def make_chambers(world: World) -> dict[str, Chamber]:
    """By slug."""
    towns = {town.name: town for town in Town.objects.all()}
    by_code = {town.code: town for town in towns.values()}
    plans = [
        Plan(code, f"松江区{by_code[code].name}商会", "town", brand, town=code) for code, brand in TOWN_BRANDS.items()
    ]
    made = {}
    for position, plan in enumerate([*plans, *OTHERS], start=1):
        made[plan.slug] = _chamber(world, plan, position, by_code.get(plan.town))
    merged = made["old-trade-chamber"]
    merged.successor, merged.ended_on = made["food-chamber"], world.days_ago(500)
    merged.save()
    return made


def _chamber(world: World, plan: Plan, position: int, town: Town | None) -> Chamber:
    founded_on = datetime.date(world.rng.randrange(1996, world.today.year - 4), world.rng.randrange(1, 13), 18)
    body = f"51310117MJ{position:07d}"
    return Chamber.objects.create(
        slug=plan.slug,
        name=plan.name,
        short_name=plan.name.removeprefix("松江区"),
        uscc=body + uscc_number.calc_check_digit(body) if plan.state == "active" else None,
        kind=plan.kind,
        state=plan.state,
        town=town,
        founded_on=founded_on if plan.state != "preparing" else None,
        introduction=INTRODUCTION.format(name=plan.name, year=founded_on.year, place=PLACES[plan.kind]),
        brand=plan.brand,
        address=f"上海市松江区{town.name}文商路{position * 12}号" if town else f"上海市松江区荣乐东路{position * 12}号",
        phone=f"021-5770{position:04d}",
        position=position,
    )


def make_affiliations(world: World, chambers: dict[str, Chamber]) -> None:
    """Each member's primary chamber is its town's; some are in a second one that fits."""
    rng = world.rng
    joined = world.shelf["members"] + world.shelf["lapsed"]
    second = [plan for plan in OTHERS if plan.state == "active"]
    rows = []
    for firm in joined:
        one: Enterprise = firm.enterprise
        since = max(one.registered_on, world.days_ago(rng.randrange(200, 2600)))
        if one.town.code in chambers:
            rows.append(Affiliation(chamber=chambers[one.town.code], enterprise=one, since=since, is_primary=True))
        if rng.random() < SECOND_CHAMBER:
            fitting = [plan for plan in second if not plan.sections or one.section in plan.sections]
            fitting = [plan for plan in fitting if not plan.town or plan.town == one.town.code]
            if fitting:
                rows.append(Affiliation(chamber=chambers[rng.choice(fitting).slug], enterprise=one, since=since))
    Affiliation.objects.bulk_create(rows)


def make_officers(world: World, chambers: dict[str, Chamber]) -> None:
    """A bench for each chamber: president and vice presidents from its members, a secretary with a login, and a
    secretary of former years whose rights have lapsed."""
    rng = world.rng
    secretary = person(world, "secretary", "朱雅琴", phone="+8613800000003", phone_verified=True)
    holders = {CHAMBER_OF_SECRETARY: secretary, CHAMBER_OF_SEVERAL: world.people["hats"]}
    active = [chamber for chamber in chambers.values() if chamber.state == Chamber.State.ACTIVE]
    quiet = iter(extras(world, "mishu", [rng.choice(FAMILY) + rng.choice(GIVEN) for _ in active]))
    members: dict[int, list[int]] = {}
    for chamber_id, enterprise_id in Affiliation.objects.values_list("chamber_id", "enterprise_id").order_by("pk"):
        members.setdefault(chamber_id, []).append(enterprise_id)
    rows = []
    for chamber in active:
        since = world.days_ago(rng.randrange(300, 1500))
        pool = members.get(chamber.pk, [])
        firms = iter(rng.sample(pool, min(len(pool), 6)))
        for office, number in OFFICES:
            for _ in range(number):
                user = None
                if office == Officer.Office.SECRETARY:
                    user = holders.get(chamber.slug) or next(quiet)
                rows.append(
                    Officer(
                        chamber=chamber,
                        office=office,
                        name=user.name if user else rng.choice(FAMILY) + rng.choice(GIVEN),
                        user=user,
                        enterprise_id=None if user else next(firms, None),
                        since=since,
                    )
                )
        if chamber.slug == CHAMBER_OF_SECRETARY:
            rows.append(
                Officer(
                    chamber=chamber,
                    office=Officer.Office.SECRETARY,
                    name="俞培明",
                    since=since - datetime.timedelta(days=1500),
                    until=since - datetime.timedelta(days=1),
                )
            )
    Officer.objects.bulk_create(rows)
