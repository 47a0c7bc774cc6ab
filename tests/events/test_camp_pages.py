"""Pages of camps: who sees what, in how many queries, and what is said to who asks for too much."""

import datetime
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.camps import verify_views
from events.camps.models import CampApplication
from events.camps.statuses import CertificateState, CohortStatus, Status
from federation.audit.models import PersonalDataAccess
from federation.search.shortlived import forget_all
from tests import cast
from tests.events import camp_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    return cast.login(cast.staff("services_clerk"))


def queries(client, url):
    """As a process that has just started, but one that knows the session."""
    client.get(url)
    forget_all()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    assert response.status_code == 200
    return len(captured)


def one_and_three(client, url, add):
    """The page's queries with one row and with three."""
    add()
    one = queries(client, url)
    add()
    add()
    return one, queries(client, url)


def test_the_public_list_shows_what_is_announced_in_the_same_queries(client):
    camp = camp_cast.camp()

    def add():
        camp_cast.cohort(of=camp)
        camp_cast.cohort(CohortStatus.ARCHIVED, of=camp)
        camp_cast.cohort(CohortStatus.PLANNED, of=camp, theme="还在筹备")

    assert one_and_three(client, reverse("camps:list"), add) == (3, 3)
    page = client.get(reverse("camps:list")).content.decode()
    assert camp.name in page and "还在筹备" not in page


def test_an_empty_list_says_so(client):
    assert "empty" in client.get(reverse("camps:list")).content.decode()


def test_a_cohort_in_the_same_queries_for_a_visitor(client):
    cohort = camp_cast.cohort()
    numbers = iter(range(3))
    url = cohort.get_absolute_url()
    assert one_and_three(client, url, lambda: camp_cast.session(cohort, next(numbers))) == (2, 2)
    assert client.get(camp_cast.cohort(CohortStatus.PLANNED).get_absolute_url()).status_code == 404


def test_an_enterprise_applies_and_sees_where_it_stands():
    chamber = cast.chamber()
    manager = cast.representative(cast.member(of=chamber), "林嘉禾")
    cohort = camp_cast.cohort()
    client = cast.login(manager)
    url = reverse("camps:apply", args=[cohort.pk])
    assert "林嘉禾" in client.get(url).content.decode()
    bad = client.post(url, {"person": "other", "chamber": chamber.pk, "room": "shared", "consent": "on"})
    assert {"name", "phone"} <= set(bad.context["form"].errors)
    wrong = client.post(
        url, {"person": "other", "name": "沈", "phone": "12", "chamber": chamber.pk, "room": "shared", "consent": "on"}
    )
    assert "phone" in wrong.context["form"].errors
    sent = client.post(
        url, {"person": str(manager.pk), "chamber": chamber.pk, "room": "single", "wishes": "不吃辣", "consent": "on"}
    )
    one = CampApplication.objects.get()
    assert sent.status_code == 302 and sent.url == one.get_absolute_url()
    assert (one.participant.user, one.name, one.room) == (manager, "林嘉禾", "single")
    assert "不吃辣" in client.get(sent.url).content.decode()
    again = client.post(url, {"person": str(manager.pk), "chamber": chamber.pk, "room": "shared", "consent": "on"})
    assert again.status_code == 200 and again.context["form"].non_field_errors()


def test_a_person_without_an_enterprise_finds_no_form():
    cohort = camp_cast.cohort()
    assert cast.login(cast.outsider()).get(reverse("camps:apply", args=[cohort.pk])).status_code == 404


def test_my_places_in_the_same_queries():
    student = cast.person("学员本人")
    client = cast.login(student)

    def add():
        one = camp_cast.place(camp_cast.cohort(CohortStatus.ARCHIVED, sessions=1), Status.CONFIRMED, user=student)
        camp_cast.certificate(one)

    one, three = one_and_three(client, reverse("camps:mine"), add)
    assert one == three
    # The session, the person and their hats; then the places and the certificates.
    assert three - queries(client, reverse("inbox:list")) <= 1


