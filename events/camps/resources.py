"""The roster of a cohort as a workbook: for the coach, the house and the office."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.camps.certificate_actions import Standing, standings
from events.camps.models import CampApplication, Cohort
from events.camps.statuses import SEATED
from federation.indicators.resources import safe, workbook


@dataclass(frozen=True)
class RosterColumn:
    title: str | Promise
    value: Callable[[CampApplication], Any]


@dataclass(frozen=True)
class AttendanceColumn:
    title: str | Promise
    value: Callable[[Standing], Any]


# Telephone numbers go out whole, and who took them is kept: people are called and rooms shared out by this list.
ROSTER = [
    RosterColumn(_("person's name"), lambda row: row.name),
    RosterColumn(_("sex"), lambda row: row.get_sex_display()),
    RosterColumn(_("mobile phone"), lambda row: row.phone.removeprefix("+86")),
    RosterColumn(_("enterprise"), lambda row: row.enterprise_name),
    RosterColumn(_("position in the enterprise"), lambda row: row.position),
    RosterColumn(_("chamber"), lambda row: row.chamber_name),
    RosterColumn(_("status"), lambda row: row.get_status_display()),
    RosterColumn(_("room"), lambda row: row.get_room_display()),
    RosterColumn(_("wishes"), lambda row: row.wishes),
]
ATTENDANCE = [
    AttendanceColumn(_("person's name"), lambda row: row.application.name),
    AttendanceColumn(_("enterprise"), lambda row: row.application.enterprise_name),
    AttendanceColumn(_("chamber"), lambda row: row.application.chamber_name),
    AttendanceColumn(_("sessions attended"), lambda row: row.attended),
    AttendanceColumn(_("sessions held"), lambda row: row.held),
    AttendanceColumn(_("attended (%)"), lambda row: row.per_cent),
    AttendanceColumn(_("certificate"), lambda row: row.certificate.serial if row.certificate else ""),
]


def export_roster(cohort: Cohort) -> Path:
    """Who has a place: a temporary workbook that the caller removes."""
    rows = cohort.applications.filter(status__in=SEATED).order_by("chamber_name", "rank", "pk").iterator(500)
    return workbook(ROSTER, _lines(ROSTER, rows), str(cohort))


def export_attendance(cohort: Cohort) -> Path:
    return workbook(ATTENDANCE, _lines(ATTENDANCE, iter(standings(cohort))), str(cohort))


def _lines(columns: list[Any], rows: Iterator[Any]) -> Iterator[list[Any]]:
    for row in rows:
        yield [safe(column.value(row)) for column in columns]
