"""What keeps the portal running: health, logs, request ids, system checks, headers."""

import io
import json
import logging

import pytest
import structlog
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.urls import reverse
from redis import RedisError

from federation.audit import checks, health
from federation.audit.logs import REQUESTS, logging_config
from tests import cast


def test_alive_without_a_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert response.json() == {"status": "ok"} and "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": "ok", "redis": "ok", "migrations": "ok"}


@pytest.mark.django_db
def test_not_ready_without_the_database(client, monkeypatch):
    def refuse():
        raise DatabaseError("gone")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert response.status_code == 503 and response.json()["database"] == "the database can't be reached"


@pytest.mark.django_db
def test_not_ready_without_redis(client, monkeypatch):
    def refuse(key):
        raise RedisError("gone")

    monkeypatch.setattr(health.cache, "get", refuse)
    response = client.get("/readyz")
    assert response.status_code == 503 and response.json()["redis"] == "Redis can't be reached"


@pytest.mark.django_db
def test_not_ready_while_migrations_wait(client, monkeypatch):
    monkeypatch.setattr(health, "_migrations_seen_complete", False)
    monkeypatch.setattr(health.MigrationExecutor, "migration_plan", lambda self, targets: [("x", False)] * 3)
    response = client.get("/readyz")
    assert response.status_code == 503 and response.json()["migrations"].startswith("3 migrations wait")


# --- Request ids and logs -------------------------------------------------------------------------


def test_the_proxy_s_request_id_is_kept_and_a_strange_one_replaced(client):
    assert client.get("/healthz", headers={"x-request-id": "abcdef-123456"})["X-Request-ID"] == "abcdef-123456"
    for strange in ("short", "x" * 100, 'a"},{"evil":"1234567'):
        assert client.get("/healthz", headers={"x-request-id": strange})["X-Request-ID"] != strange


@pytest.fixture
def lines():
    """The log lines that production would write, as objects."""
    stream = io.StringIO()
    config = logging_config(json=True, level="INFO")
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=config["formatters"]["lines"]["foreign_pre_chain"],
        processors=config["formatters"]["lines"]["processors"],
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    plain = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    logging.getLogger(REQUESTS).addHandler(plain)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)
    logging.getLogger(REQUESTS).removeHandler(plain)


@pytest.mark.django_db
def test_each_request_ends_with_a_line_of_json(lines):
    user = cast.outsider()
    response = cast.login(user).get("/inbox/?q=王芳")
    (line,) = [line for line in lines() if line["event"] == "request"]
    assert (line["method"], line["path"], line["status"], line["user"]) == ("GET", "/inbox/", 200, user.pk)
    assert line["request_id"] == response["X-Request-ID"] and line["ms"] > 0
    assert "王芳" not in str(line), "people search by name: queries aren't logged"


def test_lines_of_libraries_bear_the_request_id_too(lines):
    with structlog.contextvars.bound_contextvars(request_id="abcdef-123456"):
        logging.getLogger("some.library").warning("careful: %s", "上海")
    assert lines()[-1]["request_id"] == "abcdef-123456" and lines()[-1]["event"] == "careful: 上海"


def test_a_traceback_has_no_local_variables(lines):
    def fail(password):
        raise ValueError("no")

    try:
        fail("hunter2-secret")
    except ValueError:
        logging.getLogger("x").exception("failed")
    assert "ValueError" in str(lines()[-1]) and "hunter2-secret" not in str(lines()[-1])


def test_a_job_carries_the_request_that_asked_for_it():
    from federation.celery import carry_request_id

    headers: dict = {}
    with structlog.contextvars.bound_contextvars(request_id="abcdef-123456"):
        carry_request_id(headers=headers)
    assert headers == {"request_id": "abcdef-123456"}


# --- Safe to start --------------------------------------------------------------------------------


def test_production_refuses_the_secret_from_the_source(settings):
    settings.DEBUG, settings.SECRET_KEY = False, settings.DEFAULT_SECRET_KEY
    (problem,) = checks.check_secret_key()
    assert problem.id == "audit.E001" and "token_urlsafe" in problem.hint
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        checks.refuse_unsafe_start()


def test_a_secret_of_one_s_own_may_start(settings):
    settings.DEBUG, settings.SECRET_KEY, settings.STORED_SECRETS_KEYS = False, "x" * 50, ["y" * 50]
    assert checks.check_secret_key() == []
    checks.refuse_unsafe_start()


def test_development_may_use_it(settings):
    settings.DEBUG, settings.SECRET_KEY = True, settings.DEFAULT_SECRET_KEY
    assert checks.check_secret_key() == []


def test_uploads_must_not_lie_where_everyone_may_read(settings):
    settings.MEDIA_ROOT = settings.STATIC_ROOT / "media"
    (problem,) = checks.check_media_root()
    assert problem.id == "audit.E002" and problem.hint


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"PORTAL_URL": "http://127.0.0.1:8000"}, "audit.W003"),
        ({"BEHIND_TLS": True, "ALLAUTH_TRUSTED_PROXY_COUNT": 0}, "audit.W002"),
    ],
)
def test_production_is_warned(settings, values, problem):
    for name, value in values.items():
        setattr(settings, name, value)
    found = {message.id: message.hint for message in checks.check_production()}
    assert found[problem]


def test_no_setting_is_set_in_two_modules(settings):
    """The modules are imported in alphabetical order; one overriding another would depend on it."""
    import ast

    seen: dict[str, str] = {}
    for path in sorted((settings.BASE_DIR / "federation" / "settings").glob("[a-z]*.py")):
        names = {
            node.id
            for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id.isupper()
        }
        for name in names:
            assert seen.setdefault(name, path.name) == path.name, f"{name} in {seen[name]} and {path.name}"
    assert len(seen) > 60


# --- Headers --------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_portal_runs_no_inline_script_and_the_admin_alone_evaluates(client):
    portal = client.get(reverse("account_login"))["Content-Security-Policy"]
    admin = cast.login(cast.superuser()).get("/admin/")["Content-Security-Policy"]
    assert "unsafe" not in portal and "default-src 'none'" in portal and "frame-ancestors 'none'" in portal
    assert "'unsafe-eval'" in admin and "script-src 'self' 'unsafe-inline'" not in admin
    assert "default-src 'none'" in admin


@pytest.mark.django_db
def test_other_headers(client):
    response = client.get(reverse("account_login"))
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
