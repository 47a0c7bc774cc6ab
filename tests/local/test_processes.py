"""Processes end with their start, and what a crash left is ended by the next one."""

import json
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from federation.local.processes import Ledger, start

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def gone_within(pid, seconds=10):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_stop_asks_and_then_insists(tmp_path):
    deaf = "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    child = start("deaf", [sys.executable, "-c", deaf], tmp_path / "log" / "deaf.log", patience=0.5)
    while "up" not in child.log.read_text():
        time.sleep(0.02)
    child.stop()
    assert child.process.returncode == -signal.SIGKILL


def test_stop_ends_grandchildren_too(tmp_path):
    code = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).wait()"
    child = start("parent", [sys.executable, "-c", code], tmp_path / "parent.log")
    while not (family := psutil.Process(child.process.pid).children()):
        time.sleep(0.02)
    child.stop()
    assert gone_within(family[0].pid)


@pytest.mark.skipif(sys.platform != "linux", reason="asked of Linux's kernel; elsewhere the ledger does it")
def test_killed_parent_takes_its_children_along(tmp_path):
    code = (
        "import sys, time, pathlib; from federation.local.processes import start; "
        f"child = start('x', {SLEEP!r}, pathlib.Path({str(tmp_path / 'x.log')!r})); "
        "print(child.process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    assert psutil.pid_exists(pid)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    assert gone_within(pid)


def test_left_over_process_is_ended(tmp_path):
    child = start("worker", SLEEP, tmp_path / "worker.log")
    Ledger(tmp_path / "processes.json").add(child)
    assert Ledger(tmp_path / "processes.json").end_left_over() == ["worker"]
    assert gone_within(child.process.pid)
    assert not (tmp_path / "processes.json").exists()


def test_a_number_that_another_process_has_by_now_is_left_alone(tmp_path):
    ledger = tmp_path / "processes.json"
    ledger.write_text(json.dumps([{"name": "web", "pid": os.getpid(), "created": 1.0, "signal": 9}]))
    assert Ledger(ledger).end_left_over() == []


@pytest.mark.parametrize("text", ["", "{", "nonsense"])
def test_a_half_written_ledger_is_no_obstacle(tmp_path, text):
    (tmp_path / "processes.json").write_text(text)
    assert Ledger(tmp_path / "processes.json").end_left_over() == []


def test_a_long_log_is_set_aside(tmp_path, monkeypatch):
    monkeypatch.setattr("federation.local.processes.LOG_LIMIT", 10)
    log = tmp_path / "web.log"
    log.write_text("older than this start")
    start("web", [sys.executable, "-c", "print('new')"], log).process.wait(10)
    assert log.read_text() == "new\n"
    assert (tmp_path / "web.log.1").read_text() == "older than this start"
