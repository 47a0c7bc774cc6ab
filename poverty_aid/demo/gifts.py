"""Gifts from 2017 to 2022 whose confirmed lines add up to what the report states.

Funds of 19,873,400 yuan, of which 3,450,000 under 双一百; produce bought for 39,684,200. Among them joint gifts, gifts
passed on by the 光彩会, confirmations that were reversed and corrected versions: each counts what it should, once.
"""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from chambers.bodies.models import Chamber
from federation.demo.world import SEED, World
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from members.enterprises.models import Enterprise
from poverty_aid.contributions.ledger import lines_of, opposites_of
from poverty_aid.contributions.models import (
    Confirmation,
    Contribution,
    ContributionStep,
    Delivery,
    Kind,
    LedgerEntry,
    Share,
)
from poverty_aid.contributions.statuses import Status
from poverty_aid.demo.pairings import Bound, moment, primary
from poverty_aid.demo.places import Places
from poverty_aid.hands import Hand
from poverty_aid.pairings.models import Mode
from poverty_aid.uploads import RECEIPT

FUNDS, IN_TWO_HUNDREDS, PRODUCE = 19_873_400, 3_450_000, 39_684_200
LAST = datetime.date(2022, 11, 30)
STEP = 100
TITLES = {
    Kind.MONEY: ("村道硬化资金", "饮水工程资金", "太阳能路灯资金", "活动室修缮资金", "助学资金", "产业扶持资金"),
    Kind.GOODS: ("课桌椅与图书", "棉被和冬衣", "农用机具", "抗疫物资"),
    Kind.PURCHASE: ("普洱茶认购", "坚果认购", "菠萝集中采购", "大米认购", "芒果进食堂", "橡胶木制品采购"),
    Kind.SERVICE: ("电商培训", "包装设计", "务工技能培训", "果园技术指导"),
}
MODES = {
    Kind.MONEY: (Mode.WELFARE, Mode.INDUSTRY),
    Kind.GOODS: (Mode.WELFARE,),
    Kind.PURCHASE: (Mode.CONSUMPTION,),
    Kind.SERVICE: (Mode.KNOWLEDGE, Mode.JOBS),
}
VALUATION = {Kind.GOODS: "按采购发票", Kind.SERVICE: "按市场价估算，双方签字"}
THIRDS = (Fraction(1, 3), Fraction(1, 3), Fraction(1, 3))
HALVES = (Fraction(1, 2), Fraction(1, 2))
UNEVEN = (Fraction(1, 2), Fraction(3, 10), Fraction(1, 5))


