"""Who gets what answer at every address: read by tests/test_access.py, written by hand where a decision is made.

Columns are the people of tests/access_world.py: a visitor; a person without hats; the manager and a colleague of the
enterprise that the address is about, and the manager of another; the secretary of its chamber, and of another; officers
of a bank, a government department and a village; the registry clerk, the services clerk, the auditor and the
administrator of the federation.

A line is for GET, for POST (with nothing in it), or for both alike; a method without a line is one that the address
does not take (405, or the same closed door). `in` is the way to the log-in page. What stands behind # in a name
tells two things at one address apart.

Each subject writes its own piece, `tests/<app>/access_rows_<subject>.py`, which is found by its name:

    TABLE = '''
    #                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
    finance:case                                     GET  in  404 200 200 404 200 404 404 404 404 403 200 200 200
    '''
    # What the addresses take, by the longest beginning of their name; the admin's take any row of their model.
    ARGUMENTS = {"finance:": lambda world: {"pk": world.rows["loan"].pk}}

    def settle(world):
        '''The rows that the addresses name: the manager's own, at the world's chamber, bank, department or village.'''
        world.rows["loan"] = ...

`settle` runs once, after the pieces of the floors below, so it may use what they put into `world.rows`. The admin
addresses of a model belong to the piece of its subject; for each model there must be a row. A new address without a
line fails the test, which prints the line as it was found, with a + before it: read each answer before copying it.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.access_world import World

HERE = Path(__file__).parent
FLOORS = ("federation", "members", "chambers", "services", "events", "poverty_aid")


def pieces(beginning: str) -> list[ModuleType]:
    """The modules `tests/<app>/<beginning>*.py`, lower floors first."""
    return [
        importlib.import_module(f"tests.{app}.{path.stem}")
        for app in FLOORS
        for path in sorted((HERE / app).glob(f"{beginning}*.py"))
    ]


def written(floor: str = "") -> list[str]:
    """All lines of all pieces, or of one floor's."""
    return [
        line
        for piece in pieces("access_rows_")
        if not floor or piece.__name__.startswith(f"tests.{floor}.")
        for line in piece.TABLE.splitlines()
        if line.strip() and not line.startswith("#")
    ]


def arguments_of(name: str, world: "World") -> dict[str, Any]:
    """By the longest beginning of the name that is known."""
    known: dict[str, Callable[[World], dict[str, Any]]] = {}
    for piece in pieces("access_rows_"):
        twice = known.keys() & piece.ARGUMENTS.keys()
        assert not twice, f"{piece.__name__}: also in another piece: {twice}"
        known |= piece.ARGUMENTS
    beginnings = [prefix for prefix in known if name.startswith(prefix)]
    return known[max(beginnings, key=len)](world) if beginnings else {}