def test_the_person_confirms_and_a_stranger_can_not():
    student = cast.person()
    one = camp_cast.place(camp_cast.cohort(CohortStatus.SELECTION), Status.SELECTED, user=student)
    url = reverse("camps:confirm", args=[one.pk])
    assert cast.login(cast.outsider()).post(url).status_code == 404
    # The chamber's secretary sees it at another desk, and confirms nothing.
    assert cast.login(cast.secretary(one.chamber)).post(url).status_code == 403
    assert cast.login(student).post(url).status_code == 302
    one.refresh_from_db()
    assert one.status == Status.CONFIRMED


def test_a_secretary_sees_the_chambers_own_and_recommends():
    chamber = cast.chamber()
    client = cast.login(cast.secretary(chamber))
    cohort = camp_cast.cohort()
    camp_cast.keep_seats(cohort, chamber, 2)
    ours, theirs = camp_cast.place(cohort, chamber=chamber, name="自己人"), camp_cast.place(cohort, name="别家的")
    page = client.get(reverse("camps_chamber:cohort", args=[cohort.pk])).content.decode()
    assert "自己人" in page and "别家的" not in page
    assert client.post(reverse("camps_chamber:recommend", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("camps_chamber:recommend", args=[ours.pk])).status_code == 302
    ours.refresh_from_db()
    assert ours.rank == 1


@pytest.mark.parametrize("page", ["list", "cohort"])
def test_a_secretarys_pages_in_the_same_queries(page):
    chamber = cast.chamber()
    client = cast.login(cast.secretary(chamber))
    cohort = camp_cast.cohort(quota=50)

    def add():
        one = camp_cast.place(cohort if page == "cohort" else camp_cast.cohort(), chamber=chamber)
        camp_cast.keep_seats(one.cohort, cast.chamber(), 1)

    url = reverse("camps_chamber:cohorts") if page == "list" else reverse("camps_chamber:cohort", args=[cohort.pk])
    one, three = one_and_three(client, url, add)
    assert one == three


def test_places_are_given_on_one_page_and_a_full_chamber_is_named(clerk):
    cohort = camp_cast.cohort(CohortStatus.SELECTION)
    chamber = cast.chamber("名额商会")
    camp_cast.keep_seats(cohort, chamber, 1)
    rows = [camp_cast.place(cohort, Status.RECOMMENDED, chamber=chamber, name=f"学员{at}") for at in range(2)]
    url = reverse("admin:events_cohort_places", args=[cohort.pk])
    full = clerk.post(url, {"verb": "select", "chosen": [one.pk for one in rows]}, follow=True)
    assert "名额商会" in full.content.decode()
    assert not CampApplication.objects.seated().exists()
    clerk.post(url, {"verb": "select", "chosen": [rows[1].pk]})
    assert CampApplication.objects.seated().get() == rows[1]
    refused = clerk.post(url, {"verb": "decline", "chosen": [rows[0].pk]}, follow=True)
    assert CampApplication.objects.get(pk=rows[0].pk).status == Status.RECOMMENDED and refused.status_code == 200


@pytest.mark.parametrize("name", ["places", "certificates"])
def test_the_staffs_pages_in_the_same_queries(clerk, name):
    cohort = camp_cast.cohort(CohortStatus.FINISHED if name == "certificates" else CohortStatus.SELECTION, sessions=2)
    chamber = cast.chamber()

    def add():
        status = Status.CONFIRMED if name == "certificates" else Status.RECOMMENDED
        camp_cast.attend(camp_cast.place(cohort, status, chamber=chamber))

    one, three = one_and_three(clerk, reverse(f"admin:events_cohort_{name}", args=[cohort.pk]), add)
    assert one == three


def test_a_quota_too_small_is_said_beside_the_form(clerk):
    cohort = camp_cast.cohort(CohortStatus.SELECTION)
    chamber = cast.chamber("满员商会")
    for _number in range(2):
        camp_cast.place(cohort, Status.CONFIRMED, chamber=chamber)
    url = reverse("admin:events_cohort_quotas", args=[cohort.pk])
    answer = clerk.post(url, {f"chamber-{chamber.pk}": "1"})
    assert answer.status_code == 200 and "满员商会" in answer.context["form"].non_field_errors()[0]
    assert clerk.post(url, {f"chamber-{chamber.pk}": "2"}).status_code == 302
    assert cohort.quotas.get().seats == 2


def test_a_deadline_after_the_start_is_refused_on_the_form(clerk):
    camp = camp_cast.camp()
    first = timezone.localdate() + datetime.timedelta(days=30)
    values = {
        "camp": camp.pk,
        "number": 1,
        "starts_on": first.isoformat(),
        "ends_on": (first - datetime.timedelta(days=1)).isoformat(),
        "place": "测试基地",
        "quota": 20,
        "attendance_share": 80,
        "applications_until_0": (first + datetime.timedelta(days=1)).isoformat(),
        "applications_until_1": "12:00",
        "sessions-TOTAL_FORMS": 0,
        "sessions-INITIAL_FORMS": 0,
    }
    url = reverse("admin:events_cohort_add")
    errors = clerk.post(url, values).context["adminform"].form.errors
    assert {"ends_on", "applications_until"} <= set(errors)
    good = values | {"ends_on": first.isoformat(), "applications_until_0": timezone.localdate().isoformat()}
    assert clerk.post(url, good).status_code == 302
    cohort = camp.cohorts.get()
    assert cohort.status == CohortStatus.PLANNED and cohort.steps.count() == 1


def test_the_roll_is_called_by_staff_on_their_phone(clerk):
    cohort = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    session = cohort.sessions.get()
    places = [camp_cast.place(cohort, Status.CONFIRMED, name=f"学员{at}") for at in range(2)]
    assert clerk.get(reverse("camps:sessions", args=[cohort.pk])).status_code == 200
    clerk.post(reverse("camps:tick", args=[session.pk]), {"here": [places[0].pk, "9" * 30, "x"]})
    assert [one.application for one in session.attendances.all()] == [places[0]]
    clerk.post(reverse("camps:untick", args=[session.pk, places[0].pk]))
    assert not session.attendances.exists()
    assert cast.login(cast.representative()).get(reverse("camps:roll", args=[session.pk])).status_code == 404
    assert cast.login(cast.staff("auditor")).get(reverse("camps:roll", args=[session.pk])).status_code == 403


def test_the_roll_in_the_same_queries(clerk):
    cohort = camp_cast.cohort(CohortStatus.RUNNING, sessions=1)
    url = reverse("camps:roll", args=[cohort.sessions.get().pk])

    def add():
        camp_cast.place(cohort, Status.CONFIRMED)
        camp_cast.attend(camp_cast.place(cohort, Status.CONFIRMED))

    one, three = one_and_three(clerk, url, add)
    assert one == three


def test_the_roster_goes_out_as_a_workbook_without_formulas(clerk):
    cohort = camp_cast.cohort(CohortStatus.CONFIRMED)
    camp_cast.place(cohort, Status.CONFIRMED, name="=HYPERLINK(1)")
    camp_cast.place(cohort, Status.WAITING, name="候补的人")
    answer = clerk.get(reverse("admin:events_cohort_roster", args=[cohort.pk]))
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    names = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert names == ["'=HYPERLINK(1)"]
    kept = PersonalDataAccess.objects.get()
    assert (kept.subject_key, kept.field) == (f"events.cohort:{cohort.pk}", "phone")


def test_the_holder_downloads_the_paper_and_nobody_elses_is_there():
    student = cast.person()
    place = camp_cast.place(camp_cast.cohort(CohortStatus.ARCHIVED), Status.CONFIRMED, user=student)
    one = camp_cast.certificate(place)
    url = one.get_absolute_url()
    answer = cast.login(student).get(url)
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF-")
    for other in (cast.outsider(), cast.secretary(place.chamber), cast.representative()):
        assert cast.login(other).get(url).status_code == 404


def test_the_square_on_a_paper_leads_to_the_public_address_wherever_it_was_printed(monkeypatch, settings):
    settings.PORTAL_URL = "https://portal.example.org"
    settings.ALLOWED_HOSTS = ["inside.example"]
    student = cast.person()
    one = camp_cast.certificate(
        camp_cast.place(camp_cast.cohort(CohortStatus.ARCHIVED), Status.CONFIRMED, user=student)
    )
    drawn = []
    monkeypatch.setattr(
        "events.camps.views.certificates_pdf", lambda found, addresses: drawn.extend(addresses) or b"%PDF-"
    )
    answer = cast.login(student).get(one.get_absolute_url(), headers={"host": "inside.example"})
    assert drawn == [f"https://portal.example.org/verify/{one.code}/"]
    assert "no-store" in answer["Cache-Control"]


def test_who_holds_a_paper_learns_that_it_is_real_and_no_more(client, settings):
    place = camp_cast.place(camp_cast.cohort(CohortStatus.ARCHIVED), Status.CONFIRMED, name="沈知行")
    one = camp_cast.certificate(place)
    page = client.get(reverse("verify:code", args=[one.code.lower()]))
    text = page.content.decode()
    assert page.status_code == 200 and one.serial in text and "沈**" in text
    assert "沈知行" not in text and place.enterprise_name not in text and place.phone[-8:] not in text
    for state, word in ((CertificateState.REVOKED, "revoked"), (CertificateState.REPLACED, "replaced")):
        one.state = state
        one.save()
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        assert word in client.get(reverse("verify:code", args=[one.code])).content.decode()


def test_a_guessed_code_is_answered_in_words_and_guessing_has_an_end(client, monkeypatch):
    monkeypatch.setattr(verify_views, "MOST_WRONG", 3)
    one = camp_cast.certificate(camp_cast.place(camp_cast.cohort(CohortStatus.ARCHIVED), Status.CONFIRMED))
    answers = [client.get(reverse("verify:code", args=[f"{'A' * 15}{at}"])) for at in range(4)]
    assert [answer.status_code for answer in answers] == [404, 404, 404, 429]
    assert "AAAAAAAAAAAAAAA0" in answers[0].content.decode()
    # A right code among the guesses isn't told apart.
    assert client.get(reverse("verify:code", args=[one.code])).status_code == 429


def test_a_code_is_typed_as_people_type(client):
    one = camp_cast.certificate(camp_cast.place(camp_cast.cohort(CohortStatus.ARCHIVED), Status.CONFIRMED))
    typed = f" {one.code[:4].lower()}-{one.code[4:8]} {one.code[8:]}"
    assert client.get(reverse("verify:entrance"), {"code": typed}).url == reverse("verify:code", args=[one.code])
    assert "code" in client.get(reverse("verify:entrance"), {"code": "ABC"}).context["form"].errors


def test_checking_a_certificate_costs_one_query(client, django_assert_num_queries):
    one = camp_cast.certificate(camp_cast.place(camp_cast.cohort(CohortStatus.ARCHIVED), Status.CONFIRMED))
    with django_assert_num_queries(1):
        client.get(reverse("verify:code", args=[one.code]))


def test_buttons_of_a_cohort_ask_and_then_act(clerk):
    cohort = camp_cast.cohort(CohortStatus.PLANNED, applications_until=timezone.now() + datetime.timedelta(days=3))
    page = clerk.get(reverse("admin:events_cohort_change", args=[cohort.pk]))
    assert page.status_code == 200
    url = reverse("admin:events_cohort_announce", args=[cohort.pk])
    assert clerk.get(url).status_code == 200
    assert clerk.post(url).status_code == 302
    cohort.refresh_from_db()
    assert cohort.status == CohortStatus.OPEN
    # The second press is told where it stands.
    text = clerk.post(url, follow=True).content.decode()
    assert cohort.get_status_display() in text


def test_a_certificate_is_corrected_and_revoked_in_the_admin(clerk):
    cohort = camp_cast.cohort(CohortStatus.FINISHED, sessions=1)
    place = camp_cast.place(cohort, Status.CONFIRMED, name="陈宏")
    camp_cast.attend(place)
    clerk.post(reverse("admin:events_cohort_certificates", args=[cohort.pk]))
    one = place.certificates.get()
    clerk.post(reverse("admin:events_certificate_reissue", args=[one.pk]), {"name": "陈弘", "reason": "错字"})
    new = place.certificates.valid().get()
    assert (new.name, new.version) == ("陈弘", 2)
    clerk.post(reverse("admin:events_certificate_revoke", args=[new.pk]), {"reason": "代签"})
    assert not place.certificates.valid().exists()
    assert clerk.get(reverse("admin:events_cohort_certificates_file", args=[cohort.pk])).status_code == 302
