"""What banks paid out from 2017 to the middle of 2022: individual records, from which the report's 3,804 enterprises
and 136.8227亿元 are counted. Among them are renewals, extensions, corrections and reversals, each counted by its rule.
"""

import datetime
from decimal import Decimal
from random import Random
from typing import Any

from django.utils import timezone

from chambers.demo.firms import chamber_of, firms
from federation.demo.world import SEED, World
from members.enterprises.choices import SizeClass
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.drawdowns.ledger import as_on_the_day
from services.drawdowns.models import Drawdown
from services.drawdowns.statuses import Entry
from services.finance.statuses import Kind

HELPED = 3804
DRAWN = 13_682_270_000
WAN = 10_000
FIRST_DAY, LAST_DAY = datetime.date(2017, 1, 3), datetime.date(2022, 6, 30)
# How much a firm of the size draws at once, as shares of what all draw together.
USUAL = {SizeClass.LARGE: 30, SizeClass.MEDIUM: 9, SizeClass.SMALL: 3}
BATCH = 2000
# Of a hundred drawdowns: corrected by the bank later, extended at their end.
CORRECTED, EXTENDED = 3, 5
# A firm in twenty-five also has a drawdown that was taken back.
REVERSED_EVERY = 25
WHY_CORRECTED = ("放款金额录入有误", "借据日期与台账核对后更正", "分笔合并为一笔")
WHY_REVERSED = ("客户当日退回，未实际使用", "重复登记")


def make_drawdowns(world: World) -> None:
    dice = Random(SEED + 2)
    banks: list[PartnerOrganisation] = world.shelf["banks"]
    helped = firms(world, HELPED)
    plan = _plan(dice, banks, helped, world)
    _share_out(dice, plan)
    _write(dice, plan)


def _plan(
    dice: Random, banks: list[PartnerOrganisation], helped: list[Enterprise], world: World
) -> list[dict[str, Any]]:
    """What will count: for each firm a first loan and perhaps renewals of it or loans of another bank later."""
    rows, weights = [], [30, 22, 16, 8, 14, 10]
    for firm in helped:
        chamber = chamber_of(world, firm)
        said = as_on_the_day(firm, chamber.pk if chamber else None)
        earliest = max(FIRST_DAY, firm.registered_on or FIRST_DAY)
        # More each year, as the scheme became known.
        span = (LAST_DAY - earliest).days
        day = earliest + datetime.timedelta(days=int(span * dice.random() ** 0.7))
        bank = dice.choices(banks, weights)[0]
        kind = Kind.NEW
        for _turn in range(dice.choices((1, 2, 3, 4), (38, 30, 20, 12))[0]):
            if day > LAST_DAY:
                break
            rows.append({"said": said, "bank": bank, "kind": kind, "drawn_on": day, "size": firm.size_class})
            day += datetime.timedelta(days=dice.choice((180, 360, 365, 540)))
            kind = Kind.RENEWAL if dice.random() < 0.6 else Kind.NEW
            if kind == Kind.NEW and dice.random() < 0.4:
                bank = dice.choices(banks, weights)[0]
    return rows


def _share_out(dice: Random, plan: list[dict[str, Any]]) -> None:
    """Amounts in whole 万元 that add up to what was drawn, to the yuan."""
    weights = [USUAL.get(row["size"], 1) * dice.lognormvariate(0, 0.6) for row in plan]
    whole = DRAWN // WAN
    each = [max(5, int(whole * weight / sum(weights))) for weight in weights]
    largest = max(range(len(each)), key=each.__getitem__)
    each[largest] += whole - sum(each)
    for row, amount in zip(plan, each, strict=True):
        row["amount"] = Decimal(amount * WAN)


def _write(dice: Random, plan: list[dict[str, Any]]) -> None:
    first: list[Drawdown] = []
    corrected: list[tuple[Drawdown, dict[str, Any]]] = []
    extended: list[Drawdown] = []
    for number, row in enumerate(plan):
        drawdown = _row(dice, number, row)
        if dice.randrange(100) < CORRECTED:
            # Counts by its second version.
            corrected.append((drawdown, row))
            drawdown.amount = row["amount"] * 10 if row["amount"] < 50 * WAN else row["amount"] + 5 * WAN
            drawdown.counts = False
        elif dice.randrange(100) < EXTENDED and drawdown.due_on:
            extended.append(drawdown)
        first.append(drawdown)
    taken_back = [_row(dice, len(plan) + n, row) for n, row in enumerate(plan[::REVERSED_EVERY])]
    for drawdown in taken_back:
        drawdown.counts = False
    Drawdown.objects.bulk_create([*first, *taken_back], batch_size=BATCH)
    later = [_second(dice, old, row) for old, row in corrected]
    later += [_reversal(dice, old) for old in taken_back]
    later += [_extension(dice, number, old) for number, old in enumerate(extended)]
    Drawdown.objects.bulk_create(later, batch_size=BATCH)


def _row(dice: Random, number: int, row: dict[str, Any]) -> Drawdown:
    months = dice.choice((6, 12, 12, 12, 24, 36))
    bank: PartnerOrganisation = row["bank"]
    return Drawdown(
        **row["said"],
        bank=bank,
        bank_name=bank.name,
        kind=row["kind"],
        amount=row["amount"],
        drawn_on=row["drawn_on"],
        due_on=row["drawn_on"] + datetime.timedelta(days=months * 365 // 12),
        rate=Decimal(dice.randrange(340, 520)) / 100,
        reference=f"{row['drawn_on']:%Y%m}-{number + 1:05d}",
        recorded_at=_recorded(row["drawn_on"], dice.randrange(3, 35)),
    )


def _recorded(day: datetime.date, after: int) -> datetime.datetime:
    moment = datetime.datetime.combine(day + datetime.timedelta(days=after), datetime.time(10, 20))
    return timezone.make_aware(moment)


def _copy(old: Drawdown) -> dict[str, Any]:
    names = ("bank_id", "bank_name", "enterprise_id", "enterprise_name", "uscc", "chamber_id", "town_id", "section")
    more = ("size_class", "kind", "amount", "drawn_on", "due_on", "rate", "reference")
    return {name: getattr(old, name) for name in (*names, *more)}


def _second(dice: Random, old: Drawdown, row: dict[str, Any]) -> Drawdown:
    values = _copy(old) | {"amount": row["amount"]}
    return Drawdown(
        **values,
        version=2,
        supersedes=old,
        reason=dice.choice(WHY_CORRECTED),
        recorded_at=old.recorded_at + datetime.timedelta(days=dice.randrange(5, 90)),
    )


def _reversal(dice: Random, old: Drawdown) -> Drawdown:
    day = old.drawn_on + datetime.timedelta(days=dice.randrange(1, 20))
    values = _copy(old) | {"amount": -old.amount, "drawn_on": day, "due_on": None}
    return Drawdown(
        **values,
        entry=Entry.REVERSAL,
        counts=False,
        reverses=old,
        reason=dice.choice(WHY_REVERSED),
        recorded_at=_recorded(day, 30),
    )


def _extension(dice: Random, number: int, old: Drawdown) -> Drawdown:
    """Pays nothing out: it has its own figure."""
    values = _copy(old) | {
        "kind": Kind.EXTENSION,
        "drawn_on": old.due_on,
        "due_on": old.due_on + datetime.timedelta(days=dice.choice((90, 180, 360))),
        "reference": f"ZQ-{number + 1:05d}",
    }
    return Drawdown(**values, follows=old, recorded_at=_recorded(old.due_on, 12))
