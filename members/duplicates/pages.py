"""What the page that compares two records shows, and what it sends back."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from members.duplicates.actions import obstacles
from members.duplicates.fields import ABSORBED, KEPT, Difference, differences
from members.duplicates.memberships import overlapping_days
from members.duplicates.relations import following
from members.enterprises.models import Enterprise

LEFT, RIGHT = "left", "right"


@dataclass(frozen=True)
class Line:
    """One field of both sides; `chosen` is left or right, `open` when there is something to choose."""

    name: str
    label: str
    left: str
    right: str
    chosen: str
    open: bool


@dataclass(frozen=True)
class Following:
    kind: str
    left: int
    right: int


@dataclass(frozen=True)
class Comparison:
    left: Enterprise
    right: Enterprise
    keep: str

    @property
    def kept(self) -> Enterprise:
        return self.left if self.keep == LEFT else self.right

    @property
    def absorbed(self) -> Enterprise:
        return self.right if self.keep == LEFT else self.left

    def sides(self) -> list[dict[str, Any]]:
        return [
            {"name": LEFT, "title": _("Left"), "enterprise": self.left, "kept": self.keep == LEFT},
            {"name": RIGHT, "title": _("Right"), "enterprise": self.right, "kept": self.keep == RIGHT},
        ]

    def lines(self) -> list[Line]:
        return [self._line(found) for found in differences(self.kept, self.absorbed)]

    def _line(self, found: Difference) -> Line:
        sides = {self.keep: found.kept, self.other: found.absorbed}
        chosen = self.keep if found.chosen == KEPT else self.other
        return Line(found.name, found.label, sides[LEFT], sides[RIGHT], chosen, found.open)

    @property
    def other(self) -> str:
        return RIGHT if self.keep == LEFT else LEFT

    def rows(self) -> list[Following]:
        """How many rows of each kind the sides have; one query for each kind and side."""
        found = []
        for relation in following():
            left, right = (relation.rows_of(side).count() for side in (self.left, self.right))
            if left or right:
                found.append(Following(str(relation.model._meta.verbose_name_plural), left, right))
        return found

    def obstacles(self) -> list[str]:
        return obstacles(self.kept, self.absorbed)

    def notes(self) -> list[str]:
        """What to know before merging, in words."""
        found = []
        if self.left.uscc and self.right.uscc:
            found.append(
                _("Each has a credit code of its own: the law sees two enterprises. Merge only if one is wrong.")
            )
        if overlapping_days(self.kept, self.absorbed):
            found.append(
                _("Both were members on the same days: such days are counted once, under the number that is kept.")
            )
        return found

    def seen(self) -> str:
        """Marks the state of both rows, so that nobody merges what they haven't seen."""
        return f"{self.left.updated_at.isoformat()}/{self.right.updated_at.isoformat()}"

    def choices(self, request: HttpRequest) -> dict[str, str]:
        """What was chosen for each field, as `merge_enterprises` takes it."""
        chosen: dict[str, str] = {}
        for line in self.lines():
            side = request.POST.get(f"field-{line.name}", line.chosen)
            chosen[line.name] = KEPT if side == self.keep else ABSORBED
        return chosen


def usual_keep(left: Enterprise, right: Enterprise) -> str:
    """The one that has a code, is a member, is shown to the public, was entered first: in that order."""

    def weight(side: Enterprise) -> tuple[Any, ...]:
        return bool(side.uscc), hasattr(side, "membership"), side.listed, -side.pk

    return LEFT if weight(left) >= weight(right) else RIGHT


def compare(left: Enterprise, right: Enterprise, keep: str) -> Comparison:
    return Comparison(left, right, keep if keep in (LEFT, RIGHT) else usual_keep(left, right))
