"""What can go wrong with an application, in words for who meets it."""

from federation.cases.errors import CaseError


class Incomplete(CaseError):
    """Something is missing; `step` is where."""

    def __init__(self, message: str, step: str) -> None:
        super().__init__(message)
        self.step = step


class TooMany(CaseError):
    """More drafts, papers or banks than a case can need."""


class NoConsent(CaseError):
    """The enterprise hasn't agreed to its data going to this bank."""


class ChecklistRefused(CaseError):
    """An answer is missing, has no remark, or doesn't allow an endorsement."""
