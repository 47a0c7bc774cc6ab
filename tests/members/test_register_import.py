"""What an import does to the register: once, twice, over hand edits, and when it is run again half way."""

import datetime
from decimal import Decimal

import pghistory.models
import pytest
from django.utils import timezone
from django.utils.translation import override

from members.enterprises.actions import edit_enterprise
from members.enterprises.derive import DERIVED_FIELDS, derive
from members.enterprises.models import Enterprise, NameRecord
from members.register import applying, matching
from members.register.models import ImportBatch, ImportChange, ImportRowError
from tests import cast
from tests.members.register_files import run, tally, whole_register

pytestmark = pytest.mark.django_db

ONE = {"name": "上海飞科电器有限公司", "uscc": cast.uscc(800_001), "capital": "50(万元人民币)", "address": "一号"}
TWO = {"name": "上海松云软件有限公司", "uscc": cast.uscc(800_002), "capital": "20(万美元)", "address": "二号"}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def firm(row: dict) -> Enterprise:
    return Enterprise.objects.get(uscc=row["uscc"])


def test_new_rows_come_in_with_every_derived_column_as_if_saved(tmp_path):
    batch = run(tmp_path, [ONE | {"industry": "6513", "staff": "103", "revenue": "157352800"}, TWO])
    assert tally(batch) == (2, 0, 0, 0, 0)
    one = firm(ONE)
    assert (one.capital, one.capital_currency, one.section, one.size_class) == (500_000, "CNY", "I", "medium")
    assert (firm(TWO).capital, firm(TWO).capital_currency) == (200_000, "USD")
    stored = {name: getattr(one, name) for name in DERIVED_FIELDS}
    derive(one)
    assert stored == {name: getattr(one, name) for name in DERIVED_FIELDS}


def test_the_same_file_twice_changes_nothing(tmp_path):
    rows = [ONE, TWO, ONE, {"name": "上海老字号食品厂", "number": "310227000000018"}]
    run(tmp_path, rows)
    before, history = whole_register(), Enterprise.history.rel.related_model.objects.count()
    batch = run(tmp_path, rows)
    assert tally(batch) == (0, 0, 4, 0, 0)
    assert whole_register() == before
    assert Enterprise.history.rel.related_model.objects.count() == history
    assert not batch.changes.exists()


def test_only_what_is_stated_and_differs_is_written(tmp_path):
    run(tmp_path, [ONE | {"staff": "103"}, TWO])
    batch = run(tmp_path, [ONE | {"address": "", "capital": "N/A"}, TWO | {"address": "新二号"}])
    assert tally(batch) == (0, 1, 1, 0, 0)
    assert (firm(ONE).address, firm(ONE).capital, firm(ONE).staff_count) == ("一号", 500_000, 103)
    assert firm(TWO).address == "新二号"
    change = batch.changes.get()
    assert (change.before, change.after) == ({"address": "二号"}, {"address": "新二号"})


def test_a_renamed_company_keeps_its_old_name_and_is_found_by_both(tmp_path):
    run(tmp_path, [ONE])
    run(tmp_path, [ONE | {"name": "上海飞扬电器有限公司", "as_of": "2020-03-04"}], source="市场监管局")
    record = NameRecord.objects.get()
    assert (record.enterprise, record.name, str(record.until), record.source) == (
        firm(ONE),
        ONE["name"],
        "2020-03-04",
        "市场监管局",
    )
    tokens = firm(ONE).search_tokens
    assert "飞科" in tokens and "飞扬" in tokens
    stored = list(tokens)
    fresh = firm(ONE)
    derive(fresh)
    assert fresh.search_tokens == stored


def test_brackets_of_another_width_are_no_new_name(tmp_path):
    run(tmp_path, [ONE | {"name": "飞科(上海)电器有限公司"}])
    assert firm(ONE).name == "飞科（上海）电器有限公司"
    Enterprise.objects.update(name="飞科(上海)电器有限公司")
    assert tally(run(tmp_path, [ONE | {"name": "飞科（上海）电器有限公司"}])) == (0, 0, 1, 0, 0)
    assert not NameRecord.objects.exists()


