"""Whatever a file holds, it is read, refused in words, or named row by row; nothing else may come of it."""

import datetime
import io

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from members.register.cleaning import Cleaner
from members.register.fields import BY_COLUMN
from members.register.headers import BY_KEY, recognise
from members.register.reading import Row, Unreadable, open_source
from tests.members.broken_sheets import BAD, FINE, HEADER, csv_text

HEADERS = [
    "企业名称",
    "统一社会信用代码",
    "注册号",
    "注册日期",
    "注册资金（万元）",
    "币种",
    "企业类型",
    "行业代码",
    "从业人数",
]
HEADERS += [
    "营业收入",
    "街镇",
    "园区",
    "经营状态",
    "控股情况",
    "网址",
    "电话",
    "经营范围",
    "上级企业代码",
    "核准日期",
    "地区",
]
GOOD = csv_text([HEADER, FINE, BAD]).encode("gbk")

quickly = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
cells = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["1,200(万元人民币)", "2010-05-01", "91310117MA00000000", "１２３万美元", "约100人", "N/A", "=1+1", "６５１３"]
    ),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.none(),
)


@pytest.fixture(scope="module")
def cleaner(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        yield Cleaner(recognise(HEADERS))


@quickly
@example(values=[None, None, None, float("inf")])
@given(values=st.lists(cells, max_size=len(HEADERS) + 2))
def test_any_row_becomes_values_that_fit_their_columns_or_named_errors(cleaner, values):
    cleaned, problems = cleaner.clean(Row(7, values))
    assert all(problem.line == 7 and problem.reason and len(problem.reason) <= 500 for problem in problems)
    if cleaned is None:
        assert problems
        return
    assert cleaned.get("uscc") or cleaned.get("registration_number")
    for column, value in cleaned.items():
        kind = BY_COLUMN[column].type if column in BY_COLUMN else ""
        if kind == "date":
            assert isinstance(value, datetime.date)
        elif kind == "text":
            assert isinstance(value, str) and "\0" not in value


def read(path):
    """All rows, or the words of refusal."""
    try:
        with open_source(path) as source:
            return list(source.rows)
    except Unreadable as refused:
        return refused.messages


@quickly
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path, content):
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    assert read(path) is not None


@quickly
@given(place=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
def test_one_wrong_byte_in_a_csv_spoils_its_row_at_most(tmp_path, place, byte):
    path = tmp_path / "any.csv"
    path.write_bytes(GOOD[:place] + bytes([byte]) + GOOD[place + 1 :])
    assert read(path) is not None


@pytest.fixture(scope="module")
def workbook_bytes():
    book = openpyxl.Workbook()
    for row in (HEADER, FINE, BAD):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@quickly
@given(data=st.data())
def test_wrong_bytes_in_a_workbook_are_refused_or_do_no_harm(tmp_path, workbook_bytes, data):
    place = data.draw(st.integers(0, len(workbook_bytes) - 1))
    bytes_ = data.draw(st.binary(min_size=1, max_size=8))
    path = tmp_path / "any.xlsx"
    path.write_bytes(workbook_bytes[:place] + bytes_ + workbook_bytes[place + len(bytes_) :])
    assert read(path) is not None


@given(st.sampled_from(sorted(BY_KEY)), st.sampled_from(["*", " ", "：", "（必填）", "\n", "＊"]))
def test_a_header_is_known_whatever_adorns_it(key, adornment):
    label = str(BY_KEY[key].label)
    assert recognise([adornment + label + adornment]).fields == {key: 0}
