"""From a bare Python to `.venv` with the pinned packages, then on to the command itself.

Run as a file by scripts/run and scripts/test, before anything is installed: standard library only.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if __package__:
    from federation.local.console import DISK_FULL, NO_NETWORK, Problem, disk_is_full, fail, keep, say, step
else:
    from console import DISK_FULL, NO_NETWORK, Problem, disk_is_full, fail, keep, say, step

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, TESTS = "requirements.txt", "tests/requirements.txt"
COMMANDS = {
    "run": (RUNTIME, "federation.local.run"),
    "test": (TESTS, "federation.local.testing"),
    "bench": (RUNTIME, "federation.benchmarks.run"),
}
ROOM_NEEDED = 600 * 1024 * 1024


class Environment:
    """The virtual environment of a checkout. A stamp, written last, tells a whole one from a half-made one."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.python = self.folder / "bin" / "python"
        self.log = root / "var" / "log" / "install.log"

    def stamp(self, requirements: str) -> Path:
        return self.folder / f".installed-{requirements.replace('/', '-')}"

    def fingerprint(self) -> str:
        """Changes when what is to be installed changes."""
        return hashlib.sha256(b"\0".join((self.root / name).read_bytes() for name in (RUNTIME, TESTS))).hexdigest()

    def is_ready(self, requirements: str) -> bool:
        try:
            return self.stamp(requirements).read_text() == self.fingerprint() and self._answers("")
        except OSError:
            return False

    def ensure(self, requirements: str) -> None:
        if self.is_ready(requirements):
            return
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self._alone():
            if self.is_ready(requirements):
                return
            if not self._answers("import pip"):
                if shutil.disk_usage(self.root).free < ROOM_NEEDED:
                    raise Problem(f"{DISK_FULL}: the packages need {ROOM_NEEDED // 1024**2} MB")
                self._make()
            with step("Installing the Python packages (a minute or two the first time)"):
                self._install(requirements)
            for name in {RUNTIME, requirements}:
                self.stamp(name).write_text(self.fingerprint())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Two first starts at once would write into each other's half-made environment."""
        with (self.log.parent.parent / "install.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("  Another command is setting up this checkout: waiting for it.")
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _answers(self, code: str) -> bool:
        try:
            return subprocess.run([self.python, "-c", code], capture_output=True, check=False).returncode == 0
        except OSError:
            return False

    def _make(self) -> None:
        if self.folder.is_symlink():
            raise Problem(
                f"{self.folder} is a link to an environment without a working Python and pip: mend or remove it"
            )
        doing = "Making .venv anew (it was half-made)" if self.folder.exists() else "Making .venv"
        with step(doing):
            code, text = self._run([sys.executable, "-m", "venv", "--clear", str(self.folder)])
        if code == 0:
            return
        if "ensurepip is not available" in text or "No module named" in text:
            raise Problem(
                f"This Python ({sys.executable}) lacks its venv module: install it "
                "(Debian, Ubuntu: apt-get install python3-venv) and start again"
            )
        raise Problem(f"{explain_install(text, self.root)} (the whole story: {self.log})")

    def _install(self, requirements: str) -> None:
        code, text = self._run(
            [
                *(str(self.python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"),
                *("--progress-bar", "off", "--retries", "2", "--root-user-action", "ignore"),
                *("-r", str(self.root / requirements)),
            ]
        )
        if code != 0:
            raise Problem(f"{explain_install(text, self.root)} (the whole story: {self.log})")

    def _run(self, command: list[str]) -> tuple[int, str]:
        # A virtual environment or module path of the caller must not reach into this one.
        stray = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
        environment = {name: value for name, value in os.environ.items() if name not in stray}
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=environment,
            text=True,
            errors="replace",
            check=False,
        )
        keep(done.stdout, self.log)
        return done.returncode, done.stdout


def explain_install(text: str, near: Path) -> str:
    """The one line that pip's or venv's long output amounts to."""
    if disk_is_full(text, near):
        return DISK_FULL
    if re.search(
        r"NewConnectionError|NameResolutionError|Failed to establish a new connection|Temporary failure in name|"
        r"Network is unreachable|ConnectTimeoutError|Connection refused|ProxyError|Read timed out|CERTIFICATE_VERIFY",
        text,
    ):
        return NO_NETWORK
    missing = re.search(r"No matching distribution found for (\S+)", text)
    if missing:
        version = ".".join(map(str, sys.version_info[:2]))
        return f"The package {missing[1]} can't be had for Python {version} on this machine: try Python 3.11 or 3.12"
    errors = [line for line in text.splitlines() if line.startswith(("ERROR:", "error:", "Error:"))]
    return errors[-1] if errors else "The Python packages could not be installed"


def main(arguments: list[str]) -> int:
    requirements, module = COMMANDS[arguments[0]]
    environment = Environment()
    try:
        environment.ensure(requirements)
        os.chdir(ROOT)
        os.execv(environment.python, [str(environment.python), "-m", module, *arguments[1:]])
    except (Problem, OSError) as error:
        return fail(error)
    except KeyboardInterrupt:
        say("\nStopped; the next start goes on from here.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
