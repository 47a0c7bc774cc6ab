"""Driving the portal and the bare view in turn, so that whatever else the machine does happens to both."""

from dataclasses import dataclass, field
from math import ceil
from statistics import median, quantiles
from typing import Any

from federation.benchmarks.load import Job
from federation.benchmarks.web import Driver, WebServer

HTTP_OK, NOT_FOUND = "200", "404"
WARMED_UP = 64
# Of pages of somebody signed in nothing is asked but even times and statements: less is looked at.
SIGNED_IN = 0.5


@dataclass(frozen=True)
class Effort:
    """How long to look: rounds of one slice of the bare view and one of the page, in seconds."""

    rounds: int
    slice: float
    connections: int = 4


QUICK, FULL = Effort(3, 0.3), Effort(5, 0.7)


@dataclass
class Measured:
    """`ratio` of the page's requests per second to the bare view's; times in milliseconds, of one visitor alone; `cpu`
    is the web process's own share of a request, which other work on the machine doesn't change."""

    name: str
    public: bool
    queries: int
    trouble: str = ""
    ratio: float = 0.0
    rate: float = 0.0
    median: float = 0.0
    p95: float = 0.0
    cpu: float = 0.0
    bare_cpu: float = 0.0
    ratios: list[float] = field(default_factory=list)


def measure(page: dict[str, Any], portal: WebServer, bare: WebServer, driver: Driver, effort: Effort) -> Measured:
    found = Measured(page["name"], page["public"], page["queries"])
    if not page["paths"]:
        found.trouble = "no address"
        return found
    # What each process keeps for a moment is kept from here on, as it is wherever people visit.
    answer = driver.run(
        Job(portal.port, page["paths"], page["cookie"], connections=1, requests=min(len(page["paths"]), WARMED_UP))
    )
    odd = sorted(set(answer.statuses) - {HTTP_OK})
    if answer.error or odd:
        found.trouble = answer.error or ("missing" if odd == [NOT_FOUND] else f"answers {', '.join(odd)}")
        return found
    rates = []
    # Addresses go on where they ended: what is said to be asked for the first time is.
    warmed_up = answer.requests
    asked, spent, bare_asked, bare_spent = 0, 0.0, 0, 0.0
    share = 1.0 if found.public else SIGNED_IN
    for _round in range(ceil(effort.rounds * share)):
        before = bare.cpu_seconds()
        plain = driver.run(Job(bare.port, ["/"], seconds=effort.slice * share, connections=effort.connections))
        bare_asked, bare_spent = bare_asked + plain.requests, bare_spent + bare.cpu_seconds() - before
        before = portal.cpu_seconds()
        first = warmed_up + asked
        ours = driver.run(
            Job(
                portal.port,
                page["paths"],
                page["cookie"],
                seconds=effort.slice * share,
                connections=effort.connections,
                first=first,
            )
        )
        asked, spent = asked + ours.requests, spent + portal.cpu_seconds() - before
        rates.append(ours.requests / ours.seconds)
        found.ratios.append(rates[-1] / (plain.requests / plain.seconds))
    first = warmed_up + asked
    alone = driver.run(
        Job(portal.port, page["paths"], page["cookie"], seconds=effort.slice * 2, connections=1, first=first)
    )
    found.cpu, found.bare_cpu = 1000 * spent / asked, 1000 * bare_spent / bare_asked
    found.ratio, found.rate = median(found.ratios), median(rates)
    found.median = median(alone.times)
    found.p95 = quantiles(alone.times, n=20)[-1] if len(alone.times) > 1 else found.median
    return found


def mixed_memory(plan: list[dict[str, Any]], portal: WebServer, driver: Driver, requests: int) -> float:
    """Megabytes of a worker after `requests` spread over all pages that answer."""
    jobs = [page for page in plan if page["paths"] and page["status"] == int(HTTP_OK)]
    for _lap in range(4):
        for page in jobs:
            share = max(1, requests // len(jobs) // 4)
            driver.run(Job(portal.port, page["paths"], page["cookie"], requests=share))
    return portal.memory()
