"""Entering and editing an enterprise by hand, and the yearly snapshot of sizes."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from members.enterprises.actions import EnterpriseError, create_enterprise, edit_enterprise, take_size_snapshot
from members.enterprises.choices import State
from members.enterprises.models import Enterprise, NameRecord, SizeSnapshot
from members.enterprises.tasks import take_size_snapshot as snapshot_task
from tests import cast

pytestmark = pytest.mark.django_db


def test_what_changes_is_marked_as_edited_by_hand_and_nothing_else():
    firm = cast.enterprise(address="一号")
    assert edit_enterprise(firm, {"address": "二号", "name": firm.name, "introduction": "新简介"}) == [
        "address",
        "introduction",
    ]
    assert (firm.address, firm.introduction, firm.hand_edited) == ("二号", "新简介", ["address"])
    edit_enterprise(firm, {"town": cast.town(), "address": "三号"})
    assert firm.hand_edited == ["address", "town"]
    assert edit_enterprise(firm, {"address": "三号"}) == []


def test_a_renaming_leaves_the_old_name_on_record_and_findable():
    firm = cast.enterprise("上海飞科电器有限公司")
    edit_enterprise(firm, {"name": "上海飞扬电器有限公司"}, source="王小登记")
    record = NameRecord.objects.get()
    assert (record.name, record.source) == ("上海飞科电器有限公司", "王小登记")
    assert "飞科" in firm.search_tokens and "飞扬" in firm.search_tokens
    edit_enterprise(firm, {"name": "上海飞腾电器有限公司"})
    edit_enterprise(firm, {"name": "上海飞扬电器有限公司"})
    assert NameRecord.objects.count() == 3


@pytest.mark.parametrize(
    ("values", "field"),
    [({"uscc": "91310117MA00000000"}, "uscc"), ({"name": ""}, "name"), ({"capital": "很多"}, "capital")],
)
def test_what_is_wrong_is_refused_by_field_and_nothing_is_written(values, field):
    firm = cast.enterprise()
    before = Enterprise.objects.values().get()
    with pytest.raises(ValidationError) as refused:
        edit_enterprise(firm, values)
    assert list(refused.value.message_dict) == [field]
    assert Enterprise.objects.values().get() == before
    assert not NameRecord.objects.exists()


def test_a_merged_enterprise_is_not_edited():
    firm = cast.enterprise(merged_into=cast.enterprise())
    with pytest.raises(EnterpriseError):
        edit_enterprise(firm, {"address": "二号"})


def test_derived_columns_can_not_be_written_by_hand():
    with pytest.raises(ValueError, match="size_class"):
        edit_enterprise(cast.enterprise(), {"size_class": "large"})


def test_a_new_enterprise_counts_as_edited_by_hand_in_what_was_given():
    firm = create_enterprise({"name": "上海新立有限公司", "uscc": cast.uscc(), "address": "", "staff_count": 3})
    assert firm.hand_edited == ["name", "uscc", "staff_count"]


def test_the_size_of_each_year_is_kept_with_its_figures():
    firm = cast.enterprise(industry=cast.industry(), staff_count=103, revenue=Decimal("157352800"))
    gone = cast.enterprise(state=State.DEREGISTERED)
    assert take_size_snapshot(2021) == 1
    edit_enterprise(firm, {"staff_count": 9})
    assert take_size_snapshot(2022) == 1
    sizes = dict(firm.size_snapshots.values_list("year", "size_class"))
    assert sizes == {2021: "medium", 2022: "micro"}
    assert firm.size_snapshots.get(year=2021).staff_count == 103
    assert not gone.size_snapshots.exists()


def test_a_second_snapshot_in_the_year_only_brings_it_up_to_date():
    firm = cast.enterprise(industry=cast.industry(), staff_count=103, revenue=Decimal("157352800"))
    snapshot_task()
    assert take_size_snapshot() == 0
    edit_enterprise(firm, {"staff_count": 9})
    assert take_size_snapshot() == 1
    snapshot = SizeSnapshot.objects.get()
    assert (snapshot.year, snapshot.size_class) == (datetime.date.today().year, "micro")
