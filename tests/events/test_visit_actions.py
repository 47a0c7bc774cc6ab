"""A visit day and its visits, from the first name on the list to the last demand."""

import datetime
import io
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from events.visits import actions, day_actions, recording
from events.visits.errors import NoteChanged, VisitError
from events.visits.flow import answer_due
from events.visits.models import Leader, Visit, VisitDay, VisitDemand, VisitStep, next_thursday
from events.visits.statuses import DayStatus, VisitStatus
from federation.cases.clocks import remind_overdue
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.files.errors import UploadRefused
from members.enterprises.choices import State
from members.enterprises.models import Enterprise
from services.demands.models import Demand
from services.demands.statuses import Status as DemandStatus
from tests import cast
from tests.at_once import at_once, only_error
from tests.events import visit_rows as rows

pytestmark = pytest.mark.django_db
DAY = rows.DAY


@pytest.mark.parametrize(
    ("today", "thursday"),
    [
        ((2026, 11, 25), (2026, 11, 26)),
        ((2026, 11, 26), (2026, 12, 3)),
        ((2026, 11, 27), (2026, 12, 3)),
        ((2026, 12, 31), (2027, 1, 7)),
    ],
)
def test_the_next_thursday_is_never_today(today, thursday):
    assert next_thursday(datetime.date(*today)) == datetime.date(*thursday)


def test_an_answer_is_due_two_days_ahead_but_never_after_the_visit():
    now = timezone.now()
    assert answer_due(now + 7 * DAY, now) == now + 5 * DAY
    assert answer_due(now + 2 * DAY, now) == now + DAY
    assert answer_due(now + DAY / 2, now) == now + DAY / 2


# --- The day --------------------------------------------------------------------------------------


def test_a_day_is_planned_once_and_again_after_it_was_called_off():
    clerk, on = rows.clerk(), rows.today() + 3 * DAY
    day = day_actions.plan_day(on=on, by=clerk)
    with pytest.raises(VisitError, match=str(on.year)):
        day_actions.plan_day(on=on, by=clerk)
    day_actions.cancel_day(day, by=clerk, reason="市里开会")
    assert day_actions.plan_day(on=on, by=clerk).status == DayStatus.PLANNED


def test_a_day_years_away_is_a_slip_of_the_finger():
    with pytest.raises(VisitError):
        day_actions.plan_day(on=rows.today() + 3660 * DAY, by=rows.clerk())


def test_only_planners_plan():
    with pytest.raises(PermissionDenied):
        day_actions.plan_day(on=rows.today(), by=cast.staff("registry_clerk"))


def test_leaders_and_hours_are_shared_out_evenly_and_none_twice():
    leaders = [rows.leader(), rows.leader()]
    firms = [cast.member() for _number in range(5)]
    day = rows.day(rows.today() + 7 * DAY, leaders=leaders, firms=firms, announced=False)
    places = [(visit.leaders.get().pk, visit.starts_at) for visit in day.visits.all()]
    assert len(set(places)) == 5
    assert sorted([pk for pk, _at in places].count(leader.pk) for leader in leaders) == [2, 3]
    assert {timezone.localdate(at) for _pk, at in places} == {day.on}


def test_choosing_an_enterprise_twice_lists_it_once():
    clerk, firm = rows.clerk(), cast.member()
    day = rows.day(firms=[firm], by=clerk, announced=False)
    day_actions.choose_enterprises(day, [firm], by=clerk)
    assert day.visits.count() == 1


@pytest.mark.parametrize("state", [State.DEREGISTERED, State.REVOKED])
def test_an_enterprise_that_is_no_more_is_not_chosen(state):
    clerk = rows.clerk()
    day = rows.day(by=clerk, announced=False)
    with pytest.raises(VisitError, match="有限公司"):
        day_actions.choose_enterprises(day, [cast.enterprise(state=state)], by=clerk)


def test_a_visit_keeps_name_town_and_chamber_of_its_day():
    chamber, town = cast.chamber("甲商会"), cast.town("甲镇")
    firm = cast.member("上海旧名有限公司", of=chamber, town=town)
    visit = rows.visit_in(VisitStatus.DONE, firm=firm)
    Enterprise.objects.filter(pk=firm.pk).update(name="上海新名有限公司", town=cast.town("乙镇"))
    visit.refresh_from_db()
    assert (visit.enterprise_name, visit.town, visit.chamber) == ("上海旧名有限公司", town, chamber)


