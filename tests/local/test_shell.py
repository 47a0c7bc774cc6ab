"""The shell's part of the commands: a Python is found, or one line says which is needed."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIND = '. scripts/python.sh; echo "$PYTHON"'


def fake_python(folder: Path, name: str, version: tuple[int, int]) -> None:
    """Answers as an interpreter of that version would to what the script asks."""
    program = folder / name
    body = f"import sys; sys.version_info = ({version[0]}, {version[1]}, 0); exec(sys.argv[2])"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{body}" "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def find(folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if name != "PYTHON"}
    return subprocess.run(
        ["/bin/sh", "-c", FIND],
        cwd=ROOT,
        env={**kept, "PATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_old_python_is_refused_in_one_line(tmp_path):
    fake_python(tmp_path, "python3", (3, 9))
    found = find(tmp_path)
    assert found.returncode == 1
    assert found.stdout == ""
    assert len(found.stderr.splitlines()) == 1
    assert "Python 3.11 or newer" in found.stderr
    assert "only Python 3.9 was found" in found.stderr


def test_no_python_is_said_in_one_line(tmp_path):
    found = find(tmp_path)
    assert found.returncode == 1
    assert len(found.stderr.splitlines()) == 1
    assert "no Python was found" in found.stderr


def test_a_new_python_is_found_beside_an_old_one(tmp_path):
    fake_python(tmp_path, "python3", (3, 9))
    fake_python(tmp_path, "python3.13", (3, 13))
    found = find(tmp_path)
    assert (found.returncode, found.stdout.strip()) == (0, "python3.13")


def test_the_python_named_by_the_caller_comes_first(tmp_path):
    fake_python(tmp_path, "python3", (3, 12))
    fake_python(tmp_path, "mine", (3, 11))
    assert find(tmp_path, PYTHON="mine").stdout.strip() == "mine"


@pytest.mark.parametrize("script", ["run", "test", "bench", "messages", "lint"])
def test_scripts_are_plain_posix_shell(script):
    path = ROOT / "scripts" / script
    assert path.read_text().startswith("#!/bin/sh\n")
    assert os.access(path, os.X_OK)
    assert subprocess.run(["/bin/sh", "-n", str(path)], check=False).returncode == 0


def test_commits_run_the_whole_lint_and_pushes_all_that_ci_runs():
    hooks = (ROOT / ".pre-commit-config.yaml").read_text()
    checks = re.findall(r"^check (\w+)", (ROOT / "scripts" / "lint").read_text(), re.MULTILINE)
    assert len(checks) > 3
    assert re.findall(r"entry: scripts/lint (\w+)", hooks) == checks
    assert re.search(r"entry: \.ci/run\n(?: +\w+: .+\n)*? +stages: \[pre-push\]", hooks)
    assert re.search(r"^default_install_hook_types: \[pre-commit, pre-push\]$", hooks, re.MULTILINE)
