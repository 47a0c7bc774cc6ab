"""At the door: codes, the list, walk-ins; who came is counted once."""

import pytest
from django.core import signing
from django.core.exceptions import PermissionDenied

from events.events.errors import EventError
from events.events.statuses import Status as EventStatus
from events.signups import door
from events.signups.models import EventAttendance
from events.signups.statuses import How, Status
from federation.cases.errors import AlreadyMoved
from tests import cast
from tests.events import gatherings

pytestmark = pytest.mark.django_db


def test_a_code_names_its_event_and_nothing_else_does():
    event = gatherings.event(EventStatus.CHECK_IN)
    code = door.door_code(event)
    assert door.event_of_code(code) == event
    forged = code.replace(str(event.pk), str(event.pk + 1), 1)
    other = signing.TimestampSigner(salt="something.else").sign(str(event.pk))
    for wrong in (forged, other, "1", "", "1:2:3"):
        with pytest.raises(door.WrongCode):
            door.event_of_code(wrong)


def test_a_code_that_changes_is_good_for_minutes_a_printed_one_for_the_event(monkeypatch):
    printed = gatherings.event(EventStatus.CHECK_IN)
    rotating = gatherings.event(EventStatus.CHECK_IN, code_rotates=True)
    codes = [door.door_code(printed), door.door_code(rotating)]
    begun = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: begun + door.ROTATING_GOOD_FOR + 5)
    assert door.event_of_code(codes[0]) == printed
    with pytest.raises(door.WrongCode) as replaced:
        door.event_of_code(codes[1])
    assert replaced.value.message


def test_scanning_twice_is_one_attendance():
    user = cast.person()
    event = gatherings.event(EventStatus.CHECK_IN)
    gatherings.signup(event, user)
    first = door.check_in_account(event, user=user)
    assert door.check_in_account(event, user=user) == first
    assert EventAttendance.objects.get().how == How.CODE


def test_who_isnt_on_the_list_or_waits_is_sent_to_the_people_at_the_door():
    waiting, cancelled, stranger = cast.person(), cast.person(), cast.person()
    event = gatherings.event(EventStatus.CHECK_IN)
    gatherings.signup(event, waiting, Status.WAITING)
    gatherings.signup(event, cancelled, Status.CANCELLED)
    for user in (waiting, cancelled, stranger):
        with pytest.raises(door.NotOnList):
            door.check_in_account(event, user=user)
    assert not EventAttendance.objects.exists()


def test_a_colleague_without_an_account_by_the_name_and_number_of_the_sign_up():
    event = gatherings.event(EventStatus.CHECK_IN)
    gatherings.signup(event, "张三", phone="13900000001")
    for name, phone in (("李四", "13900000001"), ("张三", "13900000002"), ("张三", "没有")):
        with pytest.raises(door.NotOnList):
            door.check_in_colleague(event, name=name, phone=phone)
    assert door.check_in_colleague(event, name="张 三", phone="139 0000 0001").name == "张三"


def test_an_account_proved_after_the_sign_up_finds_its_place():
    event = gatherings.event(EventStatus.CHECK_IN)
    signup = gatherings.signup(event, "王晓明", phone="13900000001")
    user = cast.person("王晓明", phone="+8613900000001")
    assert door.check_in_account(event, user=user).participant == signup.participant
    signup.participant.refresh_from_db()
    assert signup.participant.user == user


@pytest.mark.parametrize("status", [EventStatus.OPEN, EventStatus.CANCELLED, EventStatus.SUMMED_UP])
def test_nobody_checks_in_before_or_after(status):
    user = cast.person()
    event = gatherings.event(status)
    gatherings.signup(event, user)
    with pytest.raises(EventError) as refused:
        door.check_in_account(event, user=user)
    assert refused.value.message
    with pytest.raises(AlreadyMoved):
        door.tick(event.signups.get(), by=cast.staff("services_clerk"))


def test_ticked_by_two_people_is_one_attendance_and_can_be_undone():
    chamber = cast.chamber()
    event = gatherings.event(EventStatus.CHECK_IN, chamber=chamber)
    signup = gatherings.signup(event, "张三", Status.WAITING)
    first = door.tick(signup, by=cast.staff("services_clerk"))
    assert door.tick(signup, by=cast.secretary(chamber)) == first
    with pytest.raises(PermissionDenied):
        door.untick(first, by=cast.secretary())
    door.untick(first, by=cast.secretary(chamber))
    assert not EventAttendance.objects.exists()


def test_walk_ins_are_linked_to_the_register_where_it_knows_them():
    clerk, firm = cast.staff("services_clerk"), cast.enterprise("上海云间测试有限公司")
    event = gatherings.event(EventStatus.CHECK_IN)
    by_code = door.walk_in(event, by=clerk, name="张三", enterprise=firm.uscc.lower())
    unknown = door.walk_in(event, by=clerk, name="李四", enterprise="某某公司")
    assert (by_code.enterprise, by_code.enterprise_name) == (firm, firm.name)
    assert (unknown.enterprise, unknown.enterprise_name) == (None, "某某公司")
    assert door.walk_in(event, by=clerk, name="张三", enterprise=firm.uscc) == by_code
    with pytest.raises(EventError):
        door.walk_in(event, by=clerk, name=" ")


def test_somebody_on_the_list_entered_at_the_door_is_no_walk_in():
    clerk, firm = cast.staff("services_clerk"), cast.enterprise()
    event = gatherings.event(EventStatus.CHECK_IN)
    gatherings.signup(event, "张三", enterprise=firm)
    assert door.walk_in(event, by=clerk, name="张三", enterprise=firm.uscc).how == How.LIST
