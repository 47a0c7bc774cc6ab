"""Merging two records of one enterprise: nothing is lost, and undoing puts every row back as it was."""

import datetime
from typing import Any

import pghistory.models
import pytest
from django.apps import apps
from django.utils import timezone

from chambers.applications.models import MembershipApplication
from chambers.bodies.models import Affiliation
from federation.inbox.models import Message
from members.desk.models import Invitation, ProfileChange
from members.duplicates.actions import (
    AlreadyJudged,
    MergeRefused,
    UndoRefused,
    dismiss_pair,
    merge_enterprises,
    reopen_pair,
    undo_merge,
)
from members.duplicates.memberships import free_days, overlapping_days
from members.duplicates.models import DuplicatePair, Merge
from members.duplicates.relations import following
from members.enterprises.models import Contact, Enterprise, Honour, NameRecord, Product, Representative, SizeSnapshot
from members.membership.models import MembershipPeriod
from tests import cast
from tests.at_once import at_once, only_error

pytestmark = pytest.mark.django_db

DAY = datetime.date


def dump() -> dict[str, list[dict[str, Any]]]:
    """Every row of the apps that know enterprises, but for histories and the record of the merge itself."""
    rows = {}
    for model in apps.get_models():
        if model._meta.app_label not in {"members", "chambers", "accounts", "files"} or model is Merge:
            continue
        if issubclass(model, pghistory.models.Event):
            continue
        rows[model._meta.label] = list(model._base_manager.order_by("pk").values())
    return rows


def crowded_pair() -> tuple[Enterprise, Enterprise]:
    """Two records of one firm with rows in every related table, many of them in each other's way."""
    chamber, other_chamber = cast.chamber(), cast.chamber()
    kept = cast.enterprise("上海云帆测试科技有限公司", website="", staff_count=None, capital="1000000.00")
    absorbed = cast.enterprise(
        "云帆测试科技（上海）有限公司",
        website="https://yunfan.example",
        staff_count=38,
        capital="2000000.00",
        capital_currency="USD",
        hand_edited=["website"],
        short_name="云帆",
        town=cast.town(),
    )
    both = cast.person("两边都管的人")
    cast.represent(both, absorbed, Representative.Role.MANAGER)
    cast.represent(both, kept, Representative.Role.COLLEAGUE)
    cast.colleague(absorbed)
    for firm in (kept, absorbed):
        cast.contact(firm, "首联", is_primary=True)
        cast.contact(firm, "次联")
        SizeSnapshot.objects.create(enterprise=firm, year=2024, size_class="small")
        Product.objects.create(enterprise=firm, name="产品")
        Honour.objects.create(enterprise=firm, title="先进企业", year=2021)
        NameRecord.objects.create(enterprise=firm, name="云帆旧名有限公司", until=DAY(2015, 1, 1))
        cast.affiliate(firm, chamber)
    SizeSnapshot.objects.create(enterprise=absorbed, year=2023, size_class="micro")
    cast.affiliate(absorbed, other_chamber, primary=False)
    cast.join(kept, DAY(2022, 1, 1), DAY(2023, 12, 31))
    cast.join(absorbed, DAY(2020, 1, 1), DAY(2020, 12, 31))
    cast.join(absorbed, DAY(2021, 7, 1), DAY(2024, 6, 30))
    ProfileChange.objects.create(enterprise=absorbed, values={"address": "新址"}, proposed_by=both)
    Invitation.objects.create(
        enterprise=absorbed, name="新人", phone="13900000000", expires_at=timezone.now(), invited_by=both
    )
    cast.enterprise("云帆测试科技（上海）有限公司新桥分公司", parent=absorbed)
    MembershipApplication.objects.create(applicant=both, uscc=absorbed.uscc, enterprise=absorbed)
    DuplicatePair.objects.create(left=kept, right=absorbed, score=60, reasons=[])
    for firm in (kept, absorbed):
        # Found by the former names given above.
        firm.save()
    return kept, absorbed


def merge(kept: Enterprise, absorbed: Enterprise, **choices: str) -> Merge:
    return merge_enterprises(kept, absorbed, choices, by=None)


def test_every_related_table_is_either_crowded_in_these_tests_or_has_no_rows_yet():
    """A later app's foreign key is followed without anyone writing it down; here it must be seen to be."""
    crowded_pair()
    absorbed = Enterprise.objects.get(name="云帆测试科技（上海）有限公司")
    with_rows = {relation.label for relation in following() if relation.rows_of(absorbed).exists()}
    members_and_chambers = {
        relation.label
        for relation in following()
        if relation.model._meta.app_label in {"members", "chambers"}
        and relation.label not in {"members.Enterprise.merged_into", "chambers.Officer.enterprise"}
    }
    assert with_rows >= members_and_chambers


def test_undo_puts_every_row_back_exactly():
    kept, absorbed = crowded_pair()
    before = dump()
    done = merge(kept, absorbed, name="absorbed", capital="absorbed")
    assert dump() != before
    lost = undo_merge(done, by=None)
    assert lost == 0
    assert dump() == before


