"""The roll and what it earns: ticks that harm nobody, certificates only from real attendance, each name whole."""

import datetime

import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from fontTools.ttLib import TTFont
from PIL import Image

from events.camps import certificate_actions, roll_actions
from events.camps.certificate_actions import CODE_LETTERS, plain_code, shown_code, standings
from events.camps.errors import CertificateError, RollClosed
from events.camps.models import Attendance, Certificate
from events.camps.pdf import certificates_pdf
from events.camps.statuses import CertificateState, CohortStatus, Status
from events.printing.certificate import FOOT_TOP, HEIGHT
from events.printing.fonts import BOLD, font_with, unprintable
from federation.cases.errors import AlreadyMoved, ReasonNeeded
from federation.inbox.models import Message
from tests import cast
from tests.at_once import at_once
from tests.events import camp_cast

ADDRESS = "https://portal.example/verify/{}/"
RARE = "𬭎䶮𠮷㛃"


@pytest.fixture
def clerk(db):
    return cast.staff("services_clerk")


def finished(**fields):
    return camp_cast.cohort(CohortStatus.FINISHED, sessions=4, **({"attendance_share": 75} | fields))


# --- The roll ---------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_ticks_are_added_and_a_second_tick_is_harmless(clerk):
    cohort = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    session = cohort.sessions.get()
    one, two = (camp_cast.place(cohort, Status.CONFIRMED) for _number in range(2))
    assert roll_actions.tick(session, [one.pk], by=clerk) == 1
    assert roll_actions.tick(session, [one.pk, two.pk], by=cast.staff("registry_clerk")) == 1
    assert roll_actions.untick(session, one, by=clerk) is True
    assert roll_actions.untick(session, one, by=clerk) is False
    assert list(session.attendances.values_list("application", flat=True)) == [two.pk]


@pytest.mark.django_db
def test_only_confirmed_people_of_this_cohort_are_ticked(clerk):
    cohort = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    others = [
        camp_cast.place(cohort, Status.WITHDRAWN),
        camp_cast.place(camp_cast.cohort(CohortStatus.RUNNING), Status.CONFIRMED),
    ]
    assert roll_actions.tick(cohort.sessions.get(), [one.pk for one in others], by=clerk) == 0


@pytest.mark.django_db
def test_a_roll_is_closed_before_its_session_and_after_the_archive(clerk):
    cohort = camp_cast.cohort(CohortStatus.RUNNING)
    place = camp_cast.place(cohort, Status.CONFIRMED)
    tomorrow = camp_cast.session(cohort, day=timezone.localdate() + datetime.timedelta(days=1))
    with pytest.raises(RollClosed):
        roll_actions.tick(tomorrow, [place.pk], by=clerk)
    for status in (CohortStatus.CONFIRMED, CohortStatus.ARCHIVED):
        closed = camp_cast.cohort(status, sessions=1)
        with pytest.raises(RollClosed):
            roll_actions.tick(closed.sessions.get(), [], by=clerk)
    with pytest.raises(PermissionDenied):
        roll_actions.tick(tomorrow, [place.pk], by=cast.staff("auditor"))


@pytest.mark.django_db
def test_nobody_ticks_themselves(clerk):
    cohort = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    mine = camp_cast.place(cohort, Status.CONFIRMED, user=clerk)
    with pytest.raises(RollClosed):
        roll_actions.tick(cohort.sessions.get(), [mine.pk], by=clerk)
    assert not Attendance.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_phones_ticking_the_same_people_at_once_leave_each_once():
    cohort = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    session = cohort.sessions.get()
    people = [camp_cast.place(cohort, Status.CONFIRMED).pk for _number in range(5)]
    callers = [cast.staff("services_clerk"), cast.staff("registry_clerk")]
    new = at_once(*(lambda by=by: roll_actions.tick(session, people, by=by) for by in callers))
    assert sorted(new) == [0, 5]
    assert session.attendances.count() == 5


# --- Who has earned one -----------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(("attended", "earned"), [(0, False), (2, False), (3, True), (4, True)])
def test_the_share_is_checked_to_the_session(clerk, attended, earned):
    cohort = finished()
    camp_cast.attend(camp_cast.place(cohort, Status.CONFIRMED), attended)
    assert standings(cohort)[0].earned is earned
    assert len(certificate_actions.issue_certificates(cohort, by=clerk)) == int(earned)


