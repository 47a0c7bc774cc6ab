"""No sum adds figures whose rows could overlap."""

from decimal import Decimal

import pytest
from django.utils import translation

from poverty_aid.programmes.models import FIRM_AND_VILLAGE, TWO_HUNDREDS
from poverty_aid.scopes import OverlappingScopes, Part, add, check
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


def test_what_is_apart_adds_up_to_the_whole(people):
    aid.confirmed_gift(people.manager, people.village, 100, programme=aid.programme(TWO_HUNDREDS))
    aid.confirmed_gift(people.manager, people.village, 30, programme=aid.programme(FIRM_AND_VILLAGE))
    aid.confirmed_gift(people.manager, people.village, 7)
    aid.confirmed_gift(people.manager, people.village, 5000, kind="purchase")
    assert add([ONE, TWO, NONE]) == add([ALL]) == Decimal(137)
    assert add([ALL, Part("aid-goods")]) == Decimal(137)
    with pytest.raises(OverlappingScopes):
        add([ONE, TWO, ALL])
