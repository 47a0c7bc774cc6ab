"""Signing up: places, the waiting list, the limit of each enterprise, cancelling, and many at once."""

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from events.events import actions as event_actions
from events.events.errors import EventError
from events.events.models import Audience, InvitedChamber, Places
from events.events.statuses import Status as EventStatus
from events.events.views import number_in_line
from events.participants.actions import participant_for
from events.participants.models import Participant
from events.signups import access, actions
from events.signups.actions import LimitReached, Person, oneself
from events.signups.line import hold_open, take_own
from events.signups.messages import remind_of_tomorrow
from events.signups.models import SignUp
from events.signups.statuses import Status
from federation.accounts.models import User
from federation.cases.errors import AlreadyMoved
from federation.inbox.models import Message
from members.enterprises.models import Enterprise
from tests import cast
from tests.at_once import at_once
from tests.events import gatherings
from tests.events.gatherings import DAY, HOUR

pytestmark = pytest.mark.django_db


def sign_up(event, user, *colleagues: str, enterprise=None, myself: bool = True):
    people = [oneself(user)] if myself else []
    people += [Person(name) for name in colleagues]
    return actions.sign_up(event, by=user, people=people, enterprise=enterprise)


def test_oneself_and_colleagues_in_the_order_of_the_form_the_rest_waits():
    event, user = gatherings.event(quota=2), cast.representative()
    made = sign_up(event, user, "张三", "李四", enterprise=cast.enterprise_of(user))
    assert [(one.name, one.status) for one in made] == [
        (user.name, Status.GOING),
        ("张三", Status.GOING),
        ("李四", Status.WAITING),
    ]
    assert Places.objects.get().taken == 2
    assert {one.enterprise_name for one in made} == {cast.enterprise_of(user).name}


def test_the_same_form_sent_again_does_no_harm():
    event, user = gatherings.event(quota=5), cast.representative()
    enterprise = cast.enterprise_of(user)
    first = sign_up(event, user, "张三", enterprise=enterprise)
    again = sign_up(event, user, "张三", enterprise=enterprise)
    assert [one.pk for one in again] == [one.pk for one in first]
    assert Places.objects.get().taken == 2 and Participant.objects.count() == 2


def test_the_same_person_twice_in_one_form_is_one_person():
    event, user = gatherings.event(quota=5), cast.representative()
    sign_up(event, user, "张三", "张三", enterprise=cast.enterprise_of(user))
    assert Places.objects.get().taken == 2


@pytest.mark.parametrize(
    ("status", "fields"),
    [
        (EventStatus.PLANNED, {}),
        (EventStatus.PUBLISHED, {"opens_at": timezone.now() + HOUR}),
        (EventStatus.OPEN, {"deadline": timezone.now() - HOUR}),
        (EventStatus.CLOSED, {}),
        (EventStatus.POSTPONED, {}),
        (EventStatus.CANCELLED, {}),
        (EventStatus.CHECK_IN, {}),
        (EventStatus.OPEN, {"takes_signups": False}),
        (EventStatus.OPEN, {"audience": Audience.MEMBERS}),
        (EventStatus.OPEN, {"audience": Audience.INVITED}),
        (EventStatus.OPEN, {"audience": Audience.OFFICERS}),
    ],
)
def test_who_cant_sign_up_is_told_why(status, fields):
    event, user = gatherings.event(status, **fields), cast.representative()
    with pytest.raises(EventError) as refused:
        sign_up(event, user)
    assert refused.value.message
    assert not SignUp.objects.exists()


def test_members_invited_chambers_and_office_holders_by_what_they_are_today():
    chamber = cast.chamber()
    member = cast.member(of=chamber)
    contact, secretary, stranger = cast.representative(member), cast.secretary(chamber), cast.representative()
    for_members = gatherings.event(audience=Audience.MEMBERS)
    for_invited = gatherings.event(audience=Audience.INVITED)
    InvitedChamber.objects.create(event=for_invited, chamber=chamber)
    for_officers = gatherings.event(audience=Audience.OFFICERS)
    meant = {
        event.audience: [access.is_meant(person, event) for person in (contact, secretary, stranger)]
        for event in (for_members, for_invited, for_officers)
    }
    assert meant == {
        Audience.MEMBERS: [True, False, False],
        Audience.INVITED: [True, True, False],
        Audience.OFFICERS: [False, True, False],
    }


