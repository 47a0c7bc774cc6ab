"""Small answers that each process keeps for a moment: choices of filters, capped counts."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")
_all: "list[Shortlived[Any]]" = []


class Shortlived(Generic[Answer]):
    """Keeps up to `size` answers for `seconds`. What they are drawn from changes seldom, so a moment's delay is worth
    more than a question to another process at every page."""

    def __init__(self, seconds: float, size: int = 200) -> None:
        self.seconds = seconds
        self.size = size
        self._answers: OrderedDict[Hashable, tuple[float, Answer]] = OrderedDict()
        self._lock = Lock()
        _all.append(self)

    def get(self, key: Hashable, answer: Callable[[], Answer]) -> Answer:
        known = self._answers.get(key)
        if known and known[0] > time.monotonic():
            return known[1]
        found = answer()
        now = time.monotonic()
        with self._lock:
            self._answers[key] = (now + self.seconds, found)
            self._answers.move_to_end(key)
            # The first is the oldest: what is over takes no more room than what is in force.
            while self._answers and (len(self._answers) > self.size or self._oldest <= now):
                self._answers.popitem(last=False)
        return found

    @property
    def _oldest(self) -> float:
        return next(iter(self._answers.values()))[0]

    def peek(self, key: Hashable) -> Answer | None:
        """What is kept under the key, if anything."""
        known = self._answers.get(key)
        return known[1] if known and known[0] > time.monotonic() else None

    def forget(self) -> None:
        with self._lock:
            self._answers.clear()


def forget_all() -> None:
    """In this process; for tests, whose rows vanish at their end."""
    for kept in _all:
        kept.forget()
