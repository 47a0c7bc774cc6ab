"""Finance applications at every point of their way, with versions, consents, checklists and a government desk.

Nothing here was paid out: what banks paid is the drawdowns' own demonstration.
"""

import datetime
import io
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from chambers.bodies.models import Chamber, Officer
from federation.accounts.models import User
from federation.demo.people import person
from federation.demo.world import World, demo_builder
from federation.files.actions import store_upload
from federation.files.models import StoredFile
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.finance.consents import CURRENT
from services.finance.loans import BankLoan, LoanStep
from services.finance.models import (
    DataConsent,
    EndorsementCheck,
    FinanceApplication,
    FinancePaper,
    FinanceStep,
    FinanceVersion,
    PolicyDecision,
    PolicyDesk,
)
from services.finance.statuses import (
    DAYS,
    LOAN_DAYS,
    Guarantee,
    Hand,
    Kind,
    LoanStatus,
    Policy,
    Purpose,
    RejectReason,
    Status,
)
from services.finance.uploads import FINANCE_PAPER

DESK = ("松江区经济委员会", "区经委", "policy", "邵明川")
# How an application comes to where it stands.
TO_MATCHING = (Status.SUBMITTED, Status.ENDORSED, Status.MATCHING)
TO_BANKS = (*TO_MATCHING, Status.WITH_BANKS)
WAY: dict[Status, tuple[Status, ...]] = {
    Status.DRAFT: (),
    Status.SUBMITTED: (Status.SUBMITTED,),
    Status.RETURNED: (Status.SUBMITTED, Status.RETURNED),
    Status.ENDORSED: (Status.SUBMITTED, Status.ENDORSED),
    Status.MATCHING: TO_MATCHING,
    Status.WITH_BANKS: TO_BANKS,
    Status.REFERRED: (*TO_BANKS, Status.REFERRED),
    Status.GRANTED: (*TO_BANKS, Status.GRANTED),
    Status.COMPLETED: (*TO_BANKS, Status.GRANTED, Status.COMPLETED),
    Status.DECLINED: (*TO_MATCHING, Status.DECLINED),
    Status.WITHDRAWN: (Status.SUBMITTED, Status.WITHDRAWN),
}
LOAN_WAY: dict[LoanStatus, tuple[LoanStatus, ...]] = {
    LoanStatus.ASSIGNED: (LoanStatus.ASSIGNED,),
    LoanStatus.ACCEPTED: (LoanStatus.ASSIGNED, LoanStatus.ACCEPTED),
    LoanStatus.MORE_ASKED: (LoanStatus.ASSIGNED, LoanStatus.MORE_ASKED),
    LoanStatus.APPROVED: (LoanStatus.ASSIGNED, LoanStatus.ACCEPTED, LoanStatus.APPROVED),
    LoanStatus.CLOSED: (LoanStatus.ASSIGNED, LoanStatus.ACCEPTED, LoanStatus.APPROVED, LoanStatus.CLOSED),
    LoanStatus.REJECTED: (LoanStatus.ASSIGNED, LoanStatus.REJECTED),
    LoanStatus.REFERRED: (LoanStatus.ASSIGNED, LoanStatus.REFERRED),
}
REASONS = {
    Status.RETURNED: "订单合同未附，金额与合同不符，请补充后重新提交。",
    Status.REFERRED: "请商会核实在手订单后再议。",
    Status.DECLINED: "各合作银行目前均无法受理，建议先完善财务报表。",
    Status.WITHDRAWN: "资金已另行解决。",
}
QUESTION = "请补充近三个月银行流水。"


class Row(NamedTuple):
    """`who` is the place in the list of represented enterprises; `days` since the last step."""

    status: Status
    who: int
    days: float
    wan: int
    months: int
    kind: Kind = Kind.NEW
    guarantee: Guarantee = Guarantee.CREDIT
    purpose: Purpose = Purpose.WORKING_CAPITAL
    note: str = "采购原材料，备货旺季订单"
    loan: LoanStatus | None = None


