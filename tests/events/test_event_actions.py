"""An event's way: planned by one, approved by another, announced, held, summed up; postponed and called off."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from events.events import access, actions, planning
from events.events.errors import EventError, QuotaTooSmall, WrongTimes
from events.events.models import Audience, Event, Kind, Places
from events.events.statuses import Status
from events.signups.statuses import Status as SignUpStatus
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.inbox.models import Message
from tests import cast
from tests.events import gatherings
from tests.events.gatherings import DAY, HOUR

pytestmark = pytest.mark.django_db


def plan(by, **fields) -> Event:
    start = timezone.now() + 10 * DAY
    values = {
        "title": "月聊",
        "kind": Kind.SALON,
        "starts_at": start,
        "ends_at": start + 2 * HOUR,
        "place": "会议中心",
        **fields,
    }
    return planning.plan_event(by=by, **values)


def test_the_whole_way_leaves_a_step_at_each_turn():
    planner, approver = cast.staff("services_clerk"), cast.staff("services_clerk")
    event = plan(planner, quota=20)
    actions.submit_event(event, by=planner)
    actions.approve_event(event, by=approver)
    event.refresh_from_db()
    assert event.status == Status.OPEN and event.published_at
    Event.objects.filter(pk=event.pk).update(starts_at=timezone.now() - HOUR, ends_at=timezone.now() + HOUR)
    actions.open_door(event, by=planner)
    actions.sum_up(event, by=planner, summary="来了二十人。")
    actions.archive_event(event, by=approver)
    event.refresh_from_db()
    assert (event.status, event.held_on) == (Status.ARCHIVED, timezone.localdate())
    assert [step.to_status for step in event.steps.all()] == [
        "planned",
        "submitted",
        "published",
        "open",
        "check_in",
        "summed_up",
        "archived",
    ]
    assert [bool(step.actor_id) for step in event.steps.all()] == [True] * 7


def test_nobody_approves_what_they_planned_sent_or_changed():
    planner, sender, other = (cast.staff("services_clerk") for _ in range(3))
    event = plan(planner)
    planning.change_plan(event, by=sender, title="新题目")
    actions.submit_event(event, by=sender)
    for hand in (planner, sender):
        with pytest.raises(PermissionDenied):
            actions.approve_event(event, by=hand)
    assert actions.approve_event(event, by=other).status == Status.OPEN


def test_whoever_returned_a_plan_may_approve_it_later():
    planner, approver = cast.staff("services_clerk"), cast.staff("services_clerk")
    event = plan(planner)
    actions.submit_event(event, by=planner)
    with pytest.raises(ReasonNeeded):
        actions.return_event(event, by=approver, reason=" ")
    actions.return_event(event, by=approver, reason="请补充地点。")
    actions.submit_event(event, by=planner)
    assert actions.approve_event(event, by=approver).published_at


def test_a_secretary_files_for_the_own_chamber_only_and_approves_nothing():
    chamber, other = cast.chamber(), cast.chamber()
    secretary = cast.secretary(chamber)
    event = plan(secretary, chamber=chamber)
    assert [host.name for host in event.hosts.all()] == [chamber.name]
    for whose in (other, None):
        with pytest.raises(PermissionDenied):
            plan(secretary, chamber=whose)
    actions.submit_event(event, by=secretary)
    with pytest.raises(PermissionDenied):
        actions.approve_event(event, by=secretary)


def test_staff_who_run_a_chamber_dont_approve_its_events():
    chamber = cast.chamber()
    clerk = cast.staff("services_clerk")
    cast.take_office(clerk, chamber)
    event = plan(cast.secretary(chamber), chamber=chamber)
    actions.submit_event(event, by=event.planned_by)
    event.refresh_from_db()
    assert not access.may_approve(clerk, event)


def test_the_second_of_two_approvers_is_told_who_was_quicker():
    planner, second = cast.staff("services_clerk"), cast.staff("services_clerk")
    first = cast.staff("services_clerk", name="先手干部")
    event = plan(planner)
    actions.submit_event(event, by=planner)
    actions.approve_event(event, by=first)
    with pytest.raises(AlreadyMoved) as late:
        actions.approve_event(event, by=second)
    assert "先手干部" in late.value.message
    assert Event.objects.get().steps.filter(to_status=Status.PUBLISHED).count() == 1


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"deadline": lambda start: start + HOUR}, WrongTimes),
        ({"ends_at": lambda start: start - HOUR}, WrongTimes),
        ({"opens_at": lambda start: start + HOUR}, WrongTimes),
        ({"audience": lambda _start: Audience.INVITED}, EventError),
        ({"title": lambda _start: ""}, EventError),
        ({"quota": lambda _start: 0}, EventError),
    ],
)
def test_a_plan_that_cant_be_is_refused_in_words(fields, error):
    start = timezone.now() + 10 * DAY
    with pytest.raises(error) as refused:
        plan(
            cast.staff("services_clerk"),
            **{"starts_at": start, "ends_at": start + HOUR} | {name: make(start) for name, make in fields.items()},
        )
    assert refused.value.messages[0]
    assert not Event.objects.exists()


def test_an_event_for_yesterday_isnt_sent():
    planner = cast.staff("services_clerk")
    event = plan(planner)
    Event.objects.update(starts_at=timezone.now() - DAY, ends_at=timezone.now() + DAY)
    with pytest.raises(WrongTimes):
        actions.submit_event(event, by=planner)


def test_the_quota_cant_go_under_those_already_in():
    clerk = cast.staff("services_clerk")
    event = gatherings.event(quota=5)
    for name in ("张三", "李四", "王五"):
        gatherings.signup(event, name)
    with pytest.raises(QuotaTooSmall) as refused:
        actions.set_places(event, by=clerk, quota=2)
    assert "3" in refused.value.message
    actions.set_places(event, by=clerk, quota=3)
    assert Places.objects.get().quota == 3


def test_more_places_go_to_the_waiting_list_in_its_order():
    clerk = cast.staff("services_clerk")
    event = gatherings.event(quota=1)
    gatherings.signup(event, "张三")
    now = timezone.now()
    late = gatherings.signup(event, "李四", SignUpStatus.WAITING, queued_at=now)
    early = gatherings.signup(event, "王五", SignUpStatus.WAITING, queued_at=now - HOUR)
    actions.set_places(event, by=clerk, quota=2)
    early.refresh_from_db(), late.refresh_from_db()
    assert (early.status, late.status) == (SignUpStatus.GOING, SignUpStatus.WAITING)
    actions.set_places(event, by=clerk, quota=None)
    late.refresh_from_db()
    assert late.status == SignUpStatus.GOING and Places.objects.get().taken == 3


def test_postponed_and_dated_anew_everybody_is_told_and_keeps_the_place():
    clerk, guest = cast.staff("services_clerk"), cast.person()
    event = gatherings.event(planned_by=clerk)
    gatherings.signup(event, guest)
    actions.postpone_event(event, by=clerk, reason="台风")
    assert not Places.objects.get().accepts
    start = timezone.now() + 30 * DAY
    actions.reschedule_event(event, by=clerk, starts_at=start, ends_at=start + HOUR)
    event.refresh_from_db()
    assert event.status == Status.OPEN and event.starts_at == start and Places.objects.get().accepts
    rules = set(Message.objects.filter(recipient=guest).values_list("rule", flat=True))
    assert rules == {"event-postponed", "event-published"}
    assert not Message.objects.filter(recipient=clerk).exists(), "who did it isn't told of it"


def test_called_off_everybody_who_signed_up_is_told_once_even_by_a_colleague():
    clerk, guest = cast.staff("services_clerk"), cast.person()
    event = gatherings.event()
    gatherings.signup(event, guest)
    gatherings.signup(event, "没有账号的同事", signed_up_by=guest)
    with pytest.raises(ReasonNeeded):
        actions.cancel_event(event, by=clerk, reason="")
    actions.cancel_event(event, by=clerk, reason="场地停电")
    assert Message.objects.filter(recipient=guest, rule="event-cancelled").count() == 1
    with pytest.raises(AlreadyMoved):
        actions.postpone_event(event, by=clerk, reason="台风")


def test_the_door_opens_on_the_day_only_and_counts_that_day():
    clerk = cast.staff("services_clerk")
    early = gatherings.event(Status.CLOSED)
    with pytest.raises(WrongTimes):
        actions.open_door(early, by=clerk)
    forgotten = gatherings.event(Status.CLOSED, starts_at=timezone.now() - 5 * DAY)
    assert actions.open_door(forgotten, by=clerk).held_on == timezone.localdate() - 5 * DAY


def test_the_day_it_took_place_may_be_put_right_but_not_into_the_future():
    clerk = cast.staff("services_clerk")
    event = gatherings.event(Status.CHECK_IN)
    tomorrow = timezone.localdate() + DAY
    with pytest.raises(WrongTimes):
        actions.sum_up(event, by=clerk, summary="好", held_on=tomorrow)
    held = actions.sum_up(event, by=clerk, summary="好", held_on=timezone.localdate() - DAY)
    assert held.held_on == timezone.localdate() - DAY


def test_the_clock_opens_and_closes_sign_up():
    now = timezone.now()
    later = gatherings.event(Status.PUBLISHED, opens_at=now + HOUR)
    ending = gatherings.event(Status.OPEN, deadline=now + 2 * HOUR)
    assert actions.keep_time(now) == 0
    assert actions.keep_time(now + 3 * HOUR) == 2
    later.refresh_from_db(), ending.refresh_from_db()
    assert (later.status, ending.status) == (Status.OPEN, Status.CLOSED)
    assert later.places.accepts and not Places.objects.get(event=ending).accepts


def test_sign_up_is_opened_again_until_a_later_deadline():
    clerk = cast.staff("services_clerk")
    event = gatherings.event(Status.CLOSED, deadline=timezone.now() - HOUR)
    with pytest.raises(WrongTimes):
        actions.reopen_signups(event, by=clerk, deadline=timezone.now() - datetime.timedelta(minutes=5))
    with pytest.raises(WrongTimes):
        actions.reopen_signups(event, by=clerk, deadline=event.starts_at + HOUR)
    assert actions.reopen_signups(event, by=clerk, deadline=None).status == Status.OPEN


def test_what_is_announced_is_put_right_but_never_moved_in_time():
    clerk = cast.staff("services_clerk")
    event = gatherings.event()
    planning.adjust_event(event, by=clerk, place="三楼报告厅")
    with pytest.raises(PermissionDenied):
        planning.adjust_event(event, by=clerk, starts_at=timezone.now() + DAY)
    with pytest.raises(WrongTimes):
        planning.adjust_event(event, by=clerk, deadline=event.starts_at + HOUR)
    event.refresh_from_db()
    assert event.place == "三楼报告厅"


def test_hosts_are_found_among_chambers_and_partners_and_kept_as_they_are_called_today():
    chamber, department = cast.chamber("泗泾商会"), cast.bank("区人社局", kind="department")
    event = plan(
        cast.staff("services_clerk"),
        hosts=[planning.host_named(name) for name in ("泗泾商会", "区人社局", "某某公司")],
    )
    assert [(host.chamber, host.partner, host.name) for host in event.hosts.all()] == [
        (chamber, None, "泗泾商会"),
        (None, department, "区人社局"),
        (None, None, "某某公司"),
    ]
    chamber.name = "泗泾镇商会"
    chamber.save()
    assert event.hosts.first().name == "泗泾商会"
