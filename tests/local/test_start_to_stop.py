"""The command itself, from its first line to Ctrl-C: web server, worker and clock really run, and nothing stays."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from django.db import connection

from federation.inbox import tasks
from federation.inbox.actions import notify
from federation.inbox.models import Delivery, Message
from tests import cast

ROOT = Path(__file__).resolve().parents[2]
# In a checkout of its own as far as data goes, so that a portal that runs from this one is not in its way.
COMMAND = """
import functools, pathlib, sys
from federation.local import run
run.Portal = functools.partial(run.Portal, root=pathlib.Path(sys.argv[1]))
sys.exit(run.main(sys.argv[2:]))
"""
READY_WITHIN, GONE_WITHIN = 120, 60


@pytest.fixture
def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def environment(transactional_db, tmp_path) -> dict[str, str]:
    """This test's database, brought up to date already, and its Redis; nothing leaves by mail or text message."""
    given = {name: value for name, value in os.environ.items() if name not in ("EMAIL_URL", "SMS_GATEWAY")}
    server = urlsplit(given.get("DATABASE_URL", "postgres:///federation"))
    options = f"?{server.query}" if server.query else ""
    own = {
        "DATABASE_URL": f"{server.scheme}://{server.netloc}/{connection.settings_dict['NAME']}{options}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "DEBUG": "1",
        "PYTHONPATH": str(ROOT),
    }
    return {"REDIS_URL": "redis://127.0.0.1:6379/0", **given, **own}


def status_of(port: int, path: str) -> int:
    web = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        web.request("GET", path)
        return web.getresponse().status
    finally:
        web.close()


def wait_until(what, portal: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        assert portal.poll() is None, "the portal ended by itself"
        with suppress(OSError, http.client.HTTPException):
            if what():
                return
        time.sleep(0.25)
    pytest.fail(f"not within {READY_WITHIN} s")


def parts(family: list[psutil.Process]) -> set[str]:
    lines = [" ".join(process.cmdline()) for process in family]
    return {name for name in ("gunicorn", " worker ", " beat ") if any(name in line for line in lines)}


def lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_it_starts_works_and_stops_whole(environment, free_port, tmp_path, monkeypatch):
    """The message that waits is sent by a worker because the clock asked for it: both are alive and find each other."""
    monkeypatch.setattr(tasks.deliver_waiting, "apply_async", lambda **options: None)
    firm, reader = cast.enterprise(), cast.outsider(email="li@example.com", phone=None)
    (message,) = notify(rule="test", about=firm, recipients=[reader], title="通知", url="/me/")
    assert message.deliveries.get().status == Delivery.Status.WAITING
    with (tmp_path / "said").open("w+") as said:
        portal = subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(tmp_path), "--no-demo", "--port", str(free_port)],
            cwd=tmp_path,
            env=environment,
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
        )
        family: list[psutil.Process] = []
        try:
            wait_until(lambda: status_of(free_port, "/readyz") == 200, portal)
            assert status_of(free_port, "/healthz") == 200
            wait_until(lambda: message.deliveries.get().status == Delivery.Status.SENT, portal)
            family = psutil.Process(portal.pid).children(recursive=True)
            assert parts(family) == {"gunicorn", " worker ", " beat "}
            portal.send_signal(signal.SIGINT)
            assert portal.wait(GONE_WITHIN) == 0
            assert [process for process in family if lives(process)] == []
        finally:
            if portal.poll() is None:
                family += psutil.Process(portal.pid).children(recursive=True)
            portal.kill()
            portal.wait(10)
            for process in filter(lives, family):
                process.kill()
        said.seek(0)
        told = said.read()
    assert f"The portal runs at http://127.0.0.1:{free_port}/" in told
    assert told.rstrip().endswith("Stopped; the data is kept.")
    assert Message.objects.filter(pk=message.pk).exists()
    assert not (tmp_path / "var" / "processes.json").exists()
    with pytest.raises(OSError):
        status_of(free_port, "/healthz")
