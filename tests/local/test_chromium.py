"""The tests' browser: found, installed by root, or asked for in one line; never passed over in silence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from federation.local import chromium, testing
from federation.local.chromium import NO_BROWSER, ensure_chromium, find_chromium
from federation.local.console import Problem

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bare_machine(tmp_path, monkeypatch):
    """A PATH with nothing on it, and a checkout for the logs."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "ROOT", tmp_path)
    (tmp_path / "bin").mkdir()
    return tmp_path


def program(folder, name, body=""):
    path = folder / "bin" / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def as_user(monkeypatch, uid):
    monkeypatch.setattr(os, "geteuid", lambda: uid)


def test_named_browser_comes_first(bare_machine, monkeypatch):
    program(bare_machine, "chromium")
    mine = program(bare_machine, "my-browser")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert find_chromium() == str(mine)
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    assert find_chromium() is None


def test_ordinary_user_is_told_what_to_install(bare_machine, monkeypatch):
    as_user(monkeypatch, 1000)
    program(bare_machine, "apt-get", "exit 1")
    with pytest.raises(Problem) as problem:
        ensure_chromium()
    assert str(problem.value) == NO_BROWSER
    assert "\n" not in NO_BROWSER


def test_root_installs_the_distributions_packages(bare_machine, monkeypatch):
    as_user(monkeypatch, 0)
    folder = bare_machine / "bin"
    program(
        bare_machine,
        "apt-get",
        f'echo "$@" >> {folder}/asked\n[ "$1" = install ] && : > {folder}/chromium && /bin/chmod +x {folder}/chromium',
    )
    ensure_chromium()
    assert find_chromium() == str(folder / "chromium")
    asked = (folder / "asked").read_text().splitlines()
    assert asked[0] == "update"
    assert asked[1].startswith("install")
    assert asked[1].endswith("chromium fonts-noto-cjk")


def test_failing_installation_is_one_line(bare_machine, monkeypatch):
    as_user(monkeypatch, 0)
    program(bare_machine, "apt-get", "echo 'E: Unable to locate package chromium'; exit 100")
    with pytest.raises(Problem, match="Unable to locate package chromium") as problem:
        ensure_chromium()
    assert "\n" not in str(problem.value)


def test_browser_without_a_chinese_font_gets_one(bare_machine, monkeypatch):
    as_user(monkeypatch, 0)
    program(bare_machine, "chromium")
    program(bare_machine, "fc-list")
    program(bare_machine, "apt-get", f"echo called >> {bare_machine}/apt")
    ensure_chromium()
    assert (bare_machine / "apt").exists()


def test_nothing_is_installed_where_all_is_there(bare_machine, monkeypatch):
    as_user(monkeypatch, 0)
    program(bare_machine, "chromium")
    program(bare_machine, "fc-list", "echo Noto Sans CJK")
    program(bare_machine, "apt-get", f"echo called >> {bare_machine}/apt")
    ensure_chromium()
    assert not (bare_machine / "apt").exists()


def test_ci_never_leaves_the_browser_out():
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "--no-browser", "tests/local/test_readme.py"],
        cwd=ROOT,
        env={**os.environ, "CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == pytest.ExitCode.USAGE_ERROR
    assert "browser tests are never left out there" in ended.stderr


@pytest.mark.parametrize("arguments", [[], ["--no-browser"], ["-x", "-q"]])
def test_all_tests_are_spread_over_the_processors(arguments):
    assert "--numprocesses" in testing.pytest_command(arguments)


@pytest.mark.parametrize("arguments", [["tests/members"], ["-k", "import"], ["--pdb"], ["-n0"], ["--numprocesses=3"]])
def test_a_choice_of_tests_is_run_as_asked(arguments):
    command = testing.pytest_command(arguments)
    assert "--dist" not in command
    assert command[-len(arguments) :] == arguments
