"""Processes that belong to one start of the portal: they end with it, and what a crash left behind is ended first."""

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from federation.local.console import Problem
from federation.local.places import Account

LOG_LIMIT = 5 * 1024 * 1024
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """A running process, the file it writes to, and how it likes to be stopped."""

    name: str
    process: "subprocess.Popen[bytes]"
    log: Path
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 15

    def is_running(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        """Ask, wait, then insist; with whatever it started itself."""
        if not self.is_running():
            return
        family = _family(self.process.pid)
        self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(self.patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)
        _end(family)


def start(
    name: str,
    command: list[str],
    log: Path,
    *,
    account: Account | None = None,
    cwd: Path | str = "/",
    env: dict[str, str] | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
    patience: float = 15,
) -> Child:
    """Start a process in a session of its own: Ctrl-C reaches this one alone, and the order of stopping is ours."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".log.1"))
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=cwd,
            env=env,
            start_new_session=True,
            preexec_fn=_dies_with_parent(stop_signal, os.getpid()),
            **(account.as_user() if account else {}),
        )
    return Child(name, process, log, stop_signal, patience)


def _dies_with_parent(stop_signal: signal.Signals, parent: int) -> Callable[[], None] | None:
    """On Linux the kernel sends the signal when this process is gone, however it went. Elsewhere `Ledger` cleans up."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def ask_the_kernel() -> None:
        prctl(PR_SET_PDEATHSIG, int(stop_signal), 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)

    return ask_the_kernel


class Ledger:
    """The processes of this start, written down so that the next one can end what a crash left running."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._entries: list[dict[str, object]] = []

    def add(self, child: Child) -> None:
        try:
            created = psutil.Process(child.process.pid).create_time()
        except psutil.NoSuchProcess:
            return
        self._entries.append(
            {"name": child.name, "pid": child.process.pid, "created": created, "signal": int(child.stop_signal)}
        )
        half = self.path.with_suffix(".half")
        half.write_text(json.dumps(self._entries))
        half.replace(self.path)

    def end_left_over(self) -> list[str]:
        """The names of what was still running. A number that another process has by now is left alone."""
        try:
            entries = json.loads(self.path.read_text())
        except (OSError, ValueError):
            entries = []
        ended = []
        for entry in reversed(entries):
            try:
                process = psutil.Process(entry["pid"])
                if abs(process.create_time() - entry["created"]) > 1:
                    continue
                family = [process, *process.children(recursive=True)]
                process.send_signal(entry["signal"])
                psutil.wait_procs([process], timeout=20)
                _end(family)
            except psutil.NoSuchProcess:
                continue
            except psutil.AccessDenied:
                raise Problem(
                    f"An earlier start, as another user, still runs here (process {entry['pid']}): stop it first"
                ) from None
            ended.append(entry["name"])
        self.clear()
        return ended

    def clear(self) -> None:
        self._entries = []
        self.path.unlink(missing_ok=True)


def _family(pid: int) -> list[psutil.Process]:
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def _end(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=3)
    for process in alive:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(alive, timeout=5)
