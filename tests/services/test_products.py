"""Banks' products: what fits and in words why the rest doesn't, who keeps them, who finds them."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from federation.cases.errors import CaseError
from federation.search.shortlived import forget_all
from services.finance.needs import Need
from services.finance.statuses import Guarantee, Kind
from services.products import actions
from services.products.fit import fitting
from services.products.models import LoanProduct
from tests import cast
from tests.services.drawdowns_cast import today

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def product(bank=None, name="科创贷", **fields):
    values = {
        "summary": "给科技企业",
        "amount_min": Decimal(100_000),
        "amount_max": Decimal(5_000_000),
        "term_min": 3,
        "term_max": 24,
        "rate_from": Decimal("3.45"),
        "kinds": [Kind.NEW],
        "guarantees": [Guarantee.CREDIT, Guarantee.PLEDGE],
        "opens_on": today() - DAY,
    }
    return LoanProduct.objects.create(bank=bank or cast.bank(), name=name, **{**values, **fields})


def need(**fields):
    values = {"kind": "new", "amount": Decimal(1_000_000), "term_months": 12, "guarantee": "credit"}
    return Need(**{**values, **fields})


def only_fit(**fields):
    return fitting(need(**fields))[0]


def test_what_fits_says_why():
    product(sections=["I"], sizes=["small"])
    fit = only_fit(section="I", size_class="small")
    assert fit.fits and len(fit.reasons) == 4 and not fit.doubts


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": Decimal(5_000_001)},
        {"amount": Decimal(99_999)},
        {"term_months": 25},
        {"term_months": 2},
        {"kind": "extension"},
        {"guarantee": "mortgage"},
        {"section": "C"},
        {"size_class": "large"},
    ],
)
def test_each_thing_that_keeps_a_product_away_is_named_once(fields):
    product(sections=["I"], sizes=["small"])
    fit = only_fit(**{"section": "I", "size_class": "small", **fields})
    assert not fit.fits and len(fit.reasons) == 1


def test_the_edges_belong_to_it():
    product()
    assert only_fit(amount=Decimal(5_000_000), term_months=24).fits
    assert only_fit(amount=Decimal(100_000), term_months=3).fits


def test_what_isnt_known_yet_rules_nothing_out_but_is_told():
    product(sections=["I"], sizes=["small"])
    fit = only_fit(section="", size_class="unknown", amount=None, term_months=None, guarantee="")
    assert fit.fits and len(fit.doubts) == 2


def test_an_empty_list_limits_nothing():
    product()
    assert only_fit(section="T", size_class="large").fits


def test_those_that_fit_come_first_then_the_nearest_miss():
    product(name="远", amount_max=Decimal(500_000), term_max=6)
    product(name="贵", rate_from=Decimal(5))
    product(name="近", term_max=6)
    product(name="便宜", rate_from=Decimal(3))
    assert [fit.product.name for fit in fitting(need())] == ["便宜", "贵", "近", "远"]


def test_only_what_is_open_today_is_offered():
    product(name="明天开", opens_on=today() + DAY)
    product(name="昨天关", opens_on=today() - 9 * DAY, closes_on=today() - DAY)
    product(name="今天关", closes_on=today())
    product(name="银行退出", bank=cast.bank(is_active=False))
    assert [fit.product.name for fit in fitting(need())] == ["今天关"]


def test_fitting_is_one_query():
    for number in range(3):
        product(name=f"贷{number}")
    with CaptureQueriesContext(connection) as queries:
        assert len(fitting(need())) == 3
    assert len(queries) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"amount_max": Decimal(1)},
        {"term_max": 1},
        {"rate_to": Decimal(1)},
        {"closes_on": today() - 9 * DAY},
    ],
)
def test_what_contradicts_itself_is_refused_in_words(fields):
    bank = cast.bank()
    officer = cast.bank_officer(bank)
    one = product(bank)
    for name, value in fields.items():
        setattr(one, name, value)
    with pytest.raises(ValidationError) as caught:
        actions.save_product(one, by=officer)
    assert all("violat" not in message for message in caught.value.messages)


def test_a_bank_keeps_its_own_and_nobody_elses():
    bank = cast.bank()
    officer, one = cast.bank_officer(bank), product(bank)
    actions.close_product(one, by=officer)
    with pytest.raises(CaseError):
        actions.close_product(one, by=officer)
    for user in (cast.bank_officer(), cast.staff("services_clerk"), cast.outsider()):
        with pytest.raises(PermissionDenied):
            actions.save_product(product(bank, name=f"贷{user.pk}"), by=user)


# --- Pages ----------------------------------------------------------------------------------------

FORM = {
    "name": "订单贷",
    "summary": "凭订单",
    "amount_min": "10",
    "amount_max": "500",
    "term_min": "3",
    "term_max": "12",
    "rate_from": "3.6",
    "kinds": ["new"],
    "guarantees": ["pledge"],
    "opens_on": "2026-01-01",
}


def test_an_officer_adds_a_product_in_wan_and_the_public_finds_it(client):
    bank = cast.bank()
    officer = cast.login(cast.bank_officer(bank))
    response = officer.post(reverse("bank_products:add"), FORM)
    assert response.url == reverse("bank_products:list")
    one = LoanProduct.objects.get()
    assert (one.bank, one.amount_min, one.amount_max) == (bank, 100_000, 5_000_000)
    forget_all()
    page = client.get(reverse("products:list")).content.decode()
    assert "订单贷" in page and bank.name in page
    assert client.get(reverse("products:page", args=[one.pk])).status_code == 200


def test_a_rate_typed_as_a_whole_number_is_asked_about():
    officer = cast.login(cast.bank_officer())
    response = officer.post(reverse("bank_products:add"), {**FORM, "rate_from": "360"})
    assert response.status_code == 200
    assert response.context["form"].errors["rate_from"]


def test_closing_takes_it_from_the_list_and_from_strangers(client):
    bank = cast.bank()
    one = product(bank, opens_on=today() - 9 * DAY, closes_on=today() - DAY)
    assert client.get(reverse("products:page", args=[one.pk])).status_code == 404
    assert cast.login(cast.bank_officer(bank)).get(reverse("products:page", args=[one.pk])).status_code == 200


def test_the_public_list_narrows(client):
    forget_all()
    product(name="甲产品", guarantees=["credit"], sizes=["small"])
    product(name="乙产品", guarantees=["mortgage"], sections=["C"], amount_max=Decimal(90_000_000))

    def shown(query):
        forget_all()
        page = client.get(reverse("products:list") + query).content.decode()
        return {name for name in ("甲产品", "乙产品") if f">{name}<" in page}

    assert shown("") == {"甲产品", "乙产品"}
    assert shown("?guarantee=mortgage") == {"乙产品"}
    assert shown("?size=large") == {"乙产品"}
    assert shown("?section=I") == {"甲产品"}
    assert shown("?amount=4000") == {"乙产品"}
    assert shown("?guarantee=surety") == set()


@pytest.mark.parametrize(("number", "queries"), [(1, 3), (3, 3)])
def test_the_public_list_costs_the_same_for_one_product_and_three(client, number, queries):
    for count in range(number):
        product(name=f"贷{count}")
    client.get(reverse("products:list"))
    forget_all()
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("products:list"))
    assert len(asked) == queries
