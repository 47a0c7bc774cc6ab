"""A bank's monthly table: what each line would do is told before anything is written; then that is what is written."""

import datetime
import io
import zipfile
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from federation.cases.errors import AlreadyMoved, CaseError
from services.drawdowns import actions, files
from services.drawdowns.models import Drawdown, DrawdownFile
from services.drawdowns.statuses import Entry, FileStatus, Verdict
from services.finance.statuses import Kind
from tests import cast
from tests.at_once import at_once, only_error
from tests.members.broken_sheets import csv_text
from tests.services.drawdowns_cast import HEADER, XLSX, drawing, drawn, line, today, workbook

pytestmark = pytest.mark.django_db

SINCE, UNTIL = datetime.date(2022, 6, 1), datetime.date(2022, 6, 30)
DAY = datetime.date(2022, 6, 15)


@pytest.fixture
def bank():
    return cast.bank()


@pytest.fixture
def officer(bank):
    return cast.bank_officer(bank)


@pytest.fixture
def firm():
    return cast.enterprise(revenue=Decimal(20_000_000))


def bring(bank, officer, *lines, since=SINCE, until=UNTIL, upload=None, unit="wan", **shape):
    upload = upload or workbook(*lines, **shape)
    return files.upload_file(bank, by=officer, upload=upload, since=since, until=until, unit=unit)


def verdicts(file):
    return list(file.lines.order_by("line", "pk").values_list("verdict", flat=True))


def only(file):
    return file.lines.get()


def words_of(one):
    return " ".join(str(part) for problem in one.problems for part in problem)


# --- What a line would do -------------------------------------------------------------------------


def test_nothing_is_written_before_somebody_has_looked(bank, officer, firm):
    file = bring(bank, officer, line(firm, 100, DAY, reference="A1"))
    assert verdicts(file) == [Verdict.NEW]
    assert not Drawdown.objects.exists()
    done = files.apply_file(file, by=officer)
    row = Drawdown.objects.get()
    assert done == {Verdict.NEW: 1}
    assert (row.amount, row.drawn_on, row.kind, row.reference) == (1_000_000, DAY, Kind.NEW, "A1")
    assert (row.enterprise, row.bank_name, row.file, row.recorded_by) == (firm, bank.name, file, officer)
    file.refresh_from_db()
    assert (file.status, file.decided_by) == (FileStatus.APPLIED, officer)


@pytest.mark.parametrize("reference", ["A1", ""])
def test_the_same_file_twice_changes_nothing(bank, officer, firm, reference):
    rows = [line(firm, 100, DAY, reference=reference), line(firm, 50, DAY, "续贷", reference=reference and "A2")]
    files.apply_file(bring(bank, officer, *rows), by=officer)
    before = list(Drawdown.objects.order_by("pk").values())
    again = bring(bank, officer, *rows)
    assert verdicts(again) == [Verdict.SAME, Verdict.SAME]
    assert not files.apply_file(again, by=officer)
    assert list(Drawdown.objects.order_by("pk").values()) == before


def test_a_changed_line_becomes_a_new_version(bank, officer, firm):
    old = drawn(firm, bank, 1_000_000, DAY, reference="A1")
    file = bring(bank, officer, line(firm, 120, DAY, reference="A1", due=datetime.date(2023, 6, 15)))
    one = only(file)
    assert one.verdict == Verdict.CHANGED and one.drawdown == old
    assert [difference[0] for difference in one.differences] == ["amount", "due_on"]
    files.apply_file(file, by=officer)
    new = Drawdown.objects.counting().get()
    assert (new.version, new.supersedes, new.amount) == (2, old, 1_200_000)
    assert file.file_name in new.reason


def test_what_the_file_leaves_empty_is_no_difference(bank, officer, firm):
    drawn(firm, bank, 1_000_000, DAY, due_on=datetime.date(2023, 1, 1), rate=Decimal("3.85"), reference="A1")
    assert verdicts(bring(bank, officer, line(firm, 100, DAY, reference="A1"))) == [Verdict.SAME]
    assert verdicts(bring(bank, officer, line(firm, 100, DAY))) == [Verdict.SAME]


