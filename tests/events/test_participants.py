"""One person is one participant, however they are entered."""

import pytest

from events.participants.actions import participant_for, plain_name
from events.participants.models import Participant
from tests import cast

pytestmark = pytest.mark.django_db


def test_an_account_is_one_participant_whatever_name_is_typed():
    user = cast.person("王晓明")
    first = participant_for(name="王晓明", user=user)
    assert participant_for(name="小王", phone="13900000001", user=user) == first
    assert Participant.objects.count() == 1 and first.name == "王晓明"


def test_a_name_with_a_telephone_is_one_person_across_enterprises():
    one, other = cast.enterprise(), cast.enterprise()
    first = participant_for(name="张 三", phone="139 0000 0001", enterprise=one)
    again = participant_for(name="张三", phone="+8613900000001", enterprise=other)
    assert again == first and Participant.objects.get().enterprise == other


def test_colleagues_entered_with_one_telephone_stay_several_people():
    firm = cast.enterprise()
    people = {participant_for(name=name, phone="13900000001", enterprise=firm).pk for name in ("张三", "李四", "王五")}
    assert len(people) == 3


def test_a_colleague_without_telephone_is_known_within_the_enterprise_only():
    one, other = cast.enterprise(), cast.enterprise()
    first = participant_for(name="张三", enterprise=one)
    assert participant_for(name="张三", enterprise=one) == first
    assert participant_for(name="张三", enterprise=other) != first


def test_a_telephone_learnt_later_is_added_to_the_colleague():
    firm = cast.enterprise()
    first = participant_for(name="张三", enterprise=firm)
    assert participant_for(name="张三", phone="13900000001", enterprise=firm) == first
    assert participant_for(name="张三", enterprise=firm) == first
    assert Participant.objects.get().phone == "+8613900000001"


def test_a_bare_name_is_a_new_person_each_time():
    assert participant_for(name="张三") != participant_for(name="张三")


def test_who_was_entered_by_a_colleague_keeps_the_record_with_an_account():
    first = participant_for(name="王晓明", phone="13900000001", enterprise=cast.enterprise())
    user = cast.person("王晓明", phone="+8613900000001")
    assert participant_for(name="王晓明", user=user) == first
    assert Participant.objects.get().user == user


def test_a_number_only_claimed_takes_over_nobody():
    first = participant_for(name="王晓明", phone="13900000001")
    user = cast.person("王晓明", phone="+8613900000001", phone_verified=False)
    assert participant_for(name="王晓明", user=user) != first


def test_a_colleague_with_an_account_is_found_by_name_and_proved_number():
    user = cast.person("王晓明", phone="+8613900000001")
    assert participant_for(name="王晓明", phone="13900000001").user == user
    assert participant_for(name="李四", phone="13900000001").user is None


def test_what_is_no_telephone_number_counts_as_none():
    firm = cast.enterprise()
    assert participant_for(name="张三", phone="不知道", enterprise=firm) == participant_for(
        name="张三", enterprise=firm
    )


@pytest.mark.parametrize(("typed", "kept"), [("张 三", "张三"), ("Ann  Lee", "Ann Lee"), ("　李四 ", "李四")])
def test_names_are_compared_without_the_spaces_of_forms(typed: str, kept: str):
    assert plain_name(typed) == kept
