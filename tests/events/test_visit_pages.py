"""The pages of visit days: for planners, for leaders on a phone, for the enterprise and for its chamber."""

import io
import re
import uuid

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from chambers.hats import SECRETARY
from events.visits import actions, day_actions, recording
from events.visits.models import Visit, VisitDay, next_thursday
from events.visits.statuses import DayStatus, VisitStatus
from federation.audit.models import PersonalDataAccess
from services.demands.models import Demand
from tests import cast
from tests.events import visit_rows as rows

pytestmark = pytest.mark.django_db
DAY = rows.DAY


@pytest.fixture
def clerk(db):
    return rows.clerk()


@pytest.fixture
def planner(clerk):
    client = cast.login(clerk)
    client.cookies["django_language"] = "en"
    return client


def statements(client, url):
    """Once the session has been used: its first request writes down that it has."""
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


# --- Planning -------------------------------------------------------------------------------------


def test_a_day_is_planned_chosen_announced_written_up_and_closed(planner, clerk):
    leader, firm = rows.leader(), cast.member("上海飞禾机电有限公司")
    page = planner.get("/events/visits/plan/")
    assert page.context["form"]["on"].value() == next_thursday()
    response = planner.post("/events/visits/plan/", {"on": rows.today().isoformat(), "leaders": [leader.pk]})
    day = VisitDay.objects.get()
    assert response.url == reverse("visits:propose", args=[day.pk])
    assert firm.name in planner.get(response.url).content.decode()
    response = planner.post(response.url, {"enterprise": [firm.pk]})
    assert response.url == day.get_absolute_url()
    assert "Announce the day" in planner.get(day.get_absolute_url()).content.decode()
    planner.post(reverse("visits:confirm_day", args=[day.pk]))
    visit = Visit.objects.get()
    response = planner.post(
        reverse("visits:close", args=[visit.pk]), {"note": "谈了用工", "held_on": rows.today().isoformat()}
    )
    assert response.url == f"{visit.get_absolute_url()}?sent=note#note"
    planner.post(reverse("visits:finish_day", args=[day.pk]))
    day.refresh_from_db()
    assert day.status == DayStatus.DONE


def test_a_day_on_which_nobody_was_met_is_closed_as_well(planner, clerk):
    day = rows.visit_in(VisitStatus.NOT_MET, by=clerk).day
    close = reverse("visits:finish_day", args=[day.pk])
    assert close in planner.get(day.get_absolute_url()).content.decode()
    planner.post(close)
    day.refresh_from_db()
    assert day.status == DayStatus.DONE


def test_a_day_that_is_taken_is_said_by_the_form_with_what_was_typed(planner, clerk):
    rows.day(rows.today() + DAY, by=clerk)
    on = (rows.today() + DAY).isoformat()
    page = planner.post("/events/visits/plan/", {"on": on, "note": "八点集合"})
    assert page.status_code == 200
    assert page.context["form"].non_field_errors()
    assert "八点集合" in page.content.decode()


def test_nothing_ticked_and_nonsense_ticked_change_nothing(planner, clerk):
    day = rows.day(by=clerk, announced=False)
    url = reverse("visits:propose", args=[day.pk])
    for chosen in ([], ["x"], ["99999999999999999999"], ["999999999"]):
        assert planner.post(url, {"enterprise": chosen}).status_code == 302
    assert day.visits.count() == 1


def test_filters_that_cant_be_read_narrow_nothing(planner, clerk):
    day = rows.day(by=clerk, announced=False)
    firm = cast.member()
    page = planner.get(reverse("visits:propose", args=[day.pk]), {"town": "nowhere", "chamber": "none", "q": "\0"})
    assert firm.name in page.content.decode()


def test_the_hour_is_changed_on_its_page(planner, clerk):
    visit = rows.visit_in(VisitStatus.ASKED, by=clerk)
    url = reverse("visits:schedule", args=[visit.pk])
    assert "下周三下午" in planner.get(url).content.decode()
    leader = visit.leaders.get()
    planner.post(url, {"time": "16:40", "leaders": [leader.pk], "place": "二号楼"})
    visit.refresh_from_db()
    assert (visit.status, visit.place) == (VisitStatus.PLANNED, "二号楼")
    page = planner.post(url, {"time": "25:99", "leaders": []})
    assert set(page.context["form"].errors) == {"time", "leaders"}