def test_what_is_recorded_and_not_in_the_file_is_asked_about(bank, officer, firm):
    gone = drawn(firm, bank, 1_000_000, DAY, reference="A1")
    drawn(firm, bank, 1_000_000, SINCE - datetime.timedelta(days=1), reference="A0")
    drawn(firm, cast.bank(), 1_000_000, DAY, reference="A1")
    file = bring(bank, officer, line(firm, 30, DAY, reference="A2"))
    assert verdicts(file) == [Verdict.MISSING, Verdict.NEW]
    assert file.lines.get(verdict=Verdict.MISSING).drawdown == gone
    files.apply_file(file, by=officer, taken_back=[gone.pk])
    gone.refresh_from_db()
    assert not gone.counts and gone.reversed_by.entry == Entry.REVERSAL


def test_what_hangs_on_a_loan_case_is_taken_back_there(finance):
    loan = drawing(finance)
    row = loan.drawdowns.get()
    other = cast.enterprise()
    file = bring(finance.bank, finance.banker, line(other, 30, today()), since=today(), until=today())
    with pytest.raises(CaseError):
        files.apply_file(file, by=finance.banker, taken_back=[row.pk])
    assert Drawdown.objects.count() == 1


def test_a_file_may_not_draw_more_than_was_approved(finance):
    drawing(finance)
    file = bring(
        finance.bank,
        finance.banker,
        line(finance.enterprise, 900, today(), reference="JJ-1"),
        since=today(),
        until=today(),
    )
    assert only(file).verdict == Verdict.BAD
    assert not files.apply_file(file, by=finance.banker)


def test_an_enterprise_that_isnt_in_the_register_is_named(bank, officer):
    file = bring(bank, officer, line(None, 100, DAY, code=cast.uscc(), name="上海没登记的有限公司"))
    assert only(file).verdict == Verdict.UNKNOWN
    assert not files.apply_file(file, by=officer)


def test_one_that_was_merged_away_counts_for_the_entry_that_absorbed_it(bank, officer, firm):
    gone = cast.enterprise(merged_into=firm)
    files.apply_file(bring(bank, officer, line(gone, 100, DAY)), by=officer)
    assert Drawdown.objects.get().enterprise == firm


def test_last_years_rows_are_told(bank, officer, firm):
    file = bring(bank, officer, line(firm, 100, datetime.date(2021, 6, 15)))
    assert only(file).verdict == Verdict.BAD
    assert "2021" in words_of(only(file))


def test_last_years_rows_that_are_recorded_are_the_same(bank, officer, firm):
    drawn(firm, bank, 1_000_000, datetime.date(2021, 6, 15), reference="A1")
    assert verdicts(bring(bank, officer, line(firm, 100, datetime.date(2021, 6, 15), reference="A1"))) == [Verdict.SAME]


def test_an_amount_that_cant_be_in_this_unit_is_left_out_unless_ticked(bank, officer, firm):
    """1,000,000 in a column of 万元 is ten billion for a firm that earns twenty million."""
    file = bring(bank, officer, line(firm, 1_000_000, DAY), line(firm, 50, DAY))
    doubtful = file.lines.get(line=2)
    assert doubtful.verdict == Verdict.NEW and doubtful.warnings
    files.apply_file(file, by=officer)
    assert Drawdown.objects.get().amount == 500_000
    again = bring(bank, officer, line(firm, 1_000_000, DAY), line(firm, 50, DAY))
    files.apply_file(again, by=officer, meant=[2])
    assert Drawdown.objects.counting().count() == 2


def test_two_lines_alike_are_asked_about(bank, officer, firm):
    file = bring(bank, officer, line(firm, 100, DAY), line(firm, 100, DAY))
    assert [bool(one.warnings) for one in file.lines.order_by("line")] == [False, True]


def test_a_reference_stands_once_in_a_file(bank, officer, firm):
    file = bring(bank, officer, line(firm, 100, DAY, reference="A1"), line(firm, 50, DAY, reference="A1"))
    assert verdicts(file) == [Verdict.NEW, Verdict.BAD]


