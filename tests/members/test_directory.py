"""The public directory and the profile of each member."""

import datetime
import re
from html import unescape

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from chambers.bodies.models import Chamber
from federation.search.keyset import PAGE_SIZE
from federation.search.shortlived import forget_all
from members.directory.profile import find_profile
from members.enterprises.choices import SizeClass, State
from members.enterprises.models import Enterprise, Honour, NameRecord, Product
from tests import cast

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)
ENTRY = re.compile(r"<li><a href=\"([^\"]+)\">(.*?)</a>", re.DOTALL)


def ask(client: Client, path: str = "/directory/", **query: str) -> str:
    """A moment later than whoever asked before: what each process keeps for some seconds is gone."""
    forget_all()
    response = client.get(path, query, headers={"Accept-Language": "en"})
    assert response.status_code == 200
    return unescape(response.content.decode())


def names(page: str) -> list[str]:
    listed = page.partition('<ol class="entries">')[2].partition("</ol>")[0]
    return [re.sub(r"</?mark>", "", name) for _url, name in ENTRY.findall(listed)]


def next_page(page: str) -> str:
    return unescape(re.search(r'href="([^"]+)" rel="next"', page)[1])


class TestWhoIsListed:
    def test_members_who_agreed(self, client: Client) -> None:
        cast.member("上海甲同意有限公司")
        cast.member("上海乙不同意有限公司", listed=False)
        cast.enterprise("上海丙非会员有限公司", listed=True)
        cast.member("上海丁注销有限公司", state=State.DEREGISTERED)
        merged = cast.member("上海戊合并有限公司")
        Enterprise.objects.filter(pk=merged.pk).update(merged_into=cast.enterprise("上海己合并后有限公司"))
        lapsed = cast.enterprise("上海庚期满有限公司", listed=True)
        cast.join(lapsed, TODAY - datetime.timedelta(days=400), YESTERDAY)
        coming = cast.enterprise("上海辛将入会有限公司", listed=True)
        cast.join(coming, TODAY + datetime.timedelta(days=1), TODAY + datetime.timedelta(days=300))
        assert names(ask(client)) == ["上海甲同意有限公司"]

    def test_hidden_rows_stay_hidden_whatever_is_searched_for(self, client: Client) -> None:
        hidden = cast.member("上海不公开电器有限公司", listed=False)
        for text in ("电器", "bugongkai", "bgk", hidden.uscc, "不"):
            assert names(ask(client, q=text)) == []
        assert client.get(hidden.get_absolute_url()).status_code == 404

    def test_membership_ends_and_begins_with_its_days(self, client: Client) -> None:
        firm = cast.member("上海日期有限公司")
        period = firm.membership.periods.get()
        period.ends_on = YESTERDAY
        period.save()
        assert names(ask(client)) == []
        cast.join(firm, TODAY, TODAY)
        assert names(ask(client)) == ["上海日期有限公司"]

    def test_order_is_by_pinyin(self, client: Client) -> None:
        for name in ("上海张氏厂", "上海阿明厂", "上海重庆厂", "上海查氏厂", "上海ABB厂", "上海长宁厂"):
            cast.member(name)
        assert names(ask(client)) == ["上海阿明厂", "上海ABB厂", "上海长宁厂", "上海重庆厂", "上海查氏厂", "上海张氏厂"]


