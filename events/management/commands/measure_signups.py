"""Many people after the last places of one event: by bare SQL, by the action, and through the web; for ./scripts/bench.

They came to events before and speak for themselves; and by the action once more those for whom most is to be done:
representatives who come for the first time, to an event that takes so many of each enterprise.

Exits with a CommandError unless exactly as many have a place as there are places, each time.
"""

import http.client
import os
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.utils import timezone

from events.events.benchmarks import forget_event, prepare_event
from events.events.models import Event, Places
from events.participants.models import Participant
from events.signups import actions
from events.signups.models import SignUp
from events.signups.statuses import Status
from federation.accounts.models import User
from federation.benchmarks.people import session_key_of
from federation.benchmarks.web import BARE, PORTAL, WebServer
from members.enterprises.models import Enterprise, Representative

GUEST, NEWCOMER = "bench-guest-", "bench-newcomer-"
TOKEN = "a" * 32
PROCESSES, THREADS = 2, 8
ROUNDS = 5
# As many of one enterprise as there are: the limit is counted, and stops nobody.
MOST = 5
BARE_REQUESTS = 1000
Ask = Callable[[int], None]


class Command(BaseCommand):
    help = "Measures how quickly the last places of an event go, and that none goes twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--clients", type=int, default=500)
        parser.add_argument("--places", type=int, default=300)

    def handle(self, *, clients: int, places: int, **options: Any) -> None:
        users = _guests(clients)
        raw, action, ratio = _median_round(
            lambda: self._round("bare SQL", users, places, _by_sql),
            lambda: self._round("the action", users, places, _by_action),
        )
        _raw, limited, slowest = _median_round(
            lambda: self._round("bare SQL", users, places, _by_sql),
            lambda: self._round("the action for newcomers", _newcomers(clients), places, _by_action, MOST),
        )
        self.stdout.write(
            f"bare SQL {raw:.0f} sign-ups/s; the action {action:.0f}, {ratio:.2f} of it;"
            f" for newcomers with a limit for each enterprise {limited:.0f}, {slowest:.2f} of it"
        )
        self.stdout.write(self._through_the_web(users, places))
        self.stdout.write(f"{clients} clients after {places} places: exactly {places} have one, each time")

    def _round(
        self,
        name: str,
        users: list[User],
        places: int,
        ask: Callable[[int, list[int]], float],
        per_enterprise: int | None = None,
    ) -> float:
        event = prepare_event(places, per_enterprise)
        try:
            seconds = ask(event.pk, [user.pk for user in users])
            _check(event, places, len(users), name)
        finally:
            forget_event(event)
        return len(users) / seconds

    def _through_the_web(self, users: list[User], places: int) -> str:
        """In words, with the web processes' own time for a request, which changes little with whatever else runs."""
        sessions = [session_key_of(user) for user in users]
        environment = {**os.environ}
        with TemporaryDirectory() as folder:
            portal = WebServer(PORTAL, environment, PROCESSES, Path(folder) / "portal.log")
            bare = WebServer(BARE, environment, PROCESSES, Path(folder) / "bare.log")

            spent: list[float] = []
            spent_bare: list[float] = []

            def one_burst() -> float:
                before = bare.cpu_seconds()
                seconds = _ask_bare(bare.port, BARE_REQUESTS)
                spent_bare.append((bare.cpu_seconds() - before) / BARE_REQUESTS)
                return BARE_REQUESTS / seconds

            def one_event() -> float:
                event = prepare_event(places)
                try:
                    # Everybody stands before the form when the places open.
                    _ask_portal(portal.port, event.pk, sessions, method="GET")
                    before = portal.cpu_seconds()
                    seconds = _ask_portal(portal.port, event.pk, sessions)
                    spent.append((portal.cpu_seconds() - before) / len(users))
                    _check(event, places, len(users), "the web")
                finally:
                    forget_event(event)
                return len(users) / seconds

            try:
                portal.wait("/healthz")
                bare.wait()
                _ask_bare(bare.port, BARE_REQUESTS)
                under, over, ratio = _median_round(one_burst, one_event)
            finally:
                portal.stop()
                bare.stop()
        by_processor = f"{median(spent) * 1000:.1f} ms of processor each, {median(spent_bare) * 1000:.1f} the bare view"
        return f"the bare view {under:.0f} requests/s; through the web {over:.0f}, {ratio:.2f} of it ({by_processor})"


