"""What a start refuses, deletes and says."""

import json
import os
import socket
import subprocess
import sys

import pytest

from federation.local import run, supervisor
from federation.local.console import DISK_FULL, Problem
from federation.local.processes import Child, start
from federation.local.supervisor import Options, Portal, explain_ended, explain_preparing


@pytest.fixture
def portal(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "outside_home", lambda root: tmp_path / "outside")
    return Portal(Options(), root=tmp_path)


@pytest.fixture
def busy_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_port_in_use(portal, busy_port):
    portal.options = Options(port=busy_port)
    with pytest.raises(Problem, match=f"Port {busy_port} is in use by another program"):
        portal.check_port()


def test_address_of_another_machine(portal):
    portal.options = Options(host="192.0.2.1")
    with pytest.raises(Problem, match="not an address of this machine"):
        portal.check_port()


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "８０００", ""])
def test_what_is_no_port(text, capsys):
    with pytest.raises(SystemExit):
        run.parser().parse_args([f"--port={text}"])
    assert "is not a port" in capsys.readouterr().err


def test_a_portal_that_runs_already(portal):
    with portal.claim(), pytest.raises(Problem, match=f"already runs.*process {os.getpid()}, http://127.0.0.1:8000"):
        portal.claim()
    portal.claim().close()


def test_a_killed_start_leaves_no_claim(portal, tmp_path):
    code = (
        "import pathlib, sys, time; from federation.local.supervisor import Options, Portal; "
        f"lock = Portal(Options(), pathlib.Path({str(tmp_path)!r})).claim(); print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(Problem, match=f"process {holder.pid}"):
        portal.claim()
    holder.kill()
    holder.wait()
    holder.stdout.close()
    portal.claim().close()


def test_reset_deletes_what_the_portal_kept_and_nothing_else(portal, tmp_path, capsys):
    kept = [tmp_path / "var" / "letter.txt", tmp_path / "manage.py"]
    doomed = [tmp_path / "var" / "postgres" / "x", tmp_path / "var" / "media" / "y", tmp_path / "outside" / "postgres"]
    for path in [*kept, *doomed]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    portal.reset()
    assert all(path.exists() for path in kept)
    assert not any(path.exists() for path in doomed)
    said = capsys.readouterr().out
    assert str(tmp_path / "var" / "postgres") in said
    assert str(tmp_path / "outside") in said


def test_reset_never_touches_a_given_database(monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgres:///somewhere")
    assert run.main(["--reset"]) == 1
    assert "names another server" in capsys.readouterr().err


def test_a_process_that_ends_is_started_again_and_not_for_ever(portal, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(supervisor.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(Portal, "_commands", lambda self: {"web": [sys.executable, "-c", "raise SystemExit(3)"]})
    portal.logs.mkdir(parents=True)
    portal._start("web", dict(os.environ))
    with pytest.raises(Problem, match="The web process ended by itself"):
        portal._watch(dict(os.environ))
    assert capsys.readouterr().out.count("starting it again") == supervisor.RESTARTS


def test_logins_are_printed_in_columns(portal, capsys):
    portal._greet([["工作人员", "admin", "secret"], ["bank", "bank-officer", "secret"]])
    said = capsys.readouterr().out
    assert "http://127.0.0.1:8000/" in said
    assert "  工作人员  admin         secret\n  bank      bank-officer  secret\n" in said


def test_an_empty_federation_is_told_how_its_first_administrator_is_made(portal, capsys):
    portal._greet([], anybody=False)
    assert f"cd {portal.root} && . var/environment && .venv/bin/python manage.py createsuperuser" in (
        capsys.readouterr().out
    )
    portal._greet([], anybody=True)
    assert "createsuperuser" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("email", "sms", "told"), [(None, None, True), ("smtp://h", None, True), ("smtp://h", "http", False)]
)
def test_where_codes_are_printed_is_told_while_they_are(portal, capsys, monkeypatch, email, sms, told):
    for name, value in (("EMAIL_URL", email), ("SMS_GATEWAY", sms)):
        monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
    portal._greet([])
    assert ("web.log" in capsys.readouterr().out) is told


def test_a_traceback_is_for_the_log(tmp_path):
    trace = (
        'Traceback (most recent call last):\n  File "x.py", line 1\nKeyError: 1\n\nDuring handling of …:\n\n'
        'Traceback (most recent call last):\n  File "y.py", line 2, in f\n    g()\n'
        "django.db.utils.ProgrammingError: no such column\nLINE 1: SELECT\n        ^\n"
    )
    told = explain_preparing(trace, tmp_path / "prepare.log")
    assert told.startswith("Preparing the portal failed: django.db.utils.ProgrammingError: no such column (")
    assert "\n" not in told
    assert explain_preparing("warning\n\nThe style packages can't be fetched.\n", tmp_path / "x").startswith(
        "The style"
    )
    assert explain_preparing("OperationalError: No space left on device", tmp_path / "x") == DISK_FULL


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Traceback …\nKeyError: 1\n[INFO] Shutting down", "The web process ended by itself: KeyError: 1 ("),
        ('{"event": "x", "exception": [{"exc_type": "KeyError", "exc_value": "1"}]}', "by itself: KeyError: 1 ("),
        ('{"event": "x"}\n{nonsense', "The web process ended by itself ("),
        ("[ERROR] Connection in use: ('127.0.0.1', 8000)", "The port was taken"),
        ("OSError: [Errno 28] No space left on device", DISK_FULL),
        ("nothing of note", "The web process ended by itself"),
    ],
)
def test_why_a_process_ended(words, said, tmp_path):
    log = tmp_path / "web.log"
    log.write_text(words)
    child: Child = start("web", [sys.executable, "-c", ""], log)
    child.process.wait()
    assert said in explain_ended(child)


def test_settings_of_a_start_are_defaults_only(portal, monkeypatch):
    monkeypatch.setenv("DEBUG", "0")
    monkeypatch.setenv("PORTAL_URL", "https://portal.example.org")
    portal.servers.environment = {"DATABASE_URL": "postgresql://x", "REDIS_URL": "unix:///y"}
    portal.var.mkdir()
    environment = portal._environment()
    assert environment["DEBUG"] == "0"
    assert environment["PORTAL_URL"] == "https://portal.example.org"
    assert environment["DATABASE_URL"] == "postgresql://x"
    assert (portal.var / "environment").stat().st_mode & 0o777 == 0o600


def test_ledger_is_empty_after_a_stop(portal):
    portal.var.mkdir()
    portal.ledger.path.write_text(json.dumps([]))
    portal._stop()
    assert not portal.ledger.path.exists()