def test_a_reference_of_another_enterprise_is_refused(bank, officer, firm):
    drawn(cast.enterprise("上海别家有限公司"), bank, 1_000_000, DAY, reference="A1")
    file = bring(bank, officer, line(firm, 100, DAY, reference="A1"))
    assert "上海别家有限公司" in words_of(file.lines.get(verdict=Verdict.BAD))


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"code": "91310117MA1"}, "统一社会信用代码"),
        ({"code": ""}, "统一社会信用代码"),
        ({"kind": "赠送"}, "业务类型"),
        ({"kind": ""}, "业务类型"),
        ({"amount": "很多"}, "放款金额（万元）"),
        ({"amount": ""}, "放款金额（万元）"),
        ({"amount": -5}, "放款金额（万元）"),
        ({"amount": "100万美元"}, "放款金额（万元）"),
        ({"day": "2022-02-30"}, "放款日期"),
        ({"day": "2999-01-01"}, "放款日期"),
        ({"due": "2020-01-01"}, "到期日"),
        ({"rate": "385"}, "利率"),
        ({"rate": "很低"}, "利率"),
        ({"reference": "长" * 61}, "借据号"),
    ],
)
def test_a_bad_line_is_named_by_line_column_value_and_reason(bank, officer, firm, values, column):
    file = bring(bank, officer, line(firm, 50, DAY), line(firm, **{"amount": 100, "day": DAY, **values}))
    bad = file.lines.get(verdict=Verdict.BAD)
    assert bad.line == 3
    (found, _value, reason), *_rest = bad.problems
    assert found == column and reason
    assert files.apply_file(file, by=officer) == {Verdict.NEW: 1}


# --- What files look like -------------------------------------------------------------------------


def test_titles_above_the_header_and_sums_below_are_passed_over(bank, officer, firm):
    file = bring(
        bank,
        officer,
        line(firm, 100, DAY),
        ("合计", "", "", 100, "", "", "", ""),
        above=(("2022年6月政会银企放款明细",), ("单位：万元",)),
    )
    assert verdicts(file) == [Verdict.NEW]


@pytest.mark.parametrize(
    ("header", "unit", "amount"),
    [("放款金额（元）", "wan", 1_000_000), ("放款金额(亿元)", "yuan", "0.01"), ("放款金额", "wan", 100)],
)
def test_the_headers_unit_counts_before_the_chosen_one(bank, officer, firm, header, unit, amount):
    named = tuple(header if cell.startswith("放款金额") else cell for cell in HEADER)
    file = bring(bank, officer, line(firm, amount, DAY), header=named, unit=unit)
    files.apply_file(file, by=officer)
    assert Drawdown.objects.get().amount == 1_000_000


def test_kinds_and_rates_as_banks_write_them(bank, officer, firm):
    rows = [line(firm, 10 + n, DAY, kind, rate=rate) for n, (kind, rate) in enumerate(WRITTEN)]
    files.apply_file(bring(bank, officer, *rows), by=officer)
    found = Drawdown.objects.order_by("amount").values_list("kind", "rate")
    assert list(found) == [("renewal", Decimal("3.85")), ("extension", Decimal("3.85")), ("new", Decimal("3.85"))]


WRITTEN = [("无还本续贷", "3.85%"), ("展期", 0.0385), ("首贷", 3.85)]


def test_csv_in_gbk(bank, officer, firm):
    text = csv_text([list(HEADER), [str(cell) for cell in line(firm, 100, DAY.isoformat())]])
    upload = SimpleUploadedFile("放款.csv", text.encode("gb18030"), content_type="text/csv")
    assert verdicts(bring(bank, officer, upload=upload)) == [Verdict.NEW]


def zipped(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + b"\0" * 40,
        zipped(a="b"),
        b"%PDF-1.4 nothing",
        b"MZ\x90\0" + b"\0" * 200,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
        "姓名,年龄\n张三,5\n".encode(),
        ",".join(HEADER).encode(),
        b"",
    ],
)
def test_a_broken_file_is_refused_in_words_and_leaves_nothing(bank, officer, content):
    upload = SimpleUploadedFile("坏.xlsx", content, content_type=XLSX)
    with pytest.raises(ValidationError) as caught:
        bring(bank, officer, upload=upload)
    assert all(caught.value.messages)
    assert not DrawdownFile.objects.exists()


def test_a_period_must_be_one(bank, officer, firm):
    for since, until in ((UNTIL, SINCE), (today() + datetime.timedelta(days=1), today() + datetime.timedelta(days=9))):
        with pytest.raises(CaseError):
            bring(bank, officer, line(firm, 1, DAY), since=since, until=until)


@pytest.mark.parametrize(("amount", "day"), [(50, today()), (200, today() + datetime.timedelta(days=-1))])
def test_a_file_may_change_a_case_only_as_its_officer_may(finance, amount, day):
    """Below what was renewed of it, or before the approval."""
    row = drawing(finance).drawdowns.get()
    actions.renew_drawdown(row, by=finance.banker, amount=Decimal(1_000_000), drawn_on=today(), reference="JJ-2")
    told = line(finance.enterprise, amount, day, reference="JJ-1")
    file = bring(finance.bank, finance.banker, told, since=today() - datetime.timedelta(days=1), until=today())
    assert file.lines.get(line=2).verdict == Verdict.BAD


