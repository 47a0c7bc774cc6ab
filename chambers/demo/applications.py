"""Applications at every point of their way, with their steps, licences and the messages that went with them."""

import datetime
import io
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Max
from django.urls import reverse
from PIL import Image, ImageDraw
from stdnum.cn import uscc as uscc_number

from chambers.applications.models import ApplicationStep, MembershipApplication
from chambers.applications.statuses import Status
from chambers.bodies.models import Chamber, Officer
from chambers.uploads import LICENCE
from federation.accounts.models import User
from federation.demo.people import extras, person
from federation.demo.world import World
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from federation.inbox.actions import subject_key
from federation.inbox.models import Message
from members.demo.words import person_name
from members.enterprises.models import Enterprise, IndustryClass, Town
from members.membership.models import MembershipPeriod

WAY: dict[Status, tuple[Status, ...]] = {
    Status.DRAFT: (),
    Status.SUBMITTED: (Status.SUBMITTED,),
    Status.RETURNED: (Status.SUBMITTED, Status.RETURNED),
    Status.RECOMMENDED: (Status.SUBMITTED, Status.RECOMMENDED),
    Status.APPROVED: (Status.SUBMITTED, Status.RECOMMENDED, Status.APPROVED),
    Status.REJECTED: (Status.SUBMITTED, Status.RECOMMENDED, Status.REJECTED),
    Status.WITHDRAWN: (Status.SUBMITTED, Status.WITHDRAWN),
}
# Status, town or chamber, days since the last step.
NEWCOMERS = (
    (Status.SUBMITTED, "sijing", 9),
    (Status.SUBMITTED, "sijing", 4),
    (Status.SUBMITTED, "sijing", 1),
    (Status.SUBMITTED, "jiuting", 6),
    (Status.SUBMITTED, "zhejiang-chamber", 3),
    (Status.SUBMITTED, "xinqiao", 2),
    (Status.RECOMMENDED, "sijing", 11),
    (Status.RECOMMENDED, "chedun", 5),
    (Status.RECOMMENDED, "zhejiang-chamber", 3),
    (Status.RECOMMENDED, "ic-chamber", 1),
    (Status.RETURNED, "sijing", 7),
    (Status.RETURNED, "yexie", 2),
    (Status.REJECTED, "sijing", 40),
    (Status.REJECTED, "jiuting", 75),
    (Status.WITHDRAWN, "sijing", 30),
    (Status.WITHDRAWN, "dongjing", 12),
    (Status.DRAFT, "sijing", 1),
)
NAMES = "岭南 沐川 知行 青屿 禾目 拾光 未来石 云上 北斗星 小满 大雪 长风 弄潮 朝露 听松 望湖 揽月 逐浪".split()
LINES = (("6513", "软件"), ("3525", "模具"), ("5193", "电子商务"), ("6210", "餐饮管理"), ("7484", "工程设计"))
REASONS = {
    Status.RETURNED: "营业执照照片不清楚，请重新上传。",
    Status.REJECTED: "注册地址不在本区，请向所在区工商联申请。",
    Status.RECOMMENDED: "商会已走访，情况属实，同意推荐。",
}
WORDS = {
    Status.SUBMITTED: "{name}的申请已送达{chamber}",
    Status.RETURNED: "请修改{name}的申请",
    Status.RECOMMENDED: "{chamber}推荐{name}入会",
    Status.APPROVED: "{name}已是工商联会员",
    Status.REJECTED: "{name}的申请未获批准",
    Status.WITHDRAWN: "{name}撤回了申请",
}