def test_an_older_register_does_not_bring_a_former_name_back(tmp_path):
    run(tmp_path, [ONE])
    run(tmp_path, [ONE | {"name": "上海飞扬电器有限公司"}])
    batch = run(tmp_path, [ONE])
    assert tally(batch) == (0, 0, 1, 1, 0)
    assert firm(ONE).name == "上海飞扬电器有限公司"
    assert "former name" in batch.row_errors.get().reason


def test_a_hand_edit_is_shown_as_a_conflict_and_not_overwritten(tmp_path):
    run(tmp_path, [ONE])
    edit_enterprise(firm(ONE), {"address": "手改的地址"})
    batch = run(tmp_path, [ONE | {"capital": "60(万元人民币)"}])
    assert tally(batch) == (0, 1, 0, 1, 0)
    assert (firm(ONE).address, firm(ONE).capital) == ("手改的地址", 600_000)
    conflict = batch.row_errors.get(kind=ImportRowError.Kind.CONFLICT)
    assert (conflict.value, conflict.current, conflict.enterprise, conflict.line) == (
        "一号",
        "手改的地址",
        firm(ONE),
        2,
    )
    assert "by hand" in conflict.reason


def test_ten_thousand_times_the_figure_on_record_is_left_alone_and_shown(tmp_path):
    run(tmp_path, [ONE | {"revenue": "5000000"}])
    batch = run(tmp_path, [ONE | {"revenue": "50000000000"}])
    assert tally(batch) == (0, 0, 1, 1, 0)
    assert firm(ONE).revenue == 5_000_000
    assert "10,000 times" in batch.row_errors.get().reason


def test_capital_and_its_currency_stay_together(tmp_path):
    run(tmp_path, [ONE])
    edit_enterprise(firm(ONE), {"capital": Decimal(700_000)})
    run(tmp_path, [ONE | {"capital": "30(万美元)"}])
    assert (firm(ONE).capital, firm(ONE).capital_currency) == (700_000, "CNY")


def test_the_later_dated_of_two_rows_is_taken_whatever_their_order(tmp_path):
    rows = [ONE | {"address": "新址", "as_of": "2021-01-01"}, ONE | {"address": "旧址", "as_of": "2019-01-01"}]
    batch = run(tmp_path, rows)
    assert firm(ONE).address == "新址"
    assert [(error.line, error.kind) for error in batch.row_errors.all()] == [(3, "warning")]


def test_an_enterprise_known_by_its_old_number_receives_its_credit_code(tmp_path):
    run(tmp_path, [{"name": ONE["name"], "number": "310227000000018"}])
    batch = run(tmp_path, [ONE | {"number": "310227000000018"}])
    assert tally(batch) == (0, 1, 0, 0, 0)
    assert Enterprise.objects.get().uscc == ONE["uscc"]


def test_a_number_of_another_enterprise_is_refused_by_name(tmp_path):
    run(tmp_path, [ONE | {"number": "310227000000018"}])
    batch = run(tmp_path, [TWO | {"number": "310227000000018"}])
    assert tally(batch) == (0, 0, 0, 0, 1)
    assert ONE["name"] in batch.row_errors.get().reason


def test_two_rows_of_one_file_can_not_share_an_old_number(tmp_path):
    batch = run(tmp_path, [ONE | {"number": "310227000000018"}, TWO | {"number": "310227000000018"}])
    assert (batch.rows_created, batch.rows_invalid) == (1, 1)


def test_a_merged_enterprise_is_not_written_to(tmp_path):
    run(tmp_path, [ONE, TWO])
    Enterprise.objects.filter(uscc=TWO["uscc"]).update(merged_into=firm(ONE))
    batch = run(tmp_path, [TWO | {"address": "别处"}])
    assert tally(batch) == (0, 0, 0, 0, 1)
    assert "merged" in batch.row_errors.get().reason
    assert firm(TWO).address == "二号"


def test_a_parent_may_stand_below_its_branch(tmp_path):
    branch = TWO | {"name": "上海飞科电器有限公司第二分公司", "parent": ONE["uscc"]}
    batch = run(tmp_path, [branch, ONE])
    assert firm(TWO).parent == firm(ONE)
    assert tally(batch) == (2, 0, 0, 0, 0)
    assert tally(run(tmp_path, [branch, ONE])) == (0, 0, 2, 0, 0)


