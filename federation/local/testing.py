"""`./scripts/test`: what the tests need, set up; then pytest, on servers that last as long as it does."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from federation.local.chromium import ensure_chromium
from federation.local.console import Problem, fail
from federation.local.places import ROOT
from federation.local.prepare import build_files
from federation.local.processes import Ledger
from federation.local.servers import Servers

SET_UP_ONLY, NO_BROWSER_WANTED = "--set-up-only", "--no-browser"
# Options of pytest that say themselves how many processes there are, or that make sense in one only.
ALONE = {"--numprocesses", "--pdb", "-s", "--capture=no", "--collect-only", "--co", "--trace"}


def set_up(*, with_browser: bool) -> None:
    build_files()
    if with_browser:
        ensure_chromium()


@contextmanager
def throwaway_servers() -> Iterator[dict[str, str]]:
    """Servers in a folder that is gone afterwards; those of DATABASE_URL and REDIS_URL are used where given."""
    folder = Path(tempfile.mkdtemp(prefix="federation-test-", dir="/tmp"))
    # Entered by the account that the database runs as, when that isn't this one.
    folder.chmod(0o755)
    servers = Servers(folder / "var", folder / "outside", Ledger(folder / "processes.json"), durable=False)
    try:
        servers.start()
        yield servers.environment
    finally:
        servers.stop()
        shutil.rmtree(folder, ignore_errors=True)


def pytest_command(arguments: list[str]) -> list[str]:
    """All the tests go to as many processes as there are processors; a choice of them is quicker in one."""
    chosen = [argument for argument in arguments if not argument.startswith("-")]
    alone = chosen or any(
        argument.startswith("-n") or argument in ALONE or argument.partition("=")[0] in ALONE for argument in arguments
    )
    spread = [] if alone else ["--numprocesses", str(min(os.cpu_count() or 2, 8)), "--dist", "worksteal"]
    return [sys.executable, "-m", "pytest", *spread, *arguments]


def run_tests(arguments: list[str], servers: dict[str, str]) -> int:
    # DEBUG off, as where it runs; the rest of a test's settings is in tests/conftest.py.
    environment = {**os.environ, **servers, "DEBUG": "0", "SECRET_KEY": os.urandom(32).hex()}
    for stray in ("BEHIND_TLS", "SECURE_SSL_REDIRECT", "ALLOWED_HOSTS", "PORTAL_URL", "EMAIL_URL", "SMS_GATEWAY"):
        environment.pop(stray, None)
    tests = subprocess.Popen(pytest_command(arguments), cwd=ROOT, env=environment)
    while True:
        try:
            return tests.wait()
        except KeyboardInterrupt:
            continue  # pytest has heard it too, and closes what it opened


def main(arguments: list[str]) -> int:
    set_up_only = SET_UP_ONLY in arguments
    arguments = [argument for argument in arguments if argument != SET_UP_ONLY]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        set_up(with_browser=NO_BROWSER_WANTED not in arguments)
        if set_up_only:
            return 0
        with throwaway_servers() as servers:
            return run_tests(arguments, servers)
    except (Problem, OSError) as error:
        return fail(error)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
