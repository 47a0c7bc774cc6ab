"""The public's pages of events: what they show, to whom, and at how many statements."""

import datetime
import io
import zipfile

import pytest
from django.urls import reverse
from django.utils import timezone

from events.events.models import Audience, InvitedChamber, Kind
from events.events.statuses import Status
from events.signups import door
from events.signups.models import EventAttendance, SignUp
from events.signups.statuses import Status as SignUpStatus
from federation.search.shortlived import forget_all
from members.enterprises.models import Representative
from tests import cast
from tests.events import gatherings
from tests.events.gatherings import DAY, HOUR

pytestmark = pytest.mark.django_db


def body(response) -> str:
    return response.content.decode()


def test_the_list_shows_what_is_announced_and_nothing_else(client):
    gatherings.event(title="公开的月聊")
    for status in (Status.PLANNED, Status.SUBMITTED):
        gatherings.event(status, title="还在策划")
    gatherings.event(title="内部会议", is_public=False)
    gatherings.event(Status.CANCELLED, title="策划时就取消", published_at=None)
    text = body(client.get(reverse("events:list")))
    assert "公开的月聊" in text
    assert all(hidden not in text for hidden in ("还在策划", "内部会议", "策划时就取消"))


def test_past_events_are_a_list_of_their_own(client):
    gatherings.event(title="将来的活动")
    gatherings.event(Status.ARCHIVED, title="办过的活动")
    assert "办过的活动" not in body(client.get(reverse("events:list")))
    past = body(client.get(reverse("events:list") + "?when=past"))
    assert "办过的活动" in past and "将来的活动" not in past


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?kind=culture", "合唱"),
        ("?q=合", "合唱"),
        ("?q=大剧院", "合唱"),
        ("?host=here", "合唱"),
        ("?kind=nonsense", "月聊"),
        ("?q=%00", "月聊"),
        ("?year=abc&after=zzz", "月聊"),
    ],
)
def test_the_list_is_narrowed_and_bad_terms_do_no_harm(client, query, found):
    chamber = cast.chamber(slug="here")
    gatherings.event(title="月聊")
    gatherings.event(title="合唱", kind=Kind.CULTURE, place="大剧院", chamber=chamber)
    text = body(client.get(reverse("events:list") + query))
    assert found in text
    if found == "合唱":
        assert "月聊</a>" not in text


def test_an_empty_list_says_what_to_do(client):
    assert "empty-title" in body(client.get(reverse("events:list")))
    assert "empty-title" in body(client.get(reverse("events:list") + "?when=past"))
    assert "empty-title" in body(client.get(reverse("events:calendar")))


def test_a_month_has_its_events_on_their_days(client):
    start = timezone.make_aware(datetime.datetime(2026, 2, 27, 23, 30))
    gatherings.event(title="夜谈", starts_at=start)
    text = body(client.get(reverse("events:calendar") + "?month=2026-02"))
    assert 'id="d2026-02-27"' in text and "夜谈" in text
    for odd in ("?month=", "?month=2026-13", "?month=x-y", "?month=99999-01", "?month=２０２６-02"):
        assert client.get(reverse("events:calendar") + odd).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("address", "statements"),
    [("events:list", 3), ("events:calendar", 1), ("events:feed", 1)],
)
def test_public_lists_cost_the_same_for_one_row_and_three(client, django_assert_num_queries, rows, address, statements):
    for _ in range(rows):
        gatherings.event(starts_at=timezone.now() + HOUR)
    forget_all()
    with django_assert_num_queries(statements):
        client.get(reverse(address))
    with django_assert_num_queries(0):
        client.get(reverse(address))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_an_event_costs_one_statement_once_its_words_are_kept(client, django_assert_num_queries, rows):
    event = gatherings.event(quota=30)
    for number in range(rows):
        gatherings.signup(event, f"来宾{number}")
    forget_all()
    with django_assert_num_queries(3):
        client.get(event.get_absolute_url())
    with django_assert_num_queries(1):
        client.get(event.get_absolute_url())