def test_an_enterprise_has_no_more_places_than_its_limit_whoever_asks():
    event, user = gatherings.event(quota=10, per_enterprise=2), cast.representative()
    firm = cast.enterprise_of(user)
    sign_up(event, user, enterprise=firm)
    colleague = cast.colleague(firm)
    with pytest.raises(LimitReached) as refused:
        sign_up(event, colleague, "张三", enterprise=firm)
    assert "2" in refused.value.message and "1" in refused.value.message
    assert Places.objects.get().taken == 1, "a refused form takes no place"
    sign_up(event, colleague, enterprise=firm)
    assert Places.objects.get().taken == 2


def test_a_cancelled_place_goes_to_the_next_in_line_who_is_told():
    event = gatherings.event(quota=1)
    first, second, third = cast.person("甲一"), cast.person("乙二"), cast.person("丙三")
    mine, next_, last = (sign_up(event, person)[0] for person in (first, second, third))
    actions.cancel_signup(mine, by=first)
    mine.refresh_from_db(), next_.refresh_from_db(), last.refresh_from_db()
    assert [mine.status, next_.status, last.status] == [Status.CANCELLED, Status.GOING, Status.WAITING]
    assert Places.objects.get().taken == 1
    assert Message.objects.get().recipient == second
    actions.cancel_signup(mine, by=first)
    assert Places.objects.get().taken == 1 and Message.objects.count() == 1, "cancelled once more, nothing happens"


def test_giving_up_a_turn_in_the_line_frees_no_place():
    event = gatherings.event(quota=1)
    first, second = cast.person(), cast.person()
    sign_up(event, first)
    waiting = sign_up(event, second)[0]
    actions.cancel_signup(waiting, by=second)
    assert Places.objects.get().taken == 1


def test_who_comes_back_stands_at_the_end_of_the_line():
    event = gatherings.event(quota=1)
    first, second = cast.person("甲一"), cast.person("乙二")
    mine = sign_up(event, first)[0]
    sign_up(event, second)
    actions.cancel_signup(mine, by=first)
    again = sign_up(event, first)[0]
    assert (again.pk, again.status) == (mine.pk, Status.WAITING)
    assert Places.objects.get().taken == 1


def test_only_who_goes_who_signed_them_up_and_who_runs_it_cancel():
    event, user = gatherings.event(), cast.representative()
    signup = sign_up(event, user, "张三", enterprise=cast.enterprise_of(user))[1]
    with pytest.raises(PermissionDenied):
        actions.cancel_signup(signup, by=cast.outsider())
    actions.cancel_signup(signup, by=cast.staff("services_clerk"), reason="名额调整")
    assert Message.objects.get().recipient == user


def test_nobody_cancels_what_has_begun():
    user = cast.person()
    event = gatherings.event(EventStatus.CHECK_IN)
    signup = gatherings.signup(event, user)
    with pytest.raises(AlreadyMoved):
        actions.cancel_signup(signup, by=user)


def test_declining_is_kept_with_its_reason_and_may_be_thought_over():
    chamber = cast.chamber()
    officer = cast.secretary(chamber)
    event = gatherings.event(audience=Audience.OFFICERS, quota=3)
    declined = actions.decline(event, by=officer, reason="出差")
    assert (declined.status, declined.reason) == (Status.DECLINED, "出差")
    again = sign_up(event, officer)[0]
    assert (again.pk, again.status, again.reason) == (declined.pk, Status.GOING, "")
    with pytest.raises(EventError):
        actions.decline(event, by=officer)
    with pytest.raises(PermissionDenied):
        actions.decline(event, by=cast.outsider())


def test_a_colleague_with_an_account_is_told_who_signed_them_up():
    user = cast.representative()
    firm = cast.enterprise_of(user)
    colleague = cast.colleague(firm, name="同事甲")
    event = gatherings.event()
    actions.sign_up(event, by=user, people=[oneself(user), oneself(colleague)], enterprise=firm)
    message = Message.objects.get()
    assert message.recipient == colleague and user.name in message.title