def test_a_parent_that_nobody_knows_is_named_and_left_out(tmp_path):
    batch = run(tmp_path, [ONE | {"parent": cast.uscc(800_009)}])
    assert firm(ONE).parent is None
    assert (batch.rows_created, batch.rows_noticed) == (1, 1)
    assert "neither in the register" in batch.row_errors.get().reason


def test_a_town_named_in_an_address_is_filled_in_for_new_enterprises_only(tmp_path):
    town = cast.town("九亭镇")
    run(tmp_path, [ONE | {"address": "上海市松江区九亭镇涞亭南路1号"}])
    assert firm(ONE).town == town
    edit_enterprise(firm(ONE), {"town": None})
    run(tmp_path, [ONE | {"address": "上海市松江区九亭镇涞亭南路1号"}])
    assert firm(ONE).town is None


def test_an_update_needs_no_name(tmp_path):
    run(tmp_path, [ONE])
    batch = run(tmp_path, [{"uscc": ONE["uscc"], "staff": "12"}, {"uscc": TWO["uscc"], "staff": "12"}])
    assert tally(batch) == (0, 1, 0, 0, 1)
    assert firm(ONE).staff_count == 12


def test_history_names_who_imported(tmp_path):
    clerk = cast.staff("registry_clerk")
    batch = ImportBatch.objects.create(file_name="x.csv", created_by=clerk)
    from members.register.actions import import_file
    from tests.members.register_files import write

    import_file(batch, write(tmp_path, [ONE]), by=clerk)
    event = firm(ONE).history.get()
    assert event.pgh_context.metadata == {"user": clerk.pk, "register_import": batch.pk}
    assert pghistory.models.Context.objects.count() >= 1


def test_an_import_killed_half_way_goes_on_when_run_again(tmp_path, monkeypatch):
    rows = [ONE | {"uscc": cast.uscc(810_000 + number), "name": f"上海第{number}制造厂"} for number in range(7)]
    monkeypatch.setattr(applying, "TURNS_AT_A_TIME", 3)
    real, calls = applying._write_part, []

    def killed_in_the_second_part(*args):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(*args)

    monkeypatch.setattr(applying, "_write_part", killed_in_the_second_part)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, rows)
    assert Enterprise.objects.count() == 3
    monkeypatch.setattr(applying, "_write_part", real)
    batch = ImportBatch.objects.get()
    assert batch.status == ImportBatch.Status.FAILED and "tried again" in batch.failure

    from members.register.actions import import_file
    from tests.members.register_files import write

    import_file(batch, write(tmp_path, rows))
    batch.refresh_from_db()
    assert batch.status == ImportBatch.Status.APPLIED
    assert (batch.rows_created, batch.rows_done, Enterprise.objects.count()) == (7, 7, 7)
    assert ImportChange.objects.filter(batch=batch, created=True).count() == 7


def test_an_edit_between_comparing_and_writing_is_not_overwritten(tmp_path, monkeypatch):
    run(tmp_path, [ONE])
    real = matching.number_turns

    def edited_meanwhile():
        edit_enterprise(firm(ONE), {"address": "刚刚手改"})
        return real()

    monkeypatch.setattr(applying.matching, "number_turns", edited_meanwhile)
    run(tmp_path, [ONE | {"address": "三号", "capital": "60(万元人民币)"}])
    assert (firm(ONE).address, firm(ONE).capital) == ("刚刚手改", 600_000)


def test_many_parts_write_what_one_part_writes(tmp_path, monkeypatch):
    rows = [ONE | {"uscc": cast.uscc(820_000 + number), "name": f"上海第{number}制造厂"} for number in range(11)]
    monkeypatch.setattr(applying, "TURNS_AT_A_TIME", 3)
    assert tally(run(tmp_path, rows)) == (11, 0, 0, 0, 0)
    changed = [row | {"address": "迁址"} for row in rows[:7]] + rows[7:]
    assert tally(run(tmp_path, changed)) == (0, 7, 4, 0, 0)


def test_registered_today_is_not_in_the_future(tmp_path):
    from members.register.dates import parse_date

    assert parse_date(timezone.localdate().isoformat(), until=timezone.localdate()) == timezone.localdate()
    assert parse_date(40299.0) == datetime.date(2010, 5, 1)
