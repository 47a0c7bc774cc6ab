"""Demands in every state over two years, with the turns, steps and words that brought them there; all invented."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from chambers.bodies.models import Affiliation, Chamber, Officer
from federation.accounts.models import User
from federation.demo.world import World, demo_builder
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.demands.actions import clocks
from services.demands.choices import Ended, Priority, Satisfaction, Side, Source
from services.demands.models import Demand, DemandCategory, DemandHandling, DemandRemark, DemandStep
from services.demands.statuses import DAYS, OPEN, Status

DEPARTMENTS = (
    ("松江区交通委员会", "区交通委"),
    ("松江区经济委员会", "区经委"),
    ("松江区规划和自然资源局", "区规划资源局"),
    ("国家税务总局上海市松江区税务局", "区税务局"),
    ("松江区人力资源和社会保障局", "区人社局"),
    ("松江区市场监督管理局", "区市场监管局"),
)
# Who usually deals with a category; the categories themselves come with the product.
DEPARTMENT_OF = {
    "roads": "区交通委",
    "energy": "区经委",
    "site": "区规划资源局",
    "tax": "区税务局",
    "staff": "区人社局",
    "permits": "区市场监管局",
}
C = Satisfaction.SATISFIED
# Title, what is needed, category, days since it was raised, where it stands, how it came, words of the answer.
# "closed+" was closed in the second round, "late" answered after the deadline, "passed" went through two departments.
SPECS = (
    (
        "厂门口道路一下雨就积水",
        "每逢大雨厂门口积水二十多厘米，货车进出困难，请协调。",
        "roads",
        620,
        "closed",
        "e",
    ),
    (
        "申请增设园区公交站点",
        "园区职工一千二百余人，最近站点步行二十五分钟，盼增设。",
        "roads",
        585,
        "closed+",
        "c",
    ),
    ("变压器增容审批进度", "新产线需增容六百三十千伏安，已报两个月未有回音。", "energy", 540, "closed", "e"),
    ("技能人才落户咨询", "两名高级技师已连续缴纳社保七年，想了解落户条件与材料。", "staff", 512, "mostly", "v"),
    ("租赁厂房消防整改期限", "二房东未完成消防整改，影响我司投产，请协调。", "site", 498, "late", "e"),
    ("留抵退税进度查询", "三季度留抵退税申请已受理，未见到账。", "tax", 476, "closed", "e"),
    ("食品经营许可变更", "增加冷链仓储项目，现场核查迟迟未安排。", "permits", 455, "closed", "c"),
    ("春节后用工缺口大", "包装车间缺工六十人，盼组织专场招聘。", "staff", 430, "mostly", "v"),
    ("周边停车难", "路侧停车位减少后职工无处停车。", "roads", 402, "closed+", "e"),
    ("展期贷款衔接", "贷款月底到期，续贷审批未完成，担心断档。", "finance", 380, "closed", "e"),
    ("高新技术企业奖励兑现", "去年认定的奖励资金尚未拨付。", "other", 355, "passed", "e"),
    ("限电期间有序用电方案", "请提前告知限电安排，以便调整排班。", "energy", 340, "closed", "v"),
    ("仓库改造环评", "仓库改为轻加工是否需要环评，请指导。", "site", 322, "mostly", "e"),
    ("工伤认定材料", "职工下班途中受伤，认定材料多次补正。", "staff", 300, "late", "e"),
    ("跨区迁移税务清算", "由外区迁入，历史欠票核对困难。", "tax", 284, "closed", "c"),
    ("货车通行证办理", "新增三辆货车，通行证额度不足。", "roads", 262, "closed", "e"),
    ("实验室危化品备案", "需要了解危化品存储备案流程。", "permits", 240, "withdrawn", "e"),
    ("园区宽带中断频繁", "近一个月宽带中断七次，影响线上业务。", "other", 221, "closed", "v"),
    ("燃气管道接入", "食堂改造需接入天然气。", "energy", 205, "closed+", "e"),
    ("残保金减免政策", "已安置残疾职工四名，申请减免。", "tax", 188, "closed", "e"),
    ("厂房租约到期续租", "房东拟大幅涨租，请帮助沟通或另寻场地。", "site", 170, "mostly", "c"),
    ("校园招聘对接", "希望对接本区高校机械类毕业生。", "staff", 152, "closed", "e"),
    ("检验检测排期长", "电梯年检排期已到下月底。", "permits", 137, "late", "e"),
    ("路口信号灯配时", "上下班高峰左转绿灯只有八秒。", "roads", 118, "closed", "v"),
    ("展会补贴申报", "境外参展补贴申报系统无法提交。", "other", 101, "passed", "e"),
    ("充电桩用电申请", "停车场拟建充电桩二十个。", "energy", 88, "closed", "e"),
    ("担保费率偏高", "担保费率较去年上调，盼协调。", "finance", 30, "reopened", "e"),
    ("道路施工封闭出入口", "施工围挡封住唯一货运出口。", "roads", 46, "closed", "e"),
    ("稳岗返还未到账", "稳岗返还公示已过，资金未到。", "staff", 7, "answered", "e"),
    ("排污许可延续", "排污许可证下月到期，系统提示材料不全。", "permits", 27, "answered", "c"),
    ("研发费用加计扣除口径", "委托研发部分如何归集，口径不一。", "tax", 25, "planned", "e"),
    ("厂区外路灯不亮", "夜班职工反映外侧路灯坏了一排。", "roads", 24, "planned-late", "v"),
    ("宿舍用地指标", "拟建职工宿舍，咨询配套用地政策。", "site", 16, "planned", "e"),
    ("高温津贴政策咨询", "户外作业人员津贴标准与发放月份。", "staff", 4, "contacted", "e"),
    ("用水水压不足", "三楼以上车间水压不足。", "energy", 3, "contacted", "c"),
    ("商标变更加急", "签约在即，商标变更尚未核准。", "permits", 7, "assigned-late", "e"),
    ("厂区门前违停", "社会车辆占用装卸区。", "roads", 3, "assigned", "e"),
    ("社保缴费基数核定", "新入职人员基数核定有误。", "staff", 8, "reopened", "e"),
    ("扩建厂房容积率", "能否在原地块提高容积率。", "site", 3, "raised-late", "v"),
    ("贷款利率优惠", "听闻有普惠利率，请介绍。", "finance", 2, "raised", "e"),
    ("厂门口又积水了", "与此前反映的积水点相距三十米。", "roads", 1, "raised", "e"),
    ("门前违停（重复反映）", "同厂区门前违停一事。", "roads", 2, "duplicate", "e"),
)
SOURCES = {"e": Source.ENTERPRISE, "c": Source.CHAMBER, "v": Source.VISIT}
ANSWER = "已到现场查看并与贵司负责人沟通，问题按计划办结；如仍有不便请随时联系。"
PLAN = "本周内到现场查看，会同相关单位提出办法，下周给出书面答复。"
NOTE = "现场情况已拍照，报科室研究。"
CALL = "已与联系人通话，了解情况，约定上门时间。"
UNHAPPY = "企业反映问题尚未彻底解决，希望再到现场看看。"
# Where the same enterprise has several; the manager who logs in by phone comes first.
OWNERS = (0, 4, 5, 0, 6, 7, 8, 9, 0, 10, 11, 0, 12, 13, 14, 15, 16, 17, 18, 19)


@dataclass
class Writer:
    """Collects rows and writes them table by table, in the order of their keys."""

    world: World
    staff: User
    caller: User
    officers: dict[int, User]
    secretaries: dict[int, User]
    demands: list[Demand] = field(default_factory=list)
    handlings: list[DemandHandling] = field(default_factory=list)
    steps: list[DemandStep] = field(default_factory=list)
    remarks: list[DemandRemark] = field(default_factory=list)

    def step(self, demand: Demand, to: Status, at: datetime.datetime, by: User | None, reason: str = "") -> None:
        hat = "机关干部" if by and by.is_staff else demand.enterprise_name
        if by in self.officers.values():
            hat = str(demand.department)
        self.steps.append(
            DemandStep(
                demand=demand, from_status=demand.status, to_status=to, actor=by, at=at, reason=reason, hat=hat[:120]
            )
        )
        demand.status, demand.status_since = to, at

    def turn(self, demand: Demand, at: datetime.datetime, to: PartnerOrganisation | User) -> DemandHandling:
        department = to if isinstance(to, PartnerOrganisation) else None
        owner = None if department else to
        demand.turn += 1
        demand.round = max(demand.round, 1)
        demand.department, demand.owner = department, owner
        demand.assigned_at = demand.assigned_at or at
        handling = DemandHandling(
            demand=demand,
            turn=demand.turn,
            round=demand.round,
            department=department,
            owner=owner,
            assigned_by=self.staff,
            assigned_at=at,
            **clocks(demand.category, demand.priority, at),
        )
        self.handlings.append(handling)
        return handling

    def write(self) -> None:
        for demand in self.demands:
            demand.status = demand.status or Status.RAISED
        Demand.objects.bulk_create(self.demands)
        DemandHandling.objects.bulk_create(self.handlings)
        DemandStep.objects.bulk_create(self.steps)
        DemandRemark.objects.bulk_create(self.remarks)


def _hours(number: float) -> datetime.timedelta:
    return datetime.timedelta(hours=number)


class Story:
    """One demand from the day on which it was raised to where it stands."""

    def __init__(self, writer: Writer, number: int, firm: Enterprise, asker: User, chamber: Chamber | None) -> None:
        title, text, code, days, self.end, came = SPECS[number]
        self.writer, self.number, self.asker = writer, number, asker
        self.category: DemandCategory = writer.world.shelf["demand_categories"][code]
        self.at = writer.world.time_ago(days, 9)
        source = SOURCES[came]
        self.demand = Demand(
            enterprise=firm,
            enterprise_name=firm.name,
            chamber=chamber,
            town_id=firm.town_id,
            source=source,
            raised_by=self._who(source, chamber),
            raised_at=self.at,
            title=title,
            text=text,
            category=self.category,
            priority=Priority.URGENT if number % 9 == 4 else Priority.NORMAL,
            contact_name=asker.name,
            contact_phone=f"+86139{(number + 1) * 1_234_567 % 10**8:08d}",
            status="",
            status_since=self.at,
        )
        writer.demands.append(self.demand)
        writer.step(self.demand, Status.RAISED, self.at, self.demand.raised_by)

    def _who(self, source: Source, chamber: Chamber | None) -> User:
        if source == Source.VISIT:
            return self.writer.staff
        secretary = self.writer.secretaries.get(chamber.pk) if chamber and source == Source.CHAMBER else None
        return secretary or self.asker

    @property
    def hands(self) -> PartnerOrganisation | User:
        return self.category.department or self.writer.staff

    def officer(self) -> User | None:
        demand = self.demand
        return self.writer.officers.get(demand.department_id) if demand.department_id else demand.owner

    def tell(self) -> Demand:
        end = self.end.split("-")[0]
        if end in ("raised", "withdrawn", "duplicate"):
            if end == "withdrawn":
                self.writer.step(self.demand, Status.WITHDRAWN, self.at + _hours(30), self.asker, "已自行解决")
            return self._due()
        self._assign(_hours(60 if self.end == "passed" else 5))
        if self.end == "passed":
            self._pass_on()
        if end == "assigned":
            return self._due()
        self._round(late=end == "late", until=end)
        return self._due()

    def _assign(self, after: datetime.timedelta) -> None:
        self.at += after
        self.handling = self.writer.turn(self.demand, self.at, self.hands)
        self.writer.step(self.demand, Status.ASSIGNED, self.at, self.writer.staff)

    def _pass_on(self) -> None:
        self.at += _hours(20)
        self.handling.ended_at, self.handling.ended = self.at, Ended.TRANSFERRED
        other = self.writer.world.shelf["demand_departments"]["区经委"]
        self.handling = self.writer.turn(self.demand, self.at, other)
        self.writer.step(self.demand, Status.ASSIGNED, self.at, self.writer.staff, "经核实属产业政策，转区经委办理")

    def _round(self, late: bool, until: str) -> None:
        one, writer = self.handling, self.writer
        self.at += _hours(20)
        one.contacted_at, one.contact_note = self.at, CALL
        writer.step(self.demand, Status.CONTACTED, self.at, self.officer())
        writer.remarks.append(
            self._remark(Side.ENTERPRISE, self.asker, "谢谢来电，材料已备好，随时可以上门。", _hours(2))
        )
        if until == "contacted":
            return
        self.at += _hours(30)
        one.planned_at, one.plan = self.at, PLAN
        writer.step(self.demand, Status.PLANNED, self.at, self.officer(), PLAN)
        writer.remarks.append(self._remark(Side.OWNER, self.officer(), NOTE, _hours(1), True))
        if until == "planned":
            return
        self.at = one.close_due_at + _hours(70) if late else self.at + _hours(48)
        one.answered_at, one.answered_by, one.answer = self.at, self.officer(), ANSWER
        writer.step(self.demand, Status.ANSWERED, self.at, self.officer(), ANSWER)
        if until != "answered":
            self._call_back(until)

    def _call_back(self, until: str) -> None:
        one, writer, demand = self.handling, self.writer, self.demand
        self.at += _hours(26)
        again = until == "reopened" or (until == "closed+" and demand.round == 1)
        said = Satisfaction.DISSATISFIED if again else Satisfaction.MOSTLY if until == "mostly" else C
        one.called_back_at, one.called_back_by, one.satisfaction = self.at, writer.caller, said
        one.callback_note = UNHAPPY if again else "企业表示认可"
        one.ended_at, one.ended = self.at, Ended.REOPENED if again else Ended.CLOSED
        demand.satisfaction = said
        if not again:
            demand.closed_at = self.at
            writer.step(demand, Status.CLOSED, self.at, writer.caller, one.callback_note)
            return
        demand.round += 1
        self.handling = writer.turn(demand, self.at, one.department or one.owner)
        writer.step(demand, Status.REOPENED, self.at, writer.caller, UNHAPPY)
        if until == "closed+":
            self._round(late=False, until=until)

    def _remark(
        self, side: Side, by: User | None, text: str, after: datetime.timedelta, internal: bool = False
    ) -> DemandRemark:
        hat = self.demand.enterprise_name if side == Side.ENTERPRISE else self.demand.in_charge
        return DemandRemark(
            demand=self.demand,
            side=side,
            author=by,
            hat=hat[:120],
            text=text,
            at=min(self.at + after, self.writer.world.now),
            internal=internal,
        )

    def _due(self) -> Demand:
        demand = self.demand
        status = Status(demand.status)
        if status in DAYS:
            demand.due_at = demand.status_since + datetime.timedelta(days=DAYS[status])
        elif status in OPEN:
            name = {Status.CONTACTED: "plan_due_at", Status.PLANNED: "close_due_at"}.get(status, "contact_due_at")
            demand.due_at = getattr(self.handling, name)
        return demand


def make_categories(world: World) -> None:
    departments = {}
    for name, short_name in DEPARTMENTS:
        kind = PartnerOrganisation.Kind.DEPARTMENT
        departments[short_name] = PartnerOrganisation.objects.get_or_create(
            name=name, defaults={"kind": kind, "short_name": short_name}
        )[0]
    world.shelf["demand_departments"] = departments
    world.shelf["demand_categories"] = {
        code: _category(code, departments.get(DEPARTMENT_OF.get(code, "")))
        for code in dict.fromkeys(spec[2] for spec in SPECS)
    }


def _category(code: str, department: PartnerOrganisation | None) -> DemandCategory:
    """Beside real data the staff may have given it another code, or a department, which stays."""
    category, _made = DemandCategory.objects.get_or_create(code=code, defaults={"name": code})
    if category.department is None and department is not None:
        category.department = department
        category.save(update_fields=["department"])
    return category


def _askers(world: World) -> list[tuple[User, Enterprise]]:
    return [(user, firm.enterprise) for user, firm in world.shelf["represented"]]


def _chambers(firms: list[Enterprise]) -> dict[int, Any]:
    places = Affiliation.objects.on().filter(enterprise__in=firms, is_primary=True).select_related("chamber")
    return {place.enterprise_id: place.chamber for place in places}


def _secretaries() -> dict[int, User]:
    offices = Officer.objects.on().filter(office=Officer.Office.SECRETARY).exclude(user=None)
    return {office.chamber_id: office.user for office in offices.select_related("user")}


@demo_builder(order=32, holds_data=Demand.objects.exists)
def build_demands(world: World) -> None:
    make_categories(world)
    officers = {
        office.organisation_id: office.user
        for department in world.shelf["demand_departments"].values()
        for office in department.officers.select_related("user").order_by("pk")[:1]
    }
    writer = Writer(world, world.people["services"], world.people["admin"], officers, _secretaries())
    askers = _askers(world)
    chambers = _chambers([firm for _user, firm in askers])
    told: list[Story] = []
    for number in range(len(SPECS)):
        user, firm = askers[OWNERS[number % len(OWNERS)]]
        story = Story(writer, number, firm, user, chambers.get(firm.pk))
        told.append(story)
        if story.end != "duplicate":
            story.tell()
    _join(writer, told)
    writer.write()
    _join_written(told)


def _same(told: list[Story]) -> tuple[Story, Story]:
    return next(one for one in told if one.end == "duplicate"), next(one for one in told if one.end == "assigned")


def _join(writer: Writer, told: list[Story]) -> None:
    """The repeated one is of the same enterprise as the one that it repeats."""
    repeated, kept = _same(told)
    for name in ("enterprise", "enterprise_name", "chamber", "town_id"):
        setattr(repeated.demand, name, getattr(kept.demand, name))
    repeated._due()


def _join_written(told: list[Story]) -> None:
    repeated, kept = _same(told)
    demand = repeated.demand
    at = demand.raised_at + _hours(6)
    demand.duplicate_of, demand.status, demand.status_since, demand.due_at = kept.demand, Status.DUPLICATE, at, None
    demand.save()
    DemandStep.objects.create(
        demand=demand,
        from_status=Status.RAISED,
        to_status=Status.DUPLICATE,
        actor=repeated.writer.staff,
        hat="机关干部",
        at=at,
        reason=f"与 {kept.demand.reference} 为同一事项",
    )