@dataclass
class Book:
    """What is to be written, in the order in which rows lean on one another."""

    world: World
    places: Places
    rng: Random = field(default_factory=lambda: Random(SEED + 62))
    own_chamber: dict[int, int] = field(default_factory=dict)
    receipt: StoredFile | None = None
    gifts: list[Contribution] = field(default_factory=list)
    corrected: list[Contribution] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    confirmations: list[Confirmation] = field(default_factory=list)
    reversals: list[Confirmation] = field(default_factory=list)
    steps: list[ContributionStep] = field(default_factory=list)
    lines: list[tuple[Contribution, Confirmation, list[Share]]] = field(default_factory=list)

    def give(
        self,
        kind: Kind,
        amount: int,
        bound: Bound,
        givers: Sequence[tuple[Enterprise | None, Chamber | None]],
        parts: Sequence[Fraction],
        *,
        passed_on: bool = False,
        under_pairing: bool = True,
    ) -> Contribution:
        """A gift that was confirmed in full; in two deliveries if it is large."""
        rng, pairing = self.rng, bound.pairing
        span = (LAST - pairing.signed_on).days
        pledged_on = pairing.signed_on + datetime.timedelta(days=rng.randrange(1, max(span - 60, 2)))
        gift = Contribution(
            status=Status.CONFIRMED,
            kind=kind,
            mode=rng.choice(MODES[kind]),
            title=rng.choice(TITLES[kind]),
            valuation=VALUATION.get(kind, ""),
            pledged_amount=Decimal(amount),
            pledged_on=pledged_on,
            promised_on=pledged_on + datetime.timedelta(days=60),
            pairing=pairing if under_pairing else None,
            programme=pairing.programme if under_pairing else None,
            campaign=self.places.campaign if kind == Kind.PURCHASE and rng.random() < 0.3 else None,
            village=pairing.village,
            county=pairing.county,
            village_name=pairing.village_name,
            village_code=pairing.village_code,
            giver_name="、".join((firm or chamber).name for firm, chamber in givers)[:200],
            intermediary=self.places.guangcai if passed_on else None,
        )
        self.gifts.append(gift)
        own = [self._share(gift, giver, part) for giver, part in zip(givers, parts, strict=True)]
        self._hand_over(gift, own)
        return gift

    def _share(self, gift: Contribution, giver: tuple[Enterprise | None, Chamber | None], part: Fraction) -> Share:
        firm, chamber = giver
        share = Share(
            contribution=gift,
            enterprise=firm,
            chamber_id=chamber.pk if chamber else self.own_chamber.get(firm.pk),
            through=firm is not None and chamber is not None,
            giver_name=(firm or chamber).name,
            numerator=part.numerator,
            denominator=part.denominator,
        )
        self.shares.append(share)
        return share

    def _hand_over(self, gift: Contribution, own: list[Share]) -> None:
        amount = gift.pledged_amount
        first = (amount * Decimal("0.6")).quantize(Decimal(STEP)) if amount > 120_000 else amount
        self.step(gift, "", Status.PLEDGED, Hand.GIVER, gift.pledged_on)
        on, before = gift.pledged_on, Status.PLEDGED
        if gift.intermediary:
            self._deliver(gift, amount, on + datetime.timedelta(days=3), Delivery.Leg.INTERMEDIARY)
        for part in (first, amount - first):
            if not part:
                continue
            on = min(on + datetime.timedelta(days=self.rng.randrange(5, 25)), LAST)
            delivery = self._deliver(gift, part, on)
            self.step(gift, before, Status.DELIVERED, Hand.GIVER, on)
            confirmed_on = min(on + datetime.timedelta(days=self.rng.randrange(1, 6)), LAST)
            self.confirm(gift, delivery, part, confirmed_on, own)
            before = Status.PARTLY if part == first != amount else Status.CONFIRMED
            self.step(gift, Status.DELIVERED, before, Hand.VILLAGE, confirmed_on)
            on = confirmed_on
        gift.status_since = moment(on)

    def _deliver(
        self, gift: Contribution, amount: Decimal, on: datetime.date, leg: str = Delivery.Leg.VILLAGE
    ) -> Delivery:
        delivery = Delivery(
            contribution=gift, leg=leg, amount=amount, delivered_on=on, receipt=self.receipt, entered_at=moment(on)
        )
        self.deliveries.append(delivery)
        return delivery

    def confirm(
        self, gift: Contribution, delivery: Delivery, amount: Decimal, on: datetime.date, own: list[Share]
    ) -> Confirmation:
        confirmation = Confirmation(delivery=delivery, amount=amount, confirmed_on=on, at=moment(on))
        self.confirmations.append(confirmation)
        self.lines.append((gift, confirmation, own))
        return confirmation

    def step(self, gift: Contribution, before: str, to: str, hand: Hand, on: datetime.date, reason: str = "") -> None:
        self.steps.append(
            ContributionStep(
                contribution=gift, from_status=before, to_status=to, hand=hand, at=moment(on), reason=reason
            )
        )

    def reverse(self, number: int) -> None:
        """The village had confirmed a transfer that bounced; it came again a week later and was confirmed once more."""
        gift, confirmation, own = self.lines[number]
        day = confirmation.confirmed_on
        again = min(day + datetime.timedelta(days=8), LAST)
        self.reversals.append(
            Confirmation(
                delivery=confirmation.delivery,
                amount=-confirmation.amount,
                confirmed_on=day,
                note="银行退汇",
                reverses=confirmation,
                at=moment(day),
            )
        )
        self.step(gift, Status.CONFIRMED, Status.DELIVERED, Hand.STAFF, again, "银行退汇，重新汇出")
        self.confirm(gift, confirmation.delivery, confirmation.amount, again, own)
        self.step(gift, Status.DELIVERED, Status.CONFIRMED, Hand.VILLAGE, again)

    def save(self) -> None:
        Contribution.objects.bulk_create(self.gifts, batch_size=500)
        Share.objects.bulk_create(self.shares, batch_size=1000)
        Delivery.objects.bulk_create(self.deliveries, batch_size=1000)
        Confirmation.objects.bulk_create(self.confirmations, batch_size=1000)
        Confirmation.objects.bulk_create(self.reversals)
        entries = LedgerEntry.objects.bulk_create(
            [line for gift, confirmation, own in self.lines for line in lines_of(gift, confirmation, own)],
            batch_size=1000,
        )
        self._take_back(entries)
        ContributionStep.objects.bulk_create(self.steps, batch_size=1000)

    def _take_back(self, entries: list[LedgerEntry]) -> None:
        by_confirmation: dict[int, list[LedgerEntry]] = {}
        for entry in entries:
            by_confirmation.setdefault(entry.confirmation_id, []).append(entry)
        opposite = [
            line
            for reversal in self.reversals
            for line in opposites_of(by_confirmation[reversal.reverses_id], reversal)
        ]
        LedgerEntry.objects.bulk_create(opposite)


