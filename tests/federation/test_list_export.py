"""Lists of the admin that go along in a file by the columns that they name."""

import csv
import io
import re
from typing import Any

import openpyxl
import pytest
from django.contrib import admin
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from chambers.bodies.models import Chamber
from events.events.models import Event
from events.participants.models import Participant
from events.signups.models import SignUp
from federation.portal.admin_base import PortalModelAdmin
from federation.portal.admin_export import ListExported
from members.enterprises.models import Enterprise
from members.membership.models import Membership
from tests import cast

LISTS = {model: one for model, one in admin.site._registry.items() if isinstance(one, ListExported)}
every_list = pytest.mark.parametrize("model", LISTS, ids=lambda model: model._meta.label)


@pytest.fixture(autouse=True)
def _over_the_population(populated: list[Enterprise]) -> None:
    pass


@pytest.fixture
def client() -> Client:
    return cast.login(cast.superuser())


def address(model: type[models.Model], view: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{view}", args=args)


def lines(client: Client, model: type[models.Model], **query: str) -> list[list[str]]:
    answer = client.get(address(model, "export", "csv"), query)
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_these_lists_are_exported() -> None:
    assert sorted(model._meta.label for model in LISTS) == [
        "chambers.Chamber",
        "chambers.MembershipApplication",
        "events.Event",
        "events.SignUp",
        "events.Visit",
        "members.Membership",
        "poverty_aid.Pairing",
        "services.BankLoan",
        "services.Drawdown",
    ]


def test_a_page_that_is_gone_meanwhile_doesnt_stop_the_file(client: Client) -> None:
    assert lines(client, Membership, p="99") == lines(client, Membership)


@every_list
def test_the_file_has_the_rows_of_the_list_in_its_order(model: type[models.Model], client: Client) -> None:
    listed = client.get(address(model, "changelist")).context["cl"].queryset
    first = LISTS[model].export_columns[0]
    names = [getattr(row, first) for row in listed]
    assert len(names) > 1
    assert [line[0] for line in lines(client, model)[1:]] == names


@every_list
def test_columns_have_their_words_in_both_languages(model: type[models.Model]) -> None:
    for language, letter in (("zh-hans", r"[一-鿿]"), ("en", r"[A-Za-z]")):
        with override(language):
            titles = [LISTS[model]._column(name).title for name in LISTS[model].export_columns]
        assert all(re.search(letter, title) for title in titles), titles
        assert len(set(titles)) == len(titles), titles


@every_list
def test_a_row_more_costs_no_query_more(model: type[models.Model], rf: Any) -> None:
    model_admin = LISTS[model]
    request = rf.get("/")
    request.user = cast.superuser()
    found = model_admin.get_queryset(request).order_by("pk")
    columns = [model_admin._column(name) for name in model_admin.export_columns]

    def queries(rows: models.QuerySet) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert list(model_admin._lines(rows, columns))
        return len(asked)

    queries(found)
    assert queries(found[:1]) == queries(found)


def test_filters_and_searches_hold_in_the_file(client: Client) -> None:
    SignUp.objects.filter(pk=SignUp.objects.earliest("pk").pk).update(status="declined")
    for status in ("going", "declined"):
        kept = SignUp.objects.filter(status=status).count()
        assert kept and len(lines(client, SignUp, status__exact=status)) == 1 + kept
    number = Membership.objects.first().number
    assert [line[0] for line in lines(client, Membership, q=number)[1:]] == [number]


def test_what_a_column_says(client: Client) -> None:
    event = Event.objects.exclude(places=None).first()
    Event.objects.filter(pk=event.pk).update(title="=HYPERLINK(1)", chamber=Chamber.objects.first())
    event.places.quota = 42
    event.places.save()
    event.refresh_from_db()
    _head, row = lines(client, Event, q="HYPERLINK")
    said = dict(zip(LISTS[Event].export_columns, row, strict=True))
    assert said["title"] == "'=HYPERLINK(1)", "no spreadsheet runs it"
    assert said["chamber__name"] == event.chamber.name
    assert said["status"] == event.get_status_display()
    assert said["places__quota"] == "42"


def test_members_of_a_chamber_are_counted_as_in_the_list(client: Client) -> None:
    listed = client.get(address(Chamber, "changelist")).context["cl"].queryset
    shown = {row.name: str(LISTS[Chamber].member_count(row)) for row in listed}
    place = LISTS[Chamber].export_columns.index("member_count")
    assert {line[0]: line[place] for line in lines(client, Chamber)[1:]} == shown
    assert set(shown.values()) != {"0"}


def test_a_workbook_keeps_days_and_amounts_as_such(client: Client) -> None:
    model = next(model for model in LISTS if model._meta.model_name == "drawdown")
    answer = client.get(address(model, "export", "xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cells = dict(zip(LISTS[model].export_columns, list(sheet.rows)[1], strict=True))
    assert cells["amount"].data_type == "n" and cells["drawn_on"].is_date


def test_more_than_a_workbook_holds_leads_back_to_the_list(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("federation.indicators.resources.XLSX_ROWS", 1)
    answer = client.get(address(Membership, "export", "xlsx"), {"kind__exact": "enterprise"}, follow=True)
    assert answer.redirect_chain[0][0] == f"{address(Membership, 'changelist')}?kind__exact=enterprise"
    assert "CSV" in str(next(iter(answer.context["messages"])))
    assert len(lines(client, Membership)) > 2


def test_the_list_offers_what_it_shows(client: Client) -> None:
    page = client.get(address(Membership, "changelist"), {"kind__exact": "enterprise"}).content.decode()
    for kind in ("xlsx", "csv"):
        assert f'href="{address(Membership, "export", kind)}?kind__exact=enterprise" download' in page


def test_what_is_personal_is_masked() -> None:
    class People(ListExported, PortalModelAdmin):
        export_columns = ("name", "phone")

    people = People(Participant, admin.site)
    found = Participant.objects.exclude(phone=None).exclude(phone="")
    kept = set(found.values_list("phone", flat=True))
    said = {phone for _name, phone in people._lines(found, [people._column(name) for name in people.export_columns])}
    assert kept and not kept & said
