"""Several people acting at the same moment, each on a connection of their own. For tests with `transaction=True`."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection

WAIT_SECONDS = 60


def at_once(*acts: Callable[[], Any], errors: tuple[type[Exception], ...] = (ValidationError,)) -> list[Any]:
    """What each of them got, in their order: what was returned, or which of `errors` came. Any other fails the test."""
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            gate.wait(WAIT_SECONDS)
            return act()
        except errors as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [running.result(WAIT_SECONDS) for running in [pool.submit(run, act) for act in acts]]


def only_error(outcomes: list[Any]) -> Any:
    """Of the one who came second; everybody else did what they wanted."""
    (error,) = [one for one in outcomes if isinstance(one, Exception)]
    return error