@dataclass
class Maker:
    world: World
    chambers: dict[str, Chamber]
    licences: list[StoredFile]
    towns: dict[str, Town]
    industries: set[str]
    secretaries: dict[int, User]
    steps: list[ApplicationStep] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def newcomer(self, number: int, applicant: User, status: Status, slug: str, days: int) -> MembershipApplication:
        """An enterprise that the register doesn't know."""
        code, word = LINES[number % len(LINES)]
        name = f"上海{NAMES[number % len(NAMES)]}{word}有限公司"
        town = self.towns.get(slug) or self.towns["sijing"]
        body = f"91310117MAN{number:06d}"
        facts = {
            "name": name,
            "legal_representative": applicant.name,
            "town": town.pk,
            "address": f"上海市松江区{town.name}人民路{number * 7 + 3}号",
            "registered_on": self.world.days_ago(200 + 40 * number).isoformat(),
            "capital": "1000000.00",
            "industry": code if code in self.industries else None,
            "staff_count": 8 + number,
            "revenue": "3200000.00",
        }
        return self._make(
            applicant,
            body + uscc_number.calc_check_digit(body),
            name,
            status,
            self.chambers[slug],
            days,
            form={"facts": facts},
        )

    def renewal(self, applicant: User, enterprise: Enterprise, status: Status, slug: str, days: int) -> None:
        kind = MembershipPeriod.Kind.RENEWAL
        uscc = enterprise.uscc or ""
        self._make(
            applicant, uscc, enterprise.name, status, self.chambers[slug], days, enterprise=enterprise, kind=kind
        )

    def approved(self, applicant: User, period: MembershipPeriod, chamber: Chamber) -> None:
        """The application that a period of today follows from."""
        enterprise = period.membership.enterprise
        decided = (self.world.today - period.starts_on).days
        self._make(
            applicant,
            enterprise.uscc or "",
            enterprise.name,
            Status.APPROVED,
            chamber,
            decided,
            enterprise=enterprise,
            kind=period.kind,
            period=period,
        )

    def _make(
        self,
        applicant: User,
        uscc: str,
        name: str,
        status: Status,
        chamber: Chamber,
        days: float,
        *,
        form: dict[str, Any] | None = None,
        **values: Any,
    ) -> MembershipApplication:
        phone = applicant.phone or f"+86137{int(uscc[-9:-1], 36) % 10**8:08d}"
        contact = {"name": applicant.name, "position": "经办人", "phone": phone, "email": ""}
        way = WAY[status]
        moments = [self.world.time_ago(days + 2.4 * (len(way) - number - 1)) for number in range(len(way))]
        application = MembershipApplication(
            applicant=applicant,
            uscc=uscc,
            enterprise_name=name,
            status=status,
            chamber=chamber,
            licence=self.world.rng.choice(self.licences),
            form={**(form or {}), "contact": contact, "consent": {"truth": True, "privacy": True, "listed": True}},
            step="review",
            created_at=(moments or [self.world.time_ago(days)])[0] - datetime.timedelta(minutes=25),
            submitted_at=moments[0] if moments else None,
            status_since=(moments or [self.world.time_ago(days)])[-1],
            **values,
        )
        application.save()
        self._tell(application, way, moments)
        return application

    def _tell(
        self, application: MembershipApplication, way: tuple[Status, ...], moments: list[datetime.datetime]
    ) -> None:
        """The steps and what was said at each, without mail: nobody in the demonstration has a mailbox."""
        world, chamber = self.world, application.chamber
        secretary = self.secretaries.get(chamber.pk)
        before = Status.DRAFT
        for to, at in zip(way, moments, strict=True):
            by_chamber = before == Status.SUBMITTED and to in {Status.RECOMMENDED, Status.RETURNED}
            by_staff = before == Status.RECOMMENDED
            actor = secretary if by_chamber else world.people["clerk"] if by_staff else application.applicant
            hat = f"{chamber.name}秘书长" if by_chamber else "机关干部" if by_staff else ""
            step = ApplicationStep(
                application=application,
                from_status=before,
                to_status=to,
                actor=actor,
                hat=hat,
                at=at,
                reason=REASONS.get(to, ""),
            )
            self.steps.append(step)
            before = to

    def finish(self) -> None:
        ApplicationStep.objects.bulk_create(self.steps)
        for step in self.steps:
            application = step.application
            for reader, page in self._readers(step):
                self.messages.append(
                    Message(
                        recipient=reader,
                        rule=f"application-{step.to_status}",
                        subject_key=subject_key(step),
                        on_date=step.at.date(),
                        title=WORDS[Status(step.to_status)].format(
                            name=application.enterprise_name, chamber=application.chamber
                        ),
                        body=f"原因：{step.reason}" if step.reason else "",
                        url=reverse(page, args=[application.pk]),
                        created_at=step.at,
                        read_at=None if step.at > self.world.time_ago(8) else step.at + datetime.timedelta(hours=3),
                    )
                )
        Message.objects.bulk_create(self.messages, ignore_conflicts=True)

    def _readers(self, step: ApplicationStep) -> list[tuple[User, str]]:
        application = step.application
        secretary = self.secretaries.get(application.chamber_id)
        readers = [(application.applicant, "apply:status")]
        if step.to_status != Status.RECOMMENDED and secretary:
            readers.append((secretary, "chamber_desk:application"))
        if step.to_status == Status.RECOMMENDED:
            readers.append((self.world.people["clerk"], "admin:chambers_membershipapplication_change"))
        return readers


