"""Staff plan in the admin, another approves, and the buttons say what can't be done."""

import pytest
from django.urls import reverse
from django.utils import timezone

from events.events.models import Audience, Event, Kind
from events.events.statuses import Status
from tests import cast
from tests.events import gatherings
from tests.events.gatherings import DAY, HOUR

pytestmark = pytest.mark.django_db


def plan(**fields: str) -> dict[str, str]:
    start = timezone.localtime() + 10 * DAY
    return {
        "title": "月聊",
        "kind": Kind.SALON,
        "starts_at": f"{start:%Y-%m-%dT%H:%M}",
        "ends_at": f"{start + 2 * HOUR:%Y-%m-%dT%H:%M}",
        "place": "会议中心",
        "audience": Audience.EVERYONE,
        "is_public": "on",
        "takes_signups": "on",
        "quota": "20",
        "hosts": "松江区工商业联合会\n区人社局",
        **fields,
    }


def button(event: Event, name: str) -> str:
    return reverse(f"admin:events_event_{name}", args=[event.pk])


def test_planned_in_the_admin_and_approved_by_another():
    planner, approver = cast.login(cast.staff("services_clerk")), cast.login(cast.staff("registry_clerk"))
    response = planner.post(reverse("admin:events_event_add"), plan())
    assert response.status_code == 302, response.context["errors"]
    event = Event.objects.select_related("places").get()
    assert (event.status, event.places.quota, event.hosts.count()) == (Status.PLANNED, 20, 2)
    planner.post(button(event, "submit"))
    assert "须由其他人审批" in planner.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()
    planner.post(button(event, "approve"))
    event.refresh_from_db()
    assert event.status == Status.SUBMITTED
    approver.post(button(event, "approve"))
    event.refresh_from_db()
    assert event.status == Status.OPEN


def test_a_plan_is_changed_what_is_announced_only_put_right():
    clerk = cast.login(cast.staff("services_clerk"))
    event = gatherings.event(Status.PLANNED)
    address = reverse("admin:events_event_change", args=[event.pk])
    response = clerk.post(address, plan(title="新题目", quota="9"))
    assert response.status_code == 302, response.context["errors"]
    event = Event.objects.select_related("places").get()
    assert (event.title, event.places.quota) == ("新题目", 9)
    Event.objects.update(status=Status.OPEN, published_at=timezone.now())
    start = event.starts_at
    response = clerk.post(address, plan(title="改题目", starts_at="2030-01-01T10:00", place="三楼"))
    assert response.status_code == 302, response.context["errors"]
    event.refresh_from_db()
    assert (event.title, event.place, event.starts_at) == ("改题目", "三楼", start)


def test_wrong_times_stand_by_their_fields():
    clerk = cast.login(cast.staff("services_clerk"))
    start = timezone.localtime() + 10 * DAY
    response = clerk.post(reverse("admin:events_event_add"), plan(deadline=f"{start + HOUR:%Y-%m-%dT%H:%M}"))
    assert "deadline" in response.context["adminform"].form.errors
    assert not Event.objects.exists()


def test_a_button_that_asks_keeps_what_was_typed_and_says_what_is_wrong():
    clerk = cast.login(cast.staff("services_clerk"))
    event = gatherings.event(quota=5)
    for name in ("张三", "李四"):
        gatherings.signup(event, name)
    text = clerk.post(button(event, "set_places"), {"quota": "1"}).content.decode()
    assert "已有 2 人报上名" in text
    clerk.post(button(event, "cancel"), {"reason": ""})
    event.refresh_from_db()
    assert event.status == Status.OPEN


@pytest.mark.parametrize("status", list(Status))
def test_the_record_opens_in_every_state_for_who_may_change_and_who_may_only_look(status):
    event = gatherings.event(status, quota=5)
    address = reverse("admin:events_event_change", args=[event.pk])
    for role in ("services_clerk", "auditor"):
        assert cast.login(cast.staff(role)).get(address).status_code == 200


def test_nobody_deletes_an_event():
    event = gatherings.event(Status.PLANNED)
    address = reverse("admin:events_event_delete", args=[event.pk])
    assert cast.login(cast.superuser()).post(address, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("model", "statements"), [("event", 5), ("signup", 5), ("eventattendance", 5), ("participant", 5)]
)
def test_lists_cost_the_same_for_one_row_and_three(django_assert_num_queries, rows, model, statements):
    clerk = cast.login(cast.staff("services_clerk"))
    for number in range(rows):
        event = gatherings.event(Status.CHECK_IN)
        gatherings.signup(event, f"来宾{number}", enterprise=cast.enterprise())
        gatherings.attendance(event, f"来宾{number}")
    address = reverse(f"admin:events_{model}_changelist")
    clerk.get(address)
    with django_assert_num_queries(statements):
        clerk.get(address)