def test_the_day_before_everybody_with_a_place_is_reminded_once():
    now = timezone.now()
    user, waiting = cast.representative(), cast.person()
    event = gatherings.event(starts_at=now + DAY)
    if timezone.localdate(event.starts_at) == timezone.localdate(now):
        pytest.fail("a day later is another day")
    gatherings.signup(event, user)
    gatherings.signup(event, "没有账号的同事", signed_up_by=user)
    gatherings.signup(event, waiting, Status.WAITING)
    called_off = gatherings.event(EventStatus.CANCELLED, starts_at=now + DAY)
    gatherings.signup(called_off, waiting)
    gatherings.signup(gatherings.event(starts_at=now + 3 * DAY), waiting)
    assert remind_of_tomorrow(now) == 1
    assert remind_of_tomorrow(now) == 0
    assert Message.objects.get().recipient == user


def recounted(*options: str) -> str:
    out = io.StringIO()
    call_command("recount_places", *options, stdout=out, stderr=out)
    return out.getvalue()


def test_the_counter_is_held_against_the_sign_ups_and_mended_when_asked():
    event, other = gatherings.event(quota=2), gatherings.event(quota=3)
    gatherings.signup(event, "张三")
    gatherings.signup(other, "赵六")
    waiting = gatherings.signup(event, cast.person(), Status.WAITING)
    assert "counted right" in recounted()
    Places.objects.filter(event=event).update(taken=2)
    with pytest.raises(CommandError, match="of 1 events"):
        recounted()
    assert Places.objects.get(event=event).taken == 2, "it was only asked to look"
    said = recounted("--mend")
    assert f"{event}: 2 kept, 1 counted" in said and waiting.name in said and str(other) not in said
    waiting.refresh_from_db()
    assert waiting.status == Status.GOING, "the place that turned out to be free"
    assert Message.objects.get().recipient == waiting.participant.user
    assert [places.taken for places in Places.objects.order_by("event")] == [2, 1]
    assert "counted right" in recounted()


def test_a_counter_below_the_sign_ups_is_mended_and_nobody_loses_a_place():
    event = gatherings.event()
    gatherings.signup(event, "张三")
    Places.objects.update(taken=0)
    recounted("--mend")
    assert Places.objects.get().taken == SignUp.objects.going().count() == 1


def test_more_people_than_places_are_told_and_left_to_the_organisers():
    event = gatherings.event()
    for name in ("张三", "李四"):
        gatherings.signup(event, name)
    Places.objects.update(taken=1, quota=1)
    with pytest.raises(CommandError, match="of 1 events"):
        recounted("--mend")
    assert Places.objects.get().taken == 1 and SignUp.objects.going().count() == 2


def known(user: User, enterprise: Enterprise | None = None) -> User:
    """Somebody who came before: their sign-up needs nothing written first."""
    participant_for(name=str(user), user=user, enterprise=enterprise)
    return user


def guests(number: int) -> list[User]:
    """Every other one comes for the first time."""
    people = [cast.person() for _ in range(number)]
    for person in people[::2]:
        known(person)
    return people


def test_who_came_before_signs_up_in_one_statement_until_the_places_are_gone_and_then_waits_in_order(
    django_assert_num_queries,
):
    event, people = gatherings.event(quota=1), [known(cast.person()) for _ in range(3)]
    made = []
    for person in people:
        with django_assert_num_queries(1):
            made += sign_up(event, person)
    assert [one.status for one in made] == [Status.GOING, Status.WAITING, Status.WAITING]
    assert [one.participant.user for one in made] == people and Places.objects.get().taken == 1
    assert list(SignUp.objects.filter(event=event).in_line()) == made[1:]
    with django_assert_num_queries(0):
        assert [(one.event, one.signed_up_by, one.enterprise) for one in made] == [(event, one, None) for one in people]


