"""Amounts typed in the wrong unit are asked back in words, against what is known of each giver."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import translation

from chambers.bodies.models import Chamber
from members.enterprises.choices import SizeClass
from members.enterprises.models import Enterprise
from poverty_aid.contributions.models import Contribution
from poverty_aid.contributions.shares import Giver
from poverty_aid.contributions.units import unit_doubt
from tests import cast
from tests.poverty_aid import aid

WAN = Decimal(10_000)


def doubt(yuan: int, *parts: Fraction, **known: object) -> str:
    with translation.override("zh-hans"):
        return unit_doubt(Decimal(yuan), [Giver(Enterprise(**known), None, part) for part in parts or [Fraction(1)]])


@pytest.mark.parametrize(
    ("yuan", "known", "words"),
    [
        (20_000, {"revenue": 2_000 * WAN}, ""),
        (2_000 * 10_000, {"revenue": 2_000 * WAN}, ""),
        (20_000 * 10_000, {"revenue": 2_000 * WAN}, "您是想填 2万元吗"),
        (2_001 * 10_000, {"revenue": 2_000 * WAN}, "上年营业收入（2,000万元）"),
        (2_001 * 10_000, {"revenue": 2_000 * WAN, "capital": 5_000 * WAN}, ""),
        (5_001 * 10_000, {"revenue": 2_000 * WAN, "capital": 5_000 * WAN}, "注册资本（5,000万元）"),
        (3_001 * 10_000, {"size_class": SizeClass.MICRO}, "同等规模企业"),
        (3_000 * 10_000, {"size_class": SizeClass.MICRO}, ""),
        (999, {}, "您是想填 999万元吗"),
        (20, {}, "您是想填 20万元吗"),
        (1_000, {}, ""),
    ],
)
def test_asks_back_in_words(yuan, known, words):
    found = doubt(yuan, **known)
    assert words in found if words else found == ""


def test_a_joint_gift_is_held_against_each_givers_own_part():
    thirds = (Fraction(1, 3),) * 3
    assert doubt(6_000 * 10_000, *thirds, revenue=2_000 * WAN) == ""
    assert "上年营业收入" in doubt(6_001 * 10_000, *thirds, revenue=2_000 * WAN)


def test_a_chamber_has_no_size():
    assert unit_doubt(Decimal(10**9), [Giver(None, Chamber(name="商会"))]) == ""


def values_of(village, amount: str, **more: str) -> dict[str, str]:
    return {
        "village": village.code,
        "kind": "money",
        "mode": "welfare",
        "title": "村道资金",
        "amount": amount,
        "own_part": "100%",
        **more,
    }


@pytest.mark.parametrize(("typed", "meant"), [("20", "您是想填 20万元吗"), ("200000000", "您是想填 2万元吗")])
def test_the_form_asks_and_a_tick_counts_for_that_amount_alone(people, typed, meant):
    people.enterprise.revenue = 2_000 * WAN
    people.enterprise.save()
    client, address = cast.login(people.manager), "/poverty-aid/ours/pledge/"
    assert 'name="meant"' not in client.get(address).content.decode()
    page = client.post(address, values_of(people.village, typed))
    assert not Contribution.objects.exists()
    text = page.content.decode()
    assert meant in text and 'name="meant"' in text and "checked" not in text.split('name="meant"')[1].split(">")[0]
    asked = page.context["form"]["doubted"].value()
    assert f'name="doubted" value="{asked}"' in text
    client.post(address, values_of(people.village, typed, doubted=asked))
    client.post(address, values_of(people.village, f"{typed}1", doubted=asked, meant="on"))
    assert not Contribution.objects.exists()
    sent = client.post(address, values_of(people.village, typed, doubted=asked, meant="on"))
    assert sent.status_code == 302
    assert Contribution.objects.get().pledged_amount == Decimal(typed)


def test_the_staff_are_asked_too(people):
    client, address = cast.login(people.staff), "/admin/poverty_aid/contribution/add/"
    values = values_of(people.village, "3.5", giver=people.enterprise.uscc, reason="来函")
    page = client.post(address, values)
    text = page.content.decode()
    assert "您是想填 3.5万元吗" in text and 'name="meant"' in text and not Contribution.objects.exists()
    asked = page.context["form"]["doubted"].value()
    assert f'name="doubted" value="{asked}"' in text
    assert client.post(address, values | {"doubted": asked, "meant": "on"}).status_code == 302
    assert Contribution.objects.get().pledged_amount == Decimal("3.5")


def test_under_a_pairing_the_one_that_is_bound_is_looked_at(people):
    people.enterprise.revenue = 2_000 * WAN
    people.enterprise.save()
    made = aid.pairing_in("signed", people.manager, people.village, people.staff)
    client = cast.login(people.manager)
    address = f"/poverty-aid/pairings/{made.pk}/pledge/"
    page = client.post(address, values_of(people.village, "200000000"))
    assert "您是想填 2万元吗" in page.content.decode() and not Contribution.objects.exists()
