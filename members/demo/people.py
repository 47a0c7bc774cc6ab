"""Contacts, the users who act for enterprises, and partner organisations."""

import datetime

from federation.demo.people import extras, person
from federation.demo.world import World
from members.demo.enterprises import Firm
from members.demo.words import POSITIONS, person_name
from members.enterprises.models import Contact, Representative
from members.partners.models import PartnerOfficer, PartnerOrganisation

PARTNERS = (
    ("bank", "茸城农村商业银行松江支行", "茸城农商行", "bank", "何以宁"),
    ("bank", "浦南银行松江支行", "浦南银行", None, ""),
    ("department", "松江区人力资源和社会保障局", "区人社局", "department", "唐思远"),
    ("department", "松江区市场监督管理局", "区市场监管局", None, ""),
    ("law_firm", "上海衡岳律师事务所", "衡岳律所", None, ""),
    ("university", "云间工程学院", "云间工程", None, ""),
    ("village", "勐腊县曼朗村", "曼朗村", "village", "岩温"),
)
REPRESENTED = 220
TOWN_WITH_LOGINS = "sijing"
WITHOUT_CONTACT = 0.11


def make_contacts(world: World, members: list[Firm], others: list[Firm]) -> None:
    rng = world.rng
    rows = []
    for firm, share in [(firm, WITHOUT_CONTACT) for firm in members] + [(firm, 0.6) for firm in others]:
        if rng.random() < share:
            continue
        for number in range(2 if rng.random() < 0.2 else 1):
            rows.append(
                Contact(
                    enterprise=firm.enterprise,
                    name=person_name(rng),
                    position=rng.choice(POSITIONS),
                    phone=f"139{rng.randrange(10**8):08d}",
                    is_primary=number == 0,
                )
            )
    Contact.objects.bulk_create(rows)


def make_representatives(world: World, members: list[Firm]) -> None:
    """The enterprise that logs in by phone, the person with several hats, and quiet colleagues elsewhere."""
    since = world.days_ago(400)
    enterprise_user = person(world, "qiye", "林嘉禾", phone="+8613800000001", phone_verified=True, email=None)
    several = person(world, "hats", "周远航", phone="+8613800000002", phone_verified=True)
    # The first members are those whose membership ends soon: one of the town whose secretary can log in too.
    first = next(firm for firm in members if firm.enterprise.town.code == TOWN_WITH_LOGINS)
    second, third, *others = [firm for firm in members if firm is not first]
    seats = [
        (enterprise_user, first, Representative.Role.MANAGER),
        (several, second, Representative.Role.MANAGER),
        (several, third, Representative.Role.COLLEAGUE),
    ]
    represented = others[:REPRESENTED]
    quiet = extras(world, "qiye", [person_name(world.rng) for _ in represented])
    seats += [(user, firm, Representative.Role.MANAGER) for user, firm in zip(quiet, represented, strict=True)]
    Representative.objects.bulk_create(
        Representative(user=user, enterprise=firm.enterprise, role=role, since=since) for user, firm, role in seats
    )
    world.shelf["represented"] = [(user, firm) for user, firm, _role in seats]


def make_partners(world: World) -> None:
    for kind, name, short_name, username, officer in PARTNERS:
        organisation = PartnerOrganisation.objects.create(kind=kind, name=name, short_name=short_name)
        if username:
            user = person(world, username, officer)
            PartnerOfficer.objects.create(
                organisation=organisation, user=user, since=world.today - datetime.timedelta(days=300)
            )