def make_gifts(world: World, places: Places, pairings: list[Bound]) -> None:
    book = Book(world, places, receipt=_receipt())
    book.own_chamber = primary(world, [firm for bound in pairings for firm in bound.firms])
    two_hundreds = [bound for bound in pairings if bound.pairing.programme == places.two_hundreds]
    others = [bound for bound in pairings if bound.pairing.programme != places.two_hundreds]
    _spread(book, Kind.MONEY, IN_TWO_HUNDREDS, two_hundreds, 2)
    _spread(book, Kind.MONEY, FUNDS - IN_TWO_HUNDREDS, others, 1)
    _spread(book, Kind.PURCHASE, PRODUCE, others[: len(others) * 2 // 3], 2)
    _spread(book, Kind.GOODS, 2_318_600, others[::4], 1)
    _spread(book, Kind.SERVICE, 486_000, others[3::9], 1)
    for number in range(4, len(book.lines), 97):
        book.reverse(number)
    book.save()
    _correct(book)


def _spread(book: Book, kind: Kind, total: int, pairings: list[Bound], each: int) -> None:
    """So many gifts for each pairing, of amounts that add up to the total exactly."""
    rng = book.rng
    places = [bound for bound in pairings for _ in range(each)]
    weights = [rng.uniform(0.3, 2.2) for _ in places]
    whole = sum(weights)
    amounts = [max(int(total * weight / whole) // STEP * STEP, STEP) for weight in weights]
    amounts[-1] += total - sum(amounts)
    for number, (bound, amount) in enumerate(zip(places, amounts, strict=True)):
        givers, parts = _givers(book, bound, pairings, number)
        alone = kind == Kind.PURCHASE and number % 9 == 8
        passed_on = kind == Kind.MONEY and number % 8 == 3
        book.give(kind, amount, bound, givers, parts, passed_on=passed_on, under_pairing=not alone)


Givers = list[tuple[Enterprise | None, Chamber | None]]


def _givers(book: Book, bound: Bound, pairings: list[Bound], number: int) -> tuple[Givers, Sequence[Fraction]]:
    """Members through their chamber, the chamber with its own means, an enterprise alone or with others."""
    if bound.chamber is not None:
        if len(bound.firms) >= len(UNEVEN) and number % 2:
            return [(firm, bound.chamber) for firm in bound.firms[: len(UNEVEN)]], UNEVEN
        return [(None, bound.chamber)], (Fraction(1),)
    own = bound.firms[0]
    if number % 10 == 7:
        parts = THIRDS if number % 20 == 7 else HALVES
        others = [one.firms[0] for one in pairings if one.firms and one.chamber is None and one.firms[0] != own]
        return [(own, None), *((firm, None) for firm in book.rng.sample(others, len(parts) - 1))], parts
    return [(own, None)], (Fraction(1),)


def _correct(book: Book) -> None:
    """Some were first entered under the wrong giver's name: the first version's lines were taken back in full."""
    wrong = [gift for gift in book.gifts if gift.pairing_id][5::120]
    olds = []
    for gift in wrong:
        values = {
            one.attname: getattr(gift, one.attname) for one in Contribution._meta.concrete_fields if not one.primary_key
        }
        olds.append(
            Contribution(
                **{**values, "status": Status.SUPERSEDED, "title": f"{gift.title}（首次录入）", "due_at": None}
            )
        )
    Contribution.objects.bulk_create(olds)
    for old, gift in zip(olds, wrong, strict=True):
        gift.corrects, gift.version = old, 2
    Contribution.objects.bulk_update(wrong, ["corrects", "version"])
    _as_first_entered(book, list(zip(olds, wrong, strict=True)))


def _as_first_entered(book: Book, pairs: list[tuple[Contribution, Contribution]]) -> None:
    shares = Share.objects.bulk_create(
        Share(
            contribution=old,
            enterprise=book.world.shelf["represented"][0][1].enterprise,
            giver_name=old.giver_name,
        )
        for old, _gift in pairs
    )
    deliveries = Delivery.objects.bulk_create(
        Delivery(contribution=old, amount=old.pledged_amount, delivered_on=old.promised_on) for old, _gift in pairs
    )
    days = [min(delivery.delivered_on, LAST) for delivery in deliveries]
    confirmations = Confirmation.objects.bulk_create(
        Confirmation(delivery=delivery, amount=delivery.amount, confirmed_on=day, at=moment(day))
        for delivery, day in zip(deliveries, days, strict=True)
    )
    entries = LedgerEntry.objects.bulk_create(
        line
        for (old, _gift), confirmation, share in zip(pairs, confirmations, shares, strict=True)
        for line in lines_of(old, confirmation, [share])
    )
    LedgerEntry.objects.bulk_create(opposites_of(entries))
    ContributionStep.objects.bulk_create(
        ContributionStep(
            contribution=old,
            from_status=Status.CONFIRMED,
            to_status=Status.SUPERSEDED,
            hand=Hand.STAFF,
            actor=book.world.people.get("services"),
            reason="捐赠方录错，已更正",
            at=moment(min(old.promised_on, LAST)),
        )
        for old, _gift in pairs
    )


def _receipt() -> StoredFile:
    picture = Image.new("RGB", (640, 360), "#fbfbf6")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 20, 620, 340), outline="#7d8f86", width=3)
    for line in range(6):
        pen.rectangle((60, 90 + 34 * line, 360 + line * 41 % 120, 98 + 34 * line), fill="#c9cdc6")
    pen.ellipse((470, 200, 580, 310), outline="#c23b22", width=7)
    content = io.BytesIO()
    picture.save(content, "PNG")
    upload = SimpleUploadedFile("回单.png", content.getvalue(), "image/png")
    return store_upload(purpose=RECEIPT, upload=upload, user=None)
