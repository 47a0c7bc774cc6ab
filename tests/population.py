"""A small district in which every figure counts something: rows of every kind, some of them at the edges.

Tests over all indicators and all pages stand on it. Who adds a figure adds the rows that it counts, in the piece of its
subject, `tests/<app>/population_<subject>.py`, which is found by its name:

    def settle(firms: list[Enterprise]) -> None:
        '''Ten enterprises, of which the first six are members in two chambers (firms[0] in both).'''

It may run twice in one test, each time with other enterprises; lower floors first. Let there be rows that must not be
counted (cancelled, reversed, refused) beside those that must, in more than one year, town and chamber.
"""

import datetime
from decimal import Decimal

from django.utils import timezone

from chambers.applications.models import MembershipApplication
from chambers.applications.statuses import Status
from chambers.bodies.models import Affiliation, Chamber
from members.enterprises.choices import Control, RegistrationType, State
from members.enterprises.models import Enterprise, Honour, NameRecord, Park, Product, Representative, SizeSnapshot
from members.membership.models import MembershipPeriod
from members.register.models import ImportBatch
from tests import cast
from tests.access_table import pieces


def settle(again: bool = False) -> list[Enterprise]:
    """Enterprises with everything that can hang on one; `again` adds as many of them once more."""
    towns = [cast.town("岳阳测试街道"), cast.town("九亭测试镇"), None]
    park = Park.objects.get_or_create(name="测试产业园")[0]
    industries = [cast.industry(), cast.industry("5171", "汽车及零配件批发", "F"), None]
    firms = [
        cast.enterprise(
            town=towns[number % 3],
            industry=industries[number % 3],
            park=park if number % 4 == 0 else None,
            state=list(State)[number % len(State)] if number > 4 else State.ACTIVE,
            registration_type=[RegistrationType.PRIVATE_LIMITED, RegistrationType.SELF_EMPLOYED, ""][number % 3],
            control=[Control.PRIVATE, "", Control.FOREIGN][number % 3],
            registered_on=None if number == 7 else datetime.date(2001 + number, 1 + number, 3),
            capital=None if number == 2 else Decimal(500_000) * number + Decimal("0.25"),
            capital_currency="USD" if number == 4 else "CNY",
            staff_count=None if number % 2 else 30 * number + 5,
        )
        for number in range(10)
    ]
    _acquaint(firms)
    _gather(firms)
    _merge_away(firms[0])
    _bring_in(firms)
    for piece in pieces("population_"):
        piece.settle(firms)
    return firms


def _acquaint(firms: list[Enterprise]) -> None:
    people = [cast.person(), cast.person()]
    for number, firm in enumerate(firms[:6]):
        cast.contact(firm, is_primary=True)
        cast.represent(people[number % 2], firm, list(Representative.Role)[number % 2])
    NameRecord.objects.create(
        enterprise=firms[1], name="上海旧名测试厂", until=datetime.date(2015, 3, 1), source="手工"
    )
    NameRecord.objects.create(enterprise=firms[1], name="上海更旧测试厂", until=datetime.date(2009, 8, 3))
    NameRecord.objects.create(
        enterprise=firms[2], name="上海另一测试厂", until=datetime.date(2015, 9, 9), source="导入"
    )
    Product.objects.create(enterprise=firms[1], name="测试机床")
    Honour.objects.create(enterprise=firms[1], title="测试标兵", year=2021)
    SizeSnapshot.objects.create(enterprise=firms[1], year=2021, size_class="small")


def _gather(firms: list[Enterprise]) -> None:
    chambers = [cast.chamber(kind=Chamber.Kind.TOWN), cast.chamber(kind=Chamber.Kind.INDUSTRY)]
    for number, firm in enumerate(firms[:6]):
        cast.join(firm)
        cast.affiliate(firm, chambers[number % 2])
    # In two chambers, and once in one that it has left.
    cast.affiliate(firms[0], chambers[1])
    left = timezone.localdate() - datetime.timedelta(days=400)
    Affiliation.objects.create(chamber=chambers[0], enterprise=firms[1], since=cast.LONG_AGO, until=left)
    for chamber in chambers:
        cast.secretary(chamber)
    _ask_to_join(firms, chambers)


def _ask_to_join(firms: list[Enterprise], chambers: list[Chamber]) -> None:
    """Applications in every status, decided after days or weeks; memberships of all kinds, ended and ending."""
    today, day = timezone.localdate(), datetime.timedelta(days=1)
    cast.join(firms[6], today - 1000 * day, today - 700 * day)
    cast.join(firms[7], today - 300 * day, today + 20 * day)
    again = cast.join(firms[6], today - 100 * day, today + 200 * day)
    again.kind = MembershipPeriod.Kind.REJOIN
    again.save()
    user = cast.outsider()
    for number, status in enumerate([*Status, Status.APPROVED]):
        sent = None if status == Status.DRAFT else timezone.now() - (20 + 10 * number) * day
        MembershipApplication.objects.create(
            applicant=user,
            uscc=cast.uscc(),
            enterprise_name=f"上海第{number}号申请有限公司",
            chamber=chambers[number % 2],
            status=status,
            kind=list(MembershipPeriod.Kind)[number % 3],
            submitted_at=sent,
            status_since=(sent or timezone.now()) + number * 3 * day,
        )


def _merge_away(kept: Enterprise) -> None:
    cast.enterprise(merged_into=kept, capital=Decimal(1), staff_count=1)


def _bring_in(firms: list[Enterprise]) -> None:
    now = timezone.now()
    for number, source in enumerate(["市场监管局", "", "市场监管局"]):
        ImportBatch.objects.create(
            status=ImportBatch.Status.APPLIED,
            file_name=f"名录{number}.xlsx",
            source=source,
            applied_at=now - datetime.timedelta(days=300 * number),
            rows_total=len(firms),
            rows_created=number + 1,
        )
    ImportBatch.objects.create(status=ImportBatch.Status.FAILED, file_name="坏.xlsx", rows_created=99)
