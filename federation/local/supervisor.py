"""One start of the portal: its servers, its database brought up to date, its web server, worker and clock."""

import errno
import fcntl
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO, Any

from federation.local.console import DISK_FULL, Problem, columns, disk_is_full, keep, last_lines, say, step
from federation.local.logs import last_error
from federation.local.places import ROOT, outside_home, remove
from federation.local.processes import Child, Ledger, start
from federation.local.servers import Servers

READY_WITHIN = 120
# A process that ends by itself is started again, but not one that can't live.
RESTARTS, WITHIN_SECONDS = 3, 60


@dataclass(frozen=True)
class Options:
    host: str = "127.0.0.1"
    port: int = 8000
    demo: bool = True
    reload: bool = False

    @property
    def address(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"


class Portal:
    def __init__(self, options: Options, root: Path = ROOT) -> None:
        self.options = options
        self.root = root
        self.var = root / "var"
        self.logs = self.var / "log"
        self.ledger = Ledger(self.var / "processes.json")
        self.servers = Servers(self.var, outside_home(root), self.ledger)
        self.children: list[Child] = []
        self.started: dict[str, list[float]] = {}
        self.stopping = False

    # --- before anything is started ---------------------------------------------------------------

    def claim(self) -> IO[str]:
        """Hold the checkout: the kernel lets go of this lock however the process ends, so it is never stale."""
        self.logs.mkdir(parents=True, exist_ok=True)
        lock = (self.var / "portal.lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            where = lock.read().strip() or "starting"
            raise Problem(f"The portal already runs from this checkout ({where}): stop it there with Ctrl-C") from None
        lock.truncate(0)
        lock.write(f"process {os.getpid()}, {self.options.address}")
        lock.flush()
        return lock

    def end_left_over(self) -> None:
        ended = self.ledger.end_left_over()
        if ended:
            say(f"  An earlier start was cut off; ended what it left running: {', '.join(ended)}.")

    def check_port(self) -> None:
        family = socket.AF_INET6 if ":" in self.options.host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.options.host, self.options.port))
            except PermissionError:
                raise Problem(f"Port {self.options.port} is for root only: choose one above 1023 with --port") from None
            except OSError as error:
                taken = f"Port {self.options.port} is in use by another program: choose another with --port"
                unknown = f"{self.options.host} is not an address of this machine ({error.strerror})"
                raise Problem(taken if error.errno == errno.EADDRINUSE else unknown) from None

    def reset(self) -> None:
        """Delete what this checkout's portal has kept; never anything of a server that it didn't start."""
        doomed = [self.var / name for name in ("postgres", "postgres.half", "redis", "media", "run", "log")]
        outside = outside_home(self.root)
        doomed = [path for path in [*doomed, outside] if path.exists() or path.is_symlink()]
        if doomed:
            say("  Beginning anew; deleting " + ", ".join(str(path) for path in doomed))
        for path in doomed:
            remove(path)
        self.logs.mkdir(parents=True, exist_ok=True)

    # --- running ----------------------------------------------------------------------------------

    def run(self) -> None:
        """Until Ctrl-C. Whatever happens, what was started is stopped, in the reverse order."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._interrupted)
        try:
            self.servers.start()
            environment = self._environment()
            report = self._prepare(environment)
            self._start_portal(environment)
            self._wait_for_web()
            self._greet(report["logins"], anybody=report["accounts"])
            self._watch(environment)
        finally:
            self._stop()

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if not self.stopping:
            self.stopping = True
            raise KeyboardInterrupt

    def _environment(self) -> dict[str, str]:
        settings = {"DEBUG": "1", "PORTAL_URL": self.options.address, "PYTHONUNBUFFERED": "1"}
        settings["DJANGO_SETTINGS_MODULE"] = "federation.settings"
        environment = {**settings, **os.environ, **self.servers.environment}
        # For `manage.py` beside the running portal.
        lines = [f"export {name}='{environment[name]}'\n" for name in ("DATABASE_URL", "REDIS_URL", "DEBUG")]
        exports = self.var / "environment"
        exports.touch(mode=0o600)
        exports.write_text("".join(lines))
        return environment

    def _prepare(self, environment: dict[str, str]) -> dict[str, Any]:
        report, log = self.var / "logins.json", self.logs / "prepare.log"
        command = [sys.executable, "-m", "federation.local.prepare", "--report", str(report)]
        if self.options.demo:
            command.append("--demo")
        done = subprocess.run(
            command, cwd=self.root, env=environment, stderr=subprocess.PIPE, text=True, errors="replace", check=False
        )
        keep(done.stderr, log)
        if done.returncode != 0:
            raise Problem(explain_preparing(done.stderr, log))
        told: dict[str, Any] = json.loads(report.read_text())
        report.unlink()
        return told

    def _commands(self) -> dict[str, list[str]]:
        python = [sys.executable, "-m"]
        host = f"[{self.options.host}]" if ":" in self.options.host else self.options.host
        web = [
            *(*python, "gunicorn", "federation.wsgi:application", "--bind", f"{host}:{self.options.port}"),
            *("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--graceful-timeout", "10"),
            # Its control socket would be made in the home folder, one for all checkouts.
            *("--no-control-socket", "--access-logfile", "-"),
        ]
        if self.options.reload:
            web.append("--reload")
        celery = [*python, "celery", "--app", "federation", "--skip-checks"]
        return {
            "web": web,
            "worker": [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO"],
            "beat": [*celery, "beat", "--loglevel", "INFO", "--pidfile", ""],
        }

    def _start_portal(self, environment: dict[str, str]) -> None:
        for name in self._commands():
            self._start(name, environment)

    def _start(self, name: str, environment: dict[str, str]) -> None:
        child = start(
            name,
            self._commands()[name],
            self.logs / f"{name}.log",
            cwd=self.root,
            env=environment,
            patience=20,
        )
        self.children.append(child)
        self.ledger.add(child)
        self.started.setdefault(name, []).append(time.monotonic())

    def _wait_for_web(self) -> None:
        web = self.children[0]
        until = time.monotonic() + READY_WITHIN
        with step("Starting the web server"):
            while time.monotonic() < until:
                if not web.is_running():
                    raise Problem(explain_ended(web))
                status = self._status("/healthz")
                if status is not None and status < 500:
                    return
                if status is not None:
                    error = last_error(last_lines(web.log)) or f"status {status}"
                    raise Problem(f"The portal answers with an error: {error} (its log: {web.log})")
                time.sleep(0.2)
        raise Problem(f"The web server was not ready after {READY_WITHIN} seconds (its log: {web.log})")

    def _status(self, path: str) -> int | None:
        connection = http.client.HTTPConnection(self.options.host, self.options.port, timeout=30)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def _greet(self, logins: list[list[str]], *, anybody: bool = True) -> None:
        say(f"\nThe portal runs at {self.options.address}/ (staff: {self.options.address}/admin/)\n")
        if logins:
            say("Demonstration logins:")
            for line in columns(logins):
                say(f"  {line}")
            say()
        if not anybody:
            say("Nobody has an account yet. The first administrator is made beside the running portal:")
            say(f"  cd {self.root} && . var/environment && .venv/bin/python manage.py createsuperuser\n")
        if "EMAIL_URL" not in os.environ or os.environ.get("SMS_GATEWAY", "console") == "console":
            say(f"Codes and messages that have no way out are printed to {self.logs}/web.log and worker.log.")
        say(f"Logs are in {self.logs}. Ctrl-C stops everything and keeps the data.")

    def _watch(self, environment: dict[str, str]) -> None:
        while True:
            time.sleep(1)
            for server in self.servers.running:
                if not server.is_running():
                    raise Problem(explain_ended(server))
            for child in [child for child in self.children if not child.is_running()]:
                self.children.remove(child)
                recent = [moment for moment in self.started[child.name] if moment > time.monotonic() - WITHIN_SECONDS]
                if len(recent) > RESTARTS:
                    raise Problem(explain_ended(child))
                say(f"  The {child.name} process ended (its log: {child.log}); starting it again.")
                self._start(child.name, environment)

    def _stop(self) -> None:
        """Ctrl-C a second time must not leave half of it running, so it is not listened to here."""
        self.stopping = True
        if self.children or self.servers.running:
            say()
            with step("Stopping"):
                for child in self.children:
                    if child.is_running():
                        child.process.send_signal(child.stop_signal)
                while self.children:
                    self.children.pop().stop()
                self.servers.stop()
        self.ledger.clear()


def explain_preparing(text: str, log: Path) -> str:
    """A traceback is for the log; the person gets the line that names the error."""
    if disk_is_full(text, log.parent):
        return DISK_FULL
    lines = text.splitlines()
    if "Traceback (most recent call last):" in text:
        return f"Preparing the portal failed: {last_error(lines) or 'no reason given'} (the whole story: {log})"
    told = [line.strip() for line in lines if line.strip()]
    return told[-1] if told else f"Preparing the portal failed without a word (its log: {log})"


def explain_ended(child: Child) -> str:
    """Why a process may have ended, from the last of its log."""
    lines = last_lines(child.log, 60)
    if disk_is_full("\n".join(lines), child.log.parent):
        return DISK_FULL
    if any("Connection in use" in line or "Address already in use" in line for line in lines):
        return "The port was taken by another program meanwhile: choose another with --port"
    error = last_error(lines)
    return f"The {child.name} process ended by itself{f': {error}' if error else ''} (its log: {child.log})"