class TestFilters:
    @pytest.fixture
    def firms(self) -> dict[str, Enterprise]:
        north, south = cast.town("北镇", code="north"), cast.town("南镇", code="south")
        chamber = cast.chamber("松江区北镇商会", slug="north-chamber")
        software, food = cast.industry("6513", section="I"), cast.industry("6210", "正餐服务", section="H")
        large = {"staff_count": 400, "revenue": 200_000_000}
        return {
            "a": cast.member("上海安软件有限公司", town=north, industry=software, **large, of=chamber),
            "b": cast.member("上海博餐饮有限公司", town=north, industry=food),
            "c": cast.member("上海辰软件有限公司", town=south, industry=software),
        }

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ({"town": "north"}, "ab"),
            ({"section": "I"}, "ac"),
            ({"town": "north", "section": "I"}, "a"),
            ({"size": SizeClass.LARGE}, "a"),
            ({"chamber": "north-chamber"}, "a"),
            ({"town": "north", "q": "餐饮"}, "b"),
            ({"town": "south", "q": "餐饮"}, ""),
            ({"town": ""}, "abc"),
        ],
    )
    def test_each_narrows(
        self, client: Client, firms: dict[str, Enterprise], query: dict[str, str], expected: str
    ) -> None:
        assert names(ask(client, **query)) == [firms[key].name for key in expected]

    def test_a_filter_in_force_is_a_chip_that_takes_it_away(self, client: Client, firms: dict[str, Enterprise]) -> None:
        page = ask(client, town="north", section="I", q="软件")
        chips = page.partition('<ul class="chips">')[2].partition("</ul>")[0]
        assert re.findall(r'class="chip" href="([^"]+)"', chips) == [
            "/directory/?q=%E8%BD%AF%E4%BB%B6&section=I",
            "/directory/?q=%E8%BD%AF%E4%BB%B6&town=north",
        ]

    @pytest.mark.parametrize("query", [{"town": "gone"}, {"section": "Ω"}, {"size": "unknown"}, {"chamber": "'"}])
    def test_an_address_with_an_unknown_filter_still_works(
        self, client: Client, firms: dict[str, Enterprise], query: dict[str, str]
    ) -> None:
        page = ask(client, **query)
        assert "no longer known" in page
        assert len(names(page)) == 3

    def test_a_chamber_that_left_the_public_is_no_filter(self, client: Client, firms: dict[str, Enterprise]) -> None:
        Chamber.objects.update(state=Chamber.State.DISSOLVED)
        assert "north-chamber" not in ask(client)

    def test_leaving_a_chamber_counts_from_the_day_after(self, client: Client, firms: dict[str, Enterprise]) -> None:
        firms["a"].affiliations.update(until=TODAY)
        assert len(names(ask(client, chamber="north-chamber"))) == 1
        firms["a"].affiliations.update(until=YESTERDAY)
        assert names(ask(client, chamber="north-chamber")) == []

    def test_the_first_page_of_a_filter_is_kept_for_a_moment_and_the_second_is_not(self, client: Client) -> None:
        for number in range(PAGE_SIZE + 1):
            cast.member(f"上海第{number}电器有限公司")
        first = client.get("/directory/").content.decode()
        cast.member("上海阿尔法电器有限公司")
        assert client.get("/directory/").content.decode() == first
        second = re.search(r'href="\?(at=[^"]+)"', first)[1]
        before = client.get(f"/directory/?{second}").content.decode()
        cast.member("深圳最后电器有限公司")
        assert client.get(f"/directory/?{second}").content.decode() != before
        assert "上海阿尔法电器有限公司" in ask(client)


