"""Thursdays of the demonstration: years of visits with what was heard on them, one day that waits to be written up, one
that enterprises are asked about, one that is being planned. All people are invented."""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from chambers.bodies.models import Affiliation
from events.visits.day_actions import SLOTS, at
from events.visits.flow import answer_due, day_due, written_due
from events.visits.models import (
    DayLeader,
    DayStep,
    Leader,
    Visit,
    VisitDay,
    VisitDemand,
    VisitLeader,
    VisitPerson,
    VisitStep,
    next_thursday,
)
from events.visits.statuses import DayStatus, VisitStatus
from federation.demo.people import person
from federation.demo.world import SEED, World
from members.demo.words import person_name
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.demands.choices import Ended, Satisfaction, Source
from services.demands.models import Demand, DemandCategory, DemandHandling, DemandStep
from services.demands.statuses import Status as DemandStatus

WEEK = datetime.timedelta(days=7)
LEADERS = (
    ("韩文澜", "主席", ""),
    ("苏景行", "专职副主席", "leader"),
    ("章亦舟", "秘书长", ""),
    ("沈若川", "二级调研员", "admin"),
)
# Every second Thursday of the last year, and one a quarter before, back to 2020.
RECENT_WEEKS, EVERY = 50, 2
OLD_QUARTERS = 20
FIRMS_A_DAY = (4, 7)
HEARD = (
    "了解生产经营情况，订单较去年同期稳中有升，企业希望在用工上得到支持。",
    "企业介绍了新产线投产计划，预计明年一季度试运行。谈到物流成本上升较快。",
    "交流党建与企业文化，企业主愿意参加理想信念教育活动。",
    "走访车间，听取企业对政务服务的意见，总体满意，建议简化变更手续。",
    "企业出口订单减少，正在开拓国内市场，希望对接同区上下游。",
    "了解会费缴纳与商会活动参与情况，企业愿意承办一次行走的课堂。",
)
NEEDED = (
    ("招不到熟练技工", "数控和模具技工缺口约十人，希望对接职业院校。"),
    ("厂区门口道路积水", "雨天车辆无法进出，影响发货，请协调养护。"),
    ("研发费用加计扣除政策不清楚", "希望有专人上门讲解申报口径。"),
    ("厂房租约到期难续", "园区要求提前半年答复，企业担心搬迁。"),
    ("员工子女入学", "外地骨干员工子女今年入学，希望了解政策。"),
    ("周转资金紧张", "应收账款回款慢，希望对接银行。"),
)
NOT_MET = "到访时企业负责人外出，门卫告知改日再约。"
OFFICES = ("总经理", "办公室主任", "财务负责人", "生产经理")