def test_who_comes_with_and_who_comes_without_colleagues_stand_in_one_line():
    event, firm = gatherings.event(quota=1), cast.enterprise()
    sign_up(event, cast.person())
    first, second, third, fourth = (cast.colleague(firm) for _ in range(4))
    known(first, firm)
    made = sign_up(event, second, "张三", enterprise=firm)
    made += sign_up(event, first, enterprise=firm)
    made += sign_up(event, third, "李四", enterprise=firm)
    made += sign_up(event, known(fourth), enterprise=firm)
    assert list(SignUp.objects.filter(event=event).in_line()) == made


def test_the_line_follows_the_form_also_where_somebody_had_cancelled():
    event, user = gatherings.event(quota=1), cast.representative()
    firm = cast.enterprise_of(user)
    actions.cancel_signup(sign_up(event, user, enterprise=firm)[0], by=user)
    sign_up(event, cast.person())
    made = sign_up(event, user, "张三", "李四", enterprise=firm)
    assert list(SignUp.objects.filter(event=event).in_line()) == made
    assert [number_in_line(one) for one in made] == [1, 2, 3]


def test_a_colleague_named_by_a_proved_number_is_the_account():
    event, firm = gatherings.event(), cast.enterprise()
    first, second = (cast.colleague(firm, name) for name in ("甲乙", "丙丁"))
    made = actions.sign_up(event, by=first, people=[oneself(first), Person(second.name, second.phone)], enterprise=firm)
    assert [one.participant.user for one in made] == [first, second]


def test_who_moved_to_another_enterprise_signs_up_for_it():
    event, user = gatherings.event(), cast.representative()
    known(user, cast.enterprise())
    [made] = sign_up(event, user, enterprise=cast.enterprise_of(user))
    assert made.enterprise == made.participant.enterprise == cast.enterprise_of(user)
    assert made.enterprise_name == cast.enterprise_of(user).name


@pytest.mark.parametrize("meanwhile", [{"accepts": False}, {"per_enterprise": 1}])
def test_the_one_statement_looks_at_the_gate_as_it_is_when_its_turn_comes(meanwhile):
    event, firm = gatherings.event(quota=9), cast.enterprise()
    first, second = (known(cast.colleague(firm), firm) for _ in range(2))
    assert take_own(event, first, firm)
    Places.objects.update(**meanwhile)
    assert take_own(event, second, firm) is None
    assert SignUp.objects.count() == Places.objects.get().taken == 1


def test_a_limit_is_counted_by_the_one_statement_once_the_gate_is_held():
    event, firm, other = gatherings.event(quota=9, per_enterprise=2), cast.enterprise(), cast.enterprise()
    people = [known(cast.colleague(firm), firm) for _ in range(4)]
    with transaction.atomic():
        hold_open(event)
        taken = [take_own(event, one, firm, held=True) for one in people]
        assert [bool(one) for one in taken] == [True, True, False, False]
        actions.cancel_signup(taken[0], by=people[0])
        assert take_own(event, people[2], firm, held=True) and not take_own(event, people[3], firm, held=True)
        assert take_own(event, known(cast.colleague(other), other), other, held=True)
    assert Places.objects.get().taken == SignUp.objects.going().count() == 3


def test_a_second_answer_is_never_written_by_the_one_statement():
    event, user = gatherings.event(quota=9), known(cast.person())
    assert take_own(event, user, None) and take_own(event, user, None) is None
    assert SignUp.objects.count() == Places.objects.get().taken == 1


# --- Many at once, each with a connection of its own --------------------------------------------------


def faults_of(*jobs) -> list[Exception]:
    return [one for one in at_once(*jobs) if isinstance(one, Exception)]


@pytest.mark.django_db(transaction=True)
def test_forty_people_after_fifteen_places_leave_exactly_fifteen():
    event, people = gatherings.event(quota=15), guests(40)
    faults = faults_of(*(lambda person=person: sign_up(event, person) for person in people))
    assert faults == []
    statuses = list(SignUp.objects.values_list("status", flat=True))
    assert statuses.count(Status.GOING) == 15 and statuses.count(Status.WAITING) == 25
    assert Places.objects.get().taken == 15