class TestSearch:
    def test_what_was_typed_is_marked(self, client: Client) -> None:
        cast.member("上海飞科电器有限公司")
        assert "上海<mark>飞科</mark>电器有限公司" in ask(client, q="feike")

    def test_a_former_name_tells_why_it_was_found(self, client: Client) -> None:
        firm = cast.member("上海新名贸易有限公司")
        NameRecord.objects.create(enterprise=firm, name="上海旧名贸易有限公司", until=YESTERDAY)
        firm.save()
        page = ask(client, q="旧名")
        assert names(page) == ["上海新名贸易有限公司"]
        assert "formerly 上海<mark>旧名</mark>贸易有限公司" in page

    def test_pages_of_a_common_word_are_kept_for_a_moment_and_no_others(
        self, client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: object
    ) -> None:
        def found(text: str) -> int:
            return len(names(client.get("/directory/", {"q": text}).content.decode()))

        for number in range(3):
            cast.member(f"上海第{number}电器有限公司")
        assert found("电器") == 3
        Enterprise.objects.filter(name__contains="第1").update(listed=False)
        assert found("电器") == 2
        monkeypatch.setattr("members.directory.listing.COUNTED", 1)
        assert found("电器") == 2
        with django_assert_num_queries(0):
            assert found("电器") == 2
        with django_assert_num_queries(1):
            found("dianqi")

    def test_nothing_typed_is_ever_markup(self, client: Client) -> None:
        cast.member("上海<b>粗</b>电器有限公司")
        response = client.get("/directory/", {"q": '<script>"电器'})
        assert b'<script>"' not in response.content
        assert b"<b>" not in client.get("/directory/", {"q": "电器"}).content

    def test_an_empty_page_says_what_finds_something(self, client: Client) -> None:
        town = cast.town("北镇", code="north")
        cast.member("上海飞科电器有限公司")
        forget_all()
        assert "Names that sound like “非科”" in ask(client, q="非科")
        assert "The same words without the filters" in ask(client, q="飞科", town=town.code)
        assert "Names with “飞科”" in ask(client, q="飞科收音机")
        assert "No member is shown yet" not in ask(client, q="查无此名")

    def test_an_empty_directory(self, client: Client) -> None:
        assert "No member is shown yet" in ask(client)


class TestPages:
    def test_there_is_no_row_twice_and_none_missing(self, client: Client) -> None:
        made = {cast.member(f"上海第{number:03d}号有限公司").name for number in range(60)}
        seen, page = [], ask(client)
        assert "60 enterprises" in page
        while True:
            seen += names(page)
            if 'rel="next"' not in page:
                break
            page = ask(client, "/directory/" + next_page(page))
        assert len(seen) == 60
        assert set(seen) == made

    def test_the_way_back_leads_to_the_same_rows(self, client: Client) -> None:
        for number in range(60):
            cast.member(f"上海第{number:03d}号有限公司")
        first = ask(client)
        second = ask(client, "/directory/" + next_page(first))
        back = unescape(re.search(r'href="([^"]+)" rel="prev"', second)[1])
        assert names(ask(client, "/directory/" + back)) == names(first)

    @pytest.mark.parametrize("cursor", ["x", "WzAsMF0", "%00", "A" * 5000])
    def test_a_broken_cursor_gives_the_first_page(self, client: Client, cursor: str) -> None:
        cast.member("上海第一号有限公司")
        assert names(ask(client, at=cursor)) == ["上海第一号有限公司"]