def test_nobody_outside_hears_of_a_day_before_it_is_announced_and_then_everybody_once():
    firm, leader, clerk = cast.member(), rows.leader(), rows.clerk()
    manager, colleague = cast.representative(firm), cast.colleague(firm)
    day = rows.day(rows.today() + 7 * DAY, by=clerk, firms=[firm], leaders=[leader], announced=False)
    assert not manager.messages.exists()
    assert not Visit.objects.visible_to(manager).exists()
    day_actions.confirm_day(day, by=clerk)
    assert manager.messages.get().title.startswith("The federation") or "走访" in manager.messages.get().title
    assert leader.user.messages.count() == 1
    assert not colleague.messages.exists()
    visit = Visit.objects.visible_to(manager).get()
    assert visit.due_at == visit.starts_at - 2 * DAY
    later = cast.member()
    asked = cast.representative(later)
    day_actions.choose_enterprises(day, [later], by=clerk)
    assert asked.messages.count() == 1


def test_what_was_called_off_while_the_list_was_put_together_stays_unheard_of():
    clerk, kept, dropped = rows.clerk(), cast.member(), cast.member()
    told, never_told = cast.representative(kept), cast.representative(dropped)
    day = rows.day(rows.today() + 7 * DAY, by=clerk, firms=[kept, dropped], announced=False)
    actions.call_off_visit(day.visits.get(enterprise=dropped), by=clerk)
    day_actions.confirm_day(day, by=clerk)
    assert not Visit.objects.announced().filter(enterprise=dropped).exists()
    assert not Visit.objects.visible_to(never_told).exists()
    visit = day.visits.get(enterprise=kept)
    actions.call_off_visit(visit, by=clerk, reason="台风")
    assert Visit.objects.visible_to(told).get() == visit
    withdrawn = rows.day(rows.today() + 8 * DAY, by=clerk, firms=[dropped], announced=False)
    day_actions.cancel_day(withdrawn, by=clerk, reason="改期")
    assert not Visit.objects.visible_to(never_told).exists()
    client = cast.login(never_told)
    assert client.get(reverse("visits:ours", args=[withdrawn.visits.get().pk])).status_code == 404
    assert cast.login(told).get(reverse("visits:ours", args=[visit.pk])).status_code == 200


def test_a_day_of_the_past_is_entered_afterwards_without_asking_anybody():
    firm = cast.member()
    manager = cast.representative(firm)
    visit = rows.visit(firm, rows.today() - 7 * DAY)
    assert not manager.messages.exists()
    assert visit.due_at is None


def test_an_empty_day_and_one_with_a_visit_that_nobody_leads_are_not_announced():
    clerk = rows.clerk()
    day = day_actions.plan_day(on=rows.today() + DAY, by=clerk)
    with pytest.raises(VisitError):
        day_actions.confirm_day(day, by=clerk)
    firm = cast.member()
    day_actions.choose_enterprises(day, [firm], by=clerk)
    with pytest.raises(VisitError, match=firm.name):
        day_actions.confirm_day(day, by=clerk)


def test_a_day_is_closed_when_every_visit_is_written_up():
    clerk, firms = rows.clerk(), [cast.member(), cast.member()]
    day = rows.day(by=clerk, firms=firms)
    first, second = day.visits.order_by("starts_at", "pk")
    actions.close_visit(first, by=clerk, note="已谈")
    with pytest.raises(VisitError, match=second.enterprise_name):
        day_actions.finish_day(day, by=clerk)
    actions.say_not_met(second, by=clerk, reason="无人")
    assert day_actions.finish_day(day, by=clerk).status == DayStatus.DONE


def test_calling_a_day_off_tells_why_and_leaves_what_was_visited():
    clerk, firm = rows.clerk(), cast.member()
    manager = cast.representative(firm)
    day = rows.day(rows.today() + 5 * DAY, by=clerk, firms=[firm])
    with pytest.raises(ReasonNeeded):
        day_actions.cancel_day(day, by=clerk, reason=" ")
    day_actions.cancel_day(day, by=clerk, reason="台风")
    assert day.visits.get().status == VisitStatus.CANCELLED
    assert "台风" in manager.messages.order_by("-pk")[0].body
    held = rows.visit_in(VisitStatus.DONE, by=clerk)
    with pytest.raises(VisitError):
        day_actions.cancel_day(held.day, by=clerk, reason="台风")