@pytest.mark.django_db
def test_sessions_that_do_not_count_neither_help_nor_harm(clerk):
    cohort = finished(attendance_share=100)
    camp_cast.session(cohort, 5, counts=False)
    place = camp_cast.place(cohort, Status.CONFIRMED)
    camp_cast.attend(place, 4)
    assert certificate_actions.issue_certificates(cohort, by=clerk)[0].held == 4
    helped = camp_cast.place(cohort, Status.CONFIRMED)
    for session in cohort.sessions.order_by("-starts_at")[:4]:
        Attendance.objects.create(session=session, application=helped)
    assert certificate_actions.issue_certificates(cohort, by=clerk) == []


@pytest.mark.django_db
def test_a_certificate_says_what_was_so_and_is_told_once(clerk):
    cohort = finished()
    user = cast.person("沈知行")
    place = camp_cast.place(cohort, Status.CONFIRMED, user=user)
    camp_cast.attend(place, 3)
    (one,) = certificate_actions.issue_certificates(cohort, by=clerk)
    assert (one.name, one.attended, one.held, one.share) == ("沈知行", 3, 4, 75)
    assert one.serial == f"{cohort.camp.code}{cohort.number:02d}-001"
    assert len(one.code) == CODE_LETTERS and plain_code(shown_code(one.code).lower()) == one.code
    assert certificate_actions.issue_certificates(cohort, by=clerk) == []
    assert Message.objects.filter(recipient=user).count() == 1


@pytest.mark.django_db
def test_no_certificate_before_the_end_and_none_for_oneself(clerk):
    running = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    with pytest.raises(CertificateError):
        certificate_actions.issue_certificates(running, by=clerk)
    cohort = finished()
    camp_cast.attend(camp_cast.place(cohort, Status.CONFIRMED, user=clerk))
    colleague = camp_cast.place(cohort, Status.CONFIRMED)
    camp_cast.attend(colleague)
    cast.represent(clerk, colleague.enterprise)
    assert certificate_actions.issue_certificates(cohort, by=clerk) == []
    with pytest.raises(PermissionDenied):
        certificate_actions.issue_certificates(cohort, by=cast.staff("registry_clerk"))


@pytest.mark.django_db
def test_one_who_has_not_earned_it_is_refused_with_the_numbers(clerk):
    cohort = finished()
    place = camp_cast.place(cohort, Status.CONFIRMED, name="沈知行")
    camp_cast.attend(place, 1)
    with pytest.raises(CertificateError, match=r"沈知行.*1.*4"):
        certificate_actions.issue_certificates(cohort, by=clerk, only=place)


@pytest.mark.django_db
def test_a_tick_that_a_certificate_counts_is_not_taken_back(clerk):
    cohort = finished()
    place = camp_cast.place(cohort, Status.CONFIRMED)
    camp_cast.attend(place)
    certificate_actions.issue_certificates(cohort, by=clerk)
    with pytest.raises(RollClosed):
        roll_actions.untick(cohort.sessions.first(), place, by=clerk)


@pytest.mark.django_db
def test_a_corrected_name_is_a_new_version_with_a_code_of_its_own(clerk):
    cohort = finished()
    place = camp_cast.place(cohort, Status.CONFIRMED, name="陈宏")
    camp_cast.attend(place)
    (old,) = certificate_actions.issue_certificates(cohort, by=clerk)
    with pytest.raises(ReasonNeeded):
        certificate_actions.reissue_certificate(old, name="陈𬭎", reason="", by=clerk)
    new = certificate_actions.reissue_certificate(old, name="陈𬭎", reason="姓名有误", by=clerk)
    old.refresh_from_db()
    place.refresh_from_db()
    assert (new.serial, new.version, new.name, place.name) == (old.serial, 2, "陈𬭎", "陈𬭎")
    assert (old.state, old.name) == (CertificateState.REPLACED, "陈宏") and new.code != old.code
    with pytest.raises(AlreadyMoved):
        certificate_actions.reissue_certificate(old, name="陈红", reason="又错", by=clerk)
    assert Certificate.objects.valid().get() == new


