"""Rows of the Thursdays' visit days that figures count. How a piece is written: tests/population.py."""

import datetime
import uuid

from django.utils import timezone

from chambers.bodies.models import Affiliation
from events.visits.models import Leader, Visit, VisitDay, VisitDemand, VisitLeader
from events.visits.statuses import DayStatus, VisitStatus
from members.enterprises.models import Enterprise
from services.demands.models import Demand
from services.demands.statuses import Status as DemandStatus
from tests import cast

# Which firm, how many days ago, how it ended, how many leaders; what isn't done must not be counted.
VISITS = (
    (0, 20, VisitStatus.DONE, 2),
    (0, 150, VisitStatus.DONE, 1),
    (1, 20, VisitStatus.DONE, 1),
    (2, 420, VisitStatus.DONE, 2),
    (7, 420, VisitStatus.DONE, 1),
    (3, 20, VisitStatus.NOT_MET, 1),
    (4, 150, VisitStatus.CANCELLED, 1),
    (5, 20, VisitStatus.CONFIRMED, 2),
    (6, -9, VisitStatus.PLANNED, 1),
)
DEMANDS = (DemandStatus.CLOSED, DemandStatus.RAISED, DemandStatus.CLOSED, DemandStatus.WITHDRAWN, DemandStatus.RAISED)


def settle(firms: list[Enterprise]) -> None:
    """Two leaders, visits in three quarters and two years, renamed and merged firms among them."""
    leaders = [Leader.objects.create(name=name, office="副主席", since=cast.LONG_AGO) for name in ("甲领导", "乙领导")]
    done = []
    for firm, ago, status, led in VISITS:
        visit = _visit(firms[firm], timezone.localdate() - datetime.timedelta(days=ago), status)
        VisitLeader.objects.bulk_create(
            VisitLeader(visit=visit, leader=leader, name=leader.name, office=leader.office) for leader in leaders[:led]
        )
        done += [visit] if status == VisitStatus.DONE else []
    for visit, status in zip(done, DEMANDS, strict=True):
        _demand(visit, status)
    # A second one of the same visit, and one that was heard but never became a demand of a finished visit.
    _demand(done[0], DemandStatus.RAISED)
    _demand(Visit.objects.filter(status=VisitStatus.CONFIRMED).order_by("-pk")[0], DemandStatus.RAISED)
    Enterprise.objects.filter(pk=firms[1].pk).update(name="上海改名之后有限公司")


def _visit(firm: Enterprise, on: datetime.date, status: VisitStatus) -> Visit:
    day, _created = VisitDay.objects.get_or_create(on=on, defaults={"status": DayStatus.CONFIRMED})
    place = Affiliation.objects.on().filter(enterprise=firm, is_primary=True).first()
    return Visit.objects.create(
        day=day,
        enterprise=firm,
        enterprise_name=firm.name,
        town_id=firm.town_id,
        chamber_id=place.chamber_id if place else None,
        starts_at=timezone.make_aware(datetime.datetime.combine(on, datetime.time(9, 30))),
        status=status,
        held_on=on if status == VisitStatus.DONE else None,
        note="谈了。" if status == VisitStatus.DONE else "",
    )


def _demand(visit: Visit, status: DemandStatus) -> None:
    closed = status == DemandStatus.CLOSED
    demand = Demand.objects.create(
        enterprise=visit.enterprise,
        enterprise_name=visit.enterprise_name,
        chamber_id=visit.chamber_id,
        town_id=visit.town_id,
        source=Demand.Source.VISIT,
        raised_at=visit.starts_at,
        title="缺技工",
        text="招不到数控技工。",
        status=status,
        closed_at=timezone.now() if closed else None,
        satisfaction=Demand.Satisfaction.SATISFIED if closed else "",
    )
    VisitDemand.objects.create(visit=visit, demand=demand, key=uuid.uuid4())
