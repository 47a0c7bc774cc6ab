"""The categories that the product brings along."""

from importlib import import_module

import pytest
from django.apps import apps

from federation.indicators import compute
from federation.indicators.registry import Scope, get
from services.demands import actions
from services.demands.models import DemandCategory
from tests.services.demands_cast import category

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


def test_what_nobody_has_yet_lowers_the_rate_of_the_usual_department(demands):
    """Three were to be given to the department and two were; what nobody is usual for is nobody's."""
    usual, unknown = demands.category, category("staff")
    usual.department = demands.department
    usual.save()
    given = demands.assigned(demands.raised(title="一", category=usual))
    # Who answers for it now counts, not who usually would.
    demands.assigned(demands.raised(title="二", category=usual), department=demands.other_department)
    demands.assigned(demands.raised(title="三", category=usual), owner=demands.caller)
    demands.raised(title="四", category=usual)
    demands.raised(title="五", category=unknown)
    demands.raised(title="六")
    indicator = get("demands-assigned")
    parts = compute.breakdown(indicator, indicator.dimension("department"), Scope())
    assert parts == {demands.department.pk: 50, demands.other_department.pk: 100, None: compute.HUNDREDTH * 3333}
    rows = compute.rows(indicator, Scope(filters={"department": demands.department.pk}))
    assert set(rows.values_list("title", flat=True)) == {given.title, "四"}
    # Given back to the desk, it was given to somebody all the same.
    actions.hand_back_demand(given, by=demands.officer, reason="不属本部门", seen_turn=1)
    assert compute.breakdown(indicator, indicator.dimension("department"), Scope())[demands.department.pk] == 50
