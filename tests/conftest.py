"""What every test stands on: settings of a test, a cache of its own, rows that migrations wrote, a browser."""

import itertools
import os
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from django.db import connection, transaction
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone, translation

from federation.search.shortlived import forget_all
from tests.reference_rows import ReferenceRows

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from members.enterprises.models import Enterprise
    from tests.browser import PageMaker

reference_rows = ReferenceRows()


class CacheKeys:
    """Gives each test keys of its own, so that nothing is left over from the one before and a developer's Redis,
    which may hold more than this, is never flushed."""

    def __init__(self) -> None:
        self.run = f"test:{os.getpid()}"
        self._numbers = itertools.count()
        self.next_test()

    def next_test(self) -> None:
        self.prefix = f"{self.run}:{next(self._numbers)}"

    def __call__(self, key: str, key_prefix: str, version: int) -> str:
        return f"{self.prefix}:{key_prefix}:{version}:{key}"


cache_keys = CacheKeys()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-browser", action="store_true", help="leave out the tests that drive a browser")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--no-browser") and os.environ.get("CI"):
        raise pytest.UsageError("--no-browser is not for CI: browser tests are never left out there")
    media = tempfile.TemporaryDirectory(prefix="federation-media-")
    config.add_cleanup(media.cleanup)
    _settings_of_a_test(media.name)
    config.stash[own_name_key] = connection.settings_dict["NAME"]


def _settings_of_a_test(media: str) -> None:
    """DEBUG is already off (pytest-django); the rest is what production has, but fast and without the outside."""
    from django.conf import settings

    from federation.celery import app

    settings.MEDIA_ROOT = media
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.CACHES["default"]["KEY_FUNCTION"] = cache_keys
    # A pool keeps connections open, and a database with connections can't be dropped.
    settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
    app.conf.update(task_always_eager=True, task_eager_propagates=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--no-browser"):
        return
    with_browser = [item for item in items if "browser" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=with_browser)
    items[:] = [item for item in items if item not in with_browser]


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Files as parameters have times in them: named after their bytes they would differ from process to process."""
    return argname if isinstance(val, bytes) else None


def _flushes(item: pytest.Item) -> bool:
    if {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())):
        return True
    marker = item.get_closest_marker("django_db")
    return marker is not None and bool(marker.kwargs.get("transaction") or (marker.args and marker.args[0]))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    reference_rows.flushed = reference_rows.flushed or _flushes(item)
    # Here and not in a fixture: the flush is the last thing that pytest-django's own fixture does. What would be made
    # anew after it (permissions, roles) is put back with the rest, in a fraction of the time.
    with mock.patch("django.core.management.commands.flush.emit_post_migrate_signal"):
        try:
            return (yield)
        finally:
            # Also where a page's faults fail the test at its end: else the next would meet roles without rights.
            # After the last test the test database is gone already: django_db_setup has put them back before that.
            blocker = item.session.stash.get(blocker_key, None)
            if blocker is not None and nextitem is not None:
                with blocker.unblock():
                    reference_rows.put_back()


blocker_key = pytest.StashKey[Any]()
own_name_key = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any, request: pytest.FixtureRequest) -> Iterator[None]:
    request.session.stash[blocker_key] = django_db_blocker
    with django_db_blocker.unblock():
        made = _test_database(request.config)
        reference_rows.take()
    yield
    del request.session.stash[blocker_key]
    # For the next run, if it reuses this database.
    with django_db_blocker.unblock():
        reference_rows.put_back()
        if made and not request.config.getvalue("reuse_db"):
            teardown_databases(made, verbosity=0)


def _test_database(config: pytest.Config) -> list[Any]:
    """pytest-django makes the database that a marked test asks for. Where only tests are run that ask by a fixture of
    ours (`populated`), it makes none, and they would stand in the developer's."""
    if connection.settings_dict["NAME"] != config.stash[own_name_key]:
        return []
    keep = config.getvalue("reuse_db") and not config.getvalue("create_db")
    return setup_databases(verbosity=0, interactive=False, keepdb=bool(keep), aliases={"default"})


@pytest.fixture(scope="session", autouse=True)
def _sweep_cache() -> Iterator[None]:
    yield
    from django.conf import settings
    from redis import Redis, RedisError

    try:
        with Redis.from_url(settings.CACHES["default"]["LOCATION"]) as redis:
            for key in redis.scan_iter(f"*{cache_keys.run}:*", count=1000):
                redis.delete(key)
    except RedisError:
        # Tests that use no cache need no Redis; those that do have said so.
        pass


@pytest.fixture(autouse=True)
def _own_cache() -> None:
    cache_keys.next_test()
    forget_all()


@pytest.fixture(autouse=True)
def _own_language() -> None:
    """A page that the test before asked for in English leaves this thread speaking English."""
    translation.deactivate()
    timezone.deactivate()


@pytest.fixture(scope="module")
def _settled_once(django_db_setup: None, django_db_blocker: Any) -> "Iterator[list[Enterprise]]":
    from tests import population

    # The last page of the module before may have left this thread speaking English.
    translation.deactivate()
    with django_db_blocker.unblock(), transaction.atomic():
        yield population.settle()
        transaction.set_rollback(True)


@pytest.fixture
def populated(_settled_once: "list[Enterprise]") -> "Iterator[list[Enterprise]]":
    """The rows of tests/population.py, made once for a module since they take seconds; what a test does to them is
    undone after it. Not in a module with tests that ask for `db`: those close the connection at their end."""
    with transaction.atomic():
        yield _settled_once
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    from federation.local.chromium import NO_BROWSER, find_chromium
    from tests.browser import launched

    executable = find_chromium()
    if executable is None:
        pytest.fail(NO_BROWSER, pytrace=False)
    with launched(executable) as browser:
        yield browser


@pytest.fixture
def make_page(browser: "Browser", live_server: Any) -> "Iterator[PageMaker]":
    """`make_page(width=390, lang="zh-hans", dark=False, client=None)`; see tests/browser.py.

    Fails the test at its end on a script error, a console error, a CSP violation or a request to another host.
    """
    from tests.browser import PageMaker

    maker = PageMaker(browser, live_server.url)
    yield maker
    faults = maker.close()
    assert not faults, "the browser saw:\n" + "\n".join(faults)
