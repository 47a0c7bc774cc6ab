"""Camps for the tests, at any point of their way; all names are invented."""

import datetime
import itertools
from typing import Any

from django.utils import timezone

from chambers.bodies.models import Chamber
from events.camps.certificate_actions import new_code
from events.camps.models import Attendance, Camp, CampApplication, CampSession, Certificate, ChamberQuota, Cohort
from events.camps.statuses import HELD, CohortStatus, Status
from events.participants.actions import participant_for
from federation.accounts.models import User
from members.enterprises.models import Enterprise
from tests import cast

_numbers = itertools.count(1)
DAY = datetime.timedelta(days=1)


def camp(**fields: Any) -> Camp:
    number = next(_numbers)
    fields.setdefault("slug", f"camp-{number}")
    fields.setdefault("name", f"第{number}号测试培训班")
    fields.setdefault("code", f"T{number}")
    return Camp.objects.create(**fields)


def cohort(status: str = CohortStatus.OPEN, *, of: Camp | None = None, sessions: int = 0, **fields: Any) -> Cohort:
    """Of three days: ahead by a month while people apply, today when under way, last month when over."""
    today = timezone.localdate()
    first = today + 30 * DAY
    if status == CohortStatus.RUNNING:
        first = today - DAY
    elif status in HELD:
        first = today - 30 * DAY
    fields.setdefault("starts_on", first)
    fields.setdefault("ends_on", fields["starts_on"] + 2 * DAY)
    fields.setdefault("applications_until", timezone.now() + (5 if status == CohortStatus.OPEN else -5) * DAY)
    fields.setdefault("place", "测试基地")
    fields.setdefault("quota", 10)
    made = Cohort.objects.create(
        camp=of or camp(), number=fields.pop("number", next(_numbers)), status=status, **fields
    )
    for number in range(sessions):
        session(made, number)
    return Cohort.objects.select_related("camp").get(pk=made.pk)


def session(of: Cohort, number: int = 0, **fields: Any) -> CampSession:
    """Two hours each, four a day, from one in the morning, so that today's have begun."""
    day, hour = divmod(number, 4)
    fields.setdefault("day", of.starts_on + day * DAY)
    fields.setdefault("starts_at", datetime.time(2 * hour, 0))
    fields.setdefault("ends_at", datetime.time(2 * hour + 1, 30))
    return CampSession.objects.create(cohort=of, title=fields.pop("title", f"第{number}课"), **fields)


def place(
    of: Cohort,
    status: str = Status.APPLIED,
    *,
    name: str = "",
    chamber: Chamber | None = None,
    enterprise: Enterprise | None = None,
    user: User | None = None,
    applicant: User | None = None,
    **fields: Any,
) -> CampApplication:
    """Past all rules, in the status named."""
    number = next(_numbers)
    chamber = chamber or cast.chamber()
    enterprise = enterprise or cast.member(of=chamber)
    name = str(user) if user else name or f"学员{number}"
    person = participant_for(name=name, phone=f"136{number:08d}", user=user, enterprise=enterprise)
    made = CampApplication.objects.create(
        cohort=of,
        participant=person,
        name=name,
        phone=person.phone,
        enterprise=enterprise,
        enterprise_name=enterprise.name,
        chamber=chamber,
        chamber_name=chamber.name,
        applicant=applicant,
        status=status,
        **fields,
    )
    made.steps.create(to_status=status, actor=applicant)
    return CampApplication.objects.select_related("cohort__camp", "participant", "chamber").get(pk=made.pk)


def keep_seats(of: Cohort, chamber: Chamber, seats: int) -> ChamberQuota:
    return ChamberQuota.objects.create(cohort=of, chamber=chamber, seats=seats)


def attend(application: CampApplication, number: int | None = None) -> None:
    """The first `number` of the cohort's sessions, or all."""
    for one in list(application.cohort.sessions.all())[:number]:
        Attendance.objects.create(session=one, application=application)


def certificate(application: CampApplication, **fields: Any) -> Certificate:
    """As it would be issued for this place, without asking who attended what."""
    of = application.cohort
    known = {
        "serial": f"{of.camp.code}{of.number:02d}-{next(_numbers):03d}",
        "code": new_code(),
        "name": application.name,
        "enterprise_name": application.enterprise_name,
        "camp_name": of.camp.name,
        "cohort_number": of.number,
        "starts_on": of.starts_on,
        "ends_on": of.ends_on,
        "place": of.place,
        "attended": 3,
        "held": 4,
        "share": 75,
        "issuer": "测试联合会",
        "issued_on": of.ends_on,
    }
    return Certificate.objects.create(application=application, **(known | fields))
