"""The categories that the product brings along."""

from importlib import import_module

import pytest
from django.apps import apps

from services.demands.models import DemandCategory

migration = import_module("services.migrations.0002_demand_categories")

pytestmark = pytest.mark.django_db


def test_a_new_installation_has_categories_to_file_demands_under():
    found = DemandCategory.objects.filter(is_active=True)
    assert [one.code for one in found] == "roads energy site tax staff permits finance other".split()
    for one in found:
        one.full_clean()
    assert set(found.values_list("department", flat=True)) == {None}


def test_what_staff_made_of_them_survives():
    DemandCategory.objects.filter(code="roads").update(name="交通", close_days=30, is_active=False)
    DemandCategory.objects.filter(code="tax").update(code="taxes")
    before = list(DemandCategory.objects.values())
    migration.add_missing(apps, None)
    assert list(DemandCategory.objects.values()) == before


def test_where_some_are_kept_already_only_the_others_come():
    DemandCategory.objects.all().delete()
    DemandCategory.objects.create(code="own", name="融资", close_days=40)
    migration.add_missing(apps, None)
    assert DemandCategory.objects.count() == 8
    assert DemandCategory.objects.get(name="融资").close_days == 40
    assert not DemandCategory.objects.filter(code="finance").exists()