ROWS = (
    Row(Status.WITH_BANKS, 0, 2, 300, 12, loan=LoanStatus.MORE_ASKED),
    Row(Status.DRAFT, 0, 1, 80, 6),
    Row(
        Status.SUBMITTED,
        4,
        6,
        500,
        24,
        guarantee=Guarantee.MORTGAGE,
        purpose=Purpose.EQUIPMENT,
        note="购置数控机床两台",
    ),
    Row(Status.SUBMITTED, 5, 1, 150, 12),
    Row(Status.SUBMITTED, 8, 3, 120, 12, purpose=Purpose.ORDERS, note="履行整车厂配套订单"),
    Row(Status.RETURNED, 1, 3, 200, 12, purpose=Purpose.ORDERS, note="履行出口订单"),
    Row(Status.ENDORSED, 6, 4, 800, 36, guarantee=Guarantee.MORTGAGE, purpose=Purpose.PREMISES, note="厂房改造"),
    Row(Status.ENDORSED, 7, 7, 100, 12),
    Row(Status.MATCHING, 8, 2, 260, 12, guarantee=Guarantee.COMPANY),
    Row(Status.MATCHING, 9, 5, 1200, 36, guarantee=Guarantee.PLEDGE, purpose=Purpose.RESEARCH, note="新产品研发"),
    Row(Status.WITH_BANKS, 10, 1, 350, 12, loan=LoanStatus.ASSIGNED),
    Row(Status.WITH_BANKS, 11, 4, 90, 6, purpose=Purpose.WAGES, note="发放工资", loan=LoanStatus.ACCEPTED),
    Row(Status.REFERRED, 12, 3, 420, 12, loan=LoanStatus.REFERRED),
    Row(Status.GRANTED, 13, 8, 500, 12, Kind.RENEWAL, Guarantee.MORTGAGE, loan=LoanStatus.APPROVED),
    Row(Status.COMPLETED, 14, 60, 180, 12, Kind.EXTENSION, loan=LoanStatus.CLOSED),
    Row(Status.DECLINED, 15, 25, 2000, 36, loan=None),
    Row(Status.WITHDRAWN, 16, 14, 60, 6),
)


