"""Chambers with their members, for ./scripts/bench: as many chambers as a district has, however large it is."""

import datetime

from chambers.bodies.models import Affiliation, Chamber, Officer
from federation.accounts.models import User
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import fill, page, visitor
from members.benchmarks import is_member
from members.enterprises.models import Enterprise

MOST_CHAMBERS = 40
SINCE = datetime.date(2018, 5, 1)
KINDS = (Chamber.Kind.TOWN, Chamber.Kind.INDUSTRY, Chamber.Kind.ORIGIN, Chamber.Kind.PARK)
PLACES = "泰顺 永康 东阳 浦江 石狮 南安 常熟 昆阳 桐庐 安溪".split()


def slug_of(number: int) -> str:
    return f"bench-{number}"


def chamber_of(enterprise: int) -> int:
    return enterprise * 11 % MOST_CHAMBERS + 1


@fill(order=20)
def fill_chambers(size: int) -> None:
    have = Chamber.objects.count()
    Chamber.objects.bulk_create(
        Chamber(
            pk=number,
            slug=slug_of(number),
            name=f"松江区{PLACES[number % 10]}第{number}商会",
            short_name=f"{PLACES[number % 10]}{number}商会",
            kind=KINDS[number % 4],
            introduction="服务会员，联系政府。",
            position=number,
        )
        for number in range(have + 1, min(size, MOST_CHAMBERS) + 1)
    )
    chambers = min(size, MOST_CHAMBERS)
    done = Affiliation.objects.order_by("-enterprise").values_list("enterprise", flat=True).first() or 0
    last = Enterprise.objects.order_by("-pk").values_list("pk", flat=True)[0]
    members = [number for number in range(done + 1, last + 1) if is_member(number)]
    with filling("chambers_affiliation", len(members)):
        columns = ("chamber_id", "enterprise_id", "since", "is_primary")
        rows = ((min(chamber_of(number), chambers), number, SINCE, True) for number in members)
        copy_rows("chambers_affiliation", columns, rows)


@visitor("secretary")
def secretary() -> User:
    user = benchmark_user("bench-secretary")
    Officer.objects.get_or_create(
        chamber_id=1, user=user, office=Officer.Office.SECRETARY, defaults={"name": "秘书长", "since": SINCE}
    )
    return user


page("Chambers", "/chambers/")
page("A chamber", lambda: [f"/chambers/{slug_of(number)}/" for number in range(1, 1 + Chamber.objects.count())])
page(
    "Directory, by chamber",
    lambda: [f"/directory/?chamber={slug_of(n)}" for n in range(1, 1 + Chamber.objects.count())],
)
page("Secretary's desk", "/chamber/", visitor="secretary")
page("Roster of a chamber", "/chamber/roster/", visitor="secretary")
page("Membership applications at a chamber", "/chamber/applications/", visitor="secretary")
page("Applying for membership", "/apply/", visitor="enterprise")
page("Chambers in the admin", "/admin/chambers/chamber/", visitor="staff")
page("Membership applications in the admin", "/admin/chambers/membershipapplication/", visitor="staff")
