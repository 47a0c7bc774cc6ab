"""The pages of figures: who sees which, what filters do, and that every number opens its rows."""

import csv
import datetime
import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from federation.indicators import compute, figures, registry, rollup, tasks
from federation.indicators.models import Rollup
from federation.indicators.registry import Dimension, Scope
from federation.indicators.resources import safe
from members.enterprises.models import Enterprise
from tests import cast

pytestmark = pytest.mark.django_db

PUBLIC, OWN = "enterprises", "employees"


@pytest.fixture
def firms(db: None) -> list[Enterprise]:
    town, other = cast.town("岳阳测试街道"), cast.town("九亭测试镇")
    return [
        cast.enterprise("甲厂", town=town, staff_count=10, registered_on=datetime.date(2001, 2, 3)),
        cast.enterprise("乙厂", town=town, staff_count=20, state="revoked", registered_on=datetime.date(2002, 2, 3)),
        cast.enterprise("丙厂", town=other, staff_count=30, registered_on=datetime.date(2002, 12, 31)),
    ]


@pytest.fixture
def clerk(db: None) -> Client:
    return cast.login(cast.staff("registry_clerk"))


def page(client: Client, name: str, query: str = "", view: str = "figure") -> Any:
    return client.get(reverse(f"indicators:{view}", args=[name]) + query)


# --- Who sees what --------------------------------------------------------------------------------


def test_visitors_see_public_figures_and_nothing_else(client: Client, firms: list[Enterprise]) -> None:
    listed = client.get(reverse("indicators:list")).content.decode()
    assert page(client, PUBLIC).status_code == 200
    assert reverse("indicators:figure", args=[PUBLIC]) in listed
    assert reverse("indicators:figure", args=[OWN]) not in listed
    assert page(client, OWN).headers["Location"].startswith(reverse("account_login"))


def test_a_stranger_is_told_nothing_of_what_there_is(firms: list[Enterprise]) -> None:
    stranger = cast.login(cast.outsider())
    assert page(stranger, OWN).status_code == 404
    assert page(stranger, PUBLIC, view="rows").status_code == 403
    assert page(stranger, "no-such-figure").status_code == 404


def test_a_public_figure_counts_everything_whoever_asks(firms: list[Enterprise]) -> None:
    """A manager may see one enterprise; the federation's figure is the same for them as for everyone."""
    manager = cast.login(cast.representative(firms[0]))
    assert page(manager, PUBLIC).context["spoken"].number == "3"


def test_who_sees_a_part_is_told_that_it_is_one(firms: list[Enterprise]) -> None:
    english = {"accept-language": "en"}
    secretary, clerk = cast.login(cast.secretary()), cast.login(cast.staff("services_clerk"))
    name = "demands-satisfied"
    for client, part in ((secretary, True), (clerk, False), (Client(), False)):
        shown = client.get(reverse("indicators:figure", args=[name]), headers=english).content.decode()
        assert ("the part that you may open" in shown) is part
    listed = secretary.get(reverse("indicators:list"), headers=english).content.decode()
    whole = Client().get(reverse("indicators:list"), headers=english).content.decode()
    assert "the part that you may open" in listed and "the part that you may open" not in whole


def test_visitors_filter_by_one_thing_at_a_time(client: Client, firms: list[Enterprise]) -> None:
    town = firms[0].town_id
    assert page(client, PUBLIC, f"?town={town}").context["spoken"].number == "2"
    assert page(client, PUBLIC, f"?town={town}&state=revoked").context["spoken"].number == "2"
    assert page(client, PUBLIC, "?since=2002-01-01").context["spoken"].number == "3"


def test_staff_without_the_right_have_no_rows() -> None:
    cast.enterprise()
    assert page(cast.login(cast.staff(None)), PUBLIC, view="rows").status_code == 403


# --- Filters --------------------------------------------------------------------------------------


def test_filters_combine_and_can_be_shared(clerk: Client, firms: list[Enterprise]) -> None:
    query = f"?town={firms[0].town_id}&state=active&since=2001-01-01&until=2001-12-31"
    response = page(clerk, PUBLIC, query)
    assert response.context["spoken"].number == "1"
    assert {chip.without for chip in response.context["chips"]} == {
        figures.page_url(registry.get(PUBLIC), {k: v for k, v in _keys(query).items() if k != left_out})
        for left_out in _keys(query)
    }
    assert {"2001年1月1日", "2001年12月31日"} <= {chip.label for chip in response.context["chips"]}


def _keys(query: str) -> dict[str, str]:
    return dict(part.split("=") for part in query.lstrip("?").split("&"))