@pytest.mark.parametrize("number", [1, 3])
def test_a_days_page_asks_as_often_for_three_visits_as_for_one(planner, clerk, number):
    firms = [cast.member(of=cast.chamber(), town=cast.town(f"{n}镇")) for n in range(number)]
    day = rows.day(by=clerk, firms=firms, leaders=[rows.leader() for _n in range(number)])
    for visit in day.visits.all():
        recording.raise_on_visit(visit, by=clerk, title="题", text="文", key=uuid.uuid4())
    assert statements(planner, day.get_absolute_url()) == 10


@pytest.mark.parametrize("number", [1, 3])
def test_the_calendar_asks_as_often_for_three_days_as_for_one(planner, clerk, number):
    for n in range(number):
        rows.day(rows.today() + n * DAY, by=clerk)
        rows.visit_in(VisitStatus.DONE, by=clerk, on=rows.today() - (n + 1) * DAY)
        day_actions.finish_day(VisitDay.objects.get(on=rows.today() - (n + 1) * DAY), by=clerk)
    assert statements(planner, "/events/visits/") == 8


# --- On the phone ---------------------------------------------------------------------------------


@pytest.fixture
def led(clerk):
    leader = rows.leader()
    visit = rows.visit(cast.member(), leaders=[leader], by=clerk)
    client = cast.login(leader.user)
    client.cookies["django_language"] = "en"
    return client, visit


@pytest.mark.parametrize("number", [1, 3])
def test_a_visits_page_asks_as_often_for_three_of_everything(led, number):
    client, visit = led
    user = visit.leaders.get().user
    for n in range(number):
        recording.raise_on_visit(visit, by=user, title=f"题{n}", text="文", key=uuid.uuid4())
        recording.add_person(visit, by=user, name=f"人{n}", side="enterprise")
        recording.add_photos(visit, by=user, uploads=[rows.photo(n)])
    assert statements(client, visit.get_absolute_url()) == 28


def test_a_leader_finds_their_visits_and_writes_everything_down_by_phone(led):
    client, visit = led
    assert visit.enterprise_name in client.get("/events/visits/").content.decode()
    url = visit.get_absolute_url()
    client.post(f"{url}people/", {"name": "顾明远", "side": "enterprise", "position": "总经理"})
    client.post(f"{url}photos/", {"photos": [rows.photo(1), rows.photo(2)], "caption": "车间"})
    key = uuid.uuid4()
    for _twice in range(2):
        client.post(f"{url}demands/", {"title": "缺技工", "text": "招不到人", "key": key})
    client.post(f"{url}note/", {"note": "谈了用工", "base": recording.digest("")})
    page = client.get(url).content.decode()
    assert all(word in page for word in ("顾明远", "缺技工", "谈了用工", "车间"))
    assert Demand.objects.get().source == "visit"
    assert visit.photos.count() == 2
    response = client.post(f"{url}close/", {"note": "谈了用工", "held_on": rows.today().isoformat()}, follow=True)
    assert "The visit is written up." in said(response)
    again = client.post(f"{url}close/", {"note": "又一次"}, follow=True)
    assert "dealt with this" in said(again)


def test_what_was_typed_stays_when_it_is_refused(led):
    client, visit = led
    url = visit.get_absolute_url()
    user = visit.leaders.get().user
    recording.save_note(visit, by=user, note="别人写的")
    page = client.post(f"{url}note/", {"note": "我写的", "base": recording.digest("")})
    assert "我写的" in page.content.decode()
    assert "Somebody else wrote" in page.content.decode()
    sent = page.context["note_form"].data
    assert client.post(f"{url}note/", {"note": "两份合在一起", "base": sent["base"]}).status_code == 302
    page = client.post(f"{url}demands/", {"title": "", "text": "只写了内容", "key": "not-a-key"})
    assert "只写了内容" in page.content.decode()
    page = client.post(f"{url}close/", {"note": " "})
    assert "if only in a line" in page.content.decode()


