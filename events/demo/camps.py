"""Training camps of the demonstration: five cohorts at Jinggangshan and one at a university up to 2022, everybody in
them by name and session, and cohorts of today at each point of their way. All people are invented."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from chambers.bodies.models import Affiliation, Chamber
from chambers.demo.firms import firms
from events.camps.certificate_actions import new_code
from events.camps.models import (
    Attendance,
    Camp,
    CampApplication,
    CampApplicationStep,
    CampSession,
    Certificate,
    ChamberQuota,
    Cohort,
    CohortStep,
)
from events.camps.statuses import CohortStatus, Status
from events.demo.camp_words import COURSES, HOURS, LESSONS, RARE
from events.participants.models import Participant
from federation.accounts.models import User
from federation.demo.world import World
from members.demo.words import person_name
from members.enterprises.models import Enterprise

JINGGANGSHAN, ZHEJIANG = "jinggangshan", "zhejiang-university"
# First day, nights, people who came; two of the last cohort had come before.
COHORTS = (
    (datetime.date(2017, 10, 16), 4, 48),
    (datetime.date(2018, 5, 21), 4, 52),
    (datetime.date(2018, 11, 5), 4, 50),
    (datetime.date(2019, 6, 10), 4, 52),
    (datetime.date(2021, 5, 17), 4, 56),
)
AGAIN = 2
UNIVERSITY = (datetime.date(2022, 7, 4), 3, 45)


@dataclass
class Maker:
    world: World
    people: list[tuple[Participant, Enterprise, Chamber]] = field(default_factory=list)
    used: int = 0
    steps: list[CampApplicationStep] = field(default_factory=list)

    def fresh(self, number: int) -> list[tuple[Participant, Enterprise, Chamber]]:
        self.used += number
        return self.people[self.used - number : self.used]

    def cohort(self, camp: Camp, number: int, first: datetime.date, nights: int, status: str, **more: object) -> Cohort:
        since = more.pop("since", None) or _noon(first + datetime.timedelta(days=nights + 30))
        cohort = Cohort.objects.create(
            camp=camp,
            number=number,
            starts_on=first,
            ends_on=first + datetime.timedelta(days=nights),
            status=status,
            status_since=min(since, self.world.now),
            **({"applications_until": _noon(first - datetime.timedelta(days=20))} | more),
        )
        way, before = WAY[: WAY.index(CohortStatus(status)) + 1], ""
        for number_of_step, to in enumerate(way, start=1):
            CohortStep.objects.create(
                cohort=cohort,
                from_status=before,
                to_status=to,
                actor=self.world.people["services"],
                at=cohort.status_since - datetime.timedelta(days=9 * (len(way) - number_of_step)),
            )
            before = to
        return cohort

    def applications(
        self,
        cohort: Cohort,
        people: list[tuple[Participant, Enterprise, Chamber]],
        status: str,
        asker: User | None = None,
    ) -> list[CampApplication]:
        """In one status, with the steps that led there."""
        asked = _noon(cohort.starts_on - datetime.timedelta(days=30))
        rng = self.world.rng
        ranks: dict[int, int] = {}
        made = []
        for person, enterprise, chamber in people:
            rank = None
            if status not in (Status.APPLIED, Status.DECLINED, Status.WITHDRAWN):
                taken = CampApplication.objects.filter(cohort=cohort, chamber=chamber).exclude(rank=None).count()
                rank = ranks[chamber.pk] = ranks.get(chamber.pk, taken) + 1
            made.append(
                CampApplication(
                    cohort=cohort,
                    participant=person,
                    name=person.name,
                    phone=person.phone,
                    enterprise=enterprise,
                    enterprise_name=enterprise.name,
                    chamber=chamber,
                    chamber_name=chamber.name,
                    position=rng.choice(("总经理", "副总经理", "董事长", "党支部书记", "办公室主任")),
                    sex=rng.choice(CampApplication.Sex.values),
                    room=CampApplication.Room.SHARED,
                    applicant=asker,
                    created_at=min(asked, self.world.now - datetime.timedelta(days=6)),
                    rank=rank,
                    status=status,
                    status_since=min(asked + datetime.timedelta(days=8), self.world.now - datetime.timedelta(days=2)),
                )
            )
        CampApplication.objects.bulk_create(made)
        for one in made:
            self._steps_of(one)
        return made

    def _steps_of(self, application: CampApplication) -> None:
        way = PLACES[application.status]
        before = ""
        for behind, to in enumerate(way):
            at = application.status_since - datetime.timedelta(days=len(way) - behind - 1)
            self.steps.append(
                CampApplicationStep(application=application, from_status=before, to_status=to, actor=None, at=at)
            )
            before = to

    def sessions(self, cohort: Cohort, lessons: tuple[tuple[str, str], ...]) -> list[CampSession]:
        """Three a day, the last day only in the morning."""
        made = []
        for number, (title, teacher) in enumerate(lessons):
            day, hour = divmod(number, len(HOURS))
            begin_hour, begin, end_hour, end = HOURS[hour]
            made.append(
                CampSession(
                    cohort=cohort,
                    day=cohort.starts_on + datetime.timedelta(days=min(day, cohort.days - 1)),
                    starts_at=datetime.time(begin_hour, begin),
                    ends_at=datetime.time(end_hour, end),
                    title=title,
                    teacher=teacher,
                )
            )
        return CampSession.objects.bulk_create(made)

    def attend(self, sessions: list[CampSession], people: list[CampApplication], missing: float = 0.05) -> None:
        rng, caller = self.world.rng, self.world.people["services"]
        ticks = []
        for one in people:
            for number, session in enumerate(sessions):
                # Everybody is there when it begins: who never came is on no list of the trained.
                if number and rng.random() < missing:
                    continue
                at = timezone.make_aware(datetime.datetime.combine(session.day, session.starts_at))
                ticks.append(Attendance(session=session, application=one, marked_by=caller, marked_at=at))
        Attendance.objects.bulk_create(ticks, batch_size=2000)

    def certify(self, cohort: Cohort, sessions: list[CampSession], people: list[CampApplication]) -> None:
        was_at: dict[int, int] = {}
        for application in Attendance.objects.filter(session__in=sessions).values_list("application", flat=True):
            was_at[application] = was_at.get(application, 0) + 1
        issued = []
        for one in people:
            attended = was_at.get(one.pk, 0)
            if Decimal(attended * 100) < cohort.attendance_share * len(sessions):
                continue
            cohort.last_serial += 1
            issued.append(
                Certificate(
                    application=one,
                    serial=f"{cohort.camp.code}{cohort.number:02d}-{cohort.last_serial:03d}",
                    code=new_code(),
                    name=one.name,
                    enterprise_name=one.enterprise_name,
                    camp_name=cohort.camp.name,
                    camp_english_name=cohort.camp.english_name,
                    cohort_number=cohort.number,
                    starts_on=cohort.starts_on,
                    ends_on=cohort.ends_on,
                    place=cohort.place,
                    attended=attended,
                    held=len(sessions),
                    share=cohort.attendance_share,
                    issuer=settings.FEDERATION_NAME,
                    issued_on=cohort.ends_on,
                    issued_by=self.world.people["services"],
                    state_since=_noon(cohort.ends_on),
                )
            )
        Certificate.objects.bulk_create(issued)
        cohort.save(update_fields=["last_serial"])


WAY = (
    CohortStatus.PLANNED,
    CohortStatus.OPEN,
    CohortStatus.SELECTION,
    CohortStatus.CONFIRMED,
    CohortStatus.RUNNING,
    CohortStatus.FINISHED,
    CohortStatus.ARCHIVED,
)
PLACES: dict[str, tuple[str, ...]] = {
    Status.APPLIED: (Status.APPLIED,),
    Status.RECOMMENDED: (Status.APPLIED, Status.RECOMMENDED),
    Status.WAITING: (Status.APPLIED, Status.RECOMMENDED, Status.WAITING),
    Status.SELECTED: (Status.APPLIED, Status.RECOMMENDED, Status.SELECTED),
    Status.CONFIRMED: (Status.APPLIED, Status.RECOMMENDED, Status.SELECTED, Status.CONFIRMED),
    Status.DECLINED: (Status.APPLIED, Status.DECLINED),
    Status.WITHDRAWN: (Status.APPLIED, Status.WITHDRAWN),
}


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def make_camps(world: World) -> None:
    maker = Maker(world)
    maker.people = _people(world, 420)
    red = Camp.objects.create(
        slug=JINGGANGSHAN,
        name="井冈山红色教育培训",
        english_name="Jinggangshan study camp",
        code="JGS",
        introduction="追寻革命足迹，坚定理想信念。面向民营经济人士，每期五天，现场教学与座谈相结合。",
        position=1,
    )
    course = Camp.objects.create(
        slug=ZHEJIANG,
        name="浙江大学培训班",
        english_name="Zhejiang University course",
        code="ZJU",
        introduction="提升企业家管理经营能力的短期研修。",
        position=2,
    )
    _past(maker, red, course)
    _today(maker, red, course)
    CampApplicationStep.objects.bulk_create(maker.steps, batch_size=2000)


def _people(world: World, number: int) -> list[tuple[Participant, Enterprise, Chamber]]:
    """One from each enterprise, those with rare characters in their names among them."""
    rng = world.rng
    found = firms(world, number)
    places = Affiliation.objects.filter(enterprise__in=[one.pk for one in found], is_primary=True).select_related(
        "chamber"
    )
    chambers = {place.enterprise_id: place.chamber for place in places}
    active = list(Chamber.objects.published().order_by("position", "pk"))
    made = []
    for at, enterprise in enumerate(found):
        name = RARE[at % len(RARE)] if 200 <= at < 200 + len(RARE) else person_name(rng)
        made.append(Participant(name=name, phone=f"+86136{at:08d}", enterprise=enterprise))
    Participant.objects.bulk_create(made)
    return [
        (person, enterprise, chambers.get(enterprise.pk) or active[at % len(active)])
        for at, (person, enterprise) in enumerate(zip(made, found, strict=True))
    ]


def _past(maker: Maker, red: Camp, course: Camp) -> None:
    first: list[tuple[Participant, Enterprise, Chamber]] = []
    for number, (day, nights, came) in enumerate(COHORTS, start=1):
        cohort = maker.cohort(
            red, number, day, nights, CohortStatus.ARCHIVED, place="江西省井冈山市", lodging="井冈山教育基地", quota=60
        )
        last = number == len(COHORTS)
        people = maker.fresh(came - (AGAIN if last else 0)) + (first[:AGAIN] if last else [])
        first = first or people
        _hold(maker, cohort, LESSONS, people)
    day, nights, came = UNIVERSITY
    cohort = maker.cohort(
        course, 1, day, nights, CohortStatus.ARCHIVED, place="浙江省杭州市", lodging="紫金港校区专家楼", quota=50
    )
    _hold(maker, cohort, COURSES, maker.fresh(came))


def _hold(
    maker: Maker,
    cohort: Cohort,
    lessons: tuple[tuple[str, str], ...],
    people: list[tuple[Participant, Enterprise, Chamber]],
) -> None:
    """Two had confirmed and never came; one gave the place back."""
    sessions = maker.sessions(cohort, lessons)
    there = maker.applications(cohort, people, Status.CONFIRMED)
    maker.applications(cohort, maker.fresh(2), Status.CONFIRMED)
    maker.applications(cohort, maker.fresh(1), Status.WITHDRAWN)
    maker.attend(sessions, there)
    maker.certify(cohort, sessions, there)


def _today(maker: Maker, red: Camp, course: Camp) -> None:
    """One that takes applications, one whose places are being given, one under way, one being planned."""
    world = maker.world
    soon = world.today + datetime.timedelta(days=40)
    opened = maker.cohort(
        red,
        6,
        soon,
        4,
        CohortStatus.OPEN,
        place="江西省井冈山市",
        lodging="井冈山教育基地，双人标准间",
        theme="学四史 促发展",
        quota=50,
        applications_until=_noon(world.today + datetime.timedelta(days=12)),
        due_at=_noon(world.today + datetime.timedelta(days=12)),
        since=world.time_ago(6),
        contact_name="会员科",
        contact_phone="021-57700000",
    )
    maker.sessions(opened, LESSONS)
    chambers = list(Chamber.objects.filter(slug__in=["sijing", "jiuting", "chedun", "xinqiao"]))
    ChamberQuota.objects.bulk_create(ChamberQuota(cohort=opened, chamber=one, seats=6) for one in chambers)
    maker.applications(opened, maker.fresh(9), Status.APPLIED)
    maker.applications(opened, maker.fresh(6), Status.RECOMMENDED)
    _of_logins(maker, opened, course)


def _of_logins(maker: Maker, opened: Cohort, course: Camp) -> None:
    """What those who may log in find: a colleague who waits for the chamber, a place to confirm, a certificate."""
    world = maker.world
    user = world.people["qiye"]
    enterprise = Enterprise.objects.represented_by(user).order_by("pk")[0]
    chamber = Chamber.objects.get(slug="sijing")
    me = Participant.objects.create(name=user.name, phone=user.phone or "", user=user, enterprise=enterprise)
    other = Participant.objects.create(name="林知夏", phone="+8613700000101", enterprise=enterprise)
    maker.applications(opened, [(other, enterprise, chamber)], Status.APPLIED, user)

    giving = maker.cohort(
        course,
        3,
        world.today + datetime.timedelta(days=15),
        3,
        CohortStatus.SELECTION,
        place="浙江省杭州市",
        lodging="紫金港校区专家楼",
        quota=12,
        applications_until=world.time_ago(3),
        since=world.time_ago(2),
    )
    maker.sessions(giving, COURSES)
    ChamberQuota.objects.create(cohort=giving, chamber=chamber, seats=3)
    maker.applications(giving, [(me, enterprise, chamber)], Status.SELECTED, user)
    CampApplication.objects.filter(cohort=giving, participant=me).update(
        status_since=world.time_ago(1), due_at=world.now + datetime.timedelta(days=2)
    )
    maker.applications(giving, maker.fresh(8), Status.RECOMMENDED)
    maker.applications(giving, maker.fresh(5), Status.APPLIED)

    running = maker.cohort(
        course,
        2,
        world.today - datetime.timedelta(days=1),
        3,
        CohortStatus.RUNNING,
        place="浙江省杭州市",
        lodging="紫金港校区专家楼",
        quota=30,
        since=world.time_ago(1),
    )
    sessions = maker.sessions(running, COURSES)
    there = maker.applications(running, maker.fresh(24), Status.CONFIRMED)
    maker.attend([one for one in sessions if one.day < world.today], there)

    past = Cohort.objects.get(camp__slug=JINGGANGSHAN, number=5)
    _certificate_of(maker, past, me, enterprise, chamber)
    maker.cohort(
        opened.camp,
        7,
        world.today + datetime.timedelta(days=160),
        4,
        CohortStatus.PLANNED,
        place="江西省井冈山市",
        quota=50,
        since=world.time_ago(1),
    )


def _certificate_of(maker: Maker, cohort: Cohort, me: Participant, enterprise: Enterprise, chamber: Chamber) -> None:
    """The enterprise's contact was there too, and is one of the counted."""
    before = list(CampApplication.objects.filter(cohort=cohort, status=Status.CONFIRMED).order_by("pk")[:1])
    application = before[0]
    application.participant, application.name = me, me.name
    application.enterprise, application.enterprise_name = enterprise, enterprise.name
    application.chamber, application.chamber_name = chamber, chamber.name
    application.rank = None
    application.save()
    application.certificates.update(name=me.name, enterprise_name=enterprise.name)
