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


def test_nobody_makes_more_of_an_office_they_hold(db):
    clerk, chamber = cast.staff("registry_clerk", "书记员"), cast.chamber()
    office = Officer.objects.create(
        chamber=chamber, office=Officer.Office.SUPERVISOR, name="书记员", user=clerk, since="2026-01-01"
    )
    fields = {"chamber": chamber.pk, "user": clerk.pk, "since": "2026-01-01", "until": "", "enterprise": ""}
    address = reverse("admin:chambers_officer_change", args=[office.pk])

    def change(by, **changed):
        stands = {"office": office.office, "name": office.name}
        return cast.login(by).post(address, {**fields, **stands, **changed}).status_code

    assert change(clerk, office=Officer.Office.SECRETARY) == 200
    assert change(clerk, chamber=cast.chamber().pk) == 200
    office.refresh_from_db()
    assert (office.office, office.chamber) == (Officer.Office.SUPERVISOR, chamber)
    assert change(clerk, name="书记员甲") == 302
    office.refresh_from_db()
    assert office.name == "书记员甲"
    assert change(cast.staff("registry_clerk"), office=Officer.Office.SECRETARY) == 302
    office.refresh_from_db()
    assert office.office == Officer.Office.SECRETARY


@pytest.mark.parametrize("kind", ["partner", "representative"])
def test_nobody_enters_themselves_beside_an_organisation_or_an_enterprise(db, kind):
    if kind == "partner":
        clerk, record, part = cast.staff("services_clerk"), cast.bank(), "officers"
        address = reverse("admin:members_partnerorganisation_change", args=[record.pk])
    else:
        clerk, record, part = cast.staff("registry_clerk"), cast.enterprise(), "representatives"
        address = reverse("admin:members_enterprise_change", args=[record.pk])
    page = cast.login(clerk).get(address)
    sent = {}
    for form in [page.context["adminform"].form, *(one.formset for one in page.context["inline_admin_formsets"])]:
        if hasattr(form, "management_form"):
            sent |= {f"{form.prefix}-{name}": value for name, value in form.management_form.initial.items()}
        else:
            sent |= {name: "" if value is None else value for name, value in form.initial.items()}

    def enter(user):
        new = {"user": user.pk, "since": "2026-01-01", "until": "", "role": "manager", "id": ""}
        row = {f"{part}-0-{name}": value for name, value in new.items()}
        return cast.login(clerk).post(address, {**sent, **row, f"{part}-TOTAL_FORMS": 1})

    refused = enter(clerk)
    assert refused.status_code == 200
    assert not getattr(record, part).exists()
    assert enter(cast.person("新人")).status_code == 302
    assert [row.user.name for row in getattr(record, part).all()] == ["新人"]