def test_a_table_is_no_way_round_the_hands(finance):
    """Who asked for the money doesn't change what was drawn, also where they serve the bank."""
    row = drawing(finance).drawdowns.get()
    both = cast.bank_officer(finance.bank)
    cast.represent(both, finance.enterprise)
    changed = line(finance.enterprise, 150, today(), reference="JJ-1")
    file = bring(finance.bank, both, changed, since=today(), until=today())
    with pytest.raises(CaseError) as caught:
        files.apply_file(file, by=both)
    assert finance.enterprise.name in " ".join(caught.value.messages)
    row.refresh_from_db()
    assert row.counts and FileStatus.PREVIEWED == DrawdownFile.objects.get().status
    # The federation's staff, who matched it, bring the bank's table as the federation.
    files.apply_file(file, by=finance.clerk)
    assert Drawdown.objects.counting().get().amount == 1_500_000


# --- Who and when ---------------------------------------------------------------------------------


def test_banks_officers_and_staff_with_the_right_bring_tables(bank, officer, firm):
    clerk = cast.staff("services_clerk")
    files.apply_file(bring(bank, clerk, line(firm, 100, DAY)), by=clerk)
    for user in (cast.bank_officer(), cast.outsider(), cast.staff("registry_clerk"), cast.representative(firm)):
        with pytest.raises(PermissionDenied):
            bring(bank, user, line(firm, 100, DAY))
    file = bring(bank, officer, line(firm, 100, DAY))
    with pytest.raises(PermissionDenied):
        files.apply_file(file, by=cast.bank_officer())


def test_a_table_is_decided_once(bank, officer, firm):
    file = bring(bank, officer, line(firm, 100, DAY))
    files.apply_file(file, by=officer)
    with pytest.raises(AlreadyMoved) as caught:
        files.discard_file(file, by=officer)
    assert officer.name in caught.value.message
    other = bring(bank, officer, line(firm, 77, DAY))
    files.discard_file(other, by=officer)
    with pytest.raises(AlreadyMoved):
        files.apply_file(other, by=officer)
    assert Drawdown.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_officers_take_over_one_table_at_once():
    bank = cast.bank()
    first, second = cast.bank_officer(bank, "甲客户经理"), cast.bank_officer(bank, "乙客户经理")
    file = bring(bank, first, line(cast.enterprise(), 100, DAY), line(cast.enterprise(), 200, DAY))
    lost = only_error(at_once(*(lambda by=by: files.apply_file(file, by=by) for by in (first, second))))
    file.refresh_from_db()
    assert isinstance(lost, AlreadyMoved)
    assert file.decided_by.name in lost.message and file.get_status_display() in lost.message
    assert list(Drawdown.objects.order_by("amount").values_list("amount", "recorded_by")) == [
        (1_000_000, file.decided_by_id),
        (2_000_000, file.decided_by_id),
    ]


def test_a_ledger_that_moved_since_the_preview_is_looked_at_again(bank, officer, firm):
    file = bring(bank, officer, line(firm, 100, DAY, reference="A1"))
    drawn(firm, bank, 900_000, DAY, reference="A1")
    with pytest.raises(files.LedgerMoved):
        files.apply_file(file, by=officer)
    assert Drawdown.objects.get().amount == 900_000
    files.preview_anew(file)
    assert verdicts(file) == [Verdict.CHANGED]
    files.apply_file(file, by=officer)
    assert Drawdown.objects.counting().get().amount == 1_000_000


def test_a_correction_at_the_desk_is_told_in_the_next_file(finance):
    loan = drawing(finance)
    row = loan.drawdowns.get()
    actions.correct_drawdown(
        row, by=finance.banker, reason="录错", amount=Decimal(1_500_000), drawn_on=today(), reference="JJ-1"
    )
    file = bring(
        finance.bank,
        finance.banker,
        line(finance.enterprise, 150, today(), reference="JJ-1"),
        since=today(),
        until=today(),
    )
    assert verdicts(file) == [Verdict.SAME]


def test_a_thousand_lines_cost_few_queries(bank, officer, django_assert_max_num_queries):
    firms = [cast.enterprise() for _number in range(30)]
    rows = [line(firms[n % 30], 10 + n, DAY, reference=f"R{n}") for n in range(600)]
    file = bring(bank, officer, *rows)
    with django_assert_max_num_queries(40):
        files.apply_file(file, by=officer)
    assert Drawdown.objects.count() == 600