@pytest.mark.parametrize(
    "query",
    [
        "?town=elsewhere",
        "?town=999999",
        "?state=nonsense",
        "?since=yesterday",
        "?year=12e9",
        "?until=2001-02-30",
        "?x=1",
    ],
)
def test_what_is_no_filter_narrows_nothing(clerk: Client, firms: list[Enterprise], query: str) -> None:
    response = page(clerk, PUBLIC, query)
    assert response.status_code == 200
    assert response.context["spoken"].number == "3"
    told = query != "?x=1"
    assert page(clerk, PUBLIC, query, view="rows").context["left_out"] is told, "but for a name that is no filter"


def test_a_period_that_ends_before_it_begins_is_told(clerk: Client, firms: list[Enterprise]) -> None:
    response = page(clerk, PUBLIC, "?since=2003-01-01&until=2001-01-01")
    assert response.context["form"].errors["until"]


def test_not_stated_is_a_part_like_any_other(clerk: Client, firms: list[Enterprise]) -> None:
    cast.enterprise("无镇厂")
    assert page(clerk, PUBLIC, "?town=-").context["spoken"].number == "1"
    assert page(clerk, PUBLIC, "?section=-").context["spoken"].number == "4"


def test_every_part_of_every_chart_opens_rows_that_are_as_many(clerk: Client, firms: list[Enterprise]) -> None:
    cast.enterprise("无镇厂")
    for chart in page(clerk, PUBLIC).context["charts"]:
        for url, number in zip(chart.row_urls, chart.series[0].values, strict=True):
            rows = clerk.get(url)
            assert len(rows.context["rows"]) == number, url


# --- Rows and files -------------------------------------------------------------------------------


def test_rows_come_in_pages_and_lead_to_their_records(clerk: Client) -> None:
    for number in range(30):
        cast.enterprise(f"第{number}厂")
    first = page(clerk, PUBLIC, view="rows")
    following = clerk.get(f"{reverse('indicators:rows', args=[PUBLIC])}?after={first.context['page'].next}")
    names = [row["cells"][0][1] for row in [*first.context["rows"], *following.context["rows"]]]
    assert len(names) == len(set(names)) == 30
    assert all(clerk.get(row["url"]).status_code == 200 for row in following.context["rows"])


def test_rows_link_only_where_one_may_go(firms: list[Enterprise]) -> None:
    services = cast.login(cast.staff("services_clerk"))
    assert all(row["url"] for row in page(services, PUBLIC, view="rows").context["rows"])
    assert not any(row["url"] for row in page(services, "former-names", view="rows").context["rows"])


def test_rows_cost_the_same_however_many(clerk: Client, firms: list[Enterprise]) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert page(clerk, PUBLIC, view="rows").status_code == 200
        return len(queries)

    asked()
    few = asked()
    for _number in range(5):
        cast.enterprise(town=firms[0].town)
    assert asked() == few


def test_csv_is_what_is_filtered(clerk: Client, firms: list[Enterprise]) -> None:
    response = clerk.get(reverse("indicators:export", args=[PUBLIC, "csv"]) + "?state=revoked")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text))
    assert len(head) == len(registry.get(PUBLIC).columns)
    assert [row[0] for row in rows] == ["乙厂"]


def test_a_workbook_keeps_dates_and_numbers(clerk: Client, firms: list[Enterprise]) -> None:
    response = clerk.get(reverse("indicators:export", args=[OWN, "xlsx"]))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert {row[0]: row[-1] for row in rows} == {"甲厂": 10, "丙厂": 30}


@pytest.mark.parametrize("typed", ["=1+1", "+49", "-5", "@cmd", "\tx"])
def test_no_cell_is_run_as_a_formula(typed: str) -> None:
    assert safe(typed) == f"'{typed}"
    assert safe(-5) == -5


