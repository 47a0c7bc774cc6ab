"""What is measured. An app brings its own in `benchmarks.py`, which only `./scripts/bench` loads:

@fill(order=20)
def fill_events(size: int) -> None: ...      # bring the tables up to `size` enterprises; called with growing sizes

@visitor("secretary")
def secretary() -> User: ...                 # who looks at pages that need a login

page("The events", "/events/", paths=lambda: [...])
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from federation.accounts.models import User

Fill = Callable[[int], None]
Job = Callable[[Path, bool], list[str]]
NOBODY = ""


@dataclass(frozen=True)
class BenchPage:
    """`paths` are asked for in turn; called when the tables are full, so that they can name rows. Public pages must
    reach half of the bare view's rate."""

    name: str
    paths: Callable[[], Sequence[str]]
    visitor: str = NOBODY

    @property
    def public(self) -> bool:
        return self.visitor == NOBODY


_fills: list[tuple[int, Fill]] = []
_visitors: dict[str, Callable[[], User]] = {}
_pages: list[BenchPage] = []
_jobs: list[tuple[str, Job]] = []


def fill(order: int) -> Callable[[Fill], Fill]:
    def register(function: Fill) -> Fill:
        _fills.append((order, function))
        return function

    return register


def visitor(kind: str) -> Callable[[Callable[[], User]], Callable[[], User]]:
    def register(function: Callable[[], User]) -> Callable[[], User]:
        _visitors[kind] = function
        return function

    return register


def page(name: str, *paths: str | Callable[[], Sequence[str]], visitor: str = NOBODY) -> None:
    """A page at fixed addresses, or at those that a function gives."""

    def addresses() -> list[str]:
        return [address for path in paths for address in ([path] if isinstance(path, str) else path())]

    _pages.append(BenchPage(name, addresses, visitor))


def job(name: str) -> Callable[[Job], Job]:
    def register(function: Job) -> Job:
        _jobs.append((name, function))
        return function

    return register


def jobs() -> list[tuple[str, Job]]:
    return list(_jobs)


def fills() -> Iterator[Fill]:
    for _order, function in sorted(_fills, key=lambda entry: entry[0]):
        yield function


def visitors() -> dict[str, Callable[[], User]]:
    return dict(_visitors)


def pages() -> list[BenchPage]:
    return list(_pages)
