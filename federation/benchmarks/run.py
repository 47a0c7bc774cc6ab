"""`./scripts/bench`: the portal as in production beside a bare Django view, on the same server and database."""

import argparse
import datetime
import ipaddress
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from federation.benchmarks.machine import describe
from federation.benchmarks.measure import FULL, QUICK, Effort, measure, mixed_memory
from federation.benchmarks.report import Findings, Job, as_counts, faults, markdown, row_of, sized
from federation.benchmarks.web import BARE, PORTAL, Driver, WebServer
from federation.local.assets import AssetsError, build_assets
from federation.local.console import Problem, fail, last_lines, say, step
from federation.local.messages import compile_catalogues
from federation.local.places import ROOT, outside_home
from federation.local.processes import Ledger
from federation.local.servers import Servers

DATABASE = "federation_bench"
REPORT = ROOT / "docs" / "performance.md"
SIZES = (10_000, 1_000_000)
# Small enough to see whether a page's SQL follows its rows.
COUNTED_AT = (1, 25)
MIXED_REQUESTS = 10_000


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./scripts/bench",
        description="Measure every page against a bare Django view, at several sizes of the register. "
        "Exits 1 when a page falls short.",
        epilog="With DATABASE_URL and REDIS_URL, which must be on this machine, a database of its own is made there.",
    )
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="enterprises, ascending (default: 10000,1000000)")
    parser.add_argument("--pages", default="", help="only pages whose name holds this")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) // 2), help="of the web server")
    parser.add_argument("--keep", action="store_true", help="keep the filled database and use it again")
    parser.add_argument("--out", type=Path, help="where to write the report (default: docs/performance.md if complete)")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    try:
        sizes = tuple(sorted(int(part.replace("_", "")) for part in text.split(",")))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: numbers with commas between them") from None
    if not sizes or sizes[0] < max(COUNTED_AT):
        raise argparse.ArgumentTypeError(f"no size below {max(COUNTED_AT)}")
    return sizes


def refuse_elsewhere(url: str, name: str) -> None:
    """It writes a million rows and loads the server with work: never to one that others use."""
    parts = urlsplit(url)
    host = parse_qs(parts.query).get("host", [parts.hostname or ""])[0]
    if not host or host.startswith("/") or host == "localhost" or parts.scheme in ("unix", "redis+socket"):
        return
    try:
        local = ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise Problem(f"{name} is on {host}: measuring loads a server with work, so it only runs against this machine")


