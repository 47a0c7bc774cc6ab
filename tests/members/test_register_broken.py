"""Broken spreadsheets are answered in words, and never stop or half-write the rows that are sound."""

import datetime
import re

import openpyxl
import pytest
from django.utils.translation import override
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from members.enterprises.models import Enterprise
from members.register.actions import import_file, try_file
from members.register.models import ImportBatch
from members.register.reading import Unreadable
from tests import cast
from tests.members.broken_sheets import (
    BAD,
    BAD_CODE,
    BOMB_PARTS,
    FINE,
    FINE_CODE,
    HEADER,
    SHEET,
    SHEETS,
    Broken,
    archive,
    csv_of,
    csv_text,
    far_away,
    raw,
    workbook,
)

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


# --- Workbooks ------------------------------------------------------------------------------------


def book_of(folder, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book, folder / "register.xlsx"


def test_a_stray_cell_in_the_last_row_and_column_costs_nothing(tmp_path):
    batch = run(workbook(far_away)(tmp_path))
    assert (batch.rows_created, batch.rows_total) == (2, 2)


def test_real_dates_serial_numbers_and_texts_are_dates_alike(tmp_path):
    book, path = book_of(
        tmp_path,
        HEADER[:3],
        ["甲公司", cast.uscc(900_010), datetime.date(1937, 1, 2)],
        ["乙公司", cast.uscc(900_011), datetime.datetime(2010, 5, 1, 9, 30)],
        ["丙公司", cast.uscc(900_012), 40299],
        ["丁公司", cast.uscc(900_013), "2010年5月1日"],
        ["戊公司", cast.uscc(900_014), 20100501],
        ["己公司", cast.uscc(900_015), 1998],
    )
    book.save(path)
    batch = run(path)
    days = [str(day) for day in Enterprise.objects.order_by("uscc").values_list("registered_on", flat=True)]
    assert days == ["1937-01-02", *["2010-05-01"] * 4]
    assert [(error.line, error.value) for error in batch.row_errors.all()] == [(7, "1998")]


def test_days_counted_from_1904_are_the_days_that_are_shown(tmp_path):
    book, path = book_of(tmp_path, HEADER[:3], ["甲公司", cast.uscc(900_010), datetime.date(2010, 5, 1)])
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    run(path)
    assert str(Enterprise.objects.get().registered_on) == "2010-05-01"


def test_numbers_and_escapes_arrive_as_people_read_them(tmp_path):
    header = ["企业名称", "注册号", "从业人数", "营业收入（元）", "行业代码", "经营范围"]
    row = ["甲公司", 310227000000018, 103.0, 157352800.5, 111, "制造_x000D_\n销售"]
    book, path = book_of(tmp_path, header, row)
    book.save(path)
    run(path)
    firm = Enterprise.objects.get()
    assert (firm.registration_number, firm.staff_count, str(firm.revenue)) == ("310227000000018", 103, "157352800.50")
    assert (firm.industry_id, firm.scope) == ("0111", "制造\n销售")


def test_the_sheet_with_the_register_is_found_among_others(tmp_path):
    book, path = book_of(tmp_path, ["说明"], ["本表由……填写"])
    sheet = book.create_sheet("企业名录")
    for row in (["松江区企业名录"], HEADER, FINE):
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    book.save(path)
    batch = run(path)
    assert (batch.rows_created, batch.columns["sheet"], batch.columns["other_sheets"]) == (1, "企业名录", ["Sheet"])


def test_a_header_of_two_lines_is_one_header(tmp_path):
    book, path = book_of(
        tmp_path,
        ["企业名称", "登记信息", None, None],
        [None, "统一社会信用代码", "注册日期", "注册资金（万元）"],
        [FINE[0], FINE_CODE, "2010-05-01", 50],
    )
    for merged in ("A1:A2", "B1:D1"):
        book.active.merge_cells(merged)
    book.save(path)
    assert run(path).rows_created == 1
    assert Enterprise.objects.get().capital == 500_000


def test_a_value_merged_over_several_rows_counts_for_each(tmp_path):
    rows = [[f"第{number}公司", cast.uscc(900_020 + number), None if number else "松江"] for number in range(3)]
    book, path = book_of(tmp_path, ["企业名称", "统一社会信用代码", "地区"], *rows)
    book.active.merge_cells("C2:C4")
    book.save(path)
    run(path)
    assert list(Enterprise.objects.values_list("district", flat=True)) == ["松江"] * 3


def test_a_workbook_of_another_program_with_prefixes_and_no_references(tmp_path):
    def row(values):
        cells = "".join(f'<x:c t="inlineStr"><x:is><x:t>{value}</x:t></x:is></x:c>' for value in values)
        return f"<x:row>{cells}</x:row>"

    sheet = f'<x:worksheet xmlns:x="m"><x:sheetData>{row(HEADER)}{row(FINE)}</x:sheetData></x:worksheet>'
    batch = run(archive({**BOMB_PARTS, SHEET: sheet.encode()})(tmp_path))
    assert (batch.status, batch.rows_created) == ("applied", 1), batch.failure
