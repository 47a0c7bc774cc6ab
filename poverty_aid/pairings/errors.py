"""What can go wrong with a pairing, in words."""

from federation.cases.errors import CaseError


class CannotPair(CaseError):
    """No pairing of these two can begin now."""


class OpenGifts(CaseError):
    """A gift under the pairing isn't settled yet."""