def _median_round(base: Callable[[], float], measured: Callable[[], float]) -> tuple[float, float, float]:
    """Both rates of the round whose ratio is the median one. A burst is over in a second or two: one alone tells what
    else the machine did."""
    rounds = []
    for _number in range(ROUNDS):
        under, over = base(), measured()
        rounds.append((over / under, under, over))
    ratio, under, over = sorted(rounds)[ROUNDS // 2]
    return under, over, ratio


def _users(prefix: str, number: int) -> list[User]:
    known = set(User.objects.filter(username__startswith=prefix).values_list("username", flat=True))
    names = [f"{prefix}{place}" for place in range(number)]
    User.objects.bulk_create(User(username=name, name=name, password="!") for name in names if name not in known)
    return list(User.objects.filter(username__in=names).order_by("pk"))


def _guests(number: int) -> list[User]:
    users = _users(GUEST, number)
    having = set(Participant.objects.filter(user__in=users).values_list("user", flat=True))
    Participant.objects.bulk_create(Participant(name=one.name, user=one) for one in users if one.pk not in having)
    return users


def _newcomers(number: int) -> list[User]:
    """Each represents an enterprise, and nobody wrote them down as a participant yet."""
    users = _users(NEWCOMER, number)
    Participant.objects.filter(user__in=users).delete()
    firms = list(Enterprise.objects.order_by("pk").values_list("pk", flat=True)[: max(1, number // MOST)])
    # Anew: with other numbers of clients they were spread otherwise.
    Representative.objects.filter(user__in=users).delete()
    Representative.objects.bulk_create(
        Representative(user=one, enterprise_id=firms[place % len(firms)], since=timezone.localdate())
        for place, one in enumerate(users)
    )
    return users


def _check(event: Event, places: int, clients: int, how: str) -> None:
    going = SignUp.objects.filter(event=event).going().count()
    waiting = SignUp.objects.filter(event=event).in_line().count()
    taken = Places.objects.get(event=event).taken
    if (going, taken, waiting) != (places, places, clients - places):
        raise CommandError(f"by {how} {going} have a place ({taken} counted) and {waiting} wait, of {clients}")


# --- Each way in processes of their own, so that no interpreter's lock is what is measured ------------


def _in_processes(work: Callable[..., None], event: int, users: Sequence[Any], *more: Any) -> float:
    """Seconds from the moment in which all are ready until the last is through."""
    # What was opened here must not be used by two processes; a pool's own threads don't live on in the others.
    connections.close_all()
    connection.close_pool()
    context = get_context("fork")
    ready = context.Barrier(PROCESSES + 1)
    workers = [
        context.Process(target=work, args=(ready, event, users[place::PROCESSES], *more)) for place in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    ready.wait(60)
    begun = time.perf_counter()
    for worker in workers:
        worker.join(300)
    if any(worker.exitcode for worker in workers):
        raise CommandError("a process of the measurement failed")
    return time.perf_counter() - begun


def _all(ready: Any, ask: Ask, users: Sequence[Any]) -> None:
    with ThreadPoolExecutor(THREADS) as threads:
        # A connection for each thread, before the clock runs.
        list(threads.map(lambda _number: connection.ensure_connection(), range(THREADS * 4)))
        ready.wait(60)
        list(threads.map(ask, users))


def _by_sql(event: int, users: list[int]) -> float:
    return _in_processes(_sql, event, users)


def _sql(ready: Any, event: int, users: list[int]) -> None:
    """The least that can be done: the place if there is one, and the row, in one statement."""
    statement = """
        WITH place AS (
            UPDATE events_places SET taken = taken + 1 WHERE event_id = %(event)s AND taken < quota RETURNING event_id
        )
        INSERT INTO events_signup
            (event_id, participant_id, name, sort_key, enterprise_name, reason, signed_up_by_id, status)
        SELECT %(event)s, id, name, '', '', '', user_id,
            CASE WHEN EXISTS (SELECT FROM place) THEN %(going)s ELSE %(waiting)s END
        FROM events_participant WHERE user_id = %(user)s
    """

    def ask(user: int) -> None:
        values = {"event": event, "user": user, "going": Status.GOING, "waiting": Status.WAITING}
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    _all(ready, ask, users)


def _by_action(event: int, users: list[int]) -> float:
    return _in_processes(_action, event, users)


def _action(ready: Any, event: int, users: list[int]) -> None:
    """As the page does it, from the event as it was read with the page."""
    known = User.objects.in_bulk(users)
    read = Event.objects.select_related("places").get(pk=event)
    acting = Representative.objects.filter(user__in=users).select_related("enterprise")
    # Who comes for an enterprise, where places are counted by it.
    firms = {one.user_id: one.enterprise for one in acting} if read.places.per_enterprise else {}
    # The pool has one for each thread that asks, none for this one.
    connection.close()

    def ask(user: int) -> None:
        actions.sign_up(read, by=known[user], people=[actions.oneself(known[user])], enterprise=firms.get(user))

    _all(ready, ask, users)


def _ask_bare(port: int, requests: int) -> float:
    return _in_processes(_get, port, list(range(requests)))


def _get(ready: Any, port: int, requests: list[int]) -> None:
    _all_by_web(ready, requests, port, lambda _number: ("GET", "/", None, {}))


def _ask_portal(port: int, event: int, sessions: list[str], method: str = "POST") -> float:
    return _in_processes(_post, port, sessions, event, method)


def _post(ready: Any, port: int, sessions: list[str], event: int, method: str) -> None:
    def request(session: str) -> tuple[str, str, str | None, dict[str, str]]:
        headers = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return method, f"/events/{event}/sign-up/", "myself=on" if method == "POST" else None, headers

    _all_by_web(ready, sessions, port, request)


def _all_by_web(ready: Any, asked: Sequence[Any], port: int, request: Callable[[Any], tuple]) -> None:
    """Over connections kept alive, one for each thread."""

    def ask_all(part: Sequence[Any]) -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for one in part:
            method, path, body, headers = request(one)
            line.request(method, path, body, headers)
            answer = line.getresponse()
            answer.read()
            if answer.status not in (200, 302):
                raise CommandError(f"{method} {path} answered {answer.status}")
        line.close()

    with ThreadPoolExecutor(THREADS) as threads:
        ready.wait(60)
        list(threads.map(ask_all, [asked[place::THREADS] for place in range(THREADS)]))
