"""What can go wrong with a demand, in words for the person who meets it."""

from federation.cases.errors import CaseError


class DemandError(CaseError):
    """Something about the demand that its reader can understand and perhaps mend."""


class CannotRaise(DemandError):
    """No demand can be raised for this enterprise as it was written."""


class CannotAssign(DemandError):
    """It can't be given to that department or person."""


class CannotJoin(DemandError):
    """The two are not the same enterprise's, or one of them is no longer open."""
