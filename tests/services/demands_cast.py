"""People of a demand, and a way to bring one to any of its states by the actions themselves."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from chambers.bodies.models import Chamber
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from members.partners.models import PartnerOrganisation
from services.demands import actions
from services.demands.choices import Source
from services.demands.models import Demand, DemandCategory
from services.demands.statuses import Status
from tests import cast

TITLE = "厂门口道路一下雨就积水"
TEXT = "每逢大雨车辆无法进出，已持续两个月，请协调疏通。"


def category(code: str = "roads", **fields: Any) -> DemandCategory:
    fields.setdefault("name", {"roads": "道路交通", "staff": "用工招聘"}.get(code, code))
    fields.setdefault("contact_days", 2)
    fields.setdefault("plan_days", 7)
    fields.setdefault("close_days", 20)
    return DemandCategory.objects.get_or_create(code=code, defaults=fields)[0]


@dataclass
class DemandCast:
    """One enterprise with its manager and its chamber's secretary; a department with two officers; two of the staff."""

    chamber: Chamber = field(default_factory=lambda: cast.chamber())
    enterprise: Enterprise = None
    manager: User = None
    secretary: User = None
    department: PartnerOrganisation = None
    other_department: PartnerOrganisation = None
    officer: User = None
    clerk: User = None
    caller: User = None
    category: DemandCategory = None

    def __post_init__(self) -> None:
        self.enterprise = self.enterprise or cast.member(of=self.chamber, town=cast.town())
        self.manager = self.manager or cast.representative(self.enterprise)
        self.secretary = self.secretary or cast.secretary(self.chamber)
        self.department = self.department or cast.department()
        self.other_department = self.other_department or cast.department()
        self.officer = self.officer or cast.department_officer(self.department)
        self.clerk = self.clerk or cast.staff("services_clerk", "派单干部")
        self.caller = self.caller or cast.staff("services_clerk", "回访干部")
        self.category = self.category or category()

    def raised(self, *, by: User | None = None, source: str = Source.ENTERPRISE, **fields: Any) -> Demand:
        values = {"title": TITLE, "text": TEXT, "contact_name": "顾联系", "contact_phone": "13912345678", **fields}
        return actions.raise_demand(enterprise=self.enterprise, by=by or self.manager, source=source, **values)

    def assigned(self, demand: Demand | None = None, **to: Any) -> Demand:
        to = to or {"department": self.department}
        return actions.assign_demand(demand or self.raised(), by=self.clerk, category=self.category, **to)

    def contacted(self, demand: Demand | None = None) -> Demand:
        return actions.contact_demand(demand or self.assigned(), by=self.officer, note="已与顾联系通话")

    def planned(self) -> Demand:
        return actions.plan_demand(self.contacted(), by=self.officer, plan="一周内疏通管道")

    def answered(self, demand: Demand | None = None) -> Demand:
        return actions.answer_demand(demand or self.planned(), by=self.officer, answer="管道已疏通")

    def called_back(self, satisfaction: str = "satisfied", note: str = "") -> Demand:
        return actions.call_back_demand(self.answered(), by=self.caller, satisfaction=satisfaction, note=note)

    def in_status(self, status: str) -> Demand:
        """A demand of its own that has come to the status by the actions."""
        makers = {
            Status.RAISED: self.raised,
            Status.ASSIGNED: self.assigned,
            Status.CONTACTED: self.contacted,
            Status.PLANNED: self.planned,
            Status.ANSWERED: self.answered,
            Status.REOPENED: lambda: self.called_back("dissatisfied", "仍有积水"),
            Status.CLOSED: self.called_back,
            Status.WITHDRAWN: lambda: actions.withdraw_demand(self.raised(), by=self.manager),
            Status.DUPLICATE: self._joined,
        }
        demand = makers[Status(status)]()
        demand.refresh_from_db()
        assert demand.status == status
        # The same words so soon would be taken for a second press of the button.
        Demand.objects.filter(pk=demand.pk).update(title=f"{TITLE}（{demand.pk}）")
        demand.refresh_from_db()
        return demand

    def _joined(self) -> Demand:
        other = self.raised(title="另一件")
        return actions.join_demand(self.raised(), by=self.clerk, other=other)

    def shift(self, demand: Demand, days: int) -> Demand:
        """As if everything about it had happened so many days earlier."""
        by = datetime.timedelta(days=days)
        for row in [demand, *demand.handlings.all(), *demand.steps.all(), *demand.remarks.all()]:
            for one in row._meta.concrete_fields:
                value = getattr(row, one.attname)
                if isinstance(value, datetime.datetime):
                    setattr(row, one.attname, value - by)
            row.save()
        demand.refresh_from_db()
        return demand
