"""Amounts typed in the wrong unit are asked back in words, against what is known of the enterprise."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from members.enterprises.choices import SizeClass
from members.enterprises.models import Enterprise
from services.finance.forms import NeedForm
from services.finance.units import unit_doubt

WAN = Decimal(10_000)
FORM = {"kind": "new", "term_months": "12", "purpose": "working", "purpose_note": "备货", "guarantee": "credit"}


def doubt(wan: int | str, **known: object) -> str:
    with override("zh-hans"):
        return unit_doubt(Decimal(wan) * WAN, Enterprise(**known))


@pytest.mark.parametrize(
    ("wan", "known", "words"),
    [
        (500, {"revenue": Decimal(20_000_000)}, ""),
        (5_000_000, {"revenue": Decimal(20_000_000)}, "您是想填 500万元吗"),
        (10_000, {"revenue": Decimal(20_000_000)}, ""),
        (20_000, {"revenue": Decimal(20_000_000)}, "您是想填 2万元吗"),
        (10_001, {"revenue": Decimal(20_000_000)}, "上年营业收入（2,000万元）"),
        (10_000, {"revenue": Decimal(20_000_000), "capital": Decimal(50_000_000)}, ""),
        (30_000, {"revenue": Decimal(20_000_000), "capital": Decimal(50_000_000)}, "注册资本（5,000万元）"),
        (3_000_000, {"capital": Decimal(1_000_000), "capital_currency": "CNY"}, "您是想填 300万元吗"),
        (3_001, {"size_class": SizeClass.MICRO}, "同等规模企业"),
        (3_000, {"size_class": SizeClass.MICRO}, ""),
        (300_000, {"size_class": SizeClass.LARGE}, ""),
        ("0.5", {}, "您是想填 5,000万元吗"),
    ],
)
def test_asks_back_in_words(wan, known, words):
    found = doubt(wan, **known)
    assert words in found if words else found == ""


def form(**typed: str) -> NeedForm:
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    data.update({**FORM, **typed})
    return NeedForm(data, enterprise=Enterprise(revenue=Decimal(20_000_000)))


def test_the_form_asks_and_a_tick_counts_for_that_amount_alone():
    first = form(amount="5000000")
    assert not first.is_valid()
    assert "meant" in first.fields
    assert first["doubted"].value() == "50000000000.00"
    assert form(amount="5000000", doubted="50000000000.00", meant="on").is_valid()
    assert not form(amount="6000000", doubted="50000000000.00", meant="on").is_valid()
    assert not form(amount="5000000", doubted="50000000000.00").is_valid()


@pytest.mark.parametrize("amount", ["0", "-5", "abc", ""])
def test_no_amount_is_no_amount(amount):
    assert "amount" in form(amount=amount).errors


def test_the_unit_typed_with_the_number_is_read():
    typed = form(amount="1,200万元")
    assert typed.is_valid()
    assert typed.cleaned_data["amount"] == Decimal(12_000_000)
