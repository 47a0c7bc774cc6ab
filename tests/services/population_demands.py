"""Rows of demands that figures count. How a piece is written: tests/population.py."""

import datetime

from django.db.models import F
from django.utils import timezone

from members.enterprises.models import Enterprise
from services.demands import actions
from services.demands.choices import Source
from services.demands.models import Demand, DemandCategory, DemandDraft
from services.demands.remarks import write_remark
from tests import cast
from tests.chambers.papers import licence_upload

# What becomes of each in turn; the numbers are the days by which all of it is put back.
ENDS = (
    ("satisfied", 5),
    ("dissatisfied", 120),
    ("mostly", 410),
    ("withdrawn", 30),
    ("withdrawn-later", 200),
    ("joined", 12),
    ("passed", 95),
    ("late", 60),
    ("overdue", 90),
    ("raised", 0),
    ("answered", 1),
    ("handed-back", 8),
)


def settle(firms: list[Enterprise]) -> None:
    """Of four firms, in two towns and in none: answered in time, late and not at all; passed on, joined, withdrawn."""
    categories = [
        DemandCategory.objects.get_or_create(code=f"about-{number}", defaults={"name": f"测试类别{number}"})[0]
        for number in range(2)
    ]
    clerk, caller = cast.staff("services_clerk", "派单干部"), cast.staff("services_clerk", "回访干部")
    offices = [cast.department(), cast.department()]
    officers = [cast.department_officer(office) for office in offices]
    sources = list(Source)
    for number, (end, days) in enumerate(ENDS):
        firm = firms[number % 4]
        demand = actions.raise_demand(
            enterprise=firm,
            by=clerk,
            source=sources[number % 3],
            title=f"第{number}件诉求",
            text="需要协调解决。",
            category=categories[number % 2] if number % 5 else "",
            contact_name="顾联系",
            contact_phone="13912345678",
        )
        _lead(demand, end, clerk, caller, offices, officers, categories[number % 2])
        _put_back(demand, days)
    DemandDraft.objects.create(user=clerk, enterprise=firms[0], form={"title": "草稿", "contact_phone": "13912345678"})


def _lead(demand, end, clerk, caller, offices, officers, category) -> None:
    asker = cast.representative(demand.enterprise)
    if end in {"raised", "withdrawn", "joined"}:
        if end == "withdrawn":
            actions.withdraw_demand(demand, by=asker)
        if end == "joined":
            other = actions.raise_demand(
                enterprise=demand.enterprise, by=asker, source=Source.ENTERPRISE, title="同一件", text="同一件"
            )
            actions.join_demand(demand, by=caller, other=other)
        return
    # Who wrote down a demand that is not from a visit asked for it, so somebody else assigns it.
    actions.assign_demand(demand, by=caller, department=offices[0], category=category)
    officer = officers[0]
    if end == "passed":
        actions.transfer_demand(demand, by=officer, department=offices[1], reason="不属本部门", seen_turn=1)
        officer = officers[1]
    if end == "handed-back":
        actions.hand_back_demand(demand, by=officer, reason="不属本部门", seen_turn=1)
        return
    if end == "overdue":
        return
    actions.contact_demand(demand, by=officer, note="已联系")
    write_remark(demand, by=officer, text="请补充材料", papers=[licence_upload()])
    if end == "withdrawn-later":
        actions.withdraw_demand(demand, by=asker, reason="已解决")
        return
    actions.answer_demand(demand, by=officer, answer="已办理")
    if end == "late":
        late = timezone.now() - datetime.timedelta(days=3)
        demand.handlings.update(contact_due_at=late, plan_due_at=late, close_due_at=late)
    if end in {"satisfied", "dissatisfied", "mostly"}:
        second = cast.staff("services_clerk", "另一名回访干部")
        actions.call_back_demand(demand, by=second, satisfaction=end, note="已回访")


def _put_back(demand: Demand, days: int) -> None:
    """As if all of it had happened so many days earlier."""
    by = datetime.timedelta(days=days)
    for row in [Demand.objects.get(pk=demand.pk), *demand.handlings.all(), *demand.steps.all()]:
        for one in row._meta.concrete_fields:
            value = getattr(row, one.attname)
            if isinstance(value, datetime.datetime):
                setattr(row, one.attname, value - by)
        row.save()
    # It took them three days.
    three_days = datetime.timedelta(days=3)
    demand.handlings.exclude(answered_at=None).update(assigned_at=F("assigned_at") - three_days)
