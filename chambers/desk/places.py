"""Pages of a chamber's desk that higher floors keep; each adds its own in its `navigation.py`."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Place:
    """`url_name` is reversed without arguments; `text` says in one line what is done there."""

    label: Text
    url_name: str
    text: Text = ""


_places: list[Place] = []


def add_chamber_places(*places: Place) -> None:
    _places.extend(places)


def chamber_places() -> list[Place]:
    return list(_places)
