"""A pairing from intent to archive, and what stops it on the way."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from federation.cases.clocks import remind_overdue
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.inbox.models import Message
from members.partners.models import PartnerOfficer
from poverty_aid.pairings import actions
from poverty_aid.pairings.errors import CannotPair, OpenGifts
from poverty_aid.pairings.models import Pairing
from poverty_aid.pairings.statuses import Status
from poverty_aid.villages.actions import CannotChange, merge_village, rename_village
from tests import cast
from tests.poverty_aid import aid


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_the_whole_road_leaves_a_step_for_each_hand(people):
    made = aid.pairing_in(Status.ARCHIVED, people.manager, people.village, people.staff)
    assert [(step.to_status, step.hand) for step in made.steps.all()] == [
        (Status.INTENT, "giver"),
        (Status.SIGNED, "staff"),
        (Status.UNDER_WAY, "giver"),
        (Status.ACCEPTANCE, "giver"),
        (Status.ACCEPTED, "village"),
        (Status.ARCHIVED, "staff"),
    ]
    assert made.members.get().chamber == people.chamber


def test_the_code_and_name_are_those_of_the_signing(people):
    made = aid.proposed(people.manager, people.village)
    rename_village(people.village, name="新龙门村", code="532823999201", until=timezone.localdate())
    actions.sign_pairing(made, by=people.staff, signed_on=timezone.localdate(), agreement=aid.paper())
    made.refresh_from_db()
    assert (made.village_name, made.village_code) == ("新龙门村", "532823999201")
    rename_village_again = people.village
    rename_village_again.refresh_from_db()
    with pytest.raises(CannotChange):
        rename_village(rename_village_again, name="又一名", code="532823999201", until=timezone.localdate())
    made.refresh_from_db()
    assert made.village_name == "新龙门村"


def test_who_serves_the_successor_acts_for_a_merged_village(people):
    made = aid.pairing_in(Status.ACCEPTANCE, people.manager, people.village, people.staff)
    other = aid.village("大村")
    theirs = aid.officer(other)
    merge_village(people.village, into=other, on=timezone.localdate())
    made.refresh_from_db()
    assert Pairing.objects.visible_to(theirs).filter(pk=made.pk).exists()
    actions.accept_pairing(made, by=theirs)
    with pytest.raises(CannotPair, match="merged into"):
        aid.proposed(people.manager, people.village)


def test_who_serves_the_last_of_several_mergers_acts_for_all_of_them(people):
    made = aid.pairing_in(Status.ACCEPTANCE, people.manager, people.village, people.staff)
    larger, largest = aid.village("较大村"), aid.village("最大村")
    theirs = aid.officer(largest)
    merge_village(people.village, into=larger, on=timezone.localdate())
    merge_village(larger, into=largest, on=timezone.localdate())
    assert set(largest.with_predecessors()) == {people.village, larger, largest}
    assert Pairing.objects.visible_to(theirs).filter(pk=made.pk).exists()
    with pytest.raises(CannotChange, match="choose that one"):
        merge_village(aid.village("小村"), into=larger, on=timezone.localdate())


def test_the_same_pair_isnt_begun_twice(people):
    aid.proposed(people.manager, people.village)
    with pytest.raises(CannotPair, match="already paired"):
        aid.proposed(people.manager, people.village)


def test_a_chamber_names_only_its_members(people):
    stranger = cast.enterprise("上海非会员有限公司")
    with pytest.raises(CannotPair, match="isn't a member"):
        aid.proposed(people.secretary, people.village, enterprise=None, chamber=people.chamber, members=[stranger])
    made = aid.proposed(
        people.secretary, people.village, enterprise=None, chamber=people.chamber, members=[people.enterprise]
    )
    assert made.giver_name == people.chamber.name
    with pytest.raises(PermissionDenied):
        aid.proposed(cast.secretary(), aid.village(), enterprise=None, chamber=people.chamber)


def test_nobody_lends_two_hands(people):
    made = aid.proposed(people.manager, people.village)
    cast.represent(people.staff, people.enterprise, "colleague")
    with pytest.raises(PermissionDenied):
        actions.sign_pairing(made, by=people.staff, signed_on=timezone.localdate(), agreement=aid.paper())
    PartnerOfficer.objects.create(organisation=people.village.partner, user=people.manager, since=cast.LONG_AGO)
    made = aid.pairing_in(Status.ACCEPTANCE, people.manager, aid.village(), aid.keeper())
    made.village.partner = cast.village()
    made.village.save()
    PartnerOfficer.objects.create(organisation=made.village.partner, user=people.manager, since=cast.LONG_AGO)
    with pytest.raises(PermissionDenied):
        actions.accept_pairing(made, by=people.manager)


def test_reasons_and_days(people):
    made = aid.proposed(people.manager, people.village)
    with pytest.raises(ReasonNeeded):
        actions.decline_pairing(made, by=people.villager, reason=" ")
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(CannotPair, match="future"):
        actions.sign_pairing(made, by=people.staff, signed_on=tomorrow, agreement=aid.paper())
    with pytest.raises(CannotPair, match="ends before"):
        actions.sign_pairing(
            made,
            by=people.staff,
            signed_on=timezone.localdate(),
            ends_on=timezone.localdate() - timedelta(days=3),
            agreement=aid.paper(),
        )
    actions.decline_pairing(made, by=people.villager, reason="已有人帮扶")
    with pytest.raises(AlreadyMoved, match="intent declined"):
        actions.sign_pairing(made, by=people.staff, signed_on=timezone.localdate(), agreement=aid.paper())


def test_nothing_is_reported_done_while_a_gift_is_open(people):
    made = aid.pairing_in(Status.UNDER_WAY, people.manager, people.village, people.staff)
    gift = aid.pledged(people.manager, people.village, 50, pairing=made)
    with pytest.raises(OpenGifts, match="pledged"):
        actions.report_pairing(made, by=people.manager, outcome="完成")
    aid.confirmed(gift, aid.delivered(gift, people.manager), people.villager)
    actions.report_pairing(made, by=people.manager, outcome="完成")


def test_each_hand_is_told_and_reminded_once(people):
    made = aid.proposed(people.manager, people.village)
    assert {message.recipient for message in Message.objects.all()} == {people.staff, people.villager}
    Pairing.objects.filter(pk=made.pk).update(due_at=timezone.now() - timedelta(hours=1))
    Message.objects.all().delete()
    assert (remind_overdue(), remind_overdue()) == (1, 0)
    assert Message.objects.get().recipient == people.staff