class TestProfile:
    def test_what_the_public_sees(self, client: Client) -> None:
        chamber, left = cast.chamber("松江区电器商会"), cast.chamber("松江区旧商会")
        firm = cast.member("上海飞科电器有限公司", of=chamber, introduction="做电器的。", legal_representative="张某某")
        cast.affiliate(firm, left).__class__.objects.filter(chamber=left).update(until=YESTERDAY)
        Product.objects.create(enterprise=firm, name="剃须刀", description="三刀头")
        Honour.objects.create(enterprise=firm, title="科技小巨人", year=2021, confirmed=True)
        Honour.objects.create(enterprise=firm, title="未经确认的荣誉", year=2022)
        NameRecord.objects.create(enterprise=firm, name="上海旧名有限公司", until=YESTERDAY)
        cast.contact(firm, name="李联系", phone="13900001111")
        page = ask(client, firm.get_absolute_url())
        for shown in ("做电器的。", "剃须刀", "三刀头", "科技小巨人", "上海旧名有限公司", "松江区电器商会", firm.uscc):
            assert shown in page
        for kept in ("未经确认的荣誉", "李联系", "13900001111", "张某某", "松江区旧商会"):
            assert kept not in page

    def test_an_address_in_small_letters(self, client: Client) -> None:
        firm = cast.member()
        assert client.get(f"/directory/{firm.uscc.lower()}/").status_code == 200

    def test_an_enterprise_with_an_old_number(self, client: Client) -> None:
        firm = cast.member("上海老字号厂", uscc=None, registration_number="310227000123456")
        assert firm.get_absolute_url() == "/directory/310227000123456/"
        assert "310227000123456" in ask(client, firm.get_absolute_url())

    @pytest.mark.parametrize("code", ["x", "91310117MA0000000", "91310117MA00000000X", "000000000000000", "-" * 18])
    def test_a_code_that_nobody_has(self, client: Client, code: str) -> None:
        assert client.get(f"/directory/{code}/").status_code == 404

    def test_who_sees_one_that_is_not_published(self) -> None:
        firm = cast.enterprise("上海未公开有限公司")
        other = cast.representative()
        chamber = cast.chamber()
        cast.affiliate(firm, chamber)
        seen = {
            "visitor": None,
            "outsider": cast.outsider(),
            "other": other,
            "secretary": cast.secretary(chamber),
            "own": cast.representative(firm),
            "registry_clerk": cast.staff("registry_clerk"),
            "staff_without_role": cast.staff(None),
        }
        statuses = {who: cast.login(user).get(firm.get_absolute_url()).status_code for who, user in seen.items()}
        assert {who for who, status in statuses.items() if status == 200} == {"own", "registry_clerk"}
        assert {status for status in statuses.values() if status != 200} == {404}

    def test_a_preview_says_so_and_why(self) -> None:
        firm = cast.enterprise("上海未公开有限公司")
        page = ask(cast.login(cast.representative(firm)), firm.get_absolute_url())
        assert "Only you and the federation's staff see this page." in page
        assert "has not agreed to be shown" in page
        assert not find_profile(firm.uscc, AnonymousUser())

    def test_a_merged_record_leads_to_the_one_that_was_kept(self, client: Client) -> None:
        kept, merged = cast.member(), cast.enterprise()
        Enterprise.objects.filter(pk=merged.pk).update(merged_into=kept)
        response = client.get(f"/directory/{merged.uscc}/")
        assert response.status_code == 302
        assert response["Location"] == kept.get_absolute_url()

    def test_a_merged_record_of_a_hidden_one_leads_nowhere(self, client: Client) -> None:
        kept, merged = cast.enterprise(), cast.enterprise()
        Enterprise.objects.filter(pk=merged.pk).update(merged_into=kept)
        assert client.get(f"/directory/{merged.uscc}/").status_code == 404


class TestCost:
    """SQL of a page, with one row and with thirty, at one number. A visitor's page touches no session."""

    # The first page of all and that of one filter are kept for a moment.
    PAGES = {"": 0, "section=C": 0, "section=C&chamber=one": 1, "q=电器": 1, "q=dianqi": 1, "q=电器&section=C": 1}

    @pytest.mark.parametrize("query", list(PAGES))
    @pytest.mark.parametrize("rows", [1, 3])
    def test_a_list(self, client: Client, django_assert_num_queries: object, query: str, rows: int) -> None:
        chamber = cast.chamber(slug="one")
        industry = cast.industry("3854", "家用美容器具制造", section="C")
        for number in range(rows):
            name = f"上海第{number}电器有限公司"
            cast.member(name, of=chamber, industry=industry, town=cast.town())
        path = f"/directory/?{query}"
        client.get(path)  # what each process keeps for a moment
        with django_assert_num_queries(self.PAGES[query]):
            response = client.get(path)
        assert len(names(response.content.decode())) == rows
        assert "Cookie" not in response.headers.get("Set-Cookie", "")
        assert not response.cookies

    @pytest.mark.parametrize("rows", [1, 3])
    def test_a_profile(self, client: Client, django_assert_num_queries: object, rows: int) -> None:
        firm = cast.member()
        for number in range(rows):
            cast.affiliate(firm, cast.chamber())
            Product.objects.create(enterprise=firm, name=f"产品{number}")
            Honour.objects.create(enterprise=firm, title=f"荣誉{number}", year=2020, confirmed=True)
        client.get(firm.get_absolute_url())
        with django_assert_num_queries(1):
            page = client.get(firm.get_absolute_url()).content.decode()
        assert page.count("荣誉") >= rows

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_search_of_the_header(self, client: Client, django_assert_num_queries: object, rows: int) -> None:
        for number in range(rows):
            cast.member(f"上海第{number}电器有限公司")
            cast.chamber(f"松江区第{number}电器商会")
        client.get("/search/?q=电器")
        with django_assert_num_queries(1):
            page = client.get("/search/?q=电器").content.decode()
        assert page.count("<mark>电器</mark>") == 2 * rows