def test_nothing_is_deleted_by_a_merge():
    kept, absorbed = crowded_pair()
    before = {label: len(rows) for label, rows in dump().items()}
    merge(kept, absorbed)
    after = {label: len(rows) for label, rows in dump().items()}
    assert {label: after[label] - count for label, count in before.items() if after[label] < count} == {}


def test_empty_fields_are_filled_and_choices_followed():
    kept, absorbed = crowded_pair()
    merge(kept, absorbed, capital="absorbed", short_name="kept")
    kept.refresh_from_db()
    assert (kept.website, kept.staff_count) == ("https://yunfan.example", 38)
    assert (str(kept.capital), kept.capital_currency) == ("2000000.00", "USD"), "capital comes with its currency"
    assert kept.short_name == "", "the kept side was chosen though empty"
    assert kept.name == "上海云帆测试科技有限公司"
    assert kept.hand_edited == ["website"], "a value written by hand stays protected from imports"


def test_the_name_not_chosen_is_found_by_search():
    kept, absorbed = crowded_pair()
    merge(kept, absorbed, name="absorbed")
    kept.refresh_from_db()
    assert kept.name == "云帆测试科技（上海）有限公司"
    assert "上海云帆测试科技有限公司" in kept.former_names.values_list("name", flat=True)
    assert "云帆" in kept.search_tokens


def test_absorbed_record_keeps_its_code_and_points_to_the_kept():
    kept, absorbed = crowded_pair()
    code = absorbed.uscc
    merge(kept, absorbed)
    assert Enterprise.objects.get(uscc=code).merged_into == kept
    assert absorbed not in Enterprise.objects.current()


def test_rows_in_each_others_way_are_demoted_or_stay():
    kept, absorbed = crowded_pair()
    done = merge(kept, absorbed)
    assert Contact.objects.filter(enterprise=kept).count() == 4
    assert Contact.objects.filter(enterprise=kept, is_primary=True).count() == 1
    assert SizeSnapshot.objects.filter(enterprise=kept).count() == 2
    stayed = SizeSnapshot.objects.get(enterprise=absorbed)
    assert stayed.year == 2024
    assert {"model": "members.SizeSnapshot", "pk": stayed.pk, "stays": "size_snapshot_once_a_year"} in done.moved
    assert Affiliation.objects.filter(enterprise=kept).count() == 2
    assert Affiliation.objects.filter(enterprise=kept, is_primary=True).count() == 1


def test_a_manager_of_the_absorbed_manages_the_kept():
    kept, absorbed = crowded_pair()
    merge(kept, absorbed)
    managers = Representative.objects.filter(enterprise=kept, role=Representative.Role.MANAGER)
    assert [row.user.name for row in managers] == ["两边都管的人"]


def test_people_of_both_records_are_told():
    kept, absorbed = crowded_pair()
    mate = cast.colleague(kept)
    done = merge(kept, absorbed)
    told = Message.objects.filter(rule="members.merged").values_list("recipient__name", flat=True)
    assert sorted(told) == sorted(["两边都管的人", "企业同事", mate.name])
    undo_merge(done, by=None)
    assert Message.objects.filter(rule="members.merge_undone").count() == 3


def test_days_of_membership_are_counted_once():
    kept, absorbed = crowded_pair()
    assert overlapping_days(kept, absorbed)
    merge(kept, absorbed)
    periods = kept.membership.periods.order_by("starts_on").values_list("starts_on", "ends_on")
    assert list(periods) == [
        (DAY(2020, 1, 1), DAY(2020, 12, 31)),
        (DAY(2021, 7, 1), DAY(2021, 12, 31)),
        (DAY(2022, 1, 1), DAY(2023, 12, 31)),
        (DAY(2024, 1, 1), DAY(2024, 6, 30)),
    ]


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], [(1, 10)]),
        ([(1, 10)], []),
        ([(0, 3)], [(4, 10)]),
        ([(8, 12)], [(1, 7)]),
        ([(3, 4), (6, 7)], [(1, 2), (5, 5), (8, 10)]),
        ([(1, 5), (6, 10)], []),
        ([(11, 20)], [(1, 10)]),
    ],
)
def test_free_days(taken: list[tuple[int, int]], free: list[tuple[int, int]]):
    def span(first: int, last: int) -> tuple[datetime.date, datetime.date]:
        return DAY(2024, 1, 10) + datetime.timedelta(first), DAY(2024, 1, 10) + datetime.timedelta(last)

    assert free_days(span(1, 10), [span(*pair) for pair in taken]) == [span(*pair) for pair in free]


def test_membership_alone_moves_whole():
    kept, absorbed = cast.enterprise(), cast.enterprise()
    cast.join(absorbed)
    number = absorbed.membership.number
    merge(kept, absorbed)
    kept.refresh_from_db()
    assert kept.membership.number == number


def test_a_branch_is_no_duplicate_of_its_parent():
    parent = cast.enterprise()
    branch = cast.enterprise(parent=parent)
    twig = cast.enterprise(parent=branch)
    for one, other in [(parent, branch), (branch, parent), (parent, twig)]:
        with pytest.raises(MergeRefused, match="分支机构"):
            merge(one, other)


