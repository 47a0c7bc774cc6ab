"""The squares that people scan: each module as a code of the whole address has it, on the screen and on paper."""

import re
import xml.etree.ElementTree as ET

import pypdfium2
import pytest
import segno
from django.core.signing import TimestampSigner
from django.urls import reverse

from events.camps.statuses import CohortStatus, Status
from events.events.statuses import Status as EventStatus
from events.printing.certificate import FOOT_TOP, HEIGHT, MARGIN, QR_SIDE, WIDTH
from events.signups import door
from tests import cast
from tests.events import camp_cast, gatherings

pytestmark = pytest.mark.django_db
STROKE = re.compile(r"([Mm])(-?[\d.]+) (-?[\d.]+)h(\d+)")


def modules(address: str) -> list[list[bool]]:
    return [[bool(module) for module in row] for row in segno.make(address, error="m", micro=False).matrix]


def drawn(svg: bytes) -> list[list[bool]]:
    """The dark modules of a picture that draws each run of them as one stroke, without the paper around."""
    (path,) = [one for one in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}path") if one.get("stroke")]
    x, y, dark = 0.0, 0.0, set()
    for kind, across, down, length in STROKE.findall(path.get("d")):
        x, y = (float(across), float(down)) if kind == "M" else (x + float(across), y + float(down))
        dark |= {(int(x) + step, int(y)) for step in range(int(length))}
        x += int(length)
    first, last = min(dark)[0], max(dark)[0]
    side = range(first, last + 1)
    assert min(at for _across, at in dark) == first >= 3, "paper on every side of it"
    return [[(across, down) in dark for across in side] for down in side]


def test_the_code_at_the_door_is_the_whole_address_of_this_events_door(settings, monkeypatch):
    settings.PORTAL_URL = "https://portal.example"
    monkeypatch.setattr(TimestampSigner, "timestamp", lambda self: "1vNJkq")
    event, other = gatherings.event(EventStatus.CHECK_IN), gatherings.event(EventStatus.CHECK_IN)
    clerk = cast.login(cast.staff("services_clerk"))
    shown = drawn(clerk.get(reverse("events:code_picture", args=[event.pk])).content)
    code = door.door_code(event)
    assert shown == modules(f"https://portal.example/events/checkin/{code}/")
    assert shown != modules(f"https://portal.example/events/checkin/{door.door_code(other)}/")
    assert cast.login(None).get(f"/events/checkin/{code}/").context["event"] == event


def test_the_square_of_a_certificate_is_the_address_at_which_it_is_checked(settings):
    settings.PORTAL_URL = "https://portal.example"
    student = cast.person()
    one = camp_cast.certificate(
        camp_cast.place(camp_cast.cohort(CohortStatus.FINISHED), Status.CONFIRMED, user=student)
    )
    paper = cast.login(student).get(reverse("camps:certificate", args=[one.pk]))
    picture = pypdfium2.PdfDocument(paper.content)[0].render(scale=4).to_pil().convert("L")
    expected = modules(f"https://portal.example/verify/{one.code}/")
    a_mm, side = picture.width / WIDTH, QR_SIDE / len(expected)
    assert picture.height == pytest.approx(HEIGHT * a_mm, abs=2)

    def is_dark(column: int, row: int) -> bool:
        at = (MARGIN + (column + 0.5) * side) * a_mm, (FOOT_TOP + (row + 0.5) * side) * a_mm
        return picture.getpixel((round(at[0]), round(at[1]))) < 128

    cells = range(len(expected))
    assert [[is_dark(column, row) for column in cells] for row in cells] == expected
    assert one.serial in cast.login(None).get(f"/verify/{one.code}/").content.decode()
