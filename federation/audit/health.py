"""Is the process alive, and can it do its work?"""

from collections.abc import Callable

import structlog
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from redis import RedisError

log = structlog.get_logger(__name__)
OK = "ok"
_migrations_seen_complete = False


def database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        log.error("not_ready", what="database", error=str(error))
        return "the database can't be reached"
    return OK


def redis() -> str:
    try:
        cache.get("readyz")
    except RedisError as error:
        log.error("not_ready", what="redis", error=str(error))
        return "Redis can't be reached"
    return OK


def migrations() -> str:
    """Reads the migrations from disk until they are all applied, then never again in this process."""
    global _migrations_seen_complete
    if _migrations_seen_complete:
        return OK
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "unknown while the database can't be reached"
    if waiting:
        return f"{len(waiting)} migrations wait: run manage.py migrate"
    _migrations_seen_complete = True
    return OK


CHECKS: dict[str, Callable[[], str]] = {"database": database, "redis": redis, "migrations": migrations}


def readiness() -> dict[str, str]:
    return {name: check() for name, check in CHECKS.items()}
