"""Keyset pages: every row once, forwards and backwards, whatever cursor comes in."""

import base64
import json

import pytest
from django.test import RequestFactory

from federation.accounts.models import User
from federation.portal.paging import keyset_page

NAMES = ["丙", "甲", "乙", "甲", "丁", "甲", "乙"]


@pytest.fixture
def people(db) -> list[int]:
    for number, name in enumerate(NAMES):
        User.objects.create(username=f"someone{number}", name=name)
    return list(User.objects.order_by("name", "pk").values_list("pk", flat=True))


def page(order=("name", "pk"), size=3, **query):
    return keyset_page(User.objects.all(), RequestFactory().get("/", query), order, size)


def pks(found) -> list[int]:
    return [user.pk for user in found]


def test_forwards_every_row_comes_once(people):
    first = page()
    second = page(after=first.next)
    third = page(after=second.next)
    assert pks(first) + pks(second) + pks(third) == people
    assert (first.previous, third.next) == ("", "")


def test_backwards_leads_the_same_way_home(people):
    first = page()
    second = page(after=first.next)
    third = page(after=second.next)
    back = page(before=third.previous)
    assert pks(back) == pks(second)
    assert pks(page(before=back.previous)) == pks(first)
    assert page(before=back.previous).previous == ""
    assert pks(page(after=back.next)) == pks(third)


def test_descending_columns(people):
    first = page(order=("-name", "-pk"))
    rest = page(order=("-name", "-pk"), size=10, after=first.next)
    assert pks(first) + pks(rest) == people[::-1]


def test_a_row_that_came_in_between_shifts_nothing(people):
    first = page()
    User.objects.create(username="newcomer", name="一")
    assert pks(page(size=10, after=first.next)) == people[3:]


def cursor(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode()


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "nonsense",
        "%%%",
        "W10",
        cursor("甲"),
        cursor("甲", "not a number"),
        cursor("甲", None),
        cursor("甲", [1]),
        cursor("甲\0", 1),
        cursor("甲", 10**30),
        cursor("甲", float("inf")),
        "x" * 5000,
    ],
)
def test_a_cursor_that_is_not_ours_gives_the_first_page(people, bad):
    assert pks(page(after=bad)) == people[:3]
    assert pks(page(before=bad)) == people[:3]


def test_a_page_costs_one_query(people, django_assert_num_queries):
    first = page()
    with django_assert_num_queries(1):
        page(after=first.next)
