"""Staff judge pairs, merge side by side and undo in the admin."""

import pytest
from django.urls import reverse

from members.duplicates.finding import find_duplicates
from members.duplicates.models import DuplicatePair, Merge
from members.enterprises.models import Enterprise
from tests import cast

pytestmark = pytest.mark.django_db

LIST = "/admin/members/duplicatepair/"


@pytest.fixture
def pair() -> DuplicatePair:
    left = cast.enterprise("上海云帆测试科技有限公司", website="https://left.example", short_name="左")
    right = cast.enterprise("云帆测试科技有限公司", website="https://right.example", public_phone="021-57600000")
    cast.contact(right, "右边联系人")
    find_duplicates()
    return DuplicatePair.objects.get(left=left, right=right)


@pytest.fixture
def clerk():
    return cast.login(cast.staff("registry_clerk"))


def compare_url(pair: DuplicatePair) -> str:
    return reverse("admin:members_duplicatepair_compare", args=[pair.pk])


def judge(client, pair: DuplicatePair, **data: str):
    seen = client.get(compare_url(pair)).context["comparison"].seen()
    return client.post(compare_url(pair), {"seen": seen, "keep": "left", **data}, follow=True)


def test_both_sides_are_shown_with_reasons_and_a_choice_where_they_differ(clerk, pair):
    page = clerk.get(compare_url(pair)).content.decode()
    assert "云帆测试科技" in page and "https://left.example" in page and "https://right.example" in page
    assert page.count('name="field-website"') == 2
    assert 'name="field-state"' not in page, "both say the same"


def test_merging_follows_the_choices(clerk, pair):
    page = judge(clerk, pair, merge="1", **{"field-website": "right", "field-short_name": "left"})
    left = Enterprise.objects.get(pk=pair.left_id)
    assert (left.website, left.short_name, left.public_phone) == ("https://right.example", "左", "021-57600000")
    assert left.contacts.get().name == "右边联系人"
    assert reverse("admin:members_merge_change", args=[Merge.objects.get().pk]) in page.content.decode()


def test_the_other_one_can_be_kept(clerk, pair):
    page = clerk.get(compare_url(pair), {"keep": "right"})
    assert page.context["comparison"].kept.pk == pair.right_id
    assert {line.name: line.chosen for line in page.context["lines"]}["website"] == "right"
    judge(clerk, pair, merge="1", keep="right")
    assert Enterprise.objects.get(pk=pair.left_id).merged_into_id == pair.right_id


def test_what_changed_meanwhile_is_looked_at_first(clerk, pair):
    seen = clerk.get(compare_url(pair)).context["comparison"].seen()
    pair.left.introduction = "刚刚写的"
    pair.left.save()
    clerk.post(compare_url(pair), {"seen": seen, "keep": "left", "merge": "1"})
    assert not Merge.objects.exists()


def test_what_stands_in_the_way_is_said(clerk, pair):
    Enterprise.objects.filter(pk=pair.right_id).update(parent=pair.left_id)
    page = clerk.get(compare_url(pair)).content.decode()
    assert "分支机构" in page and 'name="merge"' not in page
    judge(clerk, pair, merge="1")
    assert not Merge.objects.exists()


def test_dismissing_and_judging_again(clerk, pair):
    judge(clerk, pair, dismiss="1")
    assert DuplicatePair.objects.get(pk=pair.pk).status == "dismissed"
    judge(clerk, pair, reopen="1")
    assert DuplicatePair.objects.get(pk=pair.pk).status == "open"


def test_a_merge_shows_what_moved_and_is_undone_after_asking(clerk, pair):
    judge(clerk, pair, merge="1")
    merge = Merge.objects.get()
    undo = reverse("admin:members_merge_undo", args=[merge.pk])
    assert clerk.get(reverse("admin:members_merge_change", args=[merge.pk])).status_code == 200
    assert clerk.get(undo).status_code == 200
    assert Merge.objects.get().undone_at is None, "asking changes nothing"
    clerk.post(undo)
    assert Merge.objects.get().undone_at
    assert Enterprise.objects.get(pk=pair.right_id).merged_into is None
    clerk.post(undo)
    assert Enterprise.objects.get(pk=pair.right_id).contacts.count() == 1


def test_a_clerk_names_a_pair_that_no_search_found(clerk):
    one, other = cast.enterprise("上海甲某测试有限公司"), cast.enterprise("江苏乙方贸易有限公司")
    answer = clerk.post(f"{LIST}add/", {"left": other.pk, "right": one.pk})
    pair = DuplicatePair.objects.get()
    assert (pair.left, pair.right) == (one, other)
    assert answer.url == compare_url(pair)
    find_duplicates()
    assert DuplicatePair.objects.filter(pk=pair.pk, status="open").exists(), "a search doesn't take it away"
    clerk.post(f"{LIST}add/", {"left": one.pk, "right": other.pk})
    assert DuplicatePair.objects.count() == 1
    assert clerk.post(f"{LIST}add/", {"left": one.pk, "right": one.pk}).status_code == 200
    assert DuplicatePair.objects.count() == 1


def test_a_search_begins_only_after_asking(clerk, django_capture_on_commit_callbacks):
    cast.enterprise("上海云帆测试科技有限公司")
    cast.enterprise("云帆测试科技有限公司")
    url = reverse("admin:members_duplicatepair_search")
    clerk.get(url)
    assert not DuplicatePair.objects.exists()
    clerk.post(url)
    assert DuplicatePair.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "reads", "judges"),
    [
        ("registry_clerk", 200, 302),
        ("auditor", 200, 403),
        ("administrator", 403, 403),
        ("services_clerk", 403, 403),
        (None, 403, 403),
    ],
)
def test_roles(pair, role, reads, judges):
    client = cast.login(cast.staff(role))
    assert client.get(LIST).status_code == reads
    assert client.get(compare_url(pair)).status_code == reads
    for data in ({"merge": "1"}, {"dismiss": "1"}):
        assert client.post(compare_url(pair), data).status_code == judges
    assert client.post(reverse("admin:members_duplicatepair_search")).status_code == judges


def test_an_auditor_cannot_undo(clerk, pair):
    judge(clerk, pair, merge="1")
    undo = reverse("admin:members_merge_undo", args=[Merge.objects.get().pk])
    assert cast.login(cast.staff("auditor")).post(undo).status_code == 403
    assert Merge.objects.get().undone_at is None


@pytest.mark.parametrize("url", [LIST, "/admin/members/merge/"])
def test_lists_cost_the_same_whatever_their_rows(clerk, pair, url: str, django_assert_num_queries):
    def grow() -> None:
        left, right = cast.enterprise("上海增长测试有限公司"), cast.enterprise("上海增长测试股份有限公司")
        more = DuplicatePair.objects.create(left=left, right=right, score=90, reasons=[{"code": "two_codes"}])
        judge(clerk, more, merge="1")
        DuplicatePair.objects.create(left=pair.left, right=right, score=80)

    grow()
    clerk.get(url)
    with django_assert_num_queries(5):
        clerk.get(url)
    for _ in range(3):
        grow()
    with django_assert_num_queries(5):
        clerk.get(url)
