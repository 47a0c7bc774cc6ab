"""Some 1,200 invented enterprises with what a register knows of them."""

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from stdnum.cn import uscc as uscc_number

from federation.demo.world import World
from members.demo.places import TOWN_WEIGHTS, parks, towns
from members.demo.words import INTRODUCTIONS, ROADS, TRADES, Trade, brands, person_name
from members.enterprises.choices import Control, RegistrationType, State
from members.enterprises.derive import derive, derive_search, keep_search
from members.enterprises.models import Enterprise, IndustryClass, NameRecord, Park, Town

COMPANIES, HOUSEHOLDS, WITHOUT_CODE = 1120, 50, 6
CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass
class Firm:
    """An enterprise with the words it was made of, which contacts, products and profiles are told in."""

    enterprise: Enterprise
    trade: Trade
    brand: str
    former: list[tuple[str, datetime.date]]


def credit_code(rng: Random, prefix: str) -> str:
    body = prefix + "MA" + "".join(rng.choice(CODE_ALPHABET) for _ in range(7))
    return body + uscc_number.calc_check_digit(body)


def make_firms(world: World) -> list[Firm]:
    by_code = towns()
    makers = Makers(world, by_code, parks(by_code), set(IndustryClass.objects.values_list("code", flat=True)))
    firms = list(makers.companies()) + list(makers.households()) + list(makers.without_code())
    _save(firms)
    _branches(world, firms)
    return firms


class Makers:
    def __init__(self, world: World, by_code: dict[str, Town], by_town: dict[str, Park], industries: set[str]) -> None:
        self.world, self.rng = world, world.rng
        self.towns, self.parks, self.industries = by_code, by_town, industries
        self.brands = iter(brands(world.rng))

    def companies(self) -> Iterator[Firm]:
        weights = [trade.weight for trade in TRADES]
        for _ in range(COMPANIES):
            trade = self.rng.choices(TRADES, weights)[0]
            if trade.code.startswith("01"):
                yield self.firm(trade, "上海{brand}{word}专业合作社", RegistrationType.COOPERATIVE, "93310117")
            elif self.rng.random() < 0.05:
                yield self.firm(trade, "上海{brand}{word}股份有限公司", RegistrationType.PRIVATE_SHARES, "91310117")
            else:
                yield self.firm(trade, "上海{brand}{word}有限公司", RegistrationType.PRIVATE_LIMITED, "91310117")

    def households(self) -> Iterator[Firm]:
        kinds = [trade for trade in TRADES if trade.code in {"6210", "5211", "8111", "1819", "5123"}]
        for _ in range(HOUSEHOLDS):
            trade = self.rng.choice(kinds)
            firm = self.firm(trade, "松江区{town}{brand}{word}店", RegistrationType.SELF_EMPLOYED, "92310117")
            firm.enterprise.staff_count = self.rng.randrange(1, 9)
            firm.enterprise.revenue = Decimal(self.rng.randrange(20, 180) * 10_000)
            yield firm

    def without_code(self) -> Iterator[Firm]:
        for number in range(WITHOUT_CODE):
            firm = self.firm(self.rng.choice(TRADES), "上海{brand}{word}厂", RegistrationType.COLLECTIVE, "")
            firm.enterprise.uscc, firm.enterprise.registration_number = None, f"3102271{number:02d}{number * 77:06d}"
            firm.enterprise.registered_on = datetime.date(1988 + number, 4, 12)
            yield firm

    def firm(self, trade: Trade, pattern: str, kind: str, code_prefix: str) -> Firm:
        rng, brand = self.rng, next(self.brands)
        town_code = rng.choices(list(TOWN_WEIGHTS), list(TOWN_WEIGHTS.values()))[0]
        town, park = self.towns[town_code], self.parks.get(town_code) if rng.random() < 0.35 else None
        registered_on = self.world.days_ago(int(60 + 365 * 30 * rng.random() ** 1.6))
        staff = max(1, round(trade.staff * math.exp(rng.gauss(-0.5, 0.95))))
        revenue = Decimal(round(staff * trade.per_head * math.exp(rng.gauss(0, 0.4)), 2)) * 10_000
        enterprise = Enterprise(
            uscc=credit_code(rng, code_prefix) if code_prefix else None,
            name=pattern.format(brand=brand, word=trade.word, town=town.name[:-2] if kind == "500" else ""),
            short_name=brand + trade.word,
            registration_type=kind,
            control=Control.PRIVATE,
            industry_id=trade.code if trade.code in self.industries else None,
            legal_representative=person_name(rng),
            registered_on=registered_on,
            capital=Decimal(rng.choice([10, 50, 100, 100, 200, 300, 500, 500, 1000, 2000, 5000]) * 10_000),
            scope=trade.scope + "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
            town=town,
            park=park,
            district="松江区",
            address=f"上海市松江区{town.name}{rng.choice(ROADS)}{rng.randrange(8, 2600)}号{self.room(park)}",
            staff_count=staff if rng.random() < 0.92 else None,
            revenue=revenue if rng.random() < 0.9 else None,
            assets=revenue * Decimal(str(round(rng.uniform(0.5, 1.8), 2))) if rng.random() < 0.85 else None,
        )
        fate = rng.random()
        if fate < 0.03:
            enterprise.state = rng.choice([State.DEREGISTERED, State.REVOKED, State.MOVED_OUT])
        former = []
        if kind != RegistrationType.SELF_EMPLOYED and rng.random() < 0.08:
            former_word = rng.choice(["实业", "贸易", "工贸", trade.word + "技术"])
            last_day = registered_on + (self.world.today - registered_on) * rng.uniform(0.3, 0.8)
            former.append((f"上海{next(self.brands)}{former_word}有限公司", last_day))
        return Firm(enterprise, trade, brand, former)

    def room(self, park: Park | None) -> str:
        if park:
            return f"{park.name}{self.rng.randrange(1, 12)}幢{self.rng.randrange(1, 9)}0{self.rng.randrange(1, 9)}室"
        return self.rng.choice(
            ["", f"{self.rng.randrange(1, 9)}幢", f"{self.rng.randrange(2, 18)}0{self.rng.randrange(1, 9)}室"]
        )


