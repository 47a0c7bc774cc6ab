"""The README keeps up with what there is to set and to run."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
READ = re.compile(r"\benv(?:\.\w+)?\(\s*\"([A-Z][A-Z_]+)\"")


def test_every_variable_of_the_settings_is_told():
    named = {name for path in (ROOT / "federation/settings").glob("*.py") for name in READ.findall(path.read_text())}
    assert len(named) > 10
    assert {name for name in named if f"`{name}`" not in README} == set()


def test_the_first_screen_is_the_two_commands():
    first = README.splitlines()[:15]
    assert [line.split()[0] for line in first if line.startswith("./scripts/")] == ["./scripts/run", "./scripts/test"]


@pytest.mark.parametrize("option", ["--port", "--host", "--reset", "--no-demo", "--reload"])
def test_every_option_of_run_is_told(option):
    from federation.local.run import parser

    assert option in parser().format_help()
    assert f"./scripts/run {option}" in README
