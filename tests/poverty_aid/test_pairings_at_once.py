"""Two people move one pairing at the same moment: one wins, the other is told in words what happened."""

import pytest
from django.utils import timezone, translation

from poverty_aid.pairings import actions
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status
from tests import cast
from tests.at_once import at_once, only_error
from tests.poverty_aid import aid

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def manager():
    return cast.representative()


def in_english(act):
    def run():
        with translation.override("en"):
            return act()

    return run


def lost(*acts) -> str:
    """What the one who came second reads."""
    return only_error(at_once(*map(in_english, acts))).message


def test_signed_and_declined_at_once(manager):
    clerks = [cast.staff("services_clerk", "沈先到"), cast.staff("services_clerk", "陆后到")]
    made = aid.proposed(manager, aid.village())
    words = lost(
        lambda: actions.sign_pairing(made, by=clerks[0], signed_on=timezone.localdate(), agreement=aid.paper()),
        lambda: actions.decline_pairing(made, by=clerks[1], reason="不合适"),
    )
    made.refresh_from_db()
    last = made.steps.get(to_status__in=[Status.SIGNED, Status.DECLINED])
    assert last.to_status == made.status
    with translation.override("en"):
        assert last.actor.name in words and made.get_status_display() in words


def test_two_officers_of_the_village_accept_and_send_back(manager):
    village = aid.village("双人村")
    made = aid.pairing_in(Status.ACCEPTANCE, manager, village, aid.keeper())
    officers = [cast.village_officer(village.partner, name) for name in ("沈先到", "陆后到")]
    words = lost(
        lambda: actions.accept_pairing(made, by=officers[0]),
        lambda: actions.send_back_pairing(made, by=officers[1], reason="路灯没装"),
    )
    made.refresh_from_db()
    step = made.steps.order_by("-pk").first()
    assert made.steps.filter(from_status=Status.ACCEPTANCE).count() == 1
    assert step.to_status == made.status and step.actor.name in words


def test_the_same_pair_proposed_twice_at_once(manager):
    village, under = aid.village(), aid.programme()
    colleague = cast.representative(cast.enterprise_of(manager))
    firm = cast.enterprise_of(manager)
    words = lost(*(lambda by=by: aid.proposed(by, village, under, enterprise=firm) for by in (manager, colleague)))
    assert "already paired" in words
    assert Pairing.objects.get().steps.count() == 1
