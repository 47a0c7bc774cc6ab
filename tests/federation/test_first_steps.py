"""What a new federation is told to do first: each step shows to who may take it, until it is taken."""

import pytest
from django.test import Client
from django.urls import reverse

from federation.portal.first_steps import first_steps_for
from tests import cast

pytestmark = pytest.mark.django_db

COLLEAGUES, TOWNS, CHAMBERS, SECRETARIES, REGISTER = (
    "admin:accounts_user_add",
    "admin:members_town_add",
    "admin:chambers_chamber_add",
    "admin:chambers_officer_add",
    "admin:members_importbatch_add",
)


def steps_of(user):
    return [step.url_name for step in first_steps_for(user) if step.url_name in globals().values()]


def test_each_step_goes_when_it_is_taken():
    first = cast.superuser()
    assert steps_of(first) == [COLLEAGUES, TOWNS, CHAMBERS, REGISTER]
    cast.staff("registry_clerk")
    assert steps_of(first) == [TOWNS, CHAMBERS, REGISTER]
    chamber = cast.chamber(town=cast.town("测试一镇", code="test-one"))
    assert steps_of(first) == [SECRETARIES, REGISTER]
    cast.secretary(chamber)
    assert steps_of(first) == [REGISTER]
    cast.enterprise()
    assert steps_of(first) == []


def test_a_colleague_with_another_role_or_whose_account_is_closed_keeps_no_register():
    first = cast.superuser()
    cast.staff("services_clerk")
    cast.staff("registry_clerk", is_active=False)
    assert COLLEAGUES in steps_of(first)


def test_everyone_is_told_only_what_they_may_do():
    assert steps_of(cast.staff("administrator")) == [COLLEAGUES, TOWNS, CHAMBERS]
    assert steps_of(cast.staff("registry_clerk")) == [REGISTER]
    assert steps_of(cast.staff("auditor")) == []


def test_the_start_page_leads_to_each_step(settings):
    client: Client = cast.login(cast.superuser())
    page = client.get(reverse("admin:index")).content.decode()
    for name in (COLLEAGUES, TOWNS, CHAMBERS, REGISTER):
        assert f'href="{reverse(name)}"' in page
        assert client.get(reverse(name)).status_code == 200
