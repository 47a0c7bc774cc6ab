"""What can go wrong with a gift, in words for who meets it."""

from federation.cases.errors import CaseError


class CannotGive(CaseError):
    """No gift can be pledged or delivered so."""


class WrongShares(CaseError):
    """The shares of a joint gift don't make one whole, or name somebody twice."""


class AboveDelivery(CaseError):
    """More was confirmed than was delivered."""


class AlreadyConfirmed(CaseError):
    """Somebody of the village was quicker, or the delivery was replaced meanwhile."""
