"""What members show of themselves: introduction, products, honours, size by year."""

import datetime
from decimal import Decimal

from federation.demo.world import World
from members.demo.enterprises import Firm, introduce
from members.demo.pictures import give_logos
from members.demo.words import HONOURS
from members.enterprises.models import Enterprise, Honour, Product, SizeSnapshot
from members.enterprises.size import classify

LOGOS = 60


def make_profiles(world: World, members: list[Firm]) -> None:
    rng = world.rng
    products, honours, sizes = [], [], []
    give_logos(rng, members[:LOGOS])
    for firm in members:
        one = firm.enterprise
        if rng.random() < 0.8:
            one.introduction = introduce(rng, firm, world.today)
            one.public_phone = f"021-{rng.choice('56')}7{rng.randrange(10**6):06d}"
        if rng.random() < 0.55:
            products += [
                Product(enterprise=one, name=name, position=position, description=f"{one.short_name}主营：{name}")
                for position, name in enumerate(firm.trade.products)
            ]
        if rng.random() < 0.3:
            honours += [
                Honour(
                    enterprise=one,
                    title=title,
                    awarded_by=by,
                    year=world.today.year - rng.randrange(1, 6),
                    confirmed=True,
                )
                for title, by in rng.sample(HONOURS, rng.choice([1, 1, 2, 3]))
            ]
        sizes += _sizes(world, one)
    Enterprise.objects.bulk_update(
        [firm.enterprise for firm in members],
        ["introduction", "public_phone", "logo", "listed", "listed_at"],
        batch_size=300,
    )
    Product.objects.bulk_create(products)
    Honour.objects.bulk_create(honours)
    SizeSnapshot.objects.bulk_create(sizes)


def _sizes(world: World, one: Enterprise) -> list[SizeSnapshot]:
    found = []
    growth = Decimal(str(round(world.rng.uniform(0.9, 1.25), 2)))
    for back in (1, 2, 3):
        share = growth**-back
        staff = one.staff_count and max(1, round(one.staff_count * share))
        revenue = one.revenue and (one.revenue * share).quantize(Decimal("0.01"))
        assets = one.assets and (one.assets * share).quantize(Decimal("0.01"))
        found.append(
            SizeSnapshot(
                enterprise=one,
                year=world.today.year - back,
                industry_code=one.industry_id or "",
                staff_count=staff,
                revenue=revenue,
                assets=assets,
                size_class=classify(one.industry_id, staff, revenue, assets),
                computed_at=datetime.datetime.now(tz=world.now.tzinfo),
            )
        )
    return found
