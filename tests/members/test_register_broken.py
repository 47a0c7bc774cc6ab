"""Broken spreadsheets are answered in words, and never stop or half-write the rows that are sound."""

import re

import pytest
from django.utils.translation import override

from members.enterprises.models import Enterprise
from members.register.actions import import_file, try_file
from members.register.models import ImportBatch
from members.register.reading import Unreadable
from tests.members.broken_sheets import BAD, BAD_CODE, FINE, FINE_CODE, SHEETS, Broken, csv_of, csv_text, raw

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def run(path) -> ImportBatch:
    batch = ImportBatch.objects.create(file_name=path.name)
    import_file(batch, path)
    return batch


def test_there_are_forty_kinds_and_more():
    assert len({sheet.name for sheet in SHEETS}) == len(SHEETS) >= 40


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_each_is_answered_in_words(sheet: Broken, tmp_path):
    batch = run(sheet.build(tmp_path))
    if sheet.line is None:
        assert batch.status == ImportBatch.Status.FAILED
        assert re.search(sheet.says, batch.failure), batch.failure
        assert not Enterprise.objects.exists()
        return
    assert batch.status == ImportBatch.Status.APPLIED, batch.failure
    findings = [(error.line, error.column, error.reason) for error in batch.row_errors.all()]
    assert any(
        line == sheet.line and re.search(sheet.column, column) and re.search(sheet.says, reason)
        for line, column, reason in findings
    ), findings
    assert all(line in (sheet.line, *sheet.also) for line, _column, _reason in findings), findings
    assert Enterprise.objects.count() == sheet.takes
    assert Enterprise.objects.get(uscc=FINE_CODE).name == FINE[0]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_dry_run_says_the_same_and_writes_nothing(sheet: Broken, tmp_path):
    found = []
    path = sheet.build(tmp_path)
    if sheet.line is None:
        with pytest.raises(Unreadable, match=sheet.says):
            try_file(path, found.extend)
    else:
        result = try_file(path, found.extend)
        assert any(problem.line == sheet.line and re.search(sheet.says, problem.reason) for problem in found)
        assert result.counts.new == sheet.takes
    assert not Enterprise.objects.exists()


# --- What is odd but sound ------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_and_delimiters_are_recognised(tmp_path, encoding, delimiter):
    run(csv_of(FINE, BAD, encoding=encoding, delimiter=delimiter)(tmp_path))
    assert set(Enterprise.objects.values_list("uscc", "name")) == {(FINE_CODE, FINE[0]), (BAD_CODE, BAD[0])}


def test_a_header_below_titles_with_stars_notes_and_blank_lines(tmp_path):
    header = ["*企业名称（全称）", "统一社会信用代码\n（18位）", "成立日期", "注册资本（万元）", "公司类型:", "住所"]
    rows = [
        ["松江区企业名录", "", "", "", "", ""],
        [""] * 6,
        ["填表日期：2022年1月", "", "", "", "", "单位：万元"],
        header,
    ]
    row = [f" {FINE[0]}　", f"'{FINE_CODE.lower()}", "2010年5月1日", "５０", FINE[4], FINE[5]]
    batch = run(raw(csv_text([*rows, row, [""] * 6]).encode("gbk"))(tmp_path))
    firm = Enterprise.objects.get()
    assert (firm.uscc, firm.name, firm.capital, str(firm.registered_on)) == (FINE_CODE, FINE[0], 500_000, "2010-05-01")
    assert (batch.rows_total, batch.columns["header_line"]) == (1, 4)
    assert not batch.row_errors.exists()


def test_a_line_break_inside_quotes_belongs_to_its_value(tmp_path):
    row = [*FINE[:5], "上海市松江区\n一号"]
    run(csv_of(row, BAD)(tmp_path))
    assert Enterprise.objects.get(uscc=FINE_CODE).address == "上海市松江区 一号"
    assert Enterprise.objects.count() == 2


def test_an_open_quotation_mark_spoils_only_its_own_line(tmp_path):
    lines = csv_text([FINE]) + f'"{BAD[0]},{BAD_CODE},2011-06-02,50万元,有限责任公司,二号\r\n' + csv_text([FINE]) * 80
    batch = run(
        raw(
            (
                csv_text([["企业名称", "统一社会信用代码", "注册日期", "注册资金", "企业类型", "注册地址"]]) + lines
            ).encode()
        )(tmp_path)
    )
    assert (batch.rows_created, batch.rows_invalid, batch.rows_total) == (1, 1, 82)