class Bench:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.effort: Effort = QUICK if options.quick else FULL
        self.var = ROOT / "var" / "bench"
        self.logs = self.var / "log"
        self.environment: dict[str, str] = {}
        self.findings = Findings(workers=options.workers, day=f"{datetime.date.today():%-d %B %Y}")

    def run(self) -> int:
        for name in ("DATABASE_URL", "REDIS_URL"):
            if os.environ.get(name):
                refuse_elsewhere(os.environ[name], name)
        self.logs.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            servers = stack.enter_context(self._servers())
            database_url = stack.enter_context(self._database(servers["DATABASE_URL"]))
            self.environment = self._environment({**servers, "DATABASE_URL": database_url})
            self.findings.machine = describe(database_url)
            say(f"  {self.findings.machine}")
            self._set_up()
            driver = Driver()
            stack.callback(driver.stop)
            for size in sorted({*COUNTED_AT, *self.options.sizes}):
                plan = self._prepare(size)
                if size in self.options.sizes:
                    self._measure(size, plan, driver)
                for name, arguments in plan["jobs"]:
                    self._job(name, arguments)
        return self._tell()

    @contextmanager
    def _servers(self) -> Iterator[dict[str, str]]:
        servers = Servers(self.var, outside_home(self.var), Ledger(self.var / "processes.json"))
        try:
            servers.start()
            yield servers.environment
        finally:
            servers.stop()
            if not self.options.keep:
                for folder in (self.var / "postgres", self.var / "redis", outside_home(self.var)):
                    shutil.rmtree(folder, ignore_errors=True)

    @contextmanager
    def _database(self, server_url: str) -> Iterator[str]:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE))
        with psycopg.connect(server_url, autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if known and not self.options.keep:
                connection.execute(drop)
            if not known or not self.options.keep:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
        try:
            yield urlunsplit(urlsplit(server_url)._replace(path=f"/{DATABASE}"))
        finally:
            if not self.options.keep:
                with psycopg.connect(server_url, autocommit=True) as connection:
                    connection.execute(drop)

    def _environment(self, servers: dict[str, str]) -> dict[str, str]:
        strays = ("BEHIND_TLS", "SECURE_SSL_REDIRECT", "PORTAL_URL", "EMAIL_URL", "SMS_GATEWAY", "CSRF_TRUSTED_ORIGINS")
        kept = {name: value for name, value in os.environ.items() if name not in strays}
        production = {
            "DJANGO_SETTINGS_MODULE": "federation.settings",
            "DEBUG": "0",
            "SECRET_KEY": os.urandom(32).hex(),
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "MEDIA_ROOT": str(self.var / "media"),
        }
        return {**kept, **servers, **production}

    def _set_up(self) -> None:
        compile_catalogues()
        try:
            with step("Building styles and scripts"):
                build_assets()
        except AssetsError as error:
            raise Problem(str(error)) from error
        with step("Collecting static files, making the tables"):
            self._python("collect", "manage.py", "collectstatic", "--noinput", "--verbosity", "0")
            self._python("migrate", "manage.py", "migrate", "--verbosity", "0")

    def _python(self, name: str, *command: str) -> None:
        log = self.logs / f"{name}.log"
        with log.open("w") as output:
            done = subprocess.run(
                [sys.executable, *command],
                cwd=ROOT,
                env=self.environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if done.returncode:
            raise Problem(f"{' '.join(command)} failed: {' '.join(last_lines(log, 1))} (the whole story: {log})")

    def _prepare(self, size: int) -> dict[str, Any]:
        out = self.var / "plan.json"
        command = ["-m", "federation.benchmarks.prepare", "--size", str(size), "--out", str(out)]
        if size == max(self.options.sizes) and not self.options.pages:
            command += ["--jobs", "quick" if self.options.quick else "full"]
        with step(f"Filling up to {sized(size)} enterprises, counting SQL"):
            self._python("prepare", *command)
        plan: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        self.findings.queries[size] = as_counts(plan)
        if size in self.options.sizes:
            self.findings.filled[size] = plan["filled"]
        return plan

    def _measure(self, size: int, plan: dict[str, Any], driver: Driver) -> None:
        say(f"\n{sized(size)} enterprises")
        portal = WebServer(PORTAL, self.environment, self.options.workers, self.logs / "portal.log")
        bare = WebServer(BARE, self.environment, self.options.workers, self.logs / "bare.log")
        try:
            portal.wait("/healthz")
            bare.wait()
            found = self.findings.pages.setdefault(size, [])
            for page in plan["pages"]:
                if self.options.pages.lower() in page["name"].lower():
                    found.append(measure(page, portal, bare, driver, self.effort))
                    say(f"  {row_of(found[-1])}")
            reached = [one.rate / one.ratio for one in found if one.ratio]
            self.findings.bare_rate = max([self.findings.bare_rate, *reached])
            if size == max(self.options.sizes) and not self.options.pages:
                self.findings.web_requests = MIXED_REQUESTS // (10 if self.options.quick else 1)
                with step(f"{sized(self.findings.web_requests)} mixed requests"):
                    self.findings.web_memory = mixed_memory(plan["pages"], portal, driver, self.findings.web_requests)
        finally:
            bare.stop()
            portal.stop()

    def _job(self, name: str, arguments: list[str]) -> None:
        """Its peak memory is the kernel's own figure, children included."""
        log = self.logs / "job.log"
        with step(name), log.open("w") as output:
            child = subprocess.Popen(
                [sys.executable, "manage.py", *arguments],
                cwd=ROOT,
                env=self.environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise Problem(f"{name} failed: {' '.join(last_lines(log, 1))} (the whole story: {log})")
        told = [line for line in last_lines(log, 3) if line and not line.startswith("{")]
        self.findings.jobs.append(Job(name, used.ru_maxrss / 1024, told))
        say(f"  peak {used.ru_maxrss / 1024:.0f} MB; {'; '.join(told)}")

    def _tell(self) -> int:
        short = faults(self.findings)
        if self.findings.web_memory:
            say(f"\nA web process holds {self.findings.web_memory:.0f} MB.")
        say("\nFalls short:" if short else "\nEvery page keeps what is asked of it.")
        for fault in short:
            say(f"  {fault}")
        complete = self.options.sizes == SIZES and not self.options.pages and not self.options.quick
        out = self.options.out or (REPORT if complete else None)
        if out:
            out.write_text(markdown(self.findings), encoding="utf-8")
            say(f"\nWritten: {out}")
        return 1 if short else 0


def main(arguments: list[str]) -> int:
    options = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return Bench(options).run()
    except (Problem, OSError) as error:
        return fail(error)
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
