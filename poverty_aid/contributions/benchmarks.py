"""Villages, pairings and gifts by the million, for ./scripts/bench: two gifts for each enterprise, nearly all of them
delivered and confirmed, every twentieth a joint one of two givers."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils import timezone

from chambers.benchmarks import MOST_CHAMBERS, chamber_of
from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import fill, page, visitor
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOfficer, PartnerOrganisation
from poverty_aid.contributions.models import Contribution, Delivery, Kind
from poverty_aid.contributions.statuses import Status
from poverty_aid.pairings.models import Mode, Pairing
from poverty_aid.pairings.statuses import Status as PairingStatus
from poverty_aid.programmes.models import Programme
from poverty_aid.villages.models import County, Village

VILLAGES, COUNTIES, PAIRINGS = 400, 8, 4000
SINCE = datetime.date(2018, 5, 1)
DAY = datetime.timedelta(days=1)
SPREAD = 1800
SAMPLE = 24
KINDS = (Kind.MONEY, Kind.PURCHASE, Kind.MONEY, Kind.GOODS, Kind.PURCHASE, Kind.SERVICE)
# Of two hundred gifts the first few are still on their way; the others are confirmed.
UNDER_WAY = (Status.PLEDGED, Status.DELIVERED, Status.DISPUTED, Status.PLEDGED, Status.DELIVERED)
PROGRAMMES = (("bench-pairing", "测量企村结对"), ("bench-fund", "测量双一百"))
CONTRIBUTION = (
    "id kind mode title quantity valuation pledged_amount pledged_on programme_id village_id county_id village_name "
    "village_code giver_name status status_since due_at version"
).split()
SHARE = "id contribution_id enterprise_id chamber_id through giver_name numerator denominator".split()
DELIVERY = "id contribution_id leg amount delivered_on note".split()
CONFIRMATION = "id delivery_id amount confirmed_on note".split()
ENTRY = (
    "contribution_id confirmation_id share_id kind mode amount counted_on year programme_id village_id county_id "
    "enterprise_id chamber_id giver_name"
).split()


def _name(firm: int) -> str:
    return f"上海测量第{firm}号有限公司"


def status_of(number: int) -> Status:
    place = number % 200
    return UNDER_WAY[place] if place < len(UNDER_WAY) else Status.CONFIRMED


class Filler:
    """What one gift is made of, from its number alone."""

    def __init__(self, firms: int) -> None:
        self.now, self.today = timezone.now(), timezone.localdate()
        self.firms = firms
        self.chambers = min(MOST_CHAMBERS, Chamber.objects.count())
        self.villages = list(Village.objects.order_by("code").values_list("pk", "county_id", "name", "code")[:VILLAGES])
        self.programmes = list(Programme.objects.order_by("position", "pk").values_list("pk", flat=True))

    def givers(self, number: int) -> list[int]:
        """The enterprises that give, one or two of them."""
        first = number % self.firms + 1
        return [first, number * 13 % self.firms + 1] if number % 20 == 0 else [first]

    def chamber(self, enterprise: int) -> int:
        return min(chamber_of(enterprise), self.chambers)

    def day(self, number: int) -> datetime.date:
        return self.today - (number * 7 % SPREAD + 30) * DAY

    def amount(self, number: int) -> Decimal:
        return Decimal(number % 97 * 200 + 1000)

    def where(self, number: int) -> tuple[int, int, str, str]:
        return self.villages[number % len(self.villages)]

    def programme(self, number: int) -> int:
        return self.programmes[number % len(self.programmes)]

    def contributions(self, numbers: range) -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            village, county, name, code = self.where(number)
            status, kind, day = status_of(number), KINDS[number % len(KINDS)], self.day(number)
            yield (
                number,
                kind,
                list(Mode)[number % len(Mode)],
                f"第{number}笔帮扶",
                "",
                "发票" if kind in (Kind.GOODS, Kind.SERVICE) else "",
                self.amount(number),
                day,
                self.programme(number),
                village,
                county,
                name,
                code,
                _name(self.givers(number)[0]),
                status,
                self.now - (self.today - day),
                None if status == Status.CONFIRMED else self.now + 3 * DAY,
                1,
            )

    def shares(self, numbers: range) -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            givers = self.givers(number)
            for place, firm in enumerate(givers):
                chamber = self.chamber(firm)
                yield 2 * number + place, number, firm, chamber, False, _name(firm), 1, len(givers)

    def deliveries(self, numbers: range) -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            if status_of(number) != Status.PLEDGED:
                day = self.day(number) + 10 * DAY
                yield number, number, Delivery.Leg.VILLAGE, self.amount(number), day, ""

    def confirmations(self, numbers: range) -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            if status_of(number) == Status.CONFIRMED:
                yield number, number, self.amount(number), self.day(number) + 14 * DAY, ""

    def entries(self, numbers: range) -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            if status_of(number) != Status.CONFIRMED:
                continue
            village, county, *_names = self.where(number)
            day, givers = self.day(number) + 14 * DAY, self.givers(number)
            for place, firm in enumerate(givers):
                yield (
                    number,
                    number,
                    2 * number + place,
                    KINDS[number % len(KINDS)],
                    list(Mode)[number % len(Mode)],
                    self.amount(number) / len(givers),
                    day,
                    day.year,
                    self.programme(number),
                    village,
                    county,
                    firm,
                    self.chamber(firm),
                    _name(firm),
                )


@fill(order=60)
def fill_gifts(size: int) -> None:
    """Two for each enterprise; villages and pairings as many as a district can have."""
    _villages()
    _pairings(size)
    firms = Enterprise.objects.order_by("-pk").values_list("pk", flat=True)[0]
    filler = Filler(firms)
    numbers = range(Contribution.objects.count() + 1, 2 * size + 1)
    tables = (
        ("contribution", CONTRIBUTION, filler.contributions),
        ("share", SHARE, filler.shares),
        ("delivery", DELIVERY, filler.deliveries),
        ("confirmation", CONFIRMATION, filler.confirmations),
        ("ledgerentry", ENTRY, filler.entries),
    )
    for table, columns, rows in tables:
        with filling(f"poverty_aid_{table}", len(numbers)):
            copy_rows(f"poverty_aid_{table}", columns, rows(numbers))


def _villages() -> None:
    for code, name in PROGRAMMES:
        Programme.objects.get_or_create(code=code, defaults={"name": name})
    if Village.objects.exists():
        return
    counties = County.objects.bulk_create(
        County(
            code=f"5328{number:02d}", name=f"测量{number}县", prefecture="测量州", province="测量省", position=number
        )
        for number in range(1, COUNTIES + 1)
    )
    Village.objects.bulk_create(
        Village(
            code=f"{counties[number % COUNTIES].code}{number:06d}",
            name=f"测量第{number}村",
            county=counties[number % COUNTIES],
            households=200 + number,
            needs="道路硬化；蔬菜大棚",
        )
        for number in range(1, VILLAGES + 1)
    )


def _pairings(size: int) -> None:
    have = Pairing.objects.count()
    villages = list(Village.objects.order_by("code").select_related("county")[:VILLAGES])
    programmes = list(Programme.objects.order_by("position", "pk"))
    Pairing.objects.bulk_create(
        (
            Pairing(
                programme=programmes[number % len(programmes)],
                enterprise_id=number,
                giver_name=_name(number),
                village=villages[number % VILLAGES],
                county=villages[number % VILLAGES].county,
                village_name=villages[number % VILLAGES].name,
                village_code=villages[number % VILLAGES].code,
                mode=list(Mode)[number % len(Mode)],
                status=PairingStatus.UNDER_WAY,
                signed_on=SINCE,
            )
            for number in range(have + 1, min(size, PAIRINGS) + 1)
        ),
        batch_size=1000,
    )


# --- Who looks, and at what -----------------------------------------------------------------------


@visitor("village")
def village_officer() -> User:
    village = Village.objects.order_by("code")[0]
    if village.partner is None:
        village.partner = PartnerOrganisation.objects.create(name=village.name, kind=PartnerOrganisation.Kind.VILLAGE)
        village.save(update_fields=["partner"])
    user = benchmark_user("bench-village")
    PartnerOfficer.objects.get_or_create(organisation=village.partner, user=user, defaults={"since": SINCE})
    return user


def _village_pages() -> list[str]:
    codes = Village.objects.order_by("code").values_list("code", flat=True)
    return [f"/poverty-aid/villages/{code}/" for code in codes[:SAMPLE]]


def _gifts_of_the_village() -> list[str]:
    found = Contribution.objects.filter(village=Village.objects.order_by("code")[0]).order_by("-status_since", "-pk")
    return [f"/poverty-aid/gifts/{pk}/" for pk in found.values_list("pk", flat=True)[:SAMPLE]]


def _pairings_of_the_village() -> list[str]:
    found = Pairing.objects.filter(village=Village.objects.order_by("code")[0]).order_by("pk")
    return [f"/poverty-aid/pairings/{pk}/" for pk in found.values_list("pk", flat=True)[:SAMPLE]]


page("Poverty aid", "/poverty-aid/")
page("Villages", "/poverty-aid/villages/")
page("A village", _village_pages)
page("Figure: funds given to villages", "/figures/aid-funds/")
page("An enterprise's own gifts", "/poverty-aid/ours/", visitor="enterprise")
page("Pairings and gifts of a chamber", "/chamber/pairings/", visitor="secretary")
page("A village's desk", "/poverty-aid/village/", visitor="village")
page("A pairing", _pairings_of_the_village, visitor="village")
page("Villages in the admin", "/admin/poverty_aid/village/", visitor="services")
page("A gift", _gifts_of_the_village, visitor="village")
page("Gifts in the admin", "/admin/poverty_aid/contribution/", visitor="services")
page(
    "Gifts in the admin, narrowed",
    "/admin/poverty_aid/contribution/?status__exact=confirmed&kind__exact=money",
    visitor="services",
)
page("Ledger of gifts in the admin", "/admin/poverty_aid/ledgerentry/", visitor="services")
page("Pairings in the admin", "/admin/poverty_aid/pairing/", visitor="services")
