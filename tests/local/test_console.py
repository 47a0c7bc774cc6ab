"""One line for what went wrong, and no traceback."""

import errno

import pytest

from federation.local.console import DISK_FULL, Problem, columns, disk_is_full, explain, fail, keep, step


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_full_disk(number):
    assert explain(OSError(number, "x", "/var/some/file")) == f"{DISK_FULL}: /var/some/file"


def test_no_permission_names_the_file_and_the_way_out():
    told = explain(PermissionError(errno.EACCES, "Permission denied", "var/log/web.log"))
    assert "var/log/web.log" in told
    assert "another user" in told


def test_any_other_error_keeps_its_words():
    assert explain(OSError(errno.EIO, "Input/output error", "/dev/x")) == "Input/output error: /dev/x"


@pytest.mark.parametrize("error", [Problem("Too warm."), OSError(errno.EIO, "Too warm")])
def test_failing_is_one_line_and_a_status(error, capsys):
    assert fail(error) == 1
    assert capsys.readouterr().err.strip() == "Too warm."


@pytest.mark.parametrize(
    "words",
    [
        "npm ERR! code ENOSPC",
        'FATAL: could not write lock file "postmaster.pid": No space left on device',
        'could not extend file "base/1/2": wrote only 4096 of 8192 bytes at block 0',
    ],
)
def test_words_of_a_full_disk(words, tmp_path):
    assert disk_is_full(words, tmp_path)
    assert not disk_is_full("connection refused", tmp_path)


def test_a_disk_too_full_for_a_log_counts_as_full(tmp_path, monkeypatch):
    monkeypatch.setattr("federation.local.console.FULL_DISK_BYTES", 1 << 60)
    assert disk_is_full("", tmp_path)


def test_a_log_that_cannot_be_written_does_not_hide_the_reason(tmp_path, monkeypatch):
    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    keep("what pip said", tmp_path / "log" / "install.log")


def test_a_failing_step_ends_its_line(capsys):
    with pytest.raises(Problem), step("Doing"):
        raise Problem("no")
    assert capsys.readouterr().out == "  Doing … \n"


def test_columns_count_chinese_characters_double():
    assert columns([["银行", "bank", "x"], ["a", "b", "y"]]) == ["银行  bank  x", "a     b     y"]
