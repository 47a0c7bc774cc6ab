"""Invented enterprises by number: the same ones every time, fit to stand in a register, quickly made."""

import pytest
from django.utils import timezone

from chambers.bodies.models import Affiliation
from chambers.demo.bodies import make_chambers
from chambers.demo.firms import chamber_of, firms
from federation.demo.world import World
from members.demo.places import towns
from members.enterprises.models import Enterprise
from members.enterprises.uscc import is_valid

pytestmark = pytest.mark.django_db


def world() -> World:
    now = timezone.localtime()
    one = World(today=now.date(), now=now)
    towns()
    one.shelf["chambers"] = make_chambers(one)
    return one


def test_the_same_number_is_the_same_firm_whoever_asks_first():
    first = world()
    few, many = firms(first, 7), firms(first, 40)
    assert [one.pk for one in many[:7]] == [one.pk for one in few]
    assert [one.pk for one in firms(first, 20)] == [one.pk for one in many[:20]]
    assert Enterprise.objects.count() == 40
    told = [(one.name, one.uscc, one.town.name, one.staff_count) for one in many]

    Enterprise.objects.all().delete()
    assert [(one.name, one.uscc, one.town.name, one.staff_count) for one in firms(world_again(first), 40)] == told


def world_again(first: World) -> World:
    return World(today=first.today, now=first.now, shelf={"chambers": first.shelf["chambers"]})


def test_they_could_stand_in_any_register(django_assert_max_num_queries):
    one = world()
    with django_assert_max_num_queries(80):
        made = firms(one, 2500)
    assert len({firm.name for firm in made}) == len({firm.uscc for firm in made}) == 2500
    assert all(is_valid(firm.uscc) for firm in made)
    assert not Enterprise.objects.filter(search_tokens=[]).exists()
    assert len({firm.section for firm in made}) > 10
    assert {"large", "medium", "small", "micro"} <= {firm.size_class for firm in made}
    assert not Enterprise.objects.published().exists()
    assert not Enterprise.objects.members().exists()
    assert Enterprise.objects.filter(contacts=None).count() == 50
    held = Affiliation.objects.on().filter(is_primary=True)
    assert held.count() == 2500
    assert all(row.chamber == chamber_of(one, row.enterprise) for row in held.select_related("enterprise__town")[:50])
