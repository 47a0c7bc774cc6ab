"""The roster: one chamber's enterprises, found, narrowed and taken along as a workbook; the desk's numbers of them."""

import io
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from chambers.bodies.models import Affiliation
from federation.audit.models import PersonalDataAccess
from federation.indicators import compute
from federation.indicators.registry import Scope, get
from members.enterprises.choices import State
from tests import cast

DESK = reverse("chamber_desk:desk")
ROSTER, EXPORT = reverse("chamber_desk:roster"), reverse("chamber_desk:roster_export")
DAY = timezone.timedelta(days=1)


@pytest.fixture
def client(secretary):
    return cast.login(secretary)


@pytest.fixture
def firms(chamber, town):
    """A member with a contact, one whose membership ends soon, one that lapsed, one that never joined."""
    today = timezone.localdate()
    found = {}
    for name, spans in {
        "上海云川软件有限公司": (-30, 300),
        "上海禾岳机床有限公司": (-300, 20),
        "上海泽信物流有限公司": (-800, -400),
        "上海启源食品有限公司": None,
    }.items():
        firm = cast.enterprise(name, industry=cast.industry() if "软件" in name else None)
        cast.affiliate(firm, chamber)
        if spans:
            cast.join(firm, today + spans[0] * DAY, today + spans[1] * DAY)
        found[name[4:6]] = firm
    found["软件"].town = town
    found["软件"].save()
    cast.contact(found["软件"], "周联系", phone="13912345678", is_primary=True)
    return found


def names(response):
    return {row.name[4:6] for row in response.context["page"]}


def test_shows_who_is_in_the_chamber_today(client, chamber, firms):
    cast.affiliate(cast.enterprise(), cast.chamber())
    gone = timezone.localdate() - DAY
    Affiliation.objects.create(chamber=chamber, enterprise=cast.enterprise(), since=cast.LONG_AGO, until=gone)
    cast.affiliate(cast.enterprise(merged_into=firms["软件"]), chamber)
    page = client.get(ROSTER)
    assert names(page) == set(firms)
    assert "139****5678" in page.content.decode() and "13912345678" not in page.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "云川"}, {"软件"}),
        ({"q": "heyue"}, {"机床"}),
        ({"q": "没有这家"}, set()),
        ({"section": "I"}, {"软件"}),
        ({"standing": "member"}, {"软件"}),
        ({"standing": "expiring"}, {"机床"}),
        ({"standing": "lapsed"}, {"物流"}),
        ({"standing": "never"}, {"食品"}),
        ({"contact": "with"}, {"软件"}),
        ({"contact": "without"}, {"机床", "物流", "食品"}),
        ({"contact": "without", "standing": "expiring"}, {"机床"}),
    ],
)
def test_narrows_and_exports_the_same(client, firms, query, expected):
    page = client.get(ROSTER, query)
    assert names(page) == expected
    sheet = load_workbook(io.BytesIO(client.get(EXPORT, query).getvalue())).active
    assert {row[0][4:6] for row in sheet.iter_rows(min_row=2, values_only=True) if row[0]} == expected


def test_narrows_by_town(client, firms, town):
    assert names(client.get(ROSTER, {"town": town.pk})) == {"软件"}


def test_an_export_holds_the_whole_number(client, firms):
    sheet = load_workbook(io.BytesIO(client.get(EXPORT, {"q": "云川"}).getvalue())).active
    assert "13912345678" in [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]


def test_who_took_the_whole_numbers_is_kept(client, firms, secretary, chamber):
    client.get(ROSTER)
    assert not PersonalDataAccess.objects.exists()
    client.get(EXPORT)
    kept = PersonalDataAccess.objects.get()
    assert (kept.actor, kept.subject_key, kept.field) == (secretary, f"chambers.chamber:{chamber.pk}", "contact_phone")


