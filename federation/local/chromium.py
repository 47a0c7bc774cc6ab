"""The browser that the tests drive: the distribution's Chromium, and a font with Chinese characters."""

import os
import shutil
import subprocess

from federation.local.console import Problem, last_lines, step
from federation.local.places import ROOT

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-noto-cjk")
NO_BROWSER = (
    "No Chromium for the browser tests: install it (Debian: apt-get install chromium fonts-noto-cjk), "
    "or name one in CHROMIUM, or leave these tests out with --no-browser"
)


def find_chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def _has_chinese_font() -> bool:
    """Without one the browser draws boxes, which no assertion sees; where fontconfig is missing nobody can tell."""
    if shutil.which("fc-list") is None:
        return True
    listed = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def ensure_chromium() -> None:
    """By the distribution's packages, if this is its root; a font alone being missing doesn't keep the tests back."""
    if find_chromium() is not None and _has_chinese_font():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        with step(f"Installing {' and '.join(PACKAGES)} (some minutes)"):
            _install_packages()
    if find_chromium() is None:
        raise Problem(NO_BROWSER)


def _install_packages() -> None:
    log = ROOT / "var" / "log" / "packages.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with log.open("w") as output:
        for command in (
            ["apt-get", "update"],
            ["apt-get", "install", "--yes", "--no-install-recommends", *PACKAGES],
        ):
            subprocess.run(
                command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, env=environment, check=False
            )
    if find_chromium() is None:
        told = next((line for line in reversed(last_lines(log)) if line.startswith("E:")), "it gave no reason")
        raise Problem(f"apt-get could not install Chromium ({told[:200]}). {NO_BROWSER}")
