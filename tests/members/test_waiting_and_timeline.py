"""What waits for staff and for an enterprise on this floor, and an enterprise's timeline."""

import datetime

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from federation.accounts.hats import Hat
from federation.inbox.actions import notify
from federation.portal.contributions import timeline, what_waits
from members.desk.actions import propose_change, refuse_change
from members.desk.models import Invitation
from members.duplicates.actions import merge_enterprises, undo_merge
from members.duplicates.models import DuplicatePair
from members.enterprises.actions import edit_enterprise
from members.register.models import ImportBatch, ImportChange
from tests import cast

pytestmark = pytest.mark.django_db

STAFF = Hat("staff", None, "", "")


def waiting(user, hat: Hat) -> dict[str, int]:
    return {group.name: group.total for group in what_waits(user, hat)}


def fill() -> None:
    manager = cast.representative()
    propose_change(cast.enterprise_of(manager), {"address": "新址"}, by=manager)
    DuplicatePair.objects.create(left=cast.enterprise(), right=cast.enterprise(), score=70)
    ImportBatch.objects.create(file_name="a.csv", status="previewed", rows_total=3)


@pytest.mark.parametrize(
    ("role", "groups"),
    [("registry_clerk", {"profile_changes", "duplicates", "imports"}), ("auditor", set()), ("services_clerk", set())],
)
def test_only_those_who_may_act_are_asked(role, groups):
    fill()
    ours = {"profile_changes", "duplicates", "imports"}
    assert set(waiting(cast.staff(role), STAFF)) & ours == groups


def test_totals_are_honest_and_lists_bounded():
    for _ in range(12):
        fill()
    groups = {group.name: group for group in what_waits(cast.staff(), STAFF)}
    assert (len(groups["profile_changes"].items), groups["profile_changes"].total) == (10, 12)
    since = [item.since for item in groups["profile_changes"].items]
    assert since == sorted(since)


def test_who_waited_longest_comes_first():
    fill()
    DuplicatePair.objects.update(found_at=timezone.now() - datetime.timedelta(days=1))
    ImportBatch.objects.update(created_at=timezone.now() - datetime.timedelta(days=9))
    names = [group.name for group in what_waits(cast.staff(), STAFF)]
    assert names == ["imports", "duplicates", "profile_changes"]


def test_an_enterprises_people_see_what_they_have_not_read_and_who_never_came():
    manager = cast.representative()
    firm = cast.enterprise_of(manager)
    mate = cast.colleague(firm)
    hat = Hat("enterprise", firm.pk, "", "")
    assert waiting(manager, hat) == {}
    notify(rule="test", about=firm, recipients=[manager], title="一条消息")
    Invitation.objects.create(
        enterprise=firm, name="没来的人", email="a@example.com", expires_at=timezone.now() - datetime.timedelta(days=1)
    )
    assert waiting(manager, hat) == {"unread": 1, "invitations": 1}
    assert waiting(mate, hat) == {}, "another's messages, and invitations are the manager's"


def titles(record) -> list[str]:
    return [str(entry.title) for entry in timeline(record)]


def test_timeline_says_who_changed_what():
    clerk = cast.staff(name="改地址的干部")
    firm = cast.enterprise("上海旧名测试有限公司", address="旧址1号")
    with pghistory.context(user=clerk.pk):
        edit_enterprise(firm, {"address": "新址2号", "name": "上海新名测试有限公司"})
    newest = timeline(firm)[0]
    assert newest.actor == "改地址的干部"
    assert "旧址1号" in newest.detail and "新址2号" in newest.detail and "上海旧名测试有限公司" in newest.detail


def test_timeline_has_proposals_imports_and_merges():
    manager = cast.representative()
    firm = cast.enterprise_of(manager)
    change = propose_change(firm, {"address": "新址"}, by=manager)
    refuse_change(change, cast.staff(), "执照不符")
    batch = ImportBatch.objects.create(file_name="2024年名录.xlsx", status="applied", applied_at=timezone.now())
    ImportChange.objects.create(batch=batch, enterprise=firm, after={"address": "导入的地址"})
    other = cast.enterprise("上海被并测试有限公司")
    undo_merge(merge_enterprises(firm, other, {}, by=cast.staff()), by=cast.staff())
    said = "\n".join(f"{entry.title} {entry.detail}" for entry in timeline(firm))
    for words in ("执照不符", "2024年名录.xlsx", "上海被并测试有限公司"):
        assert words in said
    assert any("上海" in title for title in titles(other))


def test_an_import_is_said_once():
    firm = cast.enterprise()
    batch = ImportBatch.objects.create(file_name="名录.csv", status="applied", applied_at=timezone.now())
    ImportChange.objects.create(batch=batch, enterprise=firm, after={"address": "x"})
    before = len(timeline(firm))
    with pghistory.context(register_import=batch.pk):
        edit_enterprise(firm, {"address": "x"})
    assert len(timeline(firm)) == before


def test_timeline_costs_the_same_whatever_happened(django_assert_num_queries):
    firm = cast.enterprise()
    people = [cast.staff(name=f"干部{number}") for number in range(4)]

    def happen(number: int) -> None:
        with pghistory.context(user=people[number].pk):
            edit_enterprise(firm, {"address": f"{number}号", "town": cast.town(f"测试{number}镇")})

    happen(0)
    happen(1)
    timeline(firm)
    with CaptureQueriesContext(connection) as counted:
        timeline(firm)
    for number in (2, 3, 0):
        happen(number)
    with django_assert_num_queries(len(counted)):
        timeline(firm)