def test_a_leader_with_visits_isnt_taken_off_the_day():
    clerk, leader = rows.clerk(), rows.leader()
    day = rows.day(by=clerk, leaders=[leader], announced=False)
    with pytest.raises(VisitError, match=leader.name):
        day_actions.change_day(day, by=clerk, leaders=[], note="")


def test_who_holds_no_office_on_the_day_doesnt_go_out():
    former = rows.leader(until=rows.today() - DAY)
    with pytest.raises(VisitError, match=former.name):
        day_actions.plan_day(on=rows.today(), by=rows.clerk(), leaders=[former])


# --- The hour -------------------------------------------------------------------------------------


def test_another_hour_is_asked_anew_and_answers_a_wish():
    visit = rows.visit_in(VisitStatus.ASKED, by=(clerk := rows.clerk()))
    leader = visit.leaders.get()
    noon = visit.starts_at + datetime.timedelta(hours=1)
    moved = actions.schedule_visit(visit, by=clerk, starts_at=noon, leaders=[leader], place="新楼")
    assert (moved.status, moved.starts_at, moved.wish, moved.place) == (VisitStatus.PLANNED, noon, "", "新楼")
    assert moved.due_at == answer_due(noon) or moved.due_at == noon - 2 * DAY


def test_a_new_leader_at_the_same_hour_asks_nobody():
    visit = rows.visit_in(VisitStatus.CONFIRMED, by=(clerk := rows.clerk()))
    other = rows.leader()
    day_actions.change_day(visit.day, by=clerk, leaders=[*visit.leaders.all(), other], note="")
    actions.schedule_visit(visit, by=clerk, starts_at=visit.starts_at, leaders=[other])
    visit.refresh_from_db()
    assert visit.status == VisitStatus.CONFIRMED
    assert visit.leaders.get() == other


def test_a_visit_stays_on_its_day_and_with_its_days_leaders():
    visit = rows.visit_in(VisitStatus.PLANNED, by=(clerk := rows.clerk()))
    with pytest.raises(VisitError):
        actions.schedule_visit(visit, by=clerk, starts_at=visit.starts_at + DAY, leaders=[visit.leaders.get()])
    with pytest.raises(VisitError):
        actions.schedule_visit(visit, by=clerk, starts_at=visit.starts_at, leaders=[rows.leader()])
    with pytest.raises(VisitError):
        actions.schedule_visit(visit, by=clerk, starts_at=visit.starts_at, leaders=[])


def test_nobody_leads_a_visit_to_their_own_enterprise():
    firm, clerk = cast.member(), rows.clerk()
    entrepreneur, other = rows.leader("兼职副主席"), rows.leader("专职副主席")
    cast.represent(entrepreneur.user, firm)
    day = rows.day(rows.today() + DAY, by=clerk, leaders=[entrepreneur, other], firms=[firm], announced=False)
    visit = day.visits.get()
    assert visit.leaders.get() == other
    with pytest.raises(VisitError, match="兼职副主席"):
        actions.schedule_visit(visit, by=clerk, starts_at=visit.starts_at, leaders=[entrepreneur])


# --- The enterprise answers -----------------------------------------------------------------------


def test_the_enterprise_confirms_or_asks_and_the_planners_hear_of_it():
    firm, clerk = cast.member(), rows.clerk()
    manager = cast.representative(firm)
    visit = rows.visit(firm, rows.today() + 7 * DAY, by=clerk)
    actions.ask_another_time(visit, by=manager, wish="改到下周三")
    assert "改到下周三" in clerk.messages.order_by("-pk")[0].body
    actions.confirm_visit(visit, by=manager, remark="从东门进")
    visit.refresh_from_db()
    assert (visit.status, visit.wish) == (VisitStatus.CONFIRMED, "")
    assert clerk.messages.order_by("-pk")[0].body == "从东门进"
    with pytest.raises(AlreadyMoved):
        actions.confirm_visit(visit, by=manager)