class TestHeaderSearch:
    def test_groups(self, client: Client) -> None:
        cast.member("上海泰顺电器有限公司")
        cast.chamber("松江区泰顺商会")
        page = ask(client, reverse("search:search"), q="taishun")
        assert "<mark>泰顺</mark>电器" in page
        assert "<mark>泰顺</mark>商会" in page

    def test_only_staff_with_the_right_search_the_register(self) -> None:
        firm = cast.enterprise("上海登记在册有限公司")
        for user, sees in (
            (cast.staff("registry_clerk"), True),
            (cast.staff(None), False),
            (cast.secretary(), False),
            (cast.representative(firm), False),
        ):
            page = ask(cast.login(user), reverse("search:search"), q="登记在册")
            assert (f"/admin/members/enterprise/{firm.pk}/" in page) is sees

    def test_nothing_found_says_what_to_try(self, client: Client) -> None:
        assert "feike" in ask(client, reverse("search:search"), q="查无此名")


class TestMemberDays:
    """The days kept beside the enterprise follow its periods, whatever changes them."""

    @staticmethod
    def is_member(firm: Enterprise, on: datetime.date = TODAY) -> bool:
        return Enterprise.objects.members(on).filter(pk=firm.pk).exists()

    def test_periods_with_a_gap(self) -> None:
        firm = cast.enterprise()
        cast.join(firm, datetime.date(2020, 1, 1), datetime.date(2020, 12, 31))
        cast.join(firm, datetime.date(2022, 1, 1), datetime.date(2022, 12, 31))
        days = [datetime.date(2019, 12, 31), datetime.date(2020, 1, 1), datetime.date(2020, 12, 31)]
        days += [datetime.date(2021, 1, 1), datetime.date(2022, 12, 31), datetime.date(2023, 1, 1)]
        assert [self.is_member(firm, day) for day in days] == [False, True, True, False, True, False]

    def test_bulk_changes_and_deletion(self) -> None:
        firm, other = cast.member(), cast.member()
        periods = firm.membership.periods
        periods.update(ends_on=YESTERDAY)
        assert not self.is_member(firm)
        assert self.is_member(other)
        periods.update(ends_on=TODAY)
        assert self.is_member(firm)
        periods.all().delete()
        assert not self.is_member(firm)

    def test_a_membership_that_moves_to_another_enterprise(self) -> None:
        old, new = cast.member(), cast.enterprise()
        old.membership.__class__.objects.filter(enterprise=old).update(enterprise=new)
        assert (self.is_member(old), self.is_member(new)) == (False, True)

    def test_saving_a_stale_record_undoes_nothing(self) -> None:
        firm = cast.enterprise()
        stale = Enterprise.objects.get(pk=firm.pk)
        cast.join(firm)
        stale.save()
        assert self.is_member(firm)

    def test_it_leaves_no_trace_in_the_history(self) -> None:
        firm = cast.enterprise()
        before = firm.history.count()
        cast.join(firm)
        assert firm.history.count() == before