def test_the_page_is_as_it_is_now_though_its_words_are_kept(client):
    event = gatherings.event(quota=1)
    assert "余" in body(client.get(event.get_absolute_url()))
    gatherings.signup(event, "来宾")
    assert "名额已满" in body(client.get(event.get_absolute_url()))
    event.place = "改到三楼"
    event.save()
    assert "改到三楼" in body(client.get(event.get_absolute_url()))


def test_hidden_events_open_only_to_whom_they_are_meant_for(client):
    chamber = cast.chamber()
    invited = gatherings.event(audience=Audience.INVITED, is_public=False)
    InvitedChamber.objects.create(event=invited, chamber=chamber)
    member = cast.representative(cast.member(of=chamber))
    answers = {
        "visitor": client.get(invited.get_absolute_url()).status_code,
        "outsider": cast.login(cast.outsider()).get(invited.get_absolute_url()).status_code,
        "member": cast.login(member).get(invited.get_absolute_url()).status_code,
        "clerk": cast.login(cast.staff("services_clerk")).get(invited.get_absolute_url()).status_code,
    }
    assert answers == {"visitor": 404, "outsider": 404, "member": 200, "clerk": 200}
    assert invited.title in body(cast.login(member).get(reverse("events:mine")))


def test_the_calendar_file_is_read_by_other_calendars(client):
    icalendar = pytest.importorskip("icalendar")
    event = gatherings.event(title="月聊；第一期, 上")
    gatherings.event(Status.CANCELLED, title="取消的")
    for address in (reverse("events:ical", args=[event.pk]), reverse("events:feed")):
        response = client.get(address)
        assert response["Content-Type"].startswith("text/calendar")
        entries = list(icalendar.Calendar.from_ical(response.content).walk("VEVENT"))
        mine = next(entry for entry in entries if str(entry["SUMMARY"]) == event.title)
        assert mine.decoded("DTSTART") == event.starts_at.replace(microsecond=0)
    assert {str(entry["STATUS"]) for entry in entries} == {"CONFIRMED", "CANCELLED"}


# --- Signing up -------------------------------------------------------------------------------------


def form_of(*colleagues: tuple[str, str], myself: bool = True) -> dict[str, str]:
    data = {"line-TOTAL_FORMS": str(max(len(colleagues), 1)), "line-INITIAL_FORMS": "0"}
    if myself:
        data["myself"] = "on"
    for number, (name, phone) in enumerate(colleagues):
        data |= {f"line-{number}-name": name, f"line-{number}-phone": phone}
    return data


def test_oneself_and_a_colleague_by_the_form():
    user, event = cast.representative(), gatherings.event(quota=2)
    client = cast.login(user)
    address = reverse("events:sign_up", args=[event.pk])
    assert client.get(address).status_code == 200
    response = client.post(address, form_of(("张三", "13900000001"), ("李四", "")))
    assert response.url == event.get_absolute_url()
    found = dict(SignUp.objects.values_list("name", "status"))
    assert found == {user.name: SignUpStatus.GOING, "张三": SignUpStatus.GOING, "李四": SignUpStatus.WAITING}
    text = body(client.get(event.get_absolute_url()))
    assert "张三" in text and "候补第 1 位" in text


def test_what_is_wrong_stands_by_its_field_and_nothing_is_lost():
    user, event = cast.representative(), gatherings.event()
    client = cast.login(user)
    address = reverse("events:sign_up", args=[event.pk])
    text = body(client.post(address, form_of(("张三", "123"), ("", "13900000001"))))
    assert text.count("field-error") == 2 and "张三" in text
    text = body(client.post(address, form_of(myself=False)))
    assert "field-error" in text
    assert not SignUp.objects.exists()


def test_a_person_without_enterprise_signs_up_for_themselves_only():
    user, event = cast.outsider(), gatherings.event()
    cast.login(user).post(reverse("events:sign_up", args=[event.pk]), form_of(("张三", "")))
    assert list(SignUp.objects.values_list("name", "enterprise")) == [(user.name, None)]