@dataclass
class Maker:
    world: World
    leaders: list[Leader]
    firms: list[Enterprise]
    chambers: dict[int, int]
    departments: Sequence[PartnerOrganisation]
    categories: Sequence[DemandCategory]
    # A sequence of its own: what other builders draw stays as it is.
    rng: Random = field(default_factory=lambda: Random(SEED + 5))
    used: int = 0
    day_steps: list[DayStep] = field(default_factory=list)
    visit_steps: list[VisitStep] = field(default_factory=list)
    leadings: list[VisitLeader] = field(default_factory=list)
    people: list[VisitPerson] = field(default_factory=list)
    links: list[VisitDemand] = field(default_factory=list)
    handlings: list[DemandHandling] = field(default_factory=list)
    demand_steps: list[DemandStep] = field(default_factory=list)

    def next_firms(self, number: int) -> list[Enterprise]:
        """Round and round, so that some are visited again and many never."""
        share = self.firms[: len(self.firms) // 2]
        found = [share[(self.used + place) % len(share)] for place in range(number)]
        self.used += number
        return found

    def day(self, on: datetime.date, status: DayStatus, note: str = "") -> VisitDay:
        planned = at(on, datetime.time(10)) - datetime.timedelta(days=9)
        moments = [(DayStatus.PLANNED, planned)]
        if status != DayStatus.PLANNED:
            moments.append((DayStatus.CONFIRMED, planned + datetime.timedelta(days=2)))
        if status == DayStatus.DONE:
            moments.append((status, at(on, datetime.time(17)) + datetime.timedelta(days=1)))
        moments = [(to, min(when, self.world.now)) for to, when in moments]
        day = VisitDay.objects.create(
            on=on,
            status=status,
            note=note,
            created_at=moments[0][1],
            status_since=moments[-1][1],
            due_at=day_due(on) if status == DayStatus.CONFIRMED else None,
        )
        before = ""
        for to, when in moments:
            self.day_steps.append(
                DayStep(day=day, from_status=before, to_status=to, actor=self.world.people["services"], at=when)
            )
            before = to
        going = self.rng.sample(self.leaders, 2)
        if status != DayStatus.DONE and self.leaders[1] not in going:
            # The leader who can log in has something to write up.
            going[0] = self.leaders[1]
        DayLeader.objects.bulk_create(DayLeader(day=day, leader=leader) for leader in going)
        return day

    def visit(self, day: VisitDay, firm: Enterprise, place: int, way: Sequence[VisitStatus], wish: str = "") -> Visit:
        """One that has gone this way; its last status is where it stands."""
        leader = [one.leader for one in day.day_leaders.select_related("leader").order_by("pk")][place % 2]
        starts_at = at(day.on, SLOTS[place // 2 % len(SLOTS)])
        status = way[-1]
        asked_at = min(starts_at - datetime.timedelta(days=7), self.world.now)
        ended_at = min(starts_at + datetime.timedelta(hours=2), self.world.now)
        announced = day.status != DayStatus.PLANNED
        due = {
            VisitStatus.PLANNED: answer_due(starts_at, asked_at) if announced else None,
            VisitStatus.ASKED: min(asked_at + datetime.timedelta(days=3), starts_at),
            VisitStatus.CONFIRMED: written_due(starts_at),
        }.get(status)
        moments = [asked_at]
        for to in way[1:]:
            over = to in {VisitStatus.DONE, VisitStatus.NOT_MET, VisitStatus.CANCELLED}
            moments.append(ended_at if over else min(asked_at + datetime.timedelta(days=1), self.world.now))
        visit = Visit.objects.create(
            day=day,
            enterprise=firm,
            enterprise_name=firm.name,
            town_id=firm.town_id,
            chamber_id=self.chambers.get(firm.pk),
            starts_at=starts_at,
            place=firm.address,
            wish=wish if status == VisitStatus.ASKED else "",
            note=self.rng.choice(HEARD) if status == VisitStatus.DONE else "",
            held_on=day.on if status == VisitStatus.DONE else None,
            status=status,
            status_since=moments[-1],
            due_at=due,
        )
        self.leadings.append(VisitLeader(visit=visit, leader=leader, name=leader.name, office=leader.office))
        before = ""
        for to, when in zip(way, moments, strict=True):
            reason = NOT_MET if to == VisitStatus.NOT_MET else wish if to == VisitStatus.ASKED else ""
            self.visit_steps.append(
                VisitStep(
                    visit=visit,
                    from_status=before,
                    to_status=to,
                    actor=self._actor(firm, leader, to),
                    at=when,
                    reason=reason,
                )
            )
            before = to
        if status == VisitStatus.DONE:
            self._heard(visit, leader, ended_at)
        return visit

    def _actor(self, firm: Enterprise, leader: Leader, to: VisitStatus) -> object:
        if to in {VisitStatus.CONFIRMED, VisitStatus.ASKED}:
            return self.world.shelf["visit managers"].get(firm.pk)
        if to in {VisitStatus.DONE, VisitStatus.NOT_MET}:
            return leader.user or self.world.people["services"]
        return self.world.people["services"]

    def _heard(self, visit: Visit, leader: Leader, when: datetime.datetime) -> None:
        boss = visit.enterprise.legal_representative or person_name(self.rng)
        present = [
            (VisitPerson.Side.ENTERPRISE, boss, "法定代表人"),
            (VisitPerson.Side.FEDERATION, leader.name, leader.office),
        ]
        if self.rng.random() < 0.5:
            present.append((VisitPerson.Side.ENTERPRISE, person_name(self.rng), self.rng.choice(OFFICES)))
        self.people += [
            VisitPerson(visit=visit, side=side, name=name, position=position) for side, name, position in present
        ]
        for title, text in self.rng.sample(NEEDED, self.rng.choice((0, 0, 1, 1, 2))):
            self._demand(visit, leader, title, text, when)

    def _demand(self, visit: Visit, leader: Leader, title: str, text: str, when: datetime.datetime) -> None:
        """Closed after a month, still with a department after a week, waiting to be assigned before that."""
        age = (self.world.now - when).days
        status = DemandStatus.CLOSED if age > 40 else DemandStatus.PLANNED if age > 9 else DemandStatus.RAISED
        day = datetime.timedelta(days=1)
        moments = [(DemandStatus.RAISED, when)]
        if status != DemandStatus.RAISED:
            moments += [
                (DemandStatus.ASSIGNED, when + day),
                (DemandStatus.CONTACTED, when + 2 * day),
                (DemandStatus.PLANNED, when + 5 * day),
            ]
        if status == DemandStatus.CLOSED:
            moments += [(DemandStatus.ANSWERED, when + 16 * day), (DemandStatus.CLOSED, when + 19 * day)]
        department = self.rng.choice(self.departments) if len(moments) > 1 else None
        category = self.rng.choice(self.categories) if self.categories else None
        content = Satisfaction.SATISFIED if self.rng.random() < 0.8 else Satisfaction.MOSTLY
        closed = status == DemandStatus.CLOSED
        demand = Demand.objects.create(
            enterprise=visit.enterprise,
            enterprise_name=visit.enterprise_name,
            chamber_id=visit.chamber_id,
            town_id=visit.town_id,
            source=Source.VISIT,
            raised_by=leader.user or self.world.people["services"],
            raised_at=when,
            title=title,
            text=text,
            category=category,
            status=status,
            status_since=moments[-1][1],
            due_at={DemandStatus.RAISED: when + 2 * day, DemandStatus.PLANNED: when + 21 * day}.get(status),
            department=department,
            turn=1 if department else 0,
            round=1 if department else 0,
            assigned_at=moments[1][1] if department else None,
            closed_at=moments[-1][1] if closed else None,
            satisfaction=content if closed else "",
        )
        self.links.append(
            VisitDemand(visit=visit, demand=demand, key=uuid.UUID(int=self.rng.getrandbits(128)), raised_at=when)
        )
        clerk, officer = self.world.people["services"], self.world.people["department"]
        before = ""
        for to, moment in moments:
            actor = {
                DemandStatus.RAISED: demand.raised_by,
                DemandStatus.ASSIGNED: clerk,
                DemandStatus.CLOSED: self.world.people["admin"],
            }.get(to, officer)
            self.demand_steps.append(
                DemandStep(demand=demand, from_status=before, to_status=to, actor=actor, at=moment)
            )
            before = to
        if department:
            self.handlings.append(
                DemandHandling(
                    demand=demand,
                    turn=1,
                    round=1,
                    department=department,
                    assigned_by=clerk,
                    assigned_at=when + day,
                    contact_due_at=when + 3 * day,
                    plan_due_at=when + 8 * day,
                    close_due_at=when + 21 * day,
                    contacted_at=when + 2 * day,
                    contact_note="已电话联系企业，了解了情况。",
                    planned_at=when + 5 * day,
                    plan="安排专人对接，两周内给出办法。",
                    answered_at=when + 16 * day if closed else None,
                    answered_by=officer if closed else None,
                    answer="已上门协调解决，企业认可。" if closed else "",
                    called_back_at=when + 19 * day if closed else None,
                    called_back_by=self.world.people["admin"] if closed else None,
                    satisfaction=content if closed else "",
                    ended_at=when + 19 * day if closed else None,
                    ended=Ended.CLOSED if closed else "",
                )
            )

    def finish(self) -> None:
        DayStep.objects.bulk_create(self.day_steps)
        VisitStep.objects.bulk_create(self.visit_steps)
        VisitLeader.objects.bulk_create(self.leadings)
        VisitPerson.objects.bulk_create(self.people, ignore_conflicts=True)
        VisitDemand.objects.bulk_create(self.links)
        DemandHandling.objects.bulk_create(self.handlings)
        DemandStep.objects.bulk_create(self.demand_steps)


PLANNED, CONFIRMED, ASKED, DONE = VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.ASKED, VisitStatus.DONE
DISTRICT_NOTE = "八点半在机关门口集合。请每家都问一问用工和融资。"


def make_visits(world: World) -> None:
    leader_user = person(world, "leader", "苏景行", is_staff=True)
    users = {"leader": leader_user, "admin": world.people["admin"], "": None}
    since = world.today - 8 * 366 * datetime.timedelta(days=1)
    leaders = [
        Leader.objects.create(name=name, office=office, user=users[login], since=since)
        for name, office, login in LEADERS
    ]
    represented = world.shelf["represented"]
    world.shelf["visit managers"] = {firm.enterprise.pk: user for user, firm in represented}
    firms = [firm.enterprise for firm in world.shelf["members"]]
    places = Affiliation.objects.on().filter(is_primary=True).values_list("enterprise", "chamber")
    kind = PartnerOrganisation.Kind.DEPARTMENT
    maker = Maker(
        world,
        leaders,
        firms,
        dict(places),
        list(PartnerOrganisation.objects.filter(kind=kind).order_by("pk")),
        list(DemandCategory.objects.filter(is_active=True).order_by("position", "pk")),
    )
    thursday = next_thursday(world.today)
    for on in _past_thursdays(world, thursday):
        _past_day(maker, on)
    _to_write_up(maker, thursday - WEEK)
    _asked_about(maker, thursday, represented)
    _being_planned(maker, thursday + WEEK)
    maker.finish()


def _past_thursdays(world: World, thursday: datetime.date) -> Iterable[datetime.date]:
    """Oldest first, so that who comes round again was visited before."""
    recent = [thursday - WEEK * number for number in range(2, RECENT_WEEKS, EVERY)]
    quarters = [recent[-1] - WEEK * 13 * number for number in range(1, OLD_QUARTERS + 1)]
    return sorted([*recent, *quarters])


def _past_day(maker: Maker, on: datetime.date) -> None:
    day = maker.day(on, DayStatus.DONE)
    for place, firm in enumerate(maker.next_firms(maker.rng.randint(*FIRMS_A_DAY))):
        chance = maker.rng.random()
        end = VisitStatus.NOT_MET if chance < 0.06 else VisitStatus.CANCELLED if chance < 0.1 else DONE
        maker.visit(day, firm, place, (PLANNED, CONFIRMED, end) if chance < 0.7 else (PLANNED, end))


def _to_write_up(maker: Maker, on: datetime.date) -> None:
    """Last Thursday: most is written down, two visits still wait for it."""
    day = maker.day(on, DayStatus.CONFIRMED, DISTRICT_NOTE)
    for place, firm in enumerate(maker.next_firms(6)):
        maker.visit(day, firm, place, (PLANNED, CONFIRMED) if place in (2, 3) else (PLANNED, CONFIRMED, DONE))


def _asked_about(maker: Maker, on: datetime.date, represented: Sequence[tuple[object, object]]) -> None:
    """The coming Thursday, with the enterprise that can log in still to answer."""
    day = maker.day(on, DayStatus.CONFIRMED, DISTRICT_NOTE)
    ways = ((PLANNED,), (PLANNED, CONFIRMED), (PLANNED, ASKED), (PLANNED, CONFIRMED), (PLANNED,))
    for place, way in enumerate(ways):
        maker.visit(day, represented[place][1].enterprise, place, way, "周四上午有客户来，改到下午三点以后可以。")


def _being_planned(maker: Maker, on: datetime.date) -> None:
    day = maker.day(on, DayStatus.PLANNED)
    for place, firm in enumerate(maker.next_firms(2)):
        maker.visit(day, firm, place, (PLANNED,))
