"""Rows of training camps and certificates that figures count. How a piece is written: tests/population.py."""

import datetime

from events.camps.models import Attendance
from events.camps.statuses import CertificateState, CohortStatus, Status
from members.enterprises.models import Enterprise
from tests import cast
from tests.events import camp_cast


def settle(firms: list[Enterprise]) -> None:
    """Two camps, cohorts of three years and one called off; somebody comes twice, somebody never, one gave a place
    back, a corrected certificate and a revoked one; a session that doesn't count."""
    red, course = camp_cast.camp(), camp_cast.camp()
    chambers = [cast.chamber(), cast.chamber()]
    twice = cast.person("来过两期的人")
    for number, (camp, year, status) in enumerate(
        (
            (red, 2019, CohortStatus.ARCHIVED),
            (red, 2021, CohortStatus.FINISHED),
            (course, 2022, CohortStatus.RUNNING),
            (course, 2022, CohortStatus.CANCELLED),
        )
    ):
        cohort = camp_cast.cohort(
            status, of=camp, sessions=5, starts_on=datetime.date(year, 5, 10), attendance_share=60
        )
        cohort.sessions.filter(starts_at="00:00").update(counts=False)
        places = [
            camp_cast.place(cohort, Status.CONFIRMED, chamber=chambers[at % 2], enterprise=firm)
            for at, firm in enumerate(firms[:4])
        ]
        places.append(
            camp_cast.place(cohort, Status.CONFIRMED, chamber=chambers[0], enterprise=firms[5 - number], user=twice)
        )
        camp_cast.place(cohort, Status.WITHDRAWN, chamber=chambers[1], enterprise=firms[5])
        camp_cast.place(cohort, Status.CONFIRMED, chamber=chambers[1], enterprise=firms[5])
        for at, place in enumerate(places):
            camp_cast.attend(place, 5 - at)
        if status != CohortStatus.RUNNING:
            _certify(places)


def _certify(places: list) -> None:
    first, second, third, *_rest = places
    camp_cast.certificate(first)
    old = camp_cast.certificate(second, state=CertificateState.REPLACED)
    camp_cast.certificate(second, serial=old.serial, version=2)
    camp_cast.certificate(third, state=CertificateState.REVOKED)
    assert Attendance.objects.filter(application=first).exists()
