"""The two servers that the portal stands on: those named in the environment, else our own under `var/`."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from redis import Redis, RedisError

from federation.local.console import Problem, say, step
from federation.local.places import database_home, socket_folder
from federation.local.postgres import DURABLE, THROWAWAY, Postgres, find_programs
from federation.local.processes import Child, Ledger
from federation.local.redis_server import RedisServer


class Servers:
    """Started in `start`, ended in `stop`; `environment` is what the portal needs to find them."""

    def __init__(self, var: Path, outside: Path, ledger: Ledger, *, durable: bool = True) -> None:
        self.var = var
        self.outside = outside
        self.ledger = ledger
        self.durable = durable
        self.environment: dict[str, str] = {}
        self.running: list[Child] = []
        self._sockets: Path | None = None

    def start(self) -> None:
        given_database, given_redis = os.environ.get("DATABASE_URL"), os.environ.get("REDIS_URL")
        if given_database:
            _check_database(given_database)
        if given_redis:
            _check_redis(given_redis)
        self.environment["DATABASE_URL"] = given_database or self._start_postgres()
        self.environment["REDIS_URL"] = given_redis or self._start_redis()

    def _start_postgres(self) -> str:
        home = database_home(self.var, self.outside, find_programs())
        self._sockets = socket_folder(home.folder / "run", home.account)
        options = DURABLE if self.durable else THROWAWAY
        server = Postgres(home, self._sockets, self.var / "log" / "postgres.log", options)
        if home.folder != self.var and self.durable:
            say(
                f"  PostgreSQL runs as {home.account.name}, who can't enter this folder: its files are in {home.folder}"
            )
        if not server.has_data():
            with step("Making the database"):
                server.create()
        with step("Starting PostgreSQL"):
            self._started(server.start())
        return server.url

    def _start_redis(self) -> str:
        sockets = self._sockets or socket_folder(self.var / "run", None)
        server = RedisServer(self.var / "redis", sockets, self.var / "log" / "redis.log", durable=self.durable)
        with step("Starting Redis"):
            self._started(server.start())
        return server.url

    def _started(self, child: Child) -> None:
        self.running.append(child)
        self.ledger.add(child)

    def stop(self) -> None:
        while self.running:
            self.running.pop().stop()


def _check_database(url: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise Problem(f"The database of DATABASE_URL ({without_password(url)}) does not answer: {reason}") from None


def _check_redis(url: str) -> None:
    try:
        with Redis.from_url(url.replace("redis+socket://", "unix://"), socket_connect_timeout=10) as client:
            client.ping()
    except (RedisError, ValueError) as error:
        raise Problem(f"The Redis of REDIS_URL ({without_password(url)}) does not answer: {error}") from None


def without_password(url: str) -> str:
    password = urlsplit(url).password
    return url.replace(f":{password}@", ":***@") if password else url
