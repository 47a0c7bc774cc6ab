"""People and papers of a finance application, and a way to bring one to any of its states by the actions themselves."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.finance import actions, applying, bank_actions
from services.finance.loans import BankLoan
from services.finance.models import EndorsementCheck, FinanceApplication, FinancePaper, PolicyDesk
from services.finance.statuses import Kind, LoanStatus, Policy, RejectReason, Status
from tests import cast
from tests.chambers.papers import licence_upload

NEED = {
    "kind": "new",
    "amount": "5000000.00",
    "term_months": 12,
    "purpose": "working",
    "purpose_note": "采购原材料",
    "guarantee": "credit",
    "doubted": "",
}
CONTACT = {"name": "顾联系", "phone": "+8613912345678"}
ALL_YES = {item.value: ("yes", "") for item in EndorsementCheck.Item}
LAST_YEAR = datetime.timedelta(days=300)


@dataclass
class FinanceCast:
    """One enterprise with its manager, its chamber with a secretary, a government desk, a matcher, two banks."""

    chamber: Chamber = field(default_factory=lambda: cast.chamber())
    enterprise: Enterprise = None
    manager: User = None
    secretary: User = None
    department: PartnerOrganisation = None
    officer: User = None
    clerk: User = None
    bank: PartnerOrganisation = None
    other_bank: PartnerOrganisation = None
    banker: User = None

    def __post_init__(self) -> None:
        self.enterprise = self.enterprise or cast.member(
            of=self.chamber, revenue=Decimal(20_000_000), staff_count=40, industry=cast.industry()
        )
        self.manager = self.manager or cast.representative(self.enterprise)
        self.secretary = self.secretary or cast.secretary(self.chamber)
        self.department = self.department or cast.department()
        PolicyDesk.objects.get_or_create(organisation=self.department, until=None, defaults={"since": cast.LONG_AGO})
        self.officer = self.officer or cast.department_officer(self.department)
        self.clerk = self.clerk or cast.staff("services_clerk")
        self.bank = self.bank or cast.bank()
        self.other_bank = self.other_bank or cast.bank()
        self.banker = self.banker or cast.bank_officer(self.bank)

    def draft(self, **need: Any) -> FinanceApplication:
        """Complete: only sending is left."""
        application = applying.begin_application(self.enterprise, by=self.manager)
        applying.save_step(application, self.manager, "need", need={**NEED, **need})
        applying.save_step(application, self.manager, "products", wishes=[])
        applying.save_step(application, self.manager, "contact", chamber=self.chamber, contact=CONTACT)
        self.add_paper(application)
        if need.get("kind", Kind.NEW) != Kind.NEW:
            self.add_paper(application, FinancePaper.Kind.OLD_LOAN)
        applying.give_consents(application, by=self.manager, banks=[self.bank])
        applying.save_step(application, self.manager, "consent")
        return applying.save_step(application, self.manager, "review", truth=True)

    def add_paper(self, application: FinanceApplication, kind: str = FinancePaper.Kind.STATEMENTS) -> FinancePaper:
        return applying.add_paper(application, by=self.manager, kind=kind, upload=licence_upload("报表.png"))

    def sent(self, **need: Any) -> FinanceApplication:
        return applying.submit_application(self.draft(**need), by=self.manager)

    def endorsed(self, **need: Any) -> FinanceApplication:
        return actions.endorse_application(self.sent(**need), by=self.secretary, answers=ALL_YES)

    def matching(self, **need: Any) -> FinanceApplication:
        return actions.decide_policy(self.endorsed(**need), by=self.officer, outcome=Policy.CONFIRMED, note="贴息")

    def at_bank(self, status: str = LoanStatus.ASSIGNED, **need: Any) -> BankLoan:
        """The loan at `bank`, brought to the state by what each hand does."""
        loan = actions.assign_banks(self.matching(**need), by=self.clerk, banks=[self.bank])[0]
        self.move_loan(loan, status)
        loan.refresh_from_db()
        assert loan.status == status
        return loan

    def move_loan(self, loan: BankLoan, status: str) -> None:
        banker = self.banker
        if status == LoanStatus.REJECTED:
            bank_actions.reject_loan(loan, by=banker, code=RejectReason.CREDIT, reason="征信不符合要求")
        elif status == LoanStatus.REFERRED:
            bank_actions.refer_loan(loan, by=banker, reason="请商会核实订单")
        elif status == LoanStatus.WITHDRAWN:
            applying.withdraw_consent(loan.application, self.bank, by=self.manager)
        elif status == LoanStatus.MORE_ASKED:
            bank_actions.ask_for_more(loan, by=banker, question="请补充近三个月流水")
        elif status != LoanStatus.ASSIGNED:
            bank_actions.accept_loan(loan, by=banker)
            if status in {LoanStatus.APPROVED, LoanStatus.CLOSED}:
                bank_actions.approve_loan(loan, by=banker, amount=Decimal(5_000_000), rate=Decimal("3.45"), months=12)
            if status == LoanStatus.CLOSED:
                bank_actions.close_loan(loan, by=banker, reason="企业不再需要")

    def in_status(self, status: str, **need: Any) -> FinanceApplication:
        makers = {
            Status.DRAFT: self.draft,
            Status.SUBMITTED: self.sent,
            Status.ENDORSED: self.endorsed,
            Status.MATCHING: self.matching,
            Status.RETURNED: lambda **kw: actions.return_application(
                self.sent(**kw), by=self.secretary, reason="金额请核对"
            ),
            Status.WITH_BANKS: lambda **kw: self.at_bank(**kw).application,
            Status.REFERRED: lambda **kw: self.at_bank(LoanStatus.REFERRED, **kw).application,
            Status.GRANTED: lambda **kw: self.at_bank(LoanStatus.APPROVED, **kw).application,
            Status.COMPLETED: lambda **kw: self.at_bank(LoanStatus.CLOSED, **kw).application,
            Status.DECLINED: lambda **kw: actions.decline_application(
                self.matching(**kw), by=self.clerk, reason="没有合适的银行"
            ),
            Status.WITHDRAWN: lambda **kw: applying.withdraw_application(self.sent(**kw), by=self.manager),
        }
        application = makers[Status(status)](**need)
        application.refresh_from_db()
        assert application.status == status
        return application
