"""Registered facts proposed by an enterprise: one waits at a time, staff decide once, the register follows."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from federation.inbox.models import Message
from members.desk.actions import (
    AlreadyDecided,
    ChangeWaits,
    NothingChanged,
    RegisterChanged,
    confirm_change,
    propose_change,
    refuse_change,
    withdraw_change,
)
from members.desk.facts import lines_of, version_of
from members.desk.models import ProfileChange
from members.enterprises.actions import edit_enterprise
from members.enterprises.models import Enterprise, Representative
from tests import cast
from tests.at_once import at_once, only_error

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return cast.representative(cast.enterprise("上海旧名测试有限公司", address="旧址1号"))


def propose(manager, **values) -> ProfileChange:
    values = values or {"name": "上海新名测试有限公司", "address": "新址2号"}
    return propose_change(cast.enterprise_of(manager), values, by=manager)


def confirm(change: ProfileChange, by, seen: str = "") -> ProfileChange:
    return confirm_change(change, by, seen or version_of(change, Enterprise.objects.get(pk=change.enterprise_id)))


def test_only_what_differs_is_proposed_and_nothing_is_written(manager):
    firm = cast.enterprise_of(manager)
    town = cast.town()
    change = propose(manager, name=firm.name, address="新址2号", town=town, capital=firm.capital)
    assert change.values == {"address": "新址2号", "town": town.pk}
    assert change.before["address"] == "旧址1号"
    firm.refresh_from_db()
    assert firm.address == "旧址1号"


def test_fields_that_need_no_confirmation_are_not_proposed(manager):
    change = propose(manager, address="新址2号", website="https://x.example", uscc="91310117MA00000000")
    assert set(change.values) == {"address"}


def test_nothing_changed_is_said(manager):
    with pytest.raises(NothingChanged):
        propose(manager, name=cast.enterprise_of(manager).name)


def test_a_value_the_register_cannot_hold_is_named_by_its_field(manager):
    with pytest.raises(ValidationError) as refused:
        propose(manager, name="")
    assert set(refused.value.message_dict) == {"name"}


def test_only_one_waits(manager):
    propose(manager)
    with pytest.raises(ChangeWaits):
        propose(manager, address="别处3号")
    assert ProfileChange.objects.count() == 1


def test_after_withdrawing_another_can_be_proposed(manager):
    withdraw_change(propose(manager), by=manager)
    assert propose(manager, address="别处3号").status == "waiting"


def test_only_who_manages_the_enterprise_today_takes_a_proposal_back(manager):
    change, firm = propose(manager), cast.enterprise_of(manager)
    for other in (cast.colleague(firm), cast.representative(), cast.staff()):
        with pytest.raises(PermissionDenied):
            withdraw_change(change, by=other)
    another = cast.representative(firm)
    Representative.objects.filter(user=manager).update(until=timezone.localdate() - datetime.timedelta(days=1))
    with pytest.raises(PermissionDenied):
        withdraw_change(change, by=manager)
    assert withdraw_change(change, by=another).decided_by == another


def test_confirmed_rename_leaves_the_old_name_findable(manager):
    clerk = cast.staff()
    change = confirm(propose(manager), clerk)
    firm = cast.enterprise_of(manager)
    assert (firm.name, firm.address) == ("上海新名测试有限公司", "新址2号")
    assert list(firm.former_names.values_list("name", flat=True)) == ["上海旧名测试有限公司"]
    assert "旧名" in firm.search_tokens
    assert (change.status, change.decided_by) == ("confirmed", clerk)
    message = Message.objects.get(recipient=manager)
    assert "上海新名测试有限公司" in message.body and message.url == "/me/profile/"


def test_refusal_needs_a_reason_and_tells_it(manager):
    change = propose(manager)
    with pytest.raises(ValidationError):
        refuse_change(change, cast.staff(), "  ")
    refuse_change(change, cast.staff(), "执照上仍是旧址")
    assert cast.enterprise_of(manager).address == "旧址1号"
    assert "执照上仍是旧址" in Message.objects.get(recipient=manager).body


def test_message_is_in_the_language_of_its_reader(manager):
    manager.language = "en"
    manager.save()
    confirm(propose(manager), cast.staff())
    assert Message.objects.get().title == "Your change was confirmed"


@pytest.mark.parametrize("second", ["confirm", "refuse", "withdraw"])
def test_decided_once(manager, second):
    clerk = cast.staff()
    change = propose(manager)
    stale = ProfileChange.objects.get(pk=change.pk)
    confirm(change, clerk)
    with pytest.raises(AlreadyDecided, match=clerk.name):
        {
            "confirm": lambda: confirm(stale, clerk),
            "refuse": lambda: refuse_change(stale, clerk, "不符"),
            "withdraw": lambda: withdraw_change(stale, manager),
        }[second]()
    assert Message.objects.count() == 1


def test_register_changed_meanwhile_is_shown_and_not_overwritten_unseen(manager):
    clerk = cast.staff()
    change = propose(manager)
    firm = cast.enterprise_of(manager)
    seen = version_of(change, firm)
    edit_enterprise(firm, {"address": "登记机关改的地址"})
    with pytest.raises(RegisterChanged):
        confirm(change, clerk, seen)
    lines = {line.name: line for line in lines_of(change, firm)}
    assert lines["address"].overtaken and lines["address"].now == "登记机关改的地址"
    assert not lines["name"].overtaken
    confirm(change, clerk)
    firm.refresh_from_db()
    assert firm.address == "新址2号"


def test_register_that_already_says_so_is_no_conflict(manager):
    change = propose(manager)
    firm = cast.enterprise_of(manager)
    edit_enterprise(firm, {"address": "新址2号"})
    assert not any(line.overtaken for line in lines_of(change, firm))


def test_a_town_gone_since_is_not_written_as_none(manager):
    town = cast.town("将撤销镇")
    change = propose(manager, town=town)
    town.delete()
    with pytest.raises(ValidationError):
        confirm(change, cast.staff())
    assert ProfileChange.objects.get().status == "waiting"


def test_emptying_a_field_can_be_proposed(manager):
    firm = cast.enterprise_of(manager)
    edit_enterprise(firm, {"town": cast.town()})
    confirm(propose(manager, town=None), cast.staff())
    firm.refresh_from_db()
    assert firm.town is None


@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_leave_one_winner():
    manager = cast.representative(cast.enterprise("上海旧名测试有限公司"))
    change = propose(manager)
    clerks = [cast.staff(), cast.staff()]
    seen = version_of(change, cast.enterprise_of(manager))
    outcomes = at_once(
        lambda: refuse_change(change, clerks[0], "不符"),
        lambda: confirm_change(change, clerks[1], seen),
        errors=(AlreadyDecided,),
    )
    assert isinstance(only_error(outcomes), AlreadyDecided)
    assert Message.objects.count() == 1