def introduce(rng: Random, firm: Firm, today: datetime.date) -> str:
    one = firm.enterprise
    return rng.choice(INTRODUCTIONS).format(
        short=one.short_name,
        year=one.registered_on.year,
        age=max(1, today.year - one.registered_on.year),
        word=firm.trade.word,
        town=one.town.name,
        staff=one.staff_count or 20,
        product="、".join(firm.trade.products),
    )


def _save(firms: list[Firm]) -> None:
    for firm in firms:
        one = firm.enterprise
        derive(one)
        if firm.former:
            keep_search(one, derive_search(one.name, one.short_name, [name for name, _until in firm.former]))
    Enterprise.objects.bulk_create([firm.enterprise for firm in firms], batch_size=500)
    NameRecord.objects.bulk_create(
        NameRecord(enterprise=firm.enterprise, name=name, until=until, source="工商登记")
        for firm in firms
        for name, until in firm.former
    )


def _branches(world: World, firms: list[Firm]) -> None:
    """Branches of companies of the district, and rows that look like a second record of a firm already here."""
    rng = world.rng
    companies = [firm for firm in firms if firm.enterprise.registration_type == RegistrationType.PRIVATE_LIMITED]
    made = []
    for firm in rng.sample(companies, 16):
        branch = _copy(firm, rng, firm.enterprise.name + rng.choice(["松江分公司", "第一分公司", "泗泾分公司"]))
        branch.parent = firm.enterprise
        branch.registered_on = firm.enterprise.registered_on + datetime.timedelta(days=400)
        made.append(branch)
    for firm in rng.sample(companies, 14):
        twin = _copy(firm, rng, f"{firm.brand}{firm.trade.word}（上海）有限公司")
        twin.legal_representative = firm.enterprise.legal_representative
        twin.address = firm.enterprise.address.removeprefix("上海市")
        twin.public_phone = firm.enterprise.public_phone
        made.append(twin)
    for one in made:
        derive(one)
    Enterprise.objects.bulk_create(made)


def _copy(firm: Firm, rng: Random, name: str) -> Enterprise:
    one = firm.enterprise
    return Enterprise(
        uscc=credit_code(rng, "91310117"),
        name=name,
        short_name=one.short_name,
        registration_type=one.registration_type,
        industry_id=one.industry_id,
        legal_representative=person_name(rng),
        registered_on=one.registered_on,
        scope=one.scope,
        town=one.town,
        district=one.district,
        address=one.address,
    )
