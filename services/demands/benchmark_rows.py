"""Demands by the million, for ./scripts/bench: as many as there are enterprises, most of them long closed."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from chambers.benchmarks import MOST_CHAMBERS, chamber_of
from chambers.bodies.models import Chamber
from federation.accounts.models import User
from federation.benchmarks.bulk import copy_rows, filling
from federation.benchmarks.people import benchmark_user
from federation.benchmarks.registry import fill, page, visitor
from members.benchmarks import is_member, name_of
from members.enterprises.models import Town
from members.partners.models import PartnerOfficer, PartnerOrganisation
from services.demands.choices import Ended, Priority, Satisfaction, Source
from services.demands.models import Demand, DemandCategory
from services.demands.statuses import Status

DEPARTMENTS, CATEGORIES = 12, 8
DAY = datetime.timedelta(days=1)
SPREAD = 1800
# Of two hundred demands so many are still on their way; the others are closed.
UNDER_WAY = (
    Status.RAISED,
    Status.ASSIGNED,
    Status.CONTACTED,
    Status.PLANNED,
    Status.ANSWERED,
    Status.REOPENED,
)
SINCE = datetime.date(2018, 5, 1)
SAMPLE = 24
DEMAND = (
    "id enterprise_id enterprise_name chamber_id shown_to_chamber town_id source raised_at title text category_id "
    "priority contact_name contact_phone status status_since due_at department_id turn round assigned_at closed_at "
    "satisfaction"
).split()
HANDLING = (
    "demand_id turn round department_id assigned_at contact_due_at plan_due_at close_due_at contacted_at contact_note "
    "planned_at plan answered_at answer called_back_at satisfaction callback_note ended_at ended"
).split()


def status_of(number: int) -> Status:
    place = number % 200
    return UNDER_WAY[place] if place < len(UNDER_WAY) else Status.CLOSED


class Filler:
    """What one demand is made of, from its number alone."""

    def __init__(self) -> None:
        self.now = timezone.now()
        self.departments = list(
            PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.DEPARTMENT)
            .order_by("pk")
            .values_list("pk", flat=True)[:DEPARTMENTS]
        )
        self.categories = list(DemandCategory.objects.order_by("pk").values_list("pk", flat=True))
        self.towns = list(Town.objects.order_by("position").values_list("pk", flat=True))
        self.chambers = min(MOST_CHAMBERS, Chamber.objects.count())

    def raised_at(self, number: int) -> datetime.datetime:
        """What is on its way came in the last weeks."""
        days = number * 7 % SPREAD + 40 if status_of(number) == Status.CLOSED else number * 7 % 20
        return self.now - days * DAY - datetime.timedelta(seconds=number % 86_400)

    def department(self, number: int) -> int:
        return self.departments[number // 200 % len(self.departments)]

    def satisfaction(self, number: int) -> str:
        return (Satisfaction.SATISFIED, Satisfaction.MOSTLY, Satisfaction.SATISFIED)[number % 3]

    def demands(self, numbers: range) -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            status, raised = status_of(number), self.raised_at(number)
            closed, assigned = status == Status.CLOSED, status != Status.RAISED
            yield (
                number,
                number,
                name_of(number)[0],
                min(chamber_of(number), self.chambers) if is_member(number) else None,
                number % 31 != 0,
                self.towns[number * 7 % len(self.towns)],
                list(Source)[number % 3],
                raised,
                f"第{number}件诉求：厂门口道路积水",
                "每逢大雨车辆无法进出，请协调有关部门疏通排水。",
                self.categories[number % len(self.categories)],
                Priority.URGENT if number % 10 == 0 else Priority.NORMAL,
                "联系人",
                f"+86139{number % 10**8:08d}",
                status,
                raised + 15 * DAY if closed else raised + DAY,
                None if closed else raised + 5 * DAY,
                self.department(number) if assigned else None,
                1 if assigned else 0,
                1 if assigned else 0,
                raised + DAY if assigned else None,
                raised + 15 * DAY if closed else None,
                self.satisfaction(number) if closed else "",
            )

    def handlings(self, numbers: range) -> Iterator[tuple[Any, ...]]:
        for number in numbers:
            status, assigned = status_of(number), self.raised_at(number) + DAY
            if status == Status.RAISED:
                continue
            closed = status == Status.CLOSED
            answered = closed or status == Status.ANSWERED
            # One in nine answers late.
            answer = assigned + (25 if number % 9 == 0 else 9) * DAY if answered else None
            yield (
                number,
                1,
                1,
                self.department(number),
                assigned,
                assigned + 2 * DAY,
                assigned + 7 * DAY,
                assigned + 20 * DAY,
                assigned + DAY if answered else None,
                "已联系" if answered else "",
                assigned + 3 * DAY if answered else None,
                "一周内疏通" if answered else "",
                answer,
                "已疏通" if answered else "",
                assigned + 28 * DAY if closed else None,
                self.satisfaction(number) if closed else "",
                "",
                assigned + 28 * DAY if closed else None,
                Ended.CLOSED if closed else "",
            )


@fill(order=45)
def fill_demands(size: int) -> None:
    _departments_and_categories()
    numbers = range(Demand.objects.count() + 1, size + 1)
    filler = Filler()
    with filling("services_demand", len(numbers)):
        copy_rows("services_demand", DEMAND, filler.demands(numbers))
    with filling("services_demandhandling", len(numbers)):
        copy_rows("services_demandhandling", HANDLING, filler.handlings(numbers))
    with filling("services_demandstep", len(numbers) * 2):
        columns = ("demand_id", "from_status", "to_status", "hat", "reason", "at")
        copy_rows("services_demandstep", columns, _steps(filler, numbers))


def _departments_and_categories() -> None:
    for number in range(1, DEPARTMENTS + 1):
        PartnerOrganisation.objects.get_or_create(
            name=f"松江区第{number}测量局", defaults={"kind": PartnerOrganisation.Kind.DEPARTMENT}
        )
    for number in range(1, CATEGORIES + 1):
        DemandCategory.objects.get_or_create(code=f"bench-{number}", defaults={"name": f"测量类别{number}"})


def _steps(filler: Filler, numbers: range) -> Iterator[tuple[Any, ...]]:
    for number in numbers:
        raised, status = filler.raised_at(number), status_of(number)
        yield number, "", Status.RAISED, "企业", "", raised
        if status != Status.RAISED:
            yield number, Status.RAISED, Status.ASSIGNED, "机关干部", "", raised + DAY


@visitor("demands-officer")
def officer() -> User:
    user = benchmark_user("bench-department")
    first = PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.DEPARTMENT).order_by("pk")[0]
    PartnerOfficer.objects.get_or_create(organisation=first, user=user, defaults={"since": SINCE})
    return user


@visitor("demands-staff")
def staff() -> User:
    return benchmark_user("bench-services", role="services_clerk")


def _cases_of_the_department() -> list[str]:
    first = PartnerOrganisation.objects.filter(kind=PartnerOrganisation.Kind.DEPARTMENT).order_by("pk")[0]
    found = Demand.objects.filter(department=first).order_by("pk").values_list("pk", flat=True)[:SAMPLE]
    return [f"/partners/demands/{pk}/" for pk in found]


def _cases_of_the_chamber() -> list[str]:
    found = Demand.objects.filter(chamber=1, shown_to_chamber=True).order_by("pk").values_list("pk", flat=True)
    return [f"/chamber/demands/{pk}/" for pk in found[:SAMPLE]]


page("Demands, for everybody", "/services/demands/")
page("An enterprise's demands", "/services/demands/mine/", visitor="enterprise")
page("An enterprise's demand", "/services/demands/1/", visitor="enterprise")
page("Demands at the chamber's desk", "/chamber/demands/", "/chamber/demands/?show=all", visitor="secretary")
page("A demand at the chamber's desk", _cases_of_the_chamber, visitor="secretary")
page("Demands at a department's desk", "/partners/demands/", "/partners/demands/?show=all", visitor="demands-officer")
page("A department's desk", "/partners/", visitor="demands-officer")
page("A demand at a department's desk", _cases_of_the_department, visitor="demands-officer")
page("Demands in the admin", "/admin/services/demand/", visitor="demands-staff")
page(
    "Demands in the admin, narrowed",
    "/admin/services/demand/?standing=late",
    "/admin/services/demand/?standing=open&o=5",
    lambda: [f"/admin/services/demand/?category__id__exact={pk}" for pk in _some_categories()],
    visitor="demands-staff",
)
page(
    "A demand in the admin",
    lambda: [f"/admin/services/demand/{pk}/change/" for pk in _newest_closed()],
    visitor="demands-staff",
)
page("Services' desk of the staff", "/admin/", visitor="demands-staff")
page("How satisfied enterprises were", "/figures/demands-satisfied/")


def _newest_closed() -> list[int]:
    """Alike at every size, so that their SQL can be compared."""
    return list(Demand.objects.filter(status=Status.CLOSED).order_by("-pk").values_list("pk", flat=True)[:SAMPLE])


def _some_categories() -> list[int]:
    return list(DemandCategory.objects.order_by("pk").values_list("pk", flat=True)[:CATEGORIES])