@pytest.mark.django_db
def test_a_revoked_certificate_is_not_issued_again_by_the_button(clerk):
    cohort = finished()
    camp_cast.attend(camp_cast.place(cohort, Status.CONFIRMED))
    (one,) = certificate_actions.issue_certificates(cohort, by=clerk)
    with pytest.raises(ReasonNeeded):
        certificate_actions.revoke_certificate(one, reason="", by=clerk)
    certificate_actions.revoke_certificate(one, reason="代签", by=clerk)
    with pytest.raises(AlreadyMoved):
        certificate_actions.revoke_certificate(one, reason="代签", by=clerk)
    assert certificate_actions.issue_certificates(cohort, by=clerk) == []


@pytest.mark.django_db
def test_a_character_without_a_glyph_is_named_and_nothing_is_issued(clerk):
    cohort = finished()
    for name in ("陈平", "陈𰻝"):
        camp_cast.attend(camp_cast.place(cohort, Status.CONFIRMED, name=name))
    with pytest.raises(CertificateError, match=r"U\+30EDD"):
        certificate_actions.issue_certificates(cohort, by=clerk)
    assert not Certificate.objects.exists()


# --- The paper --------------------------------------------------------------------------------------


def test_rare_characters_of_names_have_glyphs_in_both_weights():
    assert unprintable(RARE + "龘㐂Ångström·—“”") == set()
    for weight in (400, BOLD):
        font = TTFont(font_with([RARE], weight))
        drawn = {chr(point): font["glyf"][name] for point, name in font.getBestCmap().items()}
        assert all(drawn[letter].numberOfContours > 0 for letter in RARE)


@pytest.mark.django_db
def test_the_fonts_are_embedded_and_every_name_can_be_copied_out():
    place = camp_cast.place(finished(), Status.CONFIRMED)
    one = camp_cast.certificate(place, name=f"欧阳{RARE}")
    content = certificates_pdf([one], [ADDRESS.format(one.code)])
    assert content.startswith(b"%PDF-") and content.count(b"/FontFile2") == 2
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert one.name in text and one.serial in text and shown_code(one.code) in text


@pytest.mark.django_db
def test_long_names_stay_on_the_page():
    place = camp_cast.place(finished(), Status.CONFIRMED)
    one = camp_cast.certificate(
        place,
        name="Alexandra Catherine Montgomery-Featherstonehaugh van der Berg",
        enterprise_name="上海" + "长" * 60 + "有限公司",
    )
    picture = _drawn(certificates_pdf([one], [ADDRESS.format(one.code)]))
    wide, high = picture.size
    # The margin outside the frame is paper, all around.
    rim = 10 * wide // 297
    for box in ((0, 0, wide, rim), (0, high - rim, wide, high), (0, 0, rim, high), (wide - rim, 0, wide, high)):
        assert picture.crop(box).getextrema() == (255, 255)
    # And the strip beside the name, inside the frame, is free of ink.
    strip = picture.crop((16 * wide // 297, 60 * high // 210, 28 * wide // 297, 90 * high // 210))
    assert strip.getextrema() == (255, 255)


def _drawn(content: bytes) -> Image.Image:
    page = pypdfium2.PdfDocument(content)[0]
    return page.render(scale=80 / 72).to_pil().convert("L")


def test_the_longest_text_ends_above_the_square_and_the_issuer():
    """Enterprise, camp and place as long as the database takes them."""
    day = datetime.date(2021, 6, 21)
    one = Certificate(
        serial="T01-001",
        code="0" * CODE_LETTERS,
        name="沈知行",
        enterprise_name="测" * 200,
        camp_name="营" * 80,
        camp_english_name="Camp " * 24,
        cohort_number=1,
        starts_on=day,
        ends_on=day,
        place="地" * 120,
        attended=9,
        held=10,
        share=80,
        issuer="测试联合会",
        issued_on=day,
    )
    text = pypdfium2.PdfDocument(certificates_pdf([one], [ADDRESS.format(one.code)]))[0].get_textpage()
    index, length = text.search("attended 9 of").get_next()
    _left, bottom, _right, _top = text.get_charbox(index + length - 1)
    points_per_mm = 72 / 25.4
    assert bottom > (HEIGHT - FOOT_TOP) * points_per_mm
