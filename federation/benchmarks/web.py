"""The two web servers that are driven in turn, and the process that drives them."""

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import psutil

from federation.benchmarks.load import Job, Result
from federation.local.console import Problem, last_lines
from federation.local.places import ROOT
from federation.local.processes import Child, start

PORTAL, BARE = "federation.wsgi:application", "federation.benchmarks.bare:application"
READY_WITHIN = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class WebServer:
    """gunicorn as in production, on a port of its own."""

    def __init__(self, application: str, environment: Mapping[str, str], workers: int, log: Path) -> None:
        self.port = free_port()
        command = [
            *(sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{self.port}"),
            *("--worker-class", "gthread", "--workers", str(workers), "--threads", "4", "--keep-alive", "30"),
            *("--no-control-socket", "--log-level", "warning"),
        ]
        # As the README starts it.
        environment = {**environment, "MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072"}
        self.child: Child = start(application, command, log, cwd=ROOT, env=environment)

    def wait(self, path: str = "/") -> None:
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            if not self.child.is_running():
                raise Problem(f"{self.child.name} did not start: {' '.join(last_lines(self.child.log, 1))}")
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            try:
                connection.request("GET", path)
                connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                time.sleep(0.2)
            else:
                return
            finally:
                connection.close()
        raise Problem(f"{self.child.name} was not ready after {READY_WITHIN} seconds (its log: {self.child.log})")

    def cpu_seconds(self) -> float:
        """Of all its processes so far."""
        main = psutil.Process(self.child.process.pid)
        times = [process.cpu_times() for process in (main, *main.children(recursive=True))]
        return sum(spent.user + spent.system for spent in times)

    def memory(self) -> float:
        """Resident megabytes of the largest worker."""
        workers = psutil.Process(self.child.process.pid).children(recursive=True)
        return max((worker.memory_info().rss for worker in workers), default=0) / 1024**2

    def stop(self) -> None:
        self.child.stop()


class Driver:
    """A process apart, so that the load doesn't share an interpreter with anything."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("load.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, job: Job) -> Result:
        if self.process.stdin is None or self.process.stdout is None:
            raise Problem("the load process has no pipes")
        self.process.stdin.write(json.dumps(asdict(job)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Problem("the load process ended by itself")
        return Result(**json.loads(line))

    def stop(self) -> None:
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait(10)
