"""No sum adds figures whose rows could overlap."""

from decimal import Decimal

import pytest
from django.utils import translation

from federation.indicators import figures, registry
from federation.indicators.editions import stated_in
from federation.indicators.registry import Scope
from poverty_aid.programmes.models import FIRM_AND_VILLAGE, TWO_HUNDREDS
from poverty_aid.scopes import OverlappingScopes, Part, add, check, gifts
from poverty_aid.villages import pages
from tests.poverty_aid import aid

pytestmark = pytest.mark.django_db

ALL = Part("aid-funds")
TWO = Part("aid-funds", {"programme": TWO_HUNDREDS})
ONE = Part("aid-funds", {"programme": FIRM_AND_VILLAGE})
NONE = Part("aid-funds", {"programme": None})


@pytest.mark.parametrize(
    "parts",
    [
        [ALL, TWO],
        [TWO, TWO],
        [TWO, Part("aid-funds", {"year": 2020})],
        [TWO, Part("aid-funds", {"county": 1})],
        [Part("aid-funds", {"campaign": 1}), TWO],
    ],
)
def test_what_may_overlap_is_refused_in_words(parts):
    with translation.override("en"), pytest.raises(OverlappingScopes, match="can't be added up"):
        check(parts)


@pytest.mark.parametrize("figure", ["aid-villages", "aid-enterprises", "aid-givers", "aid-pairs", "aid-pledged"])
def test_what_is_counted_once_in_all_has_no_sum(figure):
    with translation.override("en"), pytest.raises(OverlappingScopes):
        check([Part(figure, {"programme": TWO_HUNDREDS}), Part(figure, {"programme": FIRM_AND_VILLAGE})])


def known(*parts: Part) -> list:
    """Each with what the register counts for it."""
    return [(one, figures.total(registry.get(one.figure), Scope(filters=one.filters)).figure) for one in parts]


def test_what_is_apart_adds_up_to_the_whole(people):
    aid.confirmed_gift(people.manager, people.village, 100, programme=aid.programme(TWO_HUNDREDS))
    aid.confirmed_gift(people.manager, people.village, 30, programme=aid.programme(FIRM_AND_VILLAGE))
    aid.confirmed_gift(people.manager, people.village, 7)
    aid.confirmed_gift(people.manager, people.village, 5000, kind="purchase")
    assert add(known(ONE, TWO, NONE)) == add(known(ALL)) == Decimal(137)
    assert add(known(ALL, Part("aid-goods"))) == Decimal(137)
    with pytest.raises(OverlappingScopes):
        add(known(ONE, TWO, ALL))


def test_gifts_are_summed_over_kinds_without_what_was_bought():
    assert gifts({"money": 3, "goods": 20, "service": None, "purchase": 5000}) == Decimal(23)


def test_no_sum_takes_two_of_the_amounts_that_a_report_states_of_one_kind():
    """双一百's funds lie inside the funds of the report above them."""
    stated = [one for one in stated_in("2022") if one.indicator == "aid-funds"]
    assert len(stated) == 2
    with pytest.raises(OverlappingScopes):
        add((Part(one.indicator, one.filters), 1) for one in stated)


def test_the_public_page_adds_up_funds_of_programmes(people):
    for amount, code in ((10_000, TWO_HUNDREDS), (20_000, FIRM_AND_VILLAGE)):
        aid.confirmed_gift(people.manager, people.village, amount, programme=aid.programme(code))
    aid.confirmed_gift(people.manager, people.village, 70_000)
    rows = pages.programmes()
    assert str(pages.under_programmes(rows).number) == "3"
    assert pages.under_programmes(rows[:1]) is None, "one alone has no sum"
    with pytest.raises(OverlappingScopes):
        pages.under_programmes([*rows, rows[0]])