def test_photos_are_refused_in_words_by_their_field(led):
    client, visit = led
    bad = SimpleUploadedFile("现场.jpg", b"MZ\x90\x00" + b"\0" * 900, "image/jpeg")
    big = io.BytesIO()
    Image.new("RGB", (8200, 5000)).save(big, "JPEG")
    large = SimpleUploadedFile("全景.jpg", big.getvalue(), "image/jpeg")
    page = client.post(f"{visit.get_absolute_url()}photos/", {"photos": [rows.photo(), bad, large]})
    errors = page.context["photos_form"].errors["photos"]
    assert [error.partition(":")[0] for error in errors] == ["现场.jpg", "全景.jpg"]
    assert "41 million" in errors[1]
    assert not visit.photos.exists()
    assert client.post(f"{visit.get_absolute_url()}photos/", {}).context["photos_form"].errors


def test_people_and_photos_are_taken_off_only_from_their_own_visit(led, clerk):
    client, visit = led
    user = visit.leaders.get().user
    person = recording.add_person(visit, by=user, name="甲", side="other")
    (kept,) = recording.add_photos(visit, by=user, uploads=[rows.photo()])
    other = rows.visit(on=rows.today() - DAY, by=clerk)
    stranger = recording.add_person(other, by=clerk, name="乙", side="other")
    url = visit.get_absolute_url()
    assert client.post(f"{url}people/{stranger.pk}/remove/").status_code == 404
    assert client.post(f"{url}people/{person.pk}/remove/").status_code == 302
    assert client.post(f"{url}photos/{kept.pk}/remove/").status_code == 302
    assert (visit.people.count(), visit.photos.count(), other.people.count()) == (0, 0, 1)


def test_a_visit_shows_which_of_its_demands_are_still_open(led, clerk):
    client, visit = led
    demand = recording.raise_on_visit(visit, by=clerk, title="缺技工", text="招人", key=uuid.uuid4())
    row = client.get(visit.get_absolute_url()).context["demands"][0]
    assert row["open"] and not row["closed"]
    assert row["url"] == "", "a leader without a right at the demands desk gets no dead link"
    desk = cast.login(clerk)
    assert desk.get(desk.get(visit.get_absolute_url()).context["demands"][0]["url"]).status_code == 200
    Demand.objects.filter(pk=demand.pk).update(status="closed")
    assert client.get(visit.get_absolute_url()).context["demands"][0]["closed"]
    progress = cast.login(clerk).get(visit.day.get_absolute_url()).context["progress"]
    assert (progress.demands, progress.demands_open) == (1, 0)


# --- The brief ------------------------------------------------------------------------------------


def test_the_brief_masks_telephones_until_somebody_who_may_says_why(clerk, planner):
    firm = cast.member()
    cast.contact(firm, "顾明远", phone="13912345678")
    visit = rows.visit(firm, by=clerk)
    url = reverse("visits:brief", args=[visit.pk])
    page = planner.get(url)
    assert "139****5678" in page.content.decode()
    assert "13912345678" not in page.content.decode()
    assert planner.post(url, {"reason": ""}).context["brief"].unmasked is False
    assert not PersonalDataAccess.objects.exists()
    page = planner.post(url, {"reason": "周四走访联系"})
    assert "13912345678" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    looked = PersonalDataAccess.objects.get()
    assert (looked.actor, looked.reason, looked.field) == (clerk, "周四走访联系", "phone")
    leader = visit.leaders.get().user
    assert cast.login(leader).get(url).context["form"] is None
    assert cast.login(leader).post(url, {"reason": "周四走访联系"}).status_code == 403


