"""What can go wrong with an application, in words for the person who meets it."""

from federation.cases.errors import CaseError


class ApplicationError(CaseError):
    """Something about the application that its reader can understand and perhaps mend."""


class CannotApply(ApplicationError):
    """No application can be begun for this enterprise by this person now."""


class UnderWay(ApplicationError):
    """Another application for the same enterprise is open."""


class Incomplete(ApplicationError):
    """A step is missing or no longer right; `step` names it."""

    def __init__(self, message: str, step: str) -> None:
        super().__init__(message, code="incomplete")
        self.step = step
