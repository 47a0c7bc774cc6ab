"""Events of the demonstration: ten visits to departments between 2020 and 2022 with everybody who came, the series and
meetings of the years since, and what is planned, open, full, postponed and called off today. All are invented."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from django.conf import settings
from django.utils import timezone

from chambers.bodies.models import Chamber
from chambers.demo.firms import firms
from events.events.models import Audience, Event, EventHost, EventStep, InvitedChamber, Kind, Places, Series
from events.events.statuses import DAYS, HELD, SUMMARY_DAYS, UNPUBLISHED, Status
from events.participants.actions import participant_for
from events.participants.models import Participant
from events.participants.sorting import person_sort_key
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import How
from events.signups.statuses import Status as SignUpStatus
from federation.accounts.models import User
from federation.demo.world import SEED, World
from members.demo.words import person_name
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation

PEOPLE = 360
# Day, department, people who came: 296 in ten sittings.
DEPARTMENT_VISITS = (
    ("2020-06-18", "松江区人力资源和社会保障局", 30),
    ("2020-08-20", "松江区经济委员会", 28),
    ("2020-10-22", "松江区市场监督管理局", 32),
    ("2021-04-15", "松江区交通委员会", 27),
    ("2021-07-08", "松江区税务局", 31),
    ("2021-10-14", "松江区科学技术委员会", 29),
    ("2022-03-03", "松江区规划和自然资源局", 30),
    ("2022-06-23", "松江区人力资源和社会保障局", 28),
    ("2022-08-18", "松江区经济委员会", 33),
    ("2022-10-20", "松江区市场监督管理局", 28),
)
SERIES = (
    ("月聊", Kind.SALON, "每月一次，企业家围桌而谈，一个话题，两个小时。"),
    ("主席下午茶", Kind.SALON, "联合会主席与青年企业家面对面。"),
    ("话说招商", Kind.SALON, "以商招商，老朋友介绍新朋友。"),
    ("亲清茶座会客厅", Kind.SALON, "政企直接对话，听真话，办实事。"),
    ("行走的课堂", Kind.LECTURE, "走进优秀企业，现场学管理。"),
    ("梅子姐微课堂", Kind.LECTURE, "劳动用工、财税实务，一课一题。"),
    ("企程讲堂", Kind.LECTURE, "请专家讲宏观形势与产业政策。"),
)
# Days before today, title, kind, series, place, quota, people who came.
HELD_LATELY = (
    (1180, "月聊：专精特新怎么走", Kind.SALON, "月聊", "联合会会议中心", 40, 34),
    (1090, "走进区税务局：减税降费面对面", Kind.DEPARTMENT, "", "松江区税务局", 40, 31),
    (980, "民营企业合唱比赛", Kind.CULTURE, "", "松江区文化馆", 120, 96),
    (870, "企程讲堂：数字化转型", Kind.LECTURE, "企程讲堂", "松江开放大学报告厅", 100, 74),
    (760, "秘书长工作会议", Kind.MEETING, "", "联合会会议中心", None, 26),
    (640, "主席下午茶：青年接班人", Kind.SALON, "主席下午茶", "联合会会客厅", 20, 17),
    (520, "佘山健康徒步", Kind.CULTURE, "", "佘山国家森林公园", 150, 118),
    (410, "惠企政策宣讲会", Kind.BRIEFING, "", "松江商务会议厅", 120, 88),
    (330, "与长三角兄弟商会交流会", Kind.EXCHANGE, "", "松江商务会议厅", 60, 43),
    (260, "梅子姐微课堂：劳动合同十问", Kind.LECTURE, "梅子姐微课堂", "九亭商会会议室", 50, 39),
    (200, "主题党日：重温入党誓词", Kind.PARTY_DAY, "", "松江烈士陵园", 40, 33),
    (150, "志愿者助力社区服务日", Kind.VOLUNTEER, "", "方松街道社区中心", 40, 28),
    (95, "话说招商：老友带新友", Kind.SALON, "话说招商", "联合会会客厅", 30, 25),
    (60, "行走的课堂：走进智能制造工厂", Kind.LECTURE, "行走的课堂", "泗泾智能制造园", 45, 41),
    (33, "执委（扩大）会", Kind.MEETING, "", "联合会会议中心", None, 52),
    (9, "亲清茶座：与区领导面对面", Kind.SALON, "亲清茶座会客厅", "联合会会客厅", 25, 22),
)
# Days from today, title, kind, series, place, quota, status, how many signed up.
COMING = (
    (3, "月聊：出海的第一步", Kind.SALON, "月聊", "联合会会议中心", 20, Status.OPEN, 26),
    (6, "走进区市场监管局", Kind.DEPARTMENT, "", "松江区市场监督管理局", 40, Status.OPEN, 23),
    (8, "企程讲堂：明年经济形势", Kind.LECTURE, "企程讲堂", "松江开放大学报告厅", 200, Status.OPEN, 61),
    (10, "总商会秘书长工作会议", Kind.MEETING, "", "联合会会议中心", None, Status.OPEN, 12),
    (13, "迎新文艺汇演", Kind.CULTURE, "", "松江大剧院", 300, Status.OPEN, 84),
    (17, "主席下午茶：女企业家专场", Kind.SALON, "主席下午茶", "联合会会客厅", 16, Status.OPEN, 9),
    (21, "惠企政策宣讲会：融资与担保", Kind.BRIEFING, "", "松江商务会议厅", 150, Status.PUBLISHED, 0),
    (25, "与异地商会联谊交流", Kind.EXCHANGE, "", "浙江商会会所", 60, Status.PUBLISHED, 0),
    (2, "梅子姐微课堂：个税汇算", Kind.LECTURE, "梅子姐微课堂", "九亭商会会议室", 40, Status.CLOSED, 40),
    (15, "方塔园志愿服务", Kind.VOLUNTEER, "", "方塔园", 30, Status.POSTPONED, 14),
    (5, "室内羽毛球友谊赛", Kind.CULTURE, "", "松江体育馆", 48, Status.CANCELLED, 20),
    (40, "话说招商：新材料专场", Kind.SALON, "话说招商", "联合会会客厅", 30, Status.SUBMITTED, 0),
    (55, "行走的课堂：走进生物医药园", Kind.LECTURE, "行走的课堂", "松江生物医药园", 45, Status.PLANNED, 0),
)
WORDS = "欢迎踊跃参加。请提前十分钟到场签到；停车位有限，建议乘坐公共交通。"
SUMMARY = "会议按议程进行，与会企业家交流热烈，会后整理的建议已分送有关部门。"


@dataclass
class Maker:
    world: World
    rng: Random = field(default_factory=lambda: Random(SEED + 4))
    people: list[tuple[Participant, Enterprise]] = field(default_factory=list)
    steps: list[EventStep] = field(default_factory=list)
    signups: list[SignUp] = field(default_factory=list)
    attendances: list[EventAttendance] = field(default_factory=list)
    series: dict[str, Series] = field(default_factory=dict)

    def settle(self) -> None:
        enterprises = firms(self.world, PEOPLE // 2)
        made = []
        for number in range(PEOPLE):
            name = person_name(self.rng)
            made.append(
                Participant(
                    name=name,
                    sort_key=person_sort_key(name),
                    phone=f"+86199{number:08d}",
                    enterprise=enterprises[number % len(enterprises)],
                )
            )
        self.people = [(one, one.enterprise) for one in Participant.objects.bulk_create(made)]
        self.series = {
            name: Series.objects.create(name=name, kind=kind, introduction=words) for name, kind, words in SERIES
        }

    def event(self, status: str, start: datetime.datetime, quota: int | None, **facts: object) -> Event:
        known_since = start - datetime.timedelta(days=25)
        at = min(self._reached(status, start), self.world.now)
        event = Event(
            status=status,
            status_since=at,
            due_at=self._due(status, at, start),
            starts_at=start,
            ends_at=start + datetime.timedelta(hours=3),
            introduction=WORDS,
            planned_by=facts.pop("planner", self.world.people["services"]),
            created_at=min(known_since - datetime.timedelta(days=5), at),
            published_at=None if status in UNPUBLISHED else min(known_since, at),
            held_on=timezone.localdate(start) if status in HELD else None,
            summary=SUMMARY if status in (Status.SUMMED_UP, Status.ARCHIVED) else "",
            **facts,
        )
        event.save()
        Places.objects.create(event=event, quota=quota, accepts=status in (Status.PUBLISHED, Status.OPEN))
        self._walk(event)
        return event

    def _reached(self, status: str, start: datetime.datetime) -> datetime.datetime:
        """When an event at this time came into its status, if that is past."""
        day = datetime.timedelta(days=1)
        return {
            Status.CHECK_IN: start - day / 24,
            Status.SUMMED_UP: start + 2 * day,
            Status.ARCHIVED: start + 10 * day,
        }.get(Status(status), self.world.now - self.rng.randrange(1, 4) * day)

    def _due(self, status: str, at: datetime.datetime, start: datetime.datetime) -> datetime.datetime | None:
        if status == Status.CHECK_IN:
            return start + datetime.timedelta(days=SUMMARY_DAYS)
        days = DAYS.get(Status(status))
        return at + datetime.timedelta(days=days) if days else None

    def _walk(self, event: Event) -> None:
        """The steps that led here, a day or more apart."""
        way = WAYS[Status(event.status)]
        services, clerk = self.world.people["services"], self.world.people["clerk"]
        before = ""
        for behind, to in enumerate(way):
            left = len(way) - 1 - behind
            actor = clerk if to in (Status.PUBLISHED, Status.OPEN) else event.planned_by or services
            reason = {Status.POSTPONED: "近日有大风降温", Status.CANCELLED: "场地设备检修"}.get(to, "")
            self.steps.append(
                EventStep(
                    event=event,
                    from_status=before,
                    to_status=to,
                    actor=actor,
                    at=event.status_since - datetime.timedelta(days=3 * left),
                    reason=reason,
                )
            )
            before = to

    def host(self, event: Event, *names: str, chamber: Chamber | None = None) -> None:
        known = {one.name: one for one in PartnerOrganisation.objects.filter(name__in=names)}
        rows = [EventHost(event=event, name=chamber.name if chamber else settings.FEDERATION_NAME, chamber=chamber)]
        rows += [
            EventHost(event=event, name=name, partner=known.get(name), part=EventHost.Part.SUPPORT, position=place)
            for place, name in enumerate(names, start=1)
        ]
        EventHost.objects.bulk_create(rows)

    def sign_up(self, event: Event, people: Sequence[tuple[Participant, Enterprise]], quota: int | None) -> None:
        begun = event.published_at or event.created_at
        going = people[:quota] if quota else people
        for number, (person, enterprise) in enumerate(people):
            at = min(begun + datetime.timedelta(minutes=37 * number), self.world.now)
            self.signups.append(
                SignUp(
                    event=event,
                    participant=person,
                    name=person.name,
                    sort_key=person.sort_key,
                    enterprise=enterprise,
                    enterprise_name=enterprise.name,
                    status=SignUpStatus.GOING if number < len(going) else SignUpStatus.WAITING,
                    queued_at=at,
                    status_since=at,
                    signed_up_by=person.user,
                )
            )
        Places.objects.filter(event=event).update(taken=len(going))

    def come(self, event: Event, people: Sequence[tuple[Participant, Enterprise]], signed_up: int) -> None:
        """Everybody given came; those beyond `signed_up` without having signed up."""
        for number, (person, enterprise) in enumerate(people):
            how = How.WALK_IN if number >= signed_up else (How.CODE if number % 3 else How.LIST)
            self.attendances.append(
                EventAttendance(
                    event=event,
                    participant=person,
                    name=person.name,
                    enterprise=enterprise,
                    enterprise_name=enterprise.name,
                    how=how,
                    at=event.starts_at - datetime.timedelta(minutes=20 - number % 25),
                )
            )

    def some(self, number: int) -> list[tuple[Participant, Enterprise]]:
        return self.rng.sample(self.people, number)

    def held(self, start: datetime.datetime, quota: int | None, came: int, *hosts: str, **facts: object) -> Event:
        """With some who signed up and stayed away, and two who came without having signed up."""
        old = start < self.world.now - datetime.timedelta(days=40)
        event = self.event(Status.ARCHIVED if old else Status.SUMMED_UP, start, quota, **facts)
        self.host(event, *hosts, chamber=event.chamber)
        crowd = self.some(min(came + 5, quota + 2) if quota else came + 5)
        walk_ins, others = crowd[:2], crowd[2:]
        self.sign_up(event, others, quota)
        self.come(event, [*others[: came - 2], *walk_ins], came - 2)
        return event

    def write(self) -> None:
        EventStep.objects.bulk_create(self.steps, batch_size=1000)
        SignUp.objects.bulk_create(self.signups, batch_size=1000)
        EventAttendance.objects.bulk_create(self.attendances, batch_size=1000)


_ANNOUNCED = (Status.PLANNED, Status.SUBMITTED, Status.PUBLISHED)
WAYS = {
    Status.PLANNED: (Status.PLANNED,),
    Status.SUBMITTED: (Status.PLANNED, Status.SUBMITTED),
    Status.PUBLISHED: _ANNOUNCED,
    Status.OPEN: (*_ANNOUNCED, Status.OPEN),
    Status.CLOSED: (*_ANNOUNCED, Status.OPEN, Status.CLOSED),
    Status.CHECK_IN: (*_ANNOUNCED, Status.OPEN, Status.CLOSED, Status.CHECK_IN),
    Status.SUMMED_UP: (*_ANNOUNCED, Status.OPEN, Status.CLOSED, Status.CHECK_IN, Status.SUMMED_UP),
    Status.ARCHIVED: (*_ANNOUNCED, Status.OPEN, Status.CLOSED, Status.CHECK_IN, Status.SUMMED_UP, Status.ARCHIVED),
    Status.POSTPONED: (*_ANNOUNCED, Status.OPEN, Status.POSTPONED),
    Status.CANCELLED: (*_ANNOUNCED, Status.OPEN, Status.CANCELLED),
}


def make_events(world: World) -> None:
    maker = Maker(world)
    maker.settle()
    for day, department, came in DEPARTMENT_VISITS:
        start = _at(datetime.date.fromisoformat(day), 14)
        short = department.removeprefix("松江区")
        facts = {"title": f"走进{short}", "kind": Kind.DEPARTMENT, "place": department, "audience": Audience.MEMBERS}
        maker.held(start, 40, came, department, **facts)
    for days, title, kind, series, place, quota, came in HELD_LATELY:
        start = _at(world.days_ago(days), 14)
        maker.held(start, quota, came, title=title, kind=kind, series=maker.series.get(series), place=place)
    _coming(maker)
    _of_chambers(maker)
    _today(maker)
    maker.write()


def _coming(maker: Maker) -> None:
    for days, title, kind, series, place, quota, status, number in COMING:
        start = _at(maker.world.today + datetime.timedelta(days=days), 14)
        facts = {"title": title, "kind": kind, "series": maker.series.get(series), "place": place}
        if kind == Kind.MEETING:
            facts |= {"audience": Audience.OFFICERS, "is_public": False}
        if status == Status.PUBLISHED:
            facts["opens_at"] = start - datetime.timedelta(days=14)
        if status == Status.CLOSED:
            facts["deadline"] = maker.world.now - datetime.timedelta(days=1)
        event = maker.event(status, start, quota, **facts)
        maker.host(event)
        maker.sign_up(event, maker.some(number), quota)


def _of_chambers(maker: Maker) -> None:
    """What secretaries filed: one that is announced for the own members, one waiting for approval, one planned."""
    world = maker.world
    chamber: Chamber = world.shelf["chambers"]["sijing"]
    secretary: User = world.people["secretary"]
    rows = (
        (-45, "泗泾商会法律沙龙", Kind.SALON, Status.ARCHIVED, 30, 24),
        (12, "泗泾商会会员联谊", Kind.CULTURE, Status.OPEN, 60, 31),
        (28, "泗泾商会走进兄弟商会", Kind.EXCHANGE, Status.SUBMITTED, 30, 0),
        (48, "泗泾商会年终总结会", Kind.MEETING, Status.PLANNED, None, 0),
    )
    for days, title, kind, status, quota, number in rows:
        start = _at(world.today + datetime.timedelta(days=days), 10)
        facts = {"title": title, "kind": kind, "place": "泗泾镇文化活动中心", "chamber": chamber, "planner": secretary}
        if status == Status.ARCHIVED:
            maker.held(start, quota, number, **facts)
            continue
        if status == Status.OPEN:
            facts["audience"] = Audience.INVITED
        event = maker.event(status, start, quota, **facts)
        maker.host(event, chamber=chamber)
        if status == Status.OPEN:
            InvitedChamber.objects.create(event=event, chamber=chamber)
            Places.objects.filter(event=event).update(per_enterprise=3)
        maker.sign_up(event, maker.some(number), quota)


def _today(maker: Maker) -> None:
    """One under way, with half of its people in; the enterprise that logs in is on its list."""
    world = maker.world
    start = world.now - datetime.timedelta(minutes=40)
    event = maker.event(
        Status.CHECK_IN,
        start,
        50,
        title="月聊：年末税务安排",
        kind=Kind.SALON,
        series=maker.series["月聊"],
        place="联合会会议中心",
    )
    maker.host(event)
    crowd = maker.some(43)
    contact = world.people["qiye"]
    enterprise = Enterprise.objects.represented_by(contact).order_by("pk")[0]
    crowd.append((participant_for(name=contact.name, user=contact, enterprise=enterprise), enterprise))
    maker.sign_up(event, crowd, 50)
    maker.come(event, crowd[:21], 21)


def _at(day: datetime.date, hour: int) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))
