"""Who may open what: every address of the portal and its admin as every role, against the table of access_table.py.

A new address needs its line there; an answer other than the table's is either a fault or a decision to write down.
"""

import gc
import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as configured
from django.contrib.admin.utils import quote
from django.db import transaction
from django.http import HttpResponse
from django.template.backends.django import Template
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.urls.resolvers import URLResolver
from django.utils import translation
from django.utils.safestring import SafeString

from federation.accounts.models import User
from tests import cast
from tests.access_table import FLOORS, arguments_of, written
from tests.access_world import ROLES, World

GET, POST, BOTH = "GET", "POST", "both"
LOGIN = "in"
FORM = "application/x-www-form-urlencoded"
CLOSED = {LOGIN, "404", "403"}
# Who is asked first where an address doesn't take a method; if one of them gets in, everybody is.
FIRST = ("visitor", "manager", "secretary", "bank", "department", "village", "registry", "admin")
# Whose rights come from an office with an end.
LAPSING = ("manager", "secretary", "bank", "department", "village")


def addresses(resolver: URLResolver, namespace: str = "", route: str = "") -> Iterator[tuple[str, URLPattern, str]]:
    """Every pattern by its name with namespaces, or by its route where it has none."""
    for entry in resolver.url_patterns:
        whole = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from addresses(entry, inner, whole)
        else:
            yield (f"{namespace}{entry.name}" if entry.name else f"/{whole}"), entry, whole


def table(floor: str = "") -> dict[str, dict[str, list[str]]]:
    """Name → method → an answer for each role."""
    lines: dict[str, dict[str, list[str]]] = {}
    for line in written(floor):
        name, method, *answers = line.split()
        assert len(answers) == len(ROLES), line
        assert method not in lines.setdefault(name, {}), f"twice: {line}"
        lines[name][method] = answers
    return lines


def bare(name: str) -> str:
    """The address's name without what tells its lines apart (`indicators:figure#staff`)."""
    return name.partition("#")[0]


def test_table_names_every_address_and_no_other() -> None:
    there = {name for name, _pattern, _route in addresses(get_resolver())}
    known = {bare(name) for name in table()}
    assert there - known == set(), "addresses without a line (tests/access_table.py says where they go)"
    assert known - there == set(), "lines for addresses that are no more"


def expected(lines: dict[str, list[str]], method: str) -> list[str] | None:
    """What is written for the method; None where nothing is, which says that the address doesn't take it."""
    return lines.get(method) or lines.get(BOTH)


def not_taken(found: list[str], taken: list[str]) -> bool:
    """A method that an address doesn't take is refused, to some already at the door."""
    return all(one == "405" or (one == other and one in CLOSED) for one, other in zip(found, taken, strict=True))


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[None]:
    """Only who gets an answer is asked here, not what it looks like; nobody asks too often, and thousands of closed
    doors aren't news."""
    monkeypatch.setattr(Template, "render", lambda *args, **kwargs: SafeString(""))
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.db"
    settings.ACCOUNT_RATE_LIMITS = False
    settings.MFA_RATE_LIMITS = False
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def url_of(name: str, pattern: URLPattern, route: str, world: World) -> str:
    wanted = arguments_of(name, world)
    takes = PARAMETER.findall(route)
    model_admin = getattr(pattern.callback, "model_admin", None) or pattern.default_args.get("model_admin")
    if model_admin is not None and not wanted:
        row = {"object_id", "pk"} & set(takes) and world.some(model_admin.model._meta.label)
        wanted = {"object_id": quote(row.pk), "pk": row.pk} if row else {}
    if "pk" in wanted:
        wanted = {"object_id": quote(wanted["pk"]), **wanted}
    if name.startswith("/"):
        return UNNAMED.sub(lambda found: str(wanted.get(found[1], "nowhere")), name)
    return reverse(bare(name), kwargs={key: value for key, value in wanted.items() if key in takes})


PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# A part of a route that takes a value: <path:object_id>, or (?P<url>.*)$ of a regular expression.
UNNAMED = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<\w+>.*\)\$$")


