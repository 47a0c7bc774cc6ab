"""What whoever runs an event does with the people on its list: read who can't come, give up for somebody, write."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from events.events import actions as event_actions
from events.events.errors import WrongTimes
from events.events.forms import EventForm
from events.events.models import Places
from events.events.statuses import Status
from events.signups import actions, door, writing
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import Status as SignUpStatus
from events.signups.writing import Group
from federation.inbox.models import Message
from tests import cast
from tests.events import gatherings
from tests.events.gatherings import DAY, HOUR

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return cast.staff("services_clerk")


def readers(event, group: Group) -> set[str]:
    return {str(user) for user in writing.readers_of(event, group)}


def test_each_group_is_who_its_name_says_each_account_once():
    going, waiting, away, walk_in = (cast.person(name) for name in ("有位", "候补", "缺席", "临时"))
    event = gatherings.event(Status.CHECK_IN)
    gatherings.signup(event, going)
    gatherings.signup(event, "没有账号的同事", signed_up_by=going)
    gatherings.signup(event, waiting, SignUpStatus.WAITING)
    gatherings.signup(event, away)
    gatherings.signup(event, cast.person("取消"), SignUpStatus.CANCELLED)
    gatherings.attendance(event, going)
    gatherings.attendance(event, walk_in)
    assert readers(event, Group.GOING) == {"有位", "缺席"}
    assert readers(event, Group.WAITING) == {"候补"}
    assert readers(event, Group.CAME) == {"有位", "临时"}
    # The colleague without an account stayed away too: who signed them up reads it.
    assert readers(event, Group.STAYED_AWAY) == {"缺席", "有位"}
    assert len(writing.readers_of(event, Group.GOING)) == 2


def test_the_same_words_reach_each_reader_once_a_day_and_other_words_again(clerk):
    event, first, second = gatherings.event(), cast.person(), cast.person()
    gatherings.signup(event, first)
    words = {"by": clerk, "group": Group.GOING, "title": "停车", "text": "请停北门"}
    assert len(writing.write_to(event, **words)) == 1
    gatherings.signup(event, second)
    assert [message.recipient for message in writing.write_to(event, **words)] == [second]
    assert len(writing.write_to(event, **words | {"text": "请停南门"})) == 2
    assert Message.objects.filter(recipient=first).values_list("title", flat=True)[0] == "停车"


@pytest.mark.parametrize("status", [Status.PLANNED, Status.SUBMITTED])
def test_nobody_writes_before_the_announcement(clerk, status):
    with pytest.raises(PermissionDenied):
        writing.write_to(gatherings.event(status), by=clerk, group=Group.GOING, title="甲", text="乙")


def test_only_who_runs_it_writes():
    chamber = cast.chamber()
    event, guest = gatherings.event(chamber=chamber), cast.person()
    gatherings.signup(event, guest)
    for stranger in (guest, cast.secretary(), cast.staff("auditor")):
        with pytest.raises(PermissionDenied):
            writing.write_to(event, by=stranger, group=Group.GOING, title="甲", text="乙")
    assert not Message.objects.exists()
    assert len(writing.write_to(event, by=cast.secretary(chamber), group=Group.GOING, title="甲", text="乙")) == 1


def test_the_form_offers_who_came_only_once_the_door_was_open_and_says_how_many_read_it(clerk):
    event, guest = gatherings.event(), cast.person()
    client = cast.login(clerk)
    address = reverse("events:write", args=[event.pk])
    assert 'value="came"' not in client.get(address).content.decode()
    empty = client.post(address, {"group": "going", "title": "停车", "text": "请停北门"})
    assert empty.status_code == 200 and "group" in empty.context["form"].errors
    gatherings.signup(event, guest)
    refused = client.post(address, {"group": "came", "title": "停车", "text": "请停北门"})
    assert "group" in refused.context["form"].errors and not Message.objects.exists()
    client.post(address, {"group": "going", "title": "停车", "text": "请停北门"})
    assert Message.objects.get().recipient == guest
    open_door = gatherings.event(Status.CHECK_IN)
    assert 'value="came"' in client.get(reverse("events:write", args=[open_door.pk])).content.decode()


def test_who_declined_stands_on_a_list_of_its_own_with_the_reason(clerk):
    event, guest = gatherings.event(audience="everyone"), cast.person("婉拒的人")
    actions.decline(event, by=guest, reason="出差在外")
    gatherings.signup(event, "要来的人")
    client, address = cast.login(clerk), reverse("events:door", args=[event.pk])
    everybody = client.get(address).content.decode()
    assert "婉拒的人" not in everybody and "要来的人" in everybody
    away = client.get(f"{address}?only=away").content.decode()
    assert "婉拒的人" in away and "出差在外" in away and "要来的人" not in away


def test_who_runs_it_gives_up_a_place_for_somebody_who_called_and_the_next_in_line_gets_it():
    chamber = cast.chamber()
    event, guest = gatherings.event(chamber=chamber, quota=1), cast.person()
    signup = gatherings.signup(event, guest)
    waits = gatherings.signup(event, "候补", SignUpStatus.WAITING)
    address = reverse("events:cancel", args=[signup.pk])
    assert cast.login(cast.secretary()).post(address).status_code == 404
    assert cast.login(cast.staff("auditor")).post(address).status_code == 403
    response = cast.login(cast.secretary(chamber)).post(address, {"reason": "来电请假"})
    assert response.url == reverse("events:door", args=[event.pk])
    signup.refresh_from_db(), waits.refresh_from_db()
    assert (signup.status, signup.reason) == (SignUpStatus.CANCELLED, "来电请假")
    assert waits.status == SignUpStatus.GOING
    assert "来电请假" in Message.objects.get(recipient=guest).body


def test_who_runs_it_is_told_that_the_door_is_open_already():
    chamber = cast.chamber()
    signup = gatherings.signup(gatherings.event(Status.CHECK_IN, chamber=chamber), cast.person())
    address = reverse("events:cancel", args=[signup.pk])
    response = cast.login(cast.secretary(chamber)).post(address, follow=True)
    assert [str(message) for message in response.context["messages"]]
    signup.refresh_from_db()
    assert signup.status == SignUpStatus.GOING


def test_a_place_given_back_while_the_event_is_postponed_is_the_waiting_lists(clerk):
    event, guest = gatherings.event(quota=1), cast.person()
    signup = gatherings.signup(event, guest)
    waits = gatherings.signup(event, "候补", SignUpStatus.WAITING)
    event_actions.postpone_event(event, by=clerk, reason="台风")
    actions.cancel_signup(signup, by=guest)
    start = timezone.now() + 30 * DAY
    event_actions.reschedule_event(event, by=clerk, starts_at=start, ends_at=start + HOUR)
    waits.refresh_from_db()
    assert waits.status == SignUpStatus.GOING and Places.objects.get().taken == 1
    late = actions.sign_up(event, by=cast.person(), people=[actions.Person("后来的人")])
    assert late[0].status == SignUpStatus.WAITING


def test_who_cancelled_may_sign_up_again_and_no_colleague_is_offered_to_who_has_none():
    event, guest = gatherings.event(), cast.person()
    client, page = cast.login(guest), event.get_absolute_url()
    sign_up = f'href="{reverse("events:sign_up", args=[event.pk])}"'
    signup = gatherings.signup(event, guest)
    assert sign_up not in client.get(page).content.decode()
    actions.cancel_signup(signup, by=guest)
    assert client.get(page).content.decode().count(sign_up) == 1


def test_one_telephone_checks_in_a_party_and_what_fails_for_a_colleague_is_said():
    event, guest = gatherings.event(Status.CHECK_IN), cast.person("带队的人")
    gatherings.signup(event, guest)
    gatherings.signup(event, "同来的人", phone="13900000001")
    client, address = cast.login(guest), reverse("events:check_in", args=[door.door_code(event)])
    assert "签到成功" in client.post(address).content.decode()
    wrong = client.post(address, {"name": "同来的人", "phone": "13900000002"}).content.decode()
    assert "您不在名单上" in wrong and "签到成功" not in wrong
    right = client.post(address, {"name": "同来的人", "phone": "13900000001"})
    assert "同来的人" in right.content.decode() and not right.context["form"].is_bound
    assert EventAttendance.objects.count() == 2
    assert "带队的人" in client.get(address).content.decode()


def test_declining_what_was_called_off_meanwhile_is_answered_in_words():
    event, guest = gatherings.event(Status.CANCELLED), cast.person()
    response = cast.login(guest).post(reverse("events:decline", args=[event.pk]), follow=True)
    assert response.redirect_chain and response.status_code == 200
    assert [str(message) for message in response.context["messages"]]
    assert not SignUp.objects.exists()


@pytest.mark.parametrize(
    ("starts", "lasts"),
    [(datetime.timedelta(hours=11), 1), (-datetime.timedelta(hours=20), 9), (-datetime.timedelta(hours=1), 3)],
)
def test_it_took_place_on_a_day_for_which_it_was_planned_whenever_the_door_was_opened(clerk, starts, lasts):
    """On the eve, after midnight, during it."""
    start = timezone.now() + starts
    event = gatherings.event(Status.CLOSED, starts_at=start, ends_at=start + lasts * HOUR)
    held_on = event_actions.open_door(event, by=clerk).held_on
    assert timezone.localdate(event.starts_at) <= held_on <= timezone.localdate(event.ends_at)


def test_a_deadline_that_is_over_is_said_by_the_form_and_stops_an_approval_that_comes_too_late(clerk):
    planner = cast.staff("services_clerk")
    over = timezone.now() - HOUR
    late = gatherings.event(Status.SUBMITTED, planned_by=planner, deadline=over)
    with pytest.raises(WrongTimes):
        event_actions.approve_event(late, by=clerk)
    without_signups = gatherings.event(Status.SUBMITTED, planned_by=planner, deadline=over, takes_signups=False)
    assert event_actions.approve_event(without_signups, by=clerk).status == Status.PUBLISHED
    postponed = gatherings.event(Status.POSTPONED)
    start = timezone.now() + DAY
    with pytest.raises(WrongTimes):
        event_actions.reschedule_event(postponed, by=clerk, starts_at=start, ends_at=start + HOUR, deadline=over)
    form = EventForm(
        {
            "title": "测试",
            "kind": "salon",
            "starts_at": f"{timezone.localtime(start):%Y-%m-%dT%H:%M}",
            "ends_at": f"{timezone.localtime(start + HOUR):%Y-%m-%dT%H:%M}",
            "deadline": f"{timezone.localtime(over):%Y-%m-%dT%H:%M}",
            "place": "会议室",
            "audience": "everyone",
            "takes_signups": "on",
        }
    )
    assert set(form.errors) == {"deadline"}