def make_applications(world: World, chambers: dict[str, Chamber]) -> None:
    secretaries = Officer.objects.on().filter(office=Officer.Office.SECRETARY).exclude(user=None)
    maker = Maker(
        world,
        chambers,
        [_licence(number) for number in range(4)],
        {town.code: town for town in Town.objects.all()},
        set(IndustryClass.objects.values_list("code", flat=True)),
        {officer.chamber_id: officer.user for officer in secretaries.select_related("user")},
    )
    shenqing = person(world, "shenqing", "宋知远", phone="+8613800000004", phone_verified=True)
    quiet = iter(extras(world, "shenqing", [person_name(world.rng) for _ in NEWCOMERS]))
    returned = 0
    for number, (status, slug, days) in enumerate(NEWCOMERS):
        # The applicant who can log in is the one whose application came back to be mended.
        mends = status == Status.RETURNED and not returned
        returned += mends
        maker.newcomer(number, shenqing if mends else next(quiet), status, slug, days)
    represented = world.shelf["represented"]
    several, second = represented[1]
    maker.renewal(several, second.enterprise, Status.RETURNED, second.enterprise.town.code, 3)
    for user, firm in represented[3:6]:
        maker.renewal(user, firm.enterprise, Status.RECOMMENDED, firm.enterprise.town.code, 4)
    _past_approvals(maker, represented[20:])
    maker.finish()


def _past_approvals(maker: Maker, represented: list[tuple[User, Any]]) -> None:
    users = {firm.enterprise.pk: user for user, firm in represented}
    latest = MembershipPeriod.objects.filter(membership__enterprise__in=users).values("membership")
    starts = dict(latest.annotate(last=Max("starts_on")).values_list("membership", "last"))
    periods = MembershipPeriod.objects.filter(membership__in=starts).select_related("membership__enterprise__town")
    for period in periods.order_by("pk"):
        if starts[period.membership_id] != period.starts_on:
            continue
        enterprise = period.membership.enterprise
        chamber = maker.chambers.get(enterprise.town.code)
        if chamber:
            maker.approved(users[enterprise.pk], period, chamber)


def _licence(number: int) -> StoredFile:
    """A picture that looks like a licence from afar and says nothing."""
    picture = Image.new("RGB", (900, 640), "#f3efe2")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((24, 24, 876, 616), outline="#b0895a", width=8)
    pen.rectangle((300, 70, 600, 112), fill="#6b5b45")
    for line in range(7):
        pen.rectangle((110, 190 + 44 * line, 520 + (line * 67 + number * 41) % 240, 204 + 44 * line), fill="#b9b09d")
    pen.ellipse((640, 420, 780, 560), outline="#c23b22", width=10)
    content = io.BytesIO()
    picture.save(content, "PNG")
    upload = SimpleUploadedFile(f"营业执照{number + 1}.png", content.getvalue(), "image/png")
    return store_upload(purpose=LICENCE, upload=upload, user=None)
