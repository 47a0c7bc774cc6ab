"""Who opens what of finance matching. How a piece is written: tests/access_table.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.access_world import World

TABLE = """
#                                                     vis per man col ma2 sec se2 bnk dep vil reg ser aud adm
"""

ARGUMENTS: dict[str, "Callable[[World], dict[str, Any]]"] = {}


def settle(world: "World") -> None:
    """Nothing yet."""
