"""The way of a demand: every action, its clocks, its turns, and what each leaves behind."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from federation.cases.clocks import remind_overdue
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.files.errors import UploadRefused
from federation.inbox.models import Message
from services.demands import access, actions
from services.demands.errors import CannotAssign, CannotJoin, CannotRaise, DemandError
from services.demands.models import Demand, DemandDraft, DemandHandling, DemandPaper, DemandRemark
from services.demands.remarks import write_remark
from services.demands.statuses import MOVES, Status
from tests import cast
from tests.at_once import at_once, only_error
from tests.chambers.papers import licence_upload
from tests.services.demands_cast import DemandCast, category

DAY = datetime.timedelta(days=1)


def told(user):
    return list(Message.objects.filter(recipient=user).order_by("pk").values_list("title", flat=True))


class TestRaising:
    def test_it_keeps_names_as_they_are_that_day(self, demands):
        demand = demands.raised()
        assert (demand.status, demand.enterprise_name) == (Status.RAISED, demands.enterprise.name)
        assert (demand.chamber, demand.town) == (demands.chamber, demands.enterprise.town)
        assert demand.contact_phone == "+8613912345678"
        demands.enterprise.name = "上海改名后科技有限公司"
        demands.enterprise.save()
        demand.refresh_from_db()
        assert demand.enterprise_name != demands.enterprise.name
        assert [step.to_status for step in demand.steps.all()] == [Status.RAISED]
        assert demand.due_at == demand.status_since + 2 * DAY

    def test_everyone_is_told_once(self, demands):
        demands.raised()
        for person in (demands.manager, demands.clerk, demands.caller, demands.secretary):
            assert len(told(person)) == 1, person
        assert told(demands.officer) == []

    def test_pressed_twice_it_is_one(self, demands):
        assert demands.raised() == demands.raised()
        assert demands.raised(title="另一件事") != demands.raised()

    def test_an_hour_later_the_same_words_are_a_new_demand(self, demands):
        first = demands.raised()
        Demand.objects.update(raised_at=timezone.now() - datetime.timedelta(hours=1))
        assert demands.raised() != first

    @pytest.mark.parametrize(("title", "text"), [("", "内容"), ("标题", "  ")])
    def test_it_needs_words(self, demands, title, text):
        with pytest.raises(CannotRaise):
            demands.raised(title=title, text=text)

    def test_not_more_than_anybody_could_deal_with(self, demands):
        for number in range(50):
            demands.raised(title=f"第{number}件")
        with pytest.raises(CannotRaise):
            demands.raised(title="再一件")

    def test_kept_from_the_chamber(self, demands):
        demand = demands.raised(shown_to_chamber=False)
        assert told(demands.secretary) == []
        assert not Demand.objects.visible_to(demands.secretary).exists()
        assert Demand.objects.visible_to(demands.manager).get() == demand

    def test_on_a_visit_the_enterprise_is_told(self, demands):
        demand = demands.raised(by=demands.clerk, source="visit")
        assert len(told(demands.manager)) == 1
        assert access.may_assign(demands.clerk, demand)

    def test_for_an_enterprise_merged_away_it_is_the_other_ones(self, demands):
        absorbed = cast.enterprise(merged_into=demands.enterprise)
        demand = actions.raise_demand(enterprise=absorbed, by=demands.clerk, source="visit", title="一", text="二")
        assert demand.enterprise == demands.enterprise


class TestAssigning:
    def test_three_clocks_come_with_the_category(self, demands):
        demand = demands.assigned()
        turn = demand.handlings.get()
        assert (demand.department, demand.turn, demand.round) == (demands.department, 1, 1)
        assert turn.contact_due_at - turn.assigned_at == 2 * DAY
        assert turn.plan_due_at - turn.assigned_at == 7 * DAY
        assert turn.close_due_at - turn.assigned_at == 20 * DAY
        assert demand.due_at == turn.contact_due_at
        assert len(told(demands.officer)) == 1
        assert len(told(demands.manager)) == 2

    def test_urgent_ones_have_half_the_days(self, demands):
        actions.assign_demand(
            demands.raised(),
            by=demands.clerk,
            category=demands.category,
            priority="urgent",
            department=demands.department,
        )
        turn = DemandHandling.objects.get()
        assert [due - turn.assigned_at for due in (turn.contact_due_at, turn.plan_due_at, turn.close_due_at)] == [
            DAY,
            4 * DAY,
            10 * DAY,
        ]

    def test_a_category_comes_first(self, demands):
        with pytest.raises(CannotAssign):
            actions.assign_demand(demands.raised(), by=demands.clerk, department=demands.department)

    def test_to_whom_it_cannot_go(self, demands):
        demand = demands.raised()
        closed = cast.department(is_active=False)
        for to in (
            {},
            {"department": cast.bank()},
            {"department": closed},
            {"owner": demands.manager},
            {"owner": cast.staff("auditor")},
            {"owner": demands.clerk, "department": demands.department},
        ):
            with pytest.raises(CannotAssign):
                actions.assign_demand(demand, by=demands.clerk, category=demands.category, **to)
        assert Demand.objects.get().status == Status.RAISED
        assert not DemandHandling.objects.exists()

    def test_never_to_someone_of_the_enterprise(self, demands):
        both = cast.staff("services_clerk")
        cast.represent(both, demands.enterprise)
        with pytest.raises(CannotAssign):
            demands.assigned(owner=both)
        with pytest.raises(PermissionDenied):
            actions.assign_demand(demands.raised(), by=both, category=demands.category, department=demands.department)

    def test_classifying_leaves_running_clocks(self, demands):
        demand = demands.assigned()
        due = demand.due_at
        actions.classify_demand(demand, by=demands.clerk, category=category("staff"), priority="urgent")
        demand.refresh_from_db()
        assert (demand.category.code, demand.priority, demand.due_at) == ("staff", "urgent", due)


class TestTheWay:
    def test_from_call_to_close(self, demands):
        demand = demands.called_back("mostly", "基本可以")
        turn = demand.handlings.get()
        assert (demand.status, demand.satisfaction, demand.due_at) == (Status.CLOSED, "mostly", None)
        assert demand.closed_at == turn.called_back_at == turn.ended_at
        assert (turn.ended, turn.plan, turn.answer) == ("closed", "一周内疏通管道", "管道已疏通")
        assert (turn.answered_by, turn.called_back_by) == (demands.officer, demands.caller)
        assert [step.to_status for step in demand.steps.all()] == [
            Status.RAISED,
            Status.ASSIGNED,
            Status.CONTACTED,
            Status.PLANNED,
            Status.ANSWERED,
            Status.CLOSED,
        ]

    def test_each_clock_follows_the_one_before(self, demands):
        demand = demands.assigned()
        turn = demand.handlings.get()
        demand = actions.contact_demand(demand, by=demands.officer, note="通话")
        assert demand.due_at == turn.plan_due_at
        demand = actions.plan_demand(demand, by=demands.officer, plan="计划")
        assert demand.due_at == turn.close_due_at
        demand = actions.answer_demand(demand, by=demands.officer, answer="答复")
        assert demand.due_at == demand.status_since + 5 * DAY

    def test_an_answer_at_once_needs_no_plan(self, demands):
        demand = actions.answer_demand(demands.contacted(), by=demands.officer, answer="当场办结")
        assert demand.status == Status.ANSWERED

    @pytest.mark.parametrize("empty", ["", "   "])
    def test_words_are_needed_at_each_step(self, demands, empty):
        with pytest.raises(ReasonNeeded):
            actions.contact_demand(demands.in_status(Status.ASSIGNED), by=demands.officer, note=empty)
        with pytest.raises(ReasonNeeded):
            actions.plan_demand(
                demands.contacted(demands.assigned(demands.raised(title="二"))), by=demands.officer, plan=empty
            )
        demand = demands.in_status(Status.CONTACTED)
        with pytest.raises(ReasonNeeded):
            actions.answer_demand(demand, by=demands.officer, answer=empty)

    def test_dissatisfied_begins_a_new_round(self, demands):
        with pytest.raises(ReasonNeeded):
            demands.called_back("dissatisfied")
        demand = actions.call_back_demand(
            Demand.objects.get(), by=demands.caller, satisfaction="dissatisfied", note="仍有积水"
        )
        first, second = demand.handlings.all()
        assert (demand.status, demand.round, demand.turn) == (Status.REOPENED, 2, 2)
        assert (first.ended, first.satisfaction, second.ended_at) == ("reopened", "dissatisfied", None)
        assert second.department == demands.department
        assert second.contact_due_at > first.contact_due_at
        assert demand.due_at == second.contact_due_at
        demand = demands.answered(demands.contacted(demand))
        demand = actions.call_back_demand(demand, by=demands.caller, satisfaction="satisfied")
        assert (demand.status, demand.satisfaction) == (Status.CLOSED, "satisfied")

    def test_who_answered_never_calls_back(self, demands):
        demand = demands.assigned(owner=demands.caller)
        actions.contact_demand(demand, by=demands.caller, note="通话")
        actions.answer_demand(demand, by=demands.caller, answer="答复")
        with pytest.raises(PermissionDenied):
            actions.call_back_demand(demand, by=demands.caller, satisfaction="satisfied")
        # Not even after it was taken from them, while their answer stands.
        Demand.objects.update(owner=None)
        with pytest.raises(PermissionDenied):
            actions.call_back_demand(demand, by=demands.caller, satisfaction="satisfied")
        Demand.objects.update(owner=demands.caller)
        assert actions.call_back_demand(demand, by=demands.clerk, satisfaction="satisfied").status == Status.CLOSED

    def test_the_answering_department_never_calls_back(self, demands):
        cast.PartnerOfficer.objects.create(organisation=demands.department, user=demands.caller, since=cast.LONG_AGO)
        with pytest.raises(PermissionDenied):
            demands.called_back()

    def test_the_right_lapses_with_the_office(self, demands):
        demand = demands.assigned()
        demands.officer.partner_offices.update(until=timezone.localdate() - DAY)
        with pytest.raises(PermissionDenied):
            actions.contact_demand(demand, by=demands.officer, note="通话")

    @pytest.mark.parametrize("status", [s for s in Status if s in MOVES and Status.WITHDRAWN in MOVES[s]])
    def test_the_enterprise_takes_it_back(self, demands, status):
        demand = demands.in_status(status)
        actions.withdraw_demand(demand, by=demands.manager, reason="已解决")
        demand.refresh_from_db()
        assert (demand.status, demand.due_at) == (Status.WITHDRAWN, None)
        assert not demand.handlings.filter(ended_at=None).exists()

    def test_what_is_over_stays_over(self, demands):
        demand = demands.in_status(Status.CLOSED)
        with pytest.raises(AlreadyMoved):
            actions.withdraw_demand(demand, by=demands.manager)


class TestPassingOn:
    def test_with_a_reason_and_clocks_of_its_own(self, demands):
        demand = demands.contacted()
        first = demand.handlings.get()
        with pytest.raises(ReasonNeeded):
            actions.transfer_demand(demand, by=demands.officer, department=demands.other_department, reason=" ")
        demand = actions.transfer_demand(
            demand, by=demands.officer, department=demands.other_department, reason="属水务部门"
        )
        first.refresh_from_db()
        second = demand.handlings.get(ended_at=None)
        assert (first.ended, second.department, demand.status) == (
            "transferred",
            demands.other_department,
            Status.ASSIGNED,
        )
        assert (demand.round, demand.turn) == (1, 2)
        assert not Demand.objects.visible_to(demands.officer).exists(), "passed on, it is no longer theirs to read"

    def test_not_to_where_it_is(self, demands):
        with pytest.raises(CannotAssign):
            actions.transfer_demand(demands.assigned(), by=demands.clerk, department=demands.department, reason="重派")

    def test_who_looked_at_an_older_turn_is_told(self, demands):
        demand = demands.assigned()
        actions.transfer_demand(demand, by=demands.clerk, department=demands.other_department, reason="改派")
        with pytest.raises(AlreadyMoved) as error:
            actions.transfer_demand(demand, by=demands.caller, owner=demands.clerk, reason="改派", seen_turn=1)
        assert str(demands.clerk) in error.value.message

    def test_handed_back_it_waits_for_the_staff(self, demands):
        demand = actions.hand_back_demand(demands.assigned(), by=demands.officer, reason="非本部门职责")
        assert (demand.status, demand.department, demand.owner) == (Status.RAISED, None, None)
        assert demand.handlings.get().ended == "handed_back"
        demand = demands.assigned(demand, owner=demands.caller)
        assert (demand.turn, demand.round) == (2, 1)


class TestJoining:
    def test_the_same_is_dealt_with_once(self, demands):
        kept, same = demands.assigned(), demands.raised(title="同一件事")
        demand = actions.join_demand(same, by=demands.clerk, other=kept)
        assert (demand.status, demand.duplicate_of) == (Status.DUPLICATE, kept)
        demand = actions.part_demand(demand, by=demands.clerk, reason="并非同一件")
        assert (demand.status, demand.duplicate_of) == (Status.RAISED, None)

    def test_what_was_joined_to_it_follows(self, demands):
        first, second, third = (demands.raised(title=f"第{number}件") for number in range(3))
        actions.join_demand(first, by=demands.clerk, other=second)
        actions.join_demand(second, by=demands.clerk, other=third)
        first.refresh_from_db()
        assert first.duplicate_of == third

    def test_only_open_ones_of_the_same_enterprise(self, demands):
        demand = demands.raised(title="本件")
        stranger = DemandCast().raised()
        for other in (demand, stranger, demands.in_status(Status.CLOSED)):
            with pytest.raises(CannotJoin):
                actions.join_demand(demand, by=demands.clerk, other=other)


class TestTheConversation:
    def test_each_side_is_told_of_the_other(self, demands):
        demand = demands.assigned()
        before = len(told(demands.officer)), len(told(demands.manager))
        write_remark(demand, by=demands.manager, text="请问何时上门？", papers=[licence_upload()])
        write_remark(demand, by=demands.officer, text="明天上午")
        assert (len(told(demands.officer)), len(told(demands.manager))) == (before[0] + 1, before[1] + 1)
        assert list(DemandRemark.objects.values_list("side", flat=True)) == ["enterprise", "owner"]
        assert DemandPaper.objects.count() == 1

    def test_a_note_stays_among_those_who_deal_with_it(self, demands):
        demand = demands.assigned()
        before = len(told(demands.manager))
        write_remark(demand, by=demands.officer, text="涉及占道", internal=True)
        assert len(told(demands.manager)) == before
        with pytest.raises(PermissionDenied):
            write_remark(demand, by=demands.manager, text="笔记", internal=True)

    def test_nothing_is_written_when_it_is_over(self, demands):
        with pytest.raises(AlreadyMoved):
            write_remark(demands.in_status(Status.CLOSED), by=demands.manager, text="还有一事")

    def test_a_secretary_who_did_not_raise_it_only_reads(self, demands):
        demand = demands.raised()
        with pytest.raises(PermissionDenied):
            write_remark(demand, by=demands.secretary, text="请尽快")
        own = demands.raised(by=demands.secretary, source="chamber", title="代为反映", chamber=demands.chamber)
        assert write_remark(own, by=demands.secretary, text="请尽快").side == "chamber"

    def test_nothing_and_too_much_are_refused(self, demands):
        demand = demands.raised()
        with pytest.raises(DemandError):
            write_remark(demand, by=demands.manager, text="  ")
        with pytest.raises(DemandError):
            write_remark(demand, by=demands.manager, papers=[licence_upload() for _number in range(6)])
        assert not DemandRemark.objects.exists()

    def test_an_executable_is_no_paper(self, demands):
        program = SimpleUploadedFile("收据.pdf", b"MZ\x90\x00" + b"\0" * 200, "application/pdf")
        with pytest.raises(UploadRefused):
            write_remark(demands.raised(), by=demands.manager, papers=[program])
        assert not DemandRemark.objects.exists()

    def test_who_may_read_a_paper(self, demands):
        demand = demands.assigned()
        open_paper = write_remark(demand, by=demands.manager, papers=[licence_upload()]).papers.get().file
        note_paper = (
            write_remark(demand, by=demands.officer, papers=[licence_upload()], internal=True).papers.get().file
        )
        readers = {
            demands.manager: (200, 404),
            demands.secretary: (200, 404),
            demands.officer: (200, 200),
            demands.clerk: (200, 200),
            cast.staff("registry_clerk"): (200, 404),
            cast.department_officer(demands.other_department): (404, 404),
            cast.representative(): (404, 404),
        }
        for reader, expected in readers.items():
            client = cast.login(reader)
            got = tuple(client.get(file.get_absolute_url()).status_code for file in (open_paper, note_paper))
            assert got == expected, reader


class TestReminders:
    @pytest.mark.parametrize("status", [Status.ASSIGNED, Status.CONTACTED, Status.PLANNED, Status.REOPENED])
    def test_who_has_it_is_reminded_once_for_each_deadline(self, demands, status):
        demand = demands.in_status(status)
        late = demand.due_at + datetime.timedelta(minutes=1)
        before = len(told(demands.officer))
        assert remind_overdue(demand.due_at - DAY) == 0
        assert remind_overdue(late) == 1
        assert remind_overdue(late + DAY) == 0
        assert len(told(demands.officer)) == before + 1

    @pytest.mark.parametrize("status", [Status.RAISED, Status.ANSWERED])
    def test_the_desk_is_reminded_of_what_lies_there(self, demands, status):
        demand = demands.in_status(status)
        # Two of the staff have both rights.
        assert remind_overdue(demand.due_at + DAY) == 2
        assert remind_overdue(demand.due_at + 2 * DAY) == 0

    def test_a_department_without_officers_leaves_it_to_the_staff(self, demands):
        demand = demands.assigned()
        demands.officer.partner_offices.update(until=timezone.localdate() - DAY)
        before = len(told(demands.clerk))
        remind_overdue(demand.due_at + DAY)
        assert len(told(demands.clerk)) == before + 1

    @pytest.mark.parametrize("status", [Status.CLOSED, Status.WITHDRAWN, Status.DUPLICATE])
    def test_what_is_over_reminds_nobody(self, demands, status):
        demand = demands.in_status(status)
        Demand.objects.exclude(pk=demand.pk).update(due_at=None)
        assert demand.due_at is None
        assert remind_overdue(timezone.now() + 30 * DAY) == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("verb", ["assign", "contact", "call_back", "transfer"])
def test_two_at_once_leave_one_winner_and_one_clear_message(verb):
    demands = DemandCast()
    second_officer = cast.department_officer(demands.department, "第二联络员")
    start = {"assign": "raised", "contact": "assigned", "call_back": "answered", "transfer": "assigned"}[verb]
    demand = demands.in_status(start)
    pairs = {"contact": (demands.officer, second_officer)}
    people = pairs.get(verb, (demands.clerk, demands.caller))
    calls = {
        "assign": lambda by: actions.assign_demand(
            demand, by=by, category=demands.category, department=demands.department
        ),
        "contact": lambda by: actions.contact_demand(demand, by=by, note="通话"),
        "call_back": lambda by: actions.call_back_demand(demand, by=by, satisfaction="satisfied"),
        "transfer": lambda by: actions.transfer_demand(
            demand, by=by, department=demands.other_department, reason="改派", seen_turn=1
        ),
    }
    steps = demand.steps.count()
    outcomes = at_once(*(lambda by=by: calls[verb](by) for by in people))
    lost = only_error(outcomes)
    assert isinstance(lost, AlreadyMoved)
    assert str(people[1 - outcomes.index(lost)]) in lost.message
    assert demand.steps.count() == steps + 1


def test_a_draft_is_its_writers_own(demands):
    DemandDraft.objects.create(user=demands.manager, enterprise=demands.enterprise, form={"title": "草稿"})
    other = cast.colleague(demands.enterprise)
    page = cast.login(other).get("/services/demands/mine/")
    assert "草稿" not in page.content.decode()