def test_the_brief_as_a_pdf_is_one_page_with_no_telephone_in_full(clerk, planner):
    firm = cast.member("上海䶮㛃机电有限公司", of=cast.chamber(), town=cast.town())
    cast.contact(firm, "顾明远", phone="13912345678")
    for n in range(6):
        earlier = rows.visit(firm, rows.today() - (n + 1) * DAY, by=clerk)
        recording.raise_on_visit(earlier, by=clerk, title=f"题{n}" * 12, text="文", key=uuid.uuid4())
        actions.close_visit(earlier, by=clerk, note="上次谈了很多。" * 40)
    visit = rows.visit(firm, by=clerk)
    response = planner.get(reverse("visits:brief_file", args=[visit.pk]))
    assert response["Content-Type"] == "application/pdf"
    paper = pypdfium2.PdfDocument(response.content)
    assert len(paper) == 1
    text = re.sub(r"\s", "", paper[0].get_textpage().get_text_range())
    for word in (firm.name, "顾明远", "139****5678", "Opendemands", "题0题0", "上次谈了很多。"):
        assert word in text, word
    assert "13912345678" not in text
    picture = paper[0].render(scale=2).to_pil().convert("L")
    assert picture.getextrema() == (0, 255)
    # Ink stands from the head to the foot of the page, and none of it in the margins.
    wide, high = picture.size
    rim = wide * 12 // 210
    left, top, right, bottom = picture.point(lambda shade: 255 - shade).getbbox()
    assert (left >= rim, top >= rim, right <= wide - rim, bottom <= high - rim) == (True,) * 4
    assert top < high // 10 and bottom > high // 2 and right - left > wide * 3 // 4


@pytest.mark.parametrize("number", [1, 3])
def test_the_brief_asks_as_often_for_three_of_everything(clerk, planner, number):
    firm = cast.member(of=cast.chamber(), town=cast.town())
    for n in range(number):
        cast.contact(firm, f"人{n}")
        earlier = rows.visit(firm, rows.today() - (n + 1) * DAY, by=clerk)
        recording.raise_on_visit(earlier, by=clerk, title=f"题{n}", text="文", key=uuid.uuid4())
        actions.close_visit(earlier, by=clerk, note=f"上次谈了{n}")
    visit = rows.visit(firm, by=clerk)
    assert statements(planner, reverse("visits:brief", args=[visit.pk])) == 17
    page = planner.get(reverse("visits:brief", args=[visit.pk])).content.decode()
    assert all(word in page for word in ("人0", "题0", "上次谈了0"))


def test_a_brief_of_an_enterprise_of_which_nothing_is_known(clerk, planner):
    visit = rows.visit(cast.enterprise(registered_on=None), by=clerk)
    page = planner.get(reverse("visits:brief", args=[visit.pk])).content.decode()
    for word in ("Nobody is recorded.", "None stated.", "Never visited before.", "No application."):
        assert word in page


# --- The enterprise and its chamber ---------------------------------------------------------------


@pytest.fixture
def announced(clerk):
    firm = cast.member(of=cast.chamber())
    manager = cast.representative(firm)
    visit = rows.visit(firm, rows.today() + 7 * DAY, by=clerk)
    client = cast.login(manager)
    client.cookies["django_language"] = "en"
    return client, visit, firm


def test_the_enterprise_is_asked_on_its_desk_and_confirms(announced):
    client, visit, _firm = announced
    assert "The federation would like to visit you" in client.get("/me/").content.decode()
    url = reverse("visits:ours", args=[visit.pk])
    response = client.post(f"{url}confirm/", {"remark": "东门"}, follow=True)
    assert "look forward" in said(response)
    visit.refresh_from_db()
    assert visit.status == VisitStatus.CONFIRMED
    assert "Yes, it suits us" not in client.get(url).content.decode()
    assert "dealt with this" in said(client.post(f"{url}confirm/", follow=True))


def test_the_enterprise_asks_for_another_time_and_says_which(announced):
    client, visit, _firm = announced
    url = reverse("visits:ours", args=[visit.pk])
    assert client.post(f"{url}another-time/", {"wish": " "}).context["wish_form"].errors
    client.post(f"{url}another-time/", {"wish": "下周三"})
    visit.refresh_from_db()
    assert (visit.status, visit.wish) == (VisitStatus.ASKED, "下周三")


