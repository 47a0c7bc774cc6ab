"""Building what the browser gets: only when the sources changed, and in words when it can't be done."""

import subprocess
from pathlib import Path

import pytest

from federation.local import assets


@pytest.fixture
def workshop(tmp_path, monkeypatch) -> list[str]:
    """A small static/ of its own, with npm and node that only note that they ran."""
    sources = tmp_path / "src"
    (sources / "scss").mkdir(parents=True)
    (sources / "scss" / "portal.scss").write_text("a{}")
    (sources / "package.json").write_text("{}")
    (sources / "package-lock.json").write_text("{}")
    monkeypatch.setattr(assets, "SOURCES", sources)
    monkeypatch.setattr(assets, "DIST", tmp_path / "dist")
    ran: list[str] = []

    def npm(arguments, **options):
        ran.append("npm")
        (sources / "node_modules").mkdir(exist_ok=True)
        return subprocess.CompletedProcess(arguments, 0, "", "")

    def node(arguments, **options):
        ran.append("node")
        fresh = sources / "node_modules" / ".fresh-dist"
        fresh.mkdir()
        (fresh / "portal.css").write_text((sources / "scss" / "portal.scss").read_text())
        return subprocess.CompletedProcess(arguments, 0, "", "")

    monkeypatch.setattr(assets, "npm", npm)
    monkeypatch.setattr(assets, "node", node)
    return ran


def failing(stderr: str):
    return lambda arguments, **options: subprocess.CompletedProcess(arguments, 1, "", stderr)


def test_builds_once_and_again_only_when_a_source_changed(workshop):
    assert assets.build_assets()
    assert not assets.build_assets()
    assert workshop == ["npm", "node"]
    (assets.SOURCES / "scss" / "portal.scss").write_text("b{}")
    assert assets.build_assets()
    assert workshop == ["npm", "node", "node"], "the packages are those of before"
    assert (assets.DIST / "portal.css").read_text() == "b{}"


def test_a_new_lock_file_fetches_packages_anew(workshop):
    assets.build_assets()
    (assets.SOURCES / "package-lock.json").write_text('{"packages": {}}')
    assert assets.build_assets()
    assert workshop == ["npm", "node", "npm", "node"]


def test_force_builds_unchanged_sources(workshop):
    assets.build_assets()
    assert assets.build_assets(force=True)


def test_packages_are_no_source(workshop):
    assets.build_assets()
    (assets.SOURCES / "node_modules" / "left-over.js").write_text("")
    assert not assets.build_assets()


def test_no_network_is_one_line(workshop, monkeypatch):
    told = (
        "npm error code ENOTFOUND\nnpm error network request to https://registry.example/sass failed\n"
        "npm error A complete log of this run can be found in: /root/.npm/_logs/x.log\n"
    )
    monkeypatch.setattr(assets, "npm", failing(told))
    with pytest.raises(assets.AssetsError) as caught:
        assets.build_assets()
    assert str(caught.value) == (
        "the style packages could not be fetched (npm ci: code ENOTFOUND; "
        "network request to https://registry.example/sass failed)"
    )


def test_a_broken_sheet_is_named_and_the_former_build_stays(workshop, monkeypatch, capsys):
    assets.build_assets()
    (assets.SOURCES / "scss" / "portal.scss").write_text("a{")
    told = 'node:internal/modules/run_main:107\n    trigger(\n\nsass.Exception [Error]: expected "}".\n    at x'
    monkeypatch.setattr(assets, "node", failing(told))
    assert assets.main([]) == 1
    assert capsys.readouterr().err == (
        'the styles and scripts could not be built (sass.Exception [Error]: expected "}".)\n'
    )
    assert (assets.DIST / "portal.css").read_text() == "a{}"


def test_a_full_disk_is_one_line(workshop, monkeypatch):
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device", str(assets.DIST))

    monkeypatch.setattr(assets.shutil, "move", full)
    with pytest.raises(assets.AssetsError, match="No space left on device"):
        assets.build_assets()


def test_the_lock_file_names_no_registry():
    lock = Path(__file__).resolve().parents[2] / "static" / "src" / "package-lock.json"
    text = lock.read_text(encoding="utf-8")
    assert '"integrity"' in text
    assert '"resolved"' not in text
