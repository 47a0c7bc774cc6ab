"""The embedded servers, really started: from nothing, over a stale lock, over a half-made folder, and given ones."""

import subprocess
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
from redis import Redis

from federation.local import postgres, redis_server
from federation.local.console import DISK_FULL, Problem
from federation.local.places import database_home, remove, socket_folder
from federation.local.postgres import THROWAWAY, Postgres
from federation.local.processes import Ledger
from federation.local.redis_server import RedisServer
from federation.local.servers import Servers, without_password


@pytest.fixture
def place():
    """Not in pytest's folder: another account must reach it when root runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="federation-servers-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    remove(folder)


@pytest.fixture
def server(place):
    home = database_home(place / "var", place / "outside", postgres.find_programs())
    sockets = socket_folder(home.folder / "run", home.account)
    return Postgres(home, sockets, place / "log" / "postgres.log", THROWAWAY)


def answers(url):
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT current_database()").fetchone()[0]


@pytest.fixture
def made(server):
    server.create()
    return server


def assert_starts(server):
    child = server.start()
    try:
        assert answers(server.url) == "federation"
    finally:
        child.stop()
    assert child.process.returncode == 0


def test_database_is_made_over_a_half_made_one(server):
    half = server.home.data.with_name("postgres.half")
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    assert not server.has_data()
    server.create()
    assert not half.exists()
    assert_starts(server)
    assert_starts(server)
    assert not (server.home.data / "postmaster.pid").exists()


def test_stale_lock_is_no_obstacle_even_with_the_number_of_a_living_stranger(made):
    account = made.home.account
    stranger = subprocess.Popen(["sleep", "60"], cwd="/", **(account.as_user() if account else {}))
    try:
        for stale in (f"{stranger.pid}\n{made.home.data}\n", "nonsense", ""):
            (made.home.data / "postmaster.pid").write_text(stale)
            assert_starts(made)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_server_that_was_left_running_is_ended_first(made):
    left_running = made.start()
    assert_starts(made)
    assert not left_running.is_running()


def test_data_of_another_version_is_refused(made):
    (made.home.data / "PG_VERSION").write_text("15\n")
    with pytest.raises(Problem, match="was made by PostgreSQL 15 and this is 18"):
        made.start()


def test_a_folder_that_is_no_database_is_not_touched(server):
    server.home.data.mkdir(parents=True)
    (server.home.data / "letter.txt").touch()
    with pytest.raises(Problem, match="is not a database"):
        server.create()
    assert (server.home.data / "letter.txt").exists()


def test_redis_keeps_what_it_was_told_through_a_crash(place):
    folder, sockets = place / "redis", socket_folder(place / "run", None)
    child = RedisServer(folder, sockets, place / "redis.log", durable=True).start()
    with Redis.from_url(f"unix://{sockets}/redis.sock") as client:
        client.set("kept", "yes")
        time.sleep(1.2)  # its log is written out every second
    child.process.kill()
    child.process.wait()
    server = RedisServer(folder, sockets, place / "redis.log", durable=True)
    child = server.start()
    try:
        with Redis.from_url(server.url) as client:
            assert client.get("kept") == b"yes"
    finally:
        child.stop()


def test_given_servers_are_used_and_none_is_started(made, place, monkeypatch):
    redis = RedisServer(place / "redis", made.sockets, place / "redis.log", durable=False)
    running = [made.start(), redis.start()]
    try:
        monkeypatch.setenv("DATABASE_URL", made.url)
        monkeypatch.setenv("REDIS_URL", redis.url)
        servers = Servers(place / "unused", place / "outside", Ledger(place / "processes.json"))
        servers.start()
    finally:
        for child in running:
            child.stop()
    assert servers.environment == {"DATABASE_URL": made.url, "REDIS_URL": redis.url}
    assert servers.running == []
    assert not (place / "unused").exists()


@pytest.mark.parametrize(
    ("name", "url", "words"),
    [
        ("DATABASE_URL", "postgres://portal:secret@127.0.0.1:1/portal", "database of DATABASE_URL"),
        ("REDIS_URL", "redis://:secret@127.0.0.1:1/0", "Redis of REDIS_URL"),
        ("REDIS_URL", "nonsense", "Redis of REDIS_URL"),
    ],
)
def test_given_server_that_does_not_answer_is_one_line_without_its_password(place, monkeypatch, name, url, words):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv(name, url)
    servers = Servers(place / "var", place / "outside", Ledger(place / "processes.json"))
    with pytest.raises(Problem) as problem:
        servers.start()
    assert words in str(problem.value)
    assert "secret" not in str(problem.value)
    assert "\n" not in str(problem.value)


def test_password_is_hidden():
    assert without_password("postgres://a:b@host/db") == "postgres://a:***@host/db"
    assert without_password("redis://host/0") == "redis://host/0"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["LOG: x", "FATAL:  could not write: No space left on device"], DISK_FULL),
        (["FATAL:  data directory has wrong ownership"], "data directory has wrong ownership"),
        (["initdb: error: cannot be run as root", "hint"], "cannot be run as root"),
        ([], "PostgreSQL did not start"),
    ],
)
def test_postgres_words_become_one_line(lines, said, tmp_path):
    told = postgres.explain_log(lines, tmp_path / "postgres.log")
    assert said in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["1:M 01 # Write error: No space left on device"], DISK_FULL),
        (["1:M 01 # Bad file format reading the append only file"], "redis-check-aof"),
        (["1:M 01 # Can't open: Permission denied"], "Can't open: Permission denied"),
        ([], "no word from it"),
    ],
)
def test_redis_words_become_one_line(lines, said, tmp_path):
    assert said in redis_server.explain_log(lines, tmp_path / "redis.log")


def test_without_any_redis_the_line_says_what_to_install(monkeypatch):
    monkeypatch.setattr(redis_server, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Problem, match="apt-get install redis-server"):
        redis_server.find_program()


def test_a_distributions_redis_will_do(monkeypatch, tmp_path):
    program = tmp_path / "valkey-server"
    program.touch(mode=0o755)
    monkeypatch.setattr(redis_server, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert redis_server.find_program() == str(program)
