"""Towns of a district, read from a table: another district brings its own."""

import csv
import functools
import re
from pathlib import Path

from members.enterprises.models import Town

DATA = Path(__file__).parent / "data"
DEMONSTRATION = DATA / "towns-310117.csv"
OUTSIDE = "outside"
_KIND = re.compile(r"(?:街道办事处|街道|镇|乡)$")


def load_towns(path: Path = DEMONSTRATION) -> int:
    """Add or rename the towns of a table with the columns code, name and kind; returns how many it has."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    Town.objects.bulk_create(
        [
            Town(code=row["code"], name=row["name"], kind=Town.Kind(row["kind"]), position=position)
            for position, row in enumerate(rows, start=1)
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "kind", "position"],
    )
    return len(rows)


class TownFinder:
    """Finds a town by its name with or without 镇 or 街道, and in an address by its full name.

    Built once per import: it holds every town.
    """

    def __init__(self) -> None:
        towns = list(Town.objects.values_list("pk", "name"))
        self._by_name = {name: pk for pk, name in towns}
        for pk, name in towns:
            self._by_name.setdefault(short_town_name(name), pk)
        full = sorted((name for _pk, name in towns if _KIND.search(name)), key=len, reverse=True)
        self._in_address = re.compile("|".join(map(re.escape, full))) if full else None

    def named(self, text: str) -> int | None:
        return self._by_name.get(text) or self._by_name.get(short_town_name(text))

    def in_address(self, address: str) -> int | None:
        """The town an address names in full: 九亭镇 does, 九亭 alone may be a road."""
        found = self._in_address.search(address) if self._in_address and address else None
        return self._by_name[found[0]] if found else None


@functools.lru_cache(maxsize=1024)
def short_town_name(name: str) -> str:
    return _KIND.sub("", name) or name
