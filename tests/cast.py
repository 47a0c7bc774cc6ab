"""The people of the tests, and the enterprises and chambers they act for. All names are invented.

    from tests import cast

    user = cast.representative()              # manager of an enterprise of their own
    client = cast.login(cast.staff("registry_clerk"))

Every builder writes its rows with working defaults; name only what the test talks about.
"""

import datetime
import itertools
import time
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from stdnum.cn import uscc as uscc_number

from chambers.bodies.models import Affiliation, Chamber, Officer
from federation.accounts.models import User
from members.enterprises.models import Contact, Enterprise, IndustryClass, Representative, Town
from members.membership.models import Membership, MembershipPeriod
from members.partners.models import PartnerOfficer, PartnerOrganisation

PASSWORD = "a-Long-invented-pass-7"
ROLES = ("registry_clerk", "services_clerk", "auditor", "administrator")
LONG_AGO = datetime.date(2020, 1, 1)

_numbers = itertools.count(1)


# --- People ---------------------------------------------------------------------------------------


def person(name: str = "", **fields: Any) -> User:
    """A user without any hat: phone verified, e-mail verified, password `PASSWORD`."""
    number = next(_numbers)
    fields.setdefault("username", f"person{number}")
    fields.setdefault("phone", f"+86138{number:08d}")
    fields.setdefault("phone_verified", bool(fields["phone"]))
    fields.setdefault("email", f"person{number}@example.com")
    user = User.objects.create_user(password=fields.pop("password", PASSWORD), name=name or f"路人{number}", **fields)
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def outsider(name: str = "局外人", **fields: Any) -> User:
    """Logged in, but nobody's representative, secretary, officer or colleague."""
    return person(name, **fields)


def staff(role: str | None = "registry_clerk", name: str = "", **fields: Any) -> User:
    """Federation staff in one role; `role=None` for staff without any rights."""
    user = person(name or f"干部 {role or '无角色'}", is_staff=True, **fields)
    if role:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def administrator(**fields: Any) -> User:
    return staff("administrator", **fields)


def superuser(**fields: Any) -> User:
    return person("超级用户", is_staff=True, is_superuser=True, **fields)


def representative(of: Enterprise | None = None, name: str = "企业联系人", **fields: Any) -> User:
    """Manages the profile of `of`, or of an enterprise made for the purpose (see `enterprise_of`)."""
    user = person(name, **fields)
    represent(user, of or enterprise(), Representative.Role.MANAGER)
    return user


def colleague(of: Enterprise, name: str = "企业同事", **fields: Any) -> User:
    user = person(name, **fields)
    represent(user, of, Representative.Role.COLLEAGUE)
    return user


def secretary(of: Chamber | None = None, name: str = "商会秘书长", **fields: Any) -> User:
    user = person(name, **fields)
    take_office(user, of or chamber())
    return user


def bank_officer(of: PartnerOrganisation | None = None, name: str = "银行客户经理", **fields: Any) -> User:
    return _officer_of(of or bank(), name, **fields)


def department_officer(of: PartnerOrganisation | None = None, name: str = "部门联络员", **fields: Any) -> User:
    return _officer_of(of or department(), name, **fields)


def village_officer(of: PartnerOrganisation | None = None, name: str = "村干部", **fields: Any) -> User:
    return _officer_of(of or village(), name, **fields)


def _officer_of(organisation: PartnerOrganisation, name: str, **fields: Any) -> User:
    user = person(name, **fields)
    PartnerOfficer.objects.create(organisation=organisation, user=user, since=LONG_AGO)
    return user


def everyone() -> dict[str, User | None]:
    """One of each, none related to another: for tests that go through all roles. "visitor" isn't logged in."""
    return {
        "visitor": None,
        "outsider": outsider(),
        "representative": representative(),
        "secretary": secretary(),
        "bank_officer": bank_officer(),
        **{role: staff(role) for role in ROLES},
        "staff_without_role": staff(None),
        "superuser": superuser(),
    }


# --- Hats -----------------------------------------------------------------------------------------


def represent(user: User, of: Enterprise, role: str = Representative.Role.MANAGER) -> Representative:
    return Representative.objects.create(enterprise=of, user=user, role=role, since=LONG_AGO)


def take_office(user: User, of: Chamber, office: str = Officer.Office.SECRETARY) -> Officer:
    return Officer.objects.create(chamber=of, office=office, name=user.name, user=user, since=LONG_AGO)


def enterprise_of(user: User) -> Enterprise:
    return Enterprise.objects.represented_by(user).order_by("pk")[0]


def chamber_of(user: User) -> Chamber:
    return Chamber.objects.run_by(user).order_by("pk")[0]


# --- What they act for ----------------------------------------------------------------------------


