"""How far a gift has come: what of it was delivered, and what of that the village has confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Prefetch

from poverty_aid.contributions.models import Confirmation, Contribution, Delivery

NONE = Decimal(0)


@dataclass(frozen=True)
class Part:
    """A delivery that stands, with the village's word for it if it has given one."""

    delivery: Delivery
    confirmation: Confirmation | None

    @property
    def waits(self) -> bool:
        return self.delivery.leg == Delivery.Leg.VILLAGE and self.confirmation is None

    @property
    def counted(self) -> Decimal:
        """What it takes of the pledge: what was confirmed, else what was delivered."""
        return self.confirmation.amount if self.confirmation else self.delivery.amount


@dataclass(frozen=True)
class Progress:
    parts: tuple[Part, ...]

    def of(self, leg: str) -> list[Part]:
        return [part for part in self.parts if part.delivery.leg == leg]

    @property
    def delivered(self) -> Decimal:
        return sum((part.counted for part in self.of(Delivery.Leg.VILLAGE)), NONE)

    @property
    def held(self) -> Decimal:
        """What the intermediary has received."""
        return sum((part.delivery.amount for part in self.of(Delivery.Leg.INTERMEDIARY)), NONE)

    @property
    def confirmed(self) -> Decimal:
        return sum((part.confirmation.amount for part in self.parts if part.confirmation), NONE)

    @property
    def waiting(self) -> list[Part]:
        return [part for part in self.parts if part.waits]

    @property
    def replaceable(self) -> list[Part]:
        """Those that nobody has confirmed: entered wrongly, another takes their place."""
        return [part for part in self.parts if part.confirmation is None]


def progress_of(contribution: Contribution) -> Progress:
    return Progress(tuple(_parts(deliveries_of(contribution))))


def deliveries_of(contribution: Contribution) -> Iterable[Delivery]:
    """Those that stand: not replaced by another, not void."""
    standing = Confirmation.objects.filter(reverses=None, reversed_by=None)
    found = contribution.deliveries.filter(replaced_by=None, voided_at=None)
    return found.select_related("receipt", "photo").prefetch_related(
        Prefetch("confirmations", standing.select_related("photo", "confirmed_by"), to_attr="standing")
    )


def _parts(deliveries: Iterable[Delivery]) -> Iterable[Part]:
    for delivery in deliveries:
        yield Part(delivery, delivery.standing[0] if delivery.standing else None)
