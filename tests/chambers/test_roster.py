"""The roster: one chamber's enterprises, found, narrowed and taken along as a workbook."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from chambers.bodies.models import Affiliation
from federation.audit.models import PersonalDataAccess
from tests import cast

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
