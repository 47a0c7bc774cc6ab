"""Invented enterprises by number, for records by the thousand: in the register, no members, not in the directory.

    firms(world, 3804)    # the first 3,804, always the same ones; those that are missing are made

Chambers add in which of them they are: builders above that floor ask `chambers.demo.firms` instead.
"""

import math
from collections.abc import Iterator
from decimal import Decimal
from random import Random

from federation.demo.world import SEED, World
from members.demo.enterprises import credit_code
from members.demo.places import TOWN_WEIGHTS, towns
from members.demo.words import ROADS, TRADES, brands, person_name
from members.enterprises.choices import Control, RegistrationType
from members.enterprises.derive import derive
from members.enterprises.models import Contact, Enterprise, IndustryClass

SHELF = "numbered firms"
ENDINGS = ("发展", "实业", "科技", "工贸")
BATCH = 1000


class Numbered:
    """The list as far as it is made."""

    def __init__(self, world: World) -> None:
        # A sequence of its own: what other builders draw stays as it is, however many firms are asked for.
        self.made: list[Enterprise] = []
        self.coming = _invent(world, Random(SEED + 1))


def firms(world: World, count: int) -> list[Enterprise]:
    """The first `count` of the list, saved; asking for more later goes on where it ended."""
    numbered = world.shelf.setdefault(SHELF, Numbered(world))
    fresh = [next(numbered.coming) for _ in range(count - len(numbered.made))]
    made = Enterprise.objects.bulk_create(fresh, batch_size=BATCH)
    Contact.objects.bulk_create(_contacts(made, len(numbered.made)), batch_size=BATCH)
    numbered.made += made
    return numbered.made[:count]


def _contacts(made: list[Enterprise], first: int) -> Iterator[Contact]:
    """Whom to call at each of them, but for one in fifty."""
    for number, one in enumerate(made, start=first):
        if number % 50:
            phone = f"137{number * 7919 % 10**8:08d}"
            yield Contact(
                enterprise=one, name=one.legal_representative, position="总经理", phone=phone, is_primary=True
            )


def _invent(world: World, rng: Random) -> Iterator[Enterprise]:
    by_code = towns()
    industries = set(IndustryClass.objects.values_list("code", flat=True))
    weights, codes = list(TOWN_WEIGHTS.values()), list(TOWN_WEIGHTS)
    trades, trade_weights = TRADES, [trade.weight for trade in TRADES]
    # Each round goes through all brands once; the ending tells the rounds apart, so no name comes twice.
    for ending in ENDINGS:
        for brand in brands(rng):
            trade = rng.choices(trades, trade_weights)[0]
            town = by_code[rng.choices(codes, weights)[0]]
            staff = max(2, round(trade.staff * math.exp(rng.gauss(-0.7, 0.9))))
            revenue = Decimal(round(staff * trade.per_head * math.exp(rng.gauss(0, 0.4)), 2)) * 10_000
            one = Enterprise(
                uscc=credit_code(rng, "91310117"),
                name=f"上海{brand}{trade.word}{ending}有限公司",
                short_name=brand + trade.word,
                registration_type=RegistrationType.PRIVATE_LIMITED,
                control=Control.PRIVATE,
                industry_id=trade.code if trade.code in industries else None,
                legal_representative=person_name(rng),
                # In business before the years that records of the demonstration speak of.
                registered_on=world.today.replace(year=1998 + int(19 * rng.random() ** 0.6), month=3, day=7),
                capital=Decimal(rng.choice([50, 100, 200, 300, 500, 500, 1000, 2000]) * 10_000),
                scope=trade.scope + "。（依法须经批准的项目，经相关部门批准后方可开展经营活动）",
                town=town,
                district="松江区",
                address=f"上海市松江区{town.name}{rng.choice(ROADS)}{rng.randrange(8, 2600)}号",
                staff_count=staff,
                revenue=revenue,
                assets=revenue * Decimal(str(round(rng.uniform(0.5, 1.8), 2))),
            )
            derive(one)
            yield one