def test_too_many_rows_for_a_workbook_are_told(
    clerk: Client, firms: list[Enterprise], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("federation.indicators.resources.XLSX_ROWS", 2)
    response = clerk.get(reverse("indicators:export", args=[PUBLIC, "xlsx"]), follow=True)
    assert response.redirect_chain and len(response.context["messages"]) == 1


def test_files_are_for_who_may_open_the_rows(client: Client, firms: list[Enterprise]) -> None:
    url = reverse("indicators:export", args=[PUBLIC, "csv"])
    assert client.get(url).headers["Location"].startswith(reverse("account_login"))
    assert cast.login(cast.outsider()).get(url).status_code == 403


# --- Words ----------------------------------------------------------------------------------------


def test_amounts_speak_in_the_pages_language(firms: list[Enterprise]) -> None:
    capital = registry.get("registered-capital")
    with translation.override("zh-hans"):
        assert str(figures.speak(capital, Decimal("13682270000"))) == "136.8227亿元"
        assert str(figures.speak(registry.get(PUBLIC), 1206)) == "1,206户"
    with translation.override("en"):
        assert str(figures.speak(capital, Decimal("13682270000"))) == "13,682.27 million CNY"


def test_home_tells_the_public_figures_and_opens_them(client: Client, firms: list[Enterprise]) -> None:
    shown = client.get("/").context["figures"]
    assert (shown[0].number, shown[0].url) == ("3", reverse("indicators:figure", args=[PUBLIC]))
    assert all(client.get(tile.url).status_code == 200 for tile in shown)


def test_home_asks_the_database_for_its_figures_once(client: Client, firms: list[Enterprise]) -> None:
    client.get("/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/")
    assert len(queries) == 0


def test_command_prints_every_figure(firms: list[Enterprise]) -> None:
    out = io.StringIO()
    call_command("figures", stdout=out)
    lines = out.getvalue().splitlines()
    assert len(lines) == len(registry.all_indicators())
    assert any(line.startswith(PUBLIC) and "3户" in line for line in lines)


def test_command_names_what_it_doesnt_know() -> None:
    with pytest.raises(CommandError, match="no such figure: nonsense"):
        call_command("figures", "nonsense")


# --- Rollups --------------------------------------------------------------------------------------


def test_a_small_table_is_counted_at_once_and_keeps_no_rollup(firms: list[Enterprise]) -> None:
    rollup.rebuild(registry.get(PUBLIC))
    assert tasks.refresh_rollups() == 0
    assert not Rollup.objects.exists()


@pytest.fixture
def large(settings: Any) -> None:
    settings.FIGURES_LIVE_ROWS = 0


def test_a_large_one_answers_from_its_rollup_and_says_as_of_when(
    large: None, clerk: Client, firms: list[Enterprise]
) -> None:
    assert tasks.refresh_rollups() == len(registry.all_indicators())
    made = Rollup.objects.get(indicator=PUBLIC).computed_at
    cast.enterprise()
    with CaptureQueriesContext(connection) as queries:
        response = page(clerk, PUBLIC)
    assert response.context["spoken"].number == "3" and response.context["as_of"] == made
    counted = [one["sql"] for one in queries if "GROUP BY" in one["sql"] or "COUNT(" in one["sql"]]
    assert not [sql for sql in counted if "members_enterprise" in sql]
    tasks.refresh_rollups()
    assert page(clerk, PUBLIC).context["spoken"].number == "4"


def test_a_rollup_never_answers_who_sees_only_some(large: None, firms: list[Enterprise]) -> None:
    indicator = registry.get(PUBLIC)
    rollup.rebuild(indicator)
    manager = cast.representative(firms[0])
    assert figures.total(indicator, Scope(user=manager)).figure == 1


def test_an_old_rollup_is_no_longer_told(large: None, firms: list[Enterprise]) -> None:
    indicator = registry.get(PUBLIC)
    made = rollup.rebuild(indicator)
    made.computed_at = timezone.now() - datetime.timedelta(hours=3)
    made.save()
    cast.enterprise()
    assert figures.total(indicator, Scope()).figure == 4


def test_a_stock_of_yesterday_isnt_todays(large: None, firms: list[Enterprise]) -> None:
    indicator = registry.get("representatives")
    made = rollup.rebuild(indicator)
    assert figures.total(indicator, Scope()).as_of == made.computed_at
    assert figures.total(indicator, Scope(on=datetime.date(2000, 1, 1))).as_of != made.computed_at
    made.computed_at = timezone.now() - datetime.timedelta(days=1)
    made.save()
    assert rollup.RollupReader(indicator, Scope()).rollup is None


def test_what_a_rollup_doesnt_hold_is_counted(large: None, firms: list[Enterprise]) -> None:
    indicator = registry.get(PUBLIC)
    rollup.rebuild(indicator)
    filters = {"town": firms[0].town_id, "state": "active", "year": 2001}
    assert figures.total(indicator, Scope(filters=filters)).figure == 1
    assert compute.total(indicator, Scope(since=datetime.date(2002, 1, 1))) == 2
    assert figures.total(indicator, Scope(since=datetime.date(2002, 1, 1))).figure == 2


def test_two_refreshes_at_once_do_the_work_once(large: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core.cache import cache

    cache.add(tasks.LOCK, True, 60)
    assert tasks.refresh_rollups() == 0


def test_a_name_is_registered_once() -> None:
    with pytest.raises(ValueError, match="two indicators"):
        registry.register(registry.get(PUBLIC))


def test_a_column_of_text_knows_two_ways_of_saying_nothing(firms: list[Enterprise]) -> None:
    control = Dimension("control", "control", "control")
    assert Enterprise.objects.filter(control.condition(None)).count() == 3
    assert Enterprise.objects.filter(control.condition("")).count() == 3
