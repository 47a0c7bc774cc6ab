"""The table role x action x state of an object, made from its access predicates and compared whole with a written one.

Written tables are in tests/matrices/. After a rule was changed on purpose, write them anew and read the difference:

    WRITE_MATRICES=1 pytest -k matrix
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from federation.accounts.models import User

FOLDER = Path(__file__).parent / "matrices"
MAY, MAY_NOT = "may", "-"


def written(
    verbs: Mapping[str, Callable[[User, Any], bool]], states: Mapping[str, Any], people: Mapping[str, User]
) -> str:
    """One table for each verb: a row for each state (name → a case standing there), a column for each role."""
    parts = []
    for verb, may in verbs.items():
        rows = [
            [state, *(MAY if may(person, case) else MAY_NOT for person in people.values())]
            for state, case in states.items()
        ]
        table = [["state", *people], ["---"] * (len(people) + 1), *rows]
        parts.append(f"## {verb}\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in table))
    return "\n\n".join(parts) + "\n"


def check(
    name: str,
    *,
    verbs: Mapping[str, Callable[[User, Any], bool]],
    states: Mapping[str, Any],
    people: Mapping[str, User],
) -> None:
    """Raises AssertionError if the predicates and tests/matrices/<name>.md differ in any cell."""
    found = f"# {name}\n\n{written(verbs, states, people)}"
    path = FOLDER / f"{name}.md"
    if os.environ.get("WRITE_MATRICES"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
    # A table in which a verb is open to nobody, or to everybody always, says that something was forgotten.
    for verb, may in verbs.items():
        cells = [may(person, case) for case in states.values() for person in people.values()]
        assert any(cells), f"nobody may ever {verb}"
        assert not all(cells), f"everybody may always {verb}"
