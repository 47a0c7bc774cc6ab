"""A village's public page after a merger, and the forms of giving where no village was entered yet."""

import pytest
from django.utils import timezone

from federation.search.shortlived import forget_all
from poverty_aid.pairings.models import Pairing
from poverty_aid.villages.actions import merge_village
from poverty_aid.villages.models import Village
from tests import cast
from tests.poverty_aid import aid

pytestmark = pytest.mark.django_db


def test_the_page_of_a_village_shows_the_pairs_of_those_that_were_merged_into_it(client, people):
    before = aid.village("并入村")
    aid.pairing_in("under_way", people.manager, before, people.staff)
    address = people.village.get_absolute_url()
    assert people.enterprise.name not in client.get(address).content.decode()
    merge_village(before, into=people.village, on=timezone.localdate())
    forget_all()
    assert people.enterprise.name in client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/poverty-aid/ours/pair/", "/poverty-aid/ours/pledge/"])
def test_without_a_village_the_form_says_whom_to_ask(address):
    manager = cast.representative()
    page = cast.login(manager).get(address).content.decode()
    assert 'class="empty' in page and 'name="village"' not in page
    aid.village(), aid.programme()
    assert 'name="village"' in cast.login(manager).get(address).content.decode()


def test_an_empty_form_sent_all_the_same_binds_nobody():
    response = cast.login(cast.representative()).post("/poverty-aid/ours/pair/", {"mode": "welfare"})
    assert response.status_code == 200 and not Pairing.objects.exists() and not Village.objects.exists()


def test_an_officer_of_a_village_that_nobody_entered_is_told_so_and_a_bank_finds_nothing():
    answer = cast.login(cast.village_officer()).get("/poverty-aid/village/")
    assert answer.status_code == 200 and 'class="empty' in answer.content.decode()
    assert cast.login(cast.bank_officer()).get("/poverty-aid/village/").status_code == 404
    known = aid.village("有名村")
    officer = aid.officer(known)
    assert "有名村" in cast.login(officer).get("/poverty-aid/village/").content.decode()
