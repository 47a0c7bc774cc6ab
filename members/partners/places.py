"""Pages of a partner's desk, by the kind of partner: a higher floor adds its own in its `navigation.py`."""

from dataclasses import dataclass

from django.utils.functional import Promise

from members.partners.models import PartnerOrganisation

Text = str | Promise


@dataclass(frozen=True)
class Place:
    """`url_name` is reversed without arguments; `text` says in one line what is done there."""

    kind: PartnerOrganisation.Kind
    label: Text
    url_name: str
    text: Text = ""


_places: list[Place] = []


def add_places(*places: Place) -> None:
    _places.extend(places)


def places_of(organisation: PartnerOrganisation) -> list[Place]:
    return [place for place in _places if place.kind == organisation.kind]
