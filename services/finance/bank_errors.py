"""What a bank's officer may have to be told."""

from federation.cases.errors import CaseError


class ConsentGone(CaseError):
    """The enterprise took back its consent: the bank works on it no further."""


class TermsRefused(CaseError):
    """An approval whose amount, rate or term can't be meant."""


class DrawdownRefused(CaseError):
    """A drawdown that can't be recorded as it was typed; `field` is where."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field