@dataclass
class Maker:
    world: World
    bank: PartnerOrganisation
    banker: User | None
    desk: PartnerOrganisation
    officer: User
    clerk: User
    paper: StoredFile
    secretaries: dict[int, User]
    steps: list[FinanceStep] = field(default_factory=list)
    loan_steps: list[LoanStep] = field(default_factory=list)

    def make(self, row: Row, user: User, enterprise: Enterprise, chamber: Chamber) -> None:
        way = WAY[row.status]
        moments = [self.world.time_ago(row.days + 2.2 * (len(way) - number - 1)) for number in range(len(way))]
        begun = (moments or [self.world.time_ago(row.days)])[0] - datetime.timedelta(minutes=35)
        since = (moments or [begun])[-1]
        stated = {
            "kind": row.kind,
            "amount": Decimal(row.wan * 10_000),
            "term_months": row.months,
            "guarantee": row.guarantee,
            "purpose": row.purpose,
            "purpose_note": row.note,
        }
        names = {
            "enterprise_name": enterprise.name,
            "chamber_name": chamber.name,
            "town_name": enterprise.town.name,
            "size_class": enterprise.size_class,
            "section": enterprise.section,
        }
        decided = Status.MATCHING in way
        application = FinanceApplication.objects.create(
            enterprise=enterprise,
            applicant=user,
            chamber=chamber,
            town=enterprise.town,
            contact_name=user.name,
            contact_phone=user.phone or "+8613700000000",
            form=_form(stated, user),
            step="need" if row.status == Status.DRAFT else "review",
            version=1 if way else 0,
            status=row.status,
            status_since=since,
            due_at=since + datetime.timedelta(days=DAYS[row.status]) if row.status in DAYS else None,
            policy=Policy.CONFIRMED if decided else Policy.PENDING,
            created_at=begun,
            submitted_at=moments[0] if moments else None,
            endorsed_at=moments[1] if Status.ENDORSED in way else None,
            **(stated | names if way else {"enterprise_name": enterprise.name}),
        )
        self._steps(application, row, way, moments, begun)
        if way:
            self._sent(application, stated | names, moments[0])
        if Status.ENDORSED in way:
            self._endorsed(application, moments[1])
        if decided:
            self._decided(application, moments[2])
        if row.loan:
            self._at_bank(application, row, moments[3])

    def _steps(
        self,
        application: FinanceApplication,
        row: Row,
        way: tuple[Status, ...],
        moments: list[datetime.datetime],
        begun: datetime.datetime,
    ) -> None:
        enterprise = (application.applicant, application.enterprise_name, Hand.ENTERPRISE)
        secretary = self.secretaries.get(application.chamber_id)
        chamber = (secretary, f"{application.chamber_name}秘书长" if secretary else "机关干部", Hand.CHAMBER)
        staff = (self.clerk, "机关干部", Hand.STAFF)
        bank = (self.banker, self.bank.name, Hand.BANK)
        hands = {
            Status.SUBMITTED: enterprise,
            Status.WITHDRAWN: enterprise,
            Status.ENDORSED: chamber,
            Status.RETURNED: chamber,
            Status.MATCHING: (self.officer, self.desk.name, Hand.GOVERNMENT),
            Status.WITH_BANKS: staff,
            Status.DECLINED: staff,
        }
        before = ""
        for to, at in zip((Status.DRAFT, *way), (begun, *moments), strict=True):
            actor, hat, hand = enterprise if to == Status.DRAFT else hands.get(to, bank)
            self.steps.append(
                FinanceStep(
                    application=application,
                    from_status=before,
                    to_status=to,
                    actor=actor,
                    hat=hat,
                    hand=hand,
                    version=0 if to == Status.DRAFT else 1,
                    at=at,
                    reason=REASONS.get(to, ""),
                )
            )
            before = to

    def _sent(self, application: FinanceApplication, stated: dict[str, Any], at: datetime.datetime) -> None:
        paper = FinancePaper.objects.create(
            application=application,
            kind=FinancePaper.Kind.STATEMENTS,
            file=self.paper,
            added_by=application.applicant,
            added_at=at,
            since_version=1,
        )
        enterprise = application.enterprise
        FinanceVersion.objects.create(
            application=application,
            number=1,
            uscc=enterprise.uscc or "",
            staff_count=enterprise.staff_count,
            revenue=enterprise.revenue,
            papers=[{"id": paper.pk, "kind": paper.kind, "name": self.paper.name}],
            sent_by=application.applicant,
            sent_at=at,
            **stated,
        )
        DataConsent.objects.create(
            application=application,
            bank=self.bank,
            bank_name=self.bank.name,
            given_by=application.applicant,
            giver_name=application.applicant.name,
            given_at=at,
            text_version=CURRENT,
        )

    def _endorsed(self, application: FinanceApplication, at: datetime.datetime) -> None:
        unknown = EndorsementCheck.Item.WAGES
        EndorsementCheck.objects.bulk_create(
            EndorsementCheck(
                application=application,
                version=1,
                item=item,
                answer="unknown" if item == unknown else "yes",
                remark="未收到投诉" if item == unknown else "",
                answered_by=self.secretaries.get(application.chamber_id) or self.clerk,
                answered_at=at,
            )
            for item in EndorsementCheck.Item
        )

    def _decided(self, application: FinanceApplication, at: datetime.datetime) -> None:
        PolicyDecision.objects.create(
            application=application,
            version=1,
            organisation=self.desk,
            organisation_name=self.desk.name,
            outcome=Policy.CONFIRMED,
            note="符合中小微企业贷款贴息政策",
            decided_by=self.officer,
            decided_at=at,
        )

    def _at_bank(self, application: FinanceApplication, row: Row, assigned: datetime.datetime) -> None:
        way = LOAN_WAY[row.loan]
        # Between the assignment and where it stands, in even steps.
        whole = application.status_since - assigned
        moments = [assigned + whole * number / max(len(way) - 1, 1) for number in range(len(way))]
        granted = LoanStatus.APPROVED in way
        loan = BankLoan.objects.create(
            application=application,
            bank=self.bank,
            bank_name=self.bank.name,
            version=1,
            enterprise=application.enterprise,
            enterprise_name=application.enterprise_name,
            chamber=application.chamber,
            town=application.town,
            size_class=application.size_class,
            kind=application.kind,
            status=row.loan,
            status_since=moments[-1],
            due_at=moments[-1] + datetime.timedelta(days=LOAN_DAYS[row.loan]) if row.loan in LOAN_DAYS else None,
            assigned_by=self.clerk,
            assigned_at=assigned,
            question=QUESTION if row.loan == LoanStatus.MORE_ASKED else "",
            approved_amount=application.amount if granted else None,
            rate=Decimal("3.45") if granted else None,
            approved_months=application.term_months if granted else None,
            approved_on=moments[2].date() if granted else None,
            decided_at=moments[2] if granted else None,
            reject_code=RejectReason.REPAYMENT if row.loan == LoanStatus.REJECTED else "",
        )
        before = ""
        for to, at in zip(way, moments, strict=True):
            by_staff = to == LoanStatus.ASSIGNED
            self.loan_steps.append(
                LoanStep(
                    loan=loan,
                    from_status=before,
                    to_status=to,
                    actor=self.clerk if by_staff else self.banker,
                    hat="机关干部" if by_staff else self.bank.name,
                    hand=Hand.STAFF if by_staff else Hand.BANK,
                    at=at,
                    reason=QUESTION if to == LoanStatus.MORE_ASKED else "",
                )
            )
            before = to

    def finish(self) -> None:
        FinanceStep.objects.bulk_create(self.steps)
        LoanStep.objects.bulk_create(self.loan_steps)


