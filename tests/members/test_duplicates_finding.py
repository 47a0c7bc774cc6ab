"""Finding records of one enterprise: what counts as alike, what doesn't, and what stays judged."""

from io import StringIO

import pytest
from django.core.management import call_command

from members.duplicates.actions import dismiss_pair, merge_enterprises
from members.duplicates.finding import NAME_GROUP, PHONE_GROUP, find_duplicates
from members.duplicates.likeness import Side, in_words, is_branch, judge
from members.duplicates.models import DuplicatePair
from members.duplicates.tasks import look_for_duplicates
from members.enterprises.models import NameRecord
from tests import cast

pytestmark = pytest.mark.django_db


def found() -> dict[frozenset[str], list[str]]:
    """Names of each open pair, with the codes of its reasons."""
    find_duplicates()
    pairs = DuplicatePair.objects.filter(status="open").select_related("left", "right")
    return {frozenset({p.left.name, p.right.name}): [reason["code"] for reason in p.reasons] for p in pairs}


def test_same_name_but_for_place_and_legal_form():
    cast.enterprise("上海云帆测试科技有限公司")
    cast.enterprise("云帆测试科技（上海）股份有限公司")
    cast.enterprise("上海云舟测试科技有限公司")
    assert found() == {
        frozenset({"上海云帆测试科技有限公司", "云帆测试科技（上海）股份有限公司"}): ["same_name", "two_codes"]
    }


def test_homophones_are_two_enterprises():
    cast.enterprise("上海云帆测试科技有限公司")
    cast.enterprise("上海芸繁测试科技有限公司")
    assert found() == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [("13812345678", "+86 138-1234-5678"), ("021-57601234", "(021) 5760 1234"), ("8613812345678", "13812345678")],
)
def test_same_telephone_however_it_is_written(one: str, other: str):
    left, right = cast.enterprise("上海甲某测试有限公司"), cast.enterprise("上海乙某贸易有限公司", public_phone=other)
    cast.contact(left, phone=one)
    assert list(found().values()) == [["same_phone", "two_codes"]]
    assert right.public_phone == other


def test_a_short_extension_is_no_telephone():
    for name in ("上海甲某测试有限公司", "上海乙某贸易有限公司"):
        cast.contact(cast.enterprise(name), phone="8001")
    assert found() == {}


def test_a_bookkeepers_telephone_proves_nothing():
    for number in range(PHONE_GROUP + 1):
        cast.contact(cast.enterprise(f"上海{'甲乙丙丁戊己庚辛壬癸'[number]}某测试有限公司"), phone="13812345678")
    assert found() == {}


@pytest.mark.parametrize(
    "other",
    [
        "莘砖公路518号3号楼201室",
        "上海市松江区莘砖公路518号3幢201",
        "新桥镇莘砖公路５１８号３幢２０１室",
        "上海松江莘砖公路 518 号 3 栋 201 室",
    ],
)
def test_similar_address_counts_where_names_are_similar(other: str):
    cast.enterprise("上海云帆智能测试有限公司", address="上海市松江区新桥镇莘砖公路518号3幢201室")
    cast.enterprise("上海云帆智能贸易有限公司", address=other)
    assert list(found().values()) == [["similar_address", "two_codes"]]


def test_an_address_alone_proves_nothing():
    for name in ("上海甲某测试有限公司", "上海乙方贸易有限公司"):
        cast.enterprise(name, address="上海市松江区新桥镇莘砖公路518号3幢201室")
    assert found() == {}


def test_other_rooms_of_one_house_are_other_addresses():
    cast.enterprise("上海云帆智能测试有限公司", address="莘砖公路518号3幢201室")
    cast.enterprise("上海云帆智能贸易有限公司", address="莘砖公路518号3幢202室")
    assert found() == {}


def test_what_was_the_others_name():
    cast.enterprise("上海旧名测试有限公司")
    renamed = cast.enterprise("上海新名测试有限公司")
    NameRecord.objects.create(enterprise=renamed, name="上海旧名测试有限公司", until="2020-01-01")
    assert list(found().values()) == [["former_name", "two_codes"]]


def test_branches_are_not_duplicates_of_their_parent_nor_of_each_other():
    parent = cast.enterprise("上海云帆测试科技有限公司")
    cast.enterprise("上海云帆测试科技有限公司新桥分公司", parent=parent)
    cast.enterprise("上海云帆测试科技有限公司泗泾分公司")
    cast.enterprise("上海云帆测试科技有限公司分公司")
    for firm in (parent, *parent.branches.all()):
        cast.contact(firm, phone="13812345678")
    assert found() == {}


