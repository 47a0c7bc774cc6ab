"""Where files go: short sockets, and a database that root may run without opening anybody's folder."""

import os
import pwd
import subprocess

import pytest

from federation.local import places
from federation.local.places import (
    LONGEST_SOCKET,
    SOCKET_NAME,
    Account,
    database_account,
    database_home,
    outside_home,
    remove,
    socket_folder,
)
from federation.local.postgres import find_programs

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the database as another account")


@pytest.fixture
def nobody():
    entry = pwd.getpwnam("nobody")
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def test_a_short_path_holds_its_own_sockets(tmp_path):
    assert socket_folder(tmp_path / "run", None) == tmp_path / "run"
    assert (tmp_path / "run").stat().st_mode & 0o777 == 0o700


def test_a_long_path_points_to_a_short_one_and_finds_it_again(tmp_path):
    pointer = tmp_path / ("深" * 40) / "run"
    folder = socket_folder(pointer, None)
    try:
        assert len(os.fsencode(folder / SOCKET_NAME)) <= LONGEST_SOCKET
        assert folder.stat().st_mode & 0o777 == 0o700
        assert socket_folder(pointer, None) == folder
    finally:
        remove(pointer)
    assert not folder.exists()
    assert not pointer.is_symlink()


def test_a_vanished_short_folder_is_replaced(tmp_path):
    pointer = tmp_path / ("x" * 120) / "run"
    first = socket_folder(pointer, None)
    first.rmdir()
    second = socket_folder(pointer, None)
    try:
        assert second.is_dir()
        assert pointer.readlink() == second
    finally:
        remove(pointer)


@as_root
def test_anothers_folder_under_the_short_name_is_not_used(tmp_path, nobody):
    pointer = tmp_path / ("x" * 120) / "run"
    squatted = socket_folder(pointer, None)
    nobody.own(squatted)
    mine = socket_folder(pointer, None)
    try:
        assert mine != squatted
    finally:
        remove(pointer)
        squatted.rmdir()


def test_ordinary_user_keeps_everything_in_var(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    home = database_home(tmp_path / "var", tmp_path / "outside", find_programs())
    assert (home.folder, home.account, home.programs) == (tmp_path / "var", None, find_programs())
    assert not (tmp_path / "outside").exists()


@as_root
def test_root_in_a_closed_folder_opens_nothing(tmp_path, tmp_path_factory, monkeypatch):
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    # pytest's own folders are closed too.
    monkeypatch.setattr(Account, "can_reach", lambda self, *folders: not any(closed in f.parents for f in folders))
    before = {path: path.stat().st_mode for path in (closed, tmp_path, *tmp_path.parents)}
    home = database_home(closed / "var", tmp_path / "outside", find_programs())
    assert home.folder == tmp_path / "outside"
    assert home.account is not None
    assert {path: path.stat().st_mode for path in before} == before


@as_root
def test_programs_out_of_reach_are_copied_whole(tmp_path, nobody, monkeypatch):
    monkeypatch.setattr(Account, "can_reach", lambda self, *folders: False)
    home = database_home(tmp_path / "var", tmp_path / "outside", find_programs())
    initdb = home.programs / "bin" / "initdb"
    assert tmp_path / "outside" in initdb.parents
    # initdb needs the libraries beside it, so that it starts at all tells that they came along.
    said = subprocess.run([initdb, "--version"], capture_output=True, text=True, check=True, cwd="/")
    assert "PostgreSQL" in said.stdout
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in home.programs.rglob("*") if not path.is_symlink())
    again = database_home(tmp_path / "var", tmp_path / "outside", find_programs())
    assert again.programs == home.programs


@as_root
def test_reach_is_asked_of_the_system(tmp_path, nobody):
    tmp_path.chmod(0o700)
    (tmp_path / "inside").mkdir(mode=0o755)
    assert nobody.can_reach(places.Path("/usr/bin"))
    assert not nobody.can_reach(tmp_path / "inside")


@as_root
def test_data_keeps_its_account(tmp_path, nobody):
    data = tmp_path / "postgres"
    data.mkdir()
    nobody.own(data)
    assert database_account(data) == nobody


def test_each_checkout_has_its_own_outside_folder(tmp_path):
    assert outside_home(tmp_path / "a" / "portal") != outside_home(tmp_path / "b" / "portal")