@pytest.mark.django_db(transaction=True)
def test_two_forms_that_name_each_other_at_once_both_go_through():
    event, firm = gatherings.event(quota=50), cast.enterprise()
    pairs = [(cast.colleague(firm), cast.colleague(firm)) for _ in range(8)]
    forms = [(by, [oneself(by), oneself(other)]) for pair in pairs for by, other in (pair, pair[::-1])]
    faults = faults_of(
        *(lambda by=by, who=who: actions.sign_up(event, by=by, people=who, enterprise=firm) for by, who in forms)
    )
    assert faults == []
    assert SignUp.objects.count() == Places.objects.get().taken == 16


@pytest.mark.django_db(transaction=True)
def test_who_declines_while_a_colleague_signs_them_up_does_not_stop_both():
    event, old, firm = gatherings.event(quota=50), cast.enterprise(), cast.enterprise()
    people = [known(cast.colleague(firm), old) for _ in range(8)]
    clerk = cast.colleague(firm)
    faults = faults_of(
        *(
            job
            for one in people
            for job in (
                lambda one=one: actions.sign_up(event, by=clerk, people=[oneself(one)], enterprise=firm),
                lambda one=one: actions.decline(event, by=one, enterprise=firm),
            )
        )
    )
    # Who was signed up first is asked to cancel that.
    assert {type(fault) for fault in faults} <= {EventError}
    assert SignUp.objects.count() == 8 and SignUp.objects.going().count() == Places.objects.get().taken


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_many_times_at_once_takes_one_place():
    event, user = gatherings.event(quota=5), cast.representative()
    enterprise = cast.enterprise_of(user)
    faults = faults_of(*(lambda: sign_up(event, user, "张三", enterprise=enterprise) for _ in range(8)))
    assert faults == []
    assert SignUp.objects.count() == Places.objects.get().taken == 2
    assert Participant.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_person_who_presses_many_times_at_once_takes_one_place():
    event, user = gatherings.event(quota=5), known(cast.person())
    assert faults_of(*(lambda: sign_up(event, user) for _ in range(8))) == []
    assert SignUp.objects.count() == Places.objects.get().taken == 1


@pytest.mark.django_db(transaction=True)
def test_colleagues_at_once_dont_pass_their_enterprises_limit():
    event, firm = gatherings.event(quota=50, per_enterprise=3), cast.enterprise()
    colleagues = [cast.colleague(firm) for _ in range(10)]
    for one in colleagues[::2]:
        known(one, firm)
    faults = faults_of(*(lambda one=one: sign_up(event, one, enterprise=firm) for one in colleagues))
    assert {type(fault) for fault in faults} == {LimitReached} and len(faults) == 7
    assert SignUp.objects.count() == Places.objects.get().taken == 3


@pytest.mark.django_db(transaction=True)
def test_cancelling_and_signing_up_at_once_never_oversells_nor_leaves_a_place_to_nobody():
    event, holders, newcomers = gatherings.event(quota=6), guests(6), guests(10)
    placed = [sign_up(event, person)[0] for person in holders]
    faults = faults_of(
        *(lambda one=one: actions.cancel_signup(one, by=one.signed_up_by) for one in placed[:4]),
        *(lambda person=person: sign_up(event, person) for person in newcomers),
    )
    assert faults == []
    going = SignUp.objects.going().count()
    assert going == Places.objects.get().taken == 6
    assert SignUp.objects.filter(status=Status.WAITING).count() == 6


@pytest.mark.django_db(transaction=True)
def test_nobody_slips_in_beside_a_cancellation():
    event, clerk, people = gatherings.event(), cast.staff("services_clerk"), guests(12)
    faults = faults_of(
        *(lambda person=person: sign_up(event, person) for person in people),
        lambda: event_actions.cancel_event(event, by=clerk, reason="停电"),
    )
    assert {type(fault) for fault in faults} <= {EventError}
    told = set(Message.objects.filter(rule="event-cancelled").values_list("recipient", flat=True))
    assert set(SignUp.objects.values_list("signed_up_by", flat=True)) <= told


def test_a_limit_set_since_the_page_was_read_holds():
    event, user = gatherings.event(), cast.representative()
    firm = cast.enterprise_of(user)
    sign_up(event, user, "张三", myself=False, enterprise=firm)
    Places.objects.update(per_enterprise=1)
    assert event.places.per_enterprise is None
    with pytest.raises(LimitReached):
        sign_up(event, user, enterprise=firm)
