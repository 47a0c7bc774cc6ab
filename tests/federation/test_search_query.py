"""One search for everything: what is typed and what it finds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from federation.search import counts
from federation.search.keyset import BadCursor, Cursor, read_parts
from federation.search.query import search, wanted, words_of
from federation.search.ranked import Shape, form_of, search_page
from federation.search.shortlived import Shortlived
from members.enterprises.models import Enterprise, NameRecord
from tests import cast

FEIKE, ABB, MAOGANG, RENAMED, SHAN, FAR = "feike", "abb", "maogang", "renamed", "shan", "far"
ROWS = Enterprise.objects.values("id", "name", "sort_key")


@pytest.fixture
def firms(db: None) -> dict[str, Enterprise]:
    made = {
        FEIKE: cast.enterprise("上海飞科电器股份有限公司", short_name="飞科", uscc=cast.uscc(9_000_017)),
        ABB: cast.enterprise("ABB（中国）有限公司"),
        MAOGANG: cast.enterprise("上海泖港蔬菜专业合作社"),
        RENAMED: cast.enterprise("上海新名字贸易有限公司"),
        SHAN: cast.enterprise("单氏机械厂", uscc=None, registration_number="310227000123456"),
        FAR: cast.enterprise("上海科电飞器设备有限公司"),
    }
    NameRecord.objects.create(enterprise=made[RENAMED], name="上海鲸鸣玩具有限公司", until="2020-01-01")
    made[RENAMED].save()
    return made


def found(firms: dict[str, Enterprise], text: str) -> set[str]:
    names = {firm.pk: key for key, firm in firms.items()}
    return {names[pk] for pk in search(Enterprise.objects.all(), text).values_list("pk", flat=True)}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("飞科", {FEIKE}),
        ("飞科电器", {FEIKE}),
        # The pairs are all there, but not in this order.
        ("科电飞科", set()),
        ("上海飞科", {FEIKE}),
        ("飞", {FEIKE}),
        ("科", {FAR}),
        ("电器", {FEIKE}),
        ("ａｂｂ", {ABB}),
        ("ABB中国", {ABB}),
        ("abb 中国", {ABB}),
        ("bb", {ABB}),
        ("feike", {FEIKE}),
        ("FeiKe", {FEIKE}),
        ("fei ke", {FEIKE}),
        ("feikedianqi", {FEIKE}),
        ("feikedia", {FEIKE}),
        ("feik", {FEIKE}),
        ("dianqi", {FEIKE}),
        ("fkdq", {FEIKE}),
        ("fk", {FEIKE}),
        ("kdq", {FEIKE}),
        ("maogang", {MAOGANG}),
        ("liugang", set()),
        ("shanshi", {SHAN}),
        ("danshi", {SHAN}),
        ("鲸鸣", {RENAMED}),
        ("jingming", {RENAMED}),
        ("jmwj", {RENAMED}),
        ("新名字", {RENAMED}),
        ("飞科dq", {FEIKE}),
        ("飞科 电器", {FEIKE}),
        ("电器 飞科", {FEIKE}),
        ("飞科 玩具", set()),
        ("310227", {SHAN}),
        ("310227000123456", {SHAN}),
        ("91310117MA9000017", {FEIKE}),
        ("91310117ma9000017", {FEIKE}),
        ("有限公司", {FEIKE, ABB, RENAMED, FAR}),
        ("查无此名", set()),
        ("zzzz", set()),
        ("。，", set()),
        ("%", set()),
        ("_", set()),
        ("\\", set()),
        ("'; --", set()),
        ("😀", set()),
    ],
)
def test_what_is_typed_and_what_it_finds(firms: dict[str, Enterprise], typed: str, expected: set[str]) -> None:
    assert found(firms, typed) == expected


def test_nothing_typed_narrows_nothing(firms: dict[str, Enterprise]) -> None:
    assert found(firms, "  ") == set(firms)


def test_a_search_through_a_relation(firms: dict[str, Enterprise]) -> None:
    records = search(NameRecord.objects.all(), "xinmingzi", path="enterprise__")
    assert [record.name for record in records] == ["上海鲸鸣玩具有限公司"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("fei ke", ("feike",)),
        ("飞科　电器", ("飞科", "电器")),
        ("飞 科", ("飞科",)),
        ("lü di", ("lvdi",)),
        ("x" * 200, ("x" * 80,)),
    ],
)
def test_words(typed: str, words: tuple[str, ...]) -> None:
    assert words_of(typed) == words


def plan(queryset: "object") -> str:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        sql, parameters = queryset.query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", parameters)
        return "\n".join(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize("typed", ["飞科", "飞科电器", "飞", "feike", "fk", "fkdq", "91310", "飞科dq", "f"])
def test_every_search_has_an_index(firms: dict[str, Enterprise], typed: str) -> None:
    """With sequential scans forbidden, PostgreSQL still uses one where no index fits."""
    assert "Seq Scan" not in plan(search(Enterprise.objects.all(), typed))


class TestRanking:
    @pytest.fixture
    def electric(self, db: None) -> None:
        for name in ("上海安电器有限公司", "上海电器厂", "上海电器安装有限公司", "上海北电器有限公司"):
            cast.enterprise(name)

    def test_beginnings_come_first_then_pinyin(self, electric: None) -> None:
        page = search_page(ROWS, wanted("电器"), key="t")
        assert [row["name"] for row in page.rows] == [
            "上海电器安装有限公司",
            "上海电器厂",
            "上海安电器有限公司",
            "上海北电器有限公司",
        ]
        assert page.total == 4

    @pytest.mark.parametrize("common", [False, True])
    def test_paging_there_and_back(self, electric: None, monkeypatch: pytest.MonkeyPatch, common: bool) -> None:
        if common:
            monkeypatch.setattr("federation.search.ranked.SORTED", 1)
        whole = [row["name"] for row in search_page(ROWS, wanted("电器"), key="t").rows]
        forth, cursor, pages = [], None, []
        while True:
            page = search_page(ROWS, wanted("电器"), cursor, key="t", size=1)
            forth += [row["name"] for row in page.rows]
            pages.append(page)
            if not page.next:
                break
            cursor = Cursor.parse(page.next)
        assert forth == whole
        back = []
        while page.previous:
            page = search_page(ROWS, wanted("电器"), Cursor.parse(page.previous), key="t", size=1)
            back += [row["name"] for row in page.rows]
        assert back == whole[-2::-1]

    @pytest.mark.parametrize("typed", ["安", "an", "ad", "adq", "anb", "a", "dianqi", "电器", "913101", "ab"])
    def test_sorted_or_walked_the_order_is_the_same(
        self, electric: None, monkeypatch: pytest.MonkeyPatch, typed: str
    ) -> None:
        for name in ("上海安邦电器厂", "上海昂达动漫厂", "上海奥本电器厂", "AB电器（上海）有限公司", "上海北安电器厂"):
            cast.enterprise(name)
        by_sorting = search_page(ROWS, wanted(typed), key=("sorted", typed))
        monkeypatch.setattr("federation.search.ranked.SORTED", 0)
        by_walking = search_page(ROWS, wanted(typed), key=("walked", typed))
        assert by_sorting.rows
        assert [row["name"] for row in by_walking.rows] == [row["name"] for row in by_sorting.rows]

    def test_a_common_search_is_remembered_as_such(self, electric: None, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("federation.search.ranked.SORTED", 2)
        search_page(ROWS, wanted("电器"), key="t")
        with CaptureQueriesContext(connection) as queries:
            page = search_page(ROWS, wanted("电器"), key="t")
        assert len(queries) == 1
        assert page.total == 3
        assert len(page.rows) == 4


TYPED = (
    *(
        "飞科",
        "电器",
        "飞科电器",
        "安装",
        "上海安",
        "有限",
        "有限公司",
        "飞",
        "安",
        "重",
        "飞科 dq",
        "飞 科",
        "飞科 电器",
        "电器 安",
    ),
    *("飞科dq", "飞科电器fk", "d", "x", "fk", "an", "fkdq", "fkdqi", "adq", "xian", "xianf", "feike", "feikedianqi"),
    *("shanghaianzhuang", "fei ke", "lv", "lü", "3m", "360an", "91310", "913101", "310115000000001", "100%", "a_b%"),
)


def test_a_kept_statement_filled_with_other_words_is_the_one_that_django_writes():
    shapes: dict[object, Shape] = {}
    for typed in TYPED:
        looked_for = wanted(typed)
        written = Shape.of(ROWS, looked_for)
        kept = shapes.setdefault(form_of(looked_for), written)
        assert (kept.sql, kept.filled(looked_for)) == (written.sql, list(written.parameters)), typed
    # Some were filled with the words of another.
    assert len(shapes) < len(TYPED) - 10


class TestKeyset:
    def test_parts_follow_one_another_in_one_query(self, db: None) -> None:
        for letter in "bdfhjl":
            cast.enterprise(f"{letter}firm")
        parts = [ROWS.filter(name__gt="h"), ROWS.none(), ROWS.filter(name__lt="d"), ROWS.filter(name__range=("d", "g"))]
        seen, cursor = [], None
        while True:
            with CaptureQueriesContext(connection) as queries:
                page = read_parts(parts, cursor, size=2)
            assert len(queries) == 1
            seen += [row["name"][0] for row in page.rows]
            if not page.next:
                break
            cursor = Cursor.parse(page.next)
        assert seen == ["h", "j", "l", "b", "d", "f"]
        back = read_parts(parts, Cursor.parse(page.previous), size=3)
        assert [row["name"][0] for row in back.rows] == ["j", "l", "b"]

    def test_rows_that_come_and_go_are_never_shown_twice(self, db: None) -> None:
        for letter in "bdf":
            cast.enterprise(f"{letter}firm")
        first = read_parts([ROWS], size=2)
        cast.enterprise("afirm")
        Enterprise.objects.filter(pk=first.rows[0]["id"]).delete()
        second = read_parts([ROWS], Cursor.parse(first.next), size=2)
        assert [row["name"] for row in second.rows] == ["ffirm"]
        assert not second.next

    def test_names_that_read_alike_keep_an_order(self, db: None) -> None:
        for _ in range(5):
            cast.enterprise("上海同音有限公司")
        seen, cursor = [], None
        while True:
            page = read_parts([ROWS], cursor, size=2)
            seen += [row["id"] for row in page.rows]
            if not page.next:
                break
            cursor = Cursor.parse(page.next)
        assert len(seen) == len(set(seen)) == 5

    @pytest.mark.parametrize(
        "text",
        ["", "x", "%%%", "WzAsMF0", "WzAsMCwxLDFd", "WzAsIDk5LCAiYSIsIDFd", "WzAsMCwiXHUwMDAwIiwxXQ", "W1tbW1tb"],
    )
    def test_a_cursor_that_is_none_of_ours(self, text: str) -> None:
        with pytest.raises(BadCursor):
            Cursor.parse(text)

    def test_a_cursor_survives_its_address(self) -> None:
        cursor = Cursor(1, "fei ke", 12, True)
        assert Cursor.parse(str(cursor)) == cursor


def test_counts_stop_at_a_thousand(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "COUNTED", 2)
    for _ in range(4):
        cast.enterprise()
    assert counts.capped_count(Enterprise.objects.all()) == 3
    assert counts.count_text(3) == "2+"
    assert counts.count_text(2) == "2"


def test_what_is_shortlived_is_asked_again_later() -> None:
    kept: Shortlived[int] = Shortlived(seconds=60, size=2)
    asked = iter(range(10))
    assert [kept.get("a", lambda: next(asked)), kept.get("a", lambda: next(asked))] == [0, 0]
    kept.get("b", lambda: 5)
    kept.get("c", lambda: 5)
    assert kept.peek("a") is None
    gone: Shortlived[int] = Shortlived(seconds=0)
    assert [gone.get("a", lambda: 1), gone.get("a", lambda: 2)] == [1, 2]
