import pytest

from members.enterprises.names import core_name, match_name


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("上海飞科电器股份有限公司", "飞科电器"),
        ("上海市飞科电器有限责任公司", "飞科电器"),
        ("飞科（上海）电器有限公司", "飞科电器"),
        ("上海飞科集团有限公司", "飞科"),
        ("上海复兴高科技（集团）有限公司", "复兴高科技"),
        ("上海松江区飞科食品厂", "飞科食品厂"),
        ("中国路远国际工程有限公司", "路远国际工程"),
        ("浦江会计师事务所（特殊普通合伙）", "浦江会计师事务所"),
        ("飞科", "飞科"),
    ],
)
def test_place_and_legal_form_are_noise(name, core):
    assert core_name(name) == core


def test_the_word_that_tells_branches_apart_stays():
    first = core_name("上海乐禾贸易有限公司第一分公司")
    assert first == "乐禾贸易第一分公司"
    assert first != core_name("上海乐禾贸易有限公司第二分公司") != core_name("上海乐禾贸易有限公司")


@pytest.mark.parametrize("name", ["公司", "上海公司", "集团", "上海市有限公司", "有限公司", "上", ""])
def test_never_leaves_less_than_a_name(name):
    assert core_name(name) == name


@pytest.mark.parametrize("name", ["上海区域发展有限公司", "上海城区建设有限公司", "上海县前街食品店"])
def test_a_trade_name_that_sounds_like_a_place_is_kept(name):
    assert name[2:5] in core_name(name)


def test_two_ways_to_write_one_name_agree():
    assert match_name("上海飞科电器有限公司") == match_name("飞科电器(上海)股份有限公司") == match_name("飞科 电器")
    assert match_name("ＡＢＣ贸易有限公司") == match_name("abc贸易")