def test_who_signed_up_under_which_hat_is_kept_and_the_line_is_shown():
    event, first, second = gatherings.event(quota=1), cast.representative(), cast.representative()
    # One came before, the other is written down first.
    gatherings.signup(gatherings.event(), second, enterprise=cast.enterprise_of(second))
    cast.login(first).post(reverse("events:sign_up", args=[event.pk]), {**form_of()})
    told = cast.login(second).post(reverse("events:sign_up", args=[event.pk]), {**form_of()}, follow=True)
    assert "第 1 位" in body(told)
    for user in (first, second):
        kept = SignUp.pgh_event_model.objects.get(
            pgh_label="insert", signed_up_by=user, event=event
        ).pgh_context.metadata
        assert kept["user"] == user.pk and kept["hat"] == cast.enterprise_of(user).name


def test_nobody_passes_an_enterprises_limit_as_a_private_person():
    event, firm = gatherings.event(per_enterprise=1), cast.enterprise()
    address = reverse("events:sign_up", args=[event.pk])
    first, second, third = (cast.colleague(firm) for _ in range(3))
    assert cast.login(first).post(address, form_of()).status_code == 302
    for user in (second, third):
        for hat in ("enterprise:0", "enterprise:", f"chamber:{firm.pk}", ""):
            cast.login(user).post(address, {**form_of(), "acting_as": hat})
    assert SignUp.objects.get().signed_up_by == first


def test_a_form_left_open_past_the_end_of_ones_office_drops_nobody():
    user, event = cast.representative(), gatherings.event()
    firm, client = cast.enterprise_of(user), cast.login(user)
    Representative.objects.update(until=timezone.localdate() - DAY)
    sent = {**form_of(("张三", ""), myself=False), "acting_as": f"enterprise:{firm.pk}"}
    for name in ("events:sign_up", "events:decline"):
        assert client.post(reverse(name, args=[event.pk]), sent).status_code == 404
    assert not SignUp.objects.exists()


def test_somebody_elses_sign_up_is_nobody_elses_business():
    signup = gatherings.signup(gatherings.event(), cast.person())
    assert cast.login(cast.outsider()).post(reverse("events:cancel", args=[signup.pk])).status_code == 404
    signup.refresh_from_db()
    assert signup.status == SignUpStatus.GOING


# --- The door ---------------------------------------------------------------------------------------


def test_a_scanned_code_checks_in_by_a_button_not_by_being_opened():
    user = cast.person()
    event = gatherings.event(Status.CHECK_IN)
    gatherings.signup(event, user)
    address = reverse("events:check_in", args=[door.door_code(event)])
    client = cast.login(user)
    assert "<button" in body(client.get(address)) and not EventAttendance.objects.exists()
    assert "签到成功" in body(client.post(address))
    assert EventAttendance.objects.count() == 1


def test_without_an_account_by_name_and_number(client):
    event = gatherings.event(Status.CHECK_IN)
    gatherings.signup(event, "张三", phone="13900000001")
    address = reverse("events:check_in", args=[door.door_code(event)])
    assert "您不在名单上" in body(client.post(address, {"name": "张三", "phone": "13900000002"}))
    assert "签到成功" in body(client.post(address, {"name": "张三", "phone": "13900000001"}))


def test_a_guessed_code_is_answered_in_words(client):
    response = client.get(reverse("events:check_in", args=["1:abc:def"]))
    assert response.status_code == 404 and "这不是活动的签到码" in body(response)