def test_colleagues_read_and_only_managers_answer():
    firm = cast.member()
    colleague = cast.colleague(firm)
    visit = rows.visit(firm, rows.today() + 7 * DAY)
    with pytest.raises(PermissionDenied):
        actions.confirm_visit(visit, by=colleague)
    assert Visit.objects.visible_to(colleague).get() == visit


# --- At the firm ----------------------------------------------------------------------------------


def test_a_visit_is_written_up_by_its_leader_on_the_day_and_counts_on_the_day_it_was_made():
    leader = rows.leader()
    visit = rows.visit(leaders=[leader])
    with pytest.raises(ReasonNeeded):
        actions.close_visit(visit, by=leader.user, note="  ")
    with pytest.raises(VisitError):
        actions.close_visit(visit, by=leader.user, note="谈了融资", held_on=rows.today() + DAY)
    closed = actions.close_visit(visit, by=leader.user, note="谈了融资", held_on=rows.today() - DAY)
    assert (closed.status, closed.held_on, closed.due_at) == (VisitStatus.DONE, rows.today() - DAY, None)


def test_nothing_is_written_before_the_day_nor_after_it_is_closed():
    clerk = rows.clerk()
    ahead = rows.visit(on=rows.today() + DAY, by=clerk)
    with pytest.raises(PermissionDenied):
        actions.close_visit(ahead, by=clerk, note="还没去")
    visit = rows.visit_in(VisitStatus.DONE, by=clerk)
    recording.save_note(visit, by=clerk, note="补一句")
    day_actions.finish_day(visit.day, by=clerk)
    with pytest.raises(AlreadyMoved):
        recording.save_note(visit, by=clerk, note="再补一句")


def test_another_visits_leader_writes_nothing_here():
    mine, theirs = rows.leader(), rows.leader()
    visit = rows.visit(leaders=[theirs])
    with pytest.raises(PermissionDenied):
        actions.close_visit(visit, by=mine.user, note="不是我去的")


def test_an_office_that_ended_takes_its_rights_with_it():
    leader = rows.leader()
    visit = rows.visit(leaders=[leader])
    Leader.objects.filter(pk=leader.pk).update(until=rows.today() - DAY)
    with pytest.raises(PermissionDenied):
        actions.close_visit(visit, by=leader.user, note="已离任")


def test_a_planner_who_acts_for_the_enterprise_only_answers_for_it():
    firm, clerk = cast.member(), rows.clerk()
    cast.represent(clerk, firm)
    visit = rows.visit(firm, by=rows.clerk())
    with pytest.raises(PermissionDenied):
        actions.close_visit(visit, by=clerk, note="自己写自己")


def test_two_who_write_on_one_note_lose_nothing():
    clerk = rows.clerk()
    visit = rows.visit(by=clerk)
    base = recording.digest(visit.note)
    recording.save_note(visit, by=clerk, note="甲写的", base=base)
    with pytest.raises(NoteChanged):
        recording.save_note(visit, by=clerk, note="乙写的", base=base)
    with pytest.raises(NoteChanged):
        actions.close_visit(visit, by=clerk, note="乙写的", base=base)
    visit.refresh_from_db()
    assert (visit.note, visit.status) == ("甲写的", VisitStatus.PLANNED)
    # The same words sent again over a bad line are no conflict.
    recording.save_note(visit, by=clerk, note="甲写的", base=base)


def picture(size=(40, 30), colour="#888888", kind="JPEG"):
    content = io.BytesIO()
    Image.new("RGB", size, colour).save(content, kind)
    return SimpleUploadedFile("现场.jpg", content.getvalue(), "image/jpeg")


def test_a_photo_is_kept_once_and_read_only_by_those_concerned(client):
    leader, firm = rows.leader(), cast.member()
    visit = rows.visit(firm, leaders=[leader])
    (photo,) = recording.add_photos(visit, by=leader.user, uploads=[picture()], caption="车间")
    assert recording.add_photos(visit, by=leader.user, uploads=[picture()]) == []
    url = photo.file.get_absolute_url()
    readers = {
        leader.user: 200,
        cast.representative(firm): 200,
        cast.colleague(firm): 200,
        cast.staff("services_clerk"): 200,
        cast.staff("registry_clerk"): 404,
        rows.leader().user: 404,
        cast.representative(): 404,
    }
    assert {user: cast.login(user).get(url).status_code for user in readers} == readers
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("upload", "word"),
    [
        (lambda: SimpleUploadedFile("现场.jpg", b"MZ\x90\x00" + b"\0" * 500, "image/jpeg"), ""),
        (lambda: picture((8200, 5000)), "8200"),
    ],
)
def test_an_executable_and_forty_one_million_pixels_are_refused_in_words(upload, word):
    clerk = rows.clerk()
    visit = rows.visit(by=clerk)
    with pytest.raises(UploadRefused) as refused:
        recording.add_photos(visit, by=clerk, uploads=[upload()])
    assert word in " ".join(refused.value.messages)
    assert not visit.photos.exists()