def test_the_enterprise_sees_a_visit_and_its_photos_once_the_day_is_announced(announced, clerk, led):
    client, visit, firm = announced
    hidden = rows.visit(firm, rows.today() + 14 * DAY, by=clerk, announced=False)
    assert client.get(reverse("visits:ours", args=[hidden.pk])).status_code == 404
    _leader, there = led
    (photo,) = recording.add_photos(there, by=there.leaders.get().user, uploads=[rows.photo()])
    own = cast.login(cast.representative(there.enterprise))
    assert own.get(photo.file.get_absolute_url()).status_code == 200
    VisitDay.objects.filter(pk=there.day_id).update(status="planned")
    assert own.get(photo.file.get_absolute_url()).status_code == 404
    assert client.get(reverse("visits:ours", args=[visit.pk])).status_code == 200


def test_the_note_is_nobody_elses_to_read(announced, clerk):
    client, _visit, firm = announced
    done = rows.visit_in(VisitStatus.DONE, firm=firm, by=clerk)
    done.refresh_from_db()
    shut = rows.visit_in(VisitStatus.NOT_MET, firm=firm, by=clerk, on=rows.today() - DAY)
    secretary = cast.login(cast.secretary(firm.affiliations.get().chamber))
    for one in (done, shut):
        for page in (
            client.get(reverse("visits:ours", args=[one.pk])),
            secretary.get(reverse("visits:chamber_visit", args=[one.pk])),
        ):
            assert page.status_code == 200
            assert "谈了用工" not in page.content.decode()
            assert "大门紧锁" not in page.content.decode()
    assert client.get(done.get_absolute_url()).status_code == 404


def test_each_hand_is_led_to_its_own_page_of_a_demand(announced, clerk, planner):
    client, _visit, firm = announced
    done = rows.visit_in(VisitStatus.DONE, firm=firm, by=clerk)
    demand = recording.raise_on_visit(done, by=clerk, title="缺技工", text="招人", key=uuid.uuid4())
    secretary = cast.login(cast.secretary(firm.affiliations.get().chamber))
    for hand, page, there in (
        (client, "visits:ours", "demands:demand"),
        (secretary, "visits:chamber_visit", "chamber_demands:demand"),
        (planner, "visits:visit", "admin:services_demand_change"),
    ):
        shown = hand.get(reverse(page, args=[done.pk]))
        url = reverse(there, args=[demand.pk])
        assert [row["url"] for row in shown.context["demands"] if row["demand"] == demand] == [url]
        assert f'href="{url}"' in shown.content.decode()
        assert hand.get(url).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "expected"), [("ours", 5), ("chamber", 6)])
def test_lists_ask_as_often_for_three_as_for_one(clerk, number, page, expected):
    firm = cast.member(of=cast.chamber())
    for n in range(number):
        rows.visit(firm, rows.today() + (n + 1) * DAY, by=clerk)
    person = cast.representative(firm) if page == "ours" else cast.secretary(firm.affiliations.get().chamber)
    assert statements(cast.login(person), f"/events/visits/{page}/") == expected


def test_each_chamber_reads_of_its_own_members_only(announced):
    _client, visit, firm = announced
    chamber = firm.affiliations.get().chamber
    mine, other = cast.login(cast.secretary(chamber)), cast.login(cast.secretary())
    assert firm.name in mine.get("/events/visits/chamber/").content.decode()
    assert firm.name not in other.get("/events/visits/chamber/").content.decode()
    assert other.get(reverse("visits:chamber_visit", args=[visit.pk])).status_code == 404
    hats = mine.get("/events/visits/chamber/").wsgi_request.hats
    assert [hat.kind for hat in hats] == [SECRETARY]


def test_visits_stand_on_the_enterprises_timeline_and_in_its_export(announced, clerk):
    from federation.portal.contributions import timeline
    from members.desk.exports import sheets_about

    _client, _visit, firm = announced
    titles = [str(entry.title) for entry in timeline(firm)]
    assert any(title.startswith(("Visit: ", "走访：")) for title in titles)
    assert "visits" in {sheet.name for sheet in sheets_about(cast.representative(firm), firm)}
