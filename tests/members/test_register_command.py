"""manage.py import_enterprises."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from members.enterprises.models import Enterprise
from members.register.models import ImportBatch
from tests.members.broken_sheets import BAD, FINE, HEADER, WRONG_DIGIT, bad, csv_text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def files(tmp_path):
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(csv_text([HEADER, FINE, bad(统一社会信用代码=WRONG_DIGIT)]), encoding="gbk")
    second.write_text(csv_text([HEADER, BAD]), encoding="utf-8")
    return [str(first), str(second)]


def run(*arguments, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_enterprises", *arguments, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_imports_several_files_and_names_what_is_wrong(files, tmp_path):
    errors = tmp_path / "errors.csv"
    out, _err = run(*files, source="市场监管局", errors=errors)
    assert Enterprise.objects.count() == 2
    assert "first.csv:3" in out and "should end in" in out
    assert "3 rows: 2 new, 0 changed, 0 unchanged, 0 with conflicts, 1 refused." in out
    listed = list(csv.reader(errors.read_text(encoding="utf-8-sig").splitlines()))
    assert listed[1][:5] == ["first.csv", "3", "not taken", "统一社会信用代码", WRONG_DIGIT]
    assert set(ImportBatch.objects.values_list("status", "source")) == {("applied", "市场监管局")}


def test_a_dry_run_writes_nothing_and_counts_the_same(files):
    out, _err = run(*files, dry_run=True)
    assert "2 new" in out and "1 refused" in out and "nothing was written" in out
    assert not Enterprise.objects.exists() and not ImportBatch.objects.exists()


@pytest.mark.parametrize("dry_run", [True, False])
def test_an_unreadable_file_does_not_stop_the_others(files, tmp_path, dry_run):
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="1"):
        call_command("import_enterprises", str(broken), *files, stdout=out, stderr=err, dry_run=dry_run)
    assert "empty" in err.getvalue() and "2 new" in out.getvalue()


def test_a_missing_file_is_named_before_anything_is_read(files):
    with pytest.raises(CommandError, match=r"nowhere\.csv"):
        run(files[0], "nowhere.csv")
    assert not Enterprise.objects.exists()