def test_a_person_present_is_entered_once():
    clerk = rows.clerk()
    visit = rows.visit(by=clerk)
    recording.add_person(visit, by=clerk, name="顾 明远", side="enterprise")
    recording.add_person(visit, by=clerk, name="顾 明远 ", side="enterprise", position="总经理")
    assert [(one.name, one.position) for one in visit.people.all()] == [("顾 明远", "总经理")]


def test_a_demand_raised_at_the_firm_is_a_case_at_the_desk_at_once_and_only_one():
    leader, firm = rows.leader(), cast.member()
    visit = rows.visit(firm, leaders=[leader])
    key = uuid.uuid4()
    typed = {"title": "缺技工", "text": "招不到数控技工。", "key": key}
    demand = recording.raise_on_visit(visit, by=leader.user, **typed)
    assert recording.raise_on_visit(visit, by=leader.user, **typed) == demand
    assert (demand.source, demand.enterprise, demand.status) == (Demand.Source.VISIT, firm, DemandStatus.RAISED)
    assert list(Demand.objects.open()) == [demand]
    assert VisitDemand.objects.get().visit == visit


def test_demands_arent_raised_on_a_visit_that_met_nobody():
    clerk = rows.clerk()
    visit = rows.visit_in(VisitStatus.NOT_MET, by=clerk)
    with pytest.raises(AlreadyMoved):
        recording.raise_on_visit(visit, by=clerk, title="题", text="文", key=uuid.uuid4())


# --- Two at once ----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_who_close_one_visit_at_once_leave_one_winner_and_one_clear_message():
    people = [rows.clerk(), rows.clerk()]
    visit = rows.visit(by=people[0])
    outcomes = at_once(
        *(
            lambda number=number: actions.close_visit(visit, by=people[number], note=f"第{number}人写的")
            for number in range(2)
        )
    )
    lost = only_error(outcomes)
    assert isinstance(lost, AlreadyMoved)
    step = VisitStep.objects.get(visit=visit, to_status=VisitStatus.DONE)
    loser = outcomes.index(lost)
    assert str(step.actor) in lost.message
    assert step.actor == people[1 - loser]
    visit.refresh_from_db()
    assert visit.note == f"第{1 - loser}人写的"


# --- Clocks ---------------------------------------------------------------------------------------


def overdue(visit: Visit) -> None:
    Visit.objects.filter(pk=visit.pk).update(due_at=timezone.now() - datetime.timedelta(hours=1))


@pytest.mark.parametrize("status", [VisitStatus.PLANNED, VisitStatus.ASKED, VisitStatus.CONFIRMED])
def test_a_clock_that_ran_out_reminds_whoever_has_it_once(status):
    leader, clerk, firm = rows.leader(), rows.clerk(), cast.member()
    visit = rows.visit_in(status, by=clerk, firm=firm, leaders=[leader])
    overdue(visit)
    managers = [one.user for one in firm.representatives.select_related("user")]
    whom = {VisitStatus.PLANNED: managers, VisitStatus.ASKED: [clerk], VisitStatus.CONFIRMED: [leader.user]}[status]
    before = {person: person.messages.count() for person in (*managers, clerk, leader.user)}
    remind_overdue()
    remind_overdue()
    told = [person for person, number in before.items() if person.messages.count() > number]
    assert told == whom
    assert all(person.messages.count() == before[person] + 1 for person in whom)


def test_a_day_that_nobody_closes_is_chased_with_its_planners():
    clerk = rows.clerk()
    day = rows.day(rows.today() - 10 * DAY, by=clerk)
    assert VisitDay.objects.get().due_at < timezone.now()
    remind_overdue()
    assert clerk.messages.filter(subject_key=f"events.visitday:{day.pk}").count() == 1