def test_the_record_with_a_credit_code_is_kept():
    coded = cast.enterprise()
    uncoded = cast.enterprise(uscc=None, registration_number="310117000000001")
    with pytest.raises(MergeRefused):
        merge(uncoded, coded)
    merge(coded, uncoded)
    uncoded.refresh_from_db()
    assert uncoded.merged_into == coded


def test_two_waiting_changes_are_decided_first():
    kept, absorbed = cast.enterprise(), cast.enterprise()
    for firm in (kept, absorbed):
        ProfileChange.objects.create(enterprise=firm, values={"address": "新址"})
    with pytest.raises(MergeRefused):
        merge(kept, absorbed)


def test_merged_records_and_oneself_are_refused():
    kept, absorbed, third = cast.enterprise(), cast.enterprise(), cast.enterprise()
    merge(kept, absorbed)
    for one, other in [(kept, absorbed), (third, absorbed), (absorbed, third), (third, third)]:
        with pytest.raises(MergeRefused):
            merge(one, other)


def test_a_chain_of_merges_points_at_its_end_and_is_undone_from_its_end():
    first, second, third = cast.enterprise(), cast.enterprise(), cast.enterprise()
    before = dump()
    inner = merge(second, third)
    outer = merge(first, second)
    third.refresh_from_db()
    assert third.merged_into == first
    with pytest.raises(UndoRefused):
        undo_merge(inner, by=None)
    undo_merge(outer, by=None)
    undo_merge(inner, by=None)
    assert dump() == before


def test_undo_refuses_what_was_changed_since_and_says_what():
    kept, absorbed = crowded_pair()
    done = merge(kept, absorbed)
    kept.refresh_from_db()
    kept.website = "https://newer.example"
    kept.save()
    with pytest.raises(UndoRefused, match="网址"):
        undo_merge(done, by=None)
    kept.refresh_from_db()
    assert kept.website == "https://newer.example"
    assert Merge.objects.get(pk=done.pk).undone_at is None


def test_undo_keeps_later_changes_that_do_not_rest_on_the_merge():
    kept, absorbed = crowded_pair()
    done = merge(kept, absorbed)
    kept.refresh_from_db()
    kept.introduction = "后来写的简介"
    kept.save()
    new = cast.contact(kept, "后来的联系人")
    undo_merge(done, by=None)
    kept.refresh_from_db()
    new.refresh_from_db()
    assert (kept.introduction, new.enterprise) == ("后来写的简介", kept)


def test_undo_counts_rows_deleted_since():
    kept, absorbed = crowded_pair()
    done = merge(kept, absorbed)
    Product.objects.filter(enterprise=kept).order_by("-pk")[0].delete()
    assert undo_merge(done, by=None) == 1
    assert absorbed.contacts.count() == 2


def test_undo_refuses_a_membership_renewed_since():
    kept, absorbed = cast.enterprise(), cast.enterprise()
    cast.join(absorbed, DAY(2020, 1, 1), DAY(2020, 12, 31))
    done = merge(kept, absorbed)
    kept.refresh_from_db()
    cast.join(kept, DAY(2021, 1, 1), DAY(2021, 12, 31))
    with pytest.raises(UndoRefused):
        undo_merge(done, by=None)
    assert MembershipPeriod.objects.filter(membership__enterprise=kept).count() == 2


def test_undo_only_once():
    done = merge(cast.enterprise(), cast.enterprise())
    undo_merge(done, by=None)
    with pytest.raises(UndoRefused):
        undo_merge(done, by=None)


def test_dismissal_has_one_winner_and_can_be_taken_back():
    kept, absorbed = cast.enterprise(), cast.enterprise()
    pair = DuplicatePair.objects.create(left=kept, right=absorbed)
    same = DuplicatePair.objects.get(pk=pair.pk)
    dismiss_pair(pair)
    with pytest.raises(AlreadyJudged):
        dismiss_pair(same)
    reopen_pair(pair)
    assert DuplicatePair.objects.get().status == DuplicatePair.Status.OPEN


def test_a_merge_undone_leaves_a_dismissed_pair_dismissed():
    kept, absorbed = cast.enterprise(), cast.enterprise()
    DuplicatePair.objects.create(left=kept, right=absorbed, status=DuplicatePair.Status.DISMISSED)
    undo_merge(merge(kept, absorbed), by=None)
    assert DuplicatePair.objects.get().status == DuplicatePair.Status.DISMISSED


def test_a_short_merge_costs_few_queries(django_assert_max_num_queries):
    kept, absorbed = cast.enterprise(), cast.enterprise()
    for number in range(30):
        cast.contact(absorbed, f"联系人{number}")
    with django_assert_max_num_queries(60):
        merge(kept, absorbed)


@pytest.mark.django_db(transaction=True)
def test_two_merging_at_once_have_one_winner():
    kept, absorbed = cast.enterprise(), cast.enterprise()
    pairs = [(kept, absorbed), (absorbed, kept)]
    outcomes = at_once(*(lambda pair=pair: merge(*pair) for pair in pairs), errors=(MergeRefused,))
    assert only_error(outcomes).reasons
    assert Merge.objects.count() == 1
