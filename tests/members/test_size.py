from decimal import Decimal

import pytest

from members.enterprises.choices import SizeClass
from members.enterprises.size import Bounds, classify, rule_for

WAN = 10_000
LARGE, MEDIUM, SMALL, MICRO = SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL, SizeClass.MICRO

# industry, staff bounds, revenue bounds, assets bounds (万元): the table of the 2017 rules.
TABLE = [
    ("0111", None, (20000, 500, 50), None),
    ("1311", (1000, 300, 20), (40000, 2000, 300), None),
    ("0610", (1000, 300, 20), (40000, 2000, 300), None),
    ("4411", (1000, 300, 20), (40000, 2000, 300), None),
    ("4710", None, (80000, 6000, 300), (80000, 5000, 300)),
    ("5111", (200, 20, 5), (40000, 5000, 1000), None),
    ("5211", (300, 50, 10), (20000, 500, 100), None),
    ("5411", (1000, 300, 20), (30000, 3000, 200), None),
    ("5821", (1000, 300, 20), (30000, 3000, 200), None),
    ("5910", (200, 100, 20), (30000, 1000, 100), None),
    ("6010", (1000, 300, 20), (30000, 2000, 100), None),
    ("6110", (300, 100, 10), (10000, 2000, 100), None),
    ("6210", (300, 100, 10), (10000, 2000, 100), None),
    ("6311", (2000, 100, 10), (100000, 1000, 100), None),
    ("6410", (2000, 100, 10), (100000, 1000, 100), None),
    ("6513", (300, 100, 10), (10000, 1000, 50), None),
    ("7010", None, (200000, 1000, 100), (10000, 5000, 2000)),
    ("7020", (1000, 300, 100), (5000, 1000, 500), None),
    ("7111", (300, 100, 10), None, (120000, 8000, 100)),
    ("7310", (300, 100, 10), None, None),
    ("7030", (300, 100, 10), None, None),
    ("8511", (300, 100, 10), None, None),
    ("8810", (300, 100, 10), None, None),
]


def yuan(bound, less=0):
    return None if bound is None else Decimal(bound) * WAN - Decimal(less)


@pytest.mark.parametrize(("code", "staff", "revenue", "assets"), TABLE)
def test_every_bound_of_the_table(code, staff, revenue, assets):
    for place, grade in enumerate((LARGE, MEDIUM, SMALL)):
        at = [bounds and bounds[place] for bounds in (staff, revenue, assets)]
        assert classify(code, at[0], yuan(at[1]), yuan(at[2])) == grade
        below = (MEDIUM, SMALL, MICRO)[place]
        if staff:
            assert classify(code, at[0] - 1, yuan(at[1]), yuan(at[2])) == below
        if revenue:
            assert classify(code, at[0], yuan(at[1], "0.01"), yuan(at[2])) == below
        if assets:
            assert classify(code, at[0], yuan(at[1]), yuan(at[2], "0.01")) == below


def test_the_worked_example_of_the_domain():
    assert classify("6513", 103, Decimal("157352800"), None) == MEDIUM


def test_the_lowest_measure_decides_however_far_down():
    assert classify("1311", 5000, yuan(400), None) == SMALL
    assert classify("1311", 5000, yuan(299), None) == MICRO
    assert classify("1311", 19, yuan(99999), None) == MICRO


@pytest.mark.parametrize("code", ["J", "6610", "P", "8310", "S", "9110", "T", "9700", "53", "5310", "84", "8411"])
def test_finance_schools_bodies_railways_and_health_have_no_size(code):
    assert classify(code, 5000, yuan(99999), yuan(99999)) == SizeClass.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("code", "staff", "revenue", "assets"),
    [
        (None, 10, yuan(10), yuan(10)),
        ("", 10, yuan(10), yuan(10)),
        ("6513", None, yuan(10), None),
        ("6513", 10, None, None),
        ("4710", 10, yuan(10), None),
        # Too coarse to tell: wholesale or retail, railway or road, developer or caretaker.
        ("F", 10, yuan(10), yuan(10)),
        ("G", 10, yuan(10), yuan(10)),
        ("I", 10, yuan(10), yuan(10)),
        ("Q", 10, yuan(10), yuan(10)),
        ("K", 10, yuan(10), yuan(10)),
        ("70", 10, yuan(10), yuan(10)),
        ("9999", 10, yuan(10), yuan(10)),
    ],
)
def test_missing_data_gives_unknown(code, staff, revenue, assets):
    assert classify(code, staff, revenue, assets) == SizeClass.UNKNOWN


def test_zero_is_a_figure_not_a_gap():
    assert classify("6513", 0, Decimal(0), None) == MICRO


@pytest.mark.parametrize("code", ["I65", "I6513", "65", "651", "6513"])
def test_codes_with_their_letter_and_coarser_ones_find_the_same_rule(code):
    rule = rule_for(code)
    assert isinstance(rule, Bounds) and rule.revenue == (10000, 1000, 50)
