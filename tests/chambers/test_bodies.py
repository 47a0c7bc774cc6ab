"""The public's pages of the chambers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from chambers.bodies.models import Affiliation, Chamber, Officer
from tests import cast

LIST = reverse("chambers:list")
DAY = timezone.timedelta(days=1)


@pytest.fixture
def visitor(db):
    return cast.login(None)


def test_lists_active_chambers_by_kind(visitor):
    kinds = [Chamber.Kind.PARK, Chamber.Kind.TOWN, Chamber.Kind.ORIGIN, Chamber.Kind.INDUSTRY]
    for kind in kinds:
        cast.chamber(kind=kind)
    for state in set(Chamber.State) - {Chamber.State.ACTIVE}:
        cast.chamber(state=state)
    page = visitor.get(LIST)
    assert [kind for kind, _rows in page.context["groups"]] == list(Chamber.Kind)
    assert page.context["total"] == 4


def test_narrows_by_kind_and_town(visitor):
    town = cast.town("测试镇", code="ceshi")
    one = cast.chamber(kind=Chamber.Kind.TOWN, town=town)
    two = cast.chamber(kind=Chamber.Kind.PARK, town=town)
    cast.chamber(kind=Chamber.Kind.PARK)

    def found(**query):
        return {row for _kind, rows in visitor.get(LIST, query).context["groups"] for row in rows}

    assert found(town="ceshi") == {one, two}
    assert found(town="ceshi", kind="park") == {two}


def test_a_chambers_page_shows_who_holds_office_today_and_counts_members(visitor):
    chamber = cast.chamber(brand="测试品牌", introduction="商会简介")
    cast.take_office(cast.person("现任会长"), chamber, Officer.Office.PRESIDENT)
    past = cast.take_office(cast.person("前任秘书长"), chamber)
    past.until = timezone.localdate() - DAY
    past.save()
    cast.member(of=chamber)
    cast.affiliate(cast.enterprise(), chamber)
    Affiliation.objects.create(
        chamber=chamber, enterprise=cast.enterprise(), since=cast.LONG_AGO, until=timezone.localdate() - DAY
    )
    page = visitor.get(chamber.get_absolute_url())
    text = page.content.decode()
    assert "现任会长" in text and "前任秘书长" not in text
    assert "测试品牌" in text and "商会简介" in text
    assert page.context["member_count"] == 2
    assert f"chamber={chamber.slug}" in page.context["directory_url"]


@pytest.mark.parametrize("state", ["preparing", "merged", "split", "dissolved"])
def test_a_chamber_that_is_not_active_is_not_shown(visitor, state):
    chamber = cast.chamber(state=state)
    assert visitor.get(chamber.get_absolute_url()).status_code == 404
    assert cast.login(cast.staff()).get(chamber.get_absolute_url()).status_code == 200
    assert cast.login(cast.secretary(chamber)).get(chamber.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("page", ["list", "chamber"])
def test_pages_cost_the_same_for_one_row_and_many(visitor, page):
    chamber = cast.chamber()
    url = LIST if page == "list" else chamber.get_absolute_url()

    def fill(number):
        for _ in range(number):
            other = cast.chamber()
            for body in (chamber, other):
                cast.secretary(body)
                cast.take_office(cast.person(), body, Officer.Office.PRESIDENT)
                cast.member(of=body)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(url).status_code == 200
        return len(queries)

    fill(1)
    visitor.get(url)
    few = asked()
    fill(3)
    assert asked() == few


def named(user, officer, chamber):
    fields = {"chamber": chamber.pk, "office": Officer.Office.SECRETARY, "name": officer.name, "user": officer.pk}
    address = reverse("admin:chambers_officer_add")
    return cast.login(user).post(address, {**fields, "since": "2026-01-01", "until": "", "enterprise": ""})


def test_nobody_names_themselves_to_an_office(db):
    clerk, chamber = cast.staff("registry_clerk"), cast.chamber()
    refused = named(clerk, clerk, chamber)
    assert refused.status_code == 200
    assert refused.context["adminform"].form.errors["user"]
    assert not Officer.objects.exists()
    assert named(clerk, cast.person("新秘书长"), chamber).status_code == 302
    assert Officer.objects.get().name == "新秘书长"
