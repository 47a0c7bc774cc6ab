"""What a name is found by, as it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from federation.search.highlight import highlight
from federation.search.readings import units_of
from federation.search.syllables import cuts
from federation.search.text import fold, search_text


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("泖港", "mao gang"),
        ("叶榭", "ye xie"),
        ("佘山", "she shan"),
        ("单氏", "shan shi"),
        ("解氏", "xie shi"),
        ("解放", "jie fang"),
        ("仇记", "qiu ji"),
        ("曾记", "zeng ji"),
        ("查氏", "zha shi"),
        ("检查", "jian cha"),
        ("重庆", "chong qing"),
        ("重型", "zhong xing"),
        ("长宁", "chang ning"),
        ("银行", "yin hang"),
        ("行知", "xing zhi"),
        ("音乐", "yin yue"),
        ("会计", "kuai ji"),
        ("会展", "hui zhan"),
        ("传媒", "chuan mei"),
        ("绿地", "lv di"),
        ("abb中国", "abb zhong guo"),
        ("3m中国", "3m zhong guo"),
    ],
)
def test_names_are_read_as_people_read_them(name: str, spelt: str) -> None:
    assert " ".join(unit.readings[0] for unit in units_of(name)) == spelt


@pytest.mark.parametrize(
    ("name", "other"),
    [("单县", "danxian"), ("曾记", "cengji"), ("解氏", "jieshi"), ("长赞", "zhangzan"), ("行知", "hangzhi")],
)
def test_a_doubtful_name_is_found_by_its_other_reading_too(name: str, other: str) -> None:
    text = search_text(name, core=name)
    assert other in text.tokens or other in text.haystack


def test_a_reading_that_a_phrase_proves_has_no_other() -> None:
    assert "yinxing" not in search_text("银行", core="银行").tokens


def test_what_is_stored_beside_a_name() -> None:
    text = search_text("上海飞科电器（集团）有限公司", core="飞科电器", others=["飞科", "上海鲸鸣小家电有限公司", ""])
    assert (text.sort_key, text.pinyin, text.initials) == ("fei ke dian qi", "feikedianqi", "fkdq")
    assert {"飞科", "器集", "feike", "dianqi", "fkd", "kdq", "鲸鸣", "jingming", "^飞", "^飞科"} <= set(text.tokens)
    # Every company has a legal form: nobody finds anything by it.
    assert not {"有限", "限公", "公司"} & set(text.tokens)
    assert text.tokens == sorted(set(text.tokens))
    assert {"上海飞科电器集团有限公司", "上海鲸鸣小家电有限公司", "feikedianqi", "fkdq"} <= set(
        text.haystack.split("\n")
    )


def test_the_same_name_always_gives_the_same_text() -> None:
    arguments = {"core": "曾查仇解", "others": ["单行"]}
    assert search_text("曾查仇解", **arguments) == search_text("曾查仇解", **arguments)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＢ（中国）", "abb中国"),
        ("飞 科·电器", "飞科电器"),
        ("Ｆｅｉ－ＫＥ", "feike"),
        ("（）", ""),
        ("Ⅲ号", "iii号"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("feike", {("fei", "ke")}),
        ("feikedia", {("fei", "ke"), ("fei", "ke", "dia")}),
        ("xian", {("xian",), ("xi", "an")}),
        ("fangan", {("fang", "an"), ("fan", "gan")}),
        ("fkdq", set()),
        ("", set()),
    ],
)
def test_cutting_typed_pinyin(typed: str, cut: set[tuple[str, ...]]) -> None:
    found = set(cuts(typed))
    assert cut <= found if cut else not any(found)


@given(st.text(max_size=60))
def test_any_text_is_stored_and_cut_without_error(text: str) -> None:
    stored = search_text(text, core=text, others=[text[::-1]])
    assert all(0 < len(token) <= 40 for token in stored.tokens)
    assert "\0" not in stored.haystack
    cuts(fold(text))


@given(st.text(max_size=30), st.text(max_size=10))
def test_highlighting_never_changes_a_name(name: str, typed: str) -> None:
    segments = highlight(name, typed, core=name, sort_key=search_text(name, core=name).sort_key)
    assert "".join(segment.text for segment in segments) == name


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("飞科", ["飞科"]),
        ("科电器", ["科（电）器"]),
        ("feike", ["飞科"]),
        ("feikedian", ["飞科（电"]),
        ("dianqi", ["电）器"]),
        ("dianq", ["电）器"]),
        ("fkdq", ["飞科（电）器"]),
        ("dq", ["电）器"]),
        ("飞科 集团", ["飞科", "集团"]),
        ("eike", []),
        ("abb", []),
        ("91310117", []),
    ],
)
def test_what_is_marked(typed: str, marked: list[str]) -> None:
    segments = highlight("上海飞科（电）器集团有限公司", typed, core="飞科电器集团", sort_key="fei ke dian qi ji tuan")
    assert [segment.text for segment in segments if segment.hit] == marked


def test_a_latin_word_keeps_its_letters() -> None:
    segments = highlight("ABB（中国）有限公司", "abbz", core="abb中国", sort_key="abb zhong guo")
    assert [segment.text for segment in segments if segment.hit] == ["ABB（中"]