def uscc(number: int | None = None, prefix: str = "91310117") -> str:
    """A valid credit code; the same number gives the same code."""
    body = f"{prefix}MA{number if number is not None else next(_numbers):07d}"
    return body + uscc_number.calc_check_digit(body)


def town(name: str = "测试镇", **fields: Any) -> Town:
    fields.setdefault("code", f"town-{next(_numbers)}")
    return Town.objects.get_or_create(name=name, defaults=fields)[0]


def industry(code: str = "6513", name: str = "应用软件开发", section: str = "I") -> IndustryClass:
    defaults = {"name": name, "section": section, "level": IndustryClass.Level.CLASS}
    return IndustryClass.objects.get_or_create(code=code, defaults=defaults)[0]


def enterprise(name: str = "", **fields: Any) -> Enterprise:
    """In the register, in business, no member, not listed."""
    number = next(_numbers)
    fields.setdefault("uscc", uscc(number))
    fields.setdefault("registered_on", datetime.date(2010, 5, 1))
    return Enterprise.objects.create(name=name or f"上海第{number}号测试科技有限公司", **fields)


def member(name: str = "", *, of: Chamber | None = None, listed: bool = True, **fields: Any) -> Enterprise:
    """An enterprise whose membership holds today, shown in the directory, in chamber `of` if one is given."""
    firm = enterprise(name, listed=listed, listed_at=timezone.now() if listed else None, **fields)
    join(firm)
    if of:
        affiliate(firm, of)
    return firm


def join(
    firm: Enterprise, starts_on: datetime.date | None = None, ends_on: datetime.date | None = None
) -> MembershipPeriod:
    today = timezone.localdate()
    membership, _ = Membership.objects.get_or_create(
        enterprise=firm, defaults={"number": f"T{next(_numbers):06d}", "kind": Membership.Kind.ENTERPRISE}
    )
    return MembershipPeriod.objects.create(
        membership=membership,
        kind=MembershipPeriod.Kind.NEW,
        starts_on=starts_on or today - datetime.timedelta(days=30),
        ends_on=ends_on or today + datetime.timedelta(days=335),
    )


def affiliate(firm: Enterprise, to: Chamber, *, primary: bool | None = None) -> Affiliation:
    """Puts the enterprise into the chamber; its first chamber is its primary one."""
    if primary is None:
        primary = not Affiliation.objects.filter(enterprise=firm, is_primary=True, until=None).exists()
    return Affiliation.objects.create(enterprise=firm, chamber=to, since=LONG_AGO, is_primary=primary)


def contact(of: Enterprise, name: str = "联系人", **fields: Any) -> Contact:
    fields.setdefault("phone", f"139{next(_numbers):08d}")
    return Contact.objects.create(enterprise=of, name=name, **fields)


def chamber(name: str = "", **fields: Any) -> Chamber:
    """Active and published."""
    number = next(_numbers)
    fields.setdefault("slug", f"chamber-{number}")
    fields.setdefault("kind", Chamber.Kind.TOWN)
    return Chamber.objects.create(name=name or f"第{number}号测试商会", **fields)


def bank(name: str = "", **fields: Any) -> PartnerOrganisation:
    fields.setdefault("kind", PartnerOrganisation.Kind.BANK)
    return PartnerOrganisation.objects.create(name=name or f"第{next(_numbers)}号测试银行", **fields)


def department(name: str = "", **fields: Any) -> PartnerOrganisation:
    fields.setdefault("kind", PartnerOrganisation.Kind.DEPARTMENT)
    return PartnerOrganisation.objects.create(name=name or f"第{next(_numbers)}号测试委办局", **fields)


def village(name: str = "", **fields: Any) -> PartnerOrganisation:
    """As the portal's officers know it; what else is known of it stands in poverty_aid."""
    fields.setdefault("kind", PartnerOrganisation.Kind.VILLAGE)
    return PartnerOrganisation.objects.create(name=name or f"第{next(_numbers)}号测试村", **fields)


# --- Sessions -------------------------------------------------------------------------------------


def login(user: User | None, client: Client | None = None, *, second_factor: bool = True, hat: str = "") -> Client:
    """A client signed in as the user (None: a visitor). Staff have shown a second factor unless told otherwise.

    `hat` is a hat's key, such as `secretary:3`.
    """
    client = client or Client()
    if user is None:
        return client
    client.force_login(user)
    session = client.session
    records = [{"method": "password", "at": time.time(), "username": user.username}]
    if user.is_staff and second_factor:
        records.append({"method": "mfa", "at": time.time(), "type": "totp"})
    # The two keys under which allauth keeps how this session's user authenticated.
    session["account_authentication_methods"] = records
    session["account_authentication_methods_user"] = str(user.pk)
    if hat:
        session["hat"] = hat
    session.save()
    return client
