from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.enterprises.capital import InvalidAmount, numeral_value, parse_amount


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("50(万元人民币)", "500000", "CNY"),
        ("1,200(万元人民币)", "12000000", "CNY"),
        ("120.5000(万美元)", "1205000", "USD"),
        ("50万人民币", "500000", "CNY"),
        ("20(万日元)", "200000", "JPY"),
        ("１００（万欧元）", "1000000", "EUR"),
        ("3(万港币 )", "30000", "HKD"),
        ("4(万德国马克)", "40000", "DEM"),
        ("5(万瑞士法郎)", "50000", "CHF"),
        ("5(万法国法郎)", "50000", "FRF"),
        ("6(万新加坡元)", "60000", "SGD"),
        ("6(万英镑)", "60000", "GBP"),
        ("34.9000(万)", "349000", None),
        ("1000万元", "10000000", None),
        ("500000", "500000", None),
        ("人民币50万元整", "500000", "CNY"),
        ("￥500,000", "500000", "CNY"),
        ("HK$1000", "1000", "HKD"),
        ("USD 100万", "1000000", "USD"),
        ("1.5亿元", "150000000", None),
        ("1,0000万元", "100000000", None),
        ("壹佰贰拾万元整", "1200000", None),
    ],
)
def test_as_registers_write_them(text, value, currency):
    amount = parse_amount(text)
    assert (amount.value, amount.currency) == (Decimal(value), currency)


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "—", "无", "/"])
def test_nothing_stated(text):
    assert parse_amount(text) is None


def test_the_header_s_unit_serves_bare_numbers_only():
    assert parse_amount("50", unit=10_000).value == 500_000
    assert parse_amount("50万", unit=10_000).value == 500_000
    assert parse_amount("500000元", unit=10_000).value == 500_000


@pytest.mark.parametrize(
    "text", ["SAN-KUEI）", "徐美华", "12万3", "万元", "1,2", "-5万", "1e999999", "99999999999999亿", "5亿万"]
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(InvalidAmount):
        parse_amount(text)


@given(
    st.integers(0, 10**9),
    st.sampled_from([("万元人民币", "CNY"), ("万美元", "USD"), ("万日元", "JPY"), ("万港币", "HKD")]),
)
def test_round_trip_of_the_public_register_s_form(ten_thousandths, unit):
    words, currency = unit
    amount = parse_amount(f"{Decimal(ten_thousandths) / 10000:,.4f}({words})")
    assert (amount.value, amount.currency) == (ten_thousandths, currency)


@pytest.mark.parametrize(
    ("numerals", "value"),
    [("壹佰贰拾", 120), ("三千二百万", 32_000_000), ("一亿二千万", 120_000_000), ("十", 10), ("两百零三", 203)],
)
def test_chinese_numerals(numerals, value):
    assert numeral_value(numerals) == value