class Visits:
    """One session for each role; whatever a visit changes is undone after it."""

    def __init__(self, people: dict[str, User | None] | dict[str, User]) -> None:
        self.client = Client()
        self.sessions = {role: cast.login(user).session.session_key for role, user in people.items() if user}

    def answer(self, role: str, method: str, url: str) -> str:
        self.client.cookies.clear()
        if role in self.sessions:
            self.client.cookies[configured.SESSION_COOKIE_NAME] = self.sessions[role]
        with transaction.atomic():
            response = self.client.generic(method, url, content_type=FORM)
            transaction.set_rollback(True)
        return said(response)

    def answers(self, method: str, url: str, refused: bool) -> list[str]:
        """Of all roles in their order; `refused` says that the table expects none of them to get in."""
        if refused and all(self.answer(role, method, url) in CLOSED | {"405"} for role in FIRST):
            return ["405"] * len(ROLES)
        return [self.answer(role, method, url) for role in ROLES]


def said(response: HttpResponse) -> str:
    where = response.headers.get("Location", "")
    doors = (reverse("account_login"), reverse("admin:login"))
    return LOGIN if where.startswith(doors) else str(response.status_code)


def told(name: str, method: str, answers: list[str]) -> str:
    return f"{name:<48} {method:<4} {' '.join(f'{answer:<3}' for answer in answers)}".rstrip()


def found_lines(name: str, get: list[str], post: list[str]) -> list[str]:
    """How the table would say it: one line where both methods answer alike or one of them isn't taken."""
    if get == post:
        return [told(name, BOTH, get)]
    if not_taken(post, get):
        return [told(name, GET, get)]
    if not_taken(get, post):
        return [told(name, POST, post)]
    return [told(name, GET, get), told(name, POST, post)]


def fits(lines: dict[str, list[str]], get: list[str], post: list[str]) -> bool:
    answers = {method: expected(lines, method) for method in (GET, POST)}
    if answers[GET] is None:
        return answers[POST] == post and not_taken(get, post)
    if answers[POST] is None:
        return answers[GET] == get and not_taken(post, get)
    return answers == {GET: get, POST: post}


def doors_of_the_hat(lines: dict[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    """Role and method wherever a hat gets another answer than a person without one, and that person's answer."""
    for method in (GET, POST):
        answers = dict(zip(ROLES, expected(lines, method) or (), strict=False))
        for role in LAPSING:
            if answers and answers[role] != answers["person"]:
                yield role, method, answers["person"]


@pytest.fixture(scope="module")
def world_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """It takes seconds to make."""
    translation.deactivate()
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.fixture
def world(world_once: World) -> Iterator[World]:
    with transaction.atomic():
        yield world_once
        transaction.set_rollback(True)


# The mark makes the test database, also when this module is run alone.
@pytest.mark.django_db
@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("floor", FLOORS)
def test_everyone_gets_what_the_table_says(floor: str, world: World) -> None:
    visits, lapsed = Visits(world.people), Visits(world.lapsed)
    # What was loaded until now stays; without this the collector goes through all of it every few requests.
    gc.freeze()
    patterns = {name: (pattern, route) for name, pattern, route in addresses(get_resolver())}
    differing = []
    for name, lines in table(floor).items():
        if bare(name) not in patterns:
            continue
        url = url_of(name, *patterns[bare(name)], world)
        get, post = (visits.answers(method, url, expected(lines, method) is None) for method in (GET, POST))
        if not fits(lines, get, post):
            differing += [f"- {told(name, method, answers)}" for method, answers in lines.items()]
            differing += [f"+ {line}" for line in found_lines(name, get, post)]
        differing += [
            f"! {name} {method} {role} whose office ended yesterday: {answer}, not {door}"
            for role, method, door in doors_of_the_hat(lines)
            if (answer := lapsed.answer(role, method, url)) != door
        ]
    assert not differing, f"{told('', '', [role[:3] for role in ROLES])}\n" + "\n".join(differing)
