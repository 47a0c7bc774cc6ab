import pytest
from django.utils import translation

from members.enterprises.industry import IndustryFinder, section_of
from members.enterprises.models import IndustryClass, Town
from members.enterprises.sections import section_names
from members.enterprises.towns import TownFinder, load_towns


@pytest.mark.django_db
def test_the_standard_is_loaded_whole_and_each_row_knows_its_section():
    counts = {level: IndustryClass.objects.filter(level=level).count() for level in range(1, 5)}
    assert counts == {1: 20, 2: 97, 3: 473, 4: 1381}
    assert all(section_of(code) == section for code, section in IndustryClass.objects.values_list("code", "section"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6513", "6513"),
        ("I6513", "6513"),
        ("i65", "65"),
        ("6513 应用软件开发", "6513"),
        ("Ｉ６５１３", "6513"),
        ("I", "I"),
        ("信息传输、软件和信息技术服务业", "I"),
        ("I信息传输、软件和信息技术服务业", "I"),
        ("应用软件开发", "6513"),
        ("稻谷种植", "0111"),
        ("A6513", None),
        ("9999", None),
        ("65139", None),
        ("IT服务", None),
        ("I什么", None),
        ("没有这个行业", None),
    ],
)
def test_an_industry_is_found_by_code_or_name(text, code):
    assert IndustryFinder().find(text) == code


def test_no_code_has_no_section():
    assert section_of(None) == section_of("") == ""


@pytest.mark.django_db
def test_towns_are_loaded_from_a_table_once_and_renamed_by_it(tmp_path):
    assert load_towns() == load_towns() == 17
    assert Town.objects.filter(name__contains="泖港").count() == 1
    table = tmp_path / "towns.csv"
    table.write_text("code,name,kind\nmaogang,新泖港镇,town\n", encoding="utf-8")
    load_towns(table)
    assert Town.objects.get(code="maogang").name == "新泖港镇"


@pytest.mark.django_db
def test_a_town_is_found_by_name_and_in_an_address_by_its_full_name():
    load_towns()
    finder = TownFinder()
    assert (
        finder.named("九亭") == finder.named("九亭镇") == finder.in_address("上海市松江区九亭镇涞亭南路1号") is not None
    )
    assert finder.in_address("上海市松江区九亭大街1号") is None
    assert finder.named("不在") is None


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "name"), [("zh-hans", "C 制造业"), ("en", "C Manufacturing")])
def test_sections_are_named_in_the_reader_s_language(language, name):
    with translation.override(language):
        assert section_names({"C", "?"}) == {"C": name}
