"""Pages of a partner's desk, by the kind of partner: a higher floor adds its own in its `navigation.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from members.partners.models import PartnerOrganisation

Text = str | Promise


@dataclass(frozen=True)
class Place:
    """`url_name` is reversed without arguments; `text` says in one line what is done there; `only_if` tells the
    partners of the kind that have it from those that haven't."""

    kind: PartnerOrganisation.Kind
    label: Text
    url_name: str
    text: Text = ""
    only_if: Callable[[PartnerOrganisation], bool] | None = None


_places: list[Place] = []


def add_places(*places: Place) -> None:
    _places.extend(places)


def places_of(organisation: PartnerOrganisation) -> list[Place]:
    own = [place for place in _places if place.kind == organisation.kind]
    return [place for place in own if place.only_if is None or place.only_if(organisation)]