@pytest.mark.parametrize("page", [ROSTER, EXPORT])
def test_is_for_secretaries_only(firms, page):
    for user in (cast.outsider(), cast.representative(), cast.staff(), cast.bank_officer()):
        assert cast.login(user).get(page).status_code == 404


def told_by(page, label):
    """Number and address of the desk's tile."""
    tile = rf'<a href="([^"]*)" class="figure-tile[^"]*">\s*<span class="figure-label">{label}</span>'
    address, number = re.search(rf'{tile}\s*<span class="figure-number">([^<]*)<', page.content.decode()).groups()
    return number, address


def test_the_desk_counts_whom_nobody_can_call_as_the_register_does(client, chamber, firms):
    cast.affiliate(cast.enterprise("上海歇业贸易有限公司", state=State.REVOKED), chamber)
    elsewhere = cast.enterprise()
    cast.affiliate(elsewhere, cast.chamber())
    number, address = told_by(client.get(DESK), "没有联系人的会员")
    assert number == "3"
    assert names(client.get(address)) == {"机床", "物流", "食品"}
    counted = set(compute.rows(get("enterprises-without-contact"), Scope()))
    assert counted == {firms["机床"], firms["物流"], firms["食品"], elsewhere}
    cast.contact(firms["机床"])
    assert told_by(client.get(DESK), "没有联系人的会员")[0] == "2"


def test_the_desk_counts_who_leaves_soon_as_the_register_does(client, chamber, firms):
    today = timezone.localdate()
    elsewhere = cast.enterprise()
    cast.affiliate(elsewhere, cast.chamber())
    cast.join(elsewhere, today - 300 * DAY, today + 20 * DAY)
    number, address = told_by(client.get(DESK), "会籍即将到期")
    assert number == "1"
    assert names(client.get(address)) == {"机床"}
    assert compute.total(get("members-expiring"), Scope(filters={"chamber": chamber.pk})) == 1


def test_the_desk_draws_its_members_by_industry(client, chamber, firms):
    """Once each, who is in the chamber today; every bar opens as many rows as it says."""
    trade = cast.industry("5171", "汽车及零配件批发", "F")
    for _number in range(2):
        cast.affiliate(cast.enterprise(industry=trade), chamber)
    cast.affiliate(cast.enterprise(industry=trade), cast.chamber())
    left = timezone.localdate() - DAY
    Affiliation.objects.create(
        chamber=chamber, enterprise=cast.enterprise(industry=trade), since=cast.LONG_AGO, until=left
    )
    page = client.get(DESK)
    bars = {parse_qs(urlsplit(row["url"]).query)["section"][0]: row for row in page.context["chart"].rows}
    assert {section: row["values"] for section, row in bars.items()} == {"I": [1], "F": [2], "-": [3]}
    shown = re.sub(r"\s+", " ", page.content.decode())
    for row in bars.values():
        assert f'{row["label"]}</a></th><td class="num">{row["values"][0]}</td>' in shown
        assert len(client.get(row["url"]).context["rows"]) == row["values"][0]
    number, address = told_by(page, "商会会员")
    assert number == "6" and len(client.get(address).context["rows"]) == 6


def test_pages_by_keyset(client, chamber):
    for number in range(30):
        cast.affiliate(cast.enterprise(f"上海甲{number:02d}有限公司"), chamber)
    first = client.get(ROSTER)
    second = client.get(ROSTER, {"after": first.context["page"].next})
    shown = [row.pk for row in first.context["page"]] + [row.pk for row in second.context["page"]]
    assert len(shown) == len(set(shown)) == 30


def test_costs_the_same_for_few_rows_and_many(client, chamber, firms):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(ROSTER, {"standing": "member"}).status_code == 200
        return len(queries)

    client.get(ROSTER)
    few = asked()
    for number in range(5):
        cast.contact(cast.member(f"上海乙{number}有限公司", of=chamber, industry=cast.industry()))
    assert asked() == few
