"""A report's stated figures beside the computed ones: how printed words compare, and what disagreeing costs."""

import datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from federation.indicators import editions, registry
from federation.indicators.editions import EDITIONS, Edition, Manner, Reading, Stated, agrees, compare, read
from federation.indicators.registry import Dimension, Indicator, all_indicators
from members.enterprises.models import Enterprise
from tests import cast

YEAR = datetime.date(2022, 12, 31)


@pytest.mark.parametrize(
    ("text", "number", "step", "manner"),
    [
        ("3804户", 3804, 1, Manner.EXACT),
        ("3,804 户", 3804, 1, Manner.EXACT),
        ("136.8227亿元", Decimal("13682270000"), 10_000, Manner.EXACT),
        ("345万元", 3_450_000, 10_000, Manner.EXACT),
        ("200多家", 200, 1, Manner.AT_LEAST),
        ("250余名", 250, 1, Manner.AT_LEAST),
        ("100余万元", 1_000_000, 10_000, Manner.AT_LEAST),
        ("近4000万元", 40_000_000, 10_000, Manner.NEARLY),
        ("约2000万元", 20_000_000, 10_000, Manner.ABOUT),
        ("近300余位", 300, 1, Manner.ABOUT),
    ],
)
def test_what_is_printed_is_read_as_a_number_and_a_manner(text, number, step, manner):
    assert read(text) == Reading(Decimal(number), Decimal(step), manner)


def test_words_without_a_number_state_none():
    with pytest.raises(ValueError, match="全部通过"):
        read("全部通过")


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [
        ("3804户", 3804, 3804),
        ("345万元", Decimal("3445000"), Decimal("3454999.99")),
        ("136.8227亿元", Decimal("13682265000"), Decimal("13682274999.99")),
        ("200多家", 200, 10**9),
        ("250余名", 250, 10**9),
        ("近300位", 270, 299),
        ("近4000万元", 36_000_000, Decimal("39999999.99")),
        ("约2000万元", 18_000_000, 22_000_000),
        ("近300余位", 270, 330),
    ],
)
def test_each_manner_has_its_edges(text, lowest, highest):
    reading = read(text)
    least = Decimal("0.01") if "元" in text else 1
    assert agrees(reading, lowest)
    assert agrees(reading, highest)
    assert not agrees(reading, lowest - least)
    if reading.manner != Manner.AT_LEAST:
        assert not agrees(reading, highest + least)


def test_a_rate_of_nothing_agrees_with_no_statement():
    assert not agrees(read("0户"), None)
    assert agrees(read("0户"), 0)


# --- The command ----------------------------------------------------------------------------------


@pytest.fixture
def counted(monkeypatch):
    """One indicator, and an edition that states nothing yet: `counted("3户")` states it."""
    monkeypatch.setattr(registry, "_indicators", {})
    monkeypatch.setattr(editions, "_stated", {})
    registry.register(
        Indicator(
            "test-firms",
            "测试企业",
            "户",
            lambda scope: Enterprise.objects.all(),
            dimensions=(Dimension("control", "控股", "control"),),
            period="registered_on",
            public=True,
        )
    )

    def stated(text, **how):
        editions.state("2022", Stated(text, "test-firms", **how))

    return stated


def told(*arguments):
    out = StringIO()
    call_command("figures", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_the_table_says_both_and_agrees(counted):
    for year in (2015, 2019, 2022, 2023):
        cast.enterprise(registered_on=datetime.date(year, 1, 1), control="3")
    cast.enterprise(registered_on=YEAR)
    counted("4户")
    counted("3户", filters={"control": "3"})
    counted("近3户", since=datetime.date(2017, 1, 1), until=datetime.date(2022, 6, 30), title="测试近五年")
    with pytest.raises(CommandError, match="1 of 3"):
        told("--edition", "2022")
    editions._stated["2022"].pop()
    assert [line.split() for line in told("--edition", "2022").splitlines()] == [
        ["指标", "报告表述", "比较方式", "实际统计", "是否相符"],
        ["测试企业", "4户", "恰为", "4户", "是"],
        ["测试企业", "3户", "恰为", "3户", "是"],
    ]


@pytest.mark.django_db
def test_a_figure_that_disagrees_ends_the_command_with_1(counted):
    cast.enterprise()
    counted("2户")
    out = StringIO()
    with pytest.raises(CommandError, match="1 of 1") as ended:
        call_command("figures", edition="2022", stdout=out)
    assert ended.value.returncode == 1
    assert out.getvalue().splitlines()[1].split() == ["测试企业", "2户", "恰为", "1户", "不符"]


@pytest.mark.django_db
def test_an_edition_that_isnt_there_or_states_nothing_of_it_is_said(counted):
    with pytest.raises(CommandError, match="no such edition: 1984; there are: 2022"):
        told("--edition", "1984")
    with pytest.raises(CommandError, match="states none"):
        told("--edition", "2022")
    with pytest.raises(KeyError):
        editions.state("1984", Stated("2户", "test-firms"))


@pytest.mark.django_db
def test_the_figures_of_today_are_printed_as_before(counted):
    cast.enterprise()
    assert "test-firms" in told()


def test_every_stated_figure_names_an_indicator_and_its_dimensions():
    there = {indicator.name: indicator for indicator in all_indicators()}
    for name in EDITIONS:
        for stated in editions.stated_in(name):
            for dimension in stated.filters:
                there[stated.indicator].dimension(dimension)


def test_nothing_later_than_the_edition_is_counted(counted, db):
    cast.enterprise(registered_on=datetime.date(2023, 1, 1))
    counted("0户")
    (one,) = compare(Edition("2022", YEAR))
    assert one.agrees
    assert one.computed == 0