@pytest.mark.parametrize(
    ("name", "branch"),
    [
        ("上海云帆有限公司新桥分公司", True),
        ("某银行松江支行", True),
        ("上海云帆有限公司第一分公司（筹）", True),
        ("上海分公馆餐饮有限公司", False),
        ("上海云帆有限公司", False),
    ],
)
def test_is_branch(name: str, branch: bool):
    assert is_branch(name) is branch


def test_merged_records_are_left_out():
    kept, absorbed = cast.enterprise("上海云帆测试科技有限公司"), cast.enterprise("云帆测试科技有限公司")
    merge_enterprises(kept, absorbed, {}, by=None)
    assert found() == {}


def test_dismissed_pairs_stay_dismissed_and_open_ones_keep_their_day():
    cast.enterprise("上海云帆测试科技有限公司")
    cast.enterprise("云帆测试科技有限公司")
    cast.enterprise("上海云帆测试科技集团有限公司")
    find_duplicates()
    first, *others = DuplicatePair.objects.order_by("pk")
    dismiss_pair(first)
    days = dict(DuplicatePair.objects.values_list("pk", "found_at"))
    again = find_duplicates()
    assert again.new == 0
    assert DuplicatePair.objects.get(pk=first.pk).status == "dismissed"
    assert len(others) == 2
    assert dict(DuplicatePair.objects.values_list("pk", "found_at")) == days


def test_open_pairs_that_no_longer_look_alike_go():
    firm = cast.enterprise("上海云帆测试科技有限公司")
    cast.enterprise("云帆测试科技有限公司")
    assert find_duplicates().new == 1
    firm.name = "上海改名之后的测试有限公司"
    firm.save()
    assert find_duplicates().gone == 1
    assert not DuplicatePair.objects.exists()


def test_reasons_and_score_of_an_open_pair_follow_the_register():
    left, right = cast.enterprise("上海云帆测试科技有限公司"), cast.enterprise("云帆测试科技有限公司")
    find_duplicates()
    before = DuplicatePair.objects.get().score
    for firm in (left, right):
        cast.contact(firm, phone="13812345678")
    assert find_duplicates().new == 0
    assert DuplicatePair.objects.get().score > before


def test_a_common_core_name_counts_only_with_the_whole_name():
    for number in range(NAME_GROUP):
        cast.enterprise(f"上海便民测试超市{'有限公司' if number % 2 else '股份有限公司'}")
    cast.enterprise("便民测试超市")
    for name in ("江苏便民测试超市有限公司", "江苏便民测试超市有限公司"):
        cast.enterprise(name)
    find_duplicates()
    names = {frozenset({p.left.name, p.right.name}) for p in DuplicatePair.objects.select_related("left", "right")}
    assert frozenset({"江苏便民测试超市有限公司"}) in names
    assert all(len(pair) == 1 for pair in names)


def side(**fields: object) -> Side:
    return Side(
        **{"pk": 1, "name": "上海云帆测试有限公司", "uscc": "x", "legal_representative": "", "parent_id": None} | fields
    )


def test_evidence_adds_up_and_two_codes_weigh_against():
    alone, _ = judge(side(), side(pk=2), {})
    without_code, _ = judge(side(), side(pk=2, uscc=None), {})
    with_phone, reasons = judge(side(), side(pk=2), {"same_phone": "13812345678"})
    assert alone < without_code < with_phone <= 100
    assert [reason["code"] for reason in reasons] == ["same_name", "same_phone", "two_codes"]


def test_every_reason_has_words():
    hints = {"same_phone": "13812345678", "similar_address": "莘砖公路518"}
    person = {"legal_representative": "测试人甲"}
    _score, reasons = judge(side(**person), side(pk=2, **person), hints)
    _score, former = judge(side(), side(pk=2, name="上海他名有限公司"), {"former_name": "旧名"})
    assert all(in_words(reason) for reason in [*reasons, *former])
    assert len({in_words(reason) for reason in [*reasons, *former]}) == len(reasons) + 1


def test_number_of_queries_does_not_grow_with_pairs(django_assert_num_queries):
    for _ in range(2):
        cast.enterprise("上海云帆测试科技有限公司")
    with django_assert_num_queries(17):
        find_duplicates()
    for _ in range(8):
        cast.enterprise("上海云帆测试科技有限公司")
    with django_assert_num_queries(17):
        find_duplicates()


def test_command_says_what_it_does():
    cast.enterprise("上海云帆测试科技有限公司")
    cast.enterprise("云帆测试科技有限公司")
    out, err = StringIO(), StringIO()
    call_command("find_duplicates", stdout=out, stderr=err)
    assert "1" in out.getvalue()
    assert len(err.getvalue().splitlines()) > 5
    look_for_duplicates()
    assert DuplicatePair.objects.count() == 1
