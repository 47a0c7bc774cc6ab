"""What is wrong with a value, named by line and column."""

from dataclasses import dataclass

from members.register.models import ImportRowError

Kind = ImportRowError.Kind


@dataclass(frozen=True, slots=True)
class Problem:
    kind: str
    line: int
    column: str
    value: str
    reason: str


class Refused(ValueError):
    """A value that spoils its row; the message is for people."""