def test_the_list_to_tick_searches_and_comes_back_to_where_it_was():
    event = gatherings.event(Status.CHECK_IN)
    signup = gatherings.signup(event, "张三", phone="13900001234")
    gatherings.signup(event, "李四")
    client = cast.login(cast.staff("services_clerk"))
    address = reverse("events:door", args=[event.pk])
    found = body(client.get(f"{address}?q=1234"))
    assert "张三" in found and "李四" not in found and "139****1234" in found
    response = client.post(reverse("events:tick", args=[event.pk, signup.pk]), {"q": "1234", "next": "//evil"})
    assert response.url == f"{address}?q=1234#s{signup.pk}"
    assert EventAttendance.objects.get().name == "张三"


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_to_tick_costs_the_same_for_one_row_and_three(django_assert_num_queries, rows):
    chamber = cast.chamber()
    event = gatherings.event(Status.CHECK_IN, chamber=chamber)
    client = cast.login(cast.secretary(chamber))
    for number in range(rows):
        gatherings.signup(event, f"来宾{number}", enterprise=cast.enterprise())
        gatherings.attendance(event, f"散客{number}")
    address = reverse("events:door", args=[event.pk])
    client.get(address)
    with django_assert_num_queries(10):
        client.get(address)


def test_the_code_is_a_picture_of_the_address_and_changes_on_a_screen():
    event = gatherings.event(Status.CHECK_IN, code_rotates=True)
    client = cast.login(cast.staff("services_clerk"))
    picture = client.get(reverse("events:code_picture", args=[event.pk]))
    assert (
        picture["Content-Type"] == "image/svg+xml" and b"<svg" in picture.content and b"style=" not in picture.content
    )
    assert 'http-equiv="refresh"' in body(client.get(reverse("events:code", args=[event.pk])))


def test_the_attendance_sheet_has_everybody_once_and_no_whole_number():
    event = gatherings.event(Status.CHECK_IN)
    gatherings.signup(event, "张三", phone="13900001234", enterprise=cast.enterprise("=云间有限公司"))
    gatherings.attendance(event, "张三", phone="13900001234")
    gatherings.attendance(event, "散客甲")
    response = cast.login(cast.staff("auditor")).get(reverse("events:sheet", args=[event.pk]))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert text.count("张三") == 1 and "散客甲" in text
    assert "139****1234" in text and "13900001234" not in text
    assert "'=云间有限公司" in text


def test_the_chambers_desk_plans_sends_and_runs_its_event():
    chamber = cast.chamber()
    secretary = cast.secretary(chamber)
    client = cast.login(secretary)
    start = timezone.localtime() + 10 * DAY
    data = {
        "title": "商会沙龙",
        "kind": Kind.SALON,
        "starts_at": f"{start:%Y-%m-%dT%H:%M}",
        "ends_at": f"{start - HOUR:%Y-%m-%dT%H:%M}",
        "deadline": f"{start + HOUR:%Y-%m-%dT%H:%M}",
        "place": "商会会议室",
        "audience": Audience.EVERYONE,
        "is_public": "on",
        "takes_signups": "on",
        "quota": "20",
        "hosts": f"{chamber.name}\n某某公司",
    }
    refused = body(client.post(reverse("chamber_events:new"), data))
    assert "活动结束时间须晚于开始时间" in refused and "商会沙龙" in refused
    data["ends_at"] = f"{start + 2 * HOUR:%Y-%m-%dT%H:%M}"
    refused = body(client.post(reverse("chamber_events:new"), data))
    assert "报名截止时间晚于活动开始" in refused
    data["deadline"] = ""
    made = client.post(reverse("chamber_events:new"), data)
    assert made.status_code == 302, body(made)
    page = made.url
    assert client.post(page + "submit/").status_code == 302
    assert "待审批" in body(client.get(page))
    assert client.post(page + "approve/").status_code == 404
    assert cast.login(cast.secretary()).get(page).status_code == 404


def test_a_quota_under_those_already_in_is_answered_in_words():
    chamber = cast.chamber()
    event = gatherings.event(quota=5, chamber=chamber)
    for name in ("张三", "李四"):
        gatherings.signup(event, name)
    client = cast.login(cast.secretary(chamber))
    text = body(client.post(reverse("chamber_events:act", args=[event.pk, "places"]), {"quota": "1"}))
    assert "已有 2 人报上名" in text
