"""The attendance sheet as a workbook: who signed up, who came, who came besides."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.events.models import Event
from events.signups.models import EventAttendance, SignUp
from federation.audit.masking import mask_phone
from federation.indicators.resources import safe, workbook

CHUNK = 1000


@dataclass(frozen=True)
class SheetColumn:
    title: str | Promise


COLUMNS = [
    SheetColumn(title)
    for title in (
        gettext_lazy("number"),
        gettext_lazy("full name"),
        gettext_lazy("enterprise"),
        gettext_lazy("mobile phone"),
        gettext_lazy("sign-up"),
        gettext_lazy("signed up at"),
        gettext_lazy("came"),
        gettext_lazy("came at"),
        gettext_lazy("how"),
    )
]


def attendance_sheet(event: Event) -> Path:
    """A temporary workbook that the caller removes. Telephone numbers are masked: it hangs at the door."""
    return workbook(COLUMNS, _lines(event), event.title)


def _lines(event: Event) -> Iterator[list[Any]]:
    came = {row.participant_id: row for row in EventAttendance.objects.filter(event=event).order_by("pk")}
    signups = SignUp.objects.filter(event=event).select_related("participant").order_by("sort_key", "pk")
    number = 0
    for number, signup in enumerate(signups.iterator(chunk_size=CHUNK), start=1):
        attendance = came.pop(signup.participant_id, None)
        yield [
            number,
            safe(signup.name),
            safe(signup.enterprise_name),
            mask_phone(signup.participant.phone),
            signup.get_status_display(),
            timezone.localtime(signup.queued_at),
            *_presence(attendance),
        ]
    rest = EventAttendance.objects.filter(pk__in=[row.pk for row in came.values()]).select_related("participant")
    for further, attendance in enumerate(rest.order_by("at", "pk"), start=number + 1):
        yield [
            further,
            safe(attendance.name),
            safe(attendance.enterprise_name),
            mask_phone(attendance.participant.phone),
            "",
            None,
            *_presence(attendance),
        ]


def _presence(attendance: EventAttendance | None) -> list[Any]:
    if attendance is None:
        return ["", None, ""]
    return [_("yes"), timezone.localtime(attendance.at), attendance.get_how_display()]