def _form(stated: dict[str, Any], user: User) -> dict[str, Any]:
    need = {**stated, "amount": str(stated["amount"]), "doubted": ""}
    contact = {"name": user.name, "phone": user.phone or "+8613700000000"}
    return {"need": need, "wishes": [], "contact": contact, "truth": True}


@demo_builder(order=30, holds_data=FinanceApplication.objects.exists)
def build_finance(world: World) -> None:
    chambers: dict[str, Chamber] = world.shelf["chambers"]
    represented = world.shelf["represented"]
    secretaries = Officer.objects.on().filter(office=Officer.Office.SECRETARY).exclude(user=None)
    desk, officer = _government_desk(world)
    bank = PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.BANK).order_by("pk").first()
    maker = Maker(
        world,
        bank,
        world.people.get("bank"),
        desk,
        officer,
        world.people["services"],
        _statement(),
        {officer.chamber_id: officer.user for officer in secretaries.select_related("user")},
    )
    for row in ROWS:
        user, firm = represented[row.who]
        enterprise = firm.enterprise
        maker.make(row, user, enterprise, chambers.get(enterprise.town.code) or chambers["sijing"])
    maker.finish()


def _government_desk(world: World) -> tuple[PartnerOrganisation, User]:
    name, short_name, username, officer = DESK
    department, _made = PartnerOrganisation.objects.get_or_create(
        name=name, defaults={"kind": PartnerOrganisation.Kind.DEPARTMENT, "short_name": short_name}
    )
    user = person(world, username, officer)
    PartnerOfficer.objects.create(organisation=department, user=user, since=world.days_ago(300))
    PolicyDesk.objects.create(organisation=department, since=world.days_ago(300))
    return department, user


def _statement() -> StoredFile:
    """A picture that looks like a table of figures from afar and says nothing."""
    picture = Image.new("RGB", (900, 640), "#ffffff")
    pen = ImageDraw.Draw(picture)
    for line in range(12):
        pen.line((60, 90 + 42 * line, 840, 90 + 42 * line), fill="#9aa0a6", width=2)
        pen.rectangle((80, 104 + 42 * line, 260 + (line * 53) % 180, 118 + 42 * line), fill="#c8ccd1")
        pen.rectangle((620, 104 + 42 * line, 760 + (line * 31) % 60, 118 + 42 * line), fill="#c8ccd1")
    content = io.BytesIO()
    picture.save(content, "PNG")
    upload = SimpleUploadedFile("财务报表.png", content.getvalue(), "image/png")
    return store_upload(purpose=FINANCE_PAPER, upload=upload, user=None)
